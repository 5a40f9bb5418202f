// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/gru_drawing.h"

#include "ui/drawing/cell/cell_answer.h"
#include "ui/drawing/cell/cell_fader.h"
#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell/cell_held.h"
#include "ui/drawing/cell/cell_input.h"
#include "ui/drawing/cell/cell_legends.h"
#include "ui/drawing/cell_kinds/gru_forward.h"
#include "ui/drawing/cell_kinds/gru_stage.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

class GruForwardPicture : private GruStage
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit GruForwardPicture(CellCanvas &canvas) : GruStage(canvas), m_values(gruMoment(m_scene)) { }

    void draw()
    {
        drawFollowedUnit(m_canvas, m_columns.n + m_columns.width + m_plan.across(24), middle(m_columns.hBefore) - 6);
        drawConveyor();
        drawGruWires(m_canvas, drawCellInput(m_canvas, computed(GruPart::inputs)));
        drawBlendWires();
        drawBlend();
        drawColumns();
        drawGruSentence(m_canvas, m_values);
        drawGruForwardLabels(m_canvas);
        drawRing();
        drawRightColumn();
        drawCellHeader(m_canvas);
    }

private:
    // How the progress of a part is shared out: first its wires are walked, then its units are computed.
    double unitsOf(int part) const { return stretch(computed(part), 0.4, 1); }
    // The candidate's sentence: u, p, w, n one after the other within the time of its units.
    double termOf(int place) const { return stretch(unitsOf(GruPart::candidate), 0.08 * place, 0.76 + 0.08 * place); }
    // The blend: its wires, then the knobs slide, then the new state appears.
    double knobs() const { return stretch(computed(GruPart::blend), 0.25, 0.7); }
    double newState() const { return stretch(computed(GruPart::blend), 0.7, 1); }

    void drawConveyor()
    {
        const double width = m_columns.width;
        const double gap = m_plan.mark(4);
        drawStateLanes(m_canvas, 0, m_columns.hBefore - gap, m_values.hBefore, 1, m_values.states);
        drawStateLanes(m_canvas, m_columns.hBefore + width, panelLeft() - 2, m_values.hBefore, 1, m_values.states);
        drawPlainLanes(m_canvas, panelRight() + 2, m_columns.hAfter - gap, knobs() >= 1 ? 1 : m_canvas.notYet());
        const double edge = m_plan.size.width() - m_plan.across(8);
        const double top = m_plan.upperTop, height = m_plan.rows.total();
        m_canvas.emphasis().lanes({m_columns.hBefore + width, top, panelLeft() - m_columns.hBefore - width, height},
                                  u"h", u"h_new");
        m_canvas.emphasis().operations({panelRight(), top, m_columns.hAfter - panelRight(), height}, u"h_new");
        if (newState() > 0)
            drawStateLanes(m_canvas, m_columns.hAfter + width, edge, m_values.h, newState(), m_values.states);
        else
            drawPlainLanes(m_canvas, m_columns.hAfter + width, edge, m_canvas.notYet());
    }

    // ---- the blend

    void drawBlendWires()
    {
        const double walked = stretch(computed(GruPart::blend), 0, 0.25);
        const double head = std::max(7.0, m_plan.mark(11));
        const double width = std::max(1.5, m_plan.mark(3));
        const double z = middle(m_columns.z);
        const double fader = panelMiddle();
        const double n = middle(m_columns.n);
        m_canvas.wire({{{z, m_plan.lowerTop - 4}, {z, m_plan.bend}, {fader, m_plan.bend}, {fader, panelBottom() + 1}},
                       m_plan.mark(28),
                       head,
                       u"z"_qs,
                       u"h_new"_qs},
                      m_theme.wire(Role::keeps), width, walked);
        m_canvas.wire({{{n, m_plan.lowerTop - 4}, {n, panelBottom() + 1}}, 0, head, u"n"_qs, u"h_new"_qs},
                      m_theme.wire(Role::candidate), width, walked);
    }

    void drawBlend()
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
        fader.candidateShown = computed(GruPart::candidate) >= 1 ? 1 : 0;
        fader.blended = knobs();
        fader.strength = m_canvas.opacityOf(GruPart::blend);
        fader.part = GruPart::blend;
        drawFader(m_canvas, fader);

        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::blend));
        const double centre = panelMiddle();
        const QString old = u"[h]%1[/]"_qs.arg(stateBeforeSymbol(m_scene));
        const QString candidate = u"[n]%1[/]"_qs.arg(m_letters.n());
        const QString equation
            = m_keeps ? u"[z]z[/] *⊙* %1 *+ (1 −* [z]z[/]*) ⊙* %2"_qs : u"*(1 −* [z]z[/]*) ⊙* %1 *+* [z]z[/] *⊙* %2"_qs;
        m_canvas.formula({centre, m_plan.upperSymbols}, {equation.arg(old, candidate)}, m_plan.across(300), m_theme.ink,
                         Align::centre);
        const double keepWidth = m_canvas.words({panelLeft(), m_plan.upperWords}, {tr("keep")}, m_plan.across(120),
                                                m_theme.of(Role::state).text, Align::left, 16, QFont::DemiBold);
        const double newWidth = m_canvas.words({panelRight(), m_plan.upperWords}, {tr("overwrite")}, m_plan.across(160),
                                               m_theme.of(Role::candidate).text, Align::right, 16, QFont::DemiBold);
        drawDoubleArrow(panelLeft() + keepWidth + 8, panelRight() - newWidth - 8,
                        m_plan.upperWords - m_plan.type(16) * 0.3);
    }

    void drawDoubleArrow(double from, double to, double y)
    {
        if (to - from < 12)
            return;
        const double tip = std::max(3.0, m_plan.mark(4));
        m_painter.setPen(QPen(m_theme.ink3, 1.4));
        m_painter.drawLine(QPointF(from, y), QPointF(to, y));
        m_painter.drawPolyline(QPolygonF{{from + tip, y - tip}, {from, y}, {from + tip, y + tip}});
        m_painter.drawPolyline(QPolygonF{{to - tip, y - tip}, {to, y}, {to - tip, y + tip}});
    }

    // ---- columns

    void column(double left, double top, int part, const QString &name, const QString &symbol, const Vector &values,
                ColumnStyle style, double revealed)
    {
        style.revealed = revealed;
        m_canvas.column({left, top, m_columns.width, part, name, symbol, m_plan.across(m_before ? 16 : 24)}, values,
                        style);
    }

    void drawColumns()
    {
        using enum ValueStyle;
        const auto style
            = [&](ValueStyle kind, Role role, double scale = 1) { return m_canvas.columnStyle(kind, role, scale); };
        const double scale = m_values.scale, states = m_values.states;
        column(m_columns.hBefore, m_plan.upperTop, GruPart::inputs, tr("old state h"), u"h"_qs, m_values.hBefore,
               style(signedValue, Role::state, states), 1);
        column(m_columns.hAfter, m_plan.upperTop, GruPart::blend, tr("new state h"), u"h_new"_qs, m_values.h,
               style(signedValue, Role::state, states), newState());
        column(m_columns.z, m_plan.lowerTop, GruPart::update, tr("update gate z"), u"z"_qs, m_values.z,
               style(gate, Role::keeps), unitsOf(GruPart::update));
        column(m_columns.r, m_plan.lowerTop, GruPart::reset, tr("reset gate r"), u"r"_qs, m_values.r,
               style(gate, Role::letsBy), unitsOf(GruPart::reset));
        const QString letBy = tr("what r lets by, p");
        if (m_before) {
            column(m_columns.h, m_plan.lowerTop, GruPart::candidate, tr("old state h"), u"h"_qs, m_values.hBefore,
                   style(signedValue, Role::state, states), termOf(0));
            column(m_columns.p, m_plan.lowerTop, GruPart::candidate, letBy, u"p"_qs, m_values.p,
                   style(signedValue, Role::state, states), termOf(1));
            column(m_columns.u, m_plan.lowerTop, GruPart::candidate, tr("the past u"), u"u"_qs, m_values.u,
                   style(signedValue, Role::state, scale), termOf(2));
        } else {
            column(m_columns.u, m_plan.lowerTop, GruPart::candidate, tr("the past u"), u"u"_qs, m_values.u,
                   style(signedValue, Role::state, scale), termOf(0));
            column(m_columns.p, m_plan.lowerTop, GruPart::candidate, letBy, u"p"_qs, m_values.p,
                   style(signedValue, Role::state, scale), termOf(1));
        }
        column(m_columns.w, m_plan.lowerTop, GruPart::candidate, tr("the input w"), u"w"_qs, m_values.w,
               style(signedValue, Role::input, scale), termOf(2));
        column(m_columns.n, m_plan.lowerTop, GruPart::candidate, tr("candidate %1").arg(m_letters.n()), u"n"_qs,
               m_values.n, style(signedValue, Role::candidate, states), termOf(3));
        const double upper = m_plan.upperTop, lower = m_plan.lowerTop, width = m_columns.width;
        drawHeldMarks(m_canvas,
                      {{m_columns.hBefore, upper, width, Part::state, 1, true},
                       {m_columns.hAfter, upper, width, Part::state, newState()},
                       {m_columns.z, lower, width, Part::update, unitsOf(GruPart::update)},
                       {m_columns.r, lower, width, Part::reset, unitsOf(GruPart::reset)},
                       {m_columns.n, lower, width, Part::candidate, termOf(3)}});
    }

    void drawRing()
    {
        const auto around = [&](double left, double top, Role role) {
            m_canvas.ring({left, top, m_columns.width, m_plan.rows.total()}, m_theme.wire(role));
        };
        switch (m_scene.playhead.part) {
        case GruPart::reset:
            return around(m_columns.r, m_plan.lowerTop, Role::letsBy);
        case GruPart::update:
            return around(m_columns.z, m_plan.lowerTop, Role::keeps);
        case GruPart::candidate:
            return around(m_columns.n, m_plan.lowerTop, Role::candidate);
        case GruPart::blend:
            return around(m_columns.hAfter, m_plan.upperTop, Role::state);
        default:
            return;
        }
    }

    void drawRightColumn()
    {
        const double states = m_values.states;
        std::vector<ScaleInUse> scales{{u"h, %1"_qs.arg(m_letters.n()), states}};
        const double x = inputScale(m_scene);
        if (computed(GruPart::candidate) > 0) {
            if (m_values.scale == states)
                scales[0].symbols = states == 1 ? QString() : u"h, %1, u, p, w"_qs.arg(m_letters.n());
            else if (m_before)
                scales = {{u"h, p, %1"_qs.arg(m_letters.n()), states}, {u"u, w"_qs, m_values.scale}};
            else
                scales.push_back({u"u, p, w"_qs, m_values.scale});
        }
        if (x != 1 && x == m_values.scale && scales.size() > 1)
            scales[1].symbols += u", x"_qs;
        else if (x != 1)
            scales.push_back({u"x"_qs, x});
        const double legends = drawValueLegends(m_canvas, scales);
        drawAnswer(m_canvas, GruPart::blend, legends - std::max(6.0, m_plan.down(16)));
    }

    GruMoment m_values;
};

} // namespace

void drawGruForward(CellCanvas &canvas)
{
    GruForwardPicture(canvas).draw();
}

} // namespace gatescope
