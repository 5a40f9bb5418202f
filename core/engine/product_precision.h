// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace gatescope {

/// In which precision a backend of floats multiplies matrices. What is added up, and all else, are floats.
enum class ProductPrecision {
    float32,
    tf32, ///< factors with 10 bits behind the leading one
    bf16  ///< factors with 7
};

inline constexpr std::array productPrecisionNames{std::pair(std::string_view("float32"), ProductPrecision::float32),
                                                  std::pair(std::string_view("tf32"), ProductPrecision::tf32),
                                                  std::pair(std::string_view("bf16"), ProductPrecision::bf16)};

inline std::string_view nameOf(ProductPrecision precision)
{
    return std::ranges::find(productPrecisionNames, precision, [](const auto &row) { return row.second; })->first;
}

inline std::optional<ProductPrecision> productPrecisionNamed(std::string_view name)
{
    const auto row = std::ranges::find(productPrecisionNames, name, [](const auto &each) { return each.first; });
    return row == productPrecisionNames.end() ? std::nullopt : std::optional(row->second);
}

} // namespace gatescope
