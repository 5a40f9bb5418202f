// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_blend.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/scene/state_scale.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// A blend as what it is: above, what is blended and how; under it, on the axis of the value, the two products and what
/// they add up to.
class BlendPainter
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    BlendPainter(UnitCanvas &canvas, const UnitForward &forward)
        : m_canvas(canvas), m_painter(canvas.painter()), m_theme(canvas.theme()), m_plan(canvas.at()),
          m_story(forward.story), m_terms(forward.story.sum.terms), m_ghost(forward.ghost)
    {
        m_layout.count = static_cast<int>(m_terms.size());
        const double ofStates = stateScale(canvas.scene());
        double most = std::max(ofStates, std::abs(m_story.made.value));
        for (const UnitTerm &term : m_terms)
            most = std::max({most, std::abs(term.product), std::abs(*term.value)});
        m_scale = ofStates < 1 ? signedScale(most) : niceScale(most);
    }

    void draw()
    {
        drawAxis();
        double sum = 0;
        for (int row = 0; row < m_layout.count; ++row) {
            drawProduct(row, sum);
            sum += m_terms[row].product;
        }
        drawMade();
    }

private:
    double left() const { return m_plan.across(236); }
    double right() const { return m_plan.across(1108); }
    double x(double value) const
    {
        return (left() + right()) / 2 + std::clamp(value / m_scale, -1.0, 1.0) * (right() - left()) / 2;
    }
    double lane(int row) const { return m_plan.down(376 + 64 * row); }
    double axis() const { return m_plan.down(652); }
    double thick() const { return std::max(10.0, m_plan.down(30)); }
    double share(int row) const { return rowShare(m_layout, row, m_canvas.phases().products) >= 1 ? 1 : 0; }
    bool fades() const { return m_story.outcome && m_story.outcome->isFader; }

    void drawAxis()
    {
        const double pixels = m_canvas.plan().type(14);
        m_canvas.words({m_plan.across(24), lane(0) - m_plan.down(44)}, {tr("gate × value, and their sum")},
                       right() - left(), m_theme.ink, Align::left, 16, QFont::DemiBold);
        for (int i = -2; i <= 2; ++i) {
            const double value = m_scale * i / 2;
            m_painter.setPen(QPen(i == 0 ? m_theme.ink3 : m_theme.line, 1));
            m_painter.drawLine(QPointF(x(value), lane(0) - thick()), QPointF(x(value), axis()));
            const int places = value == std::round(value) ? 0
                : m_scale >= 1                            ? 1
                : m_scale >= 0.1                          ? 2
                : m_scale >= 0.01                         ? 3
                                                          : 4;
            m_canvas.number({x(value), axis() + 6 + pixels}, decimals(value, places), 14, m_theme.ink2, Align::centre);
        }
        m_painter.setPen(QPen(m_theme.ink3, 1));
        m_painter.drawLine(QPointF(left(), axis()), QPointF(right(), axis()));
    }

    /// A product's bar, from where the sum stands.
    void drawProduct(int row, double from)
    {
        const UnitTerm &term = m_terms[row];
        const Opacity emphasis(m_painter, m_canvas.emphasis(term.weightTerm, term.valueTerm));
        const double y = lane(row), pixels = m_canvas.plan().type(22);
        m_canvas.formula({m_plan.across(24), y + pixels * 0.3}, {term.symbol, QString(term.symbol).remove(' ')},
                         left() - m_plan.across(32), m_theme.of(term.valueRole).text, Align::left, 22);
        const double known = share(row);
        const QString says = tr("product %1 × %2 = %3")
                                 .arg(inInspector(term.weight), inInspector(*term.value), inInspector(term.product));
        m_canvas.place({left(), y - m_plan.down(30), right() - left(), m_plan.down(60)},
                       known >= 1 ? says : tr("product: not computed yet"), term.valueTerm,
                       m_canvas.choosing(term.index));
        const Opacity opacity(m_painter, m_canvas.shown(known));
        if (m_painter.opacity() == 0)
            return;
        const double a = x(from), b = x(from + term.product);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(term.product < 0 ? m_theme.negative : m_theme.wire(term.valueRole));
        m_painter.drawRoundedRect(QRectF(std::min(a, b), y - thick() / 2, std::max(2.0, std::abs(b - a)), thick()), 3,
                                  3);
        m_painter.setPen(QPen(m_theme.ink3, 1, Qt::DotLine));
        m_painter.drawLine(QPointF(b, y + thick() / 2),
                           QPointF(b, lane(row + 1) - (row + 1 < m_layout.count ? thick() / 2 : 0)));
        drawEnd(b, a <= b, y, onStage(term.product), 19, QFont::Normal);
    }

    /// A number at the end of a bar, on its far side, or before it where the picture ends.
    void drawEnd(double end, bool towardsRight, double y, const QString &text, double size, int weight)
    {
        const double width = textWidth(text, numberFont(m_canvas.plan().type(size), weight));
        const double gap = m_plan.across(10);
        const bool fits
            = towardsRight ? end + gap + width <= m_plan.words - gap : end - gap - width >= left() - m_plan.across(20);
        const bool onRight = towardsRight == fits;
        m_painter.fillRect(QRectF(onRight ? end + gap : end - gap - width, y - m_canvas.plan().type(size) * 0.5, width,
                                  m_canvas.plan().type(size)),
                           m_theme.paper);
        m_canvas.number({end + (onRight ? gap : -gap), y + m_canvas.plan().type(size) * 0.36}, text, size, m_theme.ink,
                        onRight ? Align::left : Align::right, weight);
    }

    /// The sum, and of a fader the way between old and new on which it stands.
    void drawMade()
    {
        const UnitNumber &made = m_story.made;
        const double y = lane(m_layout.count);
        const double known = m_canvas.phases().run;
        const double radius = std::max(5.0, m_canvas.plan().mark(10));
        const Opacity emphasis(m_painter, m_canvas.emphasis(made.term));
        m_canvas.formula({m_plan.across(24), y + m_canvas.plan().type(22) * 0.3},
                         {withUnit(nowSymbol(), m_story.index), nowSymbol()}, left() - m_plan.across(32),
                         m_theme.of(made.role).text, Align::left, 22);
        m_canvas.place({left(), y - m_plan.down(28), right() - left(), m_plan.down(56)},
                       known >= 1 ? numberInWords(m_story, made) : tr("%1: not computed yet").arg(made.name),
                       made.term);
        if (fades())
            drawBetween();
        const Opacity opacity(m_painter, m_canvas.shown(known));
        if (m_painter.opacity() == 0)
            return;
        const double at = x(made.value);
        m_painter.setPen(QPen(m_theme.ink, 2));
        m_painter.drawLine(QPointF(at, y), QPointF(at, axis()));
        if (m_ghost && m_ghost->made.value != made.value) {
            m_painter.setPen(QPen(m_theme.ink2, 1.5));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawEllipse(QPointF(x(m_ghost->made.value), y), radius, radius);
        }
        m_painter.setPen(QPen(m_theme.ink, 2));
        m_painter.setBrush(made.value < 0 ? m_theme.negative : m_theme.of(made.role).hue);
        m_painter.drawEllipse(QPointF(at, y), radius, radius);
        if (made.held)
            m_canvas.heldMark({at - radius, y - radius, 2 * radius, 2 * radius});
        drawEnd(at + (made.value < 0 ? -radius : radius), made.value >= 0, y, onStage(made.value), 23, QFont::Bold);
    }

    QString nowSymbol() const { return m_story.made.symbol + u"_{t}"_qs; }

    /// On the axis of the value: the old value at one end, the candidate at the other.
    void drawBetween()
    {
        const UnitNumber &old = m_story.outcome->first, &fresh = m_story.outcome->second;
        const double y = lane(m_layout.count) + m_plan.down(64), pixels = m_canvas.plan().type(20);
        const double radius = std::max(3.5, m_canvas.plan().mark(6));
        m_painter.setPen(QPen(m_theme.ink3, std::max(2.0, m_canvas.plan().mark(4)), Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(QPointF(x(old.value), y), QPointF(x(fresh.value), y));
        for (const UnitNumber *end : {&old, &fresh}) {
            const bool onRight
                = end->value > (end == &old ? fresh : old).value || (end == &fresh && old.value == fresh.value);
            m_painter.setPen(QPen(m_theme.ink, 1.5));
            m_painter.setBrush(valueFill(end->value, ValueStyle::signedValue, end->role, m_scale, m_theme));
            m_painter.drawEllipse(QPointF(x(end->value), y), radius, radius);
            m_canvas.formula({x(end->value) + (onRight ? 1 : -1) * (radius + m_plan.across(8)), y + pixels * 0.3},
                             {end->symbol}, m_plan.across(90), m_theme.of(end->role).text,
                             onRight ? Align::left : Align::right, 20);
        }
    }

    UnitCanvas &m_canvas;
    QPainter &m_painter;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const UnitStory &m_story;
    const std::vector<UnitTerm> &m_terms;
    const UnitStory *m_ghost;
    RowLayout m_layout;
    double m_scale = 1;
};

} // namespace

void drawUnitBlend(UnitCanvas &canvas, const UnitForward &forward)
{
    const PainterScope scope(canvas.painter());
    drawBlendSources(canvas, forward);
    BlendPainter(canvas, forward).draw();
}

} // namespace gatescope
