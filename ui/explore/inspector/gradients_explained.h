// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/cell_explanation.h"

namespace gatescope {

/// How the backward pass is explained, at the index of CellDescription::stepParts.
std::vector<ExplainPart> gruGradients();
std::vector<ExplainPart> lstmGradients();
std::vector<ExplainPart> rnnGradients();

} // namespace gatescope
