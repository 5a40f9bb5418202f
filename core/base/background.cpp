// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/background.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace gatescope {

void workInBackground()
{
#ifdef __linux__
    constexpr int giveWay = 10; // of 19
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), giveWay);
#endif
}

} // namespace gatescope
