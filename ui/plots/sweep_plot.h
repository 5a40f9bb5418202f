// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/sweep.h"
#include "ui/plots/plot.h"

class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;

namespace gatescope {

/// Where training and held-out data stand at the end, size by size: both fall while the network is too small, and
/// they part where it begins to learn by heart.
class SweepPlot : public Plot
{
    Q_OBJECT
public:
    explicit SweepPlot(QWidget *parent = nullptr);

    /// Which size is best is said when all have learned.
    void show(const std::vector<SweepPoint> &points, SweepOver over, bool isOver);

    PlotTable table() const override;

protected:
    void fill() override;
    void fitAxes() override;
    void restyle() override;
    QString readOut(double x, double y) const override;
    QString inWords() const override;

private:
    QCPItemText *makeLabel();
    void placeLabels();
    const SweepPoint &best() const;

    std::vector<SweepPoint> m_points; ///< the one at place i stands at x = i
    SweepOver m_over = SweepOver::units;
    bool m_isOver = false;
    QCPGraph *m_trainingRuns, *m_heldOutRuns, *m_training, *m_heldOut;
    QCPItemStraightLine *m_best;
    QCPItemText *m_trainingName, *m_heldOutName, *m_bestName;
};

} // namespace gatescope
