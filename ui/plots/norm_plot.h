// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "ui/plots/decimation.h"
#include "ui/plots/run_plot.h"

class QCPGraph;

namespace gatescope {

/// The norm of the gradient, before clipping, of every update, and that of each layer at every look inside.
class NormPlot : public RunPlot
{
    Q_OBJECT
public:
    explicit NormPlot(QWidget *parent = nullptr);

    void setRun(const NetworkSpec &spec, double clipNorm);

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
    QString layerName(std::size_t layer) const;
    void tellSpacing();

    NetworkSpec m_spec;
    double m_clip = 0;
    std::vector<CurvePoint> m_norms;
    struct Look {
        int update;
        std::vector<double> layers; ///< at NetworkSpec::layerIndex
    };
    std::vector<Look> m_looks;
    double m_lowest = 1e300, m_highest = 0;
    QCPGraph *m_all;
    QCPItemText *m_allEnd;
    std::vector<QCPGraph *> m_curves;
    std::vector<QCPItemText *> m_ends;
    Threshold m_clipLine;
};

} // namespace gatescope
