// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"
#include "ui/drawing/unit/unit_head.h"
#include "ui/drawing/unit/unit_teller.h"
#include "ui/drawing/words/unit_names.h"

#include <algorithm>

namespace gatescope {

namespace {

UnitStory gruStory(const Scene &scene)
{
    const UnitTeller teller(scene);
    const UnitNumber z = teller.number(Part::update), n = teller.number(Part::candidate),
                     old = teller.before(Part::state);
    const bool keeps = scene.spec().update == UpdateMeaning::keeps;
    UnitStory story;
    if (teller.part() == Part::state) {
        // h' = (1−z)∘n + z∘h, or (1−z)∘h + z∘n
        story = teller.products(Part::state, {teller.product(z, !keeps, old), teller.product(z, keeps, n)});
        teller.splitArriving(story);
        const double onOld = keeps ? z.value : 1 - z.value;
        const QString zWord = z.symbol, restWord = u"*1 −* z"_qs;
        story.sent = {teller.sent(old, keeps ? zWord : restWord, onOld, story.arrives),
                      teller.sent(n, keeps ? restWord : zWord, 1 - onOld, story.arrives),
                      teller.sent(z, (keeps ? u"%1 *−* %2"_qs : u"%2 *−* %1"_qs).arg(old.symbol, n.symbol),
                                  keeps ? old.value - n.value : n.value - old.value, story.arrives)};
    } else {
        story = teller.block();
    }
    if (teller.part() == Part::reset) {
        const bool after = scene.spec().reset == ResetPlacement::after;
        UnitNumber product{u"p"_qs,
                           QCoreApplication::translate("gatescope", "what the reset gate lets by"),
                           0,
                           Role::state,
                           false,
                           partThatMakes(CellKind::gru, Part::candidate),
                           {u"p"_qs, scene.playhead.unit},
                           teller.atPart(partThatMakes(CellKind::gru, Part::candidate)),
                           false};
        const UnitNumber past = after ? teller.number(Part::recurrentCandidate) : old;
        product.value = story.made.value * past.value;
        story.outcome = teller.times(story.made, past, product);
    } else {
        story.outcome = UnitOutcome{true, z, old, n, teller.number(Part::state), keeps ? z.value : 1 - z.value};
    }
    return story;
}

UnitStory lstmStory(const Scene &scene)
{
    const UnitTeller teller(scene);
    const UnitNumber i = teller.number(Part::inputGate), f = teller.number(Part::forgetGate),
                     g = teller.number(Part::cellCandidate);
    const UnitNumber o = teller.number(Part::outputGate), old = teller.before(Part::cell),
                     c = teller.number(Part::cell);
    const UnitNumber h = teller.number(Part::state), squashed = teller.squashedCell();
    const Part part = teller.part();
    UnitStory story;
    if (part == Part::cell || part == Part::state) {
        // c' = f∘c + i∘g
        story = teller.products(Part::cell, {teller.product(f, false, old), teller.product(i, false, g)});
        story.sent
            = {teller.sent(old, f.symbol, f.value, story.arrives), teller.sent(f, old.symbol, old.value, story.arrives),
               teller.sent(i, g.symbol, g.value, story.arrives), teller.sent(g, i.symbol, i.value, story.arrives)};
        story.outcome = teller.times(o, squashed, h);
    }
    if (part == Part::state) {
        // h' = o∘tanh(c')
        story.sumIsKnown = true;
        story.made = squashed;
        story.curve = teller.stateCurve(squashed.value);
        const double arrives = teller.gradient(Part::state);
        story.sent = {teller.sent(squashed, o.symbol, o.value, arrives),
                      teller.sent(o, u"*tanh* c"_qs, squashed.value, arrives)};
        story.arrives = arrives;
        story.bySum = o.value * arrives * story.curve->slope;
        teller.splitArriving(story);
    } else if (part != Part::cell) {
        story = teller.block();
        UnitNumber product{u"p"_qs,
                           QCoreApplication::translate("gatescope", "what the gate lets by"),
                           0,
                           Role::state,
                           false,
                           partThatMakes(CellKind::lstm, Part::cell),
                           {u"c_new"_qs, scene.playhead.unit},
                           teller.atPart(partThatMakes(CellKind::lstm, Part::cell)),
                           false};
        if (part == Part::forgetGate) {
            product.symbol = u"f*·*c"_qs;
            product.value = f.value * old.value;
            story.outcome = teller.times(f, old, product);
        } else if (part == Part::outputGate) {
            story.outcome = teller.times(o, squashed, h);
        } else {
            product.symbol = u"i*·*g"_qs;
            product.value = i.value * g.value;
            story.outcome = teller.times(i, g, product);
        }
    }
    return story;
}

UnitStory rnnStory(const Scene &scene)
{
    return UnitTeller(scene).block();
}

} // namespace

const std::vector<UnitStories> &unitStories()
{
    static const std::vector<UnitStories> table{
        {CellKind::gru, gruStory},
        {CellKind::lstm, lstmStory},
        {CellKind::rnn, rnnStory},
    };
    return table;
}

UnitStory unitStory(const Scene &scene)
{
    UnitStory story;
    if (showsHead(scene.playhead, scene.spec())) {
        story = headStory(scene);
    } else {
        story = std::ranges::find(unitStories(), scene.spec().cell, &UnitStories::kind)->tell(scene);
        story.index = scene.playhead.unit;
        story.unit = unitLabel(scene, story.index);
    }
    int index = 0;
    for (std::vector<UnitTerm> *terms : {&story.sum.inner, &story.sum.terms})
        for (UnitTerm &term : *terms)
            term.index = index++;
    index = 0;
    for (UnitTerm &term : story.sent)
        term.index = index++;
    return story;
}

QString numberInWords(const UnitStory &story, const UnitNumber &number)
{
    return story.isHead ? u"%1: %2"_qs.arg(number.name, inInspector(number.value))
                        : QCoreApplication::translate("gatescope", "%1, unit %2: %3")
                              .arg(number.name, story.unit, inInspector(number.value));
}

} // namespace gatescope
