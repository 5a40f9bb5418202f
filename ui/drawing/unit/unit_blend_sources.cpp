// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/unit/unit_blend.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// How much of the old value stays where a state comes about that lies between it and the candidate.
std::optional<double> keptFor(double state, double old, double candidate)
{
    const double kept = (state - candidate) / (old - candidate);
    return kept >= 0 && kept <= 1 ? std::optional(kept) : std::nullopt;
}

/// What is blended, in large boxes.
class BlendSources
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    BlendSources(UnitCanvas &canvas, const UnitForward &forward)
        : m_canvas(canvas), m_painter(canvas.painter()), m_theme(canvas.theme()), m_plan(canvas.at()),
          m_story(forward.story), m_ghost(forward.ghost && forward.ghost->outcome ? &*forward.ghost->outcome : nullptr)
    {
    }

    void draw()
    {
        if (m_story.outcome && m_story.outcome->isFader)
            drawFader(*m_story.outcome);
        else
            drawGates();
    }

private:
    double middle() const { return m_plan.down(196); }
    double height() const { return std::max(26.0, m_plan.down(72)); }
    double width() const { return m_plan.across(124); }
    double left() const { return m_plan.across(24); }
    double right() const { return m_plan.across(1108); }

    bool isChosen(const QString &name) const { return m_canvas.stop() && m_canvas.stop()->name == name; }

    /// A value in a large box under its symbol, words under it.
    void drawBox(const QRectF &box, const QString &symbol, const TermSource &source, bool isGate, Role role,
                 const Term &term, const QString &words)
    {
        const Opacity emphasis(m_painter, m_canvas.emphasis(term));
        const double type = m_canvas.plan().type(24);
        if (isChosen(source.name))
            m_canvas.mark(box.adjusted(-7, -7, 7, 7));
        m_canvas.formula({box.center().x(), box.top() - type * 0.65}, {withUnit(symbol, m_story.index), symbol},
                         box.width() * 1.6, m_theme.of(role).text, Align::centre, 24);
        m_canvas.words({box.center().x(), box.bottom() + m_canvas.plan().type(16) * 1.5}, {words}, box.width() * 1.6,
                       m_theme.ink2, Align::centre, 16);
        ColumnStyle style{.style = isGate ? ValueStyle::gate : ValueStyle::signedValue,
                          .role = role,
                          .scale = isGate ? 1 : scaleOfValue(source.value, stateScale(m_canvas.scene())),
                          .digits = m_canvas.plan().type(22),
                          .focusDigits = m_canvas.plan().type(22)};
        drawValueCell(m_painter, box, source.value, true, style, m_theme);
        if (source.held)
            m_canvas.heldMark(box);
        m_canvas.place(box,
                       tr("%1, unit %2: %3")
                           .arg(source.name, unitLabel(m_canvas.scene(), m_story.index), inInspector(source.value)),
                       term, source.from);
    }

    void drawFader(const UnitOutcome &outcome)
    {
        const auto source = [](const UnitNumber &number) {
            return TermSource{number.name, number.value, number.part, number.from, number.held};
        };
        const QRectF old(left(), middle() - height() / 2, width(), height());
        const QRectF fresh = old.translated(right() - width() - left(), 0);
        drawBox(old, outcome.first.symbol, source(outcome.first), false, outcome.first.role, outcome.first.term,
                tr("old state"));
        drawBox(fresh, outcome.second.symbol, source(outcome.second), false, outcome.second.role, outcome.second.term,
                tr("candidate"));
        const double pixels = std::max(14.0, m_canvas.plan().type(26));
        const double half = pixels * 1.9, tall = pixels * 0.95;
        const double from = old.right() + m_plan.across(24), to = fresh.left() - m_plan.across(24);
        // Left keeps, right overwrites, whatever a gate near 1 means.
        const auto at = [&](double kept) { return from + half + (to - from - 2 * half) * (1 - kept); };
        const double x = at(outcome.kept), y = middle();
        drawTrack(outcome, from, to);
        if (isChosen(outcome.gate.name))
            m_canvas.mark({x - half - 7, y - tall - 7, 2 * half + 14, 2 * tall + 14});
        const Opacity emphasis(m_painter, m_canvas.emphasis(outcome.gate.term));
        if (m_ghost && m_ghost->kept != outcome.kept) {
            m_painter.setPen(QPen(m_theme.ink2, 1.5));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(QRectF(at(m_ghost->kept) - half, y - tall, 2 * half, 2 * tall), tall, tall);
        }
        drawGuess(outcome, at, half, tall);
        const QRectF knob(x - half, y - tall, 2 * half, 2 * tall);
        m_painter.setPen(QPen(m_theme.paper, 2));
        m_painter.setBrush(m_theme.of(outcome.gate.role).hue);
        m_painter.drawRoundedRect(knob, tall, tall);
        drawText(m_painter, {x, y + pixels * 0.365}, onStage(outcome.gate.value), numberFont(pixels, QFont::DemiBold),
                 m_theme.inkOn(m_theme.of(outcome.gate.role).hue, 1), Align::centre);
        m_canvas.formula({x, knob.top() - pixels * 0.75}, {withUnit(outcome.gate.symbol, m_story.index)}, to - from,
                         m_theme.of(outcome.gate.role).text, Align::centre, 24);
        if (outcome.gate.held)
            m_canvas.heldMark(knob);
        m_canvas.place({from, y - tall, to - from, 2 * tall},
                       tr("unit %1 keeps %2 of its old value, takes %3 of the candidate")
                           .arg(unitLabel(m_canvas.scene(), m_story.index), inInspector(outcome.kept),
                                inInspector(1 - outcome.kept)),
                       outcome.gate.term, outcome.gate.from);
    }

    /// Where the knob would have to stand for the state that somebody guessed; no place of it gives one that does not
    /// lie between the two ends.
    template<typename PlaceOf>
    void drawGuess(const UnitOutcome &outcome, const PlaceOf &at, double half, double tall)
    {
        const auto &guess = m_canvas.scene().guess;
        if (!guess)
            return;
        const auto kept = keptFor(*guess, outcome.first.value, outcome.second.value);
        const QString words = kept ? tr("your answer has the knob here") : tr("no place of the knob gives your answer");
        const double type = m_canvas.plan().type(16), wide = textWidth(words, interfaceFont(type)) / 2;
        const double knob = at(outcome.kept), x = kept ? at(*kept) : (at(0) + at(1)) / 2;
        // Between the boxes' symbols, and over the knob's own where the two would meet.
        const double middleOfWords = std::max(at(1) - half + wide, std::min(x, at(0) + half - wide));
        const bool meetsKnob = std::abs(middleOfWords - knob) < wide + half;
        const double baseline = middle() - tall - type * (meetsKnob ? 3.4 : 1.0);
        m_canvas.words({middleOfWords, baseline}, {words, tr("your answer")}, right() - left(), m_theme.ink,
                       Align::centre, 16);
        if (!kept)
            return;
        const QRectF ghost(x - half, middle() - tall, 2 * half, 2 * tall);
        QPen dashed(m_theme.ink, 2);
        dashed.setDashPattern({3, 2.4});
        m_painter.setPen(dashed);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(ghost, tall, tall);
        if (std::abs(x - knob) > half) // otherwise the line would cross the knob's symbol
            m_painter.drawLine(QPointF(x, ghost.top()), QPointF(x, baseline + type * 0.35));
        m_canvas.place(ghost, tr("your answer has the knob here: %1 of the old value stays").arg(inInspector(*kept)));
    }

    /// The track, and what the knob's place on it means for either side.
    void drawTrack(const UnitOutcome &outcome, double from, double to)
    {
        const double y = middle(), under = y + height() / 2 + m_canvas.plan().type(16) * 1.5;
        m_painter.setPen(QPen(m_theme.ink3, std::max(3.0, m_plan.down(6)), Qt::SolidLine, Qt::RoundCap));
        m_painter.drawLine(QPointF(from, y), QPointF(to, y));
        const double room = (to - from) / 2 - m_plan.across(20);
        m_canvas.words({from + m_plan.across(20), under},
                       {tr("← keep: %1 of it stays").arg(onStage(outcome.kept)), tr("← keep")}, room, m_theme.ink2,
                       Align::left, 16);
        m_canvas.words({to - m_plan.across(20), under},
                       {tr("overwrite: %1 of it comes in →").arg(onStage(1 - outcome.kept)), tr("overwrite →")}, room,
                       m_theme.ink2, Align::right, 16);
    }

    /// gate × value, twice.
    void drawGates()
    {
        double x = left();
        const double pitch = (right() - left()) / static_cast<double>(m_story.sum.terms.size());
        for (const UnitTerm &term : m_story.sum.terms) {
            const QStringList symbols = term.symbol.split(u" *×* "_qs);
            const double gap = m_plan.across(64);
            const QRectF gate(x, middle() - height() / 2, width(), height());
            drawBox(gate, symbols.value(0), term.sources[0], true, term.weightRole, term.weightTerm, tr("gate"));
            drawSign(m_painter, {gate.right() + gap / 2, middle()}, u"×"_qs, m_canvas.plan().type(26), m_theme.ink2);
            drawBox(gate.translated(width() + gap, 0), symbols.value(1), term.sources[1], false, term.valueRole,
                    term.valueTerm, tr("value"));
            if (&term != &m_story.sum.terms.back())
                drawSign(m_painter, {x + pitch - m_plan.across(60), middle()}, u"+"_qs, m_canvas.plan().type(26),
                         m_theme.ink2);
            x += pitch;
        }
    }

    UnitCanvas &m_canvas;
    QPainter &m_painter;
    const Theme &m_theme;
    const UnitPlan &m_plan;
    const UnitStory &m_story;
    const UnitOutcome *m_ghost;
};

} // namespace

void drawBlendSources(UnitCanvas &canvas, const UnitForward &forward)
{
    BlendSources(canvas, forward).draw();
}

} // namespace gatescope
