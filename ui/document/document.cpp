// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/experiment/experiment_file.h"
#include "ui/document/evaluator.h"
#include "ui/document/history.h"

#include <QUndoStack>

namespace gatescope {

namespace {
constexpr std::size_t historyBytes = std::size_t{1} << 30;
}

Document::Document(std::unique_ptr<Backend> backend, QObject *parent)
    : QObject(parent), m_backend(std::move(backend)), m_experiment(std::make_shared<const Experiment>()),
      m_undo(new QUndoStack(this)), m_evaluator(std::make_unique<Evaluator>(*m_backend))
{
    connect(m_evaluator.get(), &Evaluator::answered, this, &Document::takeAnswer);
    connect(m_undo, &QUndoStack::cleanChanged, this, [this](bool clean) { emit modifiedChanged(!clean); });
}

Document::~Document() = default;

Result<void> Document::open(Experiment experiment, const QString &path)
{
    if (const Result<void> fits = check(experiment); !fits)
        return fits;
    m_undo->clear();
    setPath(path);
    become(std::make_shared<const Experiment>(std::move(experiment)));
    return {};
}

Result<void> Document::edit(const QString &name, Experiment next, const QString &mergeKey)
{
    if (const Result<void> fits = check(next); !fits)
        return fits;
    if (next == *m_experiment)
        return {};
    auto after = std::make_shared<const Experiment>(std::move(next));
    keepWithin(*m_undo, historyBytes - std::min(historyBytes, bytesOf(*after)));
    m_undo->push(new ExperimentCommand(name, m_experiment, std::move(after), mergeKey,
                                       [this](SharedExperiment experiment) { become(std::move(experiment)); }));
    return {};
}

bool Document::isModified() const
{
    return !m_undo->isClean();
}

Result<void> Document::save(const QString &path, const ExperimentView &view)
{
    Experiment saved = *m_experiment;
    saved.view = view;
    if (const Result<void> written = writeExperimentFile(path.toStdString(), saved); !written)
        return written;
    setPath(path);
    m_undo->setClean();
    return {};
}

void Document::waitForRecord()
{
    while (m_answered != m_asked) {
        m_evaluator->waitUntilIdle();
        takeAnswer();
    }
}

void Document::become(std::shared_ptr<const Experiment> experiment)
{
    m_experiment = std::move(experiment);
    m_evaluator->ask(++m_asked, m_experiment);
    emit experimentChanged();
}

void Document::takeAnswer()
{
    std::optional<Evaluator::Answer> answer = m_evaluator->takeAnswer();
    if (!answer || answer->number != m_asked) // taken already, or overtaken by another request
        return;
    m_answered = answer->number;
    if (!answer->record) {
        emit computationFailed(answer->record.error());
        return;
    }
    m_record = std::move(answer->record).value();
    emit recordChanged();
}

void Document::setPath(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    emit pathChanged(m_path);
}

} // namespace gatescope
