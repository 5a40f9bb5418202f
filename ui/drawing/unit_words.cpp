// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/answer_words.h"
#include "ui/drawing/breadcrumb.h"
#include "ui/drawing/unit_canvas.h"
#include "ui/drawing/unit_names.h"
#include "ui/drawing/watched_loss.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("gatescope", text);
}

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

/// "z_2 = held at 0.5000": no sum made it.
void drawHeldWords(UnitCanvas &canvas, const UnitStory &story, double y)
{
    const UnitPlan &plan = canvas.at();
    const double room = plan.right - plan.words, line = canvas.plan().type(16) * 1.75;
    canvas.formula({plan.words, y}, {u"%1 *= %2*"_qs.arg(withUnit(story.made.symbol, story.index), tr("held"))}, room,
                   canvas.theme().of(story.made.role).text, Align::left, 24);
    canvas.number({plan.words, y + line}, u"= "_qs + inInspector(story.made.value), 19, canvas.theme().ink, Align::left,
                  QFont::Bold);
    y += 2 * line;
    if (story.curve && canvas.shown(canvas.phases().run) == 1)
        drawParagraph(
            canvas.painter(), {plan.words, y},
            tr("What if: the network would have made %1 of it.").arg(inInspector(story.curve->squash(story.sum.total))),
            interfaceFont(canvas.plan().type(15)), canvas.theme().ink2, room);
}

} // namespace

void drawUnitHeader(UnitCanvas &canvas)
{
    const Scene &scene = canvas.scene();
    const PlayheadState &here = scene.playhead;
    const StepPart &part = describe(scene.spec().cell).stepParts[here.part];
    QString name = part.completes ? tr(describe(*part.completes).label.data()) : tr("inputs");
    const auto whereWith = [&](const QString &unit) {
        return tr("%1, unit %2, step %3").arg(name, unit, QString::number(here.step));
    };
    QString where = whereWith(shortUnitLabel(scene, here.unit));
    if (showsHead(here, scene.spec())) {
        name = tr("output %1").arg(className(scene, here.output));
        where = tr("%1 of the head, step %2").arg(name).arg(here.step);
    }
    if (here.pass == Pass::backward)
        where = tr("gradient %1: %2").arg(watchedLossWords(scene.record), where);
    QString letter;
    if (here.layer > 0)
        where += tr(", reads layer %1").arg(here.layer - 1);
    else if (std::holds_alternative<CharacterInput>(scene.record.experiment->input.source)) {
        where += tr(", reads ");
        letter = QString::fromStdString(stepLabel(scene.record, here.sequence, here.step));
        letter.replace(' ', u"␣"_qs);
    }
    const UnitPlan &plan = canvas.at();
    HitAreas crumbs;
    const double left = plan.across(24);
    const double trail
        = drawBreadcrumb(canvas.painter(), {left, plan.header}, canvas.plan().type(15), scene, 2, crumbs);
    for (const HitArea &crumb : crumbs)
        canvas.place(crumb);
    const double room = plan.right - left - trail - canvas.plan().type(15) * 1.6;
    if (const UnitStop *stop = canvas.stop()) {
        canvas.words({plan.right, plan.header}, {stop->says}, room, canvas.theme().ink, Align::right, 15,
                     QFont::DemiBold);
        return;
    }
    const double width = letter.isEmpty() ? 0 : textWidth(letter, numberFont(canvas.plan().type(15), QFont::Bold));
    if (!letter.isEmpty())
        canvas.number({plan.right, plan.header}, letter, 15, canvas.theme().of(Role::input).text, Align::right,
                      QFont::Bold);
    canvas.words({plan.right - width, plan.header}, {where, name}, room - width, canvas.theme().ink2, Align::right, 15);
}

void drawUnitWords(UnitCanvas &canvas, const UnitForward &forward)
{
    const PainterScope scope(canvas.painter());
    const UnitPlan &plan = canvas.at();
    const Theme &theme = canvas.theme();
    const UnitStory &story = forward.story;
    const Scene &scene = canvas.scene();
    const double room = plan.right - plan.words;
    const double line = canvas.plan().type(16) * 1.75;
    double y = plan.wordsTop + canvas.plan().type(26);
    const QColor colour = theme.of(story.made.role).text;
    const bool blends = story.block < 0 && !story.isHead && !story.sumIsKnown;
    const QString made = withUnit(blends ? story.made.symbol + u"_{t}"_qs : story.made.symbol, story.index);

    // The equation, its numbers, its value.
    const std::vector<UnitGroup> groups = groupsOf(forward.rows);
    std::vector<double> totals;
    QStringList letters;
    for (const UnitGroup &group : groups) {
        if (group.first < forward.rows.inner)
            continue;
        totals.push_back(group.total);
        const UnitTerm &term = forward.rows.terms[group.first];
        const bool reset = group.kind == UnitTerm::Kind::state && term.knownFrom >= 0;
        letters += group.kind == UnitTerm::Kind::input
            ? (term.valueRole == Role::input ? u"[x]W*·*x[/]"_qs : u"[h]W*·*x[/]"_qs)
            : story.isHead && group.kind == UnitTerm::Kind::state ? u"[h]W*·*h[/]"_qs
            : group.kind == UnitTerm::Kind::state ? (reset ? u"[h]U*·*([r]r[/][h]∘h)[/]"_qs : u"[h]U*·*h[/]"_qs)
            : group.kind == UnitTerm::Kind::gated ? (story.block < 0 ? term.symbol : u"[r]r[/]*·*[h]u[/]"_qs)
                                                  : term.symbol;
    }
    if (story.made.held) {
        drawHeldWords(canvas, story, y);
        return;
    }
    const QString inside = letters.join(u" *+* "_qs);
    const QString curve = story.curve ? story.curve->symbol : QString();
    const QString open = story.curve ? u"*%1(*"_qs.arg(curve) : QString(), close = story.curve ? u"*)*"_qs : QString();
    canvas.formula({plan.words, y},
                   {u"%1 *=* %2%3%4"_qs.arg(made, open, inside, close), u"%2%3%4"_qs.arg(open, inside, close), made},
                   room, colour, Align::left, mathWidth(inside, canvas.plan().type(24)) > room * 0.62 ? 18 : 24);
    // What is too long for the line is left out, and leaves no gap.
    const auto numbers = [&](const QString &text, double pixels, int weight, const QColor &ink) {
        const QFont font = numberFont(canvas.plan().type(pixels), weight);
        if (textWidth(text, font) > room)
            return false;
        y += line;
        if (canvas.painter().opacity() > 0)
            canvas.number({plan.words, y}, text, pixels, ink, Align::left, weight);
        return true;
    };
    {
        const Opacity opacity(canvas.painter(), canvas.shown(canvas.phases().products));
        const bool isSpelled = numbers(u"= "_qs + (story.curve ? curve + u"("_qs : QString()) + sumOf(totals)
                                           + (story.curve ? u")"_qs : QString()),
                                       15, QFont::Normal, theme.ink2);
        const QString equals = isSpelled ? equalsOnStage(reckonedSum(totals), story.sum.total) : u"="_qs;
        if (story.curve)
            numbers(u"%1 %2(%3)"_qs.arg(equals, curve, onStage(story.sum.total)), 15, QFont::Normal, theme.ink2);
    }
    {
        const Opacity opacity(canvas.painter(), canvas.shown(canvas.phases().run));
        const double reckoned = story.curve ? story.curve->squash(shownOnStage(story.sum.total)) : reckonedSum(totals);
        const bool comesOut = inInspector(reckoned) == inInspector(story.made.value);
        numbers((comesOut ? u"= "_qs : u"≈ "_qs) + inInspector(story.made.value), 19, QFont::Bold, theme.ink);
    }

    // What is worth seeing in it.
    QStringList sentences;
    if (story.block >= 0) {
        const int row = story.block * scene.spec().hiddenSize + scene.playhead.unit;
        sentences
            += tr("Row %1 of %2 and %3.")
                   .arg(row)
                   .arg(
                       QString::fromStdString(tensorName("weight_ih", scene.playhead.layer, scene.playhead.direction)),
                       QString::fromStdString(tensorName("weight_hh", scene.playhead.layer, scene.playhead.direction)));
    }
    const auto picked = std::ranges::find_if(story.sum.terms,
                                             [](const UnitTerm &term) { return term.kind == UnitTerm::Kind::input; });
    if (picked != story.sum.terms.end() && !picked->letter.isEmpty())
        sentences += tr("The input is a single 1, so it picks one weight.");
    if (canvas.shown(canvas.phases().products) == 1) {
        const UnitTerm *loudest = nullptr;
        for (const std::vector<UnitTerm> *terms : {&story.sum.inner, &story.sum.terms}) {
            for (const UnitTerm &term : *terms) {
                if (term.kind == UnitTerm::Kind::state
                    && (!loudest || std::abs(term.product) > std::abs(loudest->product)))
                    loudest = &term;
            }
        }
        if (loudest && loudest->product != 0 && !story.isHead && scene.spec().hiddenSize > 1 && !scene.spec().layerNorm)
            sentences += tr("The loudest voice of the past is unit %1: %2 × %3 %4 %5.")
                             .arg(shortUnitLabel(scene, loudest->valueTerm.unit), onStage(loudest->weight),
                                  onStage(*loudest->value), loudest->equals(), onStage(loudest->product));
    }
    y += line * 0.8;
    const double end = !story.outcome && !story.isHead
        ? plan.size.height()
        : plan.fader - std::max(20.0, plan.down(40)) / 2 - canvas.plan().type(15) * 4.4;
    const QFont font = interfaceFont(canvas.plan().type(15));
    for (const QString &sentence : sentences) {
        const double height = paragraphHeight(sentence, font, room);
        if (y + height > end)
            break;
        y += drawParagraph(canvas.painter(), {plan.words, y}, sentence, font, theme.ink2, room)
            + canvas.plan().type(15) * 0.6;
    }
}

} // namespace gatescope
