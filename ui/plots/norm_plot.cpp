// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/norm_plot.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/plots/curve.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace gatescope {

namespace {
constexpr std::size_t mostNamed = 3; ///< layers with a name beside their curve
}

NormPlot::NormPlot(QWidget *parent)
    : RunPlot(tr("Gradient norm"), 8, parent), m_all(canvas().addGraph()), m_allEnd(makeLabel()),
      m_clipLine(makeThreshold())
{
    useLogarithms(*canvas().yAxis);
    tellSpacing();
}

/// Layers are looked at now and then, and not smoothed: their thick curves are no means.
void NormPlot::tellSpacing()
{
    if (m_looks.size() < 3)
        return setSubtitles({tr("before clipping, log scale"), tr("before clipping")});
    const int spacing = m_looks[2].update - m_looks[1].update;
    setSubtitles({tr("before clipping, log scale · thin: whole, thick: layers, every %1 updates").arg(spacing),
                  tr("before clipping · layers: every %1 updates").arg(spacing),
                  tr("layers: every %1 updates").arg(spacing)});
}

void NormPlot::setRun(const NetworkSpec &spec, double clipNorm)
{
    m_spec = spec;
    m_clip = clipNorm;
    const auto rows = std::size_t(spec.layers * spec.directions());
    while (m_curves.size() < rows) {
        m_curves.push_back(canvas().addGraph());
        m_ends.push_back(makeLabel());
    }
    restyle();
    touch();
}

void NormPlot::takeRecord(const UpdateRecord &record)
{
    const double norm = std::max(record.gradientNorm, smallestShown);
    m_norms.push_back({double(record.update), norm});
    m_lowest = std::min(m_lowest, norm);
    m_highest = std::max(m_highest, norm);
    if (!record.probe)
        return;
    Look look{record.update, {}};
    for (const Probe::Layer &layer : record.probe->layers) {
        look.layers.push_back(std::max(layer.parameterNorm, smallestShown));
        m_lowest = std::min(m_lowest, look.layers.back());
        m_highest = std::max(m_highest, look.layers.back());
    }
    addLook(m_looks, std::move(look), lookSpacing());
}

void NormPlot::forget()
{
    m_norms.clear();
    m_looks.clear();
    m_lowest = 1e300;
    m_highest = 0;
}

void NormPlot::fitAxes()
{
    RunPlot::fitAxes();
    const bool isEmpty = m_highest <= 0;
    const double low = isEmpty ? 0.01 : m_lowest, high = std::max(isEmpty ? 1.0 : m_highest, m_clip);
    canvas().yAxis->setRange(std::max(low, high * 1e-12) / 1.5, high * 2.5);
}

QString NormPlot::layerName(std::size_t layer) const
{
    const int directions = m_spec.directions();
    const QString name = tr("layer %1").arg(int(layer) / directions);
    return directions == 1 ? name : name + (int(layer) % directions == 0 ? tr(" →") : tr(" ←"));
}

void NormPlot::fill()
{
    RunPlot::fill();
    tellSpacing();
    showCurve(*m_all, m_norms);
    m_allEnd->setVisible(false);
    std::vector<CurveEnd> ends;
    for (std::size_t layer = 0; layer < m_curves.size(); ++layer) {
        QVector<double> x, y;
        for (const Look &look : m_looks) {
            if (layer >= look.layers.size())
                continue;
            x.append(look.update);
            y.append(look.layers[layer]);
        }
        m_curves[layer]->setData(x, y, true);
        m_ends[layer]->setVisible(false);
        if (!y.isEmpty() && ends.size() < mostNamed)
            ends.push_back({m_ends[layer], y.back(), layerName(layer)});
    }
    if (!m_norms.empty())
        ends.push_back({m_allEnd, m_norms.back().y, tr("whole")});
    placeEnds(std::move(ends), {}, m_clip > 0 ? std::vector<double>{m_clip} : std::vector<double>());
    m_clipLine.label->setVisible(false);
    m_clipLine.line->setVisible(false);
    QPen dashed(theme().ink2, stroke(1.5), Qt::CustomDashLine);
    dashed.setDashPattern({4, 3.3});
    if (m_clip > 0)
        placeThreshold(m_clipLine, m_clip, tr("clip at %1").arg(chartNumber(m_clip)), dashed, tr("clip"));
}

void NormPlot::restyle()
{
    RunPlot::restyle();
    const QColor wire = theme().wire(Role::gradient);
    const QList<QList<qreal>> dashes{{}, {5, 3}, {1, 3}, {9, 3, 1, 3}};
    m_all->setPen(QPen(blended(theme().ink, 0.28, theme().paper), stroke(1)));
    m_allEnd->setFont(interfaceFont(pixels()));
    m_allEnd->setColor(theme().ink2);
    for (std::size_t layer = 0; layer < m_curves.size(); ++layer) {
        QPen pen(wire, stroke(2.2), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        const QList<qreal> &pattern = dashes[qsizetype(layer) % dashes.size()];
        if (!pattern.isEmpty())
            pen.setDashPattern(pattern);
        m_curves[layer]->setPen(pen);
        m_ends[layer]->setFont(interfaceFont(pixels(), QFont::DemiBold));
        m_ends[layer]->setColor(theme().of(Role::gradient).text);
    }
}

QString NormPlot::readOut(double x, double) const
{
    const auto index = indexAt(m_norms, x);
    if (!index)
        return {};
    return tr("update %1: whole gradient %2").arg(int(m_norms[*index].x)).arg(chartNumber(m_norms[*index].y));
}

PlotTable NormPlot::table() const
{
    PlotTable table{{tr("update"), tr("whole gradient")}, {}};
    for (std::size_t layer = 0; layer < m_curves.size(); ++layer)
        table.headings.append(layerName(layer));
    auto look = m_looks.begin();
    for (const CurvePoint &point : m_norms) {
        const int update = int(point.x);
        QStringList row{QString::number(update), QString::number(point.y, 'g', 8)};
        if (look != m_looks.end() && look->update == update)
            for (const double norm : (look++)->layers)
                row.append(QString::number(norm, 'g', 8));
        table.rows.append(row);
    }
    return table;
}

QString NormPlot::inWords() const
{
    return m_norms.empty()
        ? tr("No update has been made.")
        : tr("The gradient's norm after %1 updates is %2.").arg(updates()).arg(chartNumber(m_norms.back().y));
}

} // namespace gatescope
