// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/training/side_run.h"

#include "core/base/within_memory.h"
#include "core/experiment/larger_demo.h"
#include "core/training/training_backends.h"
#include "ui/common/translate.h"
#include "ui/document/training/training.h"

#include <QTimer>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int newsInterval = 50; ///< ms

std::string_view otherThan(std::string_view backend)
{
    return backend.starts_with("cuda") ? "cpu" : "cuda";
}

} // namespace

SideRun::SideRun(Training &training, QObject *parent) : QObject(parent), m_training(training), m_timer(new QTimer(this))
{
    m_timer->setInterval(newsInterval);
    connect(m_timer, &QTimer::timeout, this, &SideRun::takeNews);
    connect(&training, &Training::begun, this, &SideRun::drop);
    connect(&training, &Training::stageChanged, this, &SideRun::follow);
    connect(&training, &Training::planChanged, this, &SideRun::follow);
}

SideRun::~SideRun() = default;

int SideRun::updates() const
{
    if (!m_history.records().empty())
        return m_history.records().back().update;
    return m_session ? m_training.run()->state.training.updates : 0; // where the run itself began
}

Result<void> SideRun::setWanted(bool wanted)
{
    const auto why = wanted ? whyNoDevice() : std::nullopt;
    m_isWanted = wanted && !why;
    if (!m_isWanted)
        drop();
    follow();
    emit wantedChanged();
    return why ? Result<void>(*why) : Result<void>();
}

void SideRun::drop()
{
    m_timer->stop();
    m_session.reset();
    m_backend.clear();
    m_history = RunHistory(Training::mostRecords);
    m_speed.forget();
    emit recordsAdded();
}

/// From where the run itself began.
Result<void> SideRun::begin()
{
    return withinMemory([&]() -> Result<void> {
        const StoppedTraining &from = *m_training.run();
        const std::string_view other = otherThan(m_training.backend()->name());
        const auto backends = trainingBackends(other, from.spec, from.settings);
        if (!backends)
            return backends.error();
        TrainerSettings settings = from.settings;
        settings.probeEvery = 0; // nobody looks inside
        // By itself: were another backend to take over, its speed would be the other one's.
        auto trainer
            = Trainer::resume(m_training.task(), from.spec, from.state, settings, Trainer::Backends{backends->front()});
        if (!trainer)
            return trainer.error();
        m_session = std::make_unique<TrainingSession>(std::move(*trainer));
        m_backend = written(backends->front()->name());
        return {};
    });
}

/// As the run does; behind its end there may still be something to make here.
void SideRun::follow()
{
    if (!m_isWanted)
        return;
    const bool isAtEnd
        = m_training.stage() == Training::Stage::done && m_training.updates() >= m_training.updatesToMake();
    if (!m_training.isRunning() && !(isAtEnd && m_session)) {
        if (!m_session)
            return;
        m_session->pause();
        takeNews();
        m_speed.pause();
        return;
    }
    if (!m_session)
        if (const auto begun = begin(); !begun) {
            m_isWanted = false;
            // Who shows what is told takes it away where a run begins, which is now.
            QMetaObject::invokeMethod(
                this, [this, why = said(begun.error().sentence)] { emit told(why); }, Qt::QueuedConnection);
            emit wantedChanged();
            return;
        }
    m_session->pause();
    takeNews();
    m_session->start(
        {.updates = std::max(0, m_training.updatesToMake() - updates()), .mostPerSecond = m_training.pace()});
    m_speed.start();
    m_timer->start();
}

void SideRun::takeNews()
{
    const bool wasIdle = m_session->isIdle(); // asked first: what it made is there then
    const auto news = m_session->takeNews();
    if (news) {
        long tokens = 0;
        for (const UpdateRecord &record : news->records) {
            tokens += record.tokens;
            m_history.add(record);
        }
        m_speed.add(int(news->records.size()), tokens);
        if (!news->records.empty())
            emit recordsAdded();
        if (news->failure)
            emit told(said(news->failure->sentence));
    } else if (wasIdle) {
        m_speed.pause(); // of a short run it is known only now
        m_timer->stop();
        emit recordsAdded();
    }
}

} // namespace gatescope
