// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/drawing/unit/unit_canvas.h"
#include "ui/drawing/words/unit_names.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// "−0.24 + 1.63 − 0.90"
QString sumOf(const std::vector<double> &numbers)
{
    QString text;
    for (const double number : numbers) {
        const QString digits = onStage(number);
        const bool negative = digits.startsWith(minus);
        if (text.isEmpty())
            text = digits;
        else
            text += (negative ? u" − "_qs : u" + "_qs) + (negative ? digits.mid(1) : digits);
    }
    return text;
}

/// From the numbers as sumOf() writes them.
double reckonedSum(const std::vector<double> &numbers)
{
    double sum = 0;
    for (const double number : numbers)
        sum += shownOnStage(number);
    return sum;
}

double lineHeight(const UnitCanvas &canvas)
{
    return canvas.plan().type(16) * 1.75;
}

/// "z_2 = held at 0.5000": no sum made it.
void drawHeldWords(UnitCanvas &canvas, const UnitStory &story, double y)
{
    const UnitPlan &plan = canvas.at();
    const double room = plan.right - plan.words, line = lineHeight(canvas);
    canvas.formula({plan.words, y}, {u"%1 *= %2*"_qs.arg(withUnit(story.made.symbol, story.index), Words::tr("held"))},
                   room, canvas.theme().of(story.made.role).text, Align::left, 24);
    canvas.number({plan.words, y + line}, u"= "_qs + inInspector(story.made.value), 19, canvas.theme().ink, Align::left,
                  QFont::Bold);
    y += 2 * line;
    if (story.curve && canvas.shown(canvas.phases().run) == 1)
        drawParagraph(canvas.painter(), {plan.words, y},
                      Words::tr("What if: the network would have made %1 of it.")
                          .arg(inInspector(story.curve->squash(story.sum.total))),
                      interfaceFont(canvas.plan().type(15)), canvas.theme().ink2, room);
}

/// What a group of products is in the equation, in the colours of what it reads.
QString groupLetters(const UnitForward &forward, const UnitGroup &group)
{
    const UnitStory &story = forward.story;
    const UnitTerm &term = forward.rows.terms[group.first];
    switch (group.kind) {
    case UnitTerm::Kind::input:
        return term.valueRole == Role::input ? u"[x]W*·*x[/]"_qs : u"[h]W*·*x[/]"_qs;
    case UnitTerm::Kind::state:
        return story.isHead       ? u"[h]W*·*h[/]"_qs
            : term.knownFrom >= 0 ? u"[h]U*·*([r]r[/][h]∘h)[/]"_qs
                                  : u"[h]U*·*h[/]"_qs;
    case UnitTerm::Kind::gated:
        return story.block < 0 ? term.symbol : u"[r]r[/]*·*[h]u[/]"_qs;
    default:
        return term.symbol;
    }
}

/// The equation, its numbers and its value, line below line.
class UnitEquation
{
public:
    /// The first line stands at `y`.
    UnitEquation(UnitCanvas &canvas, const UnitForward &forward, double y)
        : m_canvas(canvas), m_story(forward.story), m_y(y)
    {
        for (const UnitGroup &group : groupsOf(forward.rows)) {
            if (group.first < forward.rows.inner)
                continue;
            m_totals.push_back(group.total);
            m_letters += groupLetters(forward, group);
        }
    }

    /// Returns where the last line stands.
    double draw()
    {
        drawLetters();
        drawNumbers();
        drawValue();
        return m_y;
    }

private:
    QString symbol() const { return m_story.curve ? m_story.curve->symbol : QString(); }
    double room() const { return m_canvas.at().right - m_canvas.at().words; }

    void drawLetters()
    {
        const bool blends = m_story.block < 0 && !m_story.isHead && !m_story.sumIsKnown;
        const QString made = withUnit(blends ? m_story.made.symbol + u"_{t}"_qs : m_story.made.symbol, m_story.index);
        const QString inside = m_letters.join(u" *+* "_qs);
        const QString open = m_story.curve ? u"*%1(*"_qs.arg(symbol()) : QString();
        const QString close = m_story.curve ? u"*)*"_qs : QString();
        m_canvas.formula(
            {m_canvas.at().words, m_y},
            {u"%1 *=* %2%3%4"_qs.arg(made, open, inside, close), u"%2%3%4"_qs.arg(open, inside, close), made}, room(),
            m_canvas.theme().of(m_story.made.role).text, Align::left,
            mathWidth(inside, m_canvas.plan().type(24)) > room() * 0.62 ? 18 : 24);
    }
    void drawNumbers()
    {
        const Opacity opacity(m_canvas.painter(), m_canvas.shown(m_canvas.phases().products));
        const QColor &ink = m_canvas.theme().ink2;
        const QString sum = sumOf(m_totals);
        const bool isSpelled
            = drawLine(u"= "_qs + (m_story.curve ? symbol() + u"("_qs + sum + u")"_qs : sum), 15, QFont::Normal, ink);
        const QString equals = isSpelled ? equalsOnStage(reckonedSum(m_totals), m_story.sum.total) : u"="_qs;
        if (m_story.curve)
            drawLine(u"%1 %2(%3)"_qs.arg(equals, symbol(), onStage(m_story.sum.total)), 15, QFont::Normal, ink);
    }
    void drawValue()
    {
        const Opacity opacity(m_canvas.painter(), m_canvas.shown(m_canvas.phases().run));
        const double reckoned
            = m_story.curve ? m_story.curve->squash(shownOnStage(m_story.sum.total)) : reckonedSum(m_totals);
        const bool comesOut = inInspector(reckoned) == inInspector(m_story.made.value);
        drawLine((comesOut ? u"= "_qs : u"≈ "_qs) + inInspector(m_story.made.value), 19, QFont::Bold,
                 m_canvas.theme().ink);
    }
    /// What is too long for the line is left out, and leaves no gap.
    bool drawLine(const QString &text, double pixels, int weight, const QColor &ink)
    {
        if (textWidth(text, numberFont(m_canvas.plan().type(pixels), weight)) > room())
            return false;
        m_y += lineHeight(m_canvas);
        if (m_canvas.painter().opacity() > 0)
            m_canvas.number({m_canvas.at().words, m_y}, text, pixels, ink, Align::left, weight);
        return true;
    }

    UnitCanvas &m_canvas;
    const UnitStory &m_story;
    std::vector<double> m_totals;
    QStringList m_letters;
    double m_y;
};

/// The state's product that is largest; null where there is none.
const UnitTerm *loudestOfThePast(const UnitStory &story)
{
    const UnitTerm *loudest = nullptr;
    for (const std::vector<UnitTerm> *terms : {&story.sum.inner, &story.sum.terms})
        for (const UnitTerm &term : *terms)
            if (term.kind == UnitTerm::Kind::state && (!loudest || std::abs(term.product) > std::abs(loudest->product)))
                loudest = &term;
    return loudest && loudest->product != 0 ? loudest : nullptr;
}

/// What is worth seeing in the sum.
QStringList remarksOn(const UnitStory &story, const UnitCanvas &canvas)
{
    const Scene &scene = canvas.scene();
    const NetworkSpec &spec = scene.spec();
    QStringList sentences;
    if (story.block >= 0) {
        const int layer = scene.playhead.layer;
        const Direction direction = scene.playhead.direction;
        sentences += Words::tr("Row %1 of %2 and %3.")
                         .arg(story.block * spec.hiddenSize + scene.playhead.unit)
                         .arg(QString::fromStdString(tensorName("weight_ih", layer, direction)),
                              QString::fromStdString(tensorName("weight_hh", layer, direction)));
    }
    const auto picked = std::ranges::find(story.sum.terms, UnitTerm::Kind::input, &UnitTerm::kind);
    if (picked != story.sum.terms.end() && !picked->letter.isEmpty())
        sentences += Words::tr("The input is a single 1, so it picks one weight.");
    if (canvas.shown(canvas.phases().products) < 1 || story.isHead || spec.hiddenSize == 1 || spec.layerNorm)
        return sentences;
    if (const UnitTerm *loudest = loudestOfThePast(story))
        sentences += Words::tr("The loudest voice of the past is unit %1: %2 × %3 %4 %5.")
                         .arg(shortUnitLabel(scene, loudest->valueTerm.unit), onStage(loudest->weight),
                              onStage(*loudest->value), loudest->equals(), onStage(loudest->product));
    return sentences;
}

/// As many as there is room for.
void drawRemarks(UnitCanvas &canvas, const UnitStory &story, double y)
{
    const UnitPlan &plan = canvas.at();
    const double room = plan.right - plan.words, size = canvas.plan().type(15);
    const double end = !story.outcome && !story.isHead ? plan.size.height()
                                                       : plan.fader - std::max(20.0, plan.down(40)) / 2 - size * 4.4;
    const QFont font = interfaceFont(size);
    for (const QString &sentence : remarksOn(story, canvas)) {
        if (y + paragraphHeight(sentence, font, room) > end)
            break;
        y += drawParagraph(canvas.painter(), {plan.words, y}, sentence, font, canvas.theme().ink2, room) + size * 0.6;
    }
}

} // namespace

void drawUnitWords(UnitCanvas &canvas, const UnitForward &forward)
{
    const PainterScope scope(canvas.painter());
    const UnitStory &story = forward.story;
    const double top = canvas.at().wordsTop + canvas.plan().type(26);
    if (story.made.held)
        return drawHeldWords(canvas, story, top);
    const double last = UnitEquation(canvas, forward, top).draw();
    drawRemarks(canvas, story, last + lineHeight(canvas) * 0.8);
}

} // namespace gatescope
