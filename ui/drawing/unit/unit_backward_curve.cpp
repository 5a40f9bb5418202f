// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/contrast.h"
#include "ui/common/numbers.h"
#include "ui/drawing/unit/unit_backward.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// The way over the curve: level from what was made to the point, and by its slope up to the sum.
class BackwardCurve
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    BackwardCurve(UnitCanvas &canvas, const UnitBackward &back)
        : m_canvas(canvas), m_painter(canvas.painter()), m_theme(canvas.theme()), m_plan(canvas.at()), m_back(back)
    {
    }

    void draw()
    {
        const UnitCurve &curve = *m_back.story.curve;
        QPainterPath path;
        for (int i = 0; i <= 160; ++i) {
            const double a = m_back.rows.scale * (2.0 * i / 160 - 1);
            i == 0 ? path.moveTo(x(a), y(curve.squash(a))) : path.lineTo(x(a), y(curve.squash(a)));
        }
        drawAxes();
        // Paler than what comes back over it, where that is still seen.
        const double strength = losesWhatIsPale(m_theme) ? 1 : 0.5;
        drawWire(m_painter, path, blended(m_theme.wire(m_back.story.made.role), strength, m_theme.paper),
                 std::max(2.0, m_canvas.plan().mark(3)));
        const QPointF at(x(m_back.story.sum.total), y(m_back.story.made.value));
        drawArriving(at);
        // The tangent: as steep as the curve is at the point.
        const double passed = std::clamp((m_back.progress - 0.25) / 0.25, 0.0, 1.0);
        const double run = m_back.rows.scale / 4;
        QPointF along(x(m_back.story.sum.total + run) - at.x(),
                      -(curve.slope * run) / (curve.highest - curve.lowest) * (m_plan.curveBottom - m_plan.curveTop));
        along.setX(run / m_back.rows.scale * (m_plan.sumRight - m_plan.sumLeft) / 2);
        along *= std::min(1.0, m_plan.across(90) / std::max(1e-9, std::hypot(along.x(), along.y())));
        {
            const Opacity opacity(m_painter, m_canvas.shown(passed));
            if (m_painter.opacity() > 0) {
                m_painter.setPen(
                    QPen(m_theme.ink, std::max(2.0, m_canvas.plan().mark(3)), Qt::SolidLine, Qt::RoundCap));
                m_painter.drawLine(at - along, at + along);
                drawBack(at);
            }
        }
        m_painter.setPen(QPen(m_theme.ink, 2));
        m_painter.setBrush(m_theme.of(m_back.story.made.role).hue);
        const double radius = std::max(4.0, m_canvas.plan().mark(8));
        m_painter.drawEllipse(at, radius, radius);
        m_canvas.place(
            {at.x() - 14, at.y() - 14, 28, 28},
            passed >= 1 ? tr("slope of %1 at %2: %3")
                              .arg(QString(curve.symbol), inInspector(m_back.story.sum.total), inInspector(curve.slope))
                        : tr("slope: not computed yet"),
            m_back.story.made.term);
    }

private:
    double x(double a) const
    {
        return m_plan.sumMiddle()
            + std::clamp(a / m_back.rows.scale, -1.0, 1.0) * (m_plan.sumRight - m_plan.sumLeft) / 2;
    }
    double y(double value) const
    {
        const UnitCurve &curve = *m_back.story.curve;
        return m_plan.curveBottom
            - std::clamp((value - curve.lowest) / (curve.highest - curve.lowest), 0.0, 1.0)
            * (m_plan.curveBottom - m_plan.curveTop);
    }

    /// What the curve makes of which sum, and its name: as in the forward pass.
    void drawAxes()
    {
        const UnitStory &story = m_back.story;
        const UnitCurve &curve = *story.curve;
        const double pixels = m_canvas.plan().type(14);
        for (const double value : {curve.lowest, curve.highest}) {
            m_painter.setPen(QPen(m_theme.line, 1));
            m_painter.drawLine(QPointF(m_plan.sumLeft, y(value)), QPointF(m_plan.sumRight, y(value)));
            m_canvas.words({m_plan.sumLeft - m_plan.across(10), y(value) + pixels * 0.36},
                           {decimals(value, value == std::round(value) ? 0 : 1)}, m_plan.across(60), m_theme.ink2,
                           Align::right, 14);
        }
        for (const int end : {-1, 0, 1}) {
            const double value = m_back.rows.scale * end;
            m_painter.setPen(QPen(m_theme.ink3, 1));
            m_painter.drawLine(QPointF(x(value), m_plan.curveBottom), QPointF(x(value), m_plan.curveBottom + 4));
            m_canvas.number({x(value), m_plan.axisNumbers}, decimals(value, value == std::round(value) ? 0 : 1), 14,
                            m_theme.ink2, Align::centre);
        }
        const double right = m_plan.sumLeft - m_plan.across(52);
        const QString made = story.made.symbol.startsWith('*') ? QString() : story.made.symbol + u" *=* "_qs;
        m_canvas.formula({right, y((curve.lowest + curve.highest) / 2) + m_canvas.plan().type(6)},
                         {made + u"*%1(*%2*)*"_qs.arg(curve.symbol, story.sumSymbol)}, right - m_plan.across(120),
                         m_theme.of(story.made.role).text, Align::right, 22);
    }

    /// From what was made, level to the point.
    void drawArriving(const QPointF &at)
    {
        const double arrived = std::clamp(m_back.progress / 0.25, 0.0, 1.0);
        const double from = m_plan.tank + m_plan.tankWidth;
        const Opacity opacity(m_painter, m_canvas.shown(arrived));
        if (m_painter.opacity() == 0)
            return;
        const double head = std::max(7.0, m_canvas.plan().mark(11));
        const QColor colour = m_theme.wire(Role::gradient);
        drawWire(m_painter, roundedPath({{from, at.y()}, {at.x() + 12 + head, at.y()}}), colour,
                 std::max(2.0, m_canvas.plan().mark(4)));
        drawArrowhead(m_painter, {at.x() + 12, at.y()}, 180, colour, head);
        const QString arrives
            = m_back.splits() ? QString() : u" *=* [m]%1[/]"_qs.arg(gradientNumber(m_back.story.arrives));
        m_canvas.formula({from + m_plan.across(8), at.y() + m_canvas.plan().type(20) * 0.3},
                         {u"∂L/∂%1"_qs.arg(withUnit(m_back.story.made.symbol, m_back.story.index)) + arrives},
                         m_plan.right - from, m_theme.of(Role::gradient).text, Align::left, 20);
    }

    /// From the point up to the sum.
    void drawBack(const QPointF &at)
    {
        const double to = m_back.rows.bottom() + 6;
        const double head = std::max(7.0, m_canvas.plan().mark(11));
        const QColor colour = m_theme.wire(Role::gradient);
        m_painter.setPen(QPen(colour, std::max(2.0, m_canvas.plan().mark(4))));
        m_painter.drawLine(QPointF(at.x(), at.y() - 10), QPointF(at.x(), to + head - 1));
        drawArrowhead(m_painter, {at.x(), to}, -90, colour, head);
        const bool right = at.x() < m_plan.sumMiddle() + (m_plan.sumRight - m_plan.sumMiddle()) * 0.3;
        m_canvas.formula(
            {at.x() + (right ? 14 : -14), (to + std::min(at.y(), m_plan.curveTop)) / 2 + m_canvas.plan().type(10)},
            {u"∂L/∂%1 *=* [m]%2[/]"_qs.arg(m_back.story.sumSymbol, gradientNumber(m_back.story.bySum))},
            m_plan.sumRight - m_plan.sumLeft, m_theme.of(Role::gradient).text, right ? Align::left : Align::right, 23);
        m_canvas.place({at.x() - 8, to, 16, std::max(4.0, at.y() - to - 16)},
                       tr("dL/d%1 = %2").arg(m_back.story.sumSymbol, gradientNumber(m_back.story.bySum, 3)));
    }

    UnitCanvas &m_canvas;
    QPainter &m_painter;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const UnitBackward &m_back;
};

} // namespace

void drawBackwardCurve(UnitCanvas &canvas, const UnitBackward &back)
{
    BackwardCurve(canvas, back).draw();
}

} // namespace gatescope
