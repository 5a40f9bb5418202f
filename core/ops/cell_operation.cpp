// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/cell_operation.h"

#include "core/ops/gru.h"
#include "core/ops/lstm.h"
#include "core/ops/rnn.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace gatescope {

const CellOperation &operationOf(CellKind kind)
{
    static const std::array table{
        CellOperation{CellKind::gru, gruForward, gruBackward},
        CellOperation{CellKind::lstm, lstmForward, lstmBackward},
        CellOperation{CellKind::rnn, rnnForward, rnnBackward},
    };
    const auto found = std::ranges::find(table, kind, &CellOperation::kind);
    assert(found != table.end());
    return *found;
}

} // namespace gatescope
