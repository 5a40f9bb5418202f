// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"

#include "core/base/controls.h"

#include <cctype>

namespace gatescope {

Argument::Argument(Sentence sentence) : m_sentence(std::make_shared<const Sentence>(std::move(sentence))) { }

std::string Argument::english() const
{
    return m_sentence ? m_sentence->english() : m_written;
}

std::string Sentence::english() const
{
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place
            = text[i] == '%' && i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1]));
        const std::size_t argument = place ? static_cast<std::size_t>(text[i + 1] - '1') : arguments.size();
        if (argument < arguments.size()) {
            filled += arguments[argument].english();
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

Sentence joined(const std::vector<Argument> &pieces, const std::string &between)
{
    if (pieces.empty())
        return {};
    Sentence whole{"%1", {pieces.front()}};
    for (std::size_t i = 1; i < pieces.size(); ++i) // two by two: a sentence has nine places
        whole = {"%1" + between + "%2", {std::move(whole), pieces[i]}};
    return whole;
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
