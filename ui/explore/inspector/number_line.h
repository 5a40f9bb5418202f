// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/explanation.h"

namespace gatescope {

/// Pieces of a line of numbers: NumberLine{} << words("= σ(") << value(wx) << term(uh) << words(")").
Span words(const QString &text);
/// Words that are no part of the arithmetic.
Span comment(const QString &text, std::optional<Role> role = std::nullopt);
/// Four decimals.
Span value(double number, std::optional<Role> role = std::nullopt);
/// As a factor: in brackets when negative.
Span factor(double number, std::optional<Role> role = std::nullopt);
/// As a further term: " + 0.1000" or " − 0.1000".
Span term(double number, std::optional<Role> role = std::nullopt);
Span result(double number);
/// The same, of a number that stands for a term.
Span of(const Term &term, Span span);

/// The same for gradients, with an exponent: "6.330e−5".
Span gradientFactor(double gradient);
Span gradientTerm(double gradient);
Span gradientResult(double gradient);

} // namespace gatescope
