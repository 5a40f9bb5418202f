// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/padded_batch.h"

#include <limits>

namespace gatescope {

int paddedStep(int t, int length, PaddingSide side, int steps)
{
    return side == PaddingSide::right ? t : steps - length + t;
}

Batch padded(const Batch &sequences, PaddingSide side, int steps)
{
    TimeArray x(steps, sequences.sequences(), sequences.x.units());
    for (int n = 0; n < sequences.sequences(); ++n) {
        const int length = sequences.lengths[std::size_t(n)];
        for (int t = 0; t < length; ++t)
            for (int i = 0; i < x.units(); ++i)
                x.set(paddedStep(t, length, side, steps), n, i, sequences.x(t, n, i));
    }
    return fullLengthBatch(std::move(x));
}

StepMask realSteps(const std::vector<int> &lengths, PaddingSide side, int steps)
{
    StepMask mask(lengths.size(), std::vector<bool>(std::size_t(steps), false));
    for (std::size_t n = 0; n < lengths.size(); ++n)
        for (int t = 0; t < lengths[n]; ++t)
            mask[n][std::size_t(paddedStep(t, lengths[n], side, steps))] = true;
    return mask;
}

double relativeDistance(const Vector &found, const Vector &meant)
{
    const double distance = (found - meant).norm();
    if (distance == 0)
        return 0;
    return meant.norm() > 0 ? distance / meant.norm() : std::numeric_limits<double>::infinity();
}

} // namespace gatescope
