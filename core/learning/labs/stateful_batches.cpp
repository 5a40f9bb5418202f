// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/stateful_batches.h"

#include "core/engine/reference_backend.h"
#include "core/learning/labs/padded_batch.h"

#include <utility>

namespace gatescope {

namespace {

void copySequence(const TimeArray &from, int sequence, TimeArray &to, int row, int firstStep = 0)
{
    for (int t = 0; t < from.steps(); ++t)
        for (int i = 0; i < from.units(); ++i)
            to.set(firstStep + t, row, i, from(t, sequence, i));
}

/// The sequence in each row of the second batch.
std::vector<int> rowsOfSecond(StatefulWay way, int sequences)
{
    std::vector<int> order;
    for (int row = 0; row < sequences; ++row)
        order.push_back(way == StatefulWay::reordered      ? (row + 1) % sequences
                            : way == StatefulWay::leftOver ? sequences + row
                                                           : row);
    return order;
}

/// What a row should be read as: a sequence that goes on has both its pieces, one that begins has the second alone.
Batch inOnePiece(const StatefulPieces &pieces, const std::vector<int> &order)
{
    const int steps = pieces.first.steps(), sequences = int(order.size());
    const bool begins = order.front() >= sequences;
    TimeArray x((begins ? 1 : 2) * steps, sequences, pieces.first.units());
    for (int row = 0; row < sequences; ++row) {
        if (begins) {
            copySequence(pieces.others, order[std::size_t(row)] - sequences, x, row);
            continue;
        }
        copySequence(pieces.first, order[std::size_t(row)], x, row);
        copySequence(pieces.second, order[std::size_t(row)], x, row, steps);
    }
    return fullLengthBatch(std::move(x));
}

Batch secondBatch(const StatefulPieces &pieces, const std::vector<int> &order)
{
    const int sequences = int(order.size());
    TimeArray x(pieces.first.steps(), sequences, pieces.first.units());
    for (int row = 0; row < sequences; ++row) {
        const int sequence = order[std::size_t(row)];
        copySequence(sequence < sequences ? pieces.second : pieces.others, sequence % sequences, x, row);
    }
    return fullLengthBatch(std::move(x));
}

/// The lengths of gradient.x, put into the columns from `firstStep` on.
void addLengths(const GradientTrace &gradient, Matrix &lengths, int firstStep)
{
    for (int t = 0; t < gradient.x.steps(); ++t)
        for (int row = 0; row < gradient.x.batch(); ++row)
            lengths(row, firstStep + t) = gradient.x.at(t, row).norm();
}

Result<Matrix> gradientOf(const SmallGru &gru, const StatefulReading &reading, bool flowsOn)
{
    const ReferenceBackend backend;
    Upstream upstream;
    upstream.hN = reading.second->hN; // the derivative of ½|h_n|²
    const auto second = backend.backpropagate(gru.parameters, *reading.second, upstream);
    if (!second)
        return second.error();
    Matrix lengths = Matrix::Zero(reading.sequences(), 2 * reading.steps());
    addLengths(**second, lengths, reading.steps());
    if (!flowsOn)
        return lengths;
    Upstream before;
    before.hN = (*second)->h0;
    const auto first = backend.backpropagate(gru.parameters, *reading.first, before);
    if (!first)
        return first.error();
    addLengths(**first, lengths, 0);
    return lengths;
}

} // namespace

StatefulPieces statefulPieces(int steps, int sequences, int units, std::uint64_t seed)
{
    const TimeArray whole = labNumbers(2 * steps, 2 * sequences, units, seed);
    StatefulPieces pieces{TimeArray(steps, sequences, units), TimeArray(steps, sequences, units),
                          TimeArray(steps, sequences, units)};
    for (int n = 0; n < sequences; ++n)
        for (int t = 0; t < steps; ++t)
            for (int i = 0; i < units; ++i) {
                pieces.first.set(t, n, i, whole(t, n, i));
                pieces.second.set(t, n, i, whole(steps + t, n, i));
                pieces.others.set(t, n, i, whole(t, sequences + n, i));
            }
    return pieces;
}

Result<StatefulReading> readStateful(const SmallGru &gru, const StatefulPieces &pieces, StatefulWay way,
                                     bool isDetached)
{
    StatefulReading reading;
    reading.order = rowsOfSecond(way, pieces.first.batch());
    reading.hasState = way != StatefulWay::reset;
    auto first = run(gru, fullLengthBatch(pieces.first));
    if (!first)
        return first.error();
    Batch next = secondBatch(pieces, reading.order);
    if (reading.hasState)
        next.h0 = (*first)->hN;
    auto second = run(gru, std::move(next));
    if (!second)
        return second.error();
    const auto meant = run(gru, inOnePiece(pieces, reading.order));
    if (!meant)
        return meant.error();
    reading.first = *first;
    reading.second = *second;
    reading.meant = (*meant)->hN.front();
    for (int row = 0; row < reading.sequences(); ++row)
        reading.wrong.push_back(
            relativeDistance(reading.second->hN.front().row(row).transpose(), reading.meant.row(row).transpose()));
    auto gradient = gradientOf(gru, reading, reading.hasState && !isDetached);
    if (!gradient)
        return gradient.error();
    reading.gradient = *std::move(gradient);
    return reading;
}

} // namespace gatescope
