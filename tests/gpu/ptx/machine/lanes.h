// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/machine/warp.h"

#include <bit>
#include <cstring>
#include <type_traits>

namespace gatescope::ptx {

/// work(lane) for some lanes of a warp, from the first on.
template<typename Work>
void forEachLane(Lanes lanes, const Work &work)
{
    if (lanes == allLanes) {
        for (int lane = 0; lane < lanesOfWarp; ++lane)
            work(lane);
        return;
    }
    for (; lanes != 0; lanes &= lanes - 1)
        work(std::countr_zero(lanes));
}

/// A register as numbers of a type, one for each lane. What has less than 32 bits stands in the low ones.
template<typename Number>
class Register
{
public:
    Register(Warp &warp, Slot slot) : m_words(warp.words() + slot) { }

    Number operator[](int lane) const
    {
        if constexpr (sizeof(Number) == 8) {
            Number number;
            std::memcpy(&number, m_words + 2 * lane, 8);
            return number;
        } else if constexpr (std::is_floating_point_v<Number>) {
            return std::bit_cast<Number>(m_words[lane]);
        } else {
            return Number(m_words[lane]);
        }
    }
    void set(int lane, Number number) const
    {
        if constexpr (sizeof(Number) == 8)
            std::memcpy(m_words + 2 * lane, &number, 8);
        else if constexpr (std::is_floating_point_v<Number>)
            m_words[lane] = std::bit_cast<std::uint32_t>(number);
        else
            m_words[lane] = std::uint32_t(std::make_unsigned_t<Number>(number));
    }

private:
    std::uint32_t *m_words;
};

using U16 = std::uint16_t;
using U32 = std::uint32_t;
using U64 = std::uint64_t;
using S16 = std::int16_t;
using S32 = std::int32_t;
using S64 = std::int64_t;

/// d = f(a), where d may be of another type.
template<typename To, typename From, auto f>
void unary(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<To> d(warp, of.operands[0]);
    const Register<From> a(warp, of.operands[1]);
    forEachLane(lanes, [&](int lane) { d.set(lane, To(f(a[lane]))); });
}

/// d = f(a, b)
template<typename Number, auto f>
void binary(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<Number> d(warp, of.operands[0]), a(warp, of.operands[1]), b(warp, of.operands[2]);
    forEachLane(lanes, [&](int lane) { d.set(lane, Number(f(a[lane], b[lane]))); });
}

/// d = f(a, b, c)
template<typename Number, auto f>
void ternary(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<Number> d(warp, of.operands[0]), a(warp, of.operands[1]), b(warp, of.operands[2]),
        c(warp, of.operands[3]);
    forEachLane(lanes, [&](int lane) { d.set(lane, Number(f(a[lane], b[lane], c[lane]))); });
}

} // namespace gatescope::ptx
