// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/keras_semantics.h"

#include <algorithm>

namespace gatescope {

namespace {

/// Copies one step of one sequence, number by number, whatever the precision.
void copyStep(const TimeArray &from, int fromStep, TimeArray &to, int toStep, int sequence)
{
    for (int unit = 0; unit < from.units(); ++unit)
        to.set(toStep, sequence, unit, from(fromStep, sequence, unit));
}

} // namespace

Matrix kerasOutput(const Trace &trace)
{
    const NetworkSpec &spec = trace.spec;
    const int top = spec.layers - 1;
    Matrix output(trace.batch->sequences(), spec.outputSize());
    output.leftCols(spec.hiddenSize) = trace.hN[spec.layerIndex(top, Direction::forward)];
    if (spec.bidirectional)
        output.rightCols(spec.hiddenSize) = trace.hN[spec.layerIndex(top, Direction::backward)];
    return output;
}

std::vector<Matrix> kerasStates(const Trace &trace)
{
    const NetworkSpec &spec = trace.spec;
    std::vector<Matrix> states;
    for (int d = 0; d < spec.directions(); ++d) {
        const int i = spec.layerIndex(spec.layers - 1, d == 0 ? Direction::forward : Direction::backward);
        states.push_back(trace.hN[i]);
        if (!trace.cN.empty())
            states.push_back(trace.cN[i]);
    }
    return states;
}

Batch unmasked(const Batch &batch, const StepMask &mask)
{
    Batch left = batch;
    left.pins.clear();
    left.x = TimeArray(batch.steps(), batch.sequences(), batch.x.units(), batch.x.precision());
    for (int n = 0; n < batch.sequences(); ++n) {
        int length = 0;
        for (int t = 0; t < batch.steps(); ++t) {
            if (!mask[n][t])
                continue;
            if (!batch.embeddingRows.empty())
                left.embeddingRows[n][length] = batch.embeddingRows[n][t];
            copyStep(batch.x, t, left.x, length++, n);
        }
        left.lengths[n] = length;
        if (!batch.embeddingRows.empty())
            left.embeddingRows[n].resize(std::size_t(length));
    }
    return left;
}

TimeArray kerasSequences(const Trace &trace, const StepMask &mask, bool zeroOutputForMask)
{
    const bool repeats = !zeroOutputForMask && !trace.spec.bidirectional;
    TimeArray answer(trace.batch->steps(), trace.batch->sequences(), trace.spec.outputSize(), trace.output.precision());
    for (int n = 0; n < answer.batch(); ++n) {
        int read = 0;
        for (int t = 0; t < answer.steps(); ++t) {
            if (mask[n][t])
                copyStep(trace.output, read++, answer, t, n);
            else if (repeats && read > 0)
                copyStep(trace.output, read - 1, answer, t, n);
        }
    }
    return answer;
}

Batch goingBackwards(const Batch &batch)
{
    Batch turned = batch;
    turned.pins.clear();
    for (int n = 0; n < batch.sequences(); ++n) {
        const int length = batch.lengths[n];
        for (int t = 0; t < length; ++t)
            copyStep(batch.x, length - 1 - t, turned.x, t, n);
        if (!batch.embeddingRows.empty())
            std::reverse(turned.embeddingRows[n].begin(), turned.embeddingRows[n].begin() + length);
    }
    return turned;
}

Result<Batch> stateful(const Trace &before, Batch next)
{
    if (next.sequences() != before.batch->sequences())
        return error(
            "When using `stateful=True` in a RNN, the batch size must be static: %1 sequences cannot go on where "
            "%2 ended.",
            {std::to_string(next.sequences()), std::to_string(before.batch->sequences())});
    next.h0 = before.hN;
    next.c0 = before.cN;
    return next;
}

} // namespace gatescope
