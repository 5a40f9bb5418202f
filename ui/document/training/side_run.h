// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_session.h"
#include "ui/document/training/training_speed.h"

#include <QObject>

#include <memory>

class QTimer;

namespace gatescope {

class Training;

/// The run of the window a second time, on the other backend: on a device of CUDA beside one on the processor, and the
/// other way round. It reads the same batches, and goes on and pauses with the run, but for its single updates, so
/// that one sees both curves, and how fast each is where no pace holds them up. It begins with the run, or when it is
/// first wanted while the run goes on.
class SideRun : public QObject
{
    Q_OBJECT
public:
    explicit SideRun(Training &training, QObject *parent = nullptr);
    ~SideRun() override;

    bool isWanted() const { return m_isWanted; }
    /// Fails, and is not wanted then, where there is no device.
    Result<void> setWanted(bool wanted);

    /// Whether there is something of it to see.
    bool hasBegun() const { return m_session != nullptr; }
    /// "cuda"; empty while it has not begun.
    const QString &backend() const { return m_backend; }
    const RunHistory &history() const { return m_history; }
    int updates() const;
    const TrainingSpeed &speed() const { return m_speed; }

signals:
    void wantedChanged();
    void recordsAdded(); ///< or there are none any more, or its speed is another
    void told(const QString &sentence);

private:
    void drop();
    Result<void> begin();
    void follow();
    void takeNews();

    Training &m_training;
    bool m_isWanted = false;
    std::unique_ptr<TrainingSession> m_session;
    QString m_backend;
    RunHistory m_history;
    TrainingSpeed m_speed;
    QTimer *m_timer;
};

} // namespace gatescope
