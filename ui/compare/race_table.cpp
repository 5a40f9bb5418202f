// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/race_table.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/plots/cell_stroke.h"
#include "ui/plots/curve.h"
#include "ui/plots/network_name.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

QString medianAndRange(const VerdictRow &row)
{
    if (row.solvedAt.empty())
        return QStringLiteral("–");
    if (!row.median)
        return RaceTable::tr("%1 at best").arg(row.solvedAt.front());
    if (row.runs == 1)
        return QString::number(qRound(*row.median));
    return QStringLiteral("%1, %2–%3")
        .arg(qRound(*row.median))
        .arg(row.solvedAt.front())
        .arg(row.solvedAll() ? QString::number(row.solvedAt.back()) : RaceTable::tr("never"));
}

RaceTable::RaceTable(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Results"));
}

void RaceTable::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    updateGeometry();
    update();
}

void RaceTable::show(const RacePlan &plan, const Verdict &verdict)
{
    m_points.clear();
    m_isSweep = plan.toTheEnd;
    m_updates = plan.updates;
    m_rows = verdict.rows;
    m_variants.clear();
    for (std::size_t entry = 0; entry < m_rows.size(); ++entry)
        m_variants.push_back(plan.toTheEnd ? 0 : variantOf(plan, entry)); // a sweep is of one cell
    setAccessibleDescription(table().text());
    updateGeometry();
    update();
}

void RaceTable::showSweep(const RacePlan &plan, const Verdict &verdict, const std::vector<SweepPoint> &points,
                          SweepOver over)
{
    show(plan, verdict);
    m_least = 1e300, m_most = 0;
    for (const RaceEntry &entry : plan.entries) {
        const int size = over == SweepOver::units ? entry.spec.hiddenSize : entry.spec.layers;
        const auto found = std::ranges::find(points, size, &SweepPoint::size);
        m_points.push_back(found == points.end() ? std::nullopt : std::optional(*found));
        if (found == points.end())
            continue;
        m_least = std::min(m_least, std::max(std::ranges::min(found->heldOut), smallestShown));
        m_most = std::max(m_most, std::max(std::ranges::max(found->heldOut), smallestShown));
    }
    setAccessibleDescription(table().text());
    updateGeometry();
}

PlotTable RaceTable::table() const
{
    if (!m_points.empty()) {
        PlotTable table{{tr("network"), tr("units"), tr("weights"), tr("ms each update"), tr("runs"),
                         tr("training loss"), tr("held-out loss")},
                        {}};
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            table.rows.append({networkName(m_rows[i].name), QString::number(m_rows[i].units),
                               QString::number(m_rows[i].parameters), QString::number(m_rows[i].milliseconds, 'f', 3),
                               QString::number(m_rows[i].runs),
                               m_points[i] ? QString::number(m_points[i]->trainingMedian, 'g', 8) : QString(),
                               m_points[i] ? QString::number(m_points[i]->heldOutMedian, 'g', 8) : QString()});
        return table;
    }
    PlotTable table{{tr("network"), tr("units"), tr("weights"), tr("ms each update"), tr("runs"), tr("solved"),
                     tr("median"), tr("solved at")},
                    {}};
    for (const VerdictRow &row : m_rows) {
        QStringList solvedAt;
        for (const int update : row.solvedAt)
            solvedAt += QString::number(update);
        table.rows.append({networkName(row.name), QString::number(row.units), QString::number(row.parameters),
                           QString::number(row.milliseconds, 'f', 3), QString::number(row.runs),
                           QString::number(row.solved()), row.median ? QString::number(*row.median) : QString(),
                           solvedAt.join(u' ')});
    }
    return table;
}

double RaceTable::rowHeight() const
{
    return m_pixels * (m_points.empty() ? 2.8 : 2.3); // a sweep has many
}

QSize RaceTable::sizeHint() const
{
    return {800, qRound(rowHeight() * double(m_rows.size() + 1)) + 2};
}

/// Up to the end of the units' own digits; as wide as the longest name, where the dots keep their room.
double RaceTable::nameWidth() const
{
    const QFontMetricsF metrics(interfaceFont(m_pixels * 1.1, QFont::DemiBold));
    double longest = 0;
    for (const VerdictRow &row : m_rows)
        longest = std::max(longest, metrics.horizontalAdvance(networkName(row.name)));
    const double usual = m_pixels * 17, most = std::max(usual, width() * 0.85 - m_pixels * 43);
    return std::clamp(longest + m_pixels * 4.6 + unitDigits() + 1, usual, most);
}

double RaceTable::unitDigits() const
{
    return 4 * QFontMetricsF(numberFont(m_pixels * 1.08)).horizontalAdvance(u'0');
}

RaceTable::Columns RaceTable::columns() const
{
    const double digit = QFontMetricsF(numberFont(m_pixels)).horizontalAdvance(u'0');
    Columns at{};
    at.name = 0;
    at.units = nameWidth();
    at.parameters = at.units + digit * 10;
    at.time = at.parameters + digit * 10;
    at.solved = at.time + digit * 4;
    at.dots = at.solved + digit * 10;
    at.range = width();
    at.never = at.range - digit * 17 - m_pixels * 11;
    at.dotsEnd = at.never - m_pixels * 1.5;
    at.training = at.time + digit * 15;
    at.heldOut = at.training + digit * 15;
    if (!m_points.empty()) {
        at.dots = at.heldOut + digit * 6;
        at.dotsEnd = width() - m_pixels;
    }
    return at;
}

void RaceTable::drawHead(QPainter &painter, const Columns &at) const
{
    const double base = rowHeight() * 0.66;
    painter.setFont(interfaceFont(m_pixels));
    painter.setPen(m_theme->ink2);
    const auto right = [&](double x, const QString &text) {
        painter.drawText(QPointF(x - painter.fontMetrics().horizontalAdvance(text), base), text);
    };
    painter.drawText(QPointF(at.name, base), tr("Network"));
    right(at.units, tr("Units"));
    right(at.parameters, tr("Weights"));
    right(at.time, tr("ms each"));
    painter.setPen(QPen(m_theme->ink3, 1));
    painter.drawLine(QPointF(0, rowHeight()), QPointF(width(), rowHeight()));
    painter.setPen(m_theme->ink2);
    if (!m_points.empty()) {
        right(at.training, tr("Training loss"));
        right(at.heldOut, tr("Held-out loss"));
        painter.drawText(QPointF(at.dots, base),
                         QFontMetricsF(painter.font()).elidedText(losses(), Qt::ElideRight, at.dotsEnd - at.dots));
        return;
    }
    painter.drawText(QPointF(at.solved, base), tr("Solved"));
    painter.drawText(QPointF(at.dots, base), tr("Updates needed, 0 to %1").arg(m_updates));
    painter.drawText(QPointF(at.never + m_pixels * 0.5, base), tr("never"));
    right(at.range, tr("median, range"));
}

/// What the dots of a sweep are.
QString RaceTable::losses() const
{
    return m_most > 0
        ? tr("Held-out loss of each run, %1 to %2, log scale").arg(lossNumber(m_least), lossNumber(m_most))
        : QString();
}

void RaceTable::drawLosses(QPainter &painter, const Columns &at, const SweepPoint &point, double middle) const
{
    const double width = std::log(m_most / m_least);
    const auto placeOf = [&](double loss) {
        const double share = width > 0 ? std::log(std::max(loss, m_least) / m_least) / width : 0.5;
        return at.dots + (at.dotsEnd - at.dots) * share;
    };
    const double radius = m_pixels * 0.32;
    painter.setPen(QPen(m_theme->paper, 1));
    painter.setBrush(m_theme->ink);
    for (const double loss : point.heldOut)
        painter.drawEllipse(QPointF(placeOf(loss), middle), radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme->ink, 2));
    painter.drawLine(QPointF(placeOf(point.heldOutMedian), middle - m_pixels * 0.75),
                     QPointF(placeOf(point.heldOutMedian), middle + m_pixels * 0.75));
}

void RaceTable::drawRow(QPainter &painter, const Columns &at, std::size_t index, double top) const
{
    const VerdictRow &row = m_rows[index];
    const int variant = m_variants[index];
    const double middle = top + rowHeight() / 2, base = middle + m_pixels * 0.38;
    const QColor ink = cellStroke(row.cell, *m_theme, 1).color();
    const double scale = penScale(m_pixels);
    painter.setPen(!m_isSweep ? cellStroke(row.cell, *m_theme, 3, variant, scale)
                              : sweepStroke(row.cell, *m_theme, index, m_rows.size(), scale));
    painter.drawLine(QPointF(0, middle), QPointF(m_pixels * 3, middle));
    painter.setFont(interfaceFont(m_pixels * 1.1, QFont::DemiBold));
    painter.setPen(m_theme->ink);
    const double room = at.units - m_pixels * 4.6 - unitDigits();
    painter.drawText(QPointF(m_pixels * 3.8, base),
                     QFontMetricsF(painter.font()).elidedText(networkName(row.name), Qt::ElideRight, room));
    const bool isSweep = !m_points.empty();
    if (!isSweep)
        painter.drawText(QPointF(at.solved, base),
                         row.runs > 0 ? tr("%1 of %2").arg(row.solved()).arg(row.runs) : QStringLiteral("…"));
    painter.setFont(numberFont(m_pixels * 1.08));
    const auto right = [&](double x, const QString &text) {
        painter.drawText(QPointF(x - painter.fontMetrics().horizontalAdvance(text), base), text);
    };
    right(at.units, QString::number(row.units));
    right(at.parameters, wholeNumber(row.parameters));
    right(at.time, row.runs > 0 ? decimals(row.milliseconds, 2) : QStringLiteral("…"));
    painter.setPen(QPen(m_theme->line, 1));
    painter.drawLine(QPointF(0, top + rowHeight()), QPointF(width(), top + rowHeight()));
    painter.drawLine(QPointF(at.dots, middle), QPointF(at.dotsEnd, middle));
    painter.setPen(m_theme->ink);
    if (isSweep) {
        const auto &point = m_points[index];
        right(at.training, point ? lossNumber(point->trainingMedian) : QStringLiteral("…"));
        right(at.heldOut, point ? lossNumber(point->heldOutMedian) : QStringLiteral("…"));
        if (point)
            drawLosses(painter, at, *point, middle);
        return;
    }
    right(at.range, row.runs > 0 ? medianAndRange(row) : QString());
    painter.setPen(QPen(m_theme->line, 1));
    painter.drawLine(QPointF(at.never, top + 4), QPointF(at.never, top + rowHeight() - 4));
    const auto placeOf = [&](double update) { return at.dots + (at.dotsEnd - at.dots) * update / m_updates; };
    const double radius = m_pixels * 0.32;
    painter.setPen(QPen(m_theme->paper, 1));
    painter.setBrush(ink);
    const QPainterPath dot = cellDot(row.cell, variant, radius);
    for (const int update : row.solvedAt)
        painter.drawPath(dot.translated(placeOf(update), middle));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.4));
    for (int never = 0; never < row.runs - row.solved(); ++never)
        painter.drawPath(dot.translated(at.never + m_pixels * (0.9 + never * 0.95), middle));
    if (row.median) {
        painter.setPen(QPen(m_theme->ink, 2));
        painter.drawLine(QPointF(placeOf(*row.median), middle - m_pixels * 0.75),
                         QPointF(placeOf(*row.median), middle + m_pixels * 0.75));
    }
}

void RaceTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns at = columns();
    drawHead(painter, at);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        drawRow(painter, at, i, rowHeight() * double(i + 1));
}

} // namespace gatescope
