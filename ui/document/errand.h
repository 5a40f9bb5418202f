// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/background.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace gatescope {

/// Works something out on a thread of its own, one at a time, and brings the answer to the thread that asked. Whether
/// anybody still waits for it, the one who asked knows. Its end asks the work to stop and waits for it.
template<class Answer>
class Errand
{
public:
    /// `done` is called with each answer; it may start the next one.
    explicit Errand(std::function<void(Answer)> done) : m_done(std::move(done)) { }
    ~Errand()
    {
        stop();
        if (m_thread)
            m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Errand)

    bool isBusy() const { return m_thread != nullptr; }

    /// Only while it is not busy. The work must hold what it reads.
    void start(std::function<Answer(std::stop_token)> work)
    {
        Q_ASSERT(!isBusy());
        m_stop = {};
        const auto answer = std::make_shared<std::optional<Answer>>(); // written by the thread, read when it is done
        m_thread.reset(QThread::create([work = std::move(work), answer, stop = m_stop.get_token()] {
            workInBackground();
            answer->emplace(work(stop));
        }));
        QObject::connect(m_thread.get(), &QThread::finished, &m_here, [this, answer] {
            m_thread->wait();
            m_thread.release()->deleteLater(); // its signal is still being delivered
            m_done(std::move(**answer));
        });
        m_thread->start();
    }
    /// Asks the work to end sooner; what it answers then is brought all the same.
    void stop() { m_stop.request_stop(); }

private:
    std::function<void(Answer)> m_done;
    QObject m_here; ///< in the thread that asks
    std::unique_ptr<QThread> m_thread;
    std::stop_source m_stop;
};

} // namespace gatescope
