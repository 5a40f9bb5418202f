// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/view_settings.h"

#include <QWidget>

namespace gatescope {

/// The drawer where the network is built and its numbers are edited; every change can be undone.
class BuilderPanel : public QWidget
{
    Q_OBJECT
public:
    BuilderPanel(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

signals:
    void closed();
    /// A change was not taken; the sentence says why. Empty: a change was taken.
    void refused(const QString &sentence);

private:
    Document &m_document;
    Playhead &m_playhead;
    ViewSettings m_settings;
};

} // namespace gatescope
