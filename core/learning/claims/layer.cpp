// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/claims/claim_rows.h"

#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::int64_t numbersIn(const Experiment &experiment)
{
    std::int64_t count = 0;
    for (const auto &tensor : views(experiment.spec, experiment.parameters))
        count += tensor.values.size();
    return count;
}

Evidence countIsTheFormula(const Studied &studied)
{
    const std::int64_t count = numbersIn(studied.experiment);
    const NetworkSpec &spec = studied.spec();
    const int I = spec.inputSize, H = spec.hiddenSize;
    return {
        count == 3 * H * (I + H + 2),
        sentence("The tensors of this network hold %1 numbers; 3 · %2 · (%3 + %2 + 2) is %4.",
                 {std::to_string(count), std::to_string(H), std::to_string(I), std::to_string(3 * H * (I + H + 2))})};
}

/// The same parameters read a sequence ten times as long.
Evidence longerIsNotLarger(const Studied &studied)
{
    const Batch one = alone(*studied.trace->batch, 0);
    Batch longer = fullLengthBatch(TimeArray(10 * one.steps(), 1, one.x.units()));
    for (int t = 0; t < longer.steps(); ++t)
        for (int i = 0; i < one.x.units(); ++i)
            longer.x.set(t, 0, i, one.x(t % one.steps(), 0, i));
    const auto read = runOf(studied.experiment, longer);
    return {read->output.steps() == 10 * one.steps(),
            sentence("%1 steps and %2 steps were read by the same %3 numbers.",
                     {std::to_string(one.steps()), std::to_string(read->output.steps()),
                      std::to_string(numbersIn(studied.experiment))})};
}

double largestDifference(const Vector &one, const Vector &other)
{
    return (one - other).cwiseAbs().maxCoeff();
}

Evidence lastStateIsLastRealOutput(const Studied &studied)
{
    const Trace &trace = *studied.trace;
    double largest = 0;
    for (int n = 0; n < trace.batch->sequences(); ++n)
        largest = std::max(largest,
                           largestDifference(trace.output.at(trace.length(n) - 1, n), trace.hN[0].row(n).transpose()));
    const int last = trace.batch->sequences() - 1;
    return {largest == 0,
            sentence("h_n against the output at each sequence's last real step: the largest difference is %1. Sequence "
                     "%2 ends at step %3.",
                     {measuredText(largest), std::to_string(last), std::to_string(trace.length(last) - 1)})};
}

/// Batch and time exchanged.
Batch swapped(const Batch &of)
{
    Batch swap = fullLengthBatch(TimeArray(of.sequences(), of.steps(), of.x.units()));
    for (int t = 0; t < of.steps(); ++t)
        for (int n = 0; n < of.sequences(); ++n)
            for (int i = 0; i < of.x.units(); ++i)
                swap.x.set(n, t, i, of.x(t, n, i));
    return swap;
}

/// Read with the right axes, no sequence moves another; with batch and time swapped, an earlier one moves a later one.
Evidence swappedAxesLeak(const Studied &studied)
{
    const Batch &batch = *studied.trace->batch;
    if (batch.sequences() < 2)
        return {};
    Batch changed = batch;
    for (int t = 0; t < studied.trace->length(0); ++t)
        changed = nudged(std::move(changed), t);
    const auto right = runOf(studied.experiment, batch), rightChanged = runOf(studied.experiment, changed),
               wrong = runOf(studied.experiment, swapped(batch)),
               wrongChanged = runOf(studied.experiment, swapped(changed));
    std::vector<double> apart, leak;
    const int steps = std::min(studied.trace->length(0), studied.trace->length(1));
    for (int t = 0; t < steps; ++t) { // swapped, sequence 1 is the second step of column t
        apart.push_back(largestDifference(right->output.at(t, 1), rightChanged->output.at(t, 1)));
        leak.push_back(largestDifference(wrong->output.at(1, t), wrongChanged->output.at(1, t)));
    }
    return {std::ranges::max(apart) == 0 && std::ranges::min(leak) > 0,
            sentence("Change all steps of sequence 0: with the axes in place sequence 1 moves by %1, with the axes "
                     "swapped by up to %2.",
                     {measuredText(std::ranges::max(apart)), measuredText(std::ranges::max(leak))}),
            {{sentence("axes swapped"), "", leak}, {sentence("axes in place"), "h", apart}},
            sentence("how far sequence 1 moves, by steps")};
}

Evidence packedEqualsAlone(const Studied &studied)
{
    const Trace &trace = *studied.trace;
    double largest = 0;
    int compared = 0;
    for (int n = 0; n < trace.batch->sequences(); ++n) {
        const auto one = runOf(studied.experiment, alone(*trace.batch, n));
        for (int t = 0; t < trace.length(n); ++t, ++compared)
            largest = std::max(largest, largestDifference(one->output.at(t, 0), trace.output.at(t, n)));
    }
    return {largest == 0,
            sentence("%1 sequences packed against each alone, %2 steps in all: the largest difference is %3.",
                     {std::to_string(trace.batch->sequences()), std::to_string(compared), measuredText(largest)})};
}

/// What the last state of the shortest sequence becomes when its padding is read as steps of zeros.
Evidence paddingDrifts(const Studied &studied)
{
    const Trace &trace = *studied.trace;
    const int n = static_cast<int>(std::ranges::min_element(trace.batch->lengths) - trace.batch->lengths.begin());
    const Batch real = alone(*trace.batch, n);
    const Vector last = trace.output.at(trace.length(n) - 1, n);
    std::vector<double> drift{0};
    Batch padded = fullLengthBatch(TimeArray(real.steps() + 20, 1, real.x.units()));
    for (int t = 0; t < real.steps(); ++t)
        for (int i = 0; i < real.x.units(); ++i)
            padded.x.set(t, 0, i, real.x(t, 0, i));
    const auto read = runOf(studied.experiment, padded);
    for (int t = real.steps(); t < padded.steps(); ++t)
        drift.push_back((read->output.at(t, 0) - last).norm() / last.norm());
    return {
        drift.back() > 0.1,
        sentence("Sequence %1 read on through its padding, not packed: its last state has moved by %2 % after 1 step "
                 "of zeros, by %3 % after 5, by %4 % after 20.",
                 {std::to_string(n), measuredText(100 * drift[1]), measuredText(100 * drift[5]),
                  measuredText(100 * drift[20])}),
        {{sentence("drift"), "h", drift}},
        sentence("change of the last state by zeros read, as a share of its size"),
        false,
        sentence("zeros")};
}

/// The last output's forward half is moved by the first step, its backward half only by the last.
Evidence halvesReadFromTheirEnds(const Studied &studied)
{
    if (!studied.spec().bidirectional)
        return {};
    const int H = studied.spec().hiddenSize, last = studied.trace->length(0) - 1;
    const Batch batch = alone(*studied.trace->batch, 0);
    const Vector before = runOf(studied.experiment, batch)->output.at(last, 0);
    const Vector after = runOf(studied.experiment, nudged(batch, 0))->output.at(last, 0);
    const double forwards = largestDifference(before.head(H), after.head(H));
    const double backwards = largestDifference(before.tail(H), after.tail(H));
    return {forwards > 0 && backwards == 0,
            sentence("Change step 0 and look at output[%1]: its forward half moves by %2, its backward half by %3.",
                     {std::to_string(last), measuredText(forwards), measuredText(backwards)})};
}

/// The final states are output[-1, :, :H] and output[0, :, H:].
Evidence endsAreFinal(const Studied &studied)
{
    if (!studied.spec().bidirectional)
        return {};
    const Trace &trace = *studied.trace;
    const int H = studied.spec().hiddenSize, last = trace.length(0) - 1;
    const Vector end = trace.output.at(last, 0), begin = trace.output.at(0, 0);
    const double forwards = largestDifference(end.head(H), trace.hN[0].row(0).transpose());
    const double backwards = largestDifference(begin.tail(H), trace.hN[1].row(0).transpose());
    const double wrong = largestDifference(end.tail(H), trace.hN[1].row(0).transpose());
    return {
        forwards == 0 && backwards == 0 && wrong > 0,
        sentence("output[-1, :, :H] differs from h_n[0] by %1, output[0, :, H:] from h_n[1] by %2; output[-1, :, H:] "
                 "would be wrong by %3.",
                 {measuredText(forwards), measuredText(backwards), measuredText(wrong)})};
}

Evidence bothCostTwice(const Studied &studied)
{
    Experiment one = studied.experiment;
    one.spec.bidirectional = false;
    one.parameters = zeroParameters(one.spec);
    const std::int64_t both = numbersIn(studied.experiment), single = numbersIn(one);
    return {studied.spec().bidirectional && both == 2 * single,
            sentence("One direction has %1 numbers, both have %2.", {std::to_string(single), std::to_string(both)})};
}

/// Layer 1 alone, reading the states of layer 0, makes the same.
Evidence layersAreStacked(const Studied &studied)
{
    if (studied.spec().layers < 2)
        return {};
    double read = 0, remade = 0;
    for (int t = 0; t < studied.trace->length(0); ++t) {
        const Moment top{.layer = 1, .step = t};
        const Vector below = studied.trace->at(0, Direction::forward)[Part::state].at(t, 0);
        read = std::max(read, largestDifference(layerInput(*studied.trace, top), below));
        remade = std::max(remade,
                          std::abs(made(stepAlone(studied, top), Part::state, 0) - studied.at(top, Part::state, 0)));
    }
    return {read == 0 && remade == 0,
            sentence("What layer 1 reads differs from what layer 0 made by %1; layer 1 run alone on it differs by %2.",
                     {measuredText(read), measuredText(remade)})};
}

/// output holds the top layer alone, and h_n every layer's last state in its place.
Evidence outputIsTheTop(const Studied &studied)
{
    const Trace &trace = *studied.trace;
    const int layers = studied.spec().layers, last = trace.length(0) - 1;
    if (layers < 2 || studied.spec().bidirectional)
        return {};
    const Vector end = trace.output.at(last, 0);
    const double top = largestDifference(end, trace.hN.back().row(0).transpose());
    const double below = largestDifference(end, trace.hN.front().row(0).transpose());
    return {top == 0 && below > 0,
            sentence("output[-1] differs from h_n[%1] by %2 and from h_n[0] by %3.",
                     {std::to_string(layers - 1), measuredText(top), measuredText(below)})};
}

} // namespace

std::vector<Claim> layerClaims()
{
    return {
        {"count-is-formula", marked("The tensors hold 3H(I + H + 2) numbers"), countIsTheFormula},
        {"longer-is-not-larger", marked("A longer sequence needs no more weights"), longerIsNotLarger},
        {"last-output", marked("h_n is the last real output"), lastStateIsLastRealOutput},
        {"swapped-axes-leak", marked("Swapped axes let one sequence move another"), swappedAxesLeak, true},
        {"packed-alone", marked("Packed is exactly as each sequence alone"), packedEqualsAlone},
        {"padding-drifts", marked("Zeros that are read move the state"), paddingDrifts, true},
        {"halves", marked("Each half reads from its own end"), halvesReadFromTheirEnds},
        {"ends-are-final", marked("Each half is final at its own end"), endsAreFinal},
        {"both-cost-twice", marked("Two directions have twice the weights"), bothCostTwice},
        {"stacked", marked("A layer reads exactly what the layer below made"), layersAreStacked},
        {"output-is-top", marked("output is the top layer's"), outputIsTheTop},
    };
}

} // namespace gatescope
