// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/number_line.h"

#include "ui/common/numbers.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr int gradientDigits = 3;

QString bracketed(const QString &number)
{
    return number.startsWith(minus) ? '(' + number + ')' : number;
}

QString asTerm(const QString &number)
{
    return number.startsWith(minus) ? QStringLiteral(" − ") + number.mid(1) : QStringLiteral(" + ") + number;
}

} // namespace

Span words(const QString &text)
{
    return {text, std::nullopt};
}

Span comment(const QString &text, std::optional<Role> role)
{
    return {text, role, false, true};
}

Span value(double number, std::optional<Role> role)
{
    return {inInspector(number), role};
}

Span factor(double number, std::optional<Role> role)
{
    return {bracketed(inInspector(number)), role};
}

Span term(double number, std::optional<Role> role)
{
    return {asTerm(inInspector(number)), role};
}

Span result(double number)
{
    return {inInspector(number), std::nullopt, true};
}

Span of(const Term &term, Span span)
{
    span.term = term;
    return span;
}

Span gradientFactor(double gradient)
{
    return {bracketed(gradientNumber(gradient, gradientDigits)), Role::gradient};
}

Span gradientTerm(double gradient)
{
    return {asTerm(gradientNumber(gradient, gradientDigits)), Role::gradient};
}

Span gradientResult(double gradient)
{
    return {gradientNumber(gradient, gradientDigits), Role::gradient, true};
}

} // namespace gatescope
