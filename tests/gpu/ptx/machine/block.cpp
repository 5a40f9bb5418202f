// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/block.h"

#include "tests/gpu/ptx/machine/grid.h"

#include <algorithm>
#include <cstring>

namespace gatescope::ptx {

Block::Block(Grid &grid, int number)
    : m_grid(grid), m_number(number), m_shared(grid.sharedBytes()),
      m_shadow(grid.sharedBytes(), grid.kernel().sharesHalfWords ? 2 : 4), m_copies(std::size_t(grid.launch().threads))
{
    for (int first = 0; first < threads(); first += lanesOfWarp)
        m_warps.emplace_back(*this, first, std::min(lanesOfWarp, threads() - first));
    m_states.assign(m_warps.size(), Warp::State::hasMore);
}

const Kernel &Block::kernel() const
{
    return m_grid.kernel();
}

int Block::threads() const
{
    return m_grid.launch().threads;
}

int Block::blocks() const
{
    return m_grid.launch().blocks;
}

bool Block::takeTurn()
{
    for (std::size_t turn = 0; turn < m_warps.size(); ++turn) {
        const std::size_t i = m_grid.isReversed() ? m_warps.size() - 1 - turn : turn;
        if (m_states[i] == Warp::State::hasMore)
            m_states[i] = m_warps[i].run();
    }
    const auto in = [this](Warp::State state) { return std::ranges::count(m_states, state); };
    if (in(Warp::State::hasMore) > 0)
        return true;
    const auto waiting = in(Warp::State::waits);
    if (waiting == 0)
        return false;
    const auto first = std::ranges::find(m_states, Warp::State::waits) - m_states.begin();
    if (waiting < std::ssize(m_warps))
        m_warps[std::size_t(first)].failHere("only " + std::to_string(waiting) + " of " + std::to_string(m_warps.size())
                                             + " warps come to this barrier, and wait for the others for ever");
    ++m_meetings;
    m_grid.notesProgress();
    m_states.assign(m_warps.size(), Warp::State::hasMore);
    return true;
}

void Block::failForEver() const
{
    const auto spinning = std::ranges::find(m_states, Warp::State::hasMore) - m_states.begin();
    m_warps[std::size_t(spinning)].failHere("it waits for ever for what nobody writes");
}

Touch Block::touch(int thread, bool atOnce) const
{
    return {m_grid.number(), std::uint32_t(m_number), std::uint32_t(thread), m_meetings, atOnce};
}

namespace {

/// Fails where an access may not be.
void requireAligned(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes)
{
    if (address % bytes != 0)
        warp.fail(lane, "the address is not a multiple of the " + std::to_string(bytes) + " bytes that it touches");
}

void require(const Warp &warp, int lane, const std::string &wrong)
{
    if (!wrong.empty())
        warp.fail(lane, wrong);
}

Memory::Place inGlobal(Memory &memory, const Warp &warp, int lane, std::uint64_t address, std::size_t bytes)
{
    requireAligned(warp, lane, address, bytes);
    const auto place = memory.find(address, bytes);
    if (!place)
        warp.fail(lane, std::to_string(bytes) + " bytes out of bounds: " + memory.describe(address));
    return *place;
}

} // namespace

const std::byte *Block::readGlobal(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes, bool atOnce)
{
    const Memory::Place place = inGlobal(m_grid.memory(), warp, lane, address, bytes);
    require(warp, lane, place.allocation->shadow.reads(place.at, bytes, touch(warp.thread(lane), atOnce)));
    return place.bytes();
}

std::byte *Block::writeGlobal(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes, bool atOnce)
{
    const Memory::Place place = inGlobal(m_grid.memory(), warp, lane, address, bytes);
    require(warp, lane, place.allocation->shadow.writes(place.at, bytes, touch(warp.thread(lane), atOnce)));
    m_grid.notesProgress();
    return place.bytes();
}

std::size_t Block::inShared(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes) const
{
    requireAligned(warp, lane, address, bytes);
    if (address < sharedBegin || address - sharedBegin + bytes > m_shared.size())
        warp.fail(lane,
                  std::to_string(bytes) + " bytes out of bounds: " + std::to_string(std::int64_t(address) - sharedBegin)
                      + " bytes after the beginning of " + std::to_string(m_shared.size()) + " shared ones");
    return std::size_t(address - sharedBegin);
}

const std::byte *Block::readShared(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes)
{
    const std::size_t at = inShared(warp, lane, address, bytes);
    require(warp, lane, m_shadow.reads(at, bytes, touch(warp.thread(lane), false)));
    return m_shared.data() + at;
}

std::byte *Block::writeShared(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes)
{
    const std::size_t at = inShared(warp, lane, address, bytes);
    require(warp, lane, m_shadow.writes(at, bytes, touch(warp.thread(lane), false)));
    m_grid.notesProgress();
    return m_shared.data() + at;
}

const std::byte *Block::readParameter(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes) const
{
    const auto &parameters = m_grid.launch().parameters;
    if (address > parameters.size() || bytes > parameters.size() - address)
        warp.fail(lane, "out of bounds of the kernel's parameters");
    return parameters.data() + address;
}

void Block::copyAhead(const Warp &warp, int lane, std::uint64_t to, std::uint64_t from, std::size_t bytes)
{
    readGlobal(warp, lane, from, bytes, false);
    writeShared(warp, lane, to, bytes);
    m_shadow.setWritten(inShared(warp, lane, to, bytes), bytes, false);
    Copies &copies = m_copies[std::size_t(warp.thread(lane))];
    if (copies.empty())
        copies.emplace_back();
    copies.back().push_back({to, from, bytes});
}

void Block::endGroupOfCopies(int thread)
{
    m_copies[std::size_t(thread)].emplace_back();
}

void Block::awaitCopies(const Warp &warp, int lane, std::size_t butLast)
{
    Copies &copies = m_copies[std::size_t(warp.thread(lane))];
    while (copies.size() > butLast + 1) { // one is not ended
        for (const Copy &copy : copies.front())
            std::memcpy(writeShared(warp, lane, copy.to, copy.bytes),
                        readGlobal(warp, lane, copy.from, copy.bytes, false), copy.bytes);
        copies.pop_front();
    }
}

} // namespace gatescope::ptx
