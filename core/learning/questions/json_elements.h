// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/result.h"

#include <optional>
#include <string_view>
#include <vector>

namespace gatescope {

/// An element of a JSON list as its bytes stand in the text.
struct JsonElement {
    std::size_t offset = 0;
    std::string_view text;
};

struct JsonElements {
    std::vector<JsonElement> elements;
    std::optional<std::size_t> end; ///< where the bracket stands that closes the list; none: nothing closes it
};

/// The elements of the list that the text is, found by brackets and quotation marks alone, so that one that is broken
/// inside ends where it should. None if it is no list.
std::optional<JsonElements> elementsOf(std::string_view text);

/// Parses an element; line and column of an error are those of the whole text.
Result<Json> parseAt(std::string_view text, const JsonElement &element);

/// What there is to say of text behind the list, which nobody reads; none where there is nothing.
std::optional<Error> textBehind(std::string_view text, const JsonElements &list);

} // namespace gatescope
