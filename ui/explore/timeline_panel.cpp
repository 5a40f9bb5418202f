// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline_panel.h"

#include "ui/explore/timeline_canvas.h"
#include "ui/explore/timeline_choices.h"

#include <QVBoxLayout>

namespace gatescope {

TimelinePanel::TimelinePanel(Document &document, Playhead &playhead, Pointing &pointing, QWidget *parent)
    : QWidget(parent), m_choices(new TimelineChoices(document, playhead, this)),
      m_canvas(new TimelineCanvas(document, playhead, pointing, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_choices);
    column->addWidget(m_canvas, 1);
    connect(m_canvas, &TimelineCanvas::grabbed, this, &TimelinePanel::grabbed);
    setSettings({});
}

void TimelinePanel::setSettings(const ViewSettings &settings)
{
    m_choices->setSettings(settings);
    m_canvas->setSettings(settings);
    m_canvas->setFixedHeight(settings.compact ? 140 : 224);
}

} // namespace gatescope
