// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"

#include <cctype>

namespace gatescope {

std::string Sentence::english() const
{
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place = text[i] == '%' && i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1]));
        const std::size_t argument = place ? static_cast<std::size_t>(text[i + 1] - '1') : arguments.size();
        if (argument < arguments.size()) {
            filled += arguments[argument];
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

} // namespace gatescope
