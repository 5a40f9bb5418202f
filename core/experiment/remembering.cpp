// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/remembering.h"

#include "core/model/halves.h"
#include "core/model/layer_name.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <tuple>

namespace gatescope {

namespace {

constexpr int mostAlternatives = 16;
/// Products that one run with its alternatives may take: about a second.
constexpr double mostProducts = 1.5e9;

int alternativesInTime(const NetworkSpec &spec, int steps)
{
    const double each
        = double(steps) * spec.layers * spec.directions() * spec.blockRows() * double(spec.hiddenSize + spec.inputSize);
    return int(std::clamp(mostProducts / each, 1.0, double(mostAlternatives)));
}

/// Which features are marks: 0 or 1 wherever they are read, beside others that are not. [inputSize]
std::vector<bool> marksOf(const Batch &batch)
{
    const Eigen::Index features = batch.x.at(0, 0).size();
    std::vector<bool> marks(std::size_t(features), true);
    for (int n = 0; n < batch.sequences(); ++n)
        for (int t = 0; t < batch.lengths[std::size_t(n)]; ++t)
            for (Eigen::Index i = 0; i < features; ++i)
                if (const double x = batch.x.at(t, n)[i]; x != 0 && x != 1)
                    marks[std::size_t(i)] = false;
    return std::ranges::find(marks, false) == marks.end() ? std::vector<bool>(marks.size(), false) : marks;
}

/// Rows of other numbers that are read somewhere, no two the same, and a row of zeros; with the marks of this one.
Matrix readElsewhere(const Batch &batch, const Vector &here)
{
    const std::vector<bool> marks = marksOf(batch);
    std::vector<Vector> found;
    const auto add = [&](Vector x) {
        for (Eigen::Index i = 0; i < here.size(); ++i)
            if (marks[std::size_t(i)])
                x[i] = here[i];
        if (x != here && std::ranges::find(found, x) == found.end())
            found.push_back(x);
    };
    add(Vector::Zero(here.size()));
    for (int n = 0; n < batch.sequences() && std::ssize(found) < mostAlternatives; ++n)
        for (int t = 0; t < batch.lengths[std::size_t(n)] && std::ssize(found) < mostAlternatives; ++t)
            add(batch.x.at(t, n));
    Matrix rows(Eigen::Index(found.size()), here.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        rows.row(Eigen::Index(i)) = found[i].transpose();
    return rows;
}

Matrix evenSample(const Matrix &rows, int most)
{
    if (rows.rows() <= most)
        return rows;
    Matrix sample(most, rows.cols());
    for (Eigen::Index i = 0; i < most; ++i)
        sample.row(i) = rows.row(i * rows.rows() / most);
    return sample;
}

Matrix without(const Matrix &rows, const Vector &here)
{
    Matrix others(rows.rows(), rows.cols());
    Eigen::Index count = 0;
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        if (rows.row(i).transpose() != here)
            others.row(count++) = rows.row(i);
    return others.topRows(count);
}

/// Of what is held, smaller losses at one step are not spoken of.
constexpr double noteworthyLoss = 0.05;

/// Of a smaller difference to the state nobody would say that it was remembered.
constexpr double noteworthyDifference = 0.01;

enum class Verdict { forgotten, fading, held };
enum class Happening { letsGo, hides, none };

/// [verdict][deed]
const std::array<std::array<Sentence, 3>, 3> &sayings()
{
    static const std::array<std::array<Sentence, 3>, 3> table{
        {{sentence(
              "%1: “%2”, read at step %3, is forgotten at step %4: the %5 of unit %6 lets it go (%7). What was left "
              "of the difference that it made: %8."),
          sentence("%1: “%2”, read at step %3, is forgotten at step %4: the %5 of unit %6 hides it from the candidate "
                   "(%7). What was left of the difference that it made: %8."),
          sentence("%1: “%2”, read at step %3, is forgotten at step %4, where unit %6 loses most; no gate could have "
                   "kept it. What was left of the difference that it made: %8.")},
         {sentence(
              "%1: “%2”, read at step %3, fades. Most of it goes at step %4, where the %5 of unit %6 lets it go (%7): "
              "%8 of the difference that it made. By step %9 under a tenth is left."),
          sentence(
              "%1: “%2”, read at step %3, fades. Most of it goes at step %4, where the %5 of unit %6 hides it from the "
              "candidate (%7): %8 of the difference that it made. By step %9 under a tenth is left."),
          sentence("%1: “%2”, read at step %3, fades. Most of it goes at step %4, most of all in unit %6, and no gate "
                   "could have "
                   "kept it: %8 of the difference that it made. By step %9 under a tenth is left.")},
         {sentence("%1: “%2”, read at step %3, is not forgotten: %9 of the difference that it made is left at the end. "
                   "Most goes at step %4, where the %5 of unit %6 lets go (%7): %8."),
          sentence("%1: “%2”, read at step %3, is not forgotten: %9 of the difference that it made is left at the end. "
                   "Most goes at step %4, where the %5 of unit %6 hides it from the candidate (%7): %8."),
          sentence("%1: “%2”, read at step %3, is not forgotten: %9 of the difference that it made is left at the end. "
                   "Most goes at step %4, where unit %6 loses most; no gate could have kept it: %8.")}}};
    return table;
}

/// The space does not break a line.
std::string percent(double share)
{
    std::array<char, 16> text;
    std::snprintf(text.data(), text.size(), share > 0 && share < 0.01 ? "%.1f\u00a0%%" : "%.0f\u00a0%%", 100 * share);
    return text.data();
}

bool isHardlyRead(const Forgetting &forgetting)
{
    return forgetting.largest < noteworthyDifference;
}

Happening deedOf(const MemoryLoss &loss)
{
    if (loss.gates.empty())
        return Happening::none;
    return loss.gates.front().gate == Part::reset ? Happening::hides : Happening::letsGo;
}

Verdict verdictOf(const Forgetting &forgetting)
{
    if (!forgetting.gone)
        return Verdict::held;
    return forgetting.gone == forgetting.loss->step ? Verdict::forgotten : Verdict::fading;
}

/// "z = 0.03"
std::string valueText(const LettingGate &gate)
{
    std::array<char, 16> text;
    std::snprintf(text.data(), text.size(), " = %.2f", gate.value);
    return std::string(describe(gate.gate).symbol) + text.data();
}

Sentence inWords(const Trace &trace, const Forgetting &forgetting, const std::string &label)
{
    const Moment &read = forgetting.read;
    const Sentence layer = layerName(trace.spec, read.layer, read.direction);
    const std::string step = std::to_string(read.step);
    if (isHardlyRead(forgetting))
        return sentence("%1: “%2”, read at step %3, makes next to no difference: at most %4 of the state.",
                        {layer, label, step, percent(forgetting.largest)});
    const double most = forgetting.loss ? forgetting.loss->before - forgetting.loss->after : 0;
    if (!forgetting.gone && most < noteworthyLoss)
        return sentence(
            "%1: “%2”, read at step %3, is not forgotten: %4 of the difference that it made is left at the end.",
            {layer, label, step, percent(forgetting.leftAtEnd())});
    const MemoryLoss &loss = *forgetting.loss;
    const Verdict verdict = verdictOf(forgetting);
    Sentence said = sayings()[std::size_t(verdict)][std::size_t(deedOf(loss))];
    const bool isGated = !loss.gates.empty();
    said.arguments
        = {layer,
           label,
           step,
           std::to_string(loss.step),
           isGated ? worded(describe(loss.gates.front().gate).label) : Sentence(),
           std::to_string(loss.unit),
           isGated ? valueText(loss.gates.front()) : "",
           percent(loss.before) + " → " + percent(loss.after),
           verdict == Verdict::held ? percent(forgetting.leftAtEnd()) : std::to_string(forgetting.gone.value_or(0))};
    return said;
}

/// Whether something is asked of the sequence, and all of it when what was read is gone.
bool isAskedTooLate(const Experiment &experiment, const Trace &trace, const Forgetting &forgetting)
{
    if (!forgetting.gone || isHardlyRead(forgetting) || experiment.objective.kind == LossKind::outputSum
        || experiment.spec.decoder)
        return false;
    const Moment &read = forgetting.read;
    Objective asked = experiment.objective;
    if (asked.kind == LossKind::crossEntropy)
        asked.watched = WatchedSteps::every; // a step with a class is asked, whichever loss somebody looks at
    bool isAsked = false;
    for (int t = 0; t < trace.length(read.sequence); ++t) {
        if (!isWatched(asked, *trace.batch, read.sequence, t))
            continue;
        isAsked = true;
        if (read.direction == Direction::forward ? t < *forgetting.gone : t > *forgetting.gone)
            return false;
    }
    return isAsked;
}

} // namespace

Matrix alternativesAt(const Experiment &experiment, const Batch &batch, int sequence, int step)
{
    const int most = alternativesInTime(experiment.spec, batch.lengths[std::size_t(sequence)]);
    const Vector here = batch.x.at(step, sequence);
    if (experiment.parameters.embedding)
        return evenSample(without(*experiment.parameters.embedding, here), most);
    if (std::holds_alternative<CharacterInput>(experiment.input.source))
        return evenSample(without(Matrix::Identity(here.size(), here.size()), here), most);
    return evenSample(readElsewhere(batch, here), most);
}

Result<Forgetting> forgettingOf(const Backend &backend, const Experiment &experiment, const Trace &trace,
                                const Moment &read, const std::stop_token &stop)
{
    if (read.step < 0 || read.step >= trace.length(read.sequence))
        return error("There is no step %1; there are %2, counted from 0.",
                     {std::to_string(read.step), std::to_string(trace.length(read.sequence))});
    const Matrix alternatives = alternativesAt(experiment, *trace.batch, read.sequence, read.step);
    if (experiment.spec.decoder)
        return forgettingOf(backend, encoderOf(experiment.parameters), trace, read, alternatives, stop);
    return forgettingOf(backend, experiment.parameters, trace, read, alternatives, stop);
}

Finding findingOf(const Experiment &experiment, const Trace &trace, const Forgetting &forgetting)
{
    const Moment &read = forgetting.read;
    Finding finding{FindingKind::forgotten,
                    isAskedTooLate(experiment, trace, forgetting) ? Severity::problem
                        : forgetting.gone                         ? Severity::remark
                                                                  : Severity::note,
                    inWords(trace, forgetting, stepLabel(experiment.input, read.sequence, read.step)),
                    read,
                    std::nullopt,
                    {},
                    {{"read_at_step", double(read.step)}, {"left_at_end", forgetting.leftAtEnd()}}};
    if (forgetting.gone)
        finding.numbers.push_back({"gone_by_step", double(*forgetting.gone)});
    if (!forgetting.loss || isHardlyRead(forgetting))
        return finding;
    const MemoryLoss &loss = *forgetting.loss;
    finding.place.step = loss.step;
    finding.units = {loss.unit};
    finding.part = describe(trace.spec.cell).hasCellState ? Part::cell : Part::state;
    finding.numbers.insert(finding.numbers.end(), {{"left_before", loss.before}, {"left_after", loss.after}});
    for (const LettingGate &gate : loss.gates) {
        const std::string name(describe(gate.gate).key);
        finding.numbers.insert(finding.numbers.end(), {{name, gate.value}, {name + "_elsewhere", gate.usual}});
    }
    if (!loss.gates.empty())
        finding.part = loss.gates.front().gate;
    return finding;
}

std::optional<Finding> firstOneRemembered(const Backend &backend, const Experiment &experiment, const Trace &trace,
                                          const std::stop_token &stop)
{
    std::optional<Forgetting> longest;
    const auto end = [](const Forgetting &forgetting) {
        return std::tuple(!isHardlyRead(forgetting), forgetting.gone.value_or(std::numeric_limits<int>::max()),
                          forgetting.leftAtEnd());
    };
    for (int layer = 0; layer < trace.spec.layers; ++layer) {
        auto followed = forgettingOf(backend, experiment, trace, {.layer = layer}, stop);
        if (stop.stop_requested())
            return std::nullopt; // of some layers alone nothing can be said
        if (followed && (!longest || end(*followed) > end(*longest)))
            longest = std::move(*followed);
    }
    return longest ? std::optional(findingOf(experiment, trace, *longest)) : std::nullopt;
}

} // namespace gatescope
