// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/difference.h"
#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace gatescope {

class LiveLine;
class WhatIf;
struct GivenPlace;
struct Pin;

/// The bar between stage and transport while a what-if is on: what is held or given otherwise, where and at what value;
/// how far the run has moved from the original; and the ways out.
class WhatIfBar : public QWidget
{
    Q_OBJECT
public:
    WhatIfBar(Document &document, Playhead &playhead, WhatIf &whatIf, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

signals:
    /// It went away while something of it had the focus.
    void leftFocused();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void placeChange();
    void refresh();
    void apply();
    QString heldWords() const;
    QString givenWords(const GivenPlace &place) const;
    void showPin(const Pin &pin);
    QString changeWords();
    const LargestDifference &largestChange(const Record &ghost, const PlayheadState &at);

    Document &m_document;
    Playhead &m_playhead;
    WhatIf &m_whatIf;
    ViewSettings m_settings;
    struct Compared {
        std::shared_ptr<const Trace> now, before;
        Moment whole; ///< of a sequence: its step is 0

        bool operator==(const Compared &) const = default;
    };
    Compared m_compared; ///< the runs of m_largestChange
    LargestDifference m_largestChange;
    QVBoxLayout *m_rows = nullptr;
    QHBoxLayout *m_row = nullptr; ///< what is held and the ways out
    QLabel *m_held;
    QDoubleSpinBox *m_value;
    QLabel *m_fromLabel;
    QSpinBox *m_first;
    QLabel *m_toLabel;
    QSpinBox *m_last;
    QPushButton *m_letGo;
    LiveLine *m_change;
    QPushButton *m_letAllGo;
    QPushButton *m_takeAsOriginal;
};

} // namespace gatescope
