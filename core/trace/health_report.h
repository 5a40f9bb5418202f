// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/finding.h"

namespace gatescope {

// Where the lines are drawn.

/// A gate this near to 0 or 1 has a slope σ′ under 0.0475, a fifth of its largest, and moves its product by at most 5
/// %.
inline constexpr double gateOpen = 0.95;
inline constexpr double gateShut = 0.05;
/// Here tanh′ = 1 − y² is under 0.1: a gradient loses nine tenths on its way through.
inline constexpr double saturated = 0.95;
/// Nearly all steps: one in twenty may be otherwise, as the first one often is.
inline constexpr double nearlyAll = 0.95;
/// Of fewer steps than these everything is true of nearly all of them.
inline constexpr int fewestSteps = 5;
/// A state that stays within a two-hundredth of its range −1 … 1 looks the same at all steps.
inline constexpr double stillRange = 0.01;
/// A gradient of a millionth is lost against the others in single precision, which has seven digits.
inline constexpr double deadShare = 1e-6;
/// Growing by so much on its way back is beyond what adding the losses of a thousand steps does.
inline constexpr double explosion = 1e4;
/// A column of W of under a hundredth of the largest column's length: what it reads hardly counts.
inline constexpr double unusedShare = 0.01;
/// States that differ by less at every step are the same to the eye and to what reads them.
inline constexpr double sameState = 1e-3;

/// What stands out in a network on what it read, the gravest first. What is said of gates, states and gradients is said
/// of this input and no other. Without gradients, nothing is said of them. Past 1,024 units duplicates are not looked
/// for. Inputs have their numbers, or the names that are given for them.
std::vector<Finding> healthReport(const Trace &trace, const GradientTrace *gradients, const Parameters &parameters,
                                  const std::vector<std::string> &inputNames = {});

/// Puts one more among a report's findings, before those that are as grave.
void addInOrder(std::vector<Finding> &findings, Finding finding);

} // namespace gatescope
