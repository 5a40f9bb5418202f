// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/rnn_drawing.h"

#include "ui/drawing/cell/cell_answer.h"
#include "ui/drawing/cell/cell_flow.h"
#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell/cell_held.h"
#include "ui/drawing/cell/cell_input.h"
#include "ui/drawing/cell/cell_legends.h"
#include "ui/drawing/cell/cell_signs.h"
#include "ui/drawing/cell_kinds/rnn_moment.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

class RnnForwardPicture
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit RnnForwardPicture(CellCanvas &canvas)
        : m_canvas(canvas), m_scene(canvas.scene()), m_theme(canvas.theme()), m_plan(canvas.plan()),
          m_columns(rnnColumns(m_plan)), m_values(rnnMoment(m_scene))
    {
    }

    void draw()
    {
        drawFollowedUnit(m_canvas, m_columns.a + m_columns.width + m_plan.across(24), middle(m_columns.hBefore) - 6);
        drawLanes();
        drawFeeds();
        drawColumns();
        drawSentence();
        drawLabels();
        if (m_scene.playhead.part == RnnPart::state)
            m_canvas.ring({m_columns.h, m_plan.upperTop, m_columns.width, m_plan.rows.total()},
                          m_theme.wire(Role::state));
        drawRightColumn();
        drawCellHeader(m_canvas);
    }

private:
    double middle(double left) const { return m_columns.middle(left); }
    /// The state's terms one after the other: u, w, their sum, tanh, the new state.
    double term(double begin, double end) const { return stretch(m_canvas.computed(RnnPart::state), begin, end); }
    double newState() const { return term(0.82, 1); }

    void drawLanes()
    {
        const double gap = m_plan.mark(4);
        drawStateLanes(m_canvas, 0, m_columns.hBefore - gap, m_values.hBefore, 1, m_values.states);
        drawStateLanes(m_canvas, m_columns.hBefore + m_columns.width, m_columns.wall, m_values.hBefore, 1,
                       m_values.states);
        drawRnnWall(m_canvas, m_columns);
        const double edge = m_plan.size.width() - m_plan.across(8);
        if (newState() > 0)
            drawStateLanes(m_canvas, m_columns.h + m_columns.width, edge, m_values.h, newState(), m_values.states);
        else
            drawPlainLanes(m_canvas, m_columns.h + m_columns.width, edge, m_canvas.notYet());
    }

    void drawFeeds()
    {
        const QPointF input = drawCellInput(m_canvas, m_canvas.computed(RnnPart::inputs));
        const QPointF past(middle(m_columns.hBefore), m_plan.upperBottom);
        drawTaps(m_canvas, {stateTap(m_plan, past, middle(m_columns.u), false, RnnPart::state, u"u"_qs)}, Role::state);
        drawTaps(m_canvas, {inputTap(m_canvas, input, middle(m_columns.w), false, RnnPart::state, u"w"_qs)},
                 Role::input);
        const Opacity opacity(m_canvas.painter(), m_canvas.opacityOf(RnnPart::state));
        const double beside = m_plan.mark(10);
        m_canvas.matrixName({middle(m_columns.u) + beside, m_plan.matrixNames}, u"U"_qs, Role::state, u"U_h"_qs,
                            RnnPart::state, Align::left);
        m_canvas.matrixName({middle(m_columns.w) + beside, m_plan.matrixNames}, u"W"_qs, Role::input, u"W_h"_qs,
                            RnnPart::state, Align::left);
    }

    void column(double left, double top, const QString &name, const QString &symbol, const Vector &values,
                ColumnStyle style, double revealed, int part = RnnPart::state)
    {
        style.revealed = revealed;
        m_canvas.column({left, top, m_columns.width, part, name, symbol, m_plan.across(24)}, values, style);
    }

    void drawColumns()
    {
        const auto style
            = [&](Role role, double scale) { return m_canvas.columnStyle(ValueStyle::signedValue, role, scale); };
        column(m_columns.hBefore, m_plan.upperTop, tr("old state h"), u"h"_qs, m_values.hBefore,
               style(Role::state, m_values.states), 1, RnnPart::inputs);
        column(m_columns.u, m_plan.lowerTop, tr("the past u"), u"u"_qs, m_values.u, style(Role::state, m_values.scale),
               term(0.4, 0.55));
        column(m_columns.w, m_plan.lowerTop, tr("the input w"), u"w"_qs, m_values.w, style(Role::input, m_values.scale),
               term(0.45, 0.6));
        column(m_columns.a, m_plan.lowerTop, tr("their sum a"), u"a"_qs, m_values.a, style(Role::state, m_values.scale),
               term(0.6, 0.75));
        drawBandWire(m_canvas,
                     {middle(m_columns.a), true, Role::state, u"*tanh*"_qs, RnnPart::state,
                      tr("tanh squashes the sum between −1 and 1"), u"a"_qs, u"h_new"_qs},
                     term(0.75, 0.82));
        column(m_columns.h, m_plan.upperTop, tr("new state h"), u"h_new"_qs, m_values.h,
               style(Role::state, m_values.states), newState());
        drawHeldMarks(m_canvas,
                      {{m_columns.hBefore, m_plan.upperTop, m_columns.width, Part::state, 1, true},
                       {m_columns.h, m_plan.upperTop, m_columns.width, Part::state, newState()}});
    }

    void drawSentence()
    {
        const double width = m_columns.width;
        drawRowSign(m_canvas,
                    {Band::lower, (m_columns.u + width + m_columns.w) / 2, u"+"_qs, true, RnnPart::state,
                     tr("the past plus the input"), u"a"_qs});
        drawEqualsSign(m_canvas,
                       {(m_columns.w + width + m_columns.a) / 2, RnnPart::state, u"a"_qs,
                        shownOnStage(m_values.u) + shownOnStage(m_values.w), m_values.a});
    }

    void drawLabels()
    {
        const auto label = [&](Band band, double x, QStringList symbols, QStringList words, Role role, int part,
                               Align align, const QString &symbol) {
            drawColumnLabel(m_canvas, band, {x, m_plan.across(170), symbols, words, role, part, align, symbol});
        };
        const bool bias = m_scene.spec().bias;
        label(Band::upper, middle(m_columns.hBefore), {stateBeforeSymbol(m_scene)}, {tr("old state"), tr("old")},
              Role::state, RnnPart::inputs, Align::centre, u"h"_qs);
        label(Band::upper, middle(m_columns.h), {stateAfterSymbol()}, {tr("new state"), tr("new")}, Role::state,
              RnnPart::state, Align::centre, u"h_new"_qs);
        label(Band::lower, middle(m_columns.u), {bias ? u"u *=* Uh *+* b_{hh}"_qs : u"u *=* Uh"_qs, u"u"_qs},
              {tr("the past")}, Role::state, RnnPart::state, Align::centre, u"u"_qs);
        label(Band::lower, middle(m_columns.w), {bias ? u"w *=* Wx *+* b_{ih}"_qs : u"w *=* Wx"_qs, u"w"_qs},
              {tr("the input")}, Role::input, RnnPart::state, Align::centre, u"w"_qs);
        label(Band::lower, middle(m_columns.a) + m_plan.across(14), {u"a *=* u *+* w"_qs, u"a"_qs}, {tr("their sum")},
              Role::state, RnnPart::state, Align::left, u"a"_qs);
        const double left = m_columns.wall + m_plan.across(24);
        const double right = m_columns.h - m_plan.across(48);
        m_canvas.words({(left + right) / 2, m_plan.upperFollowed() + m_plan.type(16) * 0.35},
                       {tr("no way straight through: the state is made anew at every step"),
                        tr("no way straight through"), tr("no way through")},
                       right - left, m_theme.ink2, Align::centre);
        const double end = m_plan.size.width() - m_plan.across(24);
        const double from = m_columns.h + m_columns.width + m_plan.across(40);
        m_canvas.words({(from + end) / 2, m_plan.upperWords},
                       {tr("read at the next step through U again"), tr("to the next step")}, end - from, m_theme.ink2,
                       Align::centre);
    }

    void drawRightColumn()
    {
        std::vector<ScaleInUse> scales{{u"h"_qs, m_values.states}};
        if (m_values.scale == m_values.states)
            scales[0].symbols = u"h, u, w, a"_qs;
        else
            scales.push_back({u"u, w, a"_qs, m_values.scale});
        if (const double x = inputScale(m_scene); x != 1)
            scales.push_back({u"x"_qs, x});
        const double legends = drawValueLegends(m_canvas, scales, false);
        drawAnswer(m_canvas, RnnPart::state, legends - std::max(6.0, m_plan.down(16)));
    }

    CellCanvas &m_canvas;
    const Scene &m_scene;
    const Theme &m_theme;
    const CellPlan &m_plan;
    RnnColumns m_columns;
    RnnMoment m_values;
};

} // namespace

RnnColumns rnnColumns(const CellPlan &plan)
{
    RnnColumns columns{.width = 80, .hBefore = 64, .h = 896, .u = 384, .w = 640, .a = 896, .wall = 268};
    for (double *edge :
         {&columns.width, &columns.hBefore, &columns.h, &columns.u, &columns.w, &columns.a, &columns.wall})
        *edge = plan.across(*edge);
    return columns;
}

void drawRnnWall(CellCanvas &canvas, const RnnColumns &columns)
{
    const CellPlan &plan = canvas.plan();
    const double margin = plan.mark(6);
    const double width = std::max(2.0, plan.mark(4));
    canvas.painter().fillRect(QRectF(columns.wall + 1, plan.upperTop - margin, width, plan.rows.total() + 2 * margin),
                              canvas.theme().ink3);
    canvas.area(
        {columns.wall - 2, plan.upperTop, width + 6, plan.rows.total()}, RnnPart::state,
        QCoreApplication::translate("gatescope", "the old state goes no further: only U h reaches the new one"));
}

void drawRnnForward(CellCanvas &canvas)
{
    RnnForwardPicture(canvas).draw();
}

} // namespace gatescope
