// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/unit/unit_canvas.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

/// What becomes of the number: the knob of the blend, or a product with another number of the step.
class OutcomePainter
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    OutcomePainter(UnitCanvas &canvas, const UnitForward &forward)
        : m_canvas(canvas), m_painter(canvas.painter()), m_theme(canvas.theme()), m_plan(canvas.at()),
          m_story(forward.story), m_outcome(*forward.story.outcome),
          m_ghost(forward.ghost && forward.ghost->outcome ? &*forward.ghost->outcome : nullptr)
    {
    }

    void draw()
    {
        if (m_outcome.isFader)
            drawFader();
        else
            drawProduct();
    }

private:
    /// How much of a number is there: of the one that this part makes, what the run has brought.
    double share(const UnitNumber &number) const
    {
        const int part = m_canvas.scene().playhead.part;
        if (number.part != part)
            return m_canvas.known(number.part);
        return number.term == m_story.made.term ? m_canvas.phases().run : m_canvas.phases().outcome;
    }

    QString says(const UnitNumber &number) const
    {
        return share(number) >= 1 ? numberInWords(m_story, number) : tr("%1: not computed yet").arg(number.name);
    }

    /// The width of its words, which have `wordsRoom`.
    double drawCap(double left, double width, const UnitNumber &number, const QStringList &words, double wordsRoom,
                   Align align)
    {
        const double height = std::max(20.0, m_plan.down(40));
        const QRectF box(left, m_plan.fader - height / 2, width, height);
        const double type = m_canvas.plan().type(15);
        const double at = align == Align::left ? box.left() : box.right();
        const double above = box.top() - 6;
        const Opacity emphasis(m_painter, m_canvas.emphasis(number.term));
        const double room = (m_plan.right - m_plan.words) / 2 - 4;
        const double used = m_canvas.words({at, above - type * 1.3}, words, wordsRoom, m_theme.of(number.role).text,
                                           align, 15, QFont::DemiBold);
        m_canvas.formula({at, above - type * 2.8},
                         {withUnit(number.symbol, m_canvas.scene().playhead.unit), number.symbol}, room,
                         m_theme.of(number.role).text, align, 21);
        const Opacity opacity(m_painter, m_canvas.shown(share(number)));
        m_painter.setPen(QPen(m_theme.ink, 1.5));
        m_painter.setBrush(m_painter.opacity() > 0
                               ? valueFill(number.value, ValueStyle::signedValue, number.role,
                                           scaleOfValue(number.value, stateScale(m_canvas.scene())), m_theme)
                               : m_theme.paper);
        if (m_painter.opacity() > 0) {
            m_painter.drawRoundedRect(box, 3, 3);
            m_canvas.fittingNumber({at, above}, number.value, room, 15, m_theme.ink, align);
        } else {
            m_painter.setOpacity(dimmed);
            m_painter.drawRoundedRect(box, 3, 3);
        }
        if (number.held)
            m_canvas.heldMark(box);
        m_canvas.place(box, says(number), number.term, number.from);
        return used;
    }

    void drawFader()
    {
        const double cap = m_plan.across(32);
        const double room = m_plan.right - m_plan.words, apart = m_canvas.plan().type(15);
        const double keeps
            = drawCap(m_plan.words, cap, m_outcome.first, {tr("keep"), tr("old")}, room / 2 - 4, Align::left);
        drawCap(m_plan.right - cap, cap, m_outcome.second, {tr("overwrite"), tr("new")}, room - keeps - apart,
                Align::right);
        const double pixels = std::max(11.0, m_plan.digits * 1.1);
        const double half = pixels * 1.35 + 4;
        const double left = m_plan.words + cap + half + 4, right = m_plan.right - cap - half - 4;
        const double y = m_plan.fader;
        m_painter.setPen(QPen(m_theme.ink3, std::max(2.0, m_canvas.plan().mark(4)), Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(QPointF(left - half + 4, y), QPointF(right + half - 4, y));
        const bool blends = m_story.made.term == m_outcome.result.term;
        // Left keeps, right overwrites, whatever a gate near 1 means.
        const double gate = share(m_outcome.gate);
        const double x = left + (right - left) * (1 - m_outcome.kept);
        if (m_story.made.term == m_outcome.gate.term)
            drawWireToKnob(x, y + pixels * 0.9);
        {
            const Opacity opacity(m_painter,
                                  m_canvas.shown(blends ? 1 : gate) * m_canvas.emphasis(m_outcome.gate.term));
            if (m_painter.opacity() > 0) {
                if (m_ghost && m_ghost->kept != m_outcome.kept) {
                    m_painter.setPen(QPen(m_theme.ink2, 1.5));
                    m_painter.setBrush(Qt::NoBrush);
                    m_painter.drawRoundedRect(QRectF(left + (right - left) * (1 - m_ghost->kept) - half,
                                                     y - pixels * 0.85, 2 * half, pixels * 1.7),
                                              pixels * 0.85, pixels * 0.85);
                }
                const QRectF knob(x - half, y - pixels * 0.85, 2 * half, pixels * 1.7);
                {
                    const Opacity covering(m_painter, 1 / m_painter.opacity()); // no track strikes a faint number out
                    m_painter.setPen(QPen(m_theme.paper, 2));
                    m_painter.setBrush(m_theme.paper);
                    m_painter.drawRoundedRect(knob, pixels * 0.85, pixels * 0.85);
                }
                m_painter.setPen(QPen(m_theme.paper, 2));
                m_painter.setBrush(m_theme.of(Role::keeps).hue);
                m_painter.drawRoundedRect(knob, pixels * 0.85, pixels * 0.85);
                drawText(m_painter, {x, y + pixels * 0.365}, onStage(m_outcome.gate.value),
                         numberFont(pixels, QFont::DemiBold), m_theme.inkOn(m_theme.of(Role::keeps).hue, 1),
                         Align::centre);
                if (m_outcome.gate.held)
                    m_canvas.heldMark(knob);
            }
        }
        const QString knob = gate >= 1 ? tr("unit %1 keeps %2 of its old value, takes %3 of the candidate")
                                             .arg(unitLabel(m_canvas.scene(), m_canvas.scene().playhead.unit),
                                                  inInspector(m_outcome.kept), inInspector(1 - m_outcome.kept))
                                       : tr("the knob of the blend: not computed yet");
        m_canvas.place({m_plan.words + cap, y - pixels, m_plan.right - m_plan.words - 2 * cap, 2 * pixels}, knob,
                       m_outcome.gate.term, m_canvas.atPart(m_outcome.result.part));
        drawResult(y + m_plan.down(56) + m_canvas.plan().type(20) * 1.6);
    }

    void drawWireToKnob(double x, double bottom)
    {
        const Opacity opacity(m_painter, m_canvas.shown(m_canvas.phases().run));
        if (m_painter.opacity() == 0)
            return;
        const double under = m_plan.fader + m_plan.down(52);
        const double from = m_plan.tank + m_plan.tankWidth;
        const double level = m_plan.curveBottom - m_outcome.gate.value * (m_plan.curveBottom - m_plan.curveTop);
        const double bend = (from + m_plan.words) / 2;
        m_canvas.walkedWire({{{from + 2, level}, {bend, level}, {bend, under}, {x, under}, {x, bottom + 2}},
                             m_plan.across(16),
                             std::max(7.0, m_canvas.plan().mark(10))},
                            m_theme.wire(Role::keeps), std::max(1.5, m_canvas.plan().mark(3)),
                            m_canvas.shown(m_canvas.phases().outcome) < 1 && m_canvas.phases().run >= 1
                                    && m_canvas.scene().predicting
                                ? m_canvas.phases().outcome
                                : 1);
    }

    void drawResult(double baseline)
    {
        const UnitNumber &result = m_outcome.result;
        const double y = std::min(baseline, m_plan.size.height() - 8);
        const Opacity emphasis(m_painter, m_canvas.emphasis(result.term));
        const QString name = m_outcome.isFader ? u"h_{t, %1} *=*"_qs.arg(m_canvas.scene().playhead.unit)
                                               : withUnit(result.symbol, m_canvas.scene().playhead.unit) + u" *=*"_qs;
        const double width = m_canvas.formula({m_plan.words, y}, {name}, m_plan.right - m_plan.words,
                                              m_theme.of(result.role).text, Align::left, 21);
        const Opacity opacity(m_painter, m_canvas.shown(share(result)));
        if (m_painter.opacity() > 0)
            m_canvas.fittingNumber({m_plan.words + width + m_plan.across(10), y}, result.value,
                                   m_plan.right - m_plan.words - width - m_plan.across(12), 19, m_theme.ink,
                                   Align::left, QFont::Bold);
        m_canvas.place({m_plan.words, y - m_canvas.plan().type(20), m_plan.across(160), m_canvas.plan().type(24)},
                       says(result), result.term, m_canvas.atPart(result.part));
    }

    /// gate × other, in two boxes, and what comes of it.
    void drawProduct()
    {
        const double width = (m_plan.right - m_plan.words - m_plan.across(40)) / 2;
        const double height = std::max(20.0, m_plan.down(40));
        const double type = m_canvas.plan().type(21);
        double x = m_plan.words;
        for (const UnitNumber *number : {&m_outcome.gate, &m_outcome.first}) {
            const QRectF box(x, m_plan.fader - height / 2, width, height);
            const Opacity emphasis(m_painter, m_canvas.emphasis(number->term));
            if (m_canvas.stop() && m_canvas.stop()->term < 0 && m_canvas.stop()->name == number->name)
                m_canvas.mark(box.adjusted(-3, -3, 3, 3));
            m_canvas.formula({box.center().x(), box.top() - type * 0.5},
                             {withUnit(number->symbol, m_canvas.scene().playhead.unit), number->symbol}, width,
                             m_theme.of(number->role).text, Align::centre, 21);
            m_canvas.cell(box, number->value, number->isGate, number->role,
                          number->isGate ? 1 : scaleOfValue(number->value, stateScale(m_canvas.scene())),
                          share(*number));
            if (number->held)
                m_canvas.heldMark(box);
            m_canvas.place(box, says(*number), number->term, number->from);
            if (number == &m_outcome.gate)
                drawSign(m_painter, {x + width + m_plan.across(20), m_plan.fader}, u"×"_qs, m_plan.digits * 1.2,
                         m_theme.ink2);
            x += width + m_plan.across(40);
        }
        drawResult(m_plan.fader + height / 2 + type * 1.7);
    }

    UnitCanvas &m_canvas;
    QPainter &m_painter;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const UnitStory &m_story;
    const UnitOutcome &m_outcome;
    const UnitOutcome *m_ghost;
};

} // namespace

void drawUnitOutcome(UnitCanvas &canvas, const UnitForward &forward)
{
    if (!forward.story.outcome)
        return;
    const PainterScope scope(canvas.painter());
    OutcomePainter(canvas, forward).draw();
}

} // namespace gatescope
