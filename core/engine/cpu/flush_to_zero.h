// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace gatescope {

/// While it lives, its thread takes numbers below 1e-38 as 0: gradients that vanish would otherwise cost a
/// hundred times as much as others.
class FlushToZero
{
public:
#if defined(__x86_64__)
    FlushToZero() : m_before(_mm_getcsr())
    {
        _mm_setcsr(m_before | 0x8040);
    }
    ~FlushToZero()
    {
        _mm_setcsr(m_before);
    }
#else
    FlushToZero() = default;
#endif
    FlushToZero(const FlushToZero &) = delete;
    FlushToZero &operator=(const FlushToZero &) = delete;

#if defined(__x86_64__)
private:
    unsigned m_before;
#endif
};

} // namespace gatescope
