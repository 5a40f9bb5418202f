// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/translate.h"
#include "ui/explore/inspector/followed_unit.h"

#include <vector>

namespace gatescope {

/// Adds what is to be said about one part of a step.
using ExplainPart = void (*)(const FollowedUnit &unit, Explanation &explanation);

/// How one cell kind is explained; parts are at the index of CellDescription::stepParts.
struct CellExplanation {
    CellKind kind;
    std::vector<ExplainPart> forward;
    std::vector<ExplainPart> backward;
    QList<CodeListing> (*forwardCode)(const FollowedUnit &unit);
};

const CellExplanation &gruExplanation();
const CellExplanation &lstmExplanation();
const CellExplanation &rnnExplanation();

/// What all cells have in common.

/// The first part: what is read, and the state before.
void explainInputs(const FollowedUnit &unit, Explanation &explanation);
/// Says that a value is held, in place of how it is made.
Remark heldRemark(double value);

/// What squashes a block in this network, as equations write it: σ, hσ for a hard sigmoid, tanh, relu.
QString squashing(const NetworkSpec &spec, Activation activation);
/// The same as markup: "σ", "*tanh*".
QString squashingSign(const NetworkSpec &spec, Activation activation);
/// Its curve with the point on it.
SquashCurve squashCurve(const NetworkSpec &spec, Activation activation, double sum, double value, Role role);
/// A product as it meets others in an equation: "W_{r}·x", or "LN(W_{r}·x)" where a layer normalisation comes between.
QString summand(const NetworkSpec &spec, const ProductSum &product);
/// What that stands for; nothing without a layer normalisation.
void addNormalisation(const NetworkSpec &spec, Explanation &explanation);
/// A squashed sum W x + U h + b: equation, numbers, curve and products.
void addSquashedSum(const FollowedUnit &unit, int block, Explanation &explanation);
/// What goes back to the state before, as numbers with the names of their ways; `sum` is what they add up, as markup.
void addSumOfWays(const FollowedUnit &unit, const QString &sum, Explanation &explanation);
/// The ways by which the gradient of h goes back, and that they add up.
void addWaysBack(const FollowedUnit &unit, Explanation &explanation);
/// A gradient that is a factor times another one: "left = factor · right", with `factorNumbers` for the factor.
void addGradientProduct(Explanation &explanation, const QString &equation, const NumberLine &factorNumbers,
                        double right, double result);
/// ∂L/∂a of a squashed sum from the gradient of what it yields.
void addThroughSquashing(const FollowedUnit &unit, Part part, Explanation &explanation);
/// The same computation in code, in the backward pass; equal for all cells.
QList<CodeListing> backwardCode(const FollowedUnit &unit);

} // namespace gatescope
