// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

class QWidget;

namespace gatescope {

/// Times how long a window lets somebody wait: from the moment at which an input is posted to its event queue, on
/// another thread and whatever the window is at, to the end of the next painting after the input was handled.
class InputClock : public QObject
{
public:
    /// What somebody does, by a name under which its times are told.
    struct Input {
        std::string name;
        std::function<void()> act; ///< on the window's thread
    };
    struct Time {
        std::size_t input; ///< in the list of inputs
        double milliseconds;
    };

    explicit InputClock(QWidget &window);
    ~InputClock() override;

    /// Posts the inputs one after the other, again and again, as often as a busy hand; returns when the time is over.
    std::vector<Time> run(std::vector<Input> inputs, double seconds);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;
    void post(std::size_t input);
    void painted();

    QWidget &m_window;
    std::vector<Input> m_inputs;
    std::vector<Time> m_times;
    std::optional<std::pair<std::size_t, Clock::time_point>> m_handled; ///< waits for its frame
    std::atomic<bool> m_isWaiting = false;                              ///< an input is posted and not yet painted
};

} // namespace gatescope
