// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/itemised_gradient.h"

#include "core/base/goes_on.h"
#include "core/engine/evaluation.h"
#include "core/trace/repeated_trace.h"

#include <algorithm>

namespace gatescope {

namespace {

/// Numbers that the record of a batch of copies may hold, 32 MiB; its gradients are as many again.
constexpr double chunkNumbers = 1 << 22;

/// Whether the network's answer at a step knows the steps after it.
bool looksAhead(const NetworkSpec &spec)
{
    return spec.bidirectional || spec.headReads == HeadReads::attention;
}

/// An even choice of at most so many, the first and the last among them.
std::vector<int> sampled(const std::vector<int> &steps, int most)
{
    const std::size_t count = steps.size();
    const auto wanted = static_cast<std::size_t>(std::max(most, 2));
    if (count <= wanted)
        return steps;
    std::vector<int> chosen;
    for (std::size_t i = 0; i < wanted; ++i)
        chosen.push_back(steps[i * (count - 1) / (wanted - 1)]);
    return chosen;
}

/// What backpropagation starts from when copy i has the loss of its own source alone.
TimeArray onlyAt(const TimeArray &dy, int sequence, const std::vector<int> &sources, int steps)
{
    if (dy.empty())
        return {};
    TimeArray only(steps, static_cast<int>(sources.size()), dy.units());
    for (std::size_t i = 0; i < sources.size(); ++i)
        only.step(sources[i]).row(static_cast<Eigen::Index>(i)) = dy.at(sources[i], sequence).transpose();
    return only;
}

/// Backpropagation is linear in what it starts from, so each copy of the sequence takes one source's part.
Result<std::shared_ptr<const GradientTrace>> propagatedApart(const Backend &backend, const Parameters &parameters,
                                                             const Trace &trace, const Upstream &whole, int sequence,
                                                             const std::vector<int> &sources)
{
    std::vector<int> lengths;
    for (const int source : sources) // what comes after a source gets nothing of its loss
        lengths.push_back(looksAhead(trace.spec) ? trace.length(sequence) : source + 1);
    const Trace copies = repeated(trace, sequence, lengths);
    Upstream upstream;
    upstream.output = onlyAt(whole.output, sequence, sources, copies.batch->steps());
    upstream.headOutput = onlyAt(whole.headOutput, sequence, sources, copies.batch->steps());
    return backend.backpropagate(parameters, copies, upstream);
}

/// As many copies at a time as are modest in memory.
std::size_t chunkOf(const Trace &trace, int sequence)
{
    const double perCopy = recordNumbers(trace.spec, 1, trace.length(sequence));
    return static_cast<std::size_t>(std::clamp(chunkNumbers / perCopy, 1.0, 64.0));
}

Result<void> checkAsked(const Trace &trace, const Objective &objective)
{
    if (trace.output.precision() != TimeArray::Precision::f64)
        return error("This record holds single precision: itemise the gradient of one in double precision.");
    return check(trace.spec, *trace.batch, objective);
}

} // namespace

Result<ItemisedGradient> itemisedGradient(const Backend &backend, const Parameters &parameters, const Trace &trace,
                                          const Objective &objective, const Moment &place, int most,
                                          std::stop_token stop)
{
    if (const auto fits = checkAsked(trace, objective); !fits)
        return fits.error();
    const int length = trace.length(place.sequence);
    std::vector<int> watched;
    for (int t = 0; t < length; ++t)
        if (isWatched(objective, *trace.batch, place.sequence, t))
            watched.push_back(t);

    ItemisedGradient items{sampled(watched, most), static_cast<int>(watched.size()), {}, {}};
    const auto rows = static_cast<Eigen::Index>(items.sources.size());
    items.lengths = Matrix::Zero(rows, length);
    items.startLengths = Vector::Zero(rows);
    const Upstream whole = takeLoss(trace, objective).upstream;
    const int index = trace.spec.layerIndex(place.layer, place.direction);
    const std::size_t chunk = chunkOf(trace, place.sequence);
    for (std::size_t first = 0; first < items.sources.size(); first += chunk) {
        if (const auto on = goesOn(stop); !on)
            return on.error();
        const auto from = items.sources.begin() + std::ptrdiff_t(first);
        const std::vector<int> some(from, from + std::ptrdiff_t(std::min(chunk, items.sources.size() - first)));
        const auto gradients = propagatedApart(backend, parameters, trace, whole, place.sequence, some);
        if (!gradients)
            return gradients.error();
        const TimeArray &dh = (*gradients)->layers[index][Part::state];
        for (int i = 0; i < static_cast<int>(some.size()); ++i) {
            const auto row = static_cast<Eigen::Index>(first) + i;
            for (int t = 0; t < dh.steps(); ++t)
                items.lengths(row, t) = dh.at(t, i).norm();
            items.startLengths[row] = (*gradients)->h0[index].row(i).norm();
        }
    }
    return items;
}

Result<std::shared_ptr<const GradientTrace>> gradientOfLossAt(const Backend &backend, const Parameters &parameters,
                                                              const Trace &trace, const Objective &objective,
                                                              int sequence, int source)
{
    if (const auto fits = checkAsked(trace, objective); !fits)
        return fits.error();
    const Trace alone = repeated(trace, sequence, {trace.length(sequence)});
    const Upstream whole = takeLoss(trace, objective).upstream;
    Upstream upstream;
    upstream.output = onlyAt(whole.output, sequence, {source}, alone.batch->steps());
    upstream.headOutput = onlyAt(whole.headOutput, sequence, {source}, alone.batch->steps());
    return backend.backpropagate(parameters, alone, upstream);
}

} // namespace gatescope
