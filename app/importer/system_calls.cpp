// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importer/system_calls.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <memory>

#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace gatescope {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool keepsAllCalls = true;
#else
constexpr bool keepsAllCalls = false;
#endif

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

/// What the C library asks for while it hands out memory and time, and the end.
constexpr std::array anyhow{SCMP_SYS(brk),           SCMP_SYS(munmap),       SCMP_SYS(mremap),      SCMP_SYS(madvise),
                            SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),   SCMP_SYS(futex),
                            SCMP_SYS(exit),          SCMP_SYS(exit_group),   SCMP_SYS(rt_sigreturn)};

/// Memory, but none that could be run.
constexpr std::array mapping{SCMP_SYS(mmap), SCMP_SYS(mprotect)};

/// What is done to the standard output and, by libraries that complain, to the standard error.
constexpr std::array writing{SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(fstat), SCMP_SYS(newfstatat)};

bool fill(scmp_filter_ctx filter)
{
    bool filled = true;
    const auto allow = [&](int call, auto... onlyWhere) {
        filled &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, sizeof...(onlyWhere), onlyWhere...) == 0;
    };
    for (const int call : anyhow)
        allow(call);
    for (const int call : mapping)
        allow(call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    for (const int call : writing) {
        for (const int file : {STDOUT_FILENO, STDERR_FILENO})
            allow(call, SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(file)));
    }
    for (const int file : {STDOUT_FILENO, STDERR_FILENO}) // whether it is a terminal
        allow(SCMP_SYS(ioctl), SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(file)), SCMP_A1(SCMP_CMP_EQ, TCGETS));
    // HDF5 looks whether a file has the name of one in memory; whoever looks is told that nothing is there.
    filled &= seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOENT), SCMP_SYS(openat), 0) == 0;
    return filled;
}

} // namespace

void allowOnlyReading()
{
    if (keepsAllCalls)
        return;
    ::setenv("TZ", "UTC0", 1); // libzip asks for the time zone; this one lies in no file
    ::tzset();
    const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release);
    if (filter && fill(filter.get()))
        seccomp_load(filter.get());
}

} // namespace gatescope
