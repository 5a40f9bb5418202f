// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/block.h"
#include "tests/gpu/ptx/machine/instruction_table.h"
#include "tests/gpu/ptx/machine/lanes.h"

namespace gatescope::ptx {

namespace {

enum class Space { global, globalAtOnce, shared, parameter };

/// Where the address of a lane is that stands in a register.
template<Space space>
std::uint64_t addressOf(Warp &warp, const Instruction &of, int operand, int lane, int offset = 0)
{
    const Slot slot = of.operands[std::size_t(operand)];
    const std::int64_t added = of.offsets[std::size_t(offset)];
    if constexpr (space == Space::shared)
        return Register<U32>(warp, slot)[lane] + U32(added);
    else
        return Register<U64>(warp, slot)[lane] + U64(added);
}

template<Space space>
const std::byte *reading(Warp &warp, int lane, std::uint64_t address, std::size_t bytes)
{
    if constexpr (space == Space::shared)
        return warp.block().readShared(warp, lane, address, bytes);
    else if constexpr (space == Space::parameter)
        return warp.block().readParameter(warp, lane, address, bytes);
    else
        return warp.block().readGlobal(warp, lane, address, bytes, space == Space::globalAtOnce);
}

template<Space space>
std::byte *writing(Warp &warp, int lane, std::uint64_t address, std::size_t bytes)
{
    if constexpr (space == Space::shared)
        return warp.block().writeShared(warp, lane, address, bytes);
    else
        return warp.block().writeGlobal(warp, lane, address, bytes, space == Space::globalAtOnce);
}

/// {d, …} = [a], where d may be wider
template<Space space, typename Number, int count = 1, typename Wide = Number>
void load(Warp &warp, const Instruction &of, Lanes lanes)
{
    forEachLane(lanes, [&](int lane) {
        const auto *from = reading<space>(warp, lane, addressOf<space>(warp, of, count, lane), count * sizeof(Number));
        for (int i = 0; i < count; ++i) {
            Number number;
            std::memcpy(&number, from + std::size_t(i) * sizeof(Number), sizeof(Number));
            Register<Wide>(warp, of.operands[std::size_t(i)]).set(lane, Wide(number));
        }
    });
}

/// [a] = {b, …}
template<Space space, typename Number, int count = 1>
void store(Warp &warp, const Instruction &of, Lanes lanes)
{
    forEachLane(lanes, [&](int lane) {
        auto *to = writing<space>(warp, lane, addressOf<space>(warp, of, 0, lane), count * sizeof(Number));
        for (int i = 0; i < count; ++i) {
            const Number number = Register<Number>(warp, of.operands[std::size_t(i + 1)])[lane];
            std::memcpy(to + std::size_t(i) * sizeof(Number), &number, sizeof(Number));
        }
    });
}

/// Begins to copy 4, 8 or 16 bytes to shared memory.
void copyAhead(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<U32> bytes(warp, of.operands[2]), given(warp, of.operands[3]);
    forEachLane(lanes, [&](int lane) {
        if (bytes[lane] != given[lane])
            warp.fail(lane, "this machine fills no copies up with 0");
        warp.block().copyAhead(warp, lane, addressOf<Space::shared>(warp, of, 0, lane),
                               addressOf<Space::global>(warp, of, 1, lane, 1), bytes[lane]);
    });
}

void endGroupOfCopies(Warp &warp, const Instruction &, Lanes lanes)
{
    forEachLane(lanes, [&](int lane) { warp.block().endGroupOfCopies(warp.thread(lane)); });
}

void awaitCopies(Warp &warp, const Instruction &of, Lanes lanes)
{
    const Register<U32> butLast(warp, of.operands[0]);
    forEachLane(lanes, [&](int lane) { warp.block().awaitCopies(warp, lane, butLast[lane]); });
}

/// Memory that is read sooner or later: nothing shows of it.
void prefetch(Warp &, const Instruction &, Lanes) { }

constexpr auto global = Space::global, atOnce = Space::globalAtOnce, shared = Space::shared,
               parameter = Space::parameter;

constexpr KnownInstruction known[] = {
    {"ld.param.u8", "wP", load<parameter, std::uint8_t>},
    {"ld.param.u32", "wP", load<parameter, U32>},
    {"ld.param.s32", "wP", load<parameter, U32>},
    {"ld.param.s32", "lP", load<parameter, S32, 1, S64>},
    {"ld.param.f32", "wP", load<parameter, U32>},
    {"ld.param.u64", "lP", load<parameter, U64>},
    {"ld.param.f64", "lP", load<parameter, U64>},
    {"ld.param.v2.u32", "wwP", load<parameter, U32, 2>},
    {"ld.global.u32", "wA", load<global, U32>},
    {"ld.global.s32", "wA", load<global, U32>},
    {"ld.global.s32", "lA", load<global, S32, 1, S64>},
    {"ld.global.f32", "wA", load<global, U32>},
    {"ld.global.f64", "lA", load<global, U64>},
    {"ld.relaxed.gpu.global.u32", "wA", load<atOnce, U32>, Flow::listens},
    {"ld.relaxed.gpu.global.v4.u32", "wwwwA", load<atOnce, U32, 4>, Flow::listens},
    {"ld.relaxed.gpu.global.v2.u64", "llA", load<atOnce, U64, 2>, Flow::listens},
    {"ld.shared.u32", "wa", load<shared, U32>},
    {"ld.shared.f32", "wa", load<shared, U32>},
    {"ld.shared.v2.u32", "wwa", load<shared, U32, 2>},
    {"ld.shared.v4.u32", "wwwwa", load<shared, U32, 4>},
    {"ld.shared.v4.f32", "wwwwa", load<shared, U32, 4>},
    {"st.global.u32", "Aw", store<global, U32>},
    {"st.global.f32", "Aw", store<global, U32>},
    {"st.global.f64", "Al", store<global, U64>},
    {"st.relaxed.gpu.global.u32", "Aw", store<atOnce, U32>},
    {"st.relaxed.gpu.global.u64", "Al", store<atOnce, U64>},
    {"st.shared.u16", "aw", store<shared, U16>},
    {"st.shared.u32", "aw", store<shared, U32>},
    {"st.shared.f32", "aw", store<shared, U32>},
    {"st.shared.v2.u32", "aww", store<shared, U32, 2>},
    {"st.shared.v4.u32", "awwww", store<shared, U32, 4>},
    {"cp.async.ca.shared.global", "aAww", copyAhead},
    {"cp.async.commit_group", "", endGroupOfCopies},
    {"cp.async.wait_group", "w", awaitCopies},
    {"prefetch.global.L2", "A", prefetch},
};

} // namespace

std::span<const KnownInstruction> memoryInstructions()
{
    return known;
}

} // namespace gatescope::ptx
