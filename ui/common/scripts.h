// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatescope {

/// Signs that are low, or high, by themselves, and what each of them is elsewhere.
inline constexpr QStringView lowSigns = u"₀₁₂₃₄₅₆₇₈₉₋ₐₖₙₜ";
inline constexpr QStringView highSigns = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵃᵏⁿᵗ";
inline constexpr QStringView plainSigns = u"0123456789−aknt";

/// A sentence as it is typed, with its powers and steps as they are read: "10^-4" is 10⁻⁴, "0.5^k" 0.5ᵏ, "7.2e−11"
/// 7.2 × 10⁻¹¹, "h_t" hₜ and "h_{t-1}" hₜ₋₁. Names of a program stay as they are: "h_n", "weight_ih_l0". So does what
/// has no such letters: "2^(1/3)".
QString inScripts(const QString &typed);

/// The same for Markdown, whose `code` stays as it is.
QString inScriptsOfMarkdown(const QString &typed);

/// What is low by itself, as letters that can be lowered in any face: "ₜ₋₁" is "t−1".
QString inPlainLetters(const QString &low);

} // namespace gatescope
