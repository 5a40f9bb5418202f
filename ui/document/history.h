// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QUndoStack>

#include <functional>
#include <memory>

namespace gatescope {

using SharedExperiment = std::shared_ptr<const Experiment>;

constexpr std::size_t historyBytes = std::size_t{1} << 30; ///< that all edits together may keep

/// An undoable change from one whole experiment to another.
class ExperimentCommand : public QUndoCommand
{
public:
    /// `become` shows an experiment to the world; changes with the same `mergeKey` in a row are one.
    ExperimentCommand(const QString &name, SharedExperiment before, SharedExperiment after, QString mergeKey,
                      std::function<void(SharedExperiment)> become);

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand *later) override;

    const SharedExperiment &before() const { return m_before; }
    const SharedExperiment &after() const { return m_after; }
    /// What this change keeps in memory beside the experiment before it.
    std::size_t bytes() const;
    /// The same change for another stack, where it is pushed as something already done.
    std::unique_ptr<ExperimentCommand> alreadyDone() const;

private:
    SharedExperiment m_before;
    SharedExperiment m_after;
    QString m_mergeKey;
    std::function<void(SharedExperiment)> m_become;
    bool m_isDone = false;
};

/// Whether nothing differs. What is held is asked first: it changes with every move of a drag, and to go through a
/// large network's numbers for that takes longer than a picture.
bool areSame(const Experiment &one, const Experiment &other);

/// Bytes of an experiment's numbers and letters, nearly.
std::size_t bytesOf(const Experiment &experiment);

/// Calls a stack of ExperimentCommands clean where `now` is what was saved, whatever way led there: what was held and
/// let go again is nothing to be saved.
void noticeReturn(QUndoStack &stack, const Experiment &now);

/// Forgets the oldest changes of a stack of ExperimentCommands until the rest keeps at most `bytes`;
/// also what was undone, as the next push would. To be followed by a push, which tells the world.
void keepWithin(QUndoStack &stack, std::size_t bytes);

} // namespace gatescope
