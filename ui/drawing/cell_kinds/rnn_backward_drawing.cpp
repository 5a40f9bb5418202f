// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/rnn_drawing.h"

#include "ui/common/numbers.h"
#include "ui/drawing/cell/cell_flow.h"
#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell/cell_input.h"
#include "ui/drawing/cell/cell_legends.h"
#include "ui/drawing/cell/cell_ways.h"
#include "ui/drawing/cell_kinds/rnn_moment.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

class RnnBackwardPicture
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit RnnBackwardPicture(CellCanvas &canvas)
        : m_canvas(canvas), m_scene(canvas.scene()), m_theme(canvas.theme()), m_plan(canvas.plan()),
          m_columns(rnnColumns(m_plan)), m_values(rnnMoment(m_scene)), m_gradients(rnnGradients(m_scene))
    {
    }

    void draw()
    {
        drawFollowedUnit(m_canvas, m_columns.a + m_columns.width + m_plan.across(24), m_columns.u - m_plan.across(8));
        drawLanes();
        drawRibbons();
        drawColumns();
        drawLabels();
        const bool state = m_scene.playhead.part == RnnPart::state;
        m_canvas.ring({state ? m_columns.h : m_columns.hBefore, m_plan.upperTop, m_columns.width, m_plan.rows.total()},
                      m_theme.of(Role::gradient).hue);
        drawRightColumn();
        drawCellHeader(m_canvas);
    }

private:
    double middle(double left) const { return m_columns.middle(left); }
    double term(double begin, double end) const { return stretch(m_canvas.computed(RnnPart::state), begin, end); }
    double home() const { return term(0.7, 1); }

    void drawLanes()
    {
        const double gap = m_plan.mark(4);
        drawGradientLanes(m_canvas, m_plan.size.width(), m_columns.h + m_columns.width + gap, m_gradients.fromNext, 1);
        drawGradientLanes(m_canvas, m_columns.hBefore - gap, m_plan.across(6), m_gradients.passedOn,
                          m_canvas.computed(RnnPart::inputs) >= 1 ? 1 : 0);
        drawRnnWall(m_canvas, m_columns);
        const Opacity opacity(m_canvas.painter(), dimmed);
        drawCellInput(m_canvas, 1);
    }

    void drawRibbons()
    {
        drawBandRibbon(m_canvas,
                       {middle(m_columns.a), true, Role::gradient, u"*1 −* h^{*2*}"_qs, RnnPart::state,
                        tr("back through tanh: times 1 − h²")},
                       m_gradients.a, term(0, 0.2));
        const double y = m_plan.lowerFollowed();
        const double right = m_columns.width + m_plan.mark(4);
        const double length = m_gradients.a.norm();
        m_canvas.ribbon({{{m_columns.a - 4, y}, {m_columns.w + right, y}}, 0, 0}, length, term(0.3, 0.45));
        m_canvas.ribbon({{{m_columns.w - 4, y}, {m_columns.u + right, y}}, 0, 0}, length, term(0.45, 0.6));
        drawWayHome(m_canvas,
                    {middle(m_columns.u),
                     m_columns.hBefore,
                     m_columns.width,
                     m_plan.upperBottom,
                     1,
                     3,
                     m_plan.across(200),
                     u"U"_qs,
                     {},
                     RnnPart::state},
                    m_gradients.passedOn, home());
    }

    void column(double left, double top, int part, const QString &letter, const QString &symbol, const Vector &values,
                const ColumnStyle &style, const Vector &gradients, double revealed)
    {
        drawGradientColumn(m_canvas, {left, top, m_columns.width, part, tr("dL/d%1").arg(letter), symbol}, values,
                           style, gradients, revealed);
    }

    void drawColumns()
    {
        const ColumnStyle state{.role = Role::state};
        const ColumnStyle sum{.role = Role::state, .scale = m_values.scale};
        column(m_columns.h, m_plan.upperTop, RnnPart::state, u"h"_qs, u"h_new"_qs, m_values.h, state, m_gradients.h, 1);
        column(m_columns.a, m_plan.lowerTop, RnnPart::state, u"a"_qs, u"a"_qs, m_values.a, sum, m_gradients.a,
               term(0.2, 0.3));
        column(m_columns.w, m_plan.lowerTop, RnnPart::state, u"w"_qs, u"w"_qs, m_values.w,
               {.role = Role::input, .scale = m_values.scale}, m_gradients.a, term(0.45, 0.55));
        column(m_columns.u, m_plan.lowerTop, RnnPart::state, u"u"_qs, u"u"_qs, m_values.u, sum, m_gradients.a,
               term(0.6, 0.7));
        column(m_columns.hBefore, m_plan.upperTop, RnnPart::inputs, tr("h before"), u"h"_qs, m_values.hBefore, state,
               m_gradients.passedOn, m_canvas.computed(RnnPart::inputs));
    }

    void drawLabels()
    {
        const auto label = [&](Band band, double x, const QString &letter, const QStringList &words, int part,
                               const QString &symbol, Align align = Align::centre) {
            drawColumnLabel(m_canvas, band,
                            {x, m_plan.across(136), {u"∂L/∂"_qs + letter}, words, Role::gradient, part, align, symbol});
        };
        label(Band::upper, middle(m_columns.hBefore), passedOnSymbol(m_scene), {tr("passed on")}, RnnPart::inputs,
              u"h"_qs);
        label(Band::upper, middle(m_columns.h), stateAfterSymbol(), {tr("arrives")}, RnnPart::state, u"h_new"_qs);
        label(Band::lower, middle(m_columns.a) + m_plan.across(14), u"a"_qs, {tr("the sum")}, RnnPart::state, u"a"_qs,
              Align::left);
        label(Band::lower, middle(m_columns.w), u"w"_qs, {tr("unchanged by +"), tr("unchanged")}, RnnPart::state,
              u"w"_qs);
        label(Band::lower, middle(m_columns.u), u"u"_qs, {tr("unchanged by +"), tr("unchanged")}, RnnPart::state,
              u"u"_qs);
        const double left = m_columns.wall + m_plan.across(24);
        const double right = m_columns.h - m_plan.across(48);
        m_canvas.words({(left + right) / 2, m_plan.upperFollowed() + m_plan.type(16) * 0.35},
                       {tr("no conveyor: every step back multiplies by 1 − h² and by Uᵀ"),
                        tr("no conveyor: only through tanh and U"), tr("no conveyor")},
                       right - left, m_theme.ink2, Align::centre);
        drawArrivals();
    }

    /// Where dL/dh comes from.
    void drawArrivals()
    {
        const double left = m_columns.h + m_columns.width + m_plan.across(40);
        const double right = m_plan.size.width() - m_plan.across(24);
        const Vector above = m_gradients.h - m_gradients.fromNext;
        const double fromAbove = above.norm() > 1e-9 * m_gradients.h.norm() ? above.norm() : 0;
        const QString next = gradientNumber(m_gradients.fromNext.norm());
        const bool top = m_scene.playhead.layer + 1 == m_scene.spec().layers;
        const QString aboveWords
            = (top ? tr("from this step's loss %1") : tr("from the layer above %1")).arg(gradientNumber(fromAbove));
        QStringList words{
            tr("from the next step %1, %2").arg(next, aboveWords),
            (top ? tr("next step %1, loss %2") : tr("next step %1, above %2")).arg(next, gradientNumber(fromAbove))};
        if (fromAbove == 0)
            words = {tr("from the next step: length %1").arg(next), tr("from the next step")};
        m_canvas.words({(left + right) / 2, m_plan.upperWords}, words, right - left, m_theme.ink2, Align::centre);
    }

    void drawRightColumn()
    {
        const double legend = drawGradientLegend(m_canvas);
        drawWaysBack(m_canvas,
                     {{tr("arrives"), tr("arrives"), m_gradients.h.norm(), RnnPart::state},
                      {tr("after tanh"), tr("tanh"), m_gradients.a.norm(), RnnPart::state}},
                     {tr("passed on"), tr("passed on"), m_gradients.passedOn.norm(), RnnPart::inputs},
                     {tr("One way back to the old state"), tr("One way back")},
                     legend - std::max(6.0, m_plan.down(14)));
    }

    CellCanvas &m_canvas;
    const Scene &m_scene;
    const Theme &m_theme;
    const CellPlan &m_plan;
    RnnColumns m_columns;
    RnnMoment m_values;
    RnnGradients m_gradients;
};

} // namespace

void drawRnnBackward(CellCanvas &canvas)
{
    RnnBackwardPicture(canvas).draw();
}

} // namespace gatescope
