// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/unit_order.h"
#include "ui/document/errand.h"
#include "ui/drawing/timeline/timeline_summary.h"

class QWheelEvent;
class QWidget;

namespace gatescope {

class Document;
class Playhead;

/// Which steps the timeline shows, and what it is drawn from where they are many. Left alone until somebody scrolls or
/// zooms; then it goes along when the playhead leaves what is shown, and never moves the playhead itself.
class StepView : public QObject
{
    Q_OBJECT
public:
    /// `canvas` is what the steps stand in.
    StepView(const Document &document, const Playhead &playhead, QWidget &canvas);

    const StepWindow &window() const { return m_window; }
    /// Where the steps stand now; none before the first record.
    std::optional<TimelineGeometry> steps() const;
    /// Whether there is more than what is shown at a legible width, or somebody has zoomed in: there is a way to go.
    bool isLong() const;

    void scrollBy(int steps);
    /// So that the step is in the middle.
    void scrollTo(int step);
    /// About `x`, or else about the playhead where it can be seen.
    void zoomBy(double factor, std::optional<double> x = {});
    void showAll();
    /// As it was before anybody scrolled or zoomed: legible, in pages.
    void leaveAlone();
    /// A wheel scrolls, with Ctrl it zooms about `x`. False where there is nowhere to go.
    bool turnWheel(const QWheelEvent &event, double x);

    /// In which order the units stand; by number until it is set. Where it takes long they stand as before meanwhile.
    void setOrder(const UnitOrder &order);
    const UnitOrder &order() const { return m_order; }

    /// What to draw, with the summary of just this scene if it is there; otherwise it is on its way, unless the
    /// sequence is short.
    const TimelineView &viewOf(const Scene &scene);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const StepWindow &window);
    void followPlayhead();
    void putInOrder(const Scene &scene);
    void askOrder();
    void ask(TimelineSummary::Subject subject);
    void take(const Result<std::shared_ptr<const TimelineSummary>> &made);

    const Document &m_document;
    const Playhead &m_playhead;
    QWidget &m_canvas;
    StepWindow m_window;
    TimelineView m_view;
    UnitOrder m_order;
    /// Of what the view's order is.
    struct Ordered {
        std::shared_ptr<const Trace> trace;
        Moment where; ///< without its step
        UnitOrder order;

        bool operator==(const Ordered &) const = default;
    };
    Ordered m_ordered;
    Ordered m_wanted; ///< of what it should be
    struct OrderMade {
        Ordered of;
        Result<std::vector<int>> units;
    };
    void takeOrder(OrderMade made);
    int m_step = 0;                                                  ///< the playhead's when last seen
    double m_turned = 0;                                             ///< of the wheel, what is less than a step so far
    Errand<Result<std::shared_ptr<const TimelineSummary>>> m_errand; ///< last: they end before the rest does
    Errand<OrderMade> m_ordering;
};

} // namespace gatescope
