// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_flow.h"
#include "ui/drawing/cell_kinds/gru_forward.h"
#include "ui/drawing/cell_kinds/gru_stage.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

class GruWires : private GruStage
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    GruWires(CellCanvas &canvas, const QPointF &input) : GruStage(canvas), m_inputAt(input) { }

    void draw()
    {
        drawStateWires();
        drawInputWires();
        drawGateCircles();
    }

private:
    void drawStateWires()
    {
        const QPointF from(middle(m_columns.hBefore), m_plan.upperBottom);
        drawTaps(
            m_canvas,
            {stateTap(m_plan, from, middle(secondFactor()), false, GruPart::candidate, m_before ? u"p"_qs : u"u"_qs),
             stateTap(m_plan, from, middle(m_columns.r), true, GruPart::reset, u"r"_qs),
             stateTap(m_plan, from, middle(m_columns.z), true, GruPart::update, u"z"_qs)},
            Role::state);
    }

    void drawInputWires()
    {
        drawTaps(m_canvas,
                 {inputTap(m_canvas, m_inputAt, middle(m_columns.w), false, GruPart::candidate, u"w"_qs),
                  inputTap(m_canvas, m_inputAt, middle(m_columns.r), true, GruPart::reset, u"r"_qs),
                  inputTap(m_canvas, m_inputAt, middle(m_columns.z), true, GruPart::update, u"z"_qs)},
                 Role::input);
    }

    void drawGateCircles()
    {
        const auto gate = [&](double left, int part, Role role, const QString &letter) {
            drawSquashMark(m_canvas,
                           {middle(left), gateSign(m_canvas.scene().spec()), letter, role, part,
                            gateSquashes(m_canvas.scene().spec(), letter), letter});
        };
        gate(m_columns.z, GruPart::update, Role::keeps, u"z"_qs);
        gate(m_columns.r, GruPart::reset, Role::letsBy, u"r"_qs);
        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::candidate));
        const double beside = m_plan.mark(10);
        if (!m_before)
            m_canvas.matrixName({middle(m_columns.u) + beside, m_plan.matrixNames}, m_letters.U(), Role::state,
                                u"U_n"_qs, GruPart::candidate, Align::left);
        m_canvas.matrixName({middle(m_columns.w) + beside, m_plan.matrixNames}, m_letters.W(), Role::input, u"W_n"_qs,
                            GruPart::candidate, Align::left);
    }

    QPointF m_inputAt; ///< where the wire from the input starts
};

} // namespace

void drawGruWires(CellCanvas &canvas, const QPointF &input)
{
    GruWires(canvas, input).draw();
}

} // namespace gatescope
