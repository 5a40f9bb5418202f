// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importer/limits.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace gatescope {

namespace {

void limit(decltype(RLIMIT_AS) what, rlim_t most)
{
    const rlimit both{most, most};
    ::setrlimit(what, &both); // one that is lower already stays
}

} // namespace

void limitThisProcess()
{
#ifndef __SANITIZE_ADDRESS__
    limit(RLIMIT_AS, rlim_t(1) << 30);
#endif
    limit(RLIMIT_CPU, 20);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 32);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

} // namespace gatescope
