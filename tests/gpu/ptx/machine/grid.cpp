// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/grid.h"

#include <algorithm>

namespace gatescope::ptx {

namespace {

constexpr int mostIdleRounds = 1000; ///< in which all blocks have a turn, and none does anything

std::string sentence(const Kernel &kernel, int block, const Fault &fault)
{
    return kernel.name + ", block " + std::to_string(block) + ", thread " + std::to_string(fault.thread) + ", line "
        + std::to_string(fault.line.number) + " \"" + std::string(fault.line.text) + "\": " + fault.what;
}

} // namespace

Grid::Grid(Memory &memory, const Launch &launch, std::uint32_t number)
    : m_memory(memory), m_launch(launch), m_number(number)
{
}

std::optional<std::string> Grid::run()
{
    try {
        const int atOnce = m_launch.isCooperative ? m_launch.blocks : 1;
        for (int done = 0; done < m_launch.blocks; done += atOnce)
            runBlocks(isReversed() ? m_launch.blocks - done - atOnce : done, atOnce);
    } catch (const Fault &fault) {
        return sentence(kernel(), m_running, fault);
    }
    return {};
}

std::vector<std::uint32_t> Grid::takeRegisters()
{
    if (m_spareRegisters.empty())
        return std::vector<std::uint32_t>(kernel().words);
    std::vector<std::uint32_t> words = std::move(m_spareRegisters.back());
    m_spareRegisters.pop_back();
    return words;
}

bool Grid::pauses(int block, unsigned round) const
{
    const unsigned stretch = round / 8;
    const unsigned mixed = ((unsigned(block) * 31u + stretch) * 37u + m_number) * 2654435761u; // Knuth's
    return m_number % 3 == 0 && mixed >> 30 == 0;
}

void Grid::runBlocks(int first, int count)
{
    std::vector<std::unique_ptr<Block>> blocks;
    for (int number = first; number < first + count; ++number)
        blocks.push_back(std::make_unique<Block>(*this, number));
    if (isReversed())
        std::ranges::reverse(blocks);
    int idleRounds = 0;
    for (unsigned round = 0; !blocks.empty(); ++round) {
        const std::uint64_t before = m_progress;
        std::erase_if(blocks, [&](const std::unique_ptr<Block> &block) {
            if (blocks.size() > 1 && pauses(block->number(), round))
                return false;
            m_running = block->number();
            return !block->takeTurn();
        });
        idleRounds = m_progress == before ? idleRounds + 1 : 0;
        if (idleRounds > mostIdleRounds && !blocks.empty()) {
            m_running = blocks.front()->number();
            blocks.front()->failForEver();
        }
    }
}

} // namespace gatescope::ptx
