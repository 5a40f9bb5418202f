// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// Since the kernel started this process, loading and linking included; to 10 ms.
double millisecondsSinceProcessStart();

/// That the calling thread has been at work: what others do on the machine is not in it.
double threadMilliseconds();

/// The most memory that this process has had, in MiB.
double peakMemoryMiB();

} // namespace gatescope
