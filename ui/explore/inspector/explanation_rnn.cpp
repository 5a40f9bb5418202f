// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/cell_explanation.h"
#include "ui/explore/inspector/code_listings.h"
#include "ui/explore/inspector/gradients_explained.h"

namespace gatescope {

namespace {

void explainState(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{
        Words::tr("The whole state is written anew at every step; nothing lets the old value by.")};
    addSquashedSum(unit, 0, explanation);
}

void gradientOfState(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{
        Words::tr("All of the gradient has to go through tanh and the weights; there is no way round them.")};
    addThroughSquashing(unit, Part::state, explanation);
    explanation.sums << unit.inputProducts(0) << unit.stateProducts(0);
}

void gradientOfInputs(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{Words::tr("This is what the step before receives.")};
    addSumOfWays(unit, QStringLiteral("(U^{*T*} [g]∂L/∂a[/])_{%1}").arg(unit.unit()), explanation);
    addWaysBack(unit, explanation);
    explanation.sums << unit.inputProducts(0) << unit.stateProducts(0);
}

} // namespace

std::vector<ExplainPart> rnnGradients()
{
    return {gradientOfInputs, gradientOfState};
}

const CellExplanation &rnnExplanation()
{
    static const CellExplanation table{CellKind::rnn, {explainInputs, explainState}, rnnGradients(), rnnCode};
    return table;
}

} // namespace gatescope
