// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSize>

#include <string>

namespace gatescope {

/// "1920x1080" as a size.
Result<QSize> sizeNamed(const std::string &text);

} // namespace gatescope
