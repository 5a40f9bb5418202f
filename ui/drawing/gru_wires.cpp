// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/gru_forward.h"
#include "ui/drawing/gru_stage.h"

#include <QCoreApplication>
#include <QLineF>

namespace gatescope {

namespace {

class GruWires : private GruStage
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    GruWires(CellCanvas &canvas, const QPointF &input) : GruStage(canvas), m_inputAt(input) {}

    void draw()
    {
        drawStateWires();
        drawInputWires();
        drawGateCircles();
    }

private:
    /// The wires of a part are walked first, then its units are computed.
    double wiresOf(int part) const { return stretch(computed(part), 0, 0.4); }

    /// A wire to what a part computes.
    struct Tap {
        QList<QPointF> corners;
        int part;
    };

    /// Wires that share their beginning, `trunk` long; it is walked with the inputs, the rest of each
    /// with the part that it feeds.
    void drawTaps(const std::vector<Tap> &taps, double trunk, Role role)
    {
        const QColor colour = m_theme.wire(role);
        const double width = std::max(1.2, m_plan.mark(2));
        const auto way = [&](const Tap &tap) {
            return CellCanvas::Way{tap.corners, m_plan.mark(26), std::max(6.0, m_plan.mark(9))};
        };
        for (const Tap &tap : taps) {
            if (wiresOf(tap.part) < 1)
                m_canvas.ghostWire(way(tap), colour, width);
        }
        for (const Tap &tap : taps) {
            double length = 0;
            for (qsizetype i = 1; i < tap.corners.size(); ++i)
                length += QLineF(tap.corners[i - 1], tap.corners[i]).length();
            const double start = std::min(0.9, trunk / std::max(1.0, length));
            m_canvas.walkedWire(way(tap), colour, width,
                                start * computed(GruPart::inputs) + (1 - start) * wiresOf(tap.part));
        }
    }

    double tapTop() const { return m_plan.squash + m_plan.squashRadius * 0.9; }
    double tapSide() const { return std::max(5.0, m_plan.mark(11)); }

    void drawStateWires()
    {
        const double from = middle(m_columns.hBefore);
        const auto tap = [&](double to, double top, int part) {
            return Tap{{{from, m_plan.upperBottom + 2}, {from, m_plan.stateRail}, {to, m_plan.stateRail}, {to, top}}, part};
        };
        const double trunk = m_plan.stateRail - m_plan.upperBottom - m_plan.mark(28);
        drawTaps({tap(middle(secondFactor()), m_plan.lowerBottom + 4, GruPart::candidate),
                  tap(middle(m_columns.r) - tapSide(), tapTop(), GruPart::reset),
                  tap(middle(m_columns.z) - tapSide(), tapTop(), GruPart::update)},
                 trunk, Role::state);
    }

    void drawInputWires()
    {
        const QPointF from = m_inputAt;
        const auto tap = [&](double to, double top, int part) {
            // A gap in the state's rail, so that the two are seen to cross.
            m_painter.fillRect(QRectF(to - m_plan.mark(4), m_plan.stateRail - m_plan.mark(5), m_plan.mark(8), m_plan.mark(10)),
                               m_theme.paper);
            return Tap{{from, {from.x(), m_plan.inputRail}, {to, m_plan.inputRail}, {to, top}}, part};
        };
        drawTaps({tap(middle(m_columns.w), m_plan.lowerBottom + 4, GruPart::candidate),
                  tap(middle(m_columns.r) + tapSide(), tapTop(), GruPart::reset),
                  tap(middle(m_columns.z) + tapSide(), tapTop(), GruPart::update)},
                 (from.y() - m_plan.inputRail) / 2, Role::input);
    }

    void drawGateCircles()
    {
        const auto gate = [&](double left, int part, Role role, const QString &letter) {
            const double x = middle(left);
            {
                drawOperator(m_painter, {x, m_plan.squash}, m_plan.squashRadius, u"σ"_qs,
                             m_canvas.faded(m_theme.of(role).text, part), m_theme);
                const Opacity opacity(m_painter, m_canvas.opacityOf(part));
                const double beside = tapSide() + m_plan.mark(11);
                m_canvas.formula({x - beside, m_plan.matrixNames}, {u"[h]U_{%1}[/]"_qs.arg(letter)}, m_plan.across(80), m_theme.ink,
                                 Align::right, 17);
                m_canvas.formula({x + beside, m_plan.matrixNames}, {u"[x]W_{%1}[/]"_qs.arg(letter)}, m_plan.across(80), m_theme.ink,
                                 Align::left, 17);
            }
            const double radius = m_plan.squashRadius;
            m_canvas.area({x - radius, m_plan.squash - radius, 2 * radius, 2 * radius}, part,
                          tr("σ squashes W%1 x + U%1 h + b between 0 and 1").arg(letter));
        };
        gate(m_columns.z, GruPart::update, Role::keeps, u"z"_qs);
        gate(m_columns.r, GruPart::reset, Role::letsBy, u"r"_qs);
        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::candidate));
        const double beside = m_plan.mark(10);
        if (!m_before)
            m_canvas.formula({middle(m_columns.u) + beside, m_plan.matrixNames}, {u"[h]%1[/]"_qs.arg(m_letters.U())},
                             m_plan.across(80), m_theme.ink, Align::left, 17);
        m_canvas.formula({middle(m_columns.w) + beside, m_plan.matrixNames}, {u"[x]%1[/]"_qs.arg(m_letters.W())},
                         m_plan.across(80), m_theme.ink, Align::left, 17);
    }

    QPointF m_inputAt; ///< where the wire from the input starts
};

} // namespace

void drawGruWires(CellCanvas &canvas, const QPointF &input)
{
    GruWires(canvas, input).draw();
}

} // namespace gatescope
