// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/evaluator.h"

#include <QMutexLocker>

namespace gatescope {

bool computeTheSame(const Experiment &one, const Experiment &other)
{
    return &one == &other
        || (one.spec == other.spec && one.pins == other.pins && one.input == other.input
            && one.parameters == other.parameters);
}

bool haveOneRecord(const Experiment &one, const Experiment &other)
{
    return computeTheSame(one, other) && one.objective == other.objective;
}

Evaluator::Evaluator(const Backend &backend, QObject *parent)
    : QObject(parent), m_backend(backend), m_thread(QThread::create([this] { work(); }))
{
    m_thread->setObjectName(QStringLiteral("evaluator"));
    m_thread->start();
}

Evaluator::~Evaluator()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isClosing = true;
        m_waiting.reset();
    }
    m_asked.wakeAll();
    m_thread->wait();
}

void Evaluator::ask(quint64 number, std::shared_ptr<const Experiment> experiment,
                    std::shared_ptr<const Experiment> original, std::optional<Change> change, const Record &have)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_waiting = Request{number, std::move(experiment), std::move(original), std::move(change), have};
    }
    m_asked.wakeAll();
}

std::optional<Evaluator::Answer> Evaluator::takeAnswer()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_answer, std::nullopt);
}

void Evaluator::waitUntilIdle()
{
    QMutexLocker lock(&m_mutex);
    while (m_waiting || m_isComputing)
        m_idle.wait(&m_mutex);
}

void Evaluator::work()
{
    while (const std::optional<Request> request = nextRequest())
        deliver(answerTo(*request));
}

Evaluator::Answer Evaluator::answerTo(const Request &request) const
{
    const Result<std::shared_ptr<const Experiment>> experiment
        = request.change ? made(*request.change, *request.experiment) : request.experiment;
    if (!experiment)
        return {request.number, experiment.error(), request.original};
    return {request.number, recordOf(request.have, *experiment), request.original,
            request.original && computeTheSame(*request.original, **experiment)};
}

Result<Record> Evaluator::recordOf(const Record &have, const std::shared_ptr<const Experiment> &experiment) const
{
    if (!have || !haveOneRecord(*have.experiment, *experiment))
        return computeRecord(m_backend, experiment);
    Record same = have;
    same.experiment = experiment;
    return same;
}

std::optional<Evaluator::Request> Evaluator::nextRequest()
{
    QMutexLocker lock(&m_mutex);
    while (!m_waiting && !m_isClosing)
        m_asked.wait(&m_mutex);
    m_isComputing = m_waiting.has_value();
    return std::exchange(m_waiting, std::nullopt);
}

void Evaluator::deliver(Answer answer)
{
    {
        const QMutexLocker lock(&m_mutex);
        m_answer = std::move(answer);
        m_isComputing = false;
    }
    m_idle.wakeAll();
    emit answered();
}

} // namespace gatescope
