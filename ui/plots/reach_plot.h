// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/race.h"
#include "ui/plots/plot.h"

class QCPItemLine;
class QCPItemText;

namespace gatescope {

/// How far a gradient reaches back in the networks of a race, before and after they learned: what gradientReach() says,
/// against the last step's.
class ReachPlot : public Plot
{
    Q_OBJECT
public:
    explicit ReachPlot(QWidget *parent = nullptr);

    void show(const RacePlan &plan, const std::vector<RaceRun> &runs);

    PlotTable table() const override;

protected:
    void fill() override;
    void fitAxes() override;
    void restyle() override;
    QString readOut(double x, double y) const override;
    QString inWords() const override;

private:
    /// The median over the seeds before learning.
    std::vector<double> before(std::size_t entry) const;
    void makeRoom();
    void placeNames();

    RacePlan m_plan;
    std::vector<RaceRun> m_runs;
    std::vector<QCPItemText *> m_names;
    std::vector<QCPItemLine *> m_leaders; ///< from the lines' ends to them
    int m_room = 0;                       ///< for them, at the right
};

} // namespace gatescope
