// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/race.h"
#include "ui/plots/label_places.h"
#include "ui/plots/learning_facts.h"
#include "ui/plots/plot.h"

class QCPGraph;
class QCPItemStraightLine;
class QCPItemLine;
class QCPItemText;

namespace gatescope {

/// The loss of every run of a race, thin, and each network's median, thick, as long as more than half of its runs are
/// going on. A run ends with a dot where it has solved the task. Of a sweep it shows the loss of held-out data where
/// that was measured.
class RacePlot : public Plot
{
    Q_OBJECT
public:
    explicit RacePlot(QWidget *parent = nullptr);

    /// Another race, or another moment of the same one.
    void show(const RacePlan &plan, const std::vector<RaceRun> &runs, const LearningFacts &facts);

    PlotTable table() const override;

    struct Point {
        double update, loss;
    };
    /// The median of an entry's runs at the places where more than half of them have a point.
    static std::vector<Point> medianOf(const std::vector<RaceRun> &runs, std::size_t entry);

protected:
    void fill() override;
    void fitAxes() override;
    void restyle() override;
    QString readOut(double x, double y) const override;
    QString inWords() const override;

private:
    void drawRuns();
    void drawMedians();
    void keepDotsFree(LabelPlaces &places) const;
    QPen medianStroke(std::size_t entry) const;
    Point namedAt(const std::vector<Point> &median) const;
    QFont nameFont() const;
    void makeRoom();
    void makeNames();
    QCPItemText *dressedName(std::size_t entry, double room);
    void lead(std::size_t entry, const QPointF &from, const QPointF &to);
    void nameEnds(LabelPlaces &places);
    void placeNames(LabelPlaces &places);
    void placeLines(LabelPlaces &places);
    QCPItemText *makeLabel();

    RacePlan m_plan;
    std::vector<RaceRun> m_runs;
    LearningFacts m_facts;
    std::vector<std::vector<Point>> m_medians; ///< of the entries, as they are drawn
    std::vector<QCPItemText *> m_names;        ///< of the entries, at their medians
    std::vector<QCPItemLine *> m_leaders;      ///< from medians to names that stand apart
    double m_room = 0;                         ///< for the names at the right
    QCPItemStraightLine *m_baseline, *m_solved;
    QCPItemText *m_baselineLabel, *m_solvedLabel;
};

} // namespace gatescope
