// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/input_clock.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QWidget>

#include <utility>

namespace gatescope {

namespace {
constexpr auto betweenInputs = std::chrono::milliseconds(40);
}

InputClock::InputClock(QWidget &window) : m_window(window)
{
    window.installEventFilter(this);
}

InputClock::~InputClock() = default;

std::vector<InputClock::Time> InputClock::run(std::vector<Input> inputs, double seconds)
{
    m_inputs = std::move(inputs);
    m_times.clear();
    QEventLoop loop;
    std::jthread hand([&](std::stop_token stop) {
        const auto end
            = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
        for (std::size_t next = 0; Clock::now() < end && !stop.stop_requested();) {
            std::this_thread::sleep_for(betweenInputs);
            if (!m_isWaiting.exchange(true))
                post(next++ % m_inputs.size());
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    return m_times;
}

void InputClock::post(std::size_t input)
{
    const Clock::time_point posted = Clock::now();
    QMetaObject::invokeMethod(
        this,
        [this, input, posted] {
            m_inputs[input].act();
            m_handled = {input, posted};
            m_window.update(0, 0, 1, 1); // a frame follows, also where nothing was to be seen of the input
        },
        Qt::QueuedConnection);
}

/// The window paints all that has changed while it handles an UpdateRequest; what is posted then comes right after it.
bool InputClock::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::UpdateRequest && m_handled)
        QMetaObject::invokeMethod(this, &InputClock::painted, Qt::QueuedConnection);
    return false;
}

void InputClock::painted()
{
    if (!m_handled)
        return;
    const auto [input, posted] = *std::exchange(m_handled, std::nullopt);
    m_times.push_back({input, std::chrono::duration<double, std::milli>(Clock::now() - posted).count()});
    m_isWaiting = false;
}

} // namespace gatescope
