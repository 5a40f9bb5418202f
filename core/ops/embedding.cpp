// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/embedding.h"

#include <algorithm>

namespace gatescope {

TimeArray lookUp(const Matrix &embedding, const std::vector<std::vector<int>> &rows)
{
    std::size_t steps = 0;
    for (const std::vector<int> &sequence : rows)
        steps = std::max(steps, sequence.size());

    TimeArray x(static_cast<int>(steps), static_cast<int>(rows.size()), static_cast<int>(embedding.cols()));
    for (int n = 0; n < x.batch(); ++n)
        for (int t = 0; t < static_cast<int>(rows[n].size()); ++t)
            x.step(t).row(n) = embedding.row(rows[n][t]);
    return x;
}

Batch lookedUp(const Batch &batch, const Parameters &parameters)
{
    Batch read = batch;
    if (parameters.embedding && !batch.embeddingRows.empty())
        read.x = lookUp(*parameters.embedding, batch.embeddingRows);
    return read;
}

void lookUpBackward(const std::vector<std::vector<int>> &rows, const TimeArray &dx, Matrix &dEmbedding, int paddingRow)
{
    for (int n = 0; n < dx.batch(); ++n)
        for (int t = 0; t < std::min(dx.steps(), static_cast<int>(rows[n].size())); ++t)
            if (rows[n][t] != paddingRow)
                dEmbedding.row(rows[n][t]) += dx.at(t, n).transpose();
}

} // namespace gatescope
