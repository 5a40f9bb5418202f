// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/task_experiment.h"

#include "core/base/unicode.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int shownSequences = 4;
/// A seed that nobody chooses by hand: no training has seen what is shown.
constexpr std::uint64_t shownSeed = 0x5eed'0f'5110'77'5ull;

/// The symbols that the steps of a sequence stand for, if each step is one of them.
std::optional<std::string> asLetters(const Batch &batch, int n, const std::vector<std::string> &symbols)
{
    std::string letters;
    for (int t = 0; t < batch.lengths[std::size_t(n)]; ++t) {
        const Vector x = batch.x.at(t, n);
        Eigen::Index one = 0;
        if (x.maxCoeff(&one) != 1 || x.cwiseAbs().sum() != 1)
            return std::nullopt;
        letters += symbols[std::size_t(one)];
    }
    return letters;
}

std::optional<CharacterInput> characters(const Batch &batch, const std::vector<std::string> &symbols)
{
    const bool oneEach = std::ranges::all_of(symbols, [](const std::string &symbol) {
        return !symbol.empty() && utf8CharacterLength(symbol) == symbol.size();
    });
    if (symbols.empty() || int(symbols.size()) != batch.x.units() || !oneEach)
        return std::nullopt;
    CharacterInput input{symbols, {}};
    for (int n = 0; n < batch.sequences(); ++n) {
        const auto letters = asLetters(batch, n, symbols);
        if (!letters)
            return std::nullopt;
        input.texts.push_back(*letters);
    }
    return input;
}

/// `names` are those of the columns, where there is one for each.
NumberInput numbers(const Batch &batch, std::vector<std::string> names)
{
    NumberInput input;
    if (int(names.size()) == batch.x.units())
        input.features = std::move(names);
    for (int n = 0; n < batch.sequences(); ++n) {
        Matrix sequence(batch.lengths[std::size_t(n)], batch.x.units());
        for (Eigen::Index t = 0; t < sequence.rows(); ++t)
            sequence.row(t) = batch.x.at(int(t), n).transpose();
        input.sequences.push_back(std::move(sequence));
    }
    return input;
}

TimeArray firstOf(const TimeArray &array, int most)
{
    TimeArray first(array.steps(), std::min(most, array.batch()), array.units(), array.precision());
    for (int t = 0; t < first.steps(); ++t)
        for (int n = 0; n < first.batch(); ++n)
            for (int i = 0; i < first.units(); ++i)
                first.set(t, n, i, array(t, n, i));
    return first;
}

template<typename Each>
void cut(std::vector<Each> &sequences, int most)
{
    if (int(sequences.size()) > most)
        sequences.resize(std::size_t(most));
}

} // namespace

Objective firstSequences(const Objective &objective, int most)
{
    Objective few = objective;
    few.values = firstOf(objective.values, most);
    cut(few.classes, most);
    return few;
}

TrainingBatch firstSequences(const TrainingBatch &whole, int most)
{
    TrainingBatch few = whole;
    const int kept = std::min(most, whole.batch.sequences());
    few.batch.x = firstOf(whole.batch.x, kept);
    few.objective = firstSequences(whole.objective, kept);
    cut(few.batch.lengths, kept);
    cut(few.batch.embeddingRows, kept);
    for (std::vector<Matrix> *states : {&few.batch.h0, &few.batch.c0})
        for (Matrix &state : *states)
            state.conservativeResize(kept, state.cols());
    return few;
}

TrainingBatch shownBatch(const Task &task)
{
    const std::vector<TrainingBatch> heldOut = task.heldOut();
    return heldOut.empty() ? task.batch(shownSequences, shownSeed, 1) : firstSequences(heldOut.front(), shownSequences);
}

Result<Experiment> experimentOf(const TaskDescription &description, const Task &task, const NetworkSpec &spec,
                                const Parameters &parameters)
{
    TrainingBatch shown = shownBatch(task);
    Experiment experiment;
    experiment.title = description.title;
    experiment.description = description.description;
    experiment.spec = spec;
    experiment.parameters = parameters;
    if (!shown.batch.embeddingRows.empty())
        experiment.input.source = TokenInput{shown.batch.embeddingRows};
    else if (auto letters = characters(shown.batch, task.inputSymbols()))
        experiment.input.source = std::move(*letters);
    else
        experiment.input.source = numbers(shown.batch, task.inputSymbols());
    experiment.objective = std::move(shown.objective);
    if (const auto fits = check(experiment); !fits)
        return fits.error();
    return experiment;
}

} // namespace gatescope
