// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/machine/block.h"
#include "tests/gpu/ptx/machine/memory.h"

#include <memory>
#include <optional>

namespace gatescope::ptx {

/// A kernel with all that it is started with.
struct Launch {
    std::shared_ptr<const Kernel> kernel;
    int blocks = 1, threads = 1;
    std::size_t sharedBytes = 0; ///< beside what the kernel declares
    bool isCooperative = false;  ///< all blocks run at once; otherwise one after the other
    std::vector<std::byte> parameters;
    std::uint64_t mostInstructions = std::uint64_t(1) << 31; ///< of all threads; more, and it hangs
};

/// Executes launches, one after the other.
class Grid
{
public:
    Grid(Memory &memory, const Launch &launch, std::uint32_t number);

    /// Executes all of it, or says what a thread did that it may not: "kernel, block, thread, line of PTX: what".
    std::optional<std::string> run();

    // What blocks ask of it.
    const Launch &launch() const { return m_launch; }
    const Kernel &kernel() const { return *m_launch.kernel; }
    Memory &memory() { return m_memory; }
    std::uint32_t number() const { return m_number; }
    /// Every other launch its blocks and their warps take turns from last to first.
    bool isReversed() const { return m_number % 2 == 0; }
    std::size_t sharedBytes() const { return kernel().sharedBytes + m_launch.sharedBytes; }
    std::uint64_t &executed() { return m_executed; } ///< instructions, of all threads
    bool isTooLong() const { return m_executed > m_launch.mostInstructions; }
    /// Something happened for which others may wait.
    void notesProgress() { ++m_progress; }

    /// Room for the registers of a warp, which a block before may have had.
    std::vector<std::uint32_t> takeRegisters();
    void giveRegisters(std::vector<std::uint32_t> words) { m_spareRegisters.push_back(std::move(words)); }

private:
    /// Every third launch a quarter of the blocks pause for some rounds, now these, now those.
    bool pauses(int block, unsigned round) const;
    void runBlocks(int first, int count);

    Memory &m_memory;
    const Launch &m_launch;
    std::uint32_t m_number; ///< of the launch, from 1
    std::uint64_t m_executed = 0, m_progress = 0;
    int m_running = 0; ///< the block that has its turn
    std::vector<std::vector<std::uint32_t>> m_spareRegisters;
};

} // namespace gatescope::ptx
