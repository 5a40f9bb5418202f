// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/quad.h"

namespace gatescope::gpu {

/// C[16, 8] += A[16, 16] · B[16, 8] by a warp, as quad.h has it: mma.m16n8k8 twice in TF32, mma.m16n8k16 in bf16.
template<ProductPrecision precision>
__device__ void multiplyAdd(float (&c)[4], const Quad<precision> &low, const Quad<precision> &high,
                            const Quad<precision> &b)
{
    if constexpr (precision == ProductPrecision::bf16) {
        asm volatile("mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, "
                     "{%0,%1,%2,%3};"
                     : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
                     : "r"(low.word[0]), "r"(high.word[0]), "r"(low.word[1]), "r"(high.word[1]), "r"(b.word[0]),
                       "r"(b.word[1]));
    } else {
        for (int half = 0; half < 4; half += 2)
            asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, "
                         "{%0,%1,%2,%3};"
                         : "+f"(c[0]), "+f"(c[1]), "+f"(c[2]), "+f"(c[3])
                         : "r"(low.word[half]), "r"(high.word[half]), "r"(low.word[half + 1]), "r"(high.word[half + 1]),
                           "r"(b.word[half]), "r"(b.word[half + 1]));
    }
}

} // namespace gatescope::gpu
