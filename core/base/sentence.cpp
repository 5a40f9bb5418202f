// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"

#include "core/base/controls.h"
#include "core/base/marked.h"
#include "core/base/nested_sentence.h"

#include <cctype>

namespace gatescope {

std::string Sentence::english() const
{
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place
            = text[i] == '%' && i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1]));
        const std::size_t argument = place ? static_cast<std::size_t>(text[i + 1] - '1') : arguments.size();
        if (argument < arguments.size()) {
            const std::string &given = arguments[argument];
            const auto inner = innerSentence(given);
            filled += inner ? inner->english() : given.starts_with(translatedArgument) ? given.substr(1) : given;
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

std::string printable(std::string_view text)
{
    constexpr int longest = 80;
    std::string shown;
    for (int characters = 0; !text.empty(); ++characters) {
        if (characters == longest)
            return shown + "…";
        shown += takeShown(text);
    }
    return shown;
}

} // namespace gatescope
