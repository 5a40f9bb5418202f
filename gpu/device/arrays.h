// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device/device.h"

#include <functional>
#include <vector>

namespace gatescope::gpu {

/// Arrays that are wanted together and so come from one block of memory: add() each, then place() them.
class Arrays
{
public:
    /// `pointer` will point at so many numbers; it must stay where it is until then.
    template<typename Number>
    void add(Number *&pointer, std::size_t count)
    {
        static_assert(sizeof(Number) % sizeof(float) == 0);
        m_wanted.push_back({m_size, [&pointer](float *place) { pointer = reinterpret_cast<Number *>(place); }});
        m_size += rounded(count * (sizeof(Number) / sizeof(float)));
    }

    /// Allocates the block and sets the pointers; the block owns what they point at.
    Result<Device::Floats> place(Device &device)
    {
        auto block = device.allocate(m_size);
        if (block)
            for (const auto &[at, set] : m_wanted)
                set(block->get() + at);
        return block;
    }

    std::size_t size() const { return m_size; }

    /// A size that keeps what follows it aligned to 256 bytes.
    static std::size_t rounded(std::size_t count) { return (count + 63) / 64 * 64; }

private:
    struct Wanted {
        std::size_t at;
        std::function<void(float *)> set;
    };
    std::vector<Wanted> m_wanted;
    std::size_t m_size = 0;
};

} // namespace gatescope::gpu
