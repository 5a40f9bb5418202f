// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/health_layers.h"
#include "core/trace/health_report.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// The length of the gradient of the state of one sequence on its way back: the step read last comes first.
struct WayBack {
    std::vector<int> steps;
    std::vector<double> lengths;
    int sequence = 0;

    std::size_t largest() const { return std::size_t(std::ranges::max_element(lengths) - lengths.begin()); }
};

WayBack wayBack(const LayerInSight &layer, const GradientTrace &gradients, int sequence)
{
    const TimeArray &dh = gradients.at(layer.trace.spec, layer.layer, layer.direction)[Part::state];
    WayBack way{{}, {}, sequence};
    const int length = layer.trace.length(sequence);
    for (int k = length - 1; k >= 0; --k) {
        way.steps.push_back(layer.direction == Direction::forward ? k : length - 1 - k);
        way.lengths.push_back(dh.at(way.steps.back(), sequence).norm());
    }
    return way;
}

/// Where on its way, past its largest, the gradient falls under a millionth of that; none if it does not.
std::optional<std::size_t> deathOf(const WayBack &way)
{
    const std::size_t largest = way.largest();
    for (std::size_t k = largest + 1; k < way.lengths.size(); ++k)
        if (way.lengths[k] < deadShare * way.lengths[largest])
            return k;
    return std::nullopt;
}

/// How much larger the gradient becomes than it was where it first came in.
double growthOf(const WayBack &way)
{
    const auto first = std::ranges::find_if(way.lengths, [](double length) { return length > 0; });
    return first == way.lengths.end() ? 1 : way.lengths[way.largest()] / *first;
}

Finding found(const LayerInSight &layer, FindingKind kind, Severity severity, const WayBack &way, std::size_t at,
              Sentence said)
{
    Finding finding = layer.finding(kind, severity, std::move(said));
    finding.place = {layer.layer, layer.direction, way.steps[at], way.sequence};
    finding.part = Part::state;
    finding.numbers = {{"largest", way.lengths[way.largest()]}, {"there", way.lengths[at]}};
    return finding;
}

Finding dead(const LayerInSight &layer, const WayBack &way, std::size_t at)
{
    const std::size_t largest = way.largest();
    return found(layer, FindingKind::gradientDies, Severity::problem, way, at,
                 sentence("%1: the gradient of the state is largest at step %2 of sequence %3; on its way back it "
                          "falls under a millionth of that at step %4, after %5 steps: what comes before is hardly "
                          "learned from, on this input.",
                          {layer.name(), std::to_string(way.steps[largest]), std::to_string(way.sequence),
                           std::to_string(way.steps[at]), std::to_string(at - largest)}));
}

Finding exploded(const LayerInSight &layer, const WayBack &way)
{
    return found(layer, FindingKind::gradientExplodes, Severity::problem, way, way.largest(),
                 sentence("%1: on its way back through sequence %2 the gradient of the state grows %3 times, to %4 "
                          "at step %5: it explodes, on this input.",
                          {layer.name(), std::to_string(way.sequence), shortText(growthOf(way)),
                           shortText(way.lengths[way.largest()]), std::to_string(way.steps[way.largest()])}));
}

Finding reaching(const LayerInSight &layer, const WayBack &way)
{
    const std::size_t last = way.lengths.size() - 1;
    const double share = way.lengths[last] / way.lengths[way.largest()];
    return found(layer, FindingKind::gradientReaches, Severity::note, way, last,
                 sentence("%1: the gradient of the state arrives at the first step that is read, step %2 of sequence "
                          "%3, with %4 % of its largest length, on this input.",
                          {layer.name(), std::to_string(way.steps[last]), std::to_string(way.sequence),
                           shortText(100 * share)}));
}

} // namespace

void addGradients(const LayerInSight &layer, const GradientTrace &gradients, std::vector<Finding> &findings)
{
    std::vector<WayBack> ways;
    for (int n = 0; n < layer.trace.batch->sequences(); ++n)
        if (WayBack way = wayBack(layer, gradients, n); way.lengths[way.largest()] > 0)
            ways.push_back(std::move(way));
    if (ways.empty())
        return;

    // Of all sequences the one where it goes worst is named.
    const auto grown = std::ranges::max_element(ways, {}, growthOf);
    if (growthOf(*grown) >= explosion)
        findings.push_back(exploded(layer, *grown));
    const auto survival = [](const WayBack &way) {
        const auto death = deathOf(way);
        return death ? *death - way.largest() : std::numeric_limits<std::size_t>::max();
    };
    const auto shortest = std::ranges::min_element(ways, {}, survival);
    if (const auto death = deathOf(*shortest))
        findings.push_back(dead(layer, *shortest, *death));
    else
        findings.push_back(
            reaching(layer, *std::ranges::max_element(ways, {}, [](const WayBack &way) { return way.steps.size(); })));
}

} // namespace gatescope
