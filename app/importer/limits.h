// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// Takes away from this process what reading a file does not need: more than 1 GiB of memory, more than 20 s of the
/// processor, new privileges, a core dump. A program built with the address or the thread sanitizer keeps its memory,
/// of which it reserves far more.
void limitThisProcess();

} // namespace gatescope
