// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/inspector_panel.h"

namespace gatescope {

InspectorPanel::InspectorPanel(Document &document, Playhead &playhead, QWidget *parent) :
    QScrollArea(parent), m_document(document), m_playhead(playhead)
{
    setAccessibleName(tr("Inspector"));
}

void InspectorPanel::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
}

} // namespace gatescope
