// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/gru_drawing.h"

#include "ui/common/numbers.h"
#include "ui/drawing/cell/cell_fader.h"
#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell/cell_input.h"
#include "ui/drawing/cell/cell_legends.h"
#include "ui/drawing/cell/cell_ways.h"
#include "ui/drawing/cell_kinds/gru_backward.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

class GruBackwardPicture : private GruStage
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit GruBackwardPicture(CellCanvas &canvas)
        : GruStage(canvas), m_values(gruMoment(m_scene)), m_gradients(gruGradients(m_scene))
    {
    }

    void draw()
    {
        drawFollowedUnit(m_canvas, m_columns.n + m_columns.width + m_plan.across(24),
                         m_columns.hBefore + m_columns.width * 0.225 - m_plan.mark(8));
        drawConveyor();
        drawGhosts();
        drawGruRibbons(m_canvas, m_gradients);
        drawColumns();
        drawGruBackwardLabels(m_canvas, m_gradients);
        drawRing();
        drawRightColumn();
        drawCellHeader(m_canvas);
    }

private:
    // ---- the conveyor, from right to left

    void drawConveyor()
    {
        const double gap = m_plan.mark(4);
        const double edge = m_plan.size.width();
        drawGradientLanes(m_canvas, edge, m_columns.hAfter + m_columns.width + gap, m_gradients.fromLater, 1);
        drawGradientLanes(m_canvas, m_columns.hAfter - gap, panelRight() + 2, m_gradients.h, 1);
        drawGradientLanes(m_canvas, panelLeft(), m_columns.hBefore + m_columns.width + gap, m_gradients.direct,
                          m_return.splitWalked());
        drawGradientLanes(m_canvas, m_columns.hBefore - gap, m_plan.across(6), m_gradients.passedOn,
                          computed(GruPart::inputs) >= 1 ? 1 : 0);
        drawFromAbove();
    }

    /// What the loss of this very step adds to the state's gradient.
    void drawFromAbove()
    {
        if (m_gradients.fromAbove == 0)
            return;
        const double x = middle(m_columns.hAfter);
        const double foot = m_plan.lowerTop - m_plan.type(16) * 0.9;
        m_canvas.ribbon({{{x, foot}, {x, m_plan.upperBottom + 4}}, 0, 0}, m_gradients.fromAbove, 1);
        const double room = m_plan.size.width() - m_plan.across(24) - x - m_plan.mark(14);
        const bool top = m_scene.playhead.layer + 1 == m_scene.spec().layers;
        const double words = (m_plan.upperBottom + foot) / 2 + m_plan.mark(6);
        m_canvas.words({x + m_plan.mark(14), words},
                       {top ? tr("from this step's loss") : tr("from the layer above"),
                        top ? tr("from the loss") : tr("from above")},
                       room, m_theme.ink2, Align::left, 14);
        m_canvas.number({x + m_plan.mark(14), words + m_plan.type(14) * 1.25}, gradientNumber(m_gradients.fromAbove),
                        14, m_theme.ink);
    }

    /// The values' own devices, faded.
    void drawGhosts()
    {
        Fader fader{.left = panelLeft(),
                    .right = panelRight(),
                    .capOld = m_columns.capOld,
                    .capNew = m_columns.capNew,
                    .capWidth = m_columns.capWidth,
                    .old = m_values.hBefore,
                    .candidate = m_values.n,
                    .kept = m_values.kept,
                    .gate = m_values.z};
        fader.scale = m_values.states;
        fader.strength = dimmed;
        fader.numbers = false;
        fader.part = GruPart::blend;
        drawFader(m_canvas, fader);
        const Opacity opacity(m_painter, dimmed);
        drawCellInput(m_canvas, 1);
    }

    // ---- columns

    /// A thin strip of the value, then the gradient by it.
    void column(double left, double top, int part, const QString &letter, const QString &symbol, const Vector &values,
                ColumnStyle value, const Vector &gradients, double revealed)
    {
        const double edge = std::max(4.0, m_plan.mark(m_scene.classroom ? 6 : 9));
        const double gap = std::max(2.0, m_plan.mark(3));
        {
            const Opacity opacity(m_painter, 0.35);
            drawColours(m_painter, left, top, edge, values, m_plan.rows, value, m_theme);
        }
        ColumnStyle style = m_canvas.columnStyle(ValueStyle::gradient, Role::gradient);
        style.revealed = revealed;
        m_canvas.column({left + edge + gap, top, m_columns.width - edge - gap, part, tr("dL/d%1").arg(letter), symbol,
                         m_plan.across(20)},
                        gradients, style);
    }

    void drawColumns()
    {
        using enum ValueStyle;
        const double scale = m_values.scale;
        const ColumnStyle state{.style = signedValue, .role = Role::state};
        const ColumnStyle sum{.style = signedValue, .role = Role::state, .scale = scale};
        const double upper = m_plan.upperTop;
        const double lower = m_plan.lowerTop;
        column(m_columns.hAfter, upper, GruPart::blend, u"h"_qs, u"h_new"_qs, m_values.h, state, m_gradients.h, 1);
        column(m_columns.hBefore, upper, GruPart::inputs, tr("h before"), u"h"_qs, m_values.hBefore, state,
               m_gradients.passedOn, computed(GruPart::inputs));
        column(m_columns.z, lower, GruPart::blend, u"z"_qs, u"z"_qs, m_values.z, {.style = gate, .role = Role::keeps},
               m_gradients.z, m_return.splitUnits());
        column(m_columns.n, lower, GruPart::blend, m_letters.n(), u"n"_qs, m_values.n,
               {.style = signedValue, .role = Role::candidate}, m_gradients.n, m_return.splitUnits());
        column(m_columns.w, lower, GruPart::candidate, u"w"_qs, u"w"_qs, m_values.w,
               {.style = signedValue, .role = Role::input, .scale = scale}, m_gradients.a, m_return.term(1));
        const double last = stretch(computed(GruPart::candidate), 0.8, 1);
        column(m_columns.r, lower, GruPart::candidate, u"r"_qs, u"r"_qs, m_values.r,
               {.style = gate, .role = Role::letsBy}, m_gradients.r, last);
        if (m_before) {
            column(m_columns.u, lower, GruPart::candidate, u"u"_qs, u"u"_qs, m_values.u, sum, m_gradients.u,
                   m_return.term(2));
            column(m_columns.p, lower, GruPart::candidate, u"p"_qs, u"p"_qs, m_values.p, state, m_gradients.p,
                   m_return.term(3));
            column(m_columns.h, lower, GruPart::candidate, tr("h before, through p"), u"h"_qs, m_values.hBefore, state,
                   m_gradients.viaCandidate, last);
        } else {
            column(m_columns.p, lower, GruPart::candidate, u"p"_qs, u"p"_qs, m_values.p, sum, m_gradients.p,
                   m_return.term(2));
            column(m_columns.u, lower, GruPart::candidate, u"u"_qs, u"u"_qs, m_values.u, sum, m_gradients.u, last);
        }
    }

    void drawRing()
    {
        const QColor colour = m_theme.of(Role::gradient).hue;
        const double height = m_plan.rows.total();
        const auto around = [&](double left, double top) {
            m_canvas.ring({left, top, m_columns.width, height}, colour);
        };
        switch (m_scene.playhead.part) {
        case GruPart::blend:
            return around(m_columns.hAfter, m_plan.upperTop);
        case GruPart::candidate:
            return around(m_columns.n, m_plan.lowerTop);
        case GruPart::update:
            return around(m_columns.z, m_plan.lowerTop);
        case GruPart::reset:
            return around(m_columns.r, m_plan.lowerTop);
        default:
            return around(m_columns.hBefore, m_plan.upperTop);
        }
    }

    void drawRightColumn()
    {
        const double legend = drawGradientLegend(m_canvas);
        drawWaysBack(m_canvas,
                     {{tr("conveyor"), tr("conveyor"), m_gradients.direct.norm(), GruPart::blend},
                      {tr("candidate"), tr("candidate"), m_gradients.viaCandidate.norm(), GruPart::candidate},
                      {tr("update gate"), tr("update"), m_gradients.viaUpdate.norm(), GruPart::update},
                      {tr("reset gate"), tr("reset"), m_gradients.viaReset.norm(), GruPart::reset}},
                     {tr("together"), tr("together"), m_gradients.passedOn.norm(), GruPart::inputs},
                     {tr("Four ways back to the old state"), tr("Four ways back")},
                     legend - std::max(6.0, m_plan.down(14)));
    }

    GruMoment m_values;
    GruGradients m_gradients;
    GruReturn m_return{m_canvas};
};

} // namespace

void drawGruBackward(CellCanvas &canvas)
{
    GruBackwardPicture(canvas).draw();
}

} // namespace gatescope
