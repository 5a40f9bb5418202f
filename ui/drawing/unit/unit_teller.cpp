// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_teller.h"

#include "core/model/squash.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/scene/ways_back.h"

#include <algorithm>

namespace gatescope {

double UnitTeller::at(Part part) const
{
    return m_scene.trace().at(m_here.layer, m_here.direction)[part](m_here.step, m_here.sequence, m_unit);
}

double UnitTeller::gradient(Part part) const
{
    if (!m_scene.record.gradients)
        return 0;
    return m_scene.gradients().at(m_scene.spec(), m_here.layer, m_here.direction)[part](m_here.step, m_here.sequence,
                                                                                        m_unit);
}

UnitNumber UnitTeller::number(Part part) const
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
            {letter, m_unit},
            atPart(partThatMakes(m_scene.spec().cell, part)),
            heldAt(m_scene.trace(), m_here, part, m_unit).has_value()};
}

UnitNumber UnitTeller::before(Part part) const
{
    const QString letter = QString::fromUtf8(describe(part).symbol.data());
    const QString time = m_here.direction == Direction::forward ? u"t−1"_qs : u"t+1"_qs;
    UnitNumber number{u"%1_{%2}"_qs.arg(letter, time),
                      tr("%1 before").arg(letter),
                      stateBefore(m_scene.trace(), m_here, part)[m_unit],
                      Role::state,
                      false,
                      -1,
                      {letter, m_unit},
                      {},
                      false};
    if (const auto step = previousStep(m_scene.trace(), m_here)) {
        number.from = atPart(partThatMakes(m_scene.spec().cell, part));
        number.from->step = *step;
        number.held = heldAt(m_scene.trace(), number.from->moment(), part, m_unit).has_value();
    }
    return number;
}

UnitNumber UnitTeller::squashedCell() const
{
    return {u"*tanh* c"_qs,
            tr("squashed cell state"),
            stateCurve(0).squash(at(Part::cell)),
            Role::state,
            false,
            partThatMakes(CellKind::lstm, Part::state),
            {u"c_new"_qs, m_unit},
            atPart(partThatMakes(CellKind::lstm, Part::cell)),
            heldAt(m_scene.trace(), m_here, Part::cell, m_unit).has_value()};
}

PlayheadState UnitTeller::atPart(int part) const
{
    PlayheadState there = arrivingAt(m_scene.playhead);
    there.part = std::max(0, part);
    return there;
}

UnitCurve UnitTeller::gateCurve(double y) const
{
    const GateActivation kind = m_scene.spec().gateActivation;
    const auto squash = [kind](double a) { return squashed(kind, Eigen::ArrayXd::Constant(1, a))[0]; };
    return {
        squash, kind == GateActivation::sigmoid ? u"σ"_qs : u"hσ"_qs, 0,
        1,      slope(kind, Eigen::ArrayXd::Constant(1, y))[0],       slope(kind, Eigen::ArrayXd::Constant(1, 0.5))[0]};
}

UnitCurve UnitTeller::stateCurve(double y) const
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

UnitStory UnitTeller::block() const
{
    const std::vector<Block> &blocks = describe(m_scene.spec().cell).blocks;
    const int index = static_cast<int>(std::ranges::find(blocks, part(), &Block::part) - blocks.begin());
    UnitStory story;
    story.block = index;
    story.sum = unitSum(m_scene, index);
    story.made = number(part());
    story.curve
        = blocks[index].activation == Activation::sigmoid ? gateCurve(story.made.value) : stateCurve(story.made.value);
    story.arrives = gradient(part());
    story.bySum = story.arrives * story.curve->slope;
    if (part() == Part::state)
        splitArriving(story);
    return story;
}

UnitStory UnitTeller::products(Part made, std::vector<UnitTerm> terms) const
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

UnitTerm UnitTeller::product(const UnitNumber &gate, bool rest, const UnitNumber &value) const
{
    UnitTerm term;
    term.kind = UnitTerm::Kind::gated;
    term.symbol
        = rest ? u"*(1−*%1*) ×* %2"_qs.arg(gate.symbol, value.symbol) : u"%1 *×* %2"_qs.arg(gate.symbol, value.symbol);
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
    term.sources = {{gate.name, gate.value, gate.part, gate.from, gate.held},
                    {value.name, value.value, value.part, value.from, value.held}};
    return term;
}

UnitTerm UnitTeller::sent(const UnitNumber &to, const QString &factorWords, double factor, double arriving) const
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
    term.sources = {{to.name, to.value, to.part, to.from, to.held}};
    return term;
}

void UnitTeller::splitArriving(UnitStory &story) const
{
    if (!m_scene.record.gradients)
        return;
    if (const auto next = nextStep(m_scene.trace(), m_here)) {
        Moment later = m_here;
        later.step = *next;
        for (const GradientPath &way : rememberedWaysBack(m_scene, later))
            story.fromLater += way.gradient[m_unit];
    }
    story.fromAbove = story.arrives - story.fromLater;
    // What is left of a difference of equals is rounding.
    if (std::abs(story.fromAbove) <= 1e-9 * std::abs(story.arrives))
        story.fromAbove = 0;
}

UnitOutcome UnitTeller::times(const UnitNumber &gate, const UnitNumber &first, const UnitNumber &result) const
{
    return {.gate = gate, .first = first, .second = {}, .result = result};
}

} // namespace gatescope
