// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/decimation.h"
#include "ui/plots/learning_facts.h"
#include "ui/plots/run_plot.h"

class QCPGraph;

namespace gatescope {

/// The loss of every update and its mean, on a logarithmic scale, beside what a guess without a memory would get.
class LossPlot : public RunPlot
{
    Q_OBJECT
public:
    /// So many updates are taken together: the geometric mean, which on this scale is the middle.
    static constexpr int smoothedOver = 15;

    explicit LossPlot(QWidget *parent = nullptr);

    void setFacts(const LearningFacts &facts);
    void setSolvedAt(std::optional<int> update);
    /// The same run on another backend, as its curve is; null: there is none. The names say how fast each is: "cuda,
    /// 410 updates/s"; the backend's alone stands in a read-out and over a column.
    void followBeside(const RunHistory *history, const QString &backend, const QString &name, const QString &ownName);

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
    std::vector<CurveEnd> ends() const;
    void placeBaselines();
    void placeSolved();

    LearningFacts m_facts;
    std::optional<int> m_solvedAt;
    std::vector<CurvePoint> m_losses, m_means;
    std::vector<CurvePoint> m_besideLosses, m_besideMeans;
    int m_besideThinnings = 0, m_besideUpdates = 0;
    QString m_besideBackend, m_besideName, m_ownName; ///< empty: nothing is beside it
    std::vector<std::pair<int, double>> m_heldOut;
    double m_lowest = 1e300, m_highest = 0;
    QCPGraph *m_raw, *m_mean, *m_heldOutCurve, *m_beside;
    QCPItemText *m_trainingEnd, *m_heldOutEnd, *m_besideEnd, *m_nowLabel, *m_solvedLabel;
    QCPItemLine *m_solvedMark;
    std::vector<Threshold> m_baselines;
    Threshold m_solved;
};

} // namespace gatescope
