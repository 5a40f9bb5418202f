// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/padding_drift.h"

#include <utility>

namespace gatescope {

namespace {

/// Row k: the sequence with k zeros before or after it, all of which are read.
Batch withMoreAndMore(const Batch &sequences, int sequence, PaddingSide side, int most)
{
    const int length = sequences.lengths[std::size_t(sequence)];
    Batch rows = fullLengthBatch(TimeArray(length + most, most + 1, sequences.x.units()));
    for (int k = 0; k <= most; ++k) {
        rows.lengths[std::size_t(k)] = length + k;
        for (int t = 0; t < length; ++t)
            for (int i = 0; i < sequences.x.units(); ++i)
                rows.x.set(paddedStep(t, length, side, length + k), k, i, sequences.x(t, sequence, i));
    }
    return rows;
}

} // namespace

Result<PaddingReading> readPadded(const SmallGru &gru, const Batch &sequences, PaddingSide side, int steps)
{
    auto packed = run(gru, sequences);
    if (!packed)
        return packed.error();
    auto paddedRun = run(gru, padded(sequences, side, steps));
    if (!paddedRun)
        return paddedRun.error();
    PaddingReading reading{*packed, *paddedRun, side, {}};
    for (int d = 0; d < gru.spec.directions(); ++d) {
        std::vector<double> drift;
        for (int n = 0; n < sequences.sequences(); ++n)
            drift.push_back(relativeDistance(reading.padded->hN[std::size_t(d)].row(n).transpose(),
                                             reading.packed->hN[std::size_t(d)].row(n).transpose()));
        reading.drift.push_back(std::move(drift));
    }
    return reading;
}

Result<std::vector<double>> driftCurve(const SmallGru &gru, const Batch &sequences, int sequence, PaddingSide side,
                                       int most)
{
    const auto trace = run(gru, withMoreAndMore(sequences, sequence, side, most));
    if (!trace)
        return trace.error();
    const Matrix states = kerasOutput(**trace);
    std::vector<double> curve;
    for (int k = 0; k <= most; ++k)
        curve.push_back(relativeDistance(states.row(k).transpose(), states.row(0).transpose()));
    return curve;
}

} // namespace gatescope
