// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/memory.h"

namespace gatescope::ptx {

Allocation::Allocation(std::size_t bytes)
    : size(bytes), room(std::make_unique_for_overwrite<std::byte[]>(bytes + alignmentOfMemory)), shadow(bytes, 4)
{
    void *aligned = room.get();
    std::size_t space = bytes + alignmentOfMemory;
    begin = static_cast<std::byte *>(std::align(alignmentOfMemory, bytes, aligned, space));
}

void *Memory::allocate(std::size_t bytes)
{
    auto allocation = std::make_unique<Allocation>(bytes);
    std::byte *begin = allocation->begin;
    m_allocations[reinterpret_cast<std::uint64_t>(begin)] = std::move(allocation);
    return begin;
}

bool Memory::release(void *begin)
{
    m_last = {};
    return m_allocations.erase(reinterpret_cast<std::uint64_t>(begin)) > 0;
}

std::optional<Memory::Place> Memory::find(std::uint64_t address, std::size_t bytes)
{
    if (!m_last.second || address < m_last.first || address - m_last.first + bytes > m_last.second->size) {
        auto after = m_allocations.upper_bound(address);
        if (after == m_allocations.begin())
            return {};
        --after;
        if (address - after->first + bytes > after->second->size)
            return {};
        m_last = {after->first, after->second.get()};
    }
    return Place{m_last.second, std::size_t(address - m_last.first)};
}

std::string Memory::describe(std::uint64_t address) const
{
    const auto after = m_allocations.upper_bound(address);
    if (after == m_allocations.begin())
        return "below all memory that was allocated";
    const auto &[begin, allocation] = *std::prev(after);
    return std::to_string(address - begin) + " bytes after the beginning of " + std::to_string(allocation->size)
        + " allocated ones";
}

} // namespace gatescope::ptx
