// SPDX-License-Identifier: GPL-3.0-or-later
// The kernels, written once. kernels_avx512.cpp, kernels_avx2.cpp and kernels_portable.cpp compile them for
// their processors.
#pragma once

#include "core/engine/cpu/kernels_cells.h"
#include "core/engine/cpu/kernels_optimizers.h"
#include "core/engine/cpu/kernels_products.h"

namespace gatescope {
namespace {

constexpr Kernels kernelsNamed(const char *name)
{
    return {name,
            lanes,
            panelVectors,
            multiply,
            accumulateOuter,
            addColumns,
            addUp,
            gruForward,
            gruBackward,
            gruGatesForward,
            gruCandidateForward,
            gruBlendBackward,
            gruResetBackward,
            lstmForward,
            lstmBackward,
            rnnForward,
            rnnBackward,
            sgd,
            rmsprop,
            adam};
}

} // namespace
} // namespace gatescope
