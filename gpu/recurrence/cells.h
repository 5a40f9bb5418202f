// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/gru_cell.h"
#include "gpu/recurrence/lstm_cell.h"
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

} // namespace gatescope::gpu
