// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "ui/document/evaluator.h"
#include "ui/document/history.h"

#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace gatescope {

void Document::draft(Change change)
{
    if (!m_draft)
        m_draft = Draft{m_experiment, {}, m_asked + 1};
    m_draft->latest = std::move(change);
    m_evaluator->ask(++m_asked, m_draft->base, m_original.experiment, m_draft->latest);
    emit computationBegan();
}

Result<void> Document::keepDraft()
{
    if (!m_draft)
        return {};
    takeAnswer(); // the latest may be there, and nobody was told yet
    if (!m_draft)
        return {}; // whoever was told began with something else
    const Draft draft = *std::exchange(m_draft, std::nullopt);
    if (draft.shown == m_asked) {
        remember(draft.latest, draft.base, m_experiment, true);
        return {};
    }
    const auto next = made(draft.latest, *draft.base);
    if (!next) {
        remember(draft.latest, draft.base, m_experiment, true);
        return next.error();
    }
    if (areSame(**next, *draft.base))
        become(draft.base);
    else
        remember(draft.latest, draft.base, *next, false);
    return {};
}

void Document::remember(const Change &change, const std::shared_ptr<const Experiment> &before,
                        std::shared_ptr<const Experiment> after, bool isDone)
{
    if (areSame(*after, *before))
        return;
    keepWithin(*m_undo, historyBytes - std::min(historyBytes, bytesOf(*after)));
    auto command
        = std::make_unique<ExperimentCommand>(change.name, before, std::move(after), change.mergeKey,
                                              [this](SharedExperiment experiment) { become(std::move(experiment)); });
    m_undo->push(isDone ? command->alreadyDone().release() : command.release());
}

} // namespace gatescope
