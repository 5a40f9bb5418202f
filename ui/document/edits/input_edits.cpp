// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "ui/document/edits/edits.h"

#include "core/experiment/typed_truth.h"
#include "ui/document/edits/edit_checks.h"

#include <algorithm>

namespace gatescope {

namespace {

/// What is asked of another input, and what is held while it is read.
void adaptToInput(Experiment &experiment)
{
    experiment.objective = adaptedObjective(experiment.objective, experiment.spec, experiment.input);
    experiment.pins = fittingPins(experiment.pins, experiment.spec, experiment.input);
}

/// The same where one sequence became what somebody typed.
void adaptToTyped(Experiment &experiment, int sequence)
{
    experiment.objective = withoutTruth(experiment.objective, experiment.spec, experiment.input, sequence);
    experiment.pins = fittingPins(experiment.pins, experiment.spec, experiment.input);
}

Error notThisInput(const char *why)
{
    return error(why);
}

} // namespace

Result<Experiment> withInput(const Experiment &experiment, Input input)
{
    Experiment next = experiment;
    const bool keepsState = input.h0.empty() && input.c0.empty() && input.sequences() == next.input.sequences();
    next.input.source = std::move(input.source);
    if (!keepsState) {
        next.input.h0 = std::move(input.h0);
        next.input.c0 = std::move(input.c0);
    }
    adaptToInput(next);
    return next;
}

Result<Experiment> withText(const Experiment &experiment, int sequence, const QString &text)
{
    Experiment next = experiment;
    auto *letters = std::get_if<CharacterInput>(&next.input.source);
    if (!letters)
        return notThisInput(marked("This network does not read letters."));
    if (const auto can = sequenceExists(sequence, std::ssize(letters->texts)); !can)
        return can.error();
    if (letters->texts[sequence] == text.toStdString())
        return next; // it stays what it was, and so does what is right
    letters->texts[sequence] = text.toStdString();
    adaptToTyped(next, sequence);
    return next;
}

Result<Experiment> withTokens(const Experiment &experiment, int sequence, std::vector<int> tokens)
{
    Experiment next = experiment;
    auto *input = std::get_if<TokenInput>(&next.input.source);
    if (!input)
        return notThisInput(marked("This network does not read row numbers of an embedding."));
    if (const auto can = sequenceExists(sequence, std::ssize(input->sequences)); !can)
        return can.error();
    if (input->sequences[sequence] == tokens)
        return next;
    input->sequences[sequence] = std::move(tokens);
    adaptToTyped(next, sequence);
    return next;
}

Result<Experiment> withInputValue(const Experiment &experiment, int sequence, int step, int feature, double value)
{
    Experiment next = experiment;
    auto *numbers = std::get_if<NumberInput>(&next.input.source);
    if (!numbers)
        return notThisInput(marked("This network does not read numbers."));
    if (const auto can = sequenceExists(sequence, std::ssize(numbers->sequences)); !can)
        return can.error();
    Matrix &x = numbers->sequences[sequence];
    if (const auto can = all({stepExists(step, x.rows()), featureExists(feature, x.cols()), isFinite(value)}); !can)
        return can.error();
    x(step, feature) = value;
    return next;
}

Result<Experiment> withLength(const Experiment &experiment, int sequence, int length)
{
    Experiment next = experiment;
    auto *numbers = std::get_if<NumberInput>(&next.input.source);
    if (!numbers)
        return notThisInput(marked("This network does not read numbers."));
    if (const auto can = sequenceExists(sequence, std::ssize(numbers->sequences)); !can)
        return can.error();
    if (length < 1)
        return error("A sequence needs at least one step.");
    const Matrix &old = numbers->sequences[sequence];
    Matrix x = Matrix::Zero(length, old.cols());
    const Eigen::Index kept = std::min<Eigen::Index>(length, old.rows());
    x.topRows(kept) = old.topRows(kept);
    numbers->sequences[sequence] = std::move(x);
    adaptToInput(next);
    return next;
}

Result<Experiment> withInitialState(const Experiment &experiment, int layerIndex, int sequence, int unit, double value,
                                    bool cellState)
{
    Experiment next = experiment;
    const NetworkSpec &spec = next.spec;
    const int layers = spec.layers * spec.directions();
    if (cellState && !describe(spec.cell).hasCellState)
        return error("A %1 has no cell state.", {std::string(describe(spec.cell).pytorchName)});
    if (const auto can = all({layerExists(layerIndex, layers), sequenceExists(sequence, next.input.sequences()),
                              unitExists(unit, spec.hiddenSize), isFinite(value)});
        !can)
        return can.error();
    std::vector<Matrix> &states = cellState ? next.input.c0 : next.input.h0;
    if (states.empty())
        states.assign(layers, Matrix::Zero(next.input.sequences(), spec.hiddenSize));
    states[layerIndex](sequence, unit) = value;
    if (std::ranges::all_of(states, [](const Matrix &each) { return each.isZero(0); }))
        states.clear(); // as when none is given
    return next;
}

Experiment withoutInitialState(const Experiment &experiment)
{
    Experiment next = experiment;
    next.input.h0.clear();
    next.input.c0.clear();
    return next;
}

} // namespace gatescope
