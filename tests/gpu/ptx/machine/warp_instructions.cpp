// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/instruction_table.h"
#include "tests/gpu/ptx/machine/lanes.h"
#include "tests/gpu/ptx/machine/tensor_core.h"

namespace gatescope::ptx {

namespace {

/// d|p = a of the lane whose number differs from this one's in the bits b; c says how far a lane may look: the upper
/// bits of its number have to be the same (the segment's), and p is whether they are. Otherwise it gets its own.
void shuffleByXor(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<U32> d(warp, of.operands[0]), a(warp, of.operands[2]), b(warp, of.operands[3]),
        c(warp, of.operands[4]);
    std::array<U32, lanesOfWarp> given{};
    Lanes isWithin = 0;
    forEachLane(lanes, [&](int lane) {
        const U32 segment = c[lane] >> 8 & 31, clamp = c[lane] & 31;
        const U32 last = (U32(lane) & segment) | (clamp & ~segment);
        const U32 from = U32(lane) ^ (b[lane] & 31);
        isWithin |= Lanes(from <= last) << lane;
        if (from <= last && (lanes >> from & 1) == 0)
            warp.fail(lane, "it asks lane " + std::to_string(from) + ", which is not there");
        given[std::size_t(lane)] = a[from <= last ? int(from) : lane];
    });
    forEachLane(lanes, [&](int lane) { d.set(lane, given[std::size_t(lane)]); });
    Lanes &p = warp.predicates()[of.operands[1]];
    p = (p & ~lanes) | isWithin;
}

/// D = A · B + C for all lanes, with as many numbers in each register of A and B.
template<int k, int inRegister>
void multiplyMatrices(Warp &warp, const Instruction &of, Lanes)
{
    float A[16][k], B[k][8];
    double sums[16][8] = {};
    const auto number = [&](int operand, int lane, int i) {
        const Register<U32> bits(warp, of.operands[std::size_t(operand + i / inRegister)]);
        return inRegister == 1 ? tf32Of(bits[lane]) : bf16Of(bits[lane], i % 2 == 1);
    };
    for (int lane = 0; lane < lanesOfWarp; ++lane) {
        for (int i = 0; i < 4 * inRegister; ++i) {
            const auto [row, column] = k == 8 ? placeInA8(lane, i) : placeInA16(lane, i);
            A[row][column] = number(4, lane, i);
        }
        for (int i = 0; i < 2 * inRegister; ++i) {
            const auto [row, column] = k == 8 ? placeInB8(lane, i) : placeInB16(lane, i);
            B[row][column] = number(8, lane, i);
        }
    }
    for (int m = 0; m < 16; ++m)
        for (int i = 0; i < k; ++i)
            for (int n = 0; n < 8; ++n)
                sums[m][n] += double(A[m][i]) * double(B[i][n]);
    for (int lane = 0; lane < lanesOfWarp; ++lane)
        for (int i = 0; i < 4; ++i) {
            const auto [row, column] = placeInC(lane, i);
            const Register<float> c(warp, of.operands[std::size_t(10 + i)]), d(warp, of.operands[std::size_t(i)]);
            d.set(lane, float(double(c[lane]) + sums[row][column]));
        }
}

/// What only steers does nothing else.
constexpr Action nothing = nullptr;

constexpr KnownInstruction known[] = {
    {"bra", "t", nothing, Flow::branch},
    {"bra.uni", "t", nothing, Flow::branch},
    {"ret", "", nothing, Flow::exit},
    {"trap", "", nothing, Flow::trap},
    {"bar.sync", "w", nothing, Flow::barrier},
    {"shfl.sync.bfly.b32", "wpwwww", shuffleByXor, Flow::shuffle},
    {"mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32", "wwwwwwwwwwwwww", multiplyMatrices<8, 1>, Flow::meeting},
    {"mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32", "wwwwwwwwwwwwww", multiplyMatrices<16, 2>, Flow::meeting},
};

} // namespace

std::span<const KnownInstruction> warpInstructions()
{
    return known;
}

} // namespace gatescope::ptx
