// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/instruction_table.h"
#include "tests/gpu/ptx/machine/lanes.h"

#include <cmath>
#include <functional>

namespace gatescope::ptx {

namespace {

void setPredicate(Warp &warp, Slot predicate, Lanes of, Lanes value)
{
    Lanes &lanes = warp.predicates()[predicate];
    lanes = (lanes & ~of) | (value & of);
}

/// p = f(a, b)
template<typename Number, auto f>
void compare(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<Number> a(warp, of.operands[1]), b(warp, of.operands[2]);
    Lanes holds = 0;
    forEachLane(lanes, [&](int lane) { holds |= Lanes(f(a[lane], b[lane])) << lane; });
    setPredicate(warp, of.operands[0], lanes, holds);
}

/// p = f(q, r), for all lanes at once
template<auto f>
void combine(Warp &warp, const Instruction &of, Lanes lanes)
{
    const auto predicates = warp.predicates();
    setPredicate(warp, of.operands[0], lanes, f(predicates[of.operands[1]], predicates[of.operands[2]]));
}

template<auto f>
void combineOne(Warp &warp, const Instruction &of, Lanes lanes)
{
    setPredicate(warp, of.operands[0], lanes, f(warp.predicates()[of.operands[1]]));
}

/// d = p ? a : b
template<typename Number>
void select(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<Number> d(warp, of.operands[0]), a(warp, of.operands[1]), b(warp, of.operands[2]);
    const Lanes holds = warp.predicates()[of.operands[3]];
    forEachLane(lanes, [&](int lane) { d.set(lane, (holds >> lane & 1) != 0 ? a[lane] : b[lane]); });
}

constexpr auto same = [](auto a) { return a; };
constexpr auto inverse = [](auto a) { return ~a; };
// Where a or b is not a number, what ends in u holds, and nothing else does but "not equal" of integers.
constexpr auto lessOrNone = [](float a, float b) { return !(a > b); };
constexpr auto greaterOrNone = [](float a, float b) { return !(a < b); };
constexpr auto areNumbers = [](float a, float b) { return !std::isnan(a) && !std::isnan(b); };
constexpr std::equal_to<> eq;
constexpr std::not_equal_to<> ne;
constexpr std::less<> lt;
constexpr std::less_equal<> le;
constexpr std::greater<> gt;
constexpr std::greater_equal<> ge;
constexpr std::bit_and<> both;
constexpr std::bit_or<> either;
constexpr std::bit_xor<> oneOf;

constexpr KnownInstruction known[] = {
    {"setp.eq.s16", "pww", compare<S16, eq>},
    {"setp.ne.s16", "pww", compare<S16, ne>},
    {"setp.eq.b32", "pww", compare<U32, eq>},
    {"setp.eq.s32", "pww", compare<S32, eq>},
    {"setp.ne.s32", "pww", compare<S32, ne>},
    {"setp.lt.s32", "pww", compare<S32, lt>},
    {"setp.le.s32", "pww", compare<S32, le>},
    {"setp.gt.s32", "pww", compare<S32, gt>},
    {"setp.ge.s32", "pww", compare<S32, ge>},
    {"setp.lt.u32", "pww", compare<U32, lt>},
    {"setp.gt.u32", "pww", compare<U32, gt>},
    {"setp.eq.s64", "pll", compare<S64, eq>},
    {"setp.ne.s64", "pll", compare<S64, ne>},
    {"setp.lt.u64", "pll", compare<U64, lt>},
    {"setp.ge.u64", "pll", compare<U64, ge>},
    {"setp.eq.f32", "pww", compare<float, eq>},
    {"setp.lt.f32", "pww", compare<float, lt>},
    {"setp.le.f32", "pww", compare<float, le>},
    {"setp.gt.f32", "pww", compare<float, gt>},
    {"setp.ge.f32", "pww", compare<float, ge>},
    {"setp.leu.f32", "pww", compare<float, lessOrNone>},
    {"setp.geu.f32", "pww", compare<float, greaterOrNone>},
    {"setp.num.f32", "pww", compare<float, areNumbers>},
    {"setp.gt.f64", "pll", compare<double, gt>},
    {"and.pred", "ppp", combine<both>},
    {"or.pred", "ppp", combine<either>},
    {"xor.pred", "ppp", combine<oneOf>},
    {"not.pred", "pp", combineOne<inverse>},
    {"mov.pred", "pp", combineOne<same>},
    {"and.b16", "www", binary<U16, both>},
    {"and.b32", "www", binary<U32, both>},
    {"and.b64", "lll", binary<U64, both>},
    {"or.b32", "www", binary<U32, either>},
    {"or.b64", "lll", binary<U64, either>},
    {"xor.b32", "www", binary<U32, oneOf>},
    {"not.b32", "ww", unary<U32, U32, inverse>},
    {"mov.u16", "ww", unary<U16, U16, same>},
    {"mov.b32", "ww", unary<U32, U32, same>},
    {"mov.u32", "ww", unary<U32, U32, same>},
    {"mov.f32", "ww", unary<U32, U32, same>},
    {"mov.b64", "ll", unary<U64, U64, same>},
    {"mov.u64", "ll", unary<U64, U64, same>},
    {"mov.f64", "ll", unary<U64, U64, same>},
    {"cvta.to.global.u64", "ll", unary<U64, U64, same>}, // an address of either kind is the same here
    {"selp.u16", "wwwp", select<U16>},
    {"selp.b32", "wwwp", select<U32>},
    {"selp.u32", "wwwp", select<U32>},
    {"selp.f32", "wwwp", select<U32>},
    {"selp.b64", "lllp", select<U64>},
    {"selp.f64", "lllp", select<U64>},
};

} // namespace

std::span<const KnownInstruction> logicInstructions()
{
    return known;
}

} // namespace gatescope::ptx
