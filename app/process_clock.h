// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// Since the kernel started this process, loading and linking included; to 10 ms.
double millisecondsSinceProcessStart();

/// The most memory that this process has had, in MiB.
double peakMemoryMiB();

} // namespace gatescope
