// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/machine/program.h"

#include <string>
#include <vector>

namespace gatescope::ptx {

class Block;

/// What a thread did that it may not: thrown, and caught where the grid is run.
struct Fault {
    int thread; ///< of its block
    SourceLine line;
    std::string what;
};

/// Some threads that execute the same instructions together. Each lane has a place of its own in the code; those that
/// are the furthest behind go on, so that all meet again. Where an instruction needs others, a lane waits for them.
class Warp
{
public:
    /// Threads `first` … `first + lanes − 1` of a block.
    Warp(Block &block, int first, int lanes);
    ~Warp();
    Warp(const Warp &) = delete;
    Warp &operator=(const Warp &) = delete;

    enum class State {
        hasMore, ///< others should have a turn
        waits,   ///< all lanes wait at a meeting of the block's threads
        isDone,
    };
    State run();

    // What instructions touch.
    std::uint32_t *words() { return m_words.data(); }
    std::uint32_t *predicates() { return m_predicates.data(); }
    Block &block() { return m_block; }
    int thread(int lane) const { return m_first + lane; }
    [[noreturn]] void fail(int lane, const std::string &what) const;
    /// The same of where the warp has come to.
    [[noreturn]] void failHere(const std::string &what) const;

private:
    void setConstants();
    /// Which lanes go on, from where: those that are furthest behind, or now and then those furthest ahead, for which
    /// one of the others may wait.
    Lanes choose();
    /// Goes on with some lanes, from m_at, as long as they stay together.
    void go(Lanes lanes);
    /// Goes on where they part; answers whether they stay together.
    bool takeBranch(const Instruction &of, Lanes lanes, Lanes taking);
    /// A few lanes are at an instruction that needs others; answers those with which it is executed now.
    Lanes meet(const Instruction &of, Lanes lanes);
    void setPlace(Lanes lanes, std::uint32_t at);
    [[noreturn]] void failForEver() const;

    Block &m_block;
    int m_first;
    Lanes m_all, m_live, m_parked = 0; ///< m_parked: those that wait for others
    bool m_isAtBarrier = false, m_givesTurn = false, m_listens = false;
    unsigned m_turns = 0;
    std::uint32_t m_at = 0;     ///< of the lanes that go on
    std::uint32_t m_meetAt = 0; ///< where others are that they would join
    std::array<std::uint32_t, lanesOfWarp> m_places{};
    std::vector<std::uint32_t> m_words, m_predicates; ///< m_words: lent by the grid
};

} // namespace gatescope::ptx
