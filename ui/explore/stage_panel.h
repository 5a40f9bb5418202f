// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/view_settings.h"

#include <QTimer>
#include <QWidget>

namespace gatescope {

/// The stage: the cell at work, as large as there is room. A click on a value follows it; resting on
/// one says what it is.
class StagePanel : public QWidget
{
    Q_OBJECT
public:
    StagePanel(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// What is where in the picture as it was last painted.
    const HitAreas &hitAreas() const { return m_areas; }

    QSize minimumSizeHint() const override { return {400, 280}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void sayMoment();
    void rest(const QPointF &at);
    void showRested();

    Document &m_document;
    Playhead &m_playhead;
    ViewSettings m_settings;
    HitAreas m_areas;
    QTimer m_restTimer; ///< the pointer rests: say what is there
    QTimer m_leaveTimer; ///< the pointer has left: stop saying it
    QPointF m_restPoint;
    QString m_said;
};

} // namespace gatescope
