// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_session.h"

#include "core/base/background.h"
#include "core/base/within_memory.h"

namespace gatescope {

namespace {
constexpr std::size_t mostKept = 128; ///< networks of one run
}

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

TrainingSession::TrainingSession(std::unique_ptr<Trainer> trainer, const KeptNetworks &kept)
    : m_trainer(std::move(trainer)), m_kept(mostKept), m_news{.records = {},
                                                              .solvedAt = m_trainer->solvedAt(),
                                                              .handovers = {},
                                                              .backend = std::string(m_trainer->backend().name()),
                                                              .failure = {}}
{
    for (const KeptNetwork &each : kept.all())
        if (each.update < m_trainer->updates())
            m_kept.add(each.update, each.parameters);
    m_kept.add(m_trainer->updates(), std::make_shared<const Parameters>(m_trainer->parameters()));
    m_thread = std::jthread([this](std::stop_token stop) { work(stop); });
}

TrainingSession::~TrainingSession() = default;

void TrainingSession::start(const GoesOn &far)
{
    const std::lock_guard lock(m_mutex);
    m_wanted = m_news.failure ? 0 : far.updates;
    m_untilSolved = far.untilSolved;
    m_mostPerSecond = far.mostPerSecond;
    m_wake.notify_all();
}

void TrainingSession::pause()
{
    const std::lock_guard lock(m_mutex);
    m_wanted = 0;
    m_wake.notify_all();
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

bool TrainingSession::isIdle() const
{
    const std::lock_guard lock(m_mutex);
    return m_wanted == 0 && !m_isMaking;
}

void TrainingSession::work(std::stop_token stop)
{
    workInBackground();
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_wanted != 0; });
            if (stop.stop_requested())
                return;
            m_lastBegan = std::chrono::steady_clock::now();
        }
        makeOne();
        waitForNext(stop);
    }
}

/// Where there shall be so many updates in a second and no more; a pause ends the wait.
void TrainingSession::waitForNext(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    if (m_wanted == 0 || m_mostPerSecond <= 0)
        return;
    const auto next = m_lastBegan
        + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                          std::chrono::duration<double>(1 / m_mostPerSecond));
    m_wake.wait_until(lock, stop, next, [this] { return m_wanted == 0; });
}

/// So that one can go back through the run; a copy is made only where it will be kept.
bool TrainingSession::isToBeKept(int update) const
{
    const std::lock_guard lock(m_mutex);
    return update % m_kept.spacing() == 0;
}

void TrainingSession::makeOne()
{
    for (int visitors = m_visitors; visitors > 0; visitors = m_visitors)
        m_visitors.wait(visitors);
    const std::lock_guard trainerLock(m_trainerMutex);
    {
        const std::lock_guard lock(m_mutex);
        if (m_wanted == 0)
            return; // paused meanwhile
        m_isMaking = true;
    }
    std::shared_ptr<const Parameters> network;
    const auto record = withinMemory([&]() -> Result<UpdateRecord> {
        auto made = m_trainer->update();
        if (made && isToBeKept(made->update))
            network = std::make_shared<const Parameters>(m_trainer->parameters());
        return made;
    });
    const std::lock_guard lock(m_mutex);
    m_isMaking = false;
    if (m_wanted > 0)
        --m_wanted;
    m_news.handovers = m_trainer->handovers();
    m_news.backend = m_trainer->backend().name();
    if (record) {
        m_news.records.push_back(*record);
        if (network)
            m_kept.add(record->update, std::move(network));
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

KeptNetwork TrainingSession::newest() const
{
    const Visit visit(*this);
    return {m_trainer->updates(), std::make_shared<const Parameters>(m_trainer->parameters())};
}

Result<UpdateStory> TrainingSession::story(const ParameterPlace &place) const
{
    const Visit visit(*this);
    return m_trainer->story(place);
}

KeptNetwork TrainingSession::keptNear(int update) const
{
    const std::lock_guard lock(m_mutex);
    return *m_kept.nearest(update);
}

KeptNetworks TrainingSession::kept() const
{
    const std::lock_guard lock(m_mutex);
    return m_kept;
}

TrainerState TrainingSession::state() const
{
    const Visit visit(*this);
    return m_trainer->state();
}

} // namespace gatescope
