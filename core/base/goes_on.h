// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <stop_token>

namespace gatescope {

/// For work of several parts, before each of them: an error once somebody has asked it to stop.
inline Result<void> goesOn(const std::stop_token &stop)
{
    return stop.stop_requested() ? Result<void>(error("This was not worked out to the end, as somebody asked to stop."))
                                 : Result<void>();
}

} // namespace gatescope
