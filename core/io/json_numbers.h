// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/sentence.h"
#include "core/io/tensor.h"

#include <optional>
#include <string>

namespace gatescope {

/// What a sentence says of a value that was not expected: "null", "3.5", "\"abc\"", "a list".
Argument shownJson(const Json &json);

/// A whole number in a range; nothing if the value is something else.
std::optional<std::int64_t> wholeNumber(const Json &json, std::int64_t smallest, std::int64_t largest);

/// Any size along an axis of readNumbers, as long as it is the same everywhere and not 0.
inline constexpr std::int64_t anySize = -1;

/// Nested lists of numbers as an F64 tensor: [N][T][I] has a shape of three sizes. The sentence
/// names the place after `name`: "x[0][3] has 5 values, expected 4."
Result<Tensor> readNumbers(const Argument &name, const Json &json, std::vector<std::int64_t> shape);

} // namespace gatescope
