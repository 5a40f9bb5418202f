// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/recurrence_block.h"

namespace gatescope::gpu {

/// How the memory is used that the threads of a block share, in floats.
template<typename Block>
struct SharedRoom {
    int factor;   ///< of a factor of one round
    int factors;  ///< that products read at once; of this no floats
    int staged;   ///< what the next products read: of one round; or of all, where it stays in the block
    int partials; ///< sums of the warps
    int kept;     ///< from step to step, of each unit and sequence
    int ahead;    ///< what a round reads, of each unit and sequence
    int biases;   ///< of each unit

    GATESCOPE_HOST_DEVICE explicit SharedRoom(const RecurrencePlan &plan)
        : factor(FactorLayout{plan.rows, plan.H}.numbers() / (Block::precision == ProductPrecision::bf16 ? 2 : 1)),
          factors(Block::addsUp ? plan.factors : plan.forwardFactors),
          staged(factor * factors * (plan.staysInBlock() ? plan.rounds : 1)),
          partials(plan.warps() * Block::sums * (plan.rows / RecurrencePlan::sequences) * RecurrencePlan::tile),
          kept(plan.rounds * plan.rows * plan.blockUnits() * int(sizeof(typename Block::Kept) / sizeof(float))),
          ahead(plan.rows * plan.blockUnits() * Block::reads), biases(plan.blockUnits() * Block::biases)
    {
    }

    GATESCOPE_HOST_DEVICE int partialsAt() const { return staged; }
    GATESCOPE_HOST_DEVICE int keptAt() const { return staged + partials; }
    GATESCOPE_HOST_DEVICE int aheadAt() const { return keptAt() + kept; }
    GATESCOPE_HOST_DEVICE int biasesAt() const { return aheadAt() + ahead; }
    GATESCOPE_HOST_DEVICE int all() const { return biasesAt() + biases; }
};

/// A thread of a block, and where it finds what its block shares. What else it does is added layer by layer:
/// Conversation, BlockProducts, RecurrenceKernel. They are one object, so that the compiler keeps all of it in
/// registers.
template<typename OneBlock, typename OneThread>
class ThreadOfBlock
{
public:
    using Block = OneBlock;

    template<typename EitherWay>
    GATESCOPE_HOST_DEVICE ThreadOfBlock(const OneThread &thread, const EitherWay &recurrence,
                                        const RecurrencePlan &plan)
        : m_thread(thread), m_block(recurrence, plan, thread.block() / plan.blocks, thread.block() % plan.blocks),
          m_room(plan)
    {
    }

    /// The factors that the products of a round read, one after the other.
    GATESCOPE_HOST_DEVICE Quad<Block::precision> *staged(int round) const
    {
        const int factors = m_block.plan.staysInBlock() ? round * m_room.factors : 0;
        return reinterpret_cast<Quad<Block::precision> *>(m_thread.shared() + m_room.factor * factors);
    }
    GATESCOPE_HOST_DEVICE float *partials() const { return m_thread.shared() + m_room.partialsAt(); }
    GATESCOPE_HOST_DEVICE typename Block::Kept &kept(int round, int number) const
    {
        auto *all = reinterpret_cast<typename Block::Kept *>(m_thread.shared() + m_room.keptAt());
        return all[round * m_block.items() + number];
    }
    GATESCOPE_HOST_DEVICE float *ahead(int number, int i) const
    {
        return m_thread.shared() + m_room.aheadAt() + i * m_block.items() + number;
    }

    /// A bias of a unit of the block.
    GATESCOPE_HOST_DEVICE float &bias(int unit, int i) const
    {
        return m_thread.shared()[m_room.biasesAt() + i * m_block.plan.blockUnits() + unit];
    }

protected:
    const OneThread &m_thread;
    Block m_block;
    SharedRoom<Block> m_room;
};

} // namespace gatescope::gpu
