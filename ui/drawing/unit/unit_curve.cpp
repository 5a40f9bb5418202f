// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/unit/unit_canvas.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// The sum drops onto the curve, whose horizontal axis is the sum's; the point runs level into the tank.
class CurvePainter
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    CurvePainter(UnitCanvas &canvas, const UnitForward &forward)
        : m_canvas(canvas), m_painter(canvas.painter()), m_theme(canvas.theme()), m_plan(canvas.at()),
          m_story(forward.story), m_rows(forward.rows), m_ghost(forward.ghost),
          m_backward(canvas.scene().playhead.pass == Pass::backward)
    {
        if (m_story.curve) {
            m_lowest = m_story.curve->lowest;
            m_highest = m_story.curve->highest;
        } else {
            m_highest = niceScale(std::abs(m_story.made.value));
            m_lowest = -m_highest;
        }
    }

    void draw()
    {
        const bool summed = m_canvas.phases().products >= 1 || m_backward;
        const double sumShare = summed ? 1.0 : 0.0;
        drawAxes(m_canvas.shown(sumShare) > 0);
        if (m_story.curve && m_canvas.shown(sumShare) > 0)
            drawCurve();
        drawDrop(sumShare);
        drawTank();
    }

private:
    double x(double a) const
    {
        const double half = (m_plan.sumRight - m_plan.sumLeft) / 2;
        return m_plan.sumMiddle() + std::clamp(a / m_rows.scale, -1.0, 1.0) * half;
    }
    double y(double value) const
    {
        const double share = std::clamp((value - m_lowest) / (m_highest - m_lowest), 0.0, 1.0);
        return m_plan.curveBottom - share * (m_plan.curveBottom - m_plan.curveTop);
    }

    void drawAxes(bool numbers)
    {
        m_painter.setPen(QPen(m_theme.line, 1));
        const double pixels = m_canvas.plan().type(14);
        if (m_story.curve) {
            for (const double value : {m_lowest, (m_lowest + m_highest) / 2, m_highest}) {
                m_painter.setPen(QPen(m_theme.line, 1));
                m_painter.drawLine(QPointF(m_plan.sumLeft, y(value)), QPointF(m_plan.sumRight, y(value)));
                const QString text = value == 0.5 ? u"½"_qs : decimals(value, value == std::round(value) ? 0 : 1);
                if (numbers || m_story.curve->symbol != u"relu"_qs)
                    m_canvas.words({m_plan.sumLeft - m_plan.across(10), y(value) + pixels * 0.36}, {text},
                                   m_plan.across(60), m_theme.ink2, Align::right, 14);
            }
        }
        const double floor = this->floor();
        m_painter.setPen(QPen(m_theme.ink3, 1));
        m_painter.drawLine(QPointF(m_plan.sumLeft, floor), QPointF(m_plan.sumRight, floor));
        const bool whole = m_rows.scale == 3;
        const int ticks = whole ? 3 : 2;
        for (int i = -ticks; i <= ticks; ++i) {
            const double value = m_rows.scale * i / ticks;
            m_painter.setPen(QPen(m_theme.ink3, 1));
            m_painter.drawLine(QPointF(x(value), floor), QPointF(x(value), floor + 4));
            if (numbers)
                m_canvas.number({x(value), floor + m_plan.axisNumbers - m_plan.curveBottom},
                                decimals(value, value == std::round(value) ? 0 : 1), 14, m_theme.ink2, Align::centre);
        }
    }

    void drawCurve()
    {
        QPainterPath path;
        const int points = 160;
        for (int i = 0; i <= points; ++i) {
            const double a = m_rows.scale * (2.0 * i / points - 1);
            const QPointF at(x(a), y(m_story.curve->squash(a)));
            i == 0 ? path.moveTo(at) : path.lineTo(at);
        }
        const Opacity opacity(m_painter, m_canvas.emphasis(m_story.made.term));
        drawWire(m_painter, path, m_theme.wire(m_story.made.role), std::max(2.0, m_canvas.plan().mark(3.5)));
        const double right = m_plan.sumLeft - m_plan.across(52);
        const double room = right - m_plan.across(120);
        const double middle = y((m_lowest + m_highest) / 2);
        m_canvas.words({right, middle - m_canvas.plan().type(22)}, {tr("squash")}, room, m_theme.ink, Align::right, 16,
                       QFont::DemiBold);
        const QString name = m_story.curve->symbol;
        const QString made
            = m_story.made.symbol.startsWith('*') || m_story.made.held ? QString() : m_story.made.symbol + u" *=* "_qs;
        m_canvas.formula({right, middle + m_canvas.plan().type(6)},
                         {made + u"*%1(*%2*)*"_qs.arg(name, m_story.sumSymbol)}, room,
                         m_theme.of(m_story.made.role).text, Align::right, 22);
        const QString words = m_lowest < 0         ? tr("any sum becomes −1 to 1")
            : m_highest == 1 && name != u"relu"_qs ? tr("any sum becomes 0 to 1")
                                                   : tr("below 0 nothing is left");
        m_canvas.words({right, middle + m_canvas.plan().type(6) + m_canvas.plan().type(15) * 1.6}, {words}, room,
                       m_theme.ink2, Align::right, 15);
    }

    /// Of a value that is held the point is where the network would have made it.
    QPointF point() const
    {
        return {x(m_story.sum.total), m_story.curve ? y(m_story.curve->squash(m_story.sum.total)) : floor()};
    }

    /// Where the sum's axis stands: under the curve, or near the rows where there is none.
    double floor() const { return m_story.curve ? m_plan.curveBottom : m_plan.curveTop + m_plan.down(60); }

    void drawDrop(double sumShare)
    {
        const double fallen = m_canvas.phases().drop;
        const QPointF at = point();
        const double from = m_rows.bottom() - m_rows.pitch * 0.3;
        const QString a = inInspector(m_story.sum.total);
        {
            const Opacity opacity(m_painter, m_canvas.shown(sumShare));
            if (m_painter.opacity() > 0) {
                const bool right = at.x() < m_plan.sumMiddle() + (m_plan.sumRight - m_plan.sumMiddle()) * 0.6;
                m_canvas.formula(
                    {at.x() + (right ? 1 : -1) * m_plan.across(12), m_rows.bottom() + m_canvas.plan().type(18)},
                    {u"%1 *=* [m]%2[/]"_qs.arg(m_story.sumSymbol, onStage(m_story.sum.total))},
                    m_plan.sumRight - m_plan.sumLeft, m_theme.ink, right ? Align::left : Align::right, 24);
            }
        }
        // Where it will stand would tell it.
        if (sumShare >= 1)
            m_canvas.place({at.x() - 8, from, 16, at.y() - from - 10}, tr("sum %1 = %2").arg(m_story.sumSymbol, a));
        else
            m_canvas.place(
                {m_plan.sumLeft, m_rows.bottom(), m_plan.sumRight - m_plan.sumLeft, m_plan.curveTop - m_rows.bottom()},
                tr("sum: not computed yet"));
        if (m_story.curve && fallen < 1)
            m_canvas.place({m_plan.sumLeft, m_plan.curveTop, m_plan.sumRight - m_plan.sumLeft,
                            m_plan.curveBottom - m_plan.curveTop},
                           tr("the point: not computed yet"), m_story.made.term);
        const double head = std::max(7.0, m_canvas.plan().mark(10));
        const Opacity opacity(m_painter, m_canvas.shown(fallen > 0 ? 1 : 0));
        if (m_painter.opacity() == 0)
            return;
        const double reached = fallen > 0 ? from + (at.y() - 8 - from) * fallen : at.y() - 8;
        m_painter.setPen(QPen(m_theme.ink, 2));
        m_painter.drawLine(QPointF(at.x(), from), QPointF(at.x(), reached - head + 1));
        drawArrowhead(m_painter, {at.x(), reached}, 90, m_theme.ink, head);
        if (!m_story.curve)
            return;
        const Opacity landed(m_painter, m_canvas.shown(fallen));
        if (m_painter.opacity() == 0)
            return;
        m_painter.setPen(QPen(m_theme.ink3, 1, Qt::DotLine));
        m_painter.drawLine(at, QPointF(at.x(), m_plan.curveBottom));
        drawGhostPoint();
        m_painter.setPen(QPen(m_theme.ink, 2));
        m_painter.setBrush(m_theme.of(m_story.made.role).hue);
        const double radius = std::max(4.0, m_canvas.plan().mark(8));
        m_painter.drawEllipse(at, radius, radius);
        if (fallen >= 1)
            m_canvas.place({at.x() - 12, at.y() - 12, 24, 24},
                           tr("%1(%2) = %3, slope %4")
                               .arg(QString(m_story.curve->symbol), a,
                                    inInspector(m_story.curve->squash(m_story.sum.total)),
                                    inInspector(m_story.curve->slope)),
                           m_story.made.term);
    }

    void drawGhostPoint()
    {
        if (!m_ghost || m_ghost->made.value == m_story.made.value)
            return;
        m_painter.setPen(QPen(m_theme.ink2, 1.5));
        m_painter.setBrush(Qt::NoBrush);
        const double radius = std::max(4.0, m_canvas.plan().mark(8));
        m_painter.drawEllipse(QPointF(x(m_ghost->sum.total), y(m_ghost->made.value)), radius, radius);
    }

    void drawTank()
    {
        const double share = m_canvas.phases().run;
        const double level = y(m_story.made.value), zero = y(std::max(0.0, m_lowest));
        const QRectF tank(m_plan.tank, m_plan.curveTop, m_plan.tankWidth, m_plan.curveBottom - m_plan.curveTop);
        const Opacity emphasis(m_painter, m_canvas.emphasis(m_story.made.term));
        const Theme &theme = m_theme;
        {
            const Opacity opacity(m_painter, m_canvas.shown(share));
            if (m_painter.opacity() > 0) {
                const QPointF from = point();
                const double start = m_story.curve ? from.x() + m_canvas.plan().mark(9) : m_plan.sumRight;
                if (m_story.curve && !m_story.made.held) {
                    drawWire(m_painter, roundedPath({{start, level}, {m_plan.tank - 10, level}}),
                             theme.wire(m_story.made.role), std::max(1.5, m_canvas.plan().mark(3)));
                    drawArrowhead(m_painter, {m_plan.tank - 2, level}, 0, theme.wire(m_story.made.role),
                                  std::max(7.0, m_canvas.plan().mark(11)));
                }
                const double strength = 0.10 + 0.75 * std::min(1.0, std::abs(m_story.made.value) / m_highest);
                const QColor hue = m_story.made.value < 0 ? theme.negative : theme.of(m_story.made.role).hue;
                m_painter.fillRect(QRectF(tank.left(), std::min(level, zero), tank.width(), std::abs(level - zero)),
                                   blended(hue, strength, theme.paper));
                const QColor under = std::abs(level - zero) > m_canvas.plan().type(20) * 1.6
                    ? m_theme.inkOn(hue, strength)
                    : theme.ink;
                const bool roomy = std::abs(level - zero) > m_canvas.plan().type(20) * 1.6;
                const double text = roomy ? (level + zero) / 2
                    : m_story.made.value >= 0 && level - tank.top() > m_canvas.plan().type(20) * 1.4
                    ? level - m_canvas.plan().type(20) * 0.8
                    : std::min(std::max(level, zero) + m_canvas.plan().type(20) * 0.8,
                               tank.bottom() - m_canvas.plan().type(20) * 0.5);
                m_canvas.fittingNumber({tank.center().x(), text + m_canvas.plan().type(20) * 0.36}, m_story.made.value,
                                       tank.width(), m_canvas.plan().type(20) * 3.1 > tank.width() ? 15 : 20, under,
                                       Align::centre, QFont::Bold);
            }
        }
        m_painter.setPen(QPen(theme.ink, 1.5));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(tank, 4, 4);
        if (m_lowest < 0) {
            m_painter.setPen(QPen(theme.ink3, 1));
            m_painter.drawLine(QPointF(tank.left() - 3, zero), QPointF(tank.right(), zero));
        }
        if (m_ghost && m_ghost->made.value != m_story.made.value && share >= 1) {
            m_painter.setPen(QPen(theme.ink2, 1.5, Qt::DashLine));
            m_painter.drawLine(QPointF(tank.left() - 4, y(m_ghost->made.value)),
                               QPointF(tank.right() + 4, y(m_ghost->made.value)));
        }
        m_canvas.formula({tank.center().x(), tank.top() - m_canvas.plan().type(10)},
                         {withUnit(m_story.made.symbol, m_story.index), m_story.made.symbol}, tank.width() * 1.9,
                         theme.of(m_story.made.role).text, Align::centre, 22);
        if (m_story.made.held)
            m_canvas.heldMark(tank);
        const std::optional<int> next = m_story.outcome ? std::optional(m_story.outcome->result.part) : std::nullopt;
        m_canvas.place(
            tank, share >= 1 ? numberInWords(m_story, m_story.made) : tr("%1: not computed yet").arg(m_story.made.name),
            m_story.made.term, next ? std::optional(m_canvas.atPart(*next)) : std::nullopt);
    }

    UnitCanvas &m_canvas;
    QPainter &m_painter;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const UnitStory &m_story;
    const UnitRows &m_rows;
    const UnitStory *m_ghost;
    bool m_backward;
    double m_lowest = 0, m_highest = 1;
};

} // namespace

void drawUnitCurve(UnitCanvas &canvas, const UnitForward &forward)
{
    const PainterScope scope(canvas.painter());
    CurvePainter(canvas, forward).draw();
}

} // namespace gatescope
