// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/available_kernels.h"

namespace gatescope {

extern const Kernels kernelsPortable;
#if defined(__x86_64__)
extern const Kernels kernelsAvx2;
extern const Kernels kernelsAvx512;
#endif

const std::vector<const Kernels *> &availableKernels()
{
    static const std::vector<const Kernels *> available = [] {
        std::vector<const Kernels *> sets;
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
            && __builtin_cpu_supports("avx512vl"))
            sets.push_back(&kernelsAvx512);
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
            sets.push_back(&kernelsAvx2);
#endif
        sets.push_back(&kernelsPortable);
        return sets;
    }();
    return available;
}

} // namespace gatescope
