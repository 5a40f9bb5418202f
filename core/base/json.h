// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace gatescope {

/// What a JSON text from elsewhere may ask for.
struct JsonLimits {
    std::size_t bytes = 16u << 20;
    int depth = 64;
    std::size_t values = 4'000'000; ///< numbers, texts, lists, objects; each takes memory
};

/// Parses a JSON text. Refuses what is too large, nested too deeply, holds too many values, has a key
/// twice in one object or is not JSON; the sentence names line and column. Never recurses deeper than the limit.
Result<Json> parseJson(std::string_view text, const JsonLimits &limits = {});

/// Numbers are written so that they read back bit for bit; NaN and infinity are a programmer's mistake.
std::string writeJson(const Json &json, int indent = -1);

} // namespace gatescope
