// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/history.h"
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

    /// Takes what is new in the records; when there are fewer than before, another run has begun.
    void follow(const std::vector<UpdateRecord> &records, int updatesToMake);
    /// Marks an update that is looked back at.
    void lookAt(std::optional<int> update);

signals:
    /// Somebody looks at this update; none: no longer.
    void updatePointedAt(std::optional<int> update);

protected:
    virtual void takeRecord(const UpdateRecord &record) = 0;
    virtual void forget() = 0;

    int first() const { return m_first; }
    int updates() const { return m_updates; }
    int updatesToMake() const { return std::max(m_toMake, m_updates); }
    /// The end of a curve, named beside it.
    struct CurveEnd {
        QCPItemText *label;
        double y;
        QString text;
    };
    QCPItemText *makeLabel();
    /// Puts the labels beside the line of now, at their curves and never over one another.
    void placeEnds(std::vector<CurveEnd> ends);
    /// A line across with its meaning on it.
    struct Threshold {
        QCPItemStraightLine *line;
        QCPItemText *label;
    };
    Threshold makeThreshold();
    void placeThreshold(const Threshold &threshold, double y, const QString &text, const QPen &pen);

    void fitAxes() override;
    void fill() override;
    void restyle() override;
    void pointAt(std::optional<double> x) override;
    /// Room at the right for labels, in widths of a digit.
    void setLabelRoom(double digits);

private:
    std::size_t m_taken = 0;
    int m_first = 1, m_updates = 0, m_toMake = 0;
    double m_labelRoom = 12;
    std::optional<int> m_lookedAt;
    std::optional<double> m_pointed;
    QCPItemRect *m_ahead;
    QCPItemStraightLine *m_now, *m_look, *m_pointer;
};

} // namespace gatescope
