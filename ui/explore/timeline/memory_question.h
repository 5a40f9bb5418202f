// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace gatescope {

class Remembering;

/// Over the timeline: "When is “h” forgotten?". Pressed, it leads to the step and the gate where most is lost; what is
/// followed is what the direction reads first, until another step is chosen beside it.
class MemoryQuestion : public QWidget
{
    Q_OBJECT
public:
    MemoryQuestion(Document &document, Playhead &playhead, Remembering &remembering, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// As if the button was pressed.
    void turn();

private:
    bool isShown() const;
    void ask(int step);
    void refresh();
    void goThere();
    int firstRead() const;
    QString labelOf(const Scene &scene, int step) const;

    Document &m_document;
    Playhead &m_playhead;
    Remembering &m_remembering;
    ViewSettings m_settings;
    QPushButton *m_ask;
    QComboBox *m_which;
    bool m_isAwaited = false; ///< the answer leads somewhere when it comes; later ones, of a changed network, do not
};

} // namespace gatescope
