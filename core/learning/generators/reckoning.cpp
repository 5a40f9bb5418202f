// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/generators/reckoning.h"

#include "core/learning/generators/arithmetic.h"
#include "core/learning/questions/question.h"
#include "core/learning/questions/typed_number.h"

#include <cmath>
#include <cstdio>

namespace gatescope {

namespace {

Reckoning number(std::string text)
{
    const double value = lastNumberIn(text).value_or(0);
    return {std::move(text), value, true};
}

std::string bracketed(const Reckoning &second)
{
    return second.isNumber && second.text.starts_with("−") ? "(" + second.text + ")" : second.text;
}

/// What one more in the last of all digits of a result would be.
double lastPlace(const std::string &text)
{
    const std::size_t exponent = text.find("e−");
    return exponent == std::string::npos
        ? 1e-4
        : std::pow(10.0, -2 - std::stoi(text.substr(exponent + std::string("e−").size())));
}

/// Of a number just between two that can be written, both are right.
std::string written(const Reckoning &reckoned, const Reckoning &result)
{
    const bool gives = std::abs(reckoned.value - result.value) <= 0.5 * lastPlace(result.text) * (1 + 1e-6);
    return reckoned.text + (gives ? " = " : " ≈ ") + result.text;
}

} // namespace

std::string madeText(double number)
{
    if (number != std::round(number) || std::abs(number) >= 1e15)
        return numberText(number);
    char decimals[32];
    std::snprintf(decimals, sizeof decimals, "%.4f", std::abs(number));
    return (number < 0 ? "−" : "") + std::string(decimals);
}

std::string statedText(double number)
{
    std::string text = numberText(number);
    if (text.find('.') == std::string::npos || text.find('e') != std::string::npos)
        return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

Reckoning shown(double measured)
{
    return number(madeText(measured));
}

Reckoning stated(double given)
{
    return number(statedText(given));
}

Reckoning operator+(const Reckoning &one, const Reckoning &other)
{
    return {one.text + " + " + bracketed(other), one.value + other.value};
}

Reckoning operator*(const Reckoning &one, const Reckoning &other)
{
    return {one.text + " × " + bracketed(other), one.value * other.value};
}

Reckoning operator/(const Reckoning &one, const Reckoning &other)
{
    return {one.text + " / " + bracketed(other), one.value / other.value};
}

Reckoning power(const Reckoning &base, int exponent)
{
    return {base.text + "^" + std::to_string(exponent), std::pow(base.value, exponent)};
}

Reckoning root(const Reckoning &of, int degree)
{
    return {of.text + "^(1/" + std::to_string(degree) + ")", std::pow(of.value, 1.0 / degree)};
}

Reckoning squareRoot(const Reckoning &of)
{
    return {"√" + of.text, std::sqrt(of.value)};
}

Reckoning tanhOf(const Reckoning &sum)
{
    return {"tanh(" + sum.text + ")", hyperbolic(sum.value)};
}

Reckoning sigmoidOf(const Reckoning &sum)
{
    return {"σ(" + sum.text + ")", sigmoid(sum.value)};
}

std::string equation(const Reckoning &reckoned, double measured)
{
    return written(reckoned, shown(measured));
}

std::string statedEquation(const Reckoning &reckoned, double result)
{
    return written(reckoned, stated(result));
}

} // namespace gatescope
