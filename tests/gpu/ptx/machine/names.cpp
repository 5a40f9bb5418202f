// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/names.h"

#include "tests/gpu/ptx/machine/words.h"

#include <algorithm>

namespace gatescope::ptx {

void Names::declareRegisters(std::string_view name, long long count, int bits)
{
    for (long long i = 0; i < count; ++i) {
        m_made.push_back(std::string(name) + std::to_string(i));
        m_registers[m_made.back()] = {takeSlot(bits), bits};
    }
}

bool Names::hasOtherSize(std::string_view name, int bits) const
{
    const auto found = m_registers.find(name);
    return found != m_registers.end() && found->second.bits != bits;
}

Slot Names::slotOf(std::string_view name, int bits)
{
    if (hasOtherSize(name, bits))
        throw Unknown{std::string(name) + " has another size"};
    if (const auto named = m_registers.find(name); named != m_registers.end())
        return named->second.slot;
    if (name.starts_with('%'))
        return special(name);
    if (const auto address = m_addresses.find(name); address != m_addresses.end())
        return constant(bits, address->second);
    if (const auto number = numberIn(name))
        return constant(bits, *number);
    throw Unknown{"this machine does not know " + std::string(name)};
}

Slot Names::constant(int bits, long long value)
{
    const auto [place, isNew] = m_constants.try_emplace({bits, value}, 0);
    if (isNew) {
        place->second = takeSlot(bits);
        m_kernel.constants.push_back({place->second, bits, std::uint64_t(value)});
    }
    return place->second;
}

Slot Names::special(std::string_view name)
{
    constexpr std::pair<std::string_view, Special> known[] = {
        {"%tid.x", Special::thread},
        {"%ntid.x", Special::threads},
        {"%ctaid.x", Special::block},
        {"%nctaid.x", Special::blocks},
    };
    const auto *found = std::ranges::find(known, name, [](const auto &each) { return each.first; });
    if (found == std::end(known))
        throw Unknown{"this machine does not know " + std::string(name)};
    const auto [place, isNew] = m_specials.try_emplace(name, 0);
    if (isNew) {
        place->second = takeSlot(32);
        m_kernel.specials.push_back({place->second, found->second});
    }
    return place->second;
}

Slot Names::takeSlot(int bits)
{
    if (bits == 1)
        return Slot(m_kernel.predicates++);
    const auto slot = Slot(m_kernel.words);
    m_kernel.words += std::size_t(lanesOfWarp * bits / 32);
    return slot;
}

} // namespace gatescope::ptx
