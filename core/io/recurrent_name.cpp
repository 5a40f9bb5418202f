// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/recurrent_name.h"

#include <charconv>

namespace gatescope {

namespace {

bool removeSuffix(std::string_view &text, std::string_view suffix)
{
    const bool found = text.ends_with(suffix);
    text.remove_suffix(found ? suffix.size() : 0);
    return found;
}

/// Takes "_l12" off the end. "_l012" is no layer, and neither is one of more than three digits.
std::optional<int> removeLayer(std::string_view &text)
{
    const std::size_t mark = text.rfind("_l");
    if (mark == std::string_view::npos)
        return std::nullopt;
    const std::string_view digits = text.substr(mark + 2);
    int layer = -1;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), layer);
    if (failure != std::errc() || end != digits.data() + digits.size() || layer < 0 || std::to_string(layer) != digits
        || digits.size() > 3)
        return std::nullopt;
    text = text.substr(0, mark);
    return layer;
}

} // namespace

std::optional<RecurrentName> recurrentNameOf(std::string_view tensor)
{
    const bool reverse = removeSuffix(tensor, "_reverse");
    const std::optional<int> layer = removeLayer(tensor);
    if (!layer)
        return std::nullopt;
    for (const std::string_view kind : {"weight_ih", "weight_hh", "bias_ih", "bias_hh", "weight_hr"}) {
        if (removeSuffix(tensor, kind))
            return RecurrentName{std::string(tensor), std::string(kind), *layer,
                                 reverse ? Direction::backward : Direction::forward};
    }
    return std::nullopt;
}

} // namespace gatescope
