// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/cell_explanation.h"
#include "ui/explore/inspector/code_listings.h"
#include "ui/explore/inspector/gradients_explained.h"
#include "ui/explore/inspector/number_line.h"

namespace gatescope {

namespace {

bool keeps(const FollowedUnit &unit)
{
    return unit.spec().update == UpdateMeaning::keeps;
}

void explainReset(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{
        Words::tr("How much of the past the candidate may hear: 1 lets all of it through, 0 none.")};
    addSquashedSum(unit, unit.blockOf(Part::reset), explanation);
}

void explainUpdate(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{
        keeps(unit) ? Words::tr("How much of the old state this unit keeps: 1 keeps all, 0 overwrites all.")
                    : Words::tr("How much of the old state this unit overwrites: 0 keeps all, 1 overwrites all.")};
    addSquashedSum(unit, unit.blockOf(Part::update), explanation);
}

/// n = tanh(W x + b_in + r·(U h + b_hn))
void addCandidateAfter(const FollowedUnit &unit, Explanation &explanation)
{
    const int block = unit.blockOf(Part::candidate);
    const FollowedUnit::Sums sums = unit.sums(block);
    const ProductSum input = unit.inputProducts(block);
    const ProductSum state = unit.stateProducts(block);
    const bool bias = unit.spec().bias;
    const QString letter = unit.scene().candidateLetter;
    const double r = unit.value(Part::reset);
    const double u = unit.value(Part::recurrentCandidate);
    const double n = unit.value(Part::candidate);
    const QString squash = squashing(unit.spec(), Activation::tanh);
    const QString pastSymbol = QStringLiteral("[h]u_{%1}[/]").arg(unit.unit());

    const Term pastTerm = unit.term(Part::recurrentCandidate);
    NumberLine past{words("= "), of(unit.weights("U", block), value(sums.Uh, Role::state))};
    if (bias)
        past << term(sums.bRec);
    past << words(" = ") << of(pastTerm, value(u));
    explanation.blocks << Equation{{upright(pastSymbol + " = " + summand(unit.spec(), state)
                                            + (bias ? " + b_{h" + letter + "}" : QString()))}}
                       << Numbers{{past}, u};

    const QString equation = unit.symbol(Part::candidate) + " = *" + squash + "*(" + summand(unit.spec(), input)
        + (bias ? " + b_{i" + letter + "}" : QString()) + " + " + unit.symbol(Part::reset) + " · " + pastSymbol + ")";
    NumberLine first{words("= " + squash + "("), of(unit.weights("W", block), value(sums.Wx, Role::input))};
    if (bias)
        first << term(sums.bIn);
    first << words(" + ") << of(unit.term(Part::reset), value(r, Role::letsBy)) << words(" × ")
          << of(pastTerm, factor(u, Role::state)) << words(")");
    const double a = sums.Wx + sums.bIn + r * u;
    explanation.blocks << Equation{{upright(equation)}};
    if (const auto held = unit.held(Part::candidate))
        explanation.blocks << heldRemark(*held);
    else
        explanation.blocks << Numbers{
            {first, {words("= " + squash + "("), value(a), words(") = "), of(unit.term(Part::candidate), result(n))}},
            n} << squashCurve(unit.spec(), Activation::tanh, a, n, Role::candidate);
    addNormalisation(unit.spec(), explanation);
    explanation.sums << input << state;
}

void explainCandidate(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{Words::tr("What this unit would become if nothing of its old value were kept.")};
    if (unit.spec().reset == ResetPlacement::after)
        addCandidateAfter(unit, explanation);
    else
        addSquashedSum(unit, unit.blockOf(Part::candidate), explanation); // n = tanh(W x + U (r∘h) + b)
}

void explainBlend(const FollowedUnit &unit, Explanation &explanation)
{
    const double z = unit.value(Part::update);
    const double old = unit.before();
    const double n = unit.value(Part::candidate);
    const double h = unit.value(Part::state);
    const double kept = keeps(unit) ? z : 1 - z;
    const Term gate = unit.term(Part::update);
    const QString keptSymbol = keeps(unit) ? unit.symbol(Part::update) : "(1 − " + unit.symbol(Part::update) + ")";
    const QString newSymbol = keeps(unit) ? "(1 − " + unit.symbol(Part::update) + ")" : unit.symbol(Part::update);

    // keeps: h' = z·h + (1−z)·n; overwrites: h' = (1−z)·h + z·n
    explanation.blocks << Equation{{upright(unit.symbol(Part::state) + " = " + keptSymbol + " " + unit.symbolBefore()
                                            + " + " + newSymbol + " " + unit.symbol(Part::candidate))}}
                       << Numbers{{{words("= "), of(gate, value(kept, Role::keeps)), words(" × "),
                                    of(unit.termBefore(), factor(old, Role::state)), words(" + "),
                                    of(gate, value(1 - kept, Role::keeps)), words(" × "),
                                    of(unit.term(Part::candidate), factor(n, Role::candidate))},
                                   {words("= "), value(kept * old), term((1 - kept) * n)},
                                   {words("= "), of(unit.term(Part::state), result(h))}},
                                  h}
                       << BlendLine{old, n, h}
                       << Remark{Words::tr("The new state lies %1 % of the way from the old value to the candidate.")
                                     .arg(qRound(100 * (1 - kept)))}
                       << Rule{} << Heading{Words::tr("Where the update gate came from")};
    addSquashedSum(unit, unit.blockOf(Part::update), explanation);
}

} // namespace

const CellExplanation &gruExplanation()
{
    static const CellExplanation table{CellKind::gru,
                                       {explainInputs, explainReset, explainUpdate, explainCandidate, explainBlend},
                                       gruGradients(),
                                       gruCode};
    return table;
}

} // namespace gatescope
