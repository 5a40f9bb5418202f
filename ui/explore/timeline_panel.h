// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/view_settings.h"

#include <QWidget>

namespace gatescope {

class Pointing;
class TimelineCanvas;
class TimelineChoices;

/// The timeline with a row of choices over it: what is read, which sequence, layer and direction are
/// shown, and whose loss is watched.
class TimelinePanel : public QWidget
{
    Q_OBJECT
public:
    TimelinePanel(Document &document, Playhead &playhead, Pointing &pointing, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    TimelineCanvas &canvas() { return *m_canvas; }
    TimelineChoices &choices() { return *m_choices; }

signals:
    void grabbed(); ///< the playhead was taken by hand

private:
    TimelineChoices *m_choices;
    TimelineCanvas *m_canvas;
};

} // namespace gatescope
