// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/batch.h"
#include "core/model/parameters.h"

#include <vector>

namespace gatescope {

/// The rows of the embedding that the sequences ask for, [time, batch, columns], 0 past a sequence's
/// end; `rows` is [sequence][step], and every row exists.
TimeArray lookUp(const Matrix &embedding, const std::vector<std::vector<int>> &rows);

/// The batch with x as the network's embedding has it now; the batch itself where x came from no embedding.
Batch lookedUp(const Batch &batch, const Parameters &parameters);

/// The derivative of lookUp: each step's dL/dx is added to the row of dEmbedding that the step was taken from; the
/// padding row is not trained, so it gets none, as in nn.Embedding(padding_idx).
void lookUpBackward(const std::vector<std::vector<int>> &rows, const TimeArray &dx, Matrix &dEmbedding,
                    int paddingRow = -1);

} // namespace gatescope
