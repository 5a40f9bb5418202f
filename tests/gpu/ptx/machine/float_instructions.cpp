// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/instruction_table.h"
#include "tests/gpu/ptx/machine/lanes.h"

#include <algorithm>
#include <cfenv>
#include <cmath>
#include <limits>

namespace gatescope::ptx {

namespace {

/// The same with another rounding than to the nearest number.
template<Action action, int rounding>
void rounded(Warp &warp, const Instruction &of, Lanes lanes)
{
    std::fesetround(rounding);
    action(warp, of, lanes);
    std::fesetround(FE_TONEAREST);
}

/// A number so small that it has fewer digits is 0 (.ftz).
float flushed(float x)
{
    return std::abs(x) < std::numeric_limits<float>::min() ? std::copysign(0.0f, x) : x;
}

/// 1 or 0; what is not a number is 0 (.sat).
float saturated(float x)
{
    return x > 0 ? std::min(x, 1.0f) : 0.0f;
}

constexpr auto sum = [](auto a, auto b) { return a + b; };
constexpr auto product = [](auto a, auto b) { return a * b; };
constexpr auto fused = [](auto a, auto b, auto c) { return std::fma(a, b, c); };
constexpr auto quotient = [](auto a, auto b) { return a / b; };
constexpr auto root = [](auto a) { return std::sqrt(a); };
constexpr auto same = [](auto a) { return a; };

constexpr KnownInstruction known[] = {
    {"add.f32", "www", binary<float, sum>},
    {"add.rz.f32", "www", rounded<binary<float, sum>, FE_TOWARDZERO>},
    {"sub.f32", "www", binary<float, [](float a, float b) { return a - b; }>},
    {"mul.f32", "www", binary<float, product>},
    {"fma.rn.f32", "wwww", ternary<float, fused>},
    {"fma.rm.f32", "wwww", rounded<ternary<float, fused>, FE_DOWNWARD>},
    {"div.rn.f32", "www", binary<float, quotient>},
    {"rcp.rn.f32", "ww", unary<float, float, [](float a) { return 1 / a; }>},
    {"rcp.approx.ftz.f32", "ww", unary<float, float, [](float a) { return flushed(1 / flushed(a)); }>},
    {"ex2.approx.ftz.f32", "ww", unary<float, float, [](float a) { return flushed(std::exp2(flushed(a))); }>},
    {"sqrt.rn.f32", "ww", unary<float, float, root>},
    {"neg.f32", "ww", unary<float, float, [](float a) { return -a; }>},
    {"abs.f32", "ww", unary<float, float, [](float a) { return std::abs(a); }>},
    // The sign of a, and the rest of b.
    {"copysign.f32", "www", binary<float, [](float a, float b) { return std::copysign(b, a); }>},
    {"cvt.sat.f32.f32", "ww", unary<float, float, saturated>},
    {"cvt.rn.f32.s32", "ww", unary<float, S32, same>},
    {"cvt.rn.f32.f64", "wl", unary<float, double, same>},
    {"cvt.f64.f32", "lw", unary<double, float, same>},
    {"add.f64", "lll", binary<double, sum>},
    {"mul.f64", "lll", binary<double, product>},
    {"fma.rn.f64", "llll", ternary<double, fused>},
    {"div.rn.f64", "lll", binary<double, quotient>},
    {"sqrt.rn.f64", "ll", unary<double, double, root>},
    // Of a number and of what is none it is the number, as fmin has it.
    {"min.f64", "lll", binary<double, [](double a, double b) { return std::fmin(a, b); }>},
};

} // namespace

std::span<const KnownInstruction> floatInstructions()
{
    return known;
}

} // namespace gatescope::ptx
