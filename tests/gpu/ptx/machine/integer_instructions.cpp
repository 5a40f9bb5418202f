// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/instruction_table.h"
#include "tests/gpu/ptx/machine/lanes.h"

#include <algorithm>
#include <limits>

namespace gatescope::ptx {

namespace {

/// d = a · b with twice as many bits.
template<typename Wide, typename Narrow>
void multiplyWide(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<Wide> d(warp, of.operands[0]);
    const Register<Narrow> a(warp, of.operands[1]), b(warp, of.operands[2]);
    forEachLane(lanes, [&](int lane) { d.set(lane, Wide(a[lane]) * Wide(b[lane])); });
}

/// d = a / b or the rest of it; by 0 it has no meaning, and nobody should ask.
template<typename Number, auto f>
void divide(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<Number> d(warp, of.operands[0]), a(warp, of.operands[1]), b(warp, of.operands[2]);
    forEachLane(lanes, [&](int lane) {
        if (b[lane] == 0)
            warp.fail(lane, "it divides by 0");
        if constexpr (std::is_signed_v<Number>)
            if (b[lane] == -1 && a[lane] == std::numeric_limits<Number>::min())
                warp.fail(lane, "the quotient has no room");
        d.set(lane, f(a[lane], b[lane]));
    });
}

/// d = f(a, b) where b counts bits, of which there are at most as many as a has.
template<typename Number, auto f>
void shift(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<Number> d(warp, of.operands[0]), a(warp, of.operands[1]);
    const Register<U32> b(warp, of.operands[2]);
    constexpr U32 bits = 8 * sizeof(Number);
    forEachLane(lanes, [&](int lane) { d.set(lane, f(a[lane], std::min(b[lane], bits))); });
}

template<typename Number>
Number shiftedLeft(Number a, U32 b)
{
    return b >= 8 * sizeof(Number) ? Number(0) : Number(a << b);
}

/// What comes in from the left is 0, or the sign.
template<typename Number>
Number shiftedRight(Number a, U32 b)
{
    if (b >= 8 * sizeof(Number))
        return std::is_signed_v<Number> && a < 0 ? Number(-1) : Number(0);
    return Number(a >> b);
}

/// d = b with `length` bits of it, from `from` on, replaced by the lowest ones of a.
void insertBits64(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<U64> d(warp, of.operands[0]), a(warp, of.operands[1]), b(warp, of.operands[2]);
    const Register<U32> from(warp, of.operands[3]), length(warp, of.operands[4]);
    forEachLane(lanes, [&](int lane) {
        const U32 at = from[lane] & 255, count = std::min(length[lane] & 255, 64u);
        const U64 field = at >= 64 ? 0 : (count == 64 ? ~U64(0) : (U64(1) << count) - 1) << at;
        d.set(lane, (b[lane] & ~field) | (at >= 64 ? 0 : a[lane] << at & field));
    });
}

constexpr auto sum = [](auto a, auto b) { return a + b; };
constexpr auto difference = [](auto a, auto b) { return a - b; };
constexpr auto product = [](auto a, auto b) { return a * b; };
constexpr auto productAndSum = [](auto a, auto b, auto c) { return a * b + c; };
constexpr auto quotient = [](auto a, auto b) { return a / b; };
constexpr auto rest = [](auto a, auto b) { return a % b; };
constexpr auto same = [](auto a) { return a; };

// Sums and products that have no room lose their upper bits, whether they have a sign or not.
constexpr KnownInstruction known[] = {
    {"add.s32", "www", binary<U32, sum>},
    {"add.s64", "lll", binary<U64, sum>},
    {"sub.s32", "www", binary<U32, difference>},
    {"sub.s64", "lll", binary<U64, difference>},
    {"mul.lo.s32", "www", binary<U32, product>},
    {"mul.lo.s64", "lll", binary<U64, product>},
    {"mul.wide.s32", "lww", multiplyWide<S64, S32>},
    {"mul.wide.u32", "lww", multiplyWide<U64, U32>},
    {"mad.lo.s32", "wwww", ternary<U32, productAndSum>},
    {"div.s32", "www", divide<S32, quotient>},
    {"div.u32", "www", divide<U32, quotient>},
    {"div.u64", "lll", divide<U64, quotient>},
    {"rem.s32", "www", divide<S32, rest>},
    {"rem.u32", "www", divide<U32, rest>},
    {"rem.u64", "lll", divide<U64, rest>},
    {"neg.s32", "ww", unary<U32, U32, [](U32 a) { return 0 - a; }>},
    {"max.s32", "www", binary<S32, [](S32 a, S32 b) { return std::max(a, b); }>},
    {"shl.b32", "www", shift<U32, shiftedLeft<U32>>},
    {"shl.b64", "llw", shift<U64, shiftedLeft<U64>>},
    {"shr.u32", "www", shift<U32, shiftedRight<U32>>},
    {"shr.s32", "www", shift<S32, shiftedRight<S32>>},
    {"shr.u64", "llw", shift<U64, shiftedRight<U64>>},
    {"shr.s64", "llw", shift<S64, shiftedRight<S64>>},
    {"bfi.b64", "lllww", insertBits64},
    {"cvt.s64.s32", "lw", unary<S64, S32, same>},
    {"cvt.s64.s32", "ll", unary<S64, S64, [](S64 a) { return S64(S32(a)); }>},
    {"cvt.u64.u32", "lw", unary<U64, U32, same>},
    {"cvt.u32.u64", "wl", unary<U32, U64, [](U64 a) { return U32(a); }>},
};

} // namespace

std::span<const KnownInstruction> integerInstructions()
{
    return known;
}

} // namespace gatescope::ptx
