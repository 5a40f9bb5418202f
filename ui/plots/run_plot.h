// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/history.h"
#include "ui/plots/label_places.h"
#include "ui/plots/plot.h"

class QCPAbstractItem;
class QCPItemRect;
class QCPItemStraightLine;
class QCPItemText;
class QCPItemLine;

namespace gatescope {

/// A chart over the updates of a run: what has been made, the line of now, and a wash over what is still to come.
class RunPlot : public Plot
{
    Q_OBJECT
public:
    RunPlot(const QString &title, int framesPerSecond, QWidget *parent);

    /// Takes what is new in the history; begins anew when it is another run's or was thinned.
    void follow(const RunHistory &history, int updatesToMake);
    /// Marks an update that is looked back at.
    void lookAt(std::optional<int> update);

signals:
    /// Somebody looks at this update; none: no longer.
    void updatePointedAt(std::optional<int> update);

protected:
    virtual void takeRecord(const UpdateRecord &record) = 0;
    virtual void forget() = 0;

    /// Looks inside that are shown stand at least so many updates apart, but for the newest.
    int lookSpacing() const { return m_lookSpacing; }
    int updates() const { return m_updates; }
    int updatesToMake() const { return std::max(m_toMake, m_updates); }
    /// The end of a curve, named beside it.
    struct CurveEnd {
        QCPItemText *label;
        double y;
        QString text;
    };
    /// Words that stand over curves and lines.
    QCPItemText *makeLabel();
    /// The newest look goes where it stands closer than `spacing` updates to the one before it.
    template<typename Look>
    static void addLook(std::vector<Look> &looks, Look look, int spacing)
    {
        if (looks.size() > 1 && looks.back().update - looks[looks.size() - 2].update < spacing)
            looks.pop_back();
        looks.push_back(std::move(look));
    }
    /// Puts the labels beside the line of now, at their curves, never over one another and not above `top`. A name that
    /// would lie on one of the lines across, `besides`, stands over or under it: there it would read as the line's.
    void placeEnds(std::vector<CurveEnd> ends, std::optional<double> top = {}, const std::vector<double> &besides = {});
    /// Where words may stand still. What is placed first keeps its place: curve ends come before all.
    LabelPlaces &places() { return m_places; }
    /// What words wear that stand over curves and lines.
    QBrush cover() const;
    /// A line across with its meaning on it.
    struct Threshold {
        QCPItemStraightLine *line;
        QCPItemText *label;
    };
    Threshold makeThreshold();
    /// The words go where no others are and no curve runs: at the right over the line, else elsewhere along it, and not
    /// over the line of now; fewer words where those have no room, none where these have none.
    void placeThreshold(const Threshold &threshold, double y, const QString &text, const QPen &pen,
                        const QString &shorter = {});

    void fitAxes() override;
    void fill() override;
    void restyle() override;
    void pointAt(std::optional<double> x) override;
    /// So wide are words beside the line of now: they must not be cut. What has been wide once may be it again.
    void makeRoom(double width);
    /// A width in pixels of the usual size as one of today.
    double stroke(double width) const;

private:
    void layOut();
    std::vector<QRectF> placesAlong(double at, double width) const;

    std::size_t m_taken = 0;
    int m_thinnings = 0, m_first = 1, m_lookSpacing = 1;
    int m_updates = 0, m_toMake = 0;
    double m_widest = 0; ///< of the words beside the line of now
    LabelPlaces m_places;
    std::optional<int> m_lookedAt;
    std::optional<double> m_pointed;
    QCPItemRect *m_ahead;
    QCPItemStraightLine *m_now, *m_look, *m_pointer;
};

} // namespace gatescope
