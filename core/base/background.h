// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// Lets the threads of the window go first: this thread, and those that it begins, give way to them where there are not
/// processors enough. Where the system has no such thing, nothing happens.
void workInBackground();

} // namespace gatescope
