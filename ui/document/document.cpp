// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/base/within_memory.h"
#include "core/experiment/files/experiment_file.h"
#include "ui/document/evaluator.h"
#include "ui/document/history.h"

#include <QUndoStack>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int fewSteps = 4; ///< where somebody may have tried other numbers at every one of them

/// Whether two runs can be laid over each other: the same arrays of the same sizes, whatever the convention.
bool areOfOneShape(const Trace &one, const Trace &other)
{
    const NetworkSpec &a = one.spec, &b = other.spec;
    return a.cell == b.cell && a.hiddenSize == b.hiddenSize && a.layers == b.layers
        && a.bidirectional == b.bidirectional && a.inputSize == b.inputSize
        && one.batch->lengths == other.batch->lengths;
}

/// Whether most of what they read is another thing: that is no what-if any more, but a run of its own.
bool readsAnother(const Input &one, const Input &other)
{
    int steps = 0;
    for (int n = 0; n < one.sequences(); ++n)
        steps += one.length(n);
    return stepsThatDiffer(one, other) > std::max(fewSteps, steps / 2);
}

bool areComparable(const Record &one, const Record &other)
{
    return areOfOneShape(*one.trace, *other.trace) && !readsAnother(one.experiment->input, other.experiment->input);
}

} // namespace

Document::Document(std::unique_ptr<Backend> backend, QObject *parent)
    : QObject(parent), m_backend(std::move(backend)), m_experiment(std::make_shared<const Experiment>()),
      m_undo(new QUndoStack(this)), m_evaluator(std::make_unique<Evaluator>(*m_backend))
{
    connect(m_evaluator.get(), &Evaluator::answered, this, &Document::takeAnswer);
    connect(m_undo, &QUndoStack::indexChanged, this, [this] { noticeReturn(*m_undo, *m_experiment); });
    connect(m_undo, &QUndoStack::cleanChanged, this, [this](bool clean) { emit modifiedChanged(!clean); });
}

Document::~Document() = default;

Result<void> Document::open(Experiment experiment, const QString &path)
{
    if (const Result<void> fits = withinMemory([&] { return check(experiment); }); !fits)
        return fits;
    experiment.view = nearestView(experiment.view, experiment.spec, experiment.input);
    m_draft.reset();
    m_undo->clear();
    setPath(path);
    forgetRecord();
    become(std::make_shared<const Experiment>(std::move(experiment)));
    return {};
}

void Document::open(const Record &record)
{
    m_draft.reset();
    m_undo->clear();
    setPath({});
    m_answered = m_asked;
    m_experiment = record.experiment;
    m_record = record;
    m_original = {}; // of what was open before
    compareWithOriginal();
    emit experimentChanged();
    emit recordChanged();
}

Result<void> Document::edit(const QString &name, Experiment next, const QString &mergeKey)
{
    if (const Result<void> fits = withinMemory([&] { return check(next); }); !fits)
        return fits;
    if (const Result<void> kept = keepDraft(); !kept)
        return kept;
    next.view = nearestView(next.view, next.spec, next.input);
    remember({name, mergeKey, {}}, m_experiment, std::make_shared<const Experiment>(std::move(next)), false);
    return {};
}

bool Document::isModified() const
{
    return !m_undo->isClean();
}

Experiment Document::asSeen(const ExperimentView &view, const std::optional<LessonPlace> &lesson) const
{
    Experiment seen = *m_experiment;
    seen.view = nearestView(view, seen.spec, seen.input);
    seen.lesson = lesson;
    return seen;
}

Result<void> Document::save(const QString &path, const ExperimentView &view, const std::optional<LessonPlace> &lesson)
{
    if (const Result<void> kept = keepDraft(); !kept)
        return kept;
    const Result<void> written
        = withinMemory([&] { return writeExperimentFile(path.toStdString(), asSeen(view, lesson)); });
    if (!written)
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
    m_draft.reset();
    m_experiment = std::move(experiment);
    m_evaluator->ask(++m_asked, m_experiment, m_original.experiment, {}, m_record);
    emit computationBegan();
    emit experimentChanged();
}

/// What was computed for the experiment before is neither shown nor waited for any more.
void Document::forgetRecord()
{
    m_answered = m_asked;
    if (!m_record)
        return;
    m_record = {};
    compareWithOriginal();
    emit recordChanged();
}

void Document::takeAsOriginal()
{
    m_original = {};
    compareWithOriginal();
    emit recordChanged();
}

void Document::compareWithOriginal(std::optional<bool> isOriginal)
{
    if (!m_record || !m_original || !areComparable(m_original, m_record))
        m_original = m_record;
    m_ghostDiffers = m_record && m_original.experiment != m_record.experiment
        && !(isOriginal ? *isOriginal : computeTheSame(*m_original.experiment, *m_record.experiment));
}

void Document::takeAnswer()
{
    std::optional<Evaluator::Answer> answer = m_evaluator->takeAnswer();
    if (!answer || answer->number <= m_answered) // taken already, or of the experiment before
        return;
    m_answered = answer->number;
    if (!answer->record) {
        if (m_answered == m_asked) // otherwise the next may well succeed
            emit computationFailed(answer->record.error());
        return;
    }
    m_record = std::move(answer->record).value();
    const bool isDraft = m_draft && m_answered >= m_draft->first;
    if (isDraft) {
        m_experiment = m_record.experiment;
        m_draft->shown = m_answered;
    }
    const bool isCompared = answer->original && answer->original == m_original.experiment;
    compareWithOriginal(isCompared ? std::optional(answer->isOriginal) : std::nullopt);
    if (isDraft)
        emit experimentChanged();
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
