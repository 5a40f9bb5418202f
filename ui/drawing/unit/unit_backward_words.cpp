// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"
#include "ui/drawing/unit/unit_backward.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

/// What arrives and how steep the curve is, in words and numbers.
class BackwardWords
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    BackwardWords(UnitCanvas &canvas, const UnitBackward &back)
        : m_canvas(canvas), m_painter(canvas.painter()), m_theme(canvas.theme()), m_plan(canvas.at()), m_back(back),
          m_room(m_plan.right - m_plan.words), m_line(canvas.plan().type(16) * 1.75),
          m_y(m_plan.wordsTop + canvas.plan().type(24))
    {
    }

    void draw()
    {
        drawArrived();
        if (m_back.story.curve)
            drawSlope();
        m_y += m_line * 0.4;
        words(tr("Bars are linear, on one scale."), 14);
        if (m_canvas.shown(m_back.revealed) > 0)
            words(tr("The longest is %1.").arg(gradientNumber(m_back.most)), 14);
    }

private:
    void words(const QString &text, double pixels = 15)
    {
        m_y += m_line * 0.95;
        m_canvas.words({m_plan.words, m_y}, {text}, m_room, m_theme.ink2, Align::left, pixels);
    }

    void drawArrived()
    {
        const Opacity opacity(m_painter, m_canvas.shown(m_back.progress >= 0.25 ? 1 : 0));
        if (m_painter.opacity() == 0)
            return;
        const UnitStory &story = m_back.story;
        m_canvas.formula(
            {m_plan.words, m_y},
            {u"∂L/∂%1 *=* [m]%2[/]"_qs.arg(withUnit(m_back.arrivesAt(), story.index), gradientNumber(story.arrives, 2)),
             u"∂L/∂%1 *=* [m]%2[/]"_qs.arg(m_back.arrivesAt(), gradientNumber(story.arrives))},
            m_room, m_theme.of(Role::gradient).text, Align::left, 24);
        m_canvas.place({m_plan.words, m_y - m_line, m_room, m_line * 1.2},
                       tr("arrives: dL/d%1 = %2").arg(m_back.arrivesAt(), gradientNumber(story.arrives, 3)),
                       story.made.term);
        words(tr("arrives here"));
        if (story.fromAbove == 0 && story.fromLater == 0)
            return;
        words(tr("%1 from above").arg(gradientNumber(story.fromAbove)));
        words(tr("%1 from later").arg(gradientNumber(story.fromLater)));
    }

    void drawSlope()
    {
        const Opacity opacity(m_painter, m_canvas.shown(m_back.progress >= 0.5 ? 1 : 0));
        if (m_painter.opacity() == 0)
            return;
        const UnitCurve &curve = *m_back.story.curve;
        m_y += m_line * 1.4;
        m_canvas.formula(
            {m_plan.words, m_y},
            {u"%1*′ =* [m]%2[/]"_qs.arg(curve.symbol == u"σ"_qs ? u"σ"_qs : u"*"_qs + curve.symbol + u"*"_qs,
                                        inInspector(curve.slope))},
            m_room, m_theme.ink, Align::left, 22);
        words(tr("how freely it can learn"));
        const double bar = m_y + m_canvas.plan().type(15) * 0.8, thick = std::max(6.0, m_plan.down(10));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.line);
        m_painter.drawRoundedRect(QRectF(m_plan.words, bar, m_room, thick), thick / 2, thick / 2);
        m_painter.setBrush(m_theme.of(m_back.story.made.role).hue);
        m_painter.drawRoundedRect(
            QRectF(m_plan.words, bar, std::max(thick, m_room * curve.slope / curve.steepest), thick), thick / 2,
            thick / 2);
        const double under = bar + thick + m_canvas.plan().type(14) * 1.1;
        m_canvas.words({m_plan.words, under}, {tr("stuck, 0")}, m_room / 2, m_theme.ink2, Align::left, 14);
        m_canvas.words({m_plan.right, under},
                       {tr("free, %1").arg(decimals(curve.steepest, curve.steepest == 1 ? 0 : 2))}, m_room / 2,
                       m_theme.ink2, Align::right, 14);
        m_y = under;
    }

    UnitCanvas &m_canvas;
    QPainter &m_painter;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const UnitBackward &m_back;
    double m_room;
    double m_line;
    double m_y; ///< baseline
};

} // namespace

void drawBackwardWords(UnitCanvas &canvas, const UnitBackward &back)
{
    BackwardWords(canvas, back).draw();
}

} // namespace gatescope
