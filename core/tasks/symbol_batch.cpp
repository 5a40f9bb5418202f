// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/symbol_batch.h"

#include <algorithm>

namespace gatescope {

namespace {

/// All values of x are 0.
Batch batchOfLengths(const SymbolRows &rows, int inputSize)
{
    Batch batch;
    for (const std::vector<int> &sequence : rows)
        batch.lengths.push_back(static_cast<int>(sequence.size()));
    const int steps = batch.lengths.empty() ? 0 : std::ranges::max(batch.lengths);
    batch.x = TimeArray(steps, static_cast<int>(rows.size()), inputSize);
    return batch;
}

} // namespace

Batch oneHotBatch(const SymbolRows &rows, int symbols)
{
    Batch batch = batchOfLengths(rows, symbols);
    for (int n = 0; n < batch.sequences(); ++n)
        for (int t = 0; t < batch.lengths[n]; ++t)
            batch.x.set(t, n, rows[n][t], 1);
    return batch;
}

Batch embeddingBatch(SymbolRows rows, int width)
{
    Batch batch = batchOfLengths(rows, width);
    batch.embeddingRows = std::move(rows);
    return batch;
}

} // namespace gatescope
