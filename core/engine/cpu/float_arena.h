// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace gatescope {

/// A block of floats, aligned to cache lines and 0 at first. It never moves.
class FloatArena
{
public:
    static constexpr std::size_t alignment = 64;

    FloatArena() = default;
    explicit FloatArena(std::size_t size) : m_size(rounded(size))
    {
        if (m_size == 0)
            return;
        const std::size_t bytes = m_size * sizeof(float);
        const bool large = bytes >= largePage;
        const std::size_t taken = large ? (bytes + largePage - 1) / largePage * largePage : bytes;
        const auto boundary = std::align_val_t(large ? largePage : alignment);
        m_floats = {static_cast<float *>(::operator new(taken, boundary)), Free{boundary}};
#if defined(__linux__)
        if (large)
            madvise(m_floats.get(), taken, MADV_HUGEPAGE); // fewer addresses to look up; a hint, no more
#endif
        clear();
    }

    float *data()
    {
        return m_floats.get();
    }
    const float *data() const
    {
        return m_floats.get();
    }
    std::size_t size() const
    {
        return m_size;
    }
    void clear()
    {
        std::fill_n(m_floats.get(), m_size, 0.0f);
    }

    /// A size that keeps what follows it aligned.
    static std::size_t rounded(std::size_t size)
    {
        constexpr std::size_t step = alignment / sizeof(float);
        return (size + step - 1) / step * step;
    }

private:
    static constexpr std::size_t largePage = std::size_t(1) << 21;

    struct Free {
        std::align_val_t boundary;
        void operator()(float *floats) const { ::operator delete(floats, boundary); }
    };
    std::unique_ptr<float, Free> m_floats;
    std::size_t m_size = 0;
};

} // namespace gatescope
