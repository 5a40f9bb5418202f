// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/view_settings.h"

#include <QScrollArea>

namespace gatescope {

/// What happens at this moment to the followed unit: the equation with its numbers, and where each of
/// them came from.
class InspectorPanel : public QScrollArea
{
    Q_OBJECT
public:
    InspectorPanel(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

private:
    Document &m_document;
    Playhead &m_playhead;
    ViewSettings m_settings;
};

} // namespace gatescope
