// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What a person may have meant by the number that stands in a text: none, one, or two readings, as "1,920" is 1.92 or
/// 1920. Understands a decimal point or comma, groups of three digits, a fraction "3/4" and "1 1/2", a power "0.95^20",
/// blanks, an exponent "2e-3" or "2·10^-3", a percent sign, a name before an equals sign, and the real minus sign.
std::vector<double> numbersMeant(std::string_view typed);

/// The whole numbers of "(4, 7, 3)", "4x7x3" or "torch.Size([4, 7, 3])"; none if there stands anything else.
std::optional<std::vector<int>> sizesMeant(std::string_view typed);

/// The last number that a sentence of ours says, as numberText writes them.
std::optional<double> lastNumberIn(std::string_view sentence);

} // namespace gatescope
