// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/host_device.h"

#include <cstddef>

namespace gatescope::gpu {

// Works on arrays of tokens. A token is a step of a sequence, t·sequences + n.

/// to = values ∘ mask, number by number, the mask again and again.
struct Mask {
    const float *values;
    const float *mask;
    std::size_t period; ///< numbers of the mask
    float *to;          ///< may be `values`

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const { to[at] = values[at] * mask[at % period]; }
};

/// to += values, number by number; with a mask, values ∘ mask
struct Add {
    const float *values;
    const float *mask; ///< or null
    std::size_t period;
    float *to;

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        to[at] += mask ? values[at] * mask[at % period] : values[at];
    }
};

/// y += bias, row by row
struct AddBias {
    const float *bias; ///< [columns]
    std::size_t columns;
    float *y;

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const { y[at] += bias[at % columns]; }
};

/// h as the rows of each block of U read it: m∘h, [sequences, blocks·H]
struct Heard {
    const float *h;    ///< [sequences, H]
    const float *mask; ///< [sequences, blocks·H]
    std::size_t H, columns;
    std::size_t sequences;
    float *to;

    /// `at` may run over several steps, one after the other.
    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const std::size_t row = at / columns, column = at % columns;
        to[at] = mask[row % sequences * columns + column] * h[row * H + column % H];
    }
};

/// dh += Σ over blocks of m∘d, the derivative of Heard for one step
struct HeardBackward {
    const float *d;    ///< [sequences, blocks·H]
    const float *mask; ///< the same
    std::size_t H, columns;
    std::size_t blocks; ///< the first so many
    float *dh;          ///< [sequences, H]

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const std::size_t first = at / H * columns + at % H;
        float sum = 0;
        for (std::size_t block = 0; block < blocks; ++block)
            sum += mask[first + block * H] * d[first + block * H];
        dh[at] += sum;
    }
};

/// x = the row of the embedding that each token asks for; a token without one keeps its x.
struct LookUp {
    const float *embedding; ///< [rows, columns]
    const int *rows;        ///< [tokens], −1: none
    std::size_t columns;
    float *x; ///< [tokens, columns]

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const int row = rows[at / columns];
        if (row >= 0)
            x[at] = embedding[std::size_t(row) * columns + at % columns];
    }
};

/// Adds dL/dx of the tokens of each row to that row's gradient, in the order of the tokens.
struct LookUpBackward {
    const float *dx;   ///< [tokens, columns]
    const int *tokens; ///< of all rows, row by row
    const int *firsts; ///< [rows + 1]: where each row's begin
    std::size_t columns;
    float *gradient; ///< [rows, columns]

    GATESCOPE_HOST_DEVICE void operator()(std::size_t at) const
    {
        const std::size_t row = at / columns, column = at % columns;
        float sum = 0;
        for (int i = firsts[row]; i < firsts[row + 1]; ++i)
            sum += dx[std::size_t(tokens[i]) * columns + column];
        gradient[at] += sum;
    }
};

} // namespace gatescope::gpu
