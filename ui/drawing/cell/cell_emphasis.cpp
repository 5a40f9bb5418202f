// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_emphasis.h"

#include "ui/drawing/cell/cell_canvas.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

constexpr std::size_t mostLines = 64; ///< of a fan: those with the largest products

/// The row of the cell's U that a unit of a block has; none for other matrices.
std::optional<Vector> weightsOf(const Scene &scene, std::u16string_view matrix, int unit)
{
    const std::vector<Block> &blocks = describe(scene.spec().cell).blocks;
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        const QString name = u"U_"_qs + QString::fromUtf8(blocks[block].letter.data());
        if (name != QStringView(matrix.data(), qsizetype(matrix.size())))
            continue;
        const PlayheadState &at = scene.playhead;
        const Matrix &U = scene.record.experiment->parameters.layers[scene.spec().layerIndex(at.layer, at.direction)].U;
        return Vector(U.row(int(block) * scene.spec().hiddenSize + unit).transpose());
    }
    return std::nullopt;
}

} // namespace

CellEmphasis::CellEmphasis(const Scene &scene, const CellPlan &plan) : m_scene(scene), m_plan(plan), m_lighting(scene)
{
}

QRectF CellEmphasis::row(const QRectF &band, int unit) const
{
    const RowLayout &rows = m_plan.rows;
    return {band.left(), band.top() + rows.top(unit), band.width(), rows.height(unit)};
}

void CellEmphasis::place(const QRectF &where, const Term &term)
{
    if (!m_lighting || !term)
        return;
    const Term &lit = m_lighting.lit();
    m_shows = m_shows || term == lit || (m_lighting.isLit(term) && lit.unit < m_plan.rows.count);
    if (m_lighting.isFull(term))
        m_full.push_back(where);
}

void CellEmphasis::value(const QRectF &where, const Term &term)
{
    place(where, term);
    if (m_lighting && m_lighting.isLit(term))
        m_rings.push_back(where);
}

void CellEmphasis::operation(const QRectF &where, const Term &made)
{
    if (std::ranges::any_of(m_lighting.made(), [&](const Term &term) { return sameTerm(term, made); }))
        m_full.push_back(where);
}

void CellEmphasis::operations(const QRectF &band, QStringView symbol)
{
    rows(band, symbol, m_lighting.made());
}

void CellEmphasis::rows(const QRectF &band, QStringView symbol, const std::vector<Term> &full)
{
    for (const Term &term : full) {
        if (term.symbol == symbol && term.unit < m_plan.rows.count)
            m_full.push_back(term.unit < 0 ? band : row(band, term.unit));
    }
}

void CellEmphasis::lanes(const QRectF &band, QStringView from, QStringView to)
{
    if (!m_lighting || !m_lighting.isFull(from, to) || m_lighting.lit().unit >= m_plan.rows.count)
        return;
    m_full.push_back(m_lighting.lit().unit < 0 ? band : row(band, m_lighting.lit().unit));
}

void CellEmphasis::column(const Column &column)
{
    const Term &lit = m_lighting.lit();
    if (!m_lighting || column.symbol.isEmpty())
        return;
    rows(column.where, column.symbol, m_lighting.full());
    m_columns.push_back(column);
    if (lit.symbol != column.symbol || lit.unit >= m_plan.rows.count)
        return;
    m_shows = true;
    m_rings.push_back(lit.unit < 0 ? column.where : row(column.where, lit.unit));
}

void CellEmphasis::wire(const Wire &wire, QStringView from, QStringView to)
{
    if (m_lighting && m_lighting.isFull(from, to))
        m_wires.push_back(wire);
}

void CellEmphasis::draw(QPainter &painter, double top) const
{
    if (!m_shows)
        return;
    const double pixels = painter.deviceTransform().m11();
    QImage veil((m_plan.size * pixels).toSize(), QImage::Format_ARGB32_Premultiplied);
    QColor paper = m_scene.theme.paper;
    paper.setAlphaF(1 - dimmed);
    veil.fill(paper);
    QPainter hole(&veil);
    hole.scale(pixels, pixels);
    hole.setCompositionMode(QPainter::CompositionMode_Clear);
    hole.fillRect(QRectF(0, 0, m_plan.size.width(), top), Qt::black);
    hole.setRenderHint(QPainter::Antialiasing);
    for (const QRectF &full : m_full)
        hole.fillRect(full, Qt::black);
    for (const Wire &wire : m_wires) {
        drawWire(hole, wire.path, Qt::black, wire.width + 1);
        if (wire.head > 0)
            drawArrowhead(hole, wire.tip, wire.degrees, Qt::black, wire.head + 1);
    }
    hole.end();
    const PainterScope scope(painter);
    painter.drawImage(QRectF(QPointF(), QSizeF(veil.size()) / pixels), veil);
    for (const Flow &flow : m_lighting.fans())
        drawFan(painter, flow);
    const double width = std::max(2.0, m_plan.mark(2.5));
    painter.setPen(QPen(m_scene.theme.ink, width));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &ring : m_rings)
        painter.drawRoundedRect(ring.adjusted(-width / 2, -width / 2, width / 2, width / 2), 4, 4);
}

/// From each unit of what is read a line to the unit that reads it, the wider the larger |weight · value| is among
/// them.
void CellEmphasis::drawFan(QPainter &painter, const Flow &flow) const
{
    const int unit = m_lighting.lit().unit;
    const auto stands = [](std::u16string_view symbol) {
        return [symbol](const Column &column) {
            return column.symbol == QStringView(symbol.data(), qsizetype(symbol.size()));
        };
    };
    // A vector may stand twice: it is read where it comes from, and made in its own column, which is drawn last.
    const auto from = std::find_if(m_columns.begin(), m_columns.end(), stands(flow.from));
    const auto to = std::find_if(m_columns.rbegin(), m_columns.rend(), stands(flow.to));
    if (from == m_columns.end() || to == m_columns.rend() || m_scene.playhead.pass == Pass::backward
        || unit >= m_plan.rows.count)
        return;
    // What is not computed yet is not said by its products either.
    if (from->revealed < 1 || rowShare(m_plan.rows, unit, to->revealed) < 1)
        return;
    const auto weights = weightsOf(m_scene, flow.through, unit);
    if (!weights || weights->size() != from->values.size())
        return;
    const Vector products = weights->cwiseProduct(from->values);
    std::vector<int> order(std::size_t(products.size()));
    std::iota(order.begin(), order.end(), 0);
    const std::size_t shown = std::min(mostLines, order.size());
    const double largest = std::max(1e-12, products.cwiseAbs().maxCoeff());
    const double widest = m_plan.mark(order.size() > 16 ? 2.5 : 4);
    std::ranges::partial_sort(order, order.begin() + std::ptrdiff_t(shown), std::greater(),
                              [&](int k) { return std::abs(products[k]); });
    const QRectF target = row(to->where, unit);
    const bool rightwards = from->where.center().x() < target.center().x();
    const double start = rightwards ? from->where.right() : from->where.left();
    const QPointF end(rightwards ? target.left() : target.right(), target.center().y());
    for (std::size_t i = 0; i < shown; ++i) {
        const double product = products[order[i]];
        QColor colour = product < 0 ? m_scene.theme.negative : m_scene.theme.wire(Role::state);
        colour.setAlphaF(0.75f);
        painter.setPen(QPen(colour, std::max(0.4, widest * std::abs(product) / largest)));
        painter.drawLine(QPointF(start, from->where.top() + m_plan.rows.middle(order[i])), end);
    }
}

} // namespace gatescope
