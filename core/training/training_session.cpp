// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_session.h"

#include "core/base/within_memory.h"

namespace gatescope {

class TrainingSession::Visit
{
public:
    explicit Visit(const TrainingSession &session) : m_session(session)
    {
        ++m_session.m_visitors;
        m_session.m_trainerMutex.lock();
    }
    ~Visit()
    {
        m_session.m_trainerMutex.unlock();
        --m_session.m_visitors;
        m_session.m_visitors.notify_all();
    }
    Visit(const Visit &) = delete;
    Visit &operator=(const Visit &) = delete;

private:
    const TrainingSession &m_session;
};

TrainingSession::TrainingSession(std::unique_ptr<Trainer> trainer)
    : m_trainer(std::move(trainer)), m_news{.records = {}, .solvedAt = m_trainer->solvedAt(), .handovers = {}, .failure = {}}, m_thread([this](std::stop_token stop) { work(stop); })
{
}

TrainingSession::~TrainingSession() = default;

void TrainingSession::start(const GoesOn &far)
{
    const std::lock_guard lock(m_mutex);
    m_wanted = m_news.failure ? 0 : far.updates;
    m_untilSolved = far.untilSolved;
    m_wake.notify_all();
}

void TrainingSession::pause()
{
    const std::lock_guard lock(m_mutex);
    m_wanted = 0;
}

void TrainingSession::updateOnce()
{
    const std::lock_guard lock(m_mutex);
    m_wanted = m_news.failure ? 0 : 1;
    m_wake.notify_all();
}

bool TrainingSession::isRunning() const
{
    const std::lock_guard lock(m_mutex);
    return m_wanted != 0;
}

void TrainingSession::work(std::stop_token stop)
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_wanted != 0; });
            if (stop.stop_requested())
                return;
        }
        makeOne();
    }
}

void TrainingSession::makeOne()
{
    for (int visitors = m_visitors; visitors > 0; visitors = m_visitors)
        m_visitors.wait(visitors);
    const std::lock_guard trainerLock(m_trainerMutex);
    if (!isRunning())
        return; // paused meanwhile
    const auto record = withinMemory([this] { return m_trainer->update(); });
    const std::lock_guard lock(m_mutex);
    if (m_wanted > 0)
        --m_wanted;
    m_news.handovers = m_trainer->handovers();
    if (record) {
        m_news.records.push_back(*record);
        m_news.solvedAt = m_trainer->solvedAt();
        m_news.lostPatience = m_trainer->hasLostPatience();
        const bool solvedNow = m_news.solvedAt == record->update;
        if ((m_news.lostPatience && record->heldOut) || (m_untilSolved && solvedNow))
            m_wanted = 0;
        return;
    }
    m_news.failure = record.error();
    m_failureIsNews = true;
    m_wanted = 0;
}

std::optional<TrainingNews> TrainingSession::takeNews()
{
    const std::lock_guard lock(m_mutex);
    if (m_news.records.empty() && !m_failureIsNews)
        return std::nullopt;
    m_failureIsNews = false;
    TrainingNews news = m_news;
    m_news.records.clear();
    return news;
}

std::optional<TrainingSnapshot> TrainingSession::takeSnapshot(bool withProbe)
{
    const Visit visit(*this);
    auto news = takeNews();
    if (!news)
        return std::nullopt;
    TrainingSnapshot snapshot{std::move(*news), m_trainer->parameters(), std::nullopt};
    if (withProbe)
        if (const auto probe = m_trainer->probe())
            snapshot.probe = *probe;
    return snapshot;
}

Parameters TrainingSession::parameters() const
{
    const Visit visit(*this);
    return m_trainer->parameters();
}

TrainerState TrainingSession::state() const
{
    const Visit visit(*this);
    return m_trainer->state();
}

} // namespace gatescope
