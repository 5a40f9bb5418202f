// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/change.h"
#include "ui/document/record.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

class QUndoStack;

namespace gatescope {

class Evaluator;

/// The only place where an experiment changes. Owns undo and the newest record.
///
/// An edit is a whole new Experiment; what it shares with the old one is small enough to copy. Each
/// edit that changes what is computed asks the backend, on a thread of its own, for a new record; requests are
/// numbered, and an answer is shown when it is newer than what is shown, so while somebody drags a value the picture
/// follows. Until a new record is there the old one stays whole.
class Document : public QObject
{
    Q_OBJECT
public:
    explicit Document(std::unique_ptr<Backend> backend, QObject *parent = nullptr);
    ~Document() override;

    const Experiment &experiment() const { return *m_experiment; }
    std::shared_ptr<const Experiment> sharedExperiment() const { return m_experiment; }
    const Record &record() const { return m_record; }
    /// The run with which a what-if is compared: the first one of a network of these sizes on sequences of these
    /// lengths, most steps of which read what they read now. Null while nothing differs from it.
    const Record *ghost() const { return m_ghostDiffers ? &m_original : nullptr; }
    /// From now on what there is now is what is compared with.
    void takeAsOriginal();
    const Backend &backend() const { return *m_backend; }
    QUndoStack &undoStack() { return *m_undo; }

    /// Begins with another experiment: no undo across it, nothing is unsaved. `path` is empty for one
    /// that has no file. There is no record until its own is computed. Refused, with nothing changed,
    /// when its parts do not fit together.
    Result<void> open(Experiment experiment, const QString &path = {});
    /// The same with what another document has computed already: it is there at once.
    void open(const Record &record);

    /// Changes the experiment, undoably, under the name that the undo menu shows; where it looks moves to
    /// what is still there. Edits with the same
    /// `mergeKey` in a row become one. Refused, with nothing changed, when the new one does not fit together.
    /// One that changes nothing leaves no trace in the undo menu. The oldest edits are forgotten when
    /// all together would keep more than a gigabyte.
    Result<void> edit(const QString &name, Experiment next, const QString &mergeKey = {});

    /// A change that is tried while somebody drags a value. It is made of the experiment that there was before the
    /// first one, checked and computed on the other thread; of those that wait the latest wins. Experiment and record
    /// become the draft's together, once both are there; one that cannot be computed leaves them as they are.
    void draft(Change change);
    /// The latest draft becomes one edit, now, whether it is computed already or not. One that is refused leaves the
    /// last that was shown.
    Result<void> keepDraft();
    bool isDrafting() const { return m_draft.has_value(); }

    QString path() const { return m_path; }
    bool isModified() const;
    /// Writes the experiment, with `view`, or the nearest to it that there is, as where the person looks, and with the
    /// lesson that is open beside it, and calls it saved.
    Result<void> save(const QString &path, const ExperimentView &view, const std::optional<LessonPlace> &lesson = {});
    /// What is written then.
    Experiment asSeen(const ExperimentView &view, const std::optional<LessonPlace> &lesson = {}) const;

    /// Whether the record belongs to the experiment and not to an older one.
    bool isRecordCurrent() const { return m_record.experiment == m_experiment; }
    /// Whether a record is awaited: that of the experiment, or of the latest draft.
    bool isComputing() const { return m_answered != m_asked; }
    /// Waits, without an event loop, until the record belongs to the experiment or its computation failed.
    void waitForRecord();

signals:
    void experimentChanged(); ///< also by undo and redo
    void computationBegan();  ///< a new record is awaited
    void recordChanged();     ///< also when there is none any more
    void computationFailed(const gatescope::Error &error);
    void modifiedChanged(bool modified);
    void pathChanged(const QString &path);

private:
    /// What is tried.
    struct Draft {
        std::shared_ptr<const Experiment> base; ///< of which it is made
        Change latest;
        quint64 first;     ///< number of the first request
        quint64 shown = 0; ///< of the one whose experiment there is; 0: none yet
    };

    void become(std::shared_ptr<const Experiment> experiment);
    /// A step of undo, which `isDone` where the experiment is `after` already.
    void remember(const Change &change, const std::shared_ptr<const Experiment> &before,
                  std::shared_ptr<const Experiment> after, bool isDone);
    void forgetRecord();
    void takeAnswer();
    /// `isOriginal`: whether it computes the same, where that is known.
    void compareWithOriginal(std::optional<bool> isOriginal = {});
    void setPath(const QString &path);

    std::unique_ptr<Backend> m_backend;
    std::shared_ptr<const Experiment> m_experiment;
    Record m_record;
    Record m_original;
    bool m_ghostDiffers = false;
    QUndoStack *m_undo;
    QString m_path;
    quint64 m_asked = 0;    ///< number of the newest request
    quint64 m_answered = 0; ///< the newest that was answered; m_asked once nothing is waited for
    std::unique_ptr<Evaluator> m_evaluator;
    std::optional<Draft> m_draft; ///< while somebody drags
};

} // namespace gatescope
