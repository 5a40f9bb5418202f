// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/gate_plot.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"

#include <QComboBox>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace gatescope {

namespace {

constexpr int mostColumns = 240;     ///< of the picture
constexpr double mostOfWords = 0.36; ///< of the width beside the picture

/// "update gate"
QString nameOf(Part part)
{
    return translated(describe(part).label);
}

} // namespace

GatePlot::GatePlot(QWidget *parent)
    : RunPlot(tr("Gates"), 8, parent), m_map(new QCPColorMap(canvas().xAxis, canvas().yAxis)),
      m_parts(new QComboBox(this)), m_high(makeLabel()), m_low(makeLabel()), m_share(makeLabel())
{
    m_map->setInterpolate(false);
    m_map->setTightBoundary(true);
    m_parts->setAccessibleName(tr("Which part is shown"));
    m_parts->setToolTip(tr("Which gate, candidate or state is shown, and of which layer"));
    m_parts->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_parts, &QComboBox::activated, this, &GatePlot::choose);
    canvas().yAxis->ticker()->setTickCount(2);
    setSubtitles({tr("how often which value")});
}

void GatePlot::setSpec(const NetworkSpec &spec)
{
    if (m_spec == spec)
        return;
    m_spec = spec;
    m_choices.clear();
    m_parts->clear();
    for (int layer = spec.layers - 1; layer >= 0; --layer) {
        for (const Direction direction : {Direction::forward, Direction::backward}) {
            if (direction == Direction::backward && !spec.bidirectional)
                continue;
            for (const Part part : describe(spec.cell).recorded) {
                m_choices.push_back({int(spec.layerIndex(layer, direction)), part});
                QString words = nameOf(part);
                if (spec.layers > 1)
                    words += tr(", layer %1").arg(layer);
                if (spec.bidirectional)
                    words += direction == Direction::forward ? tr(" →") : tr(" ←");
                m_parts->addItem(words);
            }
        }
    }
    const auto keeps
        = std::ranges::find_if(m_choices, [](const Choice &each) { return roleOf(each.part) == Role::keeps; });
    choose(keeps == m_choices.end() ? 0 : int(keeps - m_choices.begin()));
}

void GatePlot::choose(int index)
{
    m_chosen = std::size_t(std::max(0, index));
    if (m_chosen < m_choices.size())
        setSubtitles(
            {tr("how often it has which value, layer %1").arg(m_choices[m_chosen].layer / m_spec->directions()),
             tr("how often which value")});
    m_parts->setCurrentIndex(index);
    restyle();
    touch();
}

const Probe::Histogram *GatePlot::shown(const Look &look) const
{
    if (m_chosen >= m_choices.size() || std::size_t(m_choices[m_chosen].layer) >= look.histograms.size())
        return nullptr;
    const auto &ofLayer = look.histograms[std::size_t(m_choices[m_chosen].layer)];
    const auto found = std::ranges::find(ofLayer, m_choices[m_chosen].part, &Histogram::part);
    return found == ofLayer.end() ? nullptr : &*found;
}

void GatePlot::takeRecord(const UpdateRecord &record)
{
    if (record.probe)
        addLook(m_looks, Look{record.update, record.probe->histograms}, lookSpacing());
}

void GatePlot::forget()
{
    m_looks.clear();
}

void GatePlot::fitAxes()
{
    RunPlot::fitAxes();
    const Histogram *histogram = m_looks.empty() ? nullptr : shown(m_looks.back());
    canvas().yAxis->setRange(histogram ? histogram->lowest : 0, histogram ? histogram->highest : 1);
}

void GatePlot::paintMap()
{
    m_map->setVisible(!m_looks.empty());
    if (m_looks.empty())
        return;
    // A column stands over as many updates as lie between the two looks that are nearest to each other.
    const int newestUpdate = m_looks.back().update;
    int nearest = newestUpdate;
    for (std::size_t i = 0; i < m_looks.size(); ++i)
        nearest = std::min(nearest, m_looks[i].update - (i > 0 ? m_looks[i - 1].update : 0));
    const int columns = std::clamp(newestUpdate / std::max(1, nearest), 1, mostColumns);
    const double width = double(newestUpdate) / columns;
    m_map->data()->setSize(columns, Histogram::bins);
    double highest = 1.0 / Histogram::bins;
    auto look = m_looks.begin();
    for (int column = 0; column < columns; ++column) {
        // Between two looks nothing is known: what is found at the end of a stretch stands for all of it.
        while (std::next(look) != m_looks.end() && look->update < (column + 1) * width - 0.5)
            ++look;
        const Histogram *histogram = shown(*look);
        for (int bin = 0; bin < Histogram::bins; ++bin) {
            const double share = histogram ? histogram->shares[std::size_t(bin)] : 0;
            m_map->data()->setCell(column, bin, std::sqrt(share));
            highest = std::max(highest, share);
        }
    }
    const Histogram *newest = shown(m_looks.back());
    const double low = newest ? newest->lowest : 0, high = newest ? newest->highest : 1;
    const double half = (high - low) / Histogram::bins / 2;
    m_map->data()->setKeyRange(columns > 1 ? QCPRange(width / 2, newestUpdate - width / 2) : QCPRange(0, newestUpdate));
    m_map->data()->setValueRange({low + half, high - half});
    m_map->setDataRange({0, std::sqrt(highest)});
}

double GatePlot::shareBetween(double low, double high) const
{
    const Histogram *histogram = m_looks.empty() ? nullptr : shown(m_looks.back());
    double share = 0;
    for (int bin = 0; histogram && bin < Histogram::bins; ++bin) {
        const double middle
            = histogram->lowest + (bin + 0.5) * (histogram->highest - histogram->lowest) / Histogram::bins;
        if (middle > low && middle < high)
            share += histogram->shares[std::size_t(bin)];
    }
    return share;
}

double GatePlot::openShare() const
{
    return shareBetween(7.0 / 8, 1);
}

double GatePlot::closedShare() const
{
    return shareBetween(0, 1.0 / 8);
}

void GatePlot::nameEdges()
{
    const bool isGate = m_chosen < m_choices.size() && describe(m_choices[m_chosen].part).range == Range::gate;
    const bool keeps = isGate && roleOf(m_choices[m_chosen].part) == Role::keeps;
    const bool turned = keeps && m_spec->update == UpdateMeaning::overwrites;
    m_high->setText(keeps ? (turned ? tr("1 overwrite") : tr("1 keep")) : isGate ? tr("1 open") : QString());
    m_low->setText(keeps ? (turned ? tr("0 keep") : tr("0 overwrite")) : isGate ? tr("0 closed") : QString());
    m_share->setText(isGate ? tr("%1 % above ⅞").arg(qRound(openShare() * 100)) : QString());
    double widest = 0;
    for (const QCPItemText *label : {m_high, m_low, m_share})
        widest = std::max(widest, QFontMetricsF(label->font()).horizontalAdvance(label->text()));
    makeRoom(m_looks.empty() ? 0 : std::min(widest, width() * mostOfWords));
    const QRect inside = canvas().axisRect()->rect();
    const double now = std::min(canvas().xAxis->coordToPixel(updates()), double(inside.right())) + pixels() * 0.6;
    const auto place = [&](QCPItemText *label, double y) {
        label->setVisible(!m_looks.empty() && !label->text().isEmpty());
        const double wide = QFontMetricsF(label->font()).horizontalAdvance(label->text());
        const double x = std::min(now, canvas().width() - wide - 2); // in a small picture over it
        label->position->setCoords(x, y);
    };
    place(m_high, inside.top() + pixels() * 0.6);
    place(m_low, inside.bottom() - pixels() * 0.7);
    place(m_share, inside.center().y());
}

void GatePlot::fill()
{
    RunPlot::fill();
    paintMap();
    nameEdges();
}

void GatePlot::restyle()
{
    RunPlot::restyle();
    const Role role = m_chosen < m_choices.size() ? roleOf(m_choices[m_chosen].part) : Role::keeps;
    QCPColorGradient colours;
    colours.clearColorStops();
    for (const double at : {0.0, 0.25, 0.5, 0.75, 1.0})
        colours.setColorStopAt(at, blended(theme().of(role).hue, at, theme().paper));
    m_map->setGradient(colours);
    for (QCPItemText *label : {m_high, m_low}) {
        label->setFont(interfaceFont(pixels(), QFont::DemiBold));
        label->setColor(theme().of(role).text);
    }
    m_share->setFont(interfaceFont(pixels()));
    m_share->setColor(theme().ink2);
    for (QCPItemText *label : {m_high, m_low, m_share})
        label->setBrush(cover());
    m_parts->setFont(interfaceFont(pixels()));
    placeParts();
}

/// Beside the title, as low as that; where there is no room for both it stands in place of the title.
void GatePlot::placeParts()
{
    const QString tight
        = QStringLiteral("QComboBox, QComboBox:focus { min-height: 0; margin: 0; padding: 1px %1px 1px %2px; }")
              .arg(qRound(pixels() * 1.9))
              .arg(qRound(pixels() * 0.6));
    if (m_parts->styleSheet() != tight)
        m_parts->setStyleSheet(tight);
    const QSize wanted(m_parts->sizeHint().width() + qRound(pixels() * 2), qRound(pixels() * 1.75));
    const double titled = QFontMetricsF(interfaceFont(pixels() * 1.25, QFont::DemiBold)).horizontalAdvance(title());
    m_hasTitle = titled + pixels() * 0.8 + wanted.width() <= width();
    m_parts->resize(std::min(wanted.width(), width()), wanted.height());
    m_parts->move(m_hasTitle ? width() - m_parts->width() : 0, 0);
}

int GatePlot::titleWidth() const
{
    return m_hasTitle ? m_parts->x() - 4 : 0;
}

void GatePlot::resizeEvent(QResizeEvent *event)
{
    RunPlot::resizeEvent(event);
    placeParts();
}

QString GatePlot::readOut(double x, double y) const
{
    const auto look = std::ranges::lower_bound(m_looks, int(std::lround(x)), {}, &Look::update);
    const Histogram *histogram = look == m_looks.end() ? nullptr : shown(*look);
    if (!histogram)
        return {};
    const double width = (histogram->highest - histogram->lowest) / Histogram::bins;
    const int bin = std::clamp(int((y - histogram->lowest) / width), 0, Histogram::bins - 1);
    return tr("update %1: %2 … %3 in %4 %")
        .arg(look->update)
        .arg(decimals(histogram->lowest + bin * width, 2), decimals(histogram->lowest + (bin + 1) * width, 2),
             decimals(histogram->shares[std::size_t(bin)] * 100, 1));
}

PlotTable GatePlot::table() const
{
    PlotTable table{{tr("update")}, {}};
    const Histogram *first = m_looks.empty() ? nullptr : shown(m_looks.front());
    for (int bin = 0; first && bin < Histogram::bins; ++bin)
        table.headings.append(
            tr("share from %1")
                .arg(decimals(first->lowest + bin * (first->highest - first->lowest) / Histogram::bins, 3)));
    for (const Look &look : m_looks) {
        QStringList row{QString::number(look.update)};
        if (const Histogram *histogram = shown(look))
            for (const double share : histogram->shares)
                row.append(QString::number(share, 'g', 5));
        table.rows.append(row);
    }
    return table;
}

QString GatePlot::inWords() const
{
    if (m_looks.empty())
        return tr("No update has been made.");
    return tr("%1 after %2 updates: %3 % of the values are above 7/8, %4 % below 1/8.")
        .arg(m_parts->currentText())
        .arg(m_looks.back().update)
        .arg(qRound(openShare() * 100))
        .arg(qRound(closedShare() * 100));
}

} // namespace gatescope
