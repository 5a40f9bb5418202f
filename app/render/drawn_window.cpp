// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/drawn_window.h"

#include "core/engine/reference_backend.h"

#include <QCoreApplication>

namespace gatescope {

DrawnWindow::DrawnWindow(const Experiment &experiment, const QSize &size)
    : m_document(std::make_unique<ReferenceBackend>()), m_player(m_document, m_playhead),
      m_window(m_document, m_playhead, m_player)
{
    m_player.setReducedMotion(true); // only goTo moves
    m_window.files().show(experiment);
    m_document.waitForRecord();
    m_window.resize(size);
    m_window.show();
    QCoreApplication::processEvents();
}

void DrawnWindow::goTo(const PlayheadState &state)
{
    m_playhead.moveTo(state);
    QCoreApplication::processEvents();
}

} // namespace gatescope
