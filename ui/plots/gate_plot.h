// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"
#include "ui/plots/run_plot.h"

class QComboBox;
class QCPColorMap;

namespace gatescope {

/// How often each value of a gate, a candidate or a state occurs, over the updates: a column for every look inside.
class GatePlot : public RunPlot
{
    Q_OBJECT
public:
    explicit GatePlot(QWidget *parent = nullptr);

    /// Offers every layer's parts; the keeping gate of the top layer is shown first.
    void setSpec(const NetworkSpec &spec);
    /// Share of the values that is nearly open: above 7/8, and nearly closed: below 1/8. Of the newest look.
    double openShare() const;
    double closedShare() const;

    PlotTable table() const override;

protected:
    void takeRecord(const UpdateRecord &record) override;
    void forget() override;
    void fill() override;
    void fitAxes() override;
    void restyle() override;
    QString readOut(double x, double y) const override;
    QString inWords() const override;
    int titleWidth() const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using Histogram = Probe::Histogram;
    struct Look {
        int update;
        std::vector<std::vector<Histogram>> histograms;
    };
    struct Choice {
        int layer; ///< at NetworkSpec::layerIndex
        Part part;
    };
    const Histogram *shown(const Look &look) const;
    double shareBetween(double low, double high) const;
    void choose(int index);
    void paintMap();
    void nameEdges();
    void placeParts();

    std::optional<NetworkSpec> m_spec;
    std::vector<Choice> m_choices;
    std::size_t m_chosen = 0;
    std::vector<Look> m_looks;
    QCPColorMap *m_map;
    QComboBox *m_parts;
    bool m_hasTitle = true; ///< beside the choice of the part
    QCPItemText *m_high, *m_low, *m_share;
};

} // namespace gatescope
