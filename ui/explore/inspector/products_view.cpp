// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/products_view.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/explore/inspector/explanation_painter.h"
#include "ui/explore/inspector/followed_unit.h"

#include <QMouseEvent>

namespace gatescope {

namespace {

/// Paints, or measures, the table of one sum after the other.
class ProductsPainter
{
public:
    ProductsPainter(QPainter *painter, double width, double scale, const Theme &theme)
        : m_painter(painter), m_width(width), m_scale(scale), m_theme(theme)
    {
    }

    double header(double top, const ProductSum &sum)
    {
        if (m_painter) {
            drawMath(*m_painter, {0, top + s(18)}, upright(sum.symbol), s(18), m_theme.ink, m_theme);
            drawText(*m_painter, {m_width, top + s(18)}, inInspector(sum.sum()), numberFont(s(13), QFont::DemiBold),
                     m_theme.ink, Align::right);
        }
        return s(26) + ExplanationPainter(m_painter, m_width, m_scale * 12 / 13, m_theme).remark(top + s(26), sum.where)
            + s(4);
    }

    /// "l  −0.2364 × 1.0000 = −0.2364"
    double product(double top, const ProductSum::Product &product, Role role, bool chosen)
    {
        if (!m_painter)
            return rowHeight();
        if (chosen)
            m_painter->fillRect(QRectF(-4, top, m_width + 8, rowHeight()), m_theme.wash);
        const double y = top + s(15);
        const QColor ink = product.value == 0 ? m_theme.ink2 : m_theme.ink; // what is 0 adds nothing
        const QFont font = numberFont(s(12.5));
        const QString label = QFontMetricsF(font).elidedText(product.reads, Qt::ElideRight, m_width * 0.22);
        drawText(*m_painter, {0, y}, label, font, product.value == 0 ? ink : m_theme.of(role).text);
        drawText(*m_painter, {m_width * 0.46, y}, inInspector(product.weight), font, ink, Align::right);
        drawText(*m_painter, {m_width * 0.50, y}, QStringLiteral("×"), font, m_theme.ink2, Align::centre);
        drawText(*m_painter, {m_width * 0.735, y}, inInspector(product.value), font,
                 product.value == 0 ? ink : m_theme.of(role).text, Align::right);
        drawText(*m_painter, {m_width * 0.77, y}, QStringLiteral("="), font, m_theme.ink2, Align::centre);
        drawText(*m_painter, {m_width, y}, inInspector(product.product()), font, ink, Align::right);
        return rowHeight();
    }

    double bias(double top, const ProductSum &sum, bool chosen)
    {
        if (!m_painter)
            return rowHeight();
        if (chosen)
            m_painter->fillRect(QRectF(-4, top, m_width + 8, rowHeight()), m_theme.wash);
        const QString name
            = QStringLiteral("+ %1[%2]").arg(QString::fromStdString(sum.biasPlace->tensor)).arg(sum.biasPlace->row);
        drawText(*m_painter, {0, top + s(15)}, name, numberFont(s(12.5)), m_theme.ink2);
        drawText(*m_painter, {m_width, top + s(15)}, inInspector(sum.bias), numberFont(s(12.5)), m_theme.ink,
                 Align::right);
        return rowHeight();
    }

    double rowHeight() const { return s(21); }
    double s(double pixels) const { return pixels * m_scale; }

private:
    QPainter *m_painter;
    double m_width;
    double m_scale;
    const Theme &m_theme;
};

} // namespace

ProductsView::ProductsView(QWidget *parent) : PaintedSection(parent)
{
    setAccessibleName(tr("Products"));
}

void ProductsView::show(const QList<ProductSum> &sums)
{
    m_sums = sums;
    contentChanged();
}

void ProductsView::setUnfolded(bool unfolded)
{
    m_unfolded = unfolded;
    contentChanged();
}

void ProductsView::setChosen(const std::optional<ParameterPlace> &place)
{
    m_chosen = place;
    update();
}

double ProductsView::layRows(QPainter *painter, double width, QList<Row> *rows) const
{
    ProductsPainter products(painter, width, inspectorScale(settings()), *settings().theme);
    double y = 0;
    const auto addRow = [&](const ParameterPlace &place, auto paint) {
        const double height = paint(m_chosen == place);
        if (rows)
            rows->append({y, height, place});
        y += height;
    };
    for (const ProductSum &sum : m_sums) {
        y += products.header(y, sum);
        for (int column = 0; column < sum.products.size(); ++column) {
            if (!m_unfolded && sum.lit != column)
                continue;
            addRow({sum.row.tensor, sum.row.row, column},
                   [&](bool chosen) { return products.product(y, sum.products[column], sum.role, chosen); });
        }
        if (sum.biasPlace)
            addRow(*sum.biasPlace, [&](bool chosen) { return products.bias(y, sum, chosen); });
        y += products.s(12);
    }
    return y;
}

void ProductsView::mousePressEvent(QMouseEvent *event)
{
    QList<Row> rows;
    layRows(nullptr, width(), &rows);
    for (const Row &row : rows) {
        if (event->position().y() >= row.top && event->position().y() < row.top + row.height)
            emit weightChosen(row.place);
    }
}

} // namespace gatescope
