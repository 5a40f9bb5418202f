// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/controls/drag_follower.h"

#include "ui/document/document.h"

#include <chrono>
#include <utility>

namespace gatescope {

namespace {
using namespace std::chrono_literals;
constexpr auto later = 10ms; ///< when the stage's frame is painted, and before the next one
}

DragFollower::DragFollower(const Document &document, std::function<void()> follow, QObject *parent) : QObject(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(later);
    m_later.setTimerType(Qt::PreciseTimer);
    connect(&m_later, &QTimer::timeout, this, follow);
    connect(&document, &Document::recordChanged, this, [this, &document, follow = std::move(follow)] {
        if (!document.isDrafting()) {
            m_later.stop();
            follow();
        } else if (!m_later.isActive()) { // otherwise values that come quickly would never be shown
            m_later.start();
        }
    });
}

} // namespace gatescope
