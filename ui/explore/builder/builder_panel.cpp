// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/builder/builder_panel.h"

namespace gatescope {

BuilderPanel::BuilderPanel(Document &document, Playhead &playhead, QWidget *parent) :
    QWidget(parent), m_document(document), m_playhead(playhead)
{
    setAccessibleName(tr("Builder"));
}

void BuilderPanel::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
}

} // namespace gatescope
