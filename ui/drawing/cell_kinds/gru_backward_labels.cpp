// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"
#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell_kinds/gru_backward.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

class GruBackwardLabels : private GruStage
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    GruBackwardLabels(CellCanvas &canvas, const GruGradients &gradients) : GruStage(canvas), m_gradients(gradients) { }

    void draw()
    {
        const double wide = m_plan.across(m_before ? 128 : 152);
        label(Band::upper, middle(m_columns.hBefore), m_plan.across(136), passedOnSymbol(m_scene), {tr("passed on")},
              GruPart::inputs, Align::centre, u"h"_qs);
        drawColumnLabel(m_canvas, Band::upper,
                        {middle(m_columns.hAfter),
                         m_plan.across(150),
                         {u"∂L/∂"_qs + stateAfterSymbol()},
                         {tr("arrives")},
                         Role::gradient,
                         GruPart::blend,
                         Align::centre,
                         u"h_new"_qs});
        drawBlendLabels();
        const double beside = m_plan.across(12);
        const double reset = middle(m_columns.r) - m_canvas.widthOfWords(tr("reset gate")) / 2 - 8;
        label(Band::lower, middle(m_columns.z) + beside, reset - middle(m_columns.z) - beside, u"z"_qs,
              {tr("update gate"), tr("update")}, GruPart::blend, Align::left);
        label(Band::lower, middle(m_columns.r), m_plan.across(m_before ? 100 : 124), u"r"_qs,
              {tr("reset gate"), tr("reset")}, GruPart::candidate);
        if (m_before)
            label(Band::lower, middle(m_columns.h), m_plan.across(116), u"h"_qs, {tr("through p")}, GruPart::candidate);
        label(Band::lower, middle(m_columns.u), wide, u"u"_qs, {tr("the past")}, GruPart::candidate);
        label(Band::lower, middle(m_columns.p), wide, u"p"_qs, {tr("what r let by"), tr("let by")}, GruPart::candidate);
        // w is a term of the sum a that tanh squashes: the gradient by it is that by the sum.
        const QStringList byInput{u"∂L/∂w *=* ∂L/∂a_{%1}"_qs.arg(m_letters.n()), u"∂L/∂w"_qs};
        drawColumnLabel(m_canvas, Band::lower,
                        {middle(m_columns.w),
                         wide,
                         byInput,
                         {tr("the input")},
                         Role::gradient,
                         GruPart::candidate,
                         Align::centre,
                         u"w"_qs});
        label(Band::lower, middle(m_columns.n) + beside, m_plan.across(112), m_letters.n(), {tr("candidate")},
              GruPart::blend, Align::left, u"n"_qs);
    }

private:
    void label(Band band, double at, double room, const QString &letter, const QStringList &words, int part,
               Align align = Align::centre, const QString &symbol = {})
    {
        drawColumnLabel(
            m_canvas, band,
            {at, room, {u"∂L/∂"_qs + letter}, words, Role::gradient, part, align, symbol.isEmpty() ? letter : symbol});
    }

    void drawBlendLabels()
    {
        const Opacity opacity(m_painter, m_canvas.opacityOf(GruPart::blend));
        const double centre = panelMiddle();
        const double room = panelRight() - panelLeft();
        m_canvas.words({centre, m_plan.upperSymbols}, {tr("the blend splits it")}, room * 1.2, m_theme.ink,
                       Align::centre, 16, QFont::DemiBold);
        const double gap = std::max(6.0, m_plan.mark(6));
        const QString z = u"*·* [z]z[/]"_qs;
        const QString rest = u"*· (1 −* [z]z[/]*)*"_qs;
        const double y = m_plan.upperWords;
        const double factor = m_canvas.formula({panelLeft(), y}, {m_keeps ? z : rest}, room / 2,
                                               m_theme.of(Role::state).text, Align::left, 18);
        const double kept = m_canvas.words({panelLeft() + factor + gap, y}, {tr("kept")}, room / 2 - factor - gap,
                                           m_theme.of(Role::state).text, Align::left, 16, QFont::DemiBold);
        const double fresh = m_canvas.words({panelRight(), y}, {tr("new")}, room / 4, m_theme.of(Role::candidate).text,
                                            Align::right, 16, QFont::DemiBold);
        m_canvas.formula({panelRight() - fresh - gap, y}, {m_keeps ? rest : z},
                         std::min(room / 2, room - factor - kept - fresh - 24), m_theme.of(Role::candidate).text,
                         Align::right, 18);
        if (m_return.splitWalked() < 1)
            return;
        drawConveyorWords();
        const double beside = m_plan.across(14);
        const double numbers = m_plan.bend + m_plan.type(14) * (m_plan.bracketWords > 0 ? 0.3 : 0.1);
        m_canvas.number({middle(m_columns.n) + beside, numbers}, gradientNumber(m_gradients.n.norm()), 14, m_theme.ink);
        if (m_plan.bracketWords <= 0)
            return;
        // dL/dz = dL/dh ∘ (h − n), or the other way round where the update overwrites.
        const QString old = stateBeforeSymbol(m_scene);
        const QString difference = (m_keeps ? u"*· (*%1 *−* %2*)*  [m]%3[/]"_qs : u"*· (*%2 *−* %1*)*  [m]%3[/]"_qs)
                                       .arg(old, m_letters.n(), gradientNumber(m_gradients.z.norm()));
        m_canvas.formula({(middle(m_columns.z) + centre) / 2, m_plan.bend - m_plan.mark(12)}, {difference},
                         m_plan.across(300), m_theme.ink, Align::centre, 18);
    }

    void drawConveyorWords()
    {
        const double left = m_columns.hBefore + m_columns.width + m_plan.across(40);
        const double room = panelLeft() - m_plan.across(16) - left;
        const QString factor = m_keeps ? u"[z]z[/]"_qs : u"*1 −* [z]z[/]"_qs;
        const double length = m_gradients.direct.norm();
        const QString number = u"→ "_qs + gradientNumber(length);
        const double digits = double(number.size()) * m_plan.type(14) * 0.6;
        const double formula = mathWidth(factor, m_plan.type(20));
        for (const QString &words :
             {tr("straight back along the conveyor, times"), tr("along the conveyor, times"), tr("times")}) {
            const double width = m_canvas.widthOfWords(words) + 6 + formula + 12 + digits;
            if (width > room)
                continue;
            double x = left + (room - width) / 2;
            x += m_canvas.words({x, m_plan.upperWords}, {words}, room, m_theme.ink2) + 6;
            x += m_canvas.formula({x, m_plan.upperWords}, {factor}, room, m_theme.ink, Align::left, 20) + 12;
            m_canvas.number({x, m_plan.upperWords}, number, 14, m_theme.ink);
            return;
        }
    }

    const GruGradients &m_gradients;
    GruReturn m_return{m_canvas};
};

} // namespace

void drawGruBackwardLabels(CellCanvas &canvas, const GruGradients &gradients)
{
    GruBackwardLabels(canvas, gradients).draw();
}

} // namespace gatescope
