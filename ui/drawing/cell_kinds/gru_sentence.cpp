// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_flow.h"
#include "ui/drawing/cell/cell_signs.h"
#include "ui/drawing/cell_kinds/gru_forward.h"
#include "ui/drawing/cell_kinds/gru_stage.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

class GruSentence : private GruStage
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    GruSentence(CellCanvas &canvas, const GruMoment &values) : GruStage(canvas), m_values(values) { }

    void draw()
    {
        const double second = secondFactor();
        drawCircled(gapMiddle(m_columns.r, second), u"×"_qs, tr("r, times what it lets by"), u"p"_qs);
        drawEqualsSign(m_canvas,
                       {gapMiddle(second, m_columns.p), GruPart::candidate, u"p"_qs, reckonedProduct(), m_values.p});
        if (m_before) {
            drawProduct();
            drawCircled(gapMiddle(m_columns.u, m_columns.w), u"+"_qs, tr("the past plus the input"), u"n"_qs);
        } else {
            drawCircled(gapMiddle(m_columns.p, m_columns.w), u"+"_qs, tr("what r lets by, plus the input"), u"n"_qs);
        }
        drawTanh();
    }

private:
    double gapMiddle(double left, double right) const { return (left + m_columns.width + right) / 2; }

    void drawCircled(double x, const QString &sign, const QString &says, const QString &makes)
    {
        drawRowSign(m_canvas, {Band::lower, x, sign, true, GruPart::candidate, says, makes});
    }

    /// r times what it lets by, from the numbers as they are written.
    Vector reckonedProduct() const
    {
        return shownOnStage(m_values.r).cwiseProduct(shownOnStage(m_before ? m_values.hBefore : m_values.u));
    }

    /// U times the whole of p: every unit of p goes into the followed unit of u.
    void drawProduct()
    {
        const double from = m_columns.p + m_columns.width + 3;
        const double to = m_columns.u - 3;
        const double y = m_plan.lowerFollowed();
        QColor colour = m_canvas.faded(m_theme.wire(Role::state), GruPart::candidate);
        colour.setAlphaF(0.5f);
        if (m_plan.rows.count <= 16) {
            m_painter.setPen(QPen(colour, 1));
            for (int row = 0; row < m_plan.rows.count; ++row)
                m_painter.drawLine(QPointF(from, m_plan.lowerMiddle(row)), QPointF(to, y));
        } else {
            colour.setAlphaF(0.18f);
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(colour);
            m_painter.drawPolygon(QPolygonF{{from, m_plan.lowerTop}, {to, y}, {from, m_plan.lowerBottom}});
        }
        const double middle = (from + to) / 2;
        const QSizeF pill(std::min((to - from) * 0.66, m_plan.mark(46) + 8), std::max(15.0, m_plan.mark(28)));
        drawPill(m_painter, {middle, y}, pill, m_letters.U(),
                 m_canvas.faded(m_theme.of(Role::state).text, GruPart::candidate), m_theme);
        m_canvas.area({middle - pill.width() / 2, y - pill.height() / 2, pill.width(), pill.height()},
                      GruPart::candidate, tr("U times the whole of p: each unit of u reads all units of p"), -1,
                      Term{u"U_n"_qs});
        m_canvas.emphasis().operation({from, y - pill.height() / 2, to - from, pill.height()},
                                      {u"u"_qs, m_canvas.followed()});
    }

    void drawTanh()
    {
        const double from = m_columns.w + m_columns.width;
        const double middle = (from + m_columns.n) / 2;
        const double y = m_plan.lowerFollowed();
        const double width = std::max(1.5, m_plan.mark(3));
        const QSizeF pill(std::min(std::max(m_plan.mark(64), m_plan.type(19) * 2.6), (m_columns.n - from) * 0.62),
                          std::min(std::max(16.0, m_plan.mark(32)), m_plan.rows.focus));
        const QColor colour = m_canvas.faded(m_theme.wire(Role::candidate), GruPart::candidate);
        m_canvas.wire({{{from + m_plan.mark(6), y}, {middle - pill.width() / 2, y}}, 0, 0}, colour, width, 1);
        m_canvas.wire(
            {{{middle + pill.width() / 2, y}, {m_columns.n - m_plan.mark(3), y}}, 0, std::max(6.0, m_plan.mark(11))},
            colour, width, 1);
        drawPill(m_painter, {middle, y}, pill, stateSign(m_canvas.scene().spec()),
                 m_canvas.faded(m_theme.of(Role::candidate).text, GruPart::candidate), m_theme);
        m_canvas.operation({middle - pill.width() / 2, y - pill.height() / 2, pill.width(), pill.height()},
                           GruPart::candidate,
                           m_canvas.scene().spec().stateActivation == StateActivation::tanh
                               ? tr("tanh squashes the sum between −1 and 1")
                               : tr("relu lets the sum by where it is above 0"),
                           {u"n"_qs, m_canvas.followed()});
        m_canvas.emphasis().operation({from, y - pill.height() / 2, m_columns.n - from, pill.height()},
                                      {u"n"_qs, m_canvas.followed()});
    }

    const GruMoment &m_values;
};

} // namespace

void drawGruSentence(CellCanvas &canvas, const GruMoment &values)
{
    GruSentence(canvas, values).draw();
}

} // namespace gatescope
