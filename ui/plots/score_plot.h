// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/decimation.h"
#include "ui/plots/learning_facts.h"
#include "ui/plots/run_plot.h"

class QCPGraph;

namespace gatescope {

/// The task's own score of every update, its mean, and that of held-out data.
class ScorePlot : public RunPlot
{
    Q_OBJECT
public:
    static constexpr int smoothedOver = 15;

    explicit ScorePlot(QWidget *parent = nullptr);

    void setFacts(const LearningFacts &facts);

    PlotTable table() const override;

protected:
    void takeRecord(const UpdateRecord &record) override;
    void forget() override;
    void fill() override;
    void fitAxes() override;
    void restyle() override;
    QString readOut(double x, double y) const override;
    QString inWords() const override;

private:
    QString scoreNumber(double score) const;

    LearningFacts m_facts;
    std::vector<CurvePoint> m_scores, m_means;
    std::vector<std::pair<int, double>> m_heldOut;
    QCPGraph *m_raw, *m_mean, *m_heldOutCurve;
    QCPItemText *m_end, *m_heldOutEnd;
    Threshold m_baseline, m_solved;
};

} // namespace gatescope
