// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/instruction_table.h"

#include <unordered_map>

namespace gatescope::ptx {

const KnownInstruction *knownInstruction(std::string_view name,
                                         const std::function<bool(std::string_view operands)> &fits)
{
    static const std::unordered_multimap<std::string_view, const KnownInstruction *> known = [] {
        std::unordered_multimap<std::string_view, const KnownInstruction *> all;
        for (const auto &kind : {integerInstructions(), floatInstructions(), logicInstructions(), memoryInstructions(),
                                 warpInstructions()})
            for (const KnownInstruction &one : kind)
                all.emplace(one.name, &one);
        return all;
    }();
    const auto [first, end] = known.equal_range(name);
    for (auto each = first; each != end; ++each)
        if (fits(each->second->operands))
            return each->second;
    return nullptr;
}

} // namespace gatescope::ptx
