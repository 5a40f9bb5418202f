// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/gru_cell.h"
#include "gpu/recurrence/lstm_cell.h"
#include "gpu/recurrence/recurrence_block.h"
#include "gpu/recurrence/rnn_cell.h"

#include <type_traits>

namespace gatescope::gpu {

/// work(Cell()) with the struct that the cell has.
template<typename Work>
auto withCell(RecurrentCell cell, const Work &work)
{
    switch (cell) {
    case RecurrentCell::gru:
        break;
    case RecurrentCell::gruThatResetsBefore:
        return work(ResetBeforeCell());
    case RecurrentCell::lstm:
        return work(LstmCell());
    case RecurrentCell::rnn:
        return work(RnnCell());
    }
    return work(GruCell());
}

/// work(constant) with the precision as a type.
template<typename Work>
auto withPrecision(ProductPrecision precision, const Work &work)
{
    switch (precision) {
    case ProductPrecision::float32:
        break;
    case ProductPrecision::tf32:
        return work(std::integral_constant<ProductPrecision, ProductPrecision::tf32>());
    case ProductPrecision::bf16:
        return work(std::integral_constant<ProductPrecision, ProductPrecision::bf16>());
    }
    return work(std::integral_constant<ProductPrecision, ProductPrecision::float32>());
}

/// work<ForwardBlock, BackwardBlock>() with the blocks of a cell, of which there are some chunks.
template<typename Cell, typename Work>
auto withBlocksOf(ProductPrecision precision, int chunks, const Work &work)
{
    return withPrecision(precision, [&](auto constant) {
        constexpr ProductPrecision known = decltype(constant)::value;
        if constexpr (needsKernelOfEight(Cell::products, known)) {
            if (chunks == 8)
                return work.template operator()<ForwardBlock<Cell, known, 8>, BackwardBlock<Cell, known, 8>>();
        }
        return work.template operator()<ForwardBlock<Cell, known, 4>, BackwardBlock<Cell, known, 4>>();
    });
}
template<typename Work>
auto withBlocks(RecurrentCell cell, ProductPrecision precision, int chunks, const Work &work)
{
    return withCell(cell, [&]<typename Cell>(Cell) { return withBlocksOf<Cell>(precision, chunks, work); });
}

} // namespace gatescope::gpu
