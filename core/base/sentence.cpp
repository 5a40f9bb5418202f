// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"

#include "core/base/marked.h"
#include "core/base/unicode.h"

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
            filled += given.starts_with(translatedArgument) ? given.substr(1) : given;
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
    int characters = 0;
    while (!text.empty()) {
        if (characters++ == longest)
            return shown + "…";
        const std::size_t bytes = utf8CharacterLength(text);
        const bool control = bytes == 1 && (static_cast<unsigned char>(text[0]) < 0x20 || text[0] == 0x7F);
        shown += bytes == 0 || control ? std::string_view("?") : text.substr(0, bytes);
        text.remove_prefix(bytes == 0 ? 1 : bytes);
    }
    return shown;
}

} // namespace gatescope
