// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/machine/shadow.h"

#include <map>
#include <memory>
#include <optional>

namespace gatescope::ptx {

/// Of each allocation, as cudaMalloc() promises.
inline constexpr std::size_t alignmentOfMemory = 256;

/// A piece of global memory.
struct Allocation {
    explicit Allocation(std::size_t bytes);

    std::size_t size;
    std::unique_ptr<std::byte[]> room; ///< of some more bytes, so that the beginning is aligned
    std::byte *begin;
    Shadow shadow;
};

/// The global memory of the machine: allocations that live, at addresses of this computer.
class Memory
{
public:
    void *allocate(std::size_t bytes);
    /// Whether there was such an allocation.
    bool release(void *begin);

    struct Place {
        Allocation *allocation;
        std::size_t at;
        std::byte *bytes() const { return allocation->begin + at; }
    };
    /// Where an address is, if so many bytes from there lie within one living allocation.
    std::optional<Place> find(std::uint64_t address, std::size_t bytes);
    std::optional<Place> find(const void *address, std::size_t bytes)
    {
        return find(reinterpret_cast<std::uint64_t>(address), bytes);
    }
    /// Where an address is that is in none of them.
    std::string describe(std::uint64_t address) const;
    std::size_t allocations() const { return m_allocations.size(); }

private:
    std::map<std::uint64_t, std::unique_ptr<Allocation>> m_allocations; ///< by their beginning
    std::pair<std::uint64_t, Allocation *> m_last{0, nullptr};          ///< that was found
};

} // namespace gatescope::ptx
