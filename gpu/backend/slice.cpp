// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/slice.h"

#include <algorithm>

namespace gatescope::gpu {

namespace {

TimeArray sliceOf(const TimeArray &array, int first, int rows)
{
    TimeArray slice(array.steps(), rows, array.units(), array.precision());
    for (int t = 0; t < array.steps(); ++t)
        for (int n = 0; n < rows; ++n)
            for (int i = 0; i < array.units(); ++i)
                slice.set(t, n, i, array(t, first + n, i));
    return slice;
}

std::vector<Matrix> sliceOf(const std::vector<Matrix> &matrices, int first, int rows)
{
    std::vector<Matrix> slices;
    for (const Matrix &matrix : matrices)
        slices.push_back(matrix.middleRows(first, rows));
    return slices;
}

template<typename Row>
std::vector<Row> sliceOf(const std::vector<Row> &list, int first, int rows)
{
    return list.empty() ? list : std::vector<Row>(list.begin() + first, list.begin() + first + rows);
}

} // namespace

Batch sliceOf(const Batch &batch, int first, int rows)
{
    Batch slice;
    slice.x = sliceOf(batch.x, first, rows);
    slice.lengths = sliceOf(batch.lengths, first, rows);
    slice.h0 = sliceOf(batch.h0, first, rows);
    slice.c0 = sliceOf(batch.c0, first, rows);
    slice.embeddingRows = sliceOf(batch.embeddingRows, first, rows);
    for (const TimeArray &mask : batch.dropout.betweenLayers)
        slice.dropout.betweenLayers.push_back(sliceOf(mask, first, rows));
    slice.dropout.input = sliceOf(batch.dropout.input, first, rows);
    slice.dropout.recurrent = sliceOf(batch.dropout.recurrent, first, rows);
    return slice;
}

Objective sliceOf(const Objective &objective, int first, int rows)
{
    Objective slice = objective;
    slice.classes = sliceOf(objective.classes, first, rows);
    if (!objective.values.empty())
        slice.values = sliceOf(objective.values, first, rows);
    return slice;
}

} // namespace gatescope::gpu
