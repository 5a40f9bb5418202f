// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace gatescope {

/// What a network made: four decimals, also where they are zeros, "2.0000"; what is smaller than they can say as
/// "4.10e−5".
std::string madeText(double number);
/// What a question sets: as many decimals as it has, up to four, "0.5", "−4".
std::string statedText(double number);

/// What one reckons in a worked solution with the numbers that stand there. Each of them was rounded for itself, so
/// that what they give may differ in its last digit from what the network made.
struct Reckoning {
    std::string text; ///< "0.9012 × (−0.7642)"
    double value = 0; ///< of the numbers as they stand in the text
    bool isNumber = false;
};

Reckoning shown(double measured);
Reckoning stated(double number);
/// In a sum and a product a negative second number wears brackets.
Reckoning operator+(const Reckoning &one, const Reckoning &other);
Reckoning operator*(const Reckoning &one, const Reckoning &other);
Reckoning operator/(const Reckoning &one, const Reckoning &other);
Reckoning power(const Reckoning &base, int exponent);
Reckoning root(const Reckoning &of, int degree);
Reckoning squareRoot(const Reckoning &of);
Reckoning tanhOf(const Reckoning &sum);
Reckoning sigmoidOf(const Reckoning &sum);

/// "0.5000 × 0.2000 = 0.1000"; with "≈" where the numbers that stand there give another one than what was measured.
std::string equation(const Reckoning &reckoned, double measured);
/// The same where all follows from what the question sets: "1 / 0.5 = 2".
std::string statedEquation(const Reckoning &reckoned, double result);

} // namespace gatescope
