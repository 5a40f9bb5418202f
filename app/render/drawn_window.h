// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/playing/player.h"
#include "ui/window/experiment_files.h"
#include "ui/window/look.h"
#include "ui/window/main_window.h"

namespace gatescope {

/// The real window with an experiment in it, drawn into memory.
class DrawnWindow
{
public:
    DrawnWindow(const Experiment &experiment, const QSize &size);

    MainWindow &window() { return m_window; }
    const Trace &trace() const { return *m_document.record().trace; }
    /// Moves the playhead and lets everything that follows from it happen, painting included.
    void goTo(const PlayheadState &state);

private:
    Document m_document;
    Playhead m_playhead;
    Player m_player;
    MainWindow m_window;
};

} // namespace gatescope
