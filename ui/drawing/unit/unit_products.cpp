// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/unit/unit_canvas.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

using Kind = UnitTerm::Kind;

/// The table of products and, on the same scale, the sum that they move.
class ProductsPainter
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    ProductsPainter(UnitCanvas &canvas, const UnitForward &forward)
        : m_canvas(canvas), m_painter(canvas.painter()), m_theme(canvas.theme()), m_plan(canvas.at()),
          m_story(forward.story), m_rows(forward.rows),
          m_perPixel((m_plan.sumRight - m_plan.sumLeft) / 2 / m_rows.scale)
    {
        m_layout.count = static_cast<int>(m_rows.terms.size());
        m_enlarged = enlargement();
        m_perPixel *= m_enlarged;
    }

    void draw()
    {
        drawTitles();
        m_painter.setPen(QPen(m_theme.line, 1));
        for (const double x : {m_plan.productAxis, m_plan.sumMiddle()})
            m_painter.drawLine(QPointF(x, m_plan.rowsTop - 4), QPointF(x, m_rows.bottom() + 4));
        double sum = 0;
        for (int row = 0; row < m_layout.count; ++row) {
            if (row == m_rows.inner)
                sum = 0; // what the gate multiplies starts anew
            drawRow(row);
            drawMove(row, sum);
            sum += m_rows.terms[row].product;
        }
        for (const UnitGroup &group : groupsOf(m_rows))
            drawGroup(group);
    }

private:
    /// How many times larger than on the curve's axis products have to be drawn to be seen: 1 unless all are very
    /// small.
    int enlargement() const
    {
        if (m_canvas.scene().predicting || !m_story.curve)
            return 1;
        double product = 0, farthest = 0, sum = 0;
        for (int row = 0; row < m_layout.count; ++row) {
            product = std::max(product, std::abs(m_rows.terms[row].product));
            sum = (row == m_rows.inner ? 0 : sum) + m_rows.terms[row].product;
            farthest = std::max(farthest, std::abs(sum));
        }
        const double longest = std::max(product * m_perPixel / m_plan.productHalf,
                                        farthest * m_perPixel / ((m_plan.sumRight - m_plan.sumLeft) / 2));
        int times = 1;
        for (const int larger : {20, 50, 100, 200, 500, 1000}) // below that one axis for both is better
            if (longest > 0 && larger * longest <= 1)
                times = larger;
        return times;
    }

    void title(double x, const QString &words, const QStringList &sub, double room)
    {
        m_canvas.words({x, m_plan.titles}, {words}, room, m_theme.ink, Align::centre, 16, QFont::DemiBold);
        m_canvas.words({x, m_plan.subtitles}, sub, room, m_theme.ink2, Align::centre, 14);
    }

    void drawTitles()
    {
        const bool rows = m_story.block >= 0 || m_story.isHead;
        const Scene &scene = m_canvas.scene();
        const int row = m_story.isHead ? m_story.index : m_story.block * scene.spec().hiddenSize + m_story.index;
        title(m_plan.weight + m_plan.cell / 2, rows ? tr("weight") : tr("gate"),
              {rows ? tr("row %1").arg(row) : QString()}, m_plan.cell * 1.22); // beside “comes in”
        title(m_plan.value + m_plan.cell / 2, tr("value"), {tr("comes in")}, m_plan.cell * 1.3);
        title(m_plan.productAxis, tr("product"),
              {scene.spec().layerNorm && m_story.block >= 0 ? tr("× gain / spread")
                   : rows                                   ? tr("weight × value")
                                                            : tr("gate × value")},
              m_plan.productHalf * 1.8);
        const QStringList moves = m_enlarged == 1
            ? QStringList{tr("each product moves it")}
            : QStringList{tr("each product moves it, enlarged %1 times").arg(m_enlarged),
                          tr("enlarged %1 times").arg(m_enlarged)};
        title(m_plan.sumMiddle(), tr("sum"), moves, m_plan.sumRight - m_plan.sumLeft);
    }

    double share(int row) const { return rowShare(m_layout, row, m_canvas.phases().products) >= 1 ? 1 : 0; }

    double valueKnown(const UnitTerm &term) const
    {
        if (term.kind == Kind::gated && m_rows.inner > 0 && term.knownFrom == m_canvas.scene().playhead.part)
            return m_canvas.phases().products >= 1 ? 1 : 0;
        return term.knownFrom < m_canvas.scene().playhead.part ? 1.0 : m_canvas.known(term.knownFrom);
    }

    QColor colourOf(const UnitTerm &term) const
    {
        const Kind kind = term.groupKind();
        const Role role = kind == Kind::input || kind == Kind::state ? term.valueRole : term.weightRole;
        return term.product < 0 ? m_theme.negative : m_theme.wire(role);
    }

    void drawRow(int row)
    {
        const UnitTerm &term = m_rows.terms[row];
        const Opacity emphasis(m_painter, m_canvas.emphasis(term.weightTerm, term.valueTerm));
        if (term.index >= 0 && term.index == m_canvas.chosenTerm())
            m_canvas.mark({m_plan.across(8), m_rows.tops[row], m_plan.sumRight + 4 - m_plan.across(8), m_rows.pitch});
        const double top = m_rows.tops[row], middle = m_rows.middle(row),
                     height = std::max(8.0, m_rows.pitch - m_plan.down(4));
        const double baseline = middle + m_plan.digits * 0.36;
        const QRectF weight(m_plan.weight, top + (m_rows.pitch - height) / 2, m_plan.cell, height);
        const QRectF value = weight.translated(m_plan.value - m_plan.weight, 0);
        drawSymbol(term, middle);
        if (term.kind == Kind::more) {
            m_canvas.words({m_plan.weight, baseline}, {tr("together")},
                           m_plan.productAxis - m_plan.productHalf - m_plan.weight, m_theme.ink2, Align::left, 15);
            m_canvas.place(weight, tr("%1 products that are smaller than these").arg(term.count));
        } else {
            const double weightKnown
                = term.weightIsGate && term.knownFrom >= m_canvas.scene().playhead.part && m_rows.inner == 0
                ? valueKnown(term)
                : 1;
            m_canvas.cell(weight, term.weight, term.weightIsGate, term.weightRole,
                          term.weightIsGate ? 1 : term.weightScale, weightKnown);
            if (term.stored.empty())
                m_canvas.place(weight, u"%1 = %2"_qs.arg(term.weightName, inInspector(term.weight)), term.weightTerm,
                               term.sources.front().from);
            else
                m_canvas.placeStored(weight, term);
            if (term.weightIsGate && term.sources.front().held)
                m_canvas.heldMark(weight);
        }
        if (term.value) {
            sign({m_plan.times, middle}, u"×"_qs);
            const double known = valueKnown(term);
            m_canvas.cell(value, *term.value, false, term.valueRole, term.valueScale, known);
            m_canvas.place(value,
                           known >= 1 ? u"%1 = %2"_qs.arg(term.valueName, inInspector(*term.value))
                                      : tr("%1: not computed yet").arg(term.valueName),
                           term.valueTerm, term.leadsTo());
            if (term.isHeld() && !term.weightIsGate)
                m_canvas.heldMark(value);
        }
        sign({m_plan.equals, middle}, share(row) >= 1 ? term.equals() : u"="_qs);
        drawProduct(term, top, height, baseline, share(row));
    }

    void sign(const QPointF &at, const QString &text)
    {
        drawSign(m_painter, at, text, m_plan.digits * 1.15, m_theme.ink2);
    }

    void drawSymbol(const UnitTerm &term, double middle)
    {
        const double size = std::min(21.0, m_rows.pitch / m_canvas.plan().scale);
        const double pixels = m_canvas.plan().type(size);
        const QColor colour = term.kind == Kind::more
            ? m_theme.ink2
            : m_theme.of(term.kind == Kind::bias || term.kind == Kind::centring ? term.weightRole : term.valueRole)
                  .text;
        if (!term.letter.isEmpty()) {
            const double left
                = m_canvas.letterChip(m_plan.weight - m_plan.across(8), middle, m_rows.pitch, term.letter);
            m_canvas.formula({left - m_plan.across(6), middle + pixels * 0.28}, {u"x"_qs}, m_plan.weight, colour,
                             Align::right, size);
            return;
        }
        if (term.kind == Kind::more) {
            const double right = m_plan.weight - m_plan.across(10);
            m_canvas.words({right, middle + m_plan.digits * 0.36}, moreWords(term), right - m_plan.across(24), colour,
                           Align::right, 15);
            return;
        }
        QString symbol = term.symbol;
        if (symbol == u"[r]r[/]*×*u"_qs || (m_story.block < 0 && !m_story.isHead))
            symbol.replace(u" "_qs, QString());
        m_canvas.formula({m_plan.weight - m_plan.across(10), middle + pixels * 0.28}, {symbol, u"…"_qs},
                         m_plan.weight - m_plan.across(12), colour, Align::right,
                         mathWidth(symbol, pixels) > m_plan.weight - m_plan.across(14) ? 15 : size);
    }

    void drawProduct(const UnitTerm &term, double top, double height, double baseline, double share)
    {
        const QRectF area(m_plan.productAxis - m_plan.productHalf, top, 2 * m_plan.productHalf, m_rows.pitch);
        const double x = m_plan.productAxis + term.product * m_perPixel;
        {
            const Opacity opacity(m_painter, m_canvas.shown(share));
            const double thick = std::max(4.0, height * 0.62);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(colourOf(term));
            if (m_painter.opacity() > 0) {
                m_painter.drawRoundedRect(QRectF(std::min(m_plan.productAxis, x), top + (m_rows.pitch - thick) / 2,
                                                 std::max(1.5, std::abs(x - m_plan.productAxis)), thick),
                                          2, 2);
                const bool negative = term.product < 0;
                const double pixels = m_plan.digits / m_canvas.plan().scale;
                m_canvas.fittingNumber({m_plan.productAxis + (negative ? 1 : -1) * m_plan.across(8), baseline},
                                       term.product, m_plan.productHalf + m_plan.across(negative ? 8 : -8), pixels,
                                       m_theme.ink, negative ? Align::left : Align::right);
            }
        }
        const QString product = inInspector(term.product);
        QString says = term.value
            ? tr("product %1 × %2 = %3").arg(inInspector(term.weight), inInspector(*term.value), product)
            : tr("adds %1").arg(product);
        if (term.kind == Kind::more)
            says = tr("%1 more, together %2").arg(term.count).arg(product);
        else if (term.value && m_canvas.scene().spec().layerNorm && m_story.block >= 0 && term.kind != Kind::gated)
            says = tr("product %1 × %2, by gain and spread: %3")
                       .arg(inInspector(term.weight), inInspector(*term.value), product);
        m_canvas.place(area, share >= 1 ? says : tr("product: not computed yet"), term.valueTerm);
    }

    /// The product's bar where the sum stands, and the way down to the next.
    void drawMove(int row, double from)
    {
        const UnitTerm &term = m_rows.terms[row];
        const Opacity opacity(m_painter,
                              m_canvas.shown(share(row)) * m_canvas.emphasis(term.weightTerm, term.valueTerm));
        if (m_painter.opacity() == 0)
            return;
        const double a = m_plan.sumMiddle() + from * m_perPixel, b = a + term.product * m_perPixel;
        const double thick = std::max(4.0, (m_rows.pitch - m_plan.down(4)) * 0.62);
        const QRectF bar(std::min(a, b), m_rows.middle(row) - thick / 2, std::max(1.5, std::abs(b - a)), thick);
        const QColor colour = colourOf(term);
        // What only makes u is an outline: it is not yet in the sum.
        m_painter.setPen(row < m_rows.inner ? QPen(colour, 1.5) : QPen(Qt::NoPen));
        m_painter.setBrush(row < m_rows.inner ? blended(colour, 0.25, m_theme.paper)
                                              : blended(colour, 0.9, m_theme.paper));
        m_painter.drawRoundedRect(bar, 2, 2);
        if (row + 1 < m_layout.count && row + 1 != m_rows.inner) {
            m_painter.setPen(QPen(m_theme.ink3, 1, Qt::DotLine));
            m_painter.drawLine(QPointF(b, bar.bottom()), QPointF(b, m_rows.middle(row + 1) + thick / 2));
        } else if (row + 1 == m_layout.count && m_enlarged > 1) { // to where it stands on the curve's axis
            m_painter.setPen(QPen(m_theme.ink3, 1, Qt::DotLine));
            m_painter.drawLine(QPointF(b, bar.bottom()),
                               QPointF(m_plan.sumMiddle() + (b - m_plan.sumMiddle()) / m_enlarged,
                                       m_rows.bottom() - m_rows.pitch * 0.3));
        }
    }

    QString groupSymbol(const UnitGroup &group) const
    {
        if (group.kind == Kind::gated)
            return m_story.block < 0 ? m_rows.terms[group.first].symbol : u"[r]r[/]*·*u"_qs;
        if (group.kind == Kind::bias)
            return m_rows.terms[group.first].symbol;
        const bool before = m_rows.terms[group.first].knownFrom >= 0;
        if (m_story.isHead)
            return u"W*·*h"_qs;
        return group.kind == Kind::input ? u"W*·*x"_qs : before ? u"U*·*([r]r[/]∘h)"_qs : u"U*·*h"_qs;
    }

    void drawGroup(const UnitGroup &group)
    {
        const double top = m_rows.tops[group.first] + 3, bottom = m_rows.tops[group.last] + m_rows.pitch - 3;
        const UnitTerm &term = m_rows.terms[group.first];
        const Role role = group.kind == Kind::input || group.kind == Kind::state ? term.valueRole : term.weightRole;
        const QColor colour = m_theme.of(role).text;
        const double reach = m_plan.across(8), x = m_plan.groups;
        const double known = share(group.last);
        m_painter.setPen(QPen(colour, 1.5));
        m_painter.drawPolyline(QPolygonF{{x, top}, {x + reach, top}, {x + reach, bottom}, {x, bottom}});
        const double middle = (top + bottom) / 2;
        const double pixels = m_canvas.plan().type(20);
        const double left = x + reach + m_plan.across(10);
        const double number = m_canvas.plan().type(17) * 0.6 * 6;
        if (m_story.block >= 0 || m_story.isHead)
            m_canvas.formula({left, middle + pixels * 0.3}, {groupSymbol(group)},
                             m_plan.groupNumbers - number - left + 6, colour, Align::left, 20);
        const Opacity opacity(m_painter, m_canvas.shown(known));
        if (m_painter.opacity() > 0)
            m_canvas.fittingNumber({m_plan.groupNumbers, middle + m_canvas.plan().type(17) * 0.36}, group.total, number,
                                   17, m_theme.ink, Align::right, QFont::DemiBold);
        m_canvas.place({x, top, m_plan.groupNumbers - x, std::max(4.0, bottom - top)},
                       known >= 1 ? tr("together %1").arg(inInspector(group.total)) : tr("together: not computed yet"));
        const bool pastSum = group.last == m_rows.inner - 1 && m_rows.inner > 0;
        if (pastSum)
            drawInnerSum(known);
    }

    /// u stands under its rows, beside the row in which the gate multiplies it.
    void drawInnerSum(double known)
    {
        const Opacity opacity(m_painter, m_canvas.shown(known));
        if (m_painter.opacity() == 0)
            return;
        const double x = m_plan.sumMiddle() + m_story.sum.innerTotal * m_perPixel;
        const double y = m_rows.middle(m_rows.inner - 1);
        m_painter.setPen(QPen(m_theme.ink, 2));
        m_painter.drawLine(QPointF(x, y - m_rows.pitch * 0.45), QPointF(x, y + m_rows.pitch * 0.45));
        const bool right = x < m_plan.sumMiddle() + (m_plan.sumRight - m_plan.sumMiddle()) * 0.4;
        const double room = m_plan.sumRight - m_plan.sumLeft;
        // Clear of the row's own bar, which ends where u stands and began on one side of it or the other.
        const double bar = m_rows.terms[std::size_t(m_rows.inner - 1)].product * m_perPixel;
        const double beside = std::max(8.0, m_canvas.plan().mark(8)) + std::max(0.0, right ? -bar : bar);
        m_canvas.formula({x + (right ? beside : -beside), y + m_canvas.plan().type(18) * 0.3},
                         {u"u *=* [m]%1[/]"_qs.arg(onStage(m_story.sum.innerTotal)), u"u"_qs}, room / 2, m_theme.ink,
                         right ? Align::left : Align::right, 20);
        m_canvas.place({x - 6, y - m_rows.pitch / 2, 12, m_rows.pitch},
                       tr("the past u = %1").arg(inInspector(m_story.sum.innerTotal)),
                       {u"u"_qs, m_canvas.scene().playhead.unit});
    }

    UnitCanvas &m_canvas;
    QPainter &m_painter;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const UnitStory &m_story;
    const UnitRows &m_rows;
    double m_perPixel;
    int m_enlarged = 1;
    RowLayout m_layout;
};

} // namespace

void drawUnitProducts(UnitCanvas &canvas, const UnitForward &forward)
{
    const PainterScope scope(canvas.painter());
    ProductsPainter(canvas, forward).draw();
}

} // namespace gatescope
