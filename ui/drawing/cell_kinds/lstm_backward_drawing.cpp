// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/lstm_drawing.h"

#include "ui/common/numbers.h"
#include "ui/drawing/cell/cell_flow.h"
#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell/cell_input.h"
#include "ui/drawing/cell/cell_legends.h"
#include "ui/drawing/cell/cell_ways.h"
#include "ui/drawing/cell_kinds/lstm_moment.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

class LstmBackwardPicture
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit LstmBackwardPicture(CellCanvas &canvas)
        : m_canvas(canvas), m_scene(canvas.scene()), m_theme(canvas.theme()), m_plan(canvas.plan()),
          m_columns(lstmColumns(m_plan)), m_values(lstmMoment(m_scene)), m_gradients(lstmGradients(m_scene))
    {
    }

    void draw()
    {
        drawFollowedUnit(m_canvas, m_columns.h + m_columns.width + m_plan.across(24),
                         m_columns.hBefore - m_plan.across(8));
        drawConveyor();
        drawGhosts();
        drawBandRibbons();
        drawProducts();
        drawWaysHome();
        drawColumns();
        drawUpperLabels();
        drawLowerLabels();
        drawRing();
        drawRightColumn();
        drawCellHeader(m_canvas);
    }

private:
    double middle(double left) const { return m_columns.middle(left); }
    double computed(int part) const { return m_canvas.computed(part); }

    // The state's product is undone first; then c collects what tanh and the next step send, passes it
    // on unchanged through +, and shares it among i ⊙ g, f and the conveyor.
    double stateTerm(double begin, double end) const { return stretch(computed(LstmPart::state), begin, end); }
    double cell(double begin, double end) const { return stretch(computed(LstmPart::cell), begin, end); }

    double keeps() const { return middle(m_columns.f); }
    double adds() const { return middle(m_columns.written); }

    void drawConveyor()
    {
        const double gap = m_plan.mark(4);
        const double width = m_columns.width;
        drawGradientLanes(m_canvas, m_plan.size.width(), m_columns.c + width + gap, m_gradients.fromNext, 1);
        drawGradientLanes(m_canvas, m_columns.c - gap, meetingRight(m_plan, adds()) + 2, m_gradients.c,
                          cell(0.35, 0.5));
        drawGradientLanes(m_canvas, meetingLeft(m_plan, adds()) - 2, m_columns.kept + width + gap, m_gradients.c,
                          cell(0.35, 0.5));
        drawGradientLanes(m_canvas, m_columns.kept - gap, meetingRight(m_plan, keeps()) + 2, m_gradients.c,
                          cell(0.65, 0.8));
        drawGradientLanes(m_canvas, meetingLeft(m_plan, keeps()) - 2, m_columns.cBefore + width + gap,
                          m_gradients.conveyor, cell(0.8, 1));
        drawGradientLanes(m_canvas, m_columns.cBefore - gap, m_plan.across(6), m_gradients.conveyor,
                          computed(LstmPart::inputs) >= 1 ? 1 : 0);
    }

    /// The values' own devices, faded.
    void drawGhosts()
    {
        const Opacity opacity(m_canvas.painter(), dimmed);
        ColumnStyle valve{.style = ValueStyle::gate, .role = Role::keeps, .focusDigits = 0};
        ColumnStyle gain{.role = Role::candidate, .scale = m_values.scale, .focusDigits = 0};
        drawMeeting(m_canvas, {keeps(), u"×"_qs, valve, 1, LstmPart::cell, tr("× forget gate f")}, m_values.f);
        drawMeeting(m_canvas, {adds(), u"+"_qs, gain, 1, LstmPart::cell, tr("+ what is written, i ⊙ g")},
                    m_values.written);
        drawCellInput(m_canvas, 1);
    }

    void drawBandRibbons()
    {
        drawBandRibbon(m_canvas,
                       {middle(m_columns.squashed), false, Role::gradient, u"*1 − tanh*^{*2*}"_qs, LstmPart::cell,
                        tr("back through tanh: times 1 − tanh² of the cell state")},
                       m_gradients.c - m_gradients.fromNext, cell(0, 0.2));
        drawBandRibbon(m_canvas, {adds(), true, Role::gradient, {}, LstmPart::cell, {}}, m_gradients.c, cell(0.4, 0.5));
        drawBandRibbon(m_canvas, {keeps(), true, Role::gradient, {}, LstmPart::cell, {}}, m_gradients.f,
                       cell(0.8, 0.95));
    }

    /// A product gives each factor the gradient times the other: from the product's column over the
    /// second factor to the sign, and from there to both.
    void drawProduct(double first, double second, double product, const Vector &arrives, const Vector &toFirst,
                     const Vector &toSecond, double over, double share, int part)
    {
        const double x = (first + m_columns.width + second) / 2;
        const double y = m_plan.lowerFollowed();
        const double radius = std::min(std::max(8.0, m_plan.mark(15)), m_plan.rows.focus / 2);
        // As low as its width allows, so that it stays under the labels.
        const double height = m_plan.lowerTop - m_canvas.gradientWidth(arrives.norm()) / 2 - 1.5;
        const double from = product + m_columns.width * 0.25;
        m_canvas.ribbon(
            {{{from, m_plan.lowerTop - 3}, {from, height}, {x, height}, {x, y - radius}}, m_plan.mark(14), 0},
            arrives.norm(), over);
        const double gap = m_plan.mark(4);
        m_canvas.ribbon({{{x - radius + 1, y}, {first + m_columns.width + gap, y}}, 0, 0}, toFirst.norm(), share);
        m_canvas.ribbon({{{x + radius - 1, y}, {second - gap, y}}, 0, 0}, toSecond.norm(), share);
        drawOperator(m_canvas.painter(), {x, y}, radius, u"×"_qs, m_canvas.faded(m_theme.ink, part), m_theme);
    }

    void drawProducts()
    {
        drawProduct(m_columns.squashed, m_columns.o, m_columns.h, m_gradients.h, m_gradients.squashed, m_gradients.o,
                    stateTerm(0, 0.4), stateTerm(0.4, 0.6), LstmPart::state);
        drawProduct(m_columns.i, m_columns.g, m_columns.written, m_gradients.c, m_gradients.i, m_gradients.g,
                    cell(0.5, 0.6), cell(0.6, 0.7), LstmPart::cell);
    }

    void drawWaysHome()
    {
        const auto home = [&](double left, int place, const Vector &way, const QString &matrix, int part) {
            drawWayHome(m_canvas,
                        {middle(left), m_columns.hBefore, m_columns.width, m_plan.lowerBottom, place, 4,
                         m_plan.across(136) - m_plan.mark(28), matrix,
                         part == LstmPart::candidate ? u"*tanh′*"_qs : gateSlopeSign(m_canvas.scene().spec()), part},
                        way, computed(part));
        };
        home(m_columns.o, 0, m_gradients.viaOutput, u"U_{o}"_qs, LstmPart::output);
        home(m_columns.g, 1, m_gradients.viaCandidate, u"U_{g}"_qs, LstmPart::candidate);
        home(m_columns.i, 2, m_gradients.viaInput, u"U_{i}"_qs, LstmPart::input);
        home(m_columns.f, 3, m_gradients.viaForget, u"U_{f}"_qs, LstmPart::forget);
    }

    void column(double left, double top, int part, const QString &letter, const QString &symbol, const Vector &values,
                const ColumnStyle &style, const Vector &gradients, double revealed)
    {
        drawGradientColumn(m_canvas, {left, top, m_columns.width, part, tr("dL/d%1").arg(letter), symbol}, values,
                           style, gradients, revealed);
    }

    void drawColumns()
    {
        const double upper = m_plan.upperTop;
        const double lower = m_plan.lowerTop;
        const ColumnStyle cellStyle{.role = Role::state, .scale = m_values.scale};
        const ColumnStyle state{.role = Role::state};
        const ColumnStyle lets{.style = ValueStyle::gate, .role = Role::letsBy};
        column(m_columns.h, lower, LstmPart::state, u"h"_qs, u"h_new"_qs, m_values.h, state, m_gradients.h, 1);
        column(m_columns.o, lower, LstmPart::state, u"o"_qs, u"o"_qs, m_values.o, lets, m_gradients.o,
               stateTerm(0.6, 1));
        column(m_columns.squashed, lower, LstmPart::state, u"tanh(c)"_qs, u"tanh c"_qs, m_values.squashed, state,
               m_gradients.squashed, stateTerm(0.6, 1));
        column(m_columns.c, upper, LstmPart::cell, u"c"_qs, u"c_new"_qs, m_values.c, cellStyle, m_gradients.c,
               cell(0.2, 0.35));
        column(m_columns.kept, upper, LstmPart::cell, u"(f ⊙ c)"_qs, u"f⊙c"_qs, m_values.kept, cellStyle, m_gradients.c,
               cell(0.5, 0.6));
        column(m_columns.written, lower, LstmPart::cell, u"(i ⊙ g)"_qs, u"i⊙g"_qs, m_values.written,
               {.role = Role::candidate, .scale = m_values.scale}, m_gradients.c, cell(0.45, 0.55));
        column(m_columns.i, lower, LstmPart::cell, u"i"_qs, u"i"_qs, m_values.i, lets, m_gradients.i, cell(0.7, 0.85));
        column(m_columns.g, lower, LstmPart::cell, u"g"_qs, u"g"_qs, m_values.g, {.role = Role::candidate},
               m_gradients.g, cell(0.7, 0.85));
        column(m_columns.f, lower, LstmPart::cell, u"f"_qs, u"f"_qs, m_values.f,
               {.style = ValueStyle::gate, .role = Role::keeps}, m_gradients.f, cell(0.9, 1));
        column(m_columns.cBefore, upper, LstmPart::inputs, tr("c before, along the conveyor"), u"c"_qs,
               m_values.cBefore, cellStyle, m_gradients.conveyor, computed(LstmPart::inputs));
        column(m_columns.hBefore, lower, LstmPart::inputs, tr("h before"), u"h"_qs, m_values.hBefore, state,
               m_gradients.passedOn, computed(LstmPart::inputs));
    }

    /// `symbol` is that of the term the label stands for.
    void label(Band band, double x, double room, const QStringList &symbols, const QStringList &words, int part,
               const QString &symbol, Align align = Align::centre)
    {
        drawColumnLabel(m_canvas, band, {x, room, symbols, words, Role::gradient, part, align, symbol});
    }

    void drawUpperLabels()
    {
        label(Band::upper, middle(m_columns.cBefore), m_plan.across(116), {u"[z]f[/] *⊙* ∂L/∂c_{t}"_qs, u"∂L/∂c"_qs},
              {tr("passed on")}, LstmPart::inputs, u"c"_qs);
        label(Band::upper, keeps(), m_plan.across(90), {u"*×* [z]f[/]"_qs}, {tr("keeps")}, LstmPart::cell, u"f"_qs);
        label(Band::upper, middle(m_columns.kept), m_plan.across(150), {u"∂L/∂c_{t}"_qs},
              {tr("unchanged by +"), tr("unchanged")}, LstmPart::cell, u"f⊙c"_qs);
        label(Band::upper, adds(), m_plan.across(96), {u"*+*"_qs}, {tr("passes on")}, LstmPart::cell, u"c_new"_qs);
        label(Band::upper, middle(m_columns.c), m_plan.across(116), {u"∂L/∂c_{t}"_qs},
              {tr("all that arrives"), tr("arrives")}, LstmPart::cell, u"c_new"_qs);
        const double left = m_columns.c + m_columns.width + m_plan.across(40);
        const double right = m_plan.size.width() - m_plan.across(24);
        const bool next = nextStep(m_scene.trace(), m_scene.moment()).has_value();
        m_canvas.words({(left + right) / 2, m_plan.upperWords},
                       {next ? tr("from the next step: length %1").arg(gradientNumber(m_gradients.fromNext.norm()))
                             : tr("no next step: nothing arrives here"),
                        next ? tr("from the next step") : tr("no next step")},
                       right - left, m_theme.ink2, Align::centre);
    }

    void drawLowerLabels()
    {
        const double beside = m_plan.across(14);
        const auto by = [](const QString &letter) { return QStringList{u"∂L/∂"_qs + letter}; };
        label(Band::lower, middle(m_columns.hBefore), m_plan.across(118), by(passedOnSymbol(m_scene)),
              {tr("passed on")}, LstmPart::inputs, u"h"_qs);
        label(Band::lower, keeps() + beside, m_plan.across(90), by(u"f"_qs), {tr("forget gate"), tr("forget")},
              LstmPart::cell, u"f"_qs, Align::left);
        label(Band::lower, middle(m_columns.i), m_plan.across(100), by(u"i"_qs), {tr("input gate"), tr("input")},
              LstmPart::cell, u"i"_qs);
        label(Band::lower, middle(m_columns.g), m_plan.across(120), by(u"g"_qs), {tr("candidate")}, LstmPart::cell,
              u"g"_qs);
        label(Band::lower, adds() + beside, m_plan.across(118), by(u"c_{t}"_qs), {tr("unchanged"), tr("same")},
              LstmPart::cell, u"i⊙g"_qs, Align::left);
        label(Band::lower, middle(m_columns.squashed) + beside, m_plan.across(100), {u"∂L/∂*tanh*"_qs},
              {tr("squashed")}, LstmPart::state, u"tanh c"_qs, Align::left);
        label(Band::lower, middle(m_columns.o), m_plan.across(96), by(u"o"_qs), {tr("output gate"), tr("output")},
              LstmPart::state, u"o"_qs);
        label(Band::lower, middle(m_columns.h), m_plan.across(110), by(stateAfterSymbol()), {tr("arrives")},
              LstmPart::state, u"h_new"_qs);
    }

    void drawRing()
    {
        const auto around = [&](double left, double top) {
            m_canvas.ring({left, top, m_columns.width, m_plan.rows.total()}, m_theme.wire(Role::gradient));
        };
        switch (m_scene.playhead.part) {
        case LstmPart::state:
            return around(m_columns.h, m_plan.lowerTop);
        case LstmPart::output:
            return around(m_columns.o, m_plan.lowerTop);
        case LstmPart::cell:
            return around(m_columns.c, m_plan.upperTop);
        case LstmPart::candidate:
            return around(m_columns.g, m_plan.lowerTop);
        case LstmPart::input:
            return around(m_columns.i, m_plan.lowerTop);
        case LstmPart::forget:
            return around(m_columns.f, m_plan.lowerTop);
        default:
            return around(m_columns.hBefore, m_plan.lowerTop);
        }
    }

    void drawRightColumn()
    {
        const double legend = drawGradientLegend(m_canvas);
        drawWaysBack(m_canvas,
                     {{tr("output gate"), tr("output"), m_gradients.viaOutput.norm(), LstmPart::output},
                      {tr("candidate"), tr("candidate"), m_gradients.viaCandidate.norm(), LstmPart::candidate},
                      {tr("input gate"), tr("input"), m_gradients.viaInput.norm(), LstmPart::input},
                      {tr("forget gate"), tr("forget"), m_gradients.viaForget.norm(), LstmPart::forget}},
                     {tr("together"), tr("sum"), m_gradients.passedOn.norm(), LstmPart::inputs},
                     {tr("Four ways back to the old state h"), tr("Four ways back to h"), tr("Ways back")},
                     legend - std::max(6.0, m_plan.down(14)));
    }

    CellCanvas &m_canvas;
    const Scene &m_scene;
    const Theme &m_theme;
    const CellPlan &m_plan;
    LstmColumns m_columns;
    LstmMoment m_values;
    LstmGradients m_gradients;
};

} // namespace

void drawLstmBackward(CellCanvas &canvas)
{
    LstmBackwardPicture(canvas).draw();
}

} // namespace gatescope
