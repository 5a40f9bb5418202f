// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/input/input_names.h"

namespace gatescope {

std::vector<std::string> inputNames(const Input &input)
{
    if (const auto *numbers = std::get_if<NumberInput>(&input.source))
        return numbers->features;
    std::vector<std::string> names;
    if (const auto *letters = std::get_if<CharacterInput>(&input.source))
        for (const std::string &letter : letters->alphabet)
            names.push_back(visibleLetter(letter));
    return names;
}

} // namespace gatescope
