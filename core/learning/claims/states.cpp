// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/engine/reference_backend.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Steps first to last − 1 of all sequences, with nothing handed on.
Batch pieceOf(const Batch &batch, int first, int last)
{
    Batch piece = fullLengthBatch(TimeArray(last - first, batch.sequences(), batch.x.units()));
    for (int t = first; t < last; ++t)
        for (int n = 0; n < batch.sequences(); ++n)
            for (int i = 0; i < batch.x.units(); ++i)
                piece.x.set(t - first, n, i, batch.x(t, n, i));
    return piece;
}

/// A long batch read in one piece, and in two halves of which the second goes on with the states of the first.
struct TwoHalves {
    int cut = 0;
    std::shared_ptr<const Trace> whole, first, second;
};

/// None where a network cannot be cut so: it reads both ways, or its sequences differ in length.
std::optional<TwoHalves> inTwoHalves(const Studied &studied)
{
    const Batch &batch = *studied.trace->batch;
    const int steps = batch.steps();
    if (studied.spec().bidirectional || studied.spec().cell == CellKind::lstm || steps < 4 || steps % 2 != 0
        || std::ranges::any_of(batch.lengths, [&](int length) { return length != steps; }))
        return std::nullopt;
    TwoHalves halves;
    halves.cut = steps / 2;
    halves.whole = runOf(studied.experiment, pieceOf(batch, 0, steps));
    halves.first = runOf(studied.experiment, pieceOf(batch, 0, halves.cut));
    Batch second = pieceOf(batch, halves.cut, steps);
    second.h0 = halves.first->hN;
    halves.second = runOf(studied.experiment, second);
    return halves;
}

/// How far an output at a step after the cut lies from the whole one's.
double fromWhole(const TwoHalves &halves, const Trace &second, int step, int row, int sequence)
{
    return (second.output.at(step, row) - halves.whole->output.at(halves.cut + step, sequence)).norm();
}

Evidence carriedIsWhole(const Studied &studied)
{
    const auto halves = inTwoHalves(studied);
    if (!halves)
        return {};
    const int steps = 2 * halves->cut;
    const auto anew = runOf(studied.experiment, pieceOf(*studied.trace->batch, halves->cut, steps));
    const int later = std::min(10, halves->cut - 1);
    double carried = 0;
    std::vector<double> lost;
    for (int t = 0; t < halves->cut; ++t) {
        for (int n = 0; n < studied.trace->batch->sequences(); ++n)
            carried = std::max(carried, fromWhole(*halves, *halves->second, t, n, n));
        lost.push_back(fromWhole(*halves, *anew, t, 0, 0));
    }
    return {carried == 0 && lost.front() > 0.01,
            sentence("%1 steps in one piece against twice %2 with the state handed on: the outputs differ by %3. Begun "
                     "anew at the cut they differ by %4 at once, and by %5 at step %6 after it.",
                     {std::to_string(steps), std::to_string(halves->cut), measuredText(carried),
                      measuredText(lost.front()), measuredText(lost[std::size_t(later)]), std::to_string(later)}),
            {{sentence("begun anew"), "h", lost}},
            sentence("distance from the whole, by steps after the cut")};
}

/// Row 0 of the second batch is another sequence and goes on with the state of the one before.
Evidence rowsGoOn(const Studied &studied)
{
    const auto halves = inTwoHalves(studied);
    if (!halves || studied.trace->batch->sequences() < 2)
        return {};
    Batch exchanged = *halves->second->batch;
    for (int t = 0; t < exchanged.steps(); ++t)
        for (int i = 0; i < exchanged.x.units(); ++i) {
            exchanged.x.set(t, 0, i, halves->second->batch->x(t, 1, i));
            exchanged.x.set(t, 1, i, halves->second->batch->x(t, 0, i));
        }
    const double kept = fromWhole(*halves, *halves->second, 0, 0, 0),
                 wrong = fromWhole(*halves, *runOf(studied.experiment, exchanged), 0, 0, 1);
    return {kept == 0 && wrong > 0.01,
            sentence("Each sequence in its own row lies %1 from the whole one after the cut. With sequences 0 and 1 "
                     "exchanged in the second batch sequence 1 goes on with the state of sequence 0, and lies %2 off.",
                     {measuredText(kept), measuredText(wrong)})};
}

/// Back from ½|h|² of the last states.
std::shared_ptr<const GradientTrace> backFrom(const Experiment &experiment, const Trace &trace,
                                              const std::vector<Matrix> &atLast)
{
    Upstream upstream;
    upstream.hN = atLast;
    return ReferenceBackend().backpropagate(experiment.parameters, trace, upstream).value();
}

/// All weights' gradients, one after another.
Vector inOneRow(const NetworkSpec &spec, const Parameters &gradient)
{
    std::vector<double> values;
    for (const auto &tensor : views(spec, gradient))
        values.insert(values.end(), tensor.values.data(), tensor.values.data() + tensor.values.size());
    return Eigen::Map<const Vector>(values.data(), Eigen::Index(values.size()));
}

Evidence cutStopsGradient(const Studied &studied)
{
    const auto halves = inTwoHalves(studied);
    if (!halves)
        return {};
    const NetworkSpec &spec = studied.spec();
    const auto whole = backFrom(studied.experiment, *halves->whole, halves->whole->hN),
               second = backFrom(studied.experiment, *halves->second, halves->second->hN);
    const int before = halves->cut - 1;
    const double reaches = whole->x.at(before, 0).norm();
    const auto nudgedRun = runOf(studied.experiment, nudged(*halves->whole->batch, before));
    const double moves = (nudgedRun->hN[0].row(0) - halves->whole->hN[0].row(0)).norm();
    const Vector all = inOneRow(spec, whole->parameters), cut = inOneRow(spec, second->parameters);
    if (all.norm() == 0)
        return {};
    return {
        reaches > 0 && moves > 0 && (all - cut).norm() > 1e-3 * all.norm(),
        sentence("A change of the input at step %1, before the cut, moves the last state by %2. In one piece the "
                 "gradient there is %3; the second batch's goes back to step %4 and no further. The gradient of all "
                 "weights is off by %5 % for it.",
                 {std::to_string(before), measuredText(moves), measuredText(reaches), std::to_string(halves->cut),
                  measuredText(100 * (all - cut).norm() / all.norm())})};
}

/// What arrives at the handed state, sent on into the first half, makes the whole gradient.
Evidence undetachedIsWhole(const Studied &studied)
{
    const auto halves = inTwoHalves(studied);
    if (!halves)
        return {};
    const NetworkSpec &spec = studied.spec();
    const auto whole = backFrom(studied.experiment, *halves->whole, halves->whole->hN),
               second = backFrom(studied.experiment, *halves->second, halves->second->hN),
               first = backFrom(studied.experiment, *halves->first, second->h0);
    const Vector all = inOneRow(spec, whole->parameters);
    const double off
        = (all - inOneRow(spec, first->parameters) - inOneRow(spec, second->parameters)).norm() / all.norm();
    return {
        off < 1e-12 && first->h0.front().allFinite() && second->h0.front().norm() > 0,
        sentence("Sent on through the handed state into the first half, what both halves say of the weights adds up to "
                 "the whole gradient, off by a share of %1. For that the record of all %2 steps has to be kept.",
                 {measuredText(off), std::to_string(2 * halves->cut)})};
}

/// Of pieces of some lengths that end at the last step: how far their gradient of all weights lies from the whole one.
Evidence longerPiecesMissLess(const Studied &studied)
{
    constexpr int longest = 50;
    const auto halves = inTwoHalves(studied);
    if (!halves || 2 * halves->cut <= longest)
        return {};
    const NetworkSpec &spec = studied.spec();
    const int steps = 2 * halves->cut;
    const Vector all = inOneRow(spec, backFrom(studied.experiment, *halves->whole, halves->whole->hN)->parameters);
    std::vector<double> missing;
    std::vector<std::string> lengths;
    for (const int length : {1, 2, 5, 10, 20, longest}) {
        Batch piece = pieceOf(*studied.trace->batch, steps - length, steps);
        piece.h0 = runOf(studied.experiment, pieceOf(*studied.trace->batch, 0, steps - length))->hN;
        const auto run = runOf(studied.experiment, piece);
        const Vector cut = inOneRow(spec, backFrom(studied.experiment, *run, run->hN)->parameters);
        missing.push_back((all - cut).norm() / all.norm());
        lengths.push_back(std::to_string(length));
    }
    return {
        missing[5] < missing[2] && missing[2] < missing[0] && missing[2] > 0.1,
        sentence("Pieces of 1, 5, 20 and 50 steps: of the gradient of the last state %1, %2, %3 and %4 % are missed.",
                 {measuredText(100 * missing.front()), measuredText(100 * missing[2]), measuredText(100 * missing[4]),
                  measuredText(100 * missing.back())}),
        {{sentence("missed"), "g", missing}},
        sentence("share of the gradient that is missed"),
        false,
        sentence("steps of a piece"),
        lengths};
}

} // namespace

std::vector<Claim> statesClaims()
{
    return {
        {"carried-is-whole", marked("Two halves with the state handed on are the whole"), carriedIsWhole, true},
        {"rows-go-on", marked("Each row goes on with the state of its row"), rowsGoOn},
        {"cut-stops-gradient", marked("Values cross the cut, gradients do not"), cutStopsGradient},
        {"undetached-is-whole", marked("Without a cut the gradients of the pieces make the whole"), undetachedIsWhole},
        {"longer-pieces-miss-less", marked("The longer a piece, the less of the gradient is missed"),
         longerPiecesMissLess, true},
    };
}

} // namespace gatescope
