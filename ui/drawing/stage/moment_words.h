// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// The moment in one or two sentences, for screen readers.
QString momentInWords(const Scene &scene);

} // namespace gatescope
