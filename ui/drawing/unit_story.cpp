// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit_story.h"

#include "core/model/squash.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

/// Tells the stories of one scene.
class Teller
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    explicit Teller(const Scene &scene) : m_scene(scene), m_here(scene.moment()), m_unit(scene.playhead.unit) { }

    Part part() const { return *describe(m_scene.spec().cell).stepParts[m_scene.playhead.part].completes; }

    double at(Part part) const
    {
        return m_scene.trace().at(m_here.layer, m_here.direction)[part](m_here.step, m_here.sequence, m_unit);
    }

    double gradient(Part part) const
    {
        if (!m_scene.record.gradients)
            return 0;
        return m_scene.gradients().at(m_scene.spec(), m_here.layer, m_here.direction)[part](m_here.step,
                                                                                            m_here.sequence, m_unit);
    }

    UnitNumber number(Part part) const
    {
        QString letter = QString::fromUtf8(describe(part).symbol.data());
        const QString symbol = part == Part::candidate ? m_scene.candidateLetter : letter;
        if (part == Part::state || part == Part::cell)
            letter += u"_new"_qs;
        return {symbol,
                tr(describe(part).label.data()) + u" "_qs + symbol,
                at(part),
                roleOf(part),
                describe(part).range == Range::gate,
                partThatMakes(m_scene.spec().cell, part),
                {letter, m_unit}};
    }

    UnitNumber before(Part part) const
    {
        const QString letter = QString::fromUtf8(describe(part).symbol.data());
        const QString time = m_here.direction == Direction::forward ? u"t−1"_qs : u"t+1"_qs;
        return {u"%1_{%2}"_qs.arg(letter, time),
                tr("%1 before").arg(letter),
                stateBefore(m_scene.trace(), m_here, part)[m_unit],
                Role::state,
                false,
                -1,
                {letter, m_unit}};
    }

    /// The cell state of an LSTM as its new state reads it.
    UnitNumber squashedCell() const
    {
        return {u"*tanh* c"_qs,
                tr("squashed cell state"),
                stateCurve(0).squash(at(Part::cell)),
                Role::state,
                false,
                partThatMakes(CellKind::lstm, Part::state),
                {u"c_new"_qs, m_unit}};
    }

    UnitCurve gateCurve(double y) const
    {
        const GateActivation kind = m_scene.spec().gateActivation;
        const auto squash = [kind](double a) { return squashed(kind, Eigen::ArrayXd::Constant(1, a))[0]; };
        return {squash,
                u"σ"_qs,
                0,
                1,
                slope(kind, Eigen::ArrayXd::Constant(1, y))[0],
                slope(kind, Eigen::ArrayXd::Constant(1, 0.5))[0]};
    }

    UnitCurve stateCurve(double y) const
    {
        const StateActivation kind = m_scene.spec().stateActivation;
        const bool relu = kind == StateActivation::relu;
        const auto squash = [kind](double a) { return squashed(kind, Eigen::ArrayXd::Constant(1, a))[0]; };
        return {squash,
                relu ? u"relu"_qs : u"tanh"_qs,
                relu ? 0.0 : -1.0,
                relu ? niceScale(std::abs(y)) : 1.0,
                slope(kind, Eigen::ArrayXd::Constant(1, y))[0],
                1};
    }

    /// A part that squashes a sum of products.
    UnitStory block() const
    {
        const std::vector<Block> &blocks = describe(m_scene.spec().cell).blocks;
        const int index = static_cast<int>(std::ranges::find(blocks, part(), &Block::part) - blocks.begin());
        UnitStory story;
        story.block = index;
        story.sum = unitSum(m_scene, index);
        story.made = number(part());
        story.curve = blocks[index].activation == Activation::sigmoid ? gateCurve(story.made.value)
                                                                      : stateCurve(story.made.value);
        story.arrives = gradient(part());
        story.bySum = story.arrives * story.curve->slope;
        if (part() == Part::state)
            splitArriving(story);
        return story;
    }

    /// A part that adds products of numbers of the step.
    UnitStory products(Part made, std::vector<UnitTerm> terms) const
    {
        UnitStory story;
        story.sum.terms = std::move(terms);
        for (const UnitTerm &term : story.sum.terms)
            story.sum.total += term.product;
        story.made = number(made);
        story.sumSymbol = story.made.symbol;
        story.arrives = story.bySum = gradient(made);
        return story;
    }

    /// factor × value, where the factor is the gate or what is left of it.
    UnitTerm product(const UnitNumber &gate, bool rest, const UnitNumber &value) const
    {
        UnitTerm term;
        term.kind = UnitTerm::Kind::gated;
        term.symbol = rest ? u"*(1−*%1*) ×* %2"_qs.arg(gate.symbol, value.symbol)
                           : u"%1 *×* %2"_qs.arg(gate.symbol, value.symbol);
        term.weight = rest ? 1 - gate.value : gate.value;
        term.value = value.value;
        term.product = term.weight * value.value;
        term.weightName = rest ? tr("1 − %1").arg(gate.name) : gate.name;
        term.valueName = value.name;
        term.weightRole = gate.role;
        term.valueRole = value.role;
        term.weightIsGate = true;
        term.valueScale = niceScale(std::abs(value.value));
        term.knownFrom = std::max(gate.part, value.part);
        term.weightTerm = gate.term;
        term.valueTerm = value.term;
        PlayheadState there = m_scene.playhead;
        there.part = std::max(0, value.part < 0 ? gate.part : value.part);
        there.progress = 1;
        term.leadsTo = there;
        return term;
    }

    /// What goes back to a number: factor · arriving.
    UnitTerm sent(const UnitNumber &to, const QString &factorWords, double factor, double arriving) const
    {
        UnitTerm term;
        term.kind = UnitTerm::Kind::gated;
        term.symbol = to.symbol;
        term.weight = factor;
        term.weightName = factorWords;
        term.valueName = to.name;
        term.weightRole = to.role;
        term.weightScale = niceScale(std::abs(factor));
        term.valueGradient = factor * arriving;
        term.valueTerm = to.term;
        PlayheadState there = m_scene.playhead;
        there.part = std::max(0, to.part);
        there.progress = 1;
        if (to.part >= 0)
            term.leadsTo = there;
        return term;
    }

    /// The share of dL/dh that the next step sent back, and the rest.
    void splitArriving(UnitStory &story) const
    {
        if (!m_scene.record.gradients)
            return;
        if (const auto next = nextStep(m_scene.trace(), m_here)) {
            Moment later = m_here;
            later.step = *next;
            for (const GradientPath &way :
                 waysBack(m_scene.trace(), m_scene.gradients(), m_scene.record.experiment->parameters, later))
                story.fromLater += way.gradient[m_unit];
        }
        story.fromAbove = story.arrives - story.fromLater;
        // What is left of a difference of equals is rounding.
        if (std::abs(story.fromAbove) <= 1e-9 * std::abs(story.arrives))
            story.fromAbove = 0;
    }

    UnitOutcome times(const UnitNumber &gate, const UnitNumber &first, const UnitNumber &result) const
    {
        return {.gate = gate, .first = first, .second = {}, .result = result};
    }

    const Scene &scene() const { return m_scene; }

private:
    const Scene &m_scene;
    Moment m_here;
    int m_unit;
};

UnitStory gruStory(const Scene &scene)
{
    const Teller teller(scene);
    const UnitNumber z = teller.number(Part::update), n = teller.number(Part::candidate),
                     old = teller.before(Part::state);
    const bool keeps = scene.spec().update == UpdateMeaning::keeps;
    UnitStory story;
    if (teller.part() == Part::state) {
        // h' = (1−z)∘n + z∘h, or (1−z)∘h + z∘n
        story = teller.products(Part::state, {teller.product(z, !keeps, old), teller.product(z, keeps, n)});
        teller.splitArriving(story);
        const double onOld = keeps ? z.value : 1 - z.value;
        const QString zWord = z.symbol, restWord = u"1 − z"_qs;
        story.sent = {teller.sent(old, keeps ? zWord : restWord, onOld, story.arrives),
                      teller.sent(n, keeps ? restWord : zWord, 1 - onOld, story.arrives),
                      teller.sent(z, keeps ? u"h − n"_qs : u"n − h"_qs,
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
                           {u"p"_qs, scene.playhead.unit}};
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
    const Teller teller(scene);
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
                      teller.sent(o, u"tanh c"_qs, squashed.value, arrives)};
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
                           {u"c_new"_qs, scene.playhead.unit}};
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
    return Teller(scene).block();
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
    return std::ranges::find(unitStories(), scene.spec().cell, &UnitStories::kind)->tell(scene);
}

} // namespace gatescope
