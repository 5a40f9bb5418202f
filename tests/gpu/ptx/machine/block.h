// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/machine/shadow.h"
#include "tests/gpu/ptx/machine/warp.h"

#include <deque>

namespace gatescope::ptx {

class Grid;

/// A block of threads: its warps, and the memory that they share.
class Block
{
public:
    Block(Grid &grid, int number);
    Block(const Block &) = delete;
    Block &operator=(const Block &) = delete;

    /// Each warp goes on as far as it comes; answers whether there is more to do.
    bool takeTurn();
    /// Fails because whole rounds of turns have changed nothing.
    [[noreturn]] void failForEver() const;

    Grid &grid() { return m_grid; }
    const Kernel &kernel() const;
    int number() const { return m_number; }
    int threads() const;
    int blocks() const;

    // What instructions do, for a lane of a warp; they fail if they may not.
    const std::byte *readGlobal(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes, bool atOnce);
    std::byte *writeGlobal(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes, bool atOnce);
    const std::byte *readShared(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes);
    std::byte *writeShared(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes);
    const std::byte *readParameter(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes) const;
    /// A copy from global to shared memory: it arrives when it is waited for, and until then nothing is there.
    void copyAhead(const Warp &warp, int lane, std::uint64_t to, std::uint64_t from, std::size_t bytes);
    void endGroupOfCopies(int thread);
    /// Waits for all groups but the last ones.
    void awaitCopies(const Warp &warp, int lane, std::size_t butLast);

private:
    struct Copy {
        std::uint64_t to, from;
        std::size_t bytes;
    };
    /// The copies of a thread: groups, of which the last one is not ended yet.
    using Copies = std::deque<std::vector<Copy>>;

    Touch touch(int thread, bool atOnce) const;
    std::size_t inShared(const Warp &warp, int lane, std::uint64_t address, std::size_t bytes) const;

    Grid &m_grid;
    int m_number;
    std::uint32_t m_meetings = 0;
    std::vector<std::byte> m_shared;
    Shadow m_shadow;
    std::vector<Copies> m_copies; ///< of each thread
    std::deque<Warp> m_warps;
    std::vector<Warp::State> m_states;
};

} // namespace gatescope::ptx
