// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell_kinds/lstm_drawing.h"
#include "ui/drawing/cell_kinds/lstm_moment.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

/// What stands over the columns, and what a gate near 1 does.
class LstmForwardLabels
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit LstmForwardLabels(CellCanvas &canvas)
        : m_canvas(canvas), m_scene(canvas.scene()), m_theme(canvas.theme()), m_plan(canvas.plan()),
          m_columns(lstmColumns(m_plan))
    {
    }

    void draw()
    {
        drawUpperLabels();
        drawLowerLabels();
    }

private:
    double middle(double left) const { return m_columns.middle(left); }
    double keeps() const { return middle(m_columns.f); }
    double adds() const { return middle(m_columns.written); }

    void label(Band band, double x, double room, const QString &formula, const QStringList &words, Role role, int part,
               const QString &symbol, Align align = Align::centre)
    {
        drawColumnLabel(m_canvas, band, {x, room, {formula}, words, role, part, align, symbol});
    }

    void drawUpperLabels()
    {
        const QString before = stateBeforeSymbol(m_scene, u"c"_qs);
        label(Band::upper, middle(m_columns.cBefore), m_plan.across(116), before,
              {tr("old cell state"), tr("old cell"), tr("old")}, Role::state, LstmPart::inputs, u"c"_qs);
        label(Band::upper, keeps(), m_plan.across(80), u"*×* f"_qs, {tr("keeps")}, Role::keeps, LstmPart::cell,
              u"f"_qs);
        label(Band::upper, middle(m_columns.kept), m_plan.across(150), u"[z]f[/] *⊙* %1"_qs.arg(before),
              {tr("what f keeps"), tr("kept")}, Role::state, LstmPart::cell, u"f⊙c"_qs);
        label(Band::upper, adds(), m_plan.across(116), u"*+* [r]i[/] *⊙* g"_qs, {tr("writes")}, Role::candidate,
              LstmPart::cell, u"i⊙g"_qs);
        label(Band::upper, middle(m_columns.c), m_plan.across(116), u"c_{t}"_qs,
              {tr("new cell state"), tr("new cell"), tr("new")}, Role::state, LstmPart::cell, u"c_new"_qs);
        const double left = m_columns.c + m_columns.width + m_plan.across(40);
        const double right = m_plan.size.width() - m_plan.across(24);
        m_canvas.words({(left + right) / 2, m_plan.upperWords},
                       {tr("the cell state rides on; no matrix on its way, only keeping and adding"),
                        tr("the cell state rides on: kept and added to"), tr("the conveyor")},
                       right - left, m_theme.ink2, Align::centre);
    }

    void drawLowerLabels()
    {
        const double beside = m_plan.across(14);
        label(Band::lower, middle(m_columns.hBefore), m_plan.across(108), stateBeforeSymbol(m_scene),
              {tr("old state"), tr("old")}, Role::state, LstmPart::inputs, u"h"_qs);
        label(Band::lower, keeps() + beside, m_plan.across(90), u"f"_qs, {tr("forget gate"), tr("forget")}, Role::keeps,
              LstmPart::forget, u"f"_qs, Align::left);
        label(Band::lower, middle(m_columns.i), m_plan.across(100), u"i"_qs, {tr("input gate"), tr("input")},
              Role::letsBy, LstmPart::input, u"i"_qs);
        label(Band::lower, middle(m_columns.g), m_plan.across(120), u"g"_qs, {tr("candidate")}, Role::candidate,
              LstmPart::candidate, u"g"_qs);
        label(Band::lower, adds() + beside, m_plan.across(118), u"[r]i[/] *⊙* g"_qs, {tr("written")}, Role::candidate,
              LstmPart::cell, u"i⊙g"_qs, Align::left);
        drawColumnLabel(m_canvas, Band::lower,
                        {middle(m_columns.squashed) + beside,
                         m_plan.across(96),
                         {u"*tanh* c_{t}"_qs, u"*tanh* c"_qs, u"*tanh*"_qs},
                         {tr("squashed")},
                         Role::state,
                         LstmPart::state,
                         Align::left,
                         u"tanh c"_qs});
        label(Band::lower, middle(m_columns.o), m_plan.across(96), u"o"_qs, {tr("output gate"), tr("output")},
              Role::letsBy, LstmPart::output, u"o"_qs);
        label(Band::lower, middle(m_columns.h), m_plan.across(110), stateAfterSymbol(), {tr("new state"), tr("new")},
              Role::state, LstmPart::state, u"h_new"_qs);
        if (m_plan.bracketWords > 0)
            drawMeanings();
    }

    /// What a gate near 1 does.
    void drawMeanings()
    {
        {
            const Opacity opacity(m_canvas.painter(), m_canvas.opacityOf(LstmPart::forget));
            m_canvas.words({keeps() - m_plan.across(10), m_plan.bracketWords},
                           {tr("1 keeps, 0 forgets"), tr("1 keeps")}, keeps() - m_plan.across(24),
                           m_theme.of(Role::keeps).text, Align::right);
        }
        bracket(m_columns.i, m_columns.g + m_columns.width, {tr("how much is written"), tr("1 writes")},
                LstmPart::input);
        bracket(m_columns.o, m_columns.h + m_columns.width, {tr("how much is let out"), tr("1 lets out")},
                LstmPart::output);
    }

    void bracket(double left, double right, const QStringList &choices, int part)
    {
        QPainter &painter = m_canvas.painter();
        const Opacity opacity(painter, m_canvas.opacityOf(part));
        const double width
            = m_canvas.words({(left + right) / 2, m_plan.bracketWords}, choices, right - left - m_plan.across(24),
                             m_theme.of(Role::letsBy).text, Align::centre);
        const double y = m_plan.bracketWords - m_plan.type(16) * 0.32;
        const double from = (left + right - width) / 2 - m_plan.mark(10);
        const double to = (left + right + width) / 2 + m_plan.mark(10);
        painter.setPen(QPen(m_theme.wire(Role::letsBy), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{{left, y + m_plan.mark(6)}, {left, y}, {from, y}});
        painter.drawPolyline(QPolygonF{{to, y}, {right, y}, {right, y + m_plan.mark(6)}});
    }

    CellCanvas &m_canvas;
    const Scene &m_scene;
    const Theme &m_theme;
    const CellPlan &m_plan;
    LstmColumns m_columns;
};

} // namespace

void drawLstmForwardLabels(CellCanvas &canvas)
{
    LstmForwardLabels(canvas).draw();
}

} // namespace gatescope
