// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace gatescope {

/// As mathematics has it; on the keyboard is a hyphen.
inline constexpr QChar minus(0x2212);

/// A number with so many decimals and a true minus sign; one that rounds to zero has no sign.
/// From 100,000 on it is "1.0000e300", or "1e300" where at most two decimals are asked for.
QString decimals(double value, int places);
/// Two decimals, as on the stage; what is not 0 and would read 0.00 is "3.1e−4". Under 1e−12, which is what rounding
/// leaves of equals, it is 0.00.
QString onStage(double value);
/// The same in a cell that has room for "−0.12" alone: "3e−4".
QString onStageBriefly(double value);
/// The number that onStage() writes.
double shownOnStage(double value);
/// "=" where the number on the stage is what one reckons from the other numbers on the stage, else "≈": each of them is
/// rounded for itself, so that 0.33 + 0.21 may stand beside 0.55.
QString equalsOnStage(double reckoned, double value);
/// Four decimals, as in the inspector; what is not 0 and would read 0.0000 is "3.1e−5".
QString inInspector(double value);
/// A count, a narrow gap between its thousands, which no language reads as a decimal point: "13 505".
QString wholeNumber(std::int64_t value);
/// A gradient: "4.9e−5", "1.0e−3", "2.0", "0"; `digits` behind the point.
QString gradientNumber(double value, int digits = 1);

} // namespace gatescope
