// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/gradients_explained.h"

#include "ui/drawing/scene/ways_back.h"
#include "ui/explore/inspector/number_line.h"

namespace gatescope {

namespace {

bool keeps(const FollowedUnit &unit)
{
    return unit.spec().update == UpdateMeaning::keeps;
}

/// The share of the old state, in numbers and in letters, and the share of the candidate.
struct Shares {
    QString oldSymbol, newSymbol;
    NumberLine oldNumbers, newNumbers;
};

Shares sharesOf(const FollowedUnit &unit)
{
    const double z = unit.value(Part::update);
    const QString letter = unit.symbol(Part::update);
    const QString rest = "(1 − " + letter + ")";
    const NumberLine whole{value(z, Role::keeps)};
    const NumberLine remainder{words("(1 − "), value(z, Role::keeps), words(")")};
    return keeps(unit) ? Shares{letter, rest, whole, remainder} : Shares{rest, letter, remainder, whole};
}

QString summed(const FollowedUnit &unit, Part part)
{
    return QStringLiteral("[g]∂L/∂a_{%1}[/]").arg(unit.letter(part));
}

GradientTable chainRule(const FollowedUnit &unit)
{
    const Shares shares = sharesOf(unit);
    const QString n = QStringLiteral("[n]%1[/]").arg(unit.scene().candidateLetter);
    const QString candidate = unit.scene().candidateLetter;
    const QString dh = QStringLiteral("∂[h]h_{t}[/]");
    const QString before = QStringLiteral("[h]h_{%1}[/]").arg(unit.previousTime());
    const QString z = QStringLiteral("[z]z[/]");
    const bool keepsOld = keeps(unit);
    const bool after = unit.spec().reset == ResetPlacement::after;
    GradientTable table;
    table.rows
        << GradientTable::Row{"[g]∂L/∂" + candidate + "[/]", upright((keepsOld ? "(1 − " + z + ")" : z) + " · " + dh),
                              unit.gradient(Part::candidate)}
        << GradientTable::Row{"[g]∂L/∂z[/]",
                              upright((keepsOld ? "(" + before + " − " + n + ")" : "(" + n + " − " + before + ")")
                                      + " · " + dh),
                              unit.gradient(Part::update)}
        << GradientTable::Row{summed(unit, Part::candidate), upright("(1 − " + n + "^{2}) · ∂" + n),
                              unit.preactivationGradient(unit.blockOf(Part::candidate))}
        << GradientTable::Row{"[g]∂L/∂r[/]", after ? "[h]u[/] · ∂a" : before + " · (U^{*T*}∂a)",
                              unit.gradient(Part::reset)}
        << GradientTable::Row{"[g]∂L/∂u[/]", after ? "[r]r[/] · ∂a" : "∂a", unit.gradient(Part::recurrentCandidate)};
    return table;
}

/// keeps: ∂z = (h − n)·∂h'; overwrites: ∂z = (n − h)·∂h'
void addToUpdate(const FollowedUnit &unit, Explanation &explanation)
{
    const QString old = unit.symbolBefore();
    const QString candidate = unit.symbol(Part::candidate);
    const double h = unit.before();
    const double n = unit.value(Part::candidate);
    const bool keepsOld = keeps(unit);
    const Span minuend = keepsOld ? value(h, Role::state) : value(n, Role::candidate);
    const Span subtrahend = keepsOld ? factor(n, Role::candidate) : factor(h, Role::state);
    addGradientProduct(explanation,
                       unit.gradientSymbol(Part::update) + " = ("
                           + (keepsOld ? old + " − " + candidate : candidate + " − " + old) + ") "
                           + unit.gradientSymbol(Part::state),
                       {words("("), minuend, words(" − "), subtrahend, words(")")}, unit.gradient(Part::state),
                       unit.gradient(Part::update));
}

/// ∂h_{t−1} ← z·∂h_t + what returns through the gates
void addPassedOn(const FollowedUnit &unit, Explanation &explanation)
{
    const Scene &scene = unit.scene();
    const auto ways = rememberedWaysBack(scene, unit.moment());
    const Shares shares = sharesOf(unit);
    NumberLine first{words("= ")};
    first << shares.oldNumbers << words(" × ") << gradientFactor(unit.gradient(Part::state));
    QList<NumberLine> lines{first};
    double total = 0;
    for (const GradientPath &way : ways) {
        const double share = way.gradient[unit.unit()];
        total += share;
        if (way.through)
            lines << NumberLine{words(" "), gradientTerm(share),
                                comment("  " + Words::tr(way.name.data()), roleOf(*way.through))};
    }
    lines << NumberLine{words("= "), gradientResult(total)};
    const QString through
        = QStringLiteral("*+ what returns through* [n]%1[/]*,* [z]z[/]*,* [r]r[/]").arg(scene.candidateLetter);
    explanation.blocks << Equation{
        {upright(unit.gradientSymbolBefore() + " ← " + shares.oldSymbol + " " + unit.gradientSymbol(Part::state)),
         through}} << Numbers{lines, total, true};
}

/// The conveyor is all that the blend itself passes on; the other ways are still to come.
void explainBlend(const FollowedUnit &unit, Explanation &explanation)
{
    const Scene &scene = unit.scene();
    const auto ways = rememberedWaysBack(scene, unit.moment());
    const Shares shares = sharesOf(unit);
    explanation.blocks << Remark{Words::tr(
        "The blend splits the gradient: straight back along the conveyor, to the candidate, and to the update gate.")};
    addGradientProduct(explanation,
                       unit.gradientSymbolBefore() + " ← " + shares.oldSymbol + " " + unit.gradientSymbol(Part::state),
                       shares.oldNumbers, unit.gradient(Part::state), ways.front().gradient[unit.unit()]);
    addGradientProduct(explanation,
                       unit.gradientSymbol(Part::candidate) + " = " + shares.newSymbol + " "
                           + unit.gradientSymbol(Part::state),
                       shares.newNumbers, unit.gradient(Part::state), unit.gradient(Part::candidate));
    addToUpdate(unit, explanation);
    explanation.sums << unit.inputProducts(unit.blockOf(Part::update))
                     << unit.stateProducts(unit.blockOf(Part::update));
}

void explainCandidate(const FollowedUnit &unit, Explanation &explanation)
{
    const Shares shares = sharesOf(unit);
    explanation.blocks << Remark{
        Words::tr("What the blend took from the candidate comes back to it, and on through tanh.")};
    addGradientProduct(explanation,
                       unit.gradientSymbol(Part::candidate) + " = " + shares.newSymbol + " "
                           + unit.gradientSymbol(Part::state),
                       shares.newNumbers, unit.gradient(Part::state), unit.gradient(Part::candidate));
    addThroughSquashing(unit, Part::candidate, explanation);
    explanation.sums << unit.inputProducts(unit.blockOf(Part::candidate))
                     << unit.stateProducts(unit.blockOf(Part::candidate));
}

void explainUpdate(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{
        Words::tr("The gate is told how far apart the two values are between which it chose.")};
    addToUpdate(unit, explanation);
    addThroughSquashing(unit, Part::update, explanation);
    explanation.sums << unit.inputProducts(unit.blockOf(Part::update))
                     << unit.stateProducts(unit.blockOf(Part::update));
}

/// (U_nᵀ ∂a_n) of this unit: what the candidates of all units send back to it.
double throughCandidateWeights(const FollowedUnit &unit)
{
    const Scene &scene = unit.scene();
    const Moment at = unit.moment();
    const int block = unit.blockOf(Part::candidate);
    const int H = unit.spec().hiddenSize;
    const Matrix &U = scene.record.experiment->parameters.layers[unit.spec().layerIndex(at.layer, at.direction)].U;
    const Vector da = preactivationGradient(scene.trace(), scene.gradients(), at, block);
    return U.middleRows(block * H, H).col(unit.unit()).dot(da);
}

void explainReset(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{
        Words::tr("The reset gate is told what the past that it let by was worth to the candidate.")};
    const QString da = QStringLiteral("[g]∂L/∂a_{%1, %2}[/]").arg(unit.scene().candidateLetter).arg(unit.unit());
    if (unit.spec().reset == ResetPlacement::after) {
        // p = r·u: ∂r = u·∂a_n
        addGradientProduct(explanation,
                           unit.gradientSymbol(Part::reset) + QStringLiteral(" = [h]u_{%1}[/] ").arg(unit.unit()) + da,
                           {factor(unit.value(Part::recurrentCandidate), Role::state)},
                           unit.preactivationGradient(unit.blockOf(Part::candidate)), unit.gradient(Part::reset));
    } else {
        // U (r∘h): ∂r = h·(Uᵀ ∂a_n)
        addGradientProduct(explanation,
                           unit.gradientSymbol(Part::reset) + " = " + unit.symbolBefore()
                               + QStringLiteral(" (%1^{*T*} [g]∂L/∂a[/])_{%2}")
                                     .arg(unit.subscripted("U", unit.blockOf(Part::candidate)))
                                     .arg(unit.unit()),
                           {factor(unit.before(), Role::state)}, throughCandidateWeights(unit),
                           unit.gradient(Part::reset));
    }
    addThroughSquashing(unit, Part::reset, explanation);
    explanation.sums << unit.inputProducts(unit.blockOf(Part::reset)) << unit.stateProducts(unit.blockOf(Part::reset));
}

void gradientOfInputs(const FollowedUnit &unit, Explanation &explanation)
{
    explanation.blocks << Remark{
        Words::tr("All ways have come back to the state before this step. This is what the step before receives.")};
    addPassedOn(unit, explanation);
    addWaysBack(unit, explanation);
    explanation.blocks << Rule{} << Heading{Words::tr("The chain rule at this unit")} << chainRule(unit);
    explanation.sums << unit.inputProducts(unit.blockOf(Part::update))
                     << unit.stateProducts(unit.blockOf(Part::update));
}

} // namespace

std::vector<ExplainPart> gruGradients()
{
    return {gradientOfInputs, explainReset, explainUpdate, explainCandidate, explainBlend};
}

} // namespace gatescope
