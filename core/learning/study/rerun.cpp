// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/study/rerun.h"

#include "core/engine/reference_backend.h"

#include <algorithm>

namespace gatescope {

std::shared_ptr<const Trace> runOf(const Experiment &experiment, const Batch &batch)
{
    return ReferenceBackend().run(experiment.spec, experiment.parameters, std::make_shared<const Batch>(batch)).value();
}

Batch alone(const Batch &batch, int sequence)
{
    Batch one = fullLengthBatch(TimeArray(batch.lengths[std::size_t(sequence)], 1, batch.x.units()));
    for (int t = 0; t < one.steps(); ++t)
        for (int i = 0; i < batch.x.units(); ++i)
            one.x.set(t, 0, i, batch.x(t, sequence, i));
    return one;
}

Batch nudged(Batch batch, int step, int sequence)
{
    batch.x.set(step, sequence, 0, batch.x(step, sequence, 0) + 1);
    return batch;
}

double outputsApart(const Trace &one, const Trace &other)
{
    double largest = 0;
    for (int t = 0; t < one.output.steps(); ++t)
        largest = std::max(largest, (one.output.at(t, 0) - other.output.at(t, 0)).cwiseAbs().maxCoeff());
    return largest;
}

std::vector<double> ripple(const Experiment &experiment, const Batch &batch, int step)
{
    const Batch one = alone(batch, 0);
    const auto before = runOf(experiment, one), after = runOf(experiment, nudged(one, step));
    std::vector<double> moved;
    for (int t = 0; t < one.steps(); ++t)
        moved.push_back((after->output.at(t, 0) - before->output.at(t, 0)).norm());
    return moved;
}

} // namespace gatescope
