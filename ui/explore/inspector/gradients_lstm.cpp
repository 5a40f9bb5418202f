// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/gradients_explained.h"
#include "ui/explore/inspector/number_line.h"

#include <cmath>

namespace gatescope {

namespace {

void addSums(const FollowedUnit &unit, Part part, Explanation &explanation)
{
    const int block = unit.blockOf(part);
    explanation.sums << unit.inputProducts(block) << unit.stateProducts(block);
}

/// h = o·tanh(c), so ∂o = tanh(c)·∂h
void explainState(const FollowedUnit &unit, Explanation &explanation)
{
    const double c = unit.value(Part::cell);
    const double o = unit.value(Part::outputGate);
    const double squashed = std::tanh(c);
    explanation.blocks << Remark{
        Words::tr("The gradient of the state splits: to the output gate, and through tanh into the cell.")};
    addGradientProduct(explanation,
                       unit.gradientSymbol(Part::outputGate) + " = *tanh*(" + unit.symbol(Part::cell) + ") "
                           + unit.gradientSymbol(Part::state),
                       {words("tanh("), value(c, Role::state), words(")")}, unit.gradient(Part::state),
                       unit.gradient(Part::outputGate));
    // into the cell: o·(1 − tanh²(c))·∂h
    explanation.blocks << Heading{Words::tr("Into the cell")};
    addGradientProduct(explanation,
                       unit.symbol(Part::outputGate) + " (1 − *tanh*^{2}" + unit.symbol(Part::cell) + ") "
                           + unit.gradientSymbol(Part::state),
                       {value(o, Role::letsBy), words(" × (1 − "), factor(squashed, Role::state), words("²)")},
                       unit.gradient(Part::state), o * (1 - squashed * squashed) * unit.gradient(Part::state));
    addSums(unit, Part::outputGate, explanation);
}

void explainOutputGate(const FollowedUnit &unit, Explanation &explanation)
{
    addThroughSquashing(unit, Part::outputGate, explanation);
    addSums(unit, Part::outputGate, explanation);
}

/// ∂c = what comes along the cell from the step after + o·(1 − tanh²(c))·∂h
void explainCell(const FollowedUnit &unit, Explanation &explanation)
{
    const double squashed = std::tanh(unit.value(Part::cell));
    const double fromState = unit.value(Part::outputGate) * (1 - squashed * squashed) * unit.gradient(Part::state);
    const double whole = unit.gradient(Part::cell);
    const double along = whole - fromState;
    explanation.blocks << Remark{Words::tr(
        "Two streams meet in the cell: from the state of this step, and along the cell from the step after.")}
                       << Equation{{upright(unit.gradientSymbol(Part::cell))}}
                       << Numbers{{{words("= "), gradientFactor(fromState), gradientTerm(along)},
                                   {words("= "), gradientResult(whole)}},
                                  whole,
                                  true}
                       << Waterfall{{{Words::tr("from the state"), fromState}, {Words::tr("along the cell"), along}},
                                    Words::tr("in the cell"),
                                    whole};
    // c' = f·c + i·g, so f·∂c' goes straight back
    explanation.blocks << Heading{Words::tr("Straight back along the cell")};
    addGradientProduct(explanation,
                       unit.gradientSymbolBefore(Part::cell) + " ← " + unit.symbol(Part::forgetGate) + " "
                           + unit.gradientSymbol(Part::cell),
                       {value(unit.value(Part::forgetGate), Role::keeps)}, whole, unit.value(Part::forgetGate) * whole);
    addSums(unit, Part::forgetGate, explanation);
}

/// A gate or the candidate of c' = f·c + i·g: ∂part = other·∂c'
void explainFactor(const FollowedUnit &unit, Part part, const QString &otherSymbol, double other, Role otherRole,
                   Explanation &explanation)
{
    addGradientProduct(explanation,
                       unit.gradientSymbol(part) + " = " + otherSymbol + " " + unit.gradientSymbol(Part::cell),
                       {factor(other, otherRole)}, unit.gradient(Part::cell), unit.gradient(part));
    addThroughSquashing(unit, part, explanation);
    addSums(unit, part, explanation);
}

void explainCandidate(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{Words::tr("What the input gate let into the cell comes back to the candidate.")};
    explainFactor(unit, Part::cellCandidate, unit.symbol(Part::inputGate), unit.value(Part::inputGate), Role::letsBy,
                  explanation);
}

void explainInputGate(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{Words::tr("The input gate is told what the candidate was worth.")};
    explainFactor(unit, Part::inputGate, unit.symbol(Part::cellCandidate), unit.value(Part::cellCandidate),
                  Role::candidate, explanation);
}

void explainForget(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{Words::tr("The forget gate is told what the old value of the cell was worth.")};
    explainFactor(unit, Part::forgetGate, unit.symbolBefore(Part::cell), unit.before(Part::cell), Role::state,
                  explanation);
}

void gradientOfInputs(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{Words::tr("The four sums have come back to the state before this step. The cell goes "
                                           "back on its own way, times the forget gate.")};
    addSumOfWays(unit, QStringLiteral("*∑*_{k} (U_{k}^{*T*} [g]∂L/∂a_{k}[/])_{%1}").arg(unit.unit()), explanation);
    addWaysBack(unit, explanation);
    addSums(unit, Part::forgetGate, explanation);
}

} // namespace

std::vector<ExplainPart> lstmGradients()
{
    return {gradientOfInputs, explainForget,     explainInputGate, explainCandidate,
            explainCell,      explainOutputGate, explainState};
}

} // namespace gatescope
