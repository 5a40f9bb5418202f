// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/forgetting.h"

#include "core/base/goes_on.h"
#include "core/trace/repeated_trace.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace gatescope {

namespace {

/// The value at which a gate keeps all.
double keepingValue(Part gate, const NetworkSpec &spec)
{
    return gate == Part::update && spec.update == UpdateMeaning::overwrites ? 0 : 1;
}

/// The part that carries the memory from step to step.
Part memoryOf(const NetworkSpec &spec)
{
    return describe(spec.cell).hasCellState ? Part::cell : Part::state;
}

/// The sequence as it was and, beside it, with each alternative in place of what was read; at most these pins more.
class Runs
{
public:
    Runs(const Backend &backend, const Parameters &parameters, const Trace &trace, const Moment &read,
         const Matrix &alternatives, const std::stop_token &stop)
        : m_backend(backend), m_parameters(parameters), m_spec(trace.spec), m_read(read), m_stop(stop)
    {
        const std::vector<int> lengths(std::size_t(alternatives.rows()) + 1, trace.length(read.sequence));
        m_batch = repeated(*trace.batch, read.sequence, lengths);
        m_batch.embeddingRows.clear(); // an alternative need not be a row
        m_batch.x.step(read.step).bottomRows(alternatives.rows()) = alternatives;
    }

    Result<std::shared_ptr<const Trace>> run(const std::vector<Pin> &held) const
    {
        if (const auto on = goesOn(m_stop); !on)
            return on.error();
        Batch batch = m_batch;
        batch.pins.insert(batch.pins.end(), held.begin(), held.end());
        return m_backend.run(m_spec, m_parameters, std::make_shared<const Batch>(std::move(batch)));
    }

    /// How far each unit is from what it was, the root mean square over the alternatives [unit].
    Vector differences(const Trace &trace, int step) const
    {
        return rootMeanSquares(trace.at(m_read.layer, m_read.direction)[memoryOf(m_spec)].step(step));
    }

    /// The same of the head's outputs; none without a head.
    double headDifference(const Trace &trace, int step) const
    {
        return trace.headOutput.empty() ? 0 : rootMeanSquares(trace.headOutput.step(step)).norm();
    }

    /// How long the memory of the sequence as it was is at this step.
    double size(const Trace &trace, int step) const
    {
        return trace.at(m_read.layer, m_read.direction)[memoryOf(m_spec)].step(step).row(0).norm();
    }

private:
    /// Rows are the sequences, the first the one as it was.
    static Vector rootMeanSquares(const Matrix &values)
    {
        const Matrix apart = values.bottomRows(values.rows() - 1).rowwise() - values.row(0);
        return apart.array().square().colwise().mean().sqrt().matrix().transpose();
    }

    const Backend &m_backend;
    const Parameters &m_parameters;
    const NetworkSpec &m_spec;
    Moment m_read;
    std::stop_token m_stop;
    Batch m_batch;
};

/// The steps from the one that is asked about to the last one that the direction reads.
std::vector<int> stepsFrom(const Trace &trace, const Moment &read)
{
    std::vector<int> steps;
    for (std::optional<int> step = read.step; step;) {
        steps.push_back(*step);
        step = nextStep(trace, {read.layer, read.direction, *step, read.sequence});
    }
    return steps;
}

/// The first of the steps from which on everything stays under the share; none where the last does not.
std::optional<int> firstOfTheEmpty(const std::vector<int> &steps, const Vector &left, const Vector &says)
{
    std::optional<int> first;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if (left[*step] >= forgottenShare || says[*step] >= forgottenShare)
            break;
        first = *step;
    }
    return first;
}

/// As shares of the largest; all 0 where nothing differs.
Vector shares(const Vector &values)
{
    const double largest = values.size() == 0 ? 0 : values.maxCoeff();
    return largest > 0 ? Vector(values / largest) : Vector(Vector::Zero(values.size()));
}

/// Pins that make the gate keep all in every unit in which nothing holds it yet.
std::vector<Pin> opened(Part gate, const Trace &trace, const Moment &moment)
{
    std::vector<Pin> pins;
    for (int unit = 0; unit < trace.spec.hiddenSize; ++unit)
        if (!heldAt(trace, moment, gate, unit))
            pins.push_back({.layer = moment.layer,
                            .direction = moment.direction,
                            .part = gate,
                            .unit = unit,
                            .firstStep = moment.step,
                            .lastStep = moment.step,
                            .value = keepingValue(gate, trace.spec)});
    return pins;
}

double meanElsewhere(const Trace &trace, const Moment &moment, Part part, int unit)
{
    const TimeArray &values = trace.at(moment.layer, moment.direction)[part];
    double sum = 0;
    for (int t = 0; t < trace.length(moment.sequence); ++t)
        sum += t == moment.step ? 0 : values(t, moment.sequence, unit);
    return sum / (trace.length(moment.sequence) - 1);
}

/// Opens one gate after the other at the step of the loss and looks what would have been left.
Result<std::vector<LettingGate>> lettingGates(const Runs &runs, const Trace &trace, const Moment &lost, int unit,
                                              double before, double after)
{
    std::vector<LettingGate> letting;
    for (const Part gate : describe(trace.spec.cell).keepers) {
        const auto run = runs.run(opened(gate, trace, lost));
        if (!run)
            return run.error();
        const double saved = runs.differences(**run, lost.step).norm() / before;
        if (saved >= (1 + after / before) / 2)
            letting.push_back({gate, trace.at(lost.layer, lost.direction)[gate](lost.step, lost.sequence, unit),
                               meanElsewhere(trace, lost, gate, unit), saved});
    }
    std::ranges::stable_sort(letting, std::greater(),
                             [](const LettingGate &gate) { return std::abs(gate.value - gate.usual); });
    return letting;
}

Result<void> check(const Trace &trace, const Moment &read, const Matrix &alternatives)
{
    if (read.step < 0 || read.step >= trace.length(read.sequence))
        return error("There is no step %1; there are %2, counted from 0.",
                     {std::to_string(read.step), std::to_string(trace.length(read.sequence))});
    if (!nextStep(trace, read))
        return error("Step %1 is the last one that is read: nothing can be forgotten after it.",
                     {std::to_string(read.step)});
    if (alternatives.rows() == 0)
        return error("Nothing else could have been read at step %1, so nothing can be told of it.",
                     {std::to_string(read.step)});
    return {};
}

} // namespace

Result<Forgetting> forgettingOf(const Backend &backend, const Parameters &parameters, const Trace &trace,
                                const Moment &read, const Matrix &alternatives, const std::stop_token &stop)
{
    if (const auto can = check(trace, read, alternatives); !can)
        return can.error();
    const Runs runs(backend, parameters, trace, read, alternatives, stop);
    const auto run = runs.run({});
    if (!run)
        return run.error();
    const std::vector<int> steps = stepsFrom(trace, read);
    Vector distances = Vector::Zero(trace.length(read.sequence)), says = distances;
    double largestState = 0;
    for (const int step : steps) {
        distances[step] = runs.differences(**run, step).norm();
        largestState = std::max(largestState, runs.size(**run, step));
        says[step] = runs.headDifference(**run, step);
    }
    if (distances.maxCoeff() == 0)
        return error("What is read at step %1 makes no difference to this layer.", {std::to_string(read.step)});

    const double largest = largestState > 0 ? distances.maxCoeff() / largestState : 1;
    Forgetting found{read, shares(distances), largest, std::nullopt,
                     firstOfTheEmpty(steps, shares(distances), shares(says))};
    std::size_t lost = 0;
    double most = 0;
    for (std::size_t k = 1; k < steps.size(); ++k) {
        const double fall = found.left[steps[k - 1]] - found.left[steps[k]];
        if (fall > most)
            std::tie(lost, most) = std::pair(k, fall);
        if (found.gone == steps[k])
            break; // what little goes later is not what is asked
    }
    if (lost == 0)
        return found;
    const int before = steps[lost - 1], after = steps[lost];
    MemoryLoss loss{after, found.left[before], found.left[after], 0, {}};
    (runs.differences(**run, before).array().square() - runs.differences(**run, after).array().square())
        .maxCoeff(&loss.unit);
    auto gates = lettingGates(runs, trace, {read.layer, read.direction, after, read.sequence}, loss.unit,
                              distances[before], distances[after]);
    if (!gates)
        return gates.error();
    loss.gates = std::move(*gates);
    found.loss = std::move(loss);
    return found;
}

} // namespace gatescope
