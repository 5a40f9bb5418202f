// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/evidence.h"

#include "core/engine/reference_backend.h"
#include "core/model/initialisation.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::shared_ptr<const Trace> runOf(const Experiment &experiment, const Batch &batch)
{
    return ReferenceBackend().run(experiment.spec, experiment.parameters, std::make_shared<const Batch>(batch)).value();
}

/// One sequence of a batch without the others and without padding.
Batch alone(const Batch &batch, int sequence)
{
    Batch one = fullLengthBatch(TimeArray(batch.lengths[std::size_t(sequence)], 1, batch.x.units()));
    for (int t = 0; t < one.steps(); ++t)
        for (int i = 0; i < batch.x.units(); ++i)
            one.x.set(t, 0, i, batch.x(t, sequence, i));
    return one;
}

/// How far each step's output moves when the first number of one step's input grows by 1.
Vector ripple(const Studied &studied, int step)
{
    Batch batch = alone(*studied.trace->batch, 0);
    const auto before = runOf(studied.experiment, batch);
    batch.x.set(step, 0, 0, batch.x(step, 0, 0) + 1);
    const auto after = runOf(studied.experiment, batch);
    Vector moved(batch.steps());
    for (int t = 0; t < batch.steps(); ++t)
        moved[t] = (after->output.at(t, 0) - before->output.at(t, 0)).norm();
    return moved;
}

bool orderMatters(const Studied &studied)
{
    const Batch batch = alone(*studied.trace->batch, 0);
    Batch turned = batch;
    const int T = batch.steps();
    for (int t = 0; t < T; ++t)
        for (int i = 0; i < batch.x.units(); ++i)
            turned.x.set(t, 0, i, batch.x(T - 1 - t, 0, i));
    return (runOf(studied.experiment, batch)->hN[0] - runOf(studied.experiment, turned)->hN[0]).norm() > 0.05;
}

bool rippleDies(const Studied &studied)
{
    const Vector moved = ripple(studied, 0);
    return moved[0] > 0.05 && moved[moved.size() - 1] < moved[0] / 100;
}

/// With r = 0 the candidate is the same whatever the state was.
bool resetSilencesThePast(const Studied &studied)
{
    const Moment moment{.step = studied.trace->length(0) - 1};
    Experiment shut = holding(stepAlone(studied, moment), Part::reset, 0), other = shut;
    other.input.h0[0].setConstant(0.7);
    Experiment open = holding(stepAlone(studied, moment), Part::reset, 1), otherOpen = open;
    otherOpen.input.h0[0].setConstant(0.7);
    return made(shut, Part::candidate, 0) == made(other, Part::candidate, 0)
        && made(open, Part::candidate, 0) != made(otherOpen, Part::candidate, 0);
}

/// The lesson's gate, opened by its bias, keeps a first input longer than the same network with a bias of 0.
bool openGateKeeps(const Studied &studied)
{
    Studied shut = studied;
    if (!setUpdateBias(shut.experiment.spec, shut.experiment.parameters, 0))
        return false;
    const Vector open = ripple(studied, 0), closed = ripple(shut, 0);
    const Eigen::Index last = open.size() - 1;
    return open[last] / open[0] > 100 * closed[last] / closed[0];
}

bool blendIsExact(const Studied &studied)
{
    for (int t = 0; t < studied.trace->length(0); ++t)
        for (int j = 0; j < studied.spec().hiddenSize; ++j) {
            const Moment moment{.step = t};
            const double z = studied.at(moment, Part::update, j), n = studied.at(moment, Part::candidate, j);
            const double h = stateBefore(*studied.trace, moment)[j];
            if (std::abs((1 - z) * n + z * h - studied.at(moment, Part::state, j)) > 1e-15)
                return false;
        }
    return true;
}

/// Unit 0 of the latch never falls under 0.95 once it is set; unit 1, which hears the same, leaks away.
bool latchHolds(const Studied &studied)
{
    double held = 1, leaked = 1;
    for (int t = 2; t < studied.trace->length(0); ++t) {
        held = std::min(held, std::abs(studied.at({.step = t}, Part::state, 0)));
        leaked = std::min(leaked, std::abs(studied.at({.step = t}, Part::state, 1)));
    }
    return held > 0.95 && leaked < 0.3;
}

bool countIsTheFormula(const Studied &studied)
{
    std::int64_t count = 0;
    for (const auto &tensor : views(studied.spec(), studied.experiment.parameters))
        count += tensor.values.size();
    const NetworkSpec &spec = studied.spec();
    return count == 3 * spec.hiddenSize * (spec.inputSize + spec.hiddenSize + 2);
}

bool lastStateIsLastRealOutput(const Studied &studied)
{
    const Trace &trace = *studied.trace;
    for (int n = 0; n < trace.batch->sequences(); ++n)
        if (trace.output.at(trace.length(n) - 1, n) != Vector(trace.hN[0].row(n).transpose()))
            return false;
    return true;
}

/// Read with the right axes, no sequence moves another; with batch and time swapped, an earlier one moves a later one.
bool swappedAxesLeak(const Studied &studied)
{
    const Batch &batch = *studied.trace->batch;
    Batch changed = batch;
    changed.x.set(0, 0, 0, batch.x(0, 0, 0) + 1);
    const auto swap = [](const Batch &of) {
        Batch swapped = fullLengthBatch(TimeArray(of.sequences(), of.steps(), of.x.units()));
        for (int t = 0; t < of.steps(); ++t)
            for (int n = 0; n < of.sequences(); ++n)
                for (int i = 0; i < of.x.units(); ++i)
                    swapped.x.set(n, t, i, of.x(t, n, i));
        return swapped;
    };
    const bool apart
        = runOf(studied.experiment, batch)->output.at(0, 1) == runOf(studied.experiment, changed)->output.at(0, 1);
    const bool leaks = runOf(studied.experiment, swap(batch))->output.at(1, 0)
        != runOf(studied.experiment, swap(changed))->output.at(1, 0);
    return apart && leaks;
}

bool packedEqualsAlone(const Studied &studied)
{
    const Trace &trace = *studied.trace;
    for (int n = 0; n < trace.batch->sequences(); ++n) {
        const auto one = runOf(studied.experiment, alone(*trace.batch, n));
        for (int t = 0; t < trace.length(n); ++t)
            if (one->output.at(t, 0) != trace.output.at(t, n))
                return false;
    }
    return true;
}

/// The last output's forward half is moved by the first step, its backward half only by the last.
bool halvesReadFromTheirEnds(const Studied &studied)
{
    const int H = studied.spec().hiddenSize, last = studied.trace->length(0) - 1;
    Batch batch = alone(*studied.trace->batch, 0);
    const Vector before = runOf(studied.experiment, batch)->output.at(last, 0);
    batch.x.set(0, 0, 0, batch.x(0, 0, 0) + 1);
    const Vector after = runOf(studied.experiment, batch)->output.at(last, 0);
    return before.head(H) != after.head(H) && before.tail(H) == after.tail(H);
}

/// Layer 1 alone, reading the states of layer 0, makes the same.
bool layersAreStacked(const Studied &studied)
{
    for (int t = 0; t < studied.trace->length(0); ++t) {
        const Moment top{.layer = 1, .step = t};
        const Vector below = studied.trace->at(0, Direction::forward)[Part::state].at(t, 0);
        if (layerInput(*studied.trace, top) != below
            || made(stepAlone(studied, top), Part::state, 0) != studied.at(top, Part::state, 0))
            return false;
    }
    return true;
}

} // namespace

const std::vector<Claim> &claims()
{
    static const std::vector<Claim> table{
        {"order-matters", "The same steps in another order end in another state", orderMatters},
        {"ripple-dies", "What the first step left is under a hundredth at the last", rippleDies},
        {"reset-silences", "With r = 0 the candidate does not hear the state", resetSilencesThePast},
        {"open-gate-keeps", "An open gate keeps a hundred times more of the first step", openGateKeeps},
        {"blend-is-exact", "Every new state is (1−z)∘n + z∘h", blendIsExact},
        {"latch-holds", "One unit holds a bit, the other leaks", latchHolds},
        {"count-is-formula", "The tensors hold 3H(I + H + 2) numbers", countIsTheFormula},
        {"last-output", "h_n is the last real output", lastStateIsLastRealOutput},
        {"swapped-axes-leak", "Swapped axes let one sequence move another", swappedAxesLeak},
        {"packed-alone", "Packed is exactly as each sequence alone", packedEqualsAlone},
        {"halves", "Each half reads from its own end", halvesReadFromTheirEnds},
        {"stacked", "A layer reads exactly what the layer below made", layersAreStacked},
    };
    return table;
}

const Claim *claimNamed(std::string_view name)
{
    const auto found = std::ranges::find(claims(), name, &Claim::name);
    return found == claims().end() ? nullptr : &*found;
}

} // namespace gatescope
