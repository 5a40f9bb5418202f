// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importer/limits.h"

#include <algorithm>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace gatescope {

namespace {

/// The signal that tells of too much is sent at `most`, the one that nobody survives at `last`. What is lower already
/// stays.
void limit(decltype(RLIMIT_AS) what, rlim_t most, rlim_t last)
{
    rlimit both{RLIM_INFINITY, RLIM_INFINITY};
    ::getrlimit(what, &both);
    both = {std::min(both.rlim_cur, most), std::min(both.rlim_max, last)};
    ::setrlimit(what, &both);
}

void limit(decltype(RLIMIT_AS) what, rlim_t most)
{
    limit(what, most, most);
}

} // namespace

void limitThisProcess()
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    limit(RLIMIT_AS, rlim_t(1) << 30);
#endif
    limit(RLIMIT_CPU, 20, 25); // SIGXCPU says why, and SIGKILL would not
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 32);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

} // namespace gatescope
