// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/change.h"
#include "ui/document/record.h"

#include <QMutex>
#include <QObject>
#include <QThread>
#include <QWaitCondition>

#include <memory>
#include <optional>

namespace gatescope {

/// Whether two experiments compute the same: the same network reads the same, with the same held. Millions of numbers
/// may have to be compared.
bool computeTheSame(const Experiment &one, const Experiment &other);

/// Whether the record of `one` is also that of `other`, but for the experiment that it names.
bool haveOneRecord(const Experiment &one, const Experiment &other);

/// Computes records on a thread of its own. Of the requests that wait only the newest is computed,
/// and only the newest answer is kept for whoever fetches it.
class Evaluator : public QObject
{
    Q_OBJECT
public:
    struct Answer {
        quint64 number; ///< of the request
        Result<Record> record;
        std::shared_ptr<const Experiment> original; ///< with which it is compared; null: with none
        bool isOriginal = false;                    ///< whether both compute the same
    };

    explicit Evaluator(const Backend &backend, QObject *parent = nullptr);
    /// Waits for the computation that is running; what still waits is dropped.
    ~Evaluator() override;

    /// Of the experiment, or of what a change makes of it. `have` is a record that is there already: where only names
    /// or breakpoints differ, nothing is computed again.
    void ask(quint64 number, std::shared_ptr<const Experiment> experiment,
             std::shared_ptr<const Experiment> original = nullptr, std::optional<Change> change = {},
             const Record &have = {});
    /// The newest answer, once.
    std::optional<Answer> takeAnswer();
    /// Sleeps until there is nothing left to compute.
    void waitUntilIdle();

signals:
    void answered(); ///< comes from the other thread

private:
    struct Request {
        quint64 number;
        std::shared_ptr<const Experiment> experiment;
        std::shared_ptr<const Experiment> original;
        std::optional<Change> change;
        Record have;
    };
    void work();
    Answer answerTo(const Request &request) const;
    Result<Record> recordOf(const Record &have, const std::shared_ptr<const Experiment> &experiment) const;
    std::optional<Request> nextRequest();
    void deliver(Answer answer);

    const Backend &m_backend;
    QMutex m_mutex; ///< guards what follows, down to the conditions
    std::optional<Request> m_waiting;
    std::optional<Answer> m_answer;
    bool m_isComputing = false;
    bool m_isClosing = false;
    QWaitCondition m_asked;
    QWaitCondition m_idle;
    std::unique_ptr<QThread> m_thread;
};

} // namespace gatescope
