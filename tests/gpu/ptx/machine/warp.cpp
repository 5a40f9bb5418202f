// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/warp.h"

#include "tests/gpu/ptx/machine/grid.h"
#include "tests/gpu/ptx/machine/lanes.h"

#include <algorithm>

namespace gatescope::ptx {

namespace {

constexpr std::uint32_t nowhere = ~0u;
constexpr unsigned turnsOfThoseBehind = 64; ///< before those ahead have one

int firstOf(Lanes lanes)
{
    return std::countr_zero(lanes);
}

} // namespace

Warp::Warp(Block &block, int first, int lanes)
    : m_block(block), m_first(first), m_all(lanes == lanesOfWarp ? allLanes : (Lanes(1) << lanes) - 1), m_live(m_all),
      m_words(block.grid().takeRegisters()), m_predicates(block.kernel().predicates)
{
    setConstants();
}

Warp::~Warp()
{
    m_block.grid().giveRegisters(std::move(m_words));
}

void Warp::setConstants()
{
    for (const Constant &constant : m_block.kernel().constants)
        if (constant.bits == 1)
            m_predicates[constant.slot] = constant.value != 0 ? allLanes : 0;
        else
            for (int lane = 0; lane < lanesOfWarp; ++lane)
                if (constant.bits == 64)
                    Register<U64>(*this, constant.slot).set(lane, constant.value);
                else
                    Register<U32>(*this, constant.slot).set(lane, U32(constant.value));
    for (const auto &[slot, special] : m_block.kernel().specials)
        for (int lane = 0; lane < lanesOfWarp; ++lane) {
            const int values[] = {thread(lane), m_block.threads(), m_block.number(), m_block.blocks()};
            Register<S32>(*this, slot).set(lane, values[int(special)]);
        }
}

void Warp::fail(int lane, const std::string &what) const
{
    throw Fault{thread(lane), m_block.kernel().lines[m_at], what};
}

void Warp::failHere(const std::string &what) const
{
    fail(firstOf(m_live), what);
}

void Warp::setPlace(Lanes lanes, std::uint32_t at)
{
    forEachLane(lanes, [&](int lane) { m_places[std::size_t(lane)] = at; });
}

Warp::State Warp::run()
{
    if (m_isAtBarrier) { // all threads of the block have met
        m_isAtBarrier = false;
        m_parked = 0;
    }
    m_givesTurn = m_listens = false;
    ++m_turns;
    while (m_live != 0) {
        go(choose());
        if (m_isAtBarrier)
            return State::waits;
        if (m_givesTurn)
            return State::hasMore;
    }
    return State::isDone;
}

Lanes Warp::choose()
{
    const Lanes ready = m_live & ~m_parked;
    if (ready == 0)
        failForEver();
    const bool isAhead = m_turns % turnsOfThoseBehind == 0;
    m_at = m_places[std::size_t(firstOf(ready))];
    forEachLane(ready, [&](int lane) {
        const std::uint32_t place = m_places[std::size_t(lane)];
        m_at = isAhead ? std::max(m_at, place) : std::min(m_at, place);
    });
    Lanes chosen = 0;
    m_meetAt = nowhere;
    forEachLane(ready, [&](int lane) {
        const std::uint32_t place = m_places[std::size_t(lane)];
        if (place == m_at)
            chosen |= Lanes(1) << lane;
        else if (place > m_at)
            m_meetAt = std::min(m_meetAt, place);
    });
    return chosen;
}

void Warp::go(Lanes lanes)
{
    const Instruction *code = m_block.kernel().code.data();
    const int count = std::popcount(lanes);
    std::uint64_t &executed = m_block.grid().executed();
    for (; m_at != m_meetAt; ++m_at) {
        const Instruction &instruction = code[m_at];
        Lanes doing = lanes;
        if (instruction.isGuarded) {
            const Lanes holds = m_predicates[instruction.guard];
            doing &= instruction.guardIsNegated ? ~holds : holds;
        }
        executed += std::uint64_t(count);
        switch (instruction.flow) {
        case Flow::listens:
            m_listens = true;
            [[fallthrough]];
        case Flow::next:
            if (doing != 0)
                instruction.action(*this, instruction, doing);
            continue;
        case Flow::branch:
            if (!takeBranch(instruction, lanes, doing))
                return;
            continue;
        case Flow::trap:
            if (doing != 0)
                fail(firstOf(doing), "the kernel gives up");
            continue;
        case Flow::exit:
            if (doing == 0)
                continue;
            m_live &= ~doing;
            m_block.grid().notesProgress();
            setPlace(lanes & ~doing, m_at + 1);
            return;
        case Flow::meeting:
        case Flow::shuffle:
        case Flow::barrier:
            break;
        }
        if (doing == 0)
            continue;
        setPlace(lanes & ~doing, m_at + 1);
        const Lanes together = meet(instruction, doing);
        if (together == 0)
            return;
        m_parked &= ~together;
        if (instruction.flow == Flow::barrier) {
            setPlace(together, m_at + 1);
            m_isAtBarrier = true;
            return;
        }
        instruction.action(*this, instruction, together);
        if (together != lanes) {
            setPlace(together, m_at + 1);
            return;
        }
    }
    setPlace(lanes, m_at);
}

bool Warp::takeBranch(const Instruction &of, Lanes lanes, Lanes taking)
{
    if (taking == 0)
        return true;
    const bool isBack = of.target <= m_at;
    if (isBack && m_block.grid().isTooLong())
        fail(firstOf(taking), "it does not come to an end");
    m_givesTurn = isBack && m_listens;
    const bool isAlone = (m_live & ~m_parked) == lanes;
    if (taking == lanes && isAlone && !m_givesTurn) {
        m_at = of.target - 1; // the loop adds 1
        return true;
    }
    setPlace(lanes & ~taking, m_at + 1);
    setPlace(taking, of.target);
    return false;
}

Lanes Warp::meet(const Instruction &of, Lanes lanes)
{
    Lanes needed = m_all;
    if (of.flow == Flow::meeting && m_all != allLanes)
        fail(firstOf(lanes), "it needs a whole warp");
    if (of.flow == Flow::shuffle) {
        const Register<U32> mask(*this, of.operands[5]);
        needed = mask[firstOf(lanes)];
        forEachLane(lanes, [&](int lane) {
            if (mask[lane] != needed || (needed >> lane & 1) == 0)
                fail(lane, "its mask of lanes is not that of the others, or lacks itself");
        });
        needed &= m_all;
    }
    setPlace(lanes, m_at);
    m_parked |= lanes;
    Lanes here = 0;
    forEachLane(m_parked, [&](int lane) { here |= Lanes(m_places[std::size_t(lane)] == m_at) << lane; });
    return (here & needed) == needed ? here : 0;
}

void Warp::failForEver() const
{
    const int lane = firstOf(m_live);
    const SourceLine &line = m_block.kernel().lines[m_places[std::size_t(lane)]];
    Lanes here = 0;
    forEachLane(m_live,
                [&](int each) { here |= Lanes(m_places[std::size_t(each)] == m_places[std::size_t(lane)]) << each; });
    throw Fault{thread(lane), line,
                "only " + std::to_string(std::popcount(here)) + " of " + std::to_string(std::popcount(m_all))
                    + " threads of a warp come here, and wait for the others for ever"};
}

} // namespace gatescope::ptx
