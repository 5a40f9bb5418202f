// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell_kinds/gru_forward.h"
#include "ui/drawing/cell_kinds/gru_stage.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

class GruForwardLabels : private GruStage
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit GruForwardLabels(CellCanvas &canvas) : GruStage(canvas) { }

    void draw()
    {
        const double wide = m_plan.across(152);
        drawColumnLabel(m_canvas, Band::upper,
                        {middle(m_columns.hBefore),
                         m_plan.across(130),
                         {stateBeforeSymbol(m_scene)},
                         {tr("old state"), tr("old")},
                         Role::state,
                         GruPart::inputs,
                         Align::centre,
                         u"h"_qs});
        drawColumnLabel(m_canvas, Band::upper,
                        {middle(m_columns.hAfter),
                         m_plan.across(150),
                         {stateAfterSymbol()},
                         {tr("new state"), tr("new")},
                         Role::state,
                         GruPart::blend,
                         Align::centre,
                         u"h_new"_qs});
        const double conveyor = m_columns.hBefore + m_columns.width + m_plan.across(32);
        const double end = panelLeft() - m_plan.across(16);
        m_canvas.words({(conveyor + end) / 2, m_plan.upperWords},
                       {tr("the state rides straight through; only the blend can change it"),
                        tr("only the blend can change the state"), tr("the conveyor")},
                       end - conveyor, m_theme.ink2, Align::centre);
        drawGateLabels();
        drawCandidateLabels(wide);
    }

private:
    void drawGateLabels()
    {
        const double beside = middle(m_columns.z) + m_plan.across(12);
        const double reset = middle(m_columns.r) - m_canvas.widthOfWords(tr("reset gate")) / 2 - 8;
        drawColumnLabel(m_canvas, Band::lower,
                        {beside,
                         reset - beside,
                         {u"z"_qs},
                         {tr("update gate"), tr("update")},
                         Role::keeps,
                         GruPart::update,
                         Align::left,
                         u"z"_qs});
        drawColumnLabel(m_canvas, Band::lower,
                        {middle(m_columns.r),
                         m_plan.across(m_before ? 104 : 130),
                         {u"r"_qs},
                         {tr("reset gate"), tr("reset")},
                         Role::letsBy,
                         GruPart::reset,
                         Align::centre,
                         u"r"_qs});
        drawUpdateMeaning();
        if (m_plan.bracketWords > 0)
            drawResetMeaning();
    }

    /// What z near 1 does: under its wire where that runs free, or behind its symbol.
    void drawUpdateMeaning()
    {
        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::update));
        const QString both = m_keeps ? tr("1 keeps, 0 overwrites") : tr("1 overwrites, 0 keeps");
        const QString one = m_keeps ? tr("1 keeps") : tr("1 overwrites");
        const QColor colour = m_theme.of(Role::keeps).text;
        const double under = m_plan.bend + m_plan.type(16) * 1.35;
        if (m_plan.bracketWords > 0 && m_plan.bracketWords - under > m_plan.type(16) * 1.2) {
            const double left = middle(m_columns.z) + m_plan.mark(24);
            m_canvas.words({left, under}, {both, one}, panelMiddle() - left - m_plan.mark(18), colour, Align::left);
            return;
        }
        const double left = middle(m_columns.z) + m_plan.across(12) + m_plan.type(24) * 0.9; // behind the symbol
        const double room = middle(m_columns.r) - m_plan.type(24) * 1.6 - left; // not up to the next symbol
        const double width = m_canvas.words({left, m_plan.lowerSymbols}, {both, one}, room, colour, Align::left);
        m_canvas.area({left, m_plan.lowerSymbols - m_plan.type(16), width, m_plan.type(16) * 1.25}, GruPart::update,
                      both, -1, Term{u"z"_qs}); // belongs to its gate also where that alone is lit
    }

    /// A quiet bracket over what r decides.
    void drawResetMeaning()
    {
        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::reset));
        const double left = m_columns.r;
        const double right = (m_before ? m_columns.u : m_columns.p) + m_columns.width;
        const QColor colour = m_theme.of(Role::letsBy).text;
        const double width
            = m_canvas.words({(left + right) / 2, m_plan.bracketWords},
                             {tr("how much of the past the candidate may hear"), tr("what the candidate may hear")},
                             right - left - m_plan.across(24), colour, Align::centre);
        const double y = m_plan.bracketWords - m_plan.type(16) * 0.32;
        const double from = (left + right - width) / 2 - m_plan.mark(10);
        const double to = (left + right + width) / 2 + m_plan.mark(10);
        m_painter.setPen(QPen(m_theme.wire(Role::letsBy), 1.5));
        m_painter.drawPolyline(QPolygonF{{left, y + m_plan.mark(6)}, {left, y}, {from, y}});
        m_painter.drawPolyline(QPolygonF{{to, y}, {right, y}, {right, y + m_plan.mark(6)}});
    }

    void drawCandidateLabels(double wide)
    {
        const auto label = [&](double left, double room, QStringList symbols, QStringList words, Role role,
                               const QString &symbol) {
            drawColumnLabel(m_canvas, Band::lower,
                            {middle(left), room, symbols, words, role, GruPart::candidate, Align::centre, symbol});
        };
        const QString U = m_letters.U();
        const QString product = u"p *=* [r]r[/] *⊙* "_qs;
        if (m_before) {
            label(m_columns.h, m_plan.across(116), {stateBeforeSymbol(m_scene)}, {tr("old state"), tr("old")},
                  Role::state, u"h"_qs);
            label(m_columns.p, m_plan.across(124), {product + u"h"_qs, u"p"_qs}, {tr("what r lets by"), tr("let by")},
                  Role::state, u"p"_qs);
            label(m_columns.u, m_plan.across(146), {u"u *=* %1p"_qs.arg(U) + m_letters.plusRecurrentBias(), u"u"_qs},
                  {tr("the past")}, Role::state, u"u"_qs);
            wide = m_plan.across(140);
        } else {
            label(m_columns.u, wide, {u"u *=* %1h"_qs.arg(U) + m_letters.plusRecurrentBias(), u"u"_qs},
                  {tr("the past")}, Role::state, u"u"_qs);
            label(m_columns.p, wide, {product + u"u"_qs, u"p"_qs}, {tr("what r lets by"), tr("let by")}, Role::state,
                  u"p"_qs);
        }
        label(m_columns.w, wide, {u"w *=* %1x"_qs.arg(m_letters.W()) + m_letters.plusInputBias(), u"w"_qs},
              {tr("the input")}, Role::input, u"w"_qs);
        drawColumnLabel(m_canvas, Band::lower,
                        {middle(m_columns.n) + m_plan.across(12),
                         m_plan.across(136),
                         {m_letters.n()},
                         {tr("candidate")},
                         Role::candidate,
                         GruPart::candidate,
                         Align::left,
                         u"n"_qs});
    }
};

} // namespace

void drawGruForwardLabels(CellCanvas &canvas)
{
    GruForwardLabels(canvas).draw();
}

} // namespace gatescope
