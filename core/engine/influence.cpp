// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/influence.h"

#include "core/base/goes_on.h"
#include "core/ops/embedding.h"

namespace gatescope {

namespace {

Result<void> isThere(const char *what, int index, int count)
{
    if (index >= 0 && index < count)
        return {};
    return error("There is no %1 %2; there are %3, counted from 0.",
                 {what, std::to_string(index), std::to_string(count)});
}

Result<void> check(const Trace &trace, const OutputPlace &place)
{
    if (const auto there = isThere("sequence", place.sequence, trace.batch->sequences()); !there)
        return there;
    if (const auto there = isThere("step", place.step, trace.length(place.sequence)); !there)
        return there;
    const bool hasHead = trace.spec.headOutputs > 0;
    return isThere("output", place.output, hasHead ? trace.spec.headOutputs : trace.spec.outputSize());
}

/// dy/dy: 1 at the place, 0 elsewhere.
TimeArray oneAt(const TimeArray &outputs, const OutputPlace &place)
{
    TimeArray one(outputs.steps(), outputs.batch(), outputs.units(), outputs.precision());
    one.set(place.step, place.sequence, place.output, 1);
    return one;
}

} // namespace

Result<Influence> influenceOn(const Backend &backend, const Parameters &parameters, const Trace &trace,
                              const OutputPlace &place, const std::stop_token &stop)
{
    if (const auto there = check(trace, place); !there)
        return there.error();
    if (const auto on = goesOn(stop); !on)
        return on.error();
    const bool hasHead = trace.spec.headOutputs > 0;
    const TimeArray &outputs = hasHead ? trace.headOutput : trace.output;
    Upstream upstream;
    (hasHead ? upstream.headOutput : upstream.output) = oneAt(outputs, place);
    const auto gradients = backend.backpropagate(parameters, trace, upstream);
    if (!gradients)
        return gradients.error();
    if (const auto on = goesOn(stop); !on)
        return on.error();

    const Batch &batch = *trace.batch;
    const int length = trace.length(place.sequence);
    Influence influence;
    influence.output = outputs(place.step, place.sequence, place.output);
    influence.gradient.resize(length, trace.spec.inputSize);
    influence.contributions.resize(length);
    for (int t = 0; t < length; ++t) {
        const Vector dx = (*gradients)->x.at(t, place.sequence);
        influence.gradient.row(t) = dx.transpose();
        influence.contributions[t] = dx.dot(batch.x.at(t, place.sequence));
    }
    influence.lengths = influence.gradient.rowwise().norm();
    if (!batch.embeddingRows.empty()) {
        influence.embedding = Matrix::Zero(trace.spec.embeddingRows, trace.spec.inputSize);
        lookUpBackward(batch.embeddingRows, (*gradients)->x, influence.embedding); // the padding row's too: it is read
    }
    return influence;
}

} // namespace gatescope
