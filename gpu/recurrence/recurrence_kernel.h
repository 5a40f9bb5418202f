// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/block_products.h"
#include "gpu/recurrence/conversation.h"

#include <type_traits>

namespace gatescope::gpu {

// All steps of a recurrence as one kernel: what each of its threads does, told to a Thread. The one of CUDA is
// device/cuda_thread.cuh; tests have one that this computer executes. A Thread has
//
//   number(), count()       of the threads of its block; block(): the number of its block
//   shared()                the memory that the threads of a block share, aligned to 16 bytes
//   sync()                  meets all threads of the block: each sees then what any wrote before
//   copyAhead(to, from)     begins to copy a float to shared memory; waitForCopies(): those of this thread are there
//   publish(to, word)       writes a word at once; read(from, words): reads 16 bytes of words, each word at once. Other
//                           blocks may read and write the same words meanwhile.
//   awaitOthers(attempts)   before it looks at words again that were not there, after so many attempts
//   prefetch(from)          begins to bring a float nearer that is copied in the next step
//   sumOfFour(sums)         makes each the sum over four neighbouring lanes
//   mmaTf32(c, a, b), mmaBf16(c, a, b)   the tensor core's instructions, by all lanes of a warp; when
//   finishProducts()        returns, the sums c are there

/// work(constant) for each phase of a step, in turn.
template<typename Block, typename Work>
GATESCOPE_HOST_DEVICE void forEachPhase(const Work &work)
{
    static_assert(Block::phases <= 2);
    work(std::integral_constant<int, 0>());
    if constexpr (Block::phases > 1)
        work(std::integral_constant<int, 1>());
}

/// What a thread does in the kernel of all steps of one block.
template<typename Block, typename Thread>
class RecurrenceKernel : public BlockProducts<Conversation<ThreadOfBlock<Block, Thread>>>
{
    using Base = BlockProducts<Conversation<ThreadOfBlock<Block, Thread>>>;
    using Base::m_block;
    using Base::m_thread;

public:
    using Base::Base;

    GATESCOPE_HOST_DEVICE void run() const
    {
        typename Block::Weights weights;
        this->load(weights);
        if constexpr (Block::biases > 0)
            loadBiases();
        for (int round = 0; round < m_block.plan.rounds; ++round)
            forEachItem(round, [&](int number, const RecurrenceItem &item) {
                if (item.isThere)
                    m_block.begin(item, this->kept(round, number), Telling{*this, round, item, 0});
                else
                    this->tellNothing(round, item, 0, m_block.factors(0));
            });
        for (int step = 0; step < m_block.recurrence().steps; ++step)
            forEachPhase<Block>([&](auto constant) {
                constexpr int phase = decltype(constant)::value;
                for (int round = 0; round < m_block.plan.rounds; ++round)
                    takePhase<phase>(weights, step, round);
            });
    }

private:
    /// Tells a number of an item, of a message, or those of all factors.
    struct Telling {
        const RecurrenceKernel &kernel;
        int round;
        const RecurrenceItem &item;
        int message;

        GATESCOPE_HOST_DEVICE void operator()(int factor, float number) const
        {
            kernel.tell(round, item, message, factor, number);
        }
        template<int factors>
        GATESCOPE_HOST_DEVICE void operator()(const float (&numbers)[factors]) const
        {
            kernel.tellAll(round, item, message, numbers);
        }
    };

    /// A phase of a step, of a round: hears the message that the products read, multiplies, and tells the next one.
    template<int phase>
    GATESCOPE_HOST_DEVICE void takePhase(const typename Block::Weights &weights, int step, int round) const
    {
        const int message = step * Block::phases + phase;
        const int next = m_block.stepAfter(phase, step);
        if (next < m_block.recurrence().steps)
            copyAhead<phase>(round, next);
        this->hear(round, message, m_block.factors(phase));
        m_thread.sync(); // what the products read is there
        this->template multiply<phase>(weights, round);
        m_thread.waitForCopies();
        // The first item is made ready while other warps still multiply.
        int number = m_thread.number();
        RecurrenceItem item(m_block, round, number);
        typename Block::Ready ready = readyItem<phase>(next, number, item);
        m_thread.sync(); // all sums are there, and nobody reads the factors any more
        GATESCOPE_NOT_UNROLLED
        while (number < m_block.items()) {
            if (item.isThere)
                m_block.template after<phase>(ready, item, this->partials(), this->kept(round, number),
                                              Telling{*this, round, item, message + 1});
            else
                this->tellNothing(round, item, message + 1, m_block.factors((phase + 1) % Block::phases));
            number += m_thread.count();
            item = RecurrenceItem(m_block, round, number);
            if (number < m_block.items())
                ready = readyItem<phase>(next, number, item);
        }
    }
    GATESCOPE_HOST_DEVICE void loadBiases() const
    {
        for (int unit = m_thread.number(); unit < m_block.plan.blockUnits(); unit += m_thread.count())
            for (int i = 0; i < Block::biases; ++i)
                this->bias(unit, i) = m_block.bias(i, m_block.firstUnit() + unit);
    }
    /// What an item knows before there are sums; of one that is not there, something.
    template<int phase>
    GATESCOPE_HOST_DEVICE typename Block::Ready readyItem(int step, int number, RecurrenceItem item) const
    {
        const bool isThere = item.isThere;
        const int unit = isThere ? item.tile * RecurrencePlan::units + item.unit : 0;
        if (!isThere)
            item.n = item.j = 0; // which are, of any block
        return m_block.template ready<phase>(
            step, item, [&](int i) { return isThere ? *this->ahead(number, i) : 0.0f; },
            [&](int i) { return this->bias(unit, i); });
    }

    /// work(number, item) for a thread's units and sequences, the same ones each time. One after the other: were they
    /// taken together, their places would take the registers that hold the weights.
    template<typename Work>
    GATESCOPE_HOST_DEVICE void forEachItem(int round, const Work &work) const
    {
        GATESCOPE_NOT_UNROLLED
        for (int number = m_thread.number(); number < m_block.items(); number += m_thread.count())
            work(number, RecurrenceItem(m_block, round, number));
    }

    /// Copies what a thread's items read after a phase, while the block waits for the others.
    template<int phase>
    GATESCOPE_HOST_DEVICE void copyAhead(int round, int step) const
    {
        const bool isLast = step + 1 == m_block.recurrence().steps;
        forEachItem(round, [&](int number, const RecurrenceItem &item) {
            if (!item.isThere)
                return;
            const UnitPlace place = m_block.place(step, item), later = m_block.place(isLast ? step : step + 1, item);
            for (int i = 0; i < Block::reads; ++i) {
                if (!Block::needs(phase, i))
                    continue;
                m_thread.copyAhead(this->ahead(number, i), m_block.source(place, i));
                m_thread.prefetch(m_block.source(later, i));
            }
        });
    }
};

} // namespace gatescope::gpu
