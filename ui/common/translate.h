// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <QString>

namespace gatescope {

/// A sentence of the engine in the language of the window, its arguments in their places.
QString said(const Sentence &sentence);

} // namespace gatescope
