// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/given.h"
#include "ui/document/playing/camera.h"
#include "ui/document/playing/pointing.h"
#include "ui/drawing/stage/stage_drawing.h"
#include "ui/explore/controls/view_settings.h"
#include "ui/explore/stage/trail.h"

#include <QTimer>
#include <QWidget>

class QNativeGestureEvent;
class QPinchGesture;

namespace gatescope {

struct StageValue;

/// The stage: the network, a cell of it or a unit, and the way between them. A click follows what is under it, a double
/// click, the wheel and two fingers go nearer to it or farther away; resting on a value says what it is, and lights
/// what it is made of and what is made of it; dragging one, a weight, or a number that is read or begun with, up or
/// down asks what if it were otherwise.
class StagePanel : public QWidget
{
    Q_OBJECT
public:
    StagePanel(Document &document, Playhead &playhead, const Player &player, Pointing &pointing,
               QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// What is where in the picture as it was last painted.
    const HitAreas &hitAreas() const { return m_areas; }
    /// The same as values with names, put together now.
    std::vector<StageValue> values() const;
    /// Which of them the playhead is at; −1: none.
    int currentAmong(const std::vector<StageValue> &values) const;
    /// Grows with each painting, which may have other areas than the one before.
    int paintings() const { return m_paintings; }
    const PlayheadState &shownPlace() const { return m_playhead.state(); }
    Camera &camera() { return m_camera; }
    Trail &trail() { return m_trail; }

    QSize minimumSizeHint() const override { return {400, 280}; }

signals:
    /// A value was taken hold of, at the place that makes it; and then moved so many pixels up from where it was taken.
    void dragBegan(const gatescope::PlayheadState &place);
    /// The same of a stored number.
    void numberDragBegan(const gatescope::ParameterPlace &place);
    /// The same of what is read, or of the state at the start.
    void givenDragBegan(const gatescope::GivenPlace &place);
    void dragged(double up);
    void dragEnded();

protected:
    bool event(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool pinch(const QNativeGestureEvent &event);
    bool pinch(const QPinchGesture &gesture);
    void goNearerTo(const QPointF &at);
    bool lookAt(const QPointF &at);
    bool isMadeHere(const HitArea &area) const;
    bool canBeDragged(const HitArea &area) const;
    std::optional<GivenPlace> givenUnder(const HitArea &area) const;
    void drag(const QPointF &at);
    void endDrag();
    void sayMoment();
    void rest(const QPointF &at);
    void showRested();

    Document &m_document;
    Playhead &m_playhead;
    Pointing &m_pointing;
    Camera m_camera;
    Trail m_trail;
    StageCache m_cache;
    ViewSettings m_settings;
    HitAreas m_areas;
    int m_paintings = 0;
    std::optional<PlayheadState> m_toldFocus; ///< of which place readers were told
    QTimer m_restTimer;                       ///< the pointer rests: say what is there
    QTimer m_leaveTimer;                      ///< the pointer has left: stop saying it
    QPointF m_restPoint;
    QString m_said;
    /// What is under the button, which a drag would move: a stored number, one that is given, or a value.
    std::optional<ParameterPlace> m_pressedNumber;
    std::optional<GivenPlace> m_pressedGiven;
    std::optional<PlayheadState> m_pressed;
    QPointF m_pressPoint;
    bool m_isDragging = false;
    int m_turned = 0;       ///< of the wheel since the last level, in eighths of a degree
    double m_heldLevel = 0; ///< where fingers hold the camera
};

} // namespace gatescope
