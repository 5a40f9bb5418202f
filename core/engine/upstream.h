// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

namespace gatescope {

/// Whether an upstream gradient has the shapes of what the trace's network puts out, or is absent,
/// and is finite; the sentence names the member.
Result<void> check(const Trace &trace, const Upstream &upstream);

/// A copy in doubles in which nothing is absent, and 0 past each length.
Upstream completed(const Trace &trace, const Upstream &upstream);

} // namespace gatescope
