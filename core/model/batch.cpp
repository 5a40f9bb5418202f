// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/batch.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr double mostRecordNumbers = 2147483648.0; // 2³¹ doubles are 16 GiB

std::string text(int number)
{
    return std::to_string(number);
}

Result<void> checkLengths(const Batch &batch)
{
    const int count = static_cast<int>(batch.lengths.size());
    if (count != batch.sequences())
        return error(
            "Expected `len(lengths)` to be equal to batch_size, but got %1 (batch_size=%2): give one length for "
            "each sequence.",
            {text(count), text(batch.sequences())});
    for (int n = 0; n < count; ++n) {
        const int length = batch.lengths[n];
        if (length <= 0)
            return error(
                "Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0: "
                "sequence %1 has length %2, give it at least one step.",
                {text(n), text(length)});
        if (length > batch.steps())
            return error("Sequence %1 has length %2, but x has only %3 steps: shorten the length, or pad x.",
                         {text(n), text(length), text(batch.steps())});
    }
    return {};
}

/// `name` is how PyTorch calls the state: "hidden", and for an LSTM "hidden[0]" and "hidden[1]".
Result<void> checkState(const std::vector<Matrix> &state, const std::string &name, const NetworkSpec &spec,
                        int sequences)
{
    if (state.empty())
        return {};
    const int layers = spec.layers * spec.directions();
    const int found = static_cast<int>(state.size());
    for (const Matrix &values : state) {
        if (found == layers && values.rows() == sequences && values.cols() == spec.hiddenSize)
            continue;
        return error(
            "Expected %1 size (%2, %3, %4), got [%5, %6, %7]: one row of units for each layer and direction, and "
            "each sequence.",
            {name, text(layers), text(sequences), text(spec.hiddenSize), text(found), std::to_string(values.rows()),
             std::to_string(values.cols())});
    }
    for (int i = 0; i < found; ++i) {
        if (!state[i].allFinite())
            return error("%1[%2] holds a number that is not finite: replace each nan and infinity.", {name, text(i)});
    }
    return {};
}

Result<void> checkFinite(const TimeArray &x)
{
    if (x.allFinite())
        return {};
    for (int t = 0; t < x.steps(); ++t)
        for (int n = 0; n < x.batch(); ++n)
            for (int i = 0; i < x.units(); ++i)
                if (!std::isfinite(x(t, n, i)))
                    return error("x is not finite at step %1 of sequence %2, value %3: replace it by a number.",
                                 {text(t), text(n), text(i)});
    return {};
}

Result<void> checkEmbeddingRows(const NetworkSpec &spec, const Batch &batch)
{
    const auto &rows = batch.embeddingRows;
    if (rows.empty())
        return {};
    if (static_cast<int>(rows.size()) != batch.sequences())
        return error("The batch has %1 sequences, but embedding rows for %2: give one list for each.",
                     {text(batch.sequences()), std::to_string(rows.size())});
    for (int n = 0; n < batch.sequences(); ++n) {
        if (static_cast<int>(rows[n].size()) < batch.lengths[n])
            return error("Sequence %1 has %2 steps, but only %3 embedding rows: give one for each step.",
                         {text(n), text(batch.lengths[n]), std::to_string(rows[n].size())});
        for (const int row : rows[n])
            if (row < 0 || row >= spec.embeddingRows)
                return error("index out of range in self: sequence %1 asks for row %2 of an embedding with %3 rows.",
                             {text(n), text(row), text(spec.embeddingRows)});
    }
    return {};
}

} // namespace

double recordNumbers(const NetworkSpec &spec, int sequences, int steps)
{
    const double states = double(spec.layers) * spec.directions() * spec.hiddenSize;
    const double perStep = spec.inputSize + states * double(describe(spec.cell).recorded.size()) + spec.headOutputs;
    return double(sequences) * steps * perStep;
}

Batch fullLengthBatch(TimeArray x)
{
    Batch batch;
    batch.lengths.assign(static_cast<std::size_t>(x.batch()), x.steps());
    batch.x = std::move(x);
    return batch;
}

Result<void> check(const NetworkSpec &spec, const Batch &batch)
{
    if (batch.steps() <= 0)
        return error("Expected sequence length to be larger than 0 in RNN: give each sequence at least one step.");
    if (batch.sequences() <= 0)
        return error("The batch has no sequence: give the network at least one to read.");
    if (batch.x.units() != spec.inputSize)
        return error(
            "input.size(-1) must be equal to input_size. Expected %1, got %2: give each step %1 numbers, or set "
            "input_size to %2.",
            {text(spec.inputSize), text(batch.x.units())});
    const CellDescription &cell = describe(spec.cell);
    if (recordNumbers(spec, batch.sequences(), batch.steps()) > mostRecordNumbers)
        return error("A record of %1 steps of %2 sequences would not fit in memory: give the network fewer steps or "
                     "sequences, or fewer units.",
                     {text(batch.steps()), text(batch.sequences())});
    if (const auto lengths = checkLengths(batch); !lengths)
        return lengths;
    if (!cell.hasCellState && !batch.c0.empty())
        return error("c0 is given, but a %1 has no cell state: remove it.", {std::string(cell.pytorchName)});
    if (const auto h0 = checkState(batch.h0, cell.hasCellState ? "hidden[0]" : "hidden", spec, batch.sequences()); !h0)
        return h0;
    if (const auto c0 = checkState(batch.c0, "hidden[1]", spec, batch.sequences()); !c0)
        return c0;
    if (const auto rows = checkEmbeddingRows(spec, batch); !rows)
        return rows;
    if (const auto masks = check(spec, batch.dropout, batch.steps(), batch.sequences()); !masks)
        return masks;
    if (const auto pins = check(spec, batch.lengths, batch.pins); !pins)
        return pins;
    return checkFinite(batch.x);
}

} // namespace gatescope
