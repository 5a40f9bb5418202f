// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/timeline/timeline_summary.h"
#include "ui/explore/controls/view_settings.h"

#include <QPixmap>
#include <QWidget>

namespace gatescope {

class Influences;
struct Forgetting;
class Pointing;
class Remembering;
class StepView;

/// The timeline's picture. The lanes are kept as a pixmap while only the playhead moves over them.
/// A click goes where the lane says; dragging takes the playhead along. A wheel scrolls what is shown and with Ctrl
/// zooms it; dragging with the middle button pulls it.
class TimelineCanvas : public QWidget
{
    Q_OBJECT
public:
    TimelineCanvas(Document &document, Playhead &playhead, Pointing &pointing, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// Shows under the input what each step's moves, while that is on.
    void showInfluences(const Influences &influences);
    /// Shows what is left of what is followed, in the forward pass.
    void showMemory(const Remembering &remembering);
    /// What is where, all of it in words.
    HitAreas hitAreas();
    /// Which steps are shown.
    StepView &stepView() { return *m_stepView; }

    QSize minimumSizeHint() const override { return {300, 110}; }

signals:
    void grabbed(); ///< the playhead was taken by hand

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Everything the lanes depend on; what is missing here moves over them.
    struct LanesKey {
        const Trace *trace = nullptr;
        const GradientTrace *gradients = nullptr;
        const Trace *ghost = nullptr;
        QSize size;
        double pixelRatio = 0;
        ViewSettings settings;
        PlayheadState place; ///< without step, part and progress, unless the lanes end at the playhead
        TimelineGeometry steps;
        const TimelineSummary *summary = nullptr;
        std::vector<int> order;
        std::vector<Breakpoint> breakpoints;
        std::vector<UnitNote> notes;

        bool operator==(const LanesKey &) const = default;
    };
    bool isDone(const PlayheadState &state) const;
    LanesKey keyFor(const Scene &scene, const TimelineView &view) const;
    void paintLanes(const Scene &scene, const TimelineView &view);
    std::optional<HitArea> areaUnder(const QPointF &place);
    void dragTo(double x);
    void pullTo(double x);
    const Forgetting *shownMemory(const Scene &scene) const;
    QString wordsAt(const QPoint &place);

    Document &m_document;
    Playhead &m_playhead;
    Pointing &m_pointing;
    const Influences *m_influences = nullptr;
    const Remembering *m_remembering = nullptr;
    StepView *m_stepView;
    ViewSettings m_settings;
    QPixmap m_lanes;
    Record m_drawn; ///< keeps what the key points to alive
    LanesKey m_key;
    PlayheadState m_shownState;
    bool m_dragging = false;
    std::optional<double> m_pulledFrom; ///< where the middle button holds what is shown
};

} // namespace gatescope
