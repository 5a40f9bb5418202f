// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_session.h"
#include "ui/document/training/training_sample.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace gatescope {

class Training;

/// Takes samples of a training's network on a thread of its own: some in a second while the run goes on, and at once
/// where somebody looks back. Of the samples that are asked for only the newest is taken.
class TrainingWatch : public QObject
{
    Q_OBJECT
public:
    explicit TrainingWatch(Training &training, QObject *parent = nullptr);
    ~TrainingWatch() override;

    /// Whether anybody looks: while nobody does, nothing is computed.
    void setActive(bool active);
    /// The update that is looked back at; none: the newest.
    void lookAt(std::optional<int> update);
    /// A weight whose next update is told with each sample of the newest network; none: no longer.
    void followWeight(const std::optional<ParameterPlace> &place);
    /// The newest sample; null before there is one.
    std::shared_ptr<const TrainingSample> sample() const { return m_sample; }

signals:
    void sampleTaken();
    void sampleFailed(const QString &why);

private:
    /// Everything that a sample is taken from; holds what its thread needs alive.
    struct Wish {
        quint64 run = 0;
        std::shared_ptr<const Task> task;
        std::shared_ptr<const Backend> backend;
        std::shared_ptr<const TrainingSession> session; ///< null: the network that the run begins with
        std::shared_ptr<const Parameters> beginning;
        NetworkSpec spec;
        std::optional<int> update;
        std::optional<ParameterPlace> weight;
    };
    void begin();
    void follow();
    void ask();
    void work(std::stop_token stop);
    void take(quint64 run, const Result<std::shared_ptr<const TrainingSample>> &sample);
    static void tell(const ParameterPlace &weight, const TrainingSession &session, TrainingSample &sample);
    static KeptNetwork networkOf(const Wish &wish);

    Training &m_training;
    bool m_isActive = false;
    std::optional<int> m_lookedAt;
    std::optional<ParameterPlace> m_weight;
    quint64 m_run = 0;
    int m_askedAt = -1; ///< update of the last wish
    bool m_isWaiting = false;
    std::shared_ptr<const TrainingSample> m_sample;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_wake;
    std::optional<Wish> m_wish;
    std::jthread m_thread; ///< last: it ends before the rest does
};

} // namespace gatescope
