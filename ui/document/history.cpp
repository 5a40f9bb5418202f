// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/history.h"

#include <QSignalBlocker>

namespace gatescope {

ExperimentCommand::ExperimentCommand(const QString &name, SharedExperiment before, SharedExperiment after,
                                     QString mergeKey, std::function<void(SharedExperiment)> become)
    : QUndoCommand(name), m_before(std::move(before)), m_after(std::move(after)), m_mergeKey(std::move(mergeKey)),
      m_become(std::move(become))
{
}

void ExperimentCommand::undo()
{
    m_become(m_before);
}

void ExperimentCommand::redo()
{
    if (!std::exchange(m_isDone, false))
        m_become(m_after);
}

int ExperimentCommand::id() const
{
    return m_mergeKey.isEmpty() ? -1 : 1;
}

bool ExperimentCommand::mergeWith(const QUndoCommand *later)
{
    const auto &next = static_cast<const ExperimentCommand &>(*later); // the stack holds no other kind
    if (next.m_mergeKey != m_mergeKey)
        return false;
    m_after = next.m_after;
    setObsolete(areSame(*m_after, *m_before));
    return true;
}

std::size_t ExperimentCommand::bytes() const
{
    return bytesOf(*m_after);
}

std::unique_ptr<ExperimentCommand> ExperimentCommand::alreadyDone() const
{
    auto copy = std::make_unique<ExperimentCommand>(text(), m_before, m_after, m_mergeKey, m_become);
    copy->m_isDone = true;
    return copy;
}

namespace {

std::size_t bytesOf(const std::vector<Matrix> &matrices)
{
    std::size_t numbers = 0;
    for (const Matrix &matrix : matrices)
        numbers += static_cast<std::size_t>(matrix.size());
    return numbers * sizeof(double);
}

std::size_t bytesOf(const CharacterInput &input)
{
    std::size_t bytes = input.alphabet.size() * sizeof(std::string);
    for (const std::string &text : input.texts)
        bytes += text.size();
    return bytes;
}

std::size_t bytesOf(const TokenInput &input)
{
    std::size_t tokens = 0;
    for (const auto &sequence : input.sequences)
        tokens += sequence.size();
    return tokens * sizeof(int);
}

std::size_t bytesOf(const NumberInput &input)
{
    return bytesOf(input.sequences);
}

const ExperimentCommand *commandAt(const QUndoStack &stack, int index)
{
    return static_cast<const ExperimentCommand *>(stack.command(index));
}

/// The index of the oldest command that is kept.
int oldestWithin(const QUndoStack &stack, std::size_t bytes)
{
    int oldest = stack.index();
    for (std::size_t held = 0; oldest > 0; --oldest) {
        held += commandAt(stack, oldest - 1)->bytes();
        if (held > bytes)
            break;
    }
    return oldest;
}

/// What was there when the stack was called clean; none where that was forgotten.
SharedExperiment savedExperiment(const QUndoStack &stack)
{
    const int clean = stack.cleanIndex();
    if (clean < 0 || stack.count() == 0)
        return nullptr;
    return clean < stack.count() ? commandAt(stack, clean)->before() : commandAt(stack, clean - 1)->after();
}

} // namespace

bool areSame(const Experiment &one, const Experiment &other)
{
    return one.pins == other.pins && one == other;
}

void noticeReturn(QUndoStack &stack, const Experiment &now)
{
    if (stack.isClean())
        return;
    if (const SharedExperiment saved = savedExperiment(stack); saved && areSame(*saved, now))
        stack.setClean();
}

std::size_t bytesOf(const Experiment &experiment)
{
    std::size_t bytes = sizeof(Experiment);
    for (const ConstParameterView &view : views(experiment.spec, experiment.parameters))
        bytes += static_cast<std::size_t>(view.values.size()) * sizeof(double);
    bytes += std::visit([](const auto &source) { return bytesOf(source); }, experiment.input.source);
    bytes += bytesOf(experiment.input.h0) + bytesOf(experiment.input.c0);
    bytes += experiment.objective.values.size() * sizeof(double);
    bytes += experiment.pins.size() * sizeof(Pin);
    for (const auto &classes : experiment.objective.classes)
        bytes += classes.size() * sizeof(int);
    return bytes;
}

void keepWithin(QUndoStack &stack, std::size_t bytes)
{
    const int oldest = oldestWithin(stack, bytes);
    if (oldest == 0)
        return;

    // A QUndoStack cannot forget its oldest commands, so it is filled anew with the others.
    std::vector<std::unique_ptr<ExperimentCommand>> kept;
    for (int i = oldest; i < stack.index(); ++i)
        kept.push_back(commandAt(stack, i)->alreadyDone());
    const int clean = stack.cleanIndex() - oldest;

    const QSignalBlocker quiet(stack);
    stack.clear();
    if (clean != 0)
        stack.resetClean();
    for (auto &command : kept) {
        stack.push(command.release());
        if (stack.index() == clean)
            stack.setClean();
    }
}

} // namespace gatescope
