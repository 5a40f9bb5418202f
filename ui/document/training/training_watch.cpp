// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/training/training_watch.h"

#include "core/base/background.h"
#include "core/base/within_memory.h"
#include "ui/common/translate.h"
#include "ui/document/training/training.h"

#include <QTimer>

namespace gatescope {

namespace {
constexpr int pause = 120; ///< ms between two samples of a run that goes on
}

TrainingWatch::TrainingWatch(Training &training, QObject *parent)
    : QObject(parent), m_training(training), m_thread([this](std::stop_token stop) { work(stop); })
{
    connect(&training, &Training::begun, this, &TrainingWatch::begin);
    connect(&training, &Training::planChanged, this, [this] {
        if (!m_training.session()) // what is shown is what would begin
            begin();
    });
    connect(&training, &Training::recordsAdded, this, &TrainingWatch::follow);
}

TrainingWatch::~TrainingWatch() = default;

void TrainingWatch::setActive(bool active)
{
    m_isActive = active;
    if (m_lookedAt && m_askedAt < 0 && !m_isWaiting)
        return ask(); // while nobody looked it was not asked
    follow();
}

void TrainingWatch::lookAt(std::optional<int> update)
{
    m_lookedAt = update;
    m_askedAt = -1;
    if (!m_isWaiting)
        ask();
}

void TrainingWatch::followWeight(const std::optional<ParameterPlace> &place)
{
    m_weight = place;
    m_askedAt = -1;
    if (!m_isWaiting)
        ask();
}

void TrainingWatch::begin()
{
    ++m_run;
    m_lookedAt.reset();
    m_askedAt = -1;
    m_isWaiting = false;
    ask();
}

void TrainingWatch::follow()
{
    if (m_isActive && !m_isWaiting && !m_lookedAt && m_askedAt != m_training.updates())
        ask();
}

void TrainingWatch::ask()
{
    const StoppedTraining *run = m_training.run();
    if (!m_isActive || !run || !m_training.backend())
        return;
    m_askedAt = m_training.updates();
    m_isWaiting = true;
    Wish wish{m_run,   m_training.task(), m_training.backend(), m_training.session(),
              nullptr, run->spec,         m_lookedAt,           m_weight};
    if (!wish.session)
        wish.beginning = std::make_shared<const Parameters>(run->state.training.parameters);
    {
        const std::lock_guard lock(m_mutex);
        m_wish = std::move(wish);
    }
    m_wake.notify_all();
}

KeptNetwork TrainingWatch::networkOf(const Wish &wish)
{
    if (!wish.session)
        return {0, wish.beginning};
    return wish.update ? wish.session->keptNear(*wish.update) : wish.session->newest();
}

void TrainingWatch::tell(const ParameterPlace &weight, const TrainingSession &session, TrainingSample &sample)
{
    const auto story = session.story(weight);
    if (!story)
        return; // of another network: the next wish names a weight that it has
    sample.story = *story;
    sample.storyOf = weight;
}

void TrainingWatch::work(std::stop_token stop)
{
    workInBackground();
    std::shared_ptr<const Task> task;
    SampleData data;
    quint64 run = 0;
    std::optional<StateAxes> axes;
    for (;;) {
        Wish wish;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_wish.has_value(); });
            if (stop.stop_requested())
                return;
            wish = *std::exchange(m_wish, std::nullopt);
        }
        if (run != wish.run)
            axes.reset();
        run = wish.run;
        auto taken = withinMemory([&]() -> Result<TrainingSample> {
            if (task != wish.task)
                data = sampleData(*wish.task);
            task = wish.task;
            const KeptNetwork network = networkOf(wish);
            auto sample = takeSample(*wish.backend, wish.spec, network.update, network.parameters, data, axes);
            if (sample && wish.weight && wish.session && !wish.update)
                tell(*wish.weight, *wish.session, *sample);
            return sample;
        });
        Result<std::shared_ptr<const TrainingSample>> sample = std::shared_ptr<const TrainingSample>();
        if (taken) {
            axes = taken->axes;
            sample = std::make_shared<const TrainingSample>(std::move(taken).value());
        } else {
            sample = taken.error();
        }
        wish = {}; // a session may end here, where nobody waits for it
        QMetaObject::invokeMethod(
            this, [this, run, sample] { take(run, sample); }, Qt::QueuedConnection);
    }
}

void TrainingWatch::take(quint64 run, const Result<std::shared_ptr<const TrainingSample>> &sample)
{
    if (run != m_run)
        return; // of a run that is no more
    m_isWaiting = false;
    if (sample) {
        m_sample = *sample;
        emit sampleTaken();
    } else {
        m_sample.reset();
        emit sampleFailed(said(sample.error().sentence));
    }
    if (m_askedAt < 0)
        return ask(); // somebody looked elsewhere meanwhile
    QTimer::singleShot(pause, this, &TrainingWatch::follow);
}

} // namespace gatescope
