// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QLabel;
namespace gatescope {

class MemoryQuestion;
class Pointing;
class Remembering;
class TimelineCanvas;
class TimelineChoices;
class TimelineOverviewBar;
class StretchesDialog;
class UnitsDialog;

/// The timeline with a row of choices over it: what is read, which sequence, layer and direction are
/// shown, and whose loss is watched. Under a long one stands all of it in a strip.
class TimelinePanel : public QWidget
{
    Q_OBJECT
public:
    TimelinePanel(Document &document, Playhead &playhead, Pointing &pointing, Remembering &remembering,
                  QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    TimelineCanvas &canvas() { return *m_canvas; }
    TimelineOverviewBar &overview() { return *m_overview; }
    TimelineChoices &choices() { return *m_choices; }
    MemoryQuestion &memory() { return *m_memory; }
    /// Which units are on here and off there, in a window of its own; at first asked of the playhead's step and the
    /// first.
    void showUnits();
    UnitsDialog &units() { return *m_units; }
    /// Where the layer goes as it does from the playhead's step on, in a window of its own.
    void showStretches();
    StretchesDialog &stretches() { return *m_stretches; }
    /// What became of what is followed, in words; empty while nothing is, and in the backward pass.
    QString answer() const;

signals:
    void grabbed(); ///< the playhead was taken by hand

private:
    void tell();
    void fit();

    const Document &m_document;
    Playhead &m_playhead;
    Remembering &m_remembering;
    ViewSettings m_settings;
    int m_lanes = 0; ///< of the forward pass, with that of the difference
    TimelineChoices *m_choices;
    MemoryQuestion *m_memory;
    QLabel *m_answer;
    TimelineCanvas *m_canvas;
    TimelineOverviewBar *m_overview;
    UnitsDialog *m_units;
    StretchesDialog *m_stretches;
};

} // namespace gatescope
