// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/exact_rows.h"
#include "gpu/recurrence/recurrence_block.h"

#include <type_traits>

namespace gatescope::gpu {

// All steps of a recurrence as one kernel: what each of its threads does, told to a Thread. The one of CUDA is
// device/cuda_thread.cuh; tests have one that this computer executes. A Thread has
//
//   number(), count()       of the threads of its block; block(): the number of its block
//   shared()                the memory that the threads of a block share, aligned to 16 bytes
//   sync()                  meets all threads of the block: each sees then what any wrote before
//   copyAhead(to, from)     begins to copy a float to shared memory; waitForCopies(): those of this thread are there
//   publish(to, word)       writes a word at once; read(from, words): reads four, each at once. Other blocks may read
//                           and write the same words meanwhile.
//   awaitOthers()           before it looks at words once more that were not there
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
class RecurrenceKernel
{
public:
    template<typename EitherWay>
    GATESCOPE_HOST_DEVICE RecurrenceKernel(const Thread &thread, const EitherWay &recurrence,
                                           const RecurrencePlan &plan)
        : m_thread(thread), m_block(recurrence, plan, thread.block() / plan.blocks, thread.block() % plan.blocks),
          m_room(plan), m_words(reinterpret_cast<Bits *>(m_block.recurrence().exchange))
    {
    }

    GATESCOPE_HOST_DEVICE void run() const
    {
        const RecurrencePlan &plan = m_block.plan;
        typename Block::Weights weights;
        load(weights);
        clearStaged();
        m_thread.sync();
        for (int round = 0; round < plan.rounds; ++round)
            forEachItem(round, [&](int number, const RecurrenceItem &item) {
                m_block.begin(item, kept(round, number), Telling{*this, round, item, 0});
            });
        for (int step = 0; step < m_block.recurrence().steps; ++step)
            forEachPhase<Block>([&](auto constant) {
                constexpr int phase = decltype(constant)::value;
                for (int round = 0; round < plan.rounds; ++round)
                    takePhase<phase>(weights, step, round);
            });
    }

private:
    static constexpr ProductPrecision precision = Block::precision;
    using Word = ExchangeWord<precision>;
    using Bits = typename Word::Bits;
    /// Quads that a thread reads at once from the other blocks: as many as it has registers for.
    static constexpr int together
        = (mostWarps(Block::Cell::products, precision) == 16 ? 4 : 8) / int(sizeof(Bits) / sizeof(float));

    /// Tells all blocks of the group a number of an item: of the message after so many phases.
    struct Telling {
        const RecurrenceKernel &kernel;
        int round;
        const RecurrenceItem &item;
        int message;

        GATESCOPE_HOST_DEVICE void operator()(int factor, float number) const
        {
            kernel.tell(round, item, message, factor, number);
        }
    };

    template<int phase>
    GATESCOPE_HOST_DEVICE void takePhase(const typename Block::Weights &weights, int step, int round) const
    {
        const int message = step * Block::phases + phase;
        const int next = m_block.stepAfter(phase, step);
        const bool readsNext = next < m_block.recurrence().steps;
        if (readsNext)
            copyAhead(round, next);
        if (!m_block.plan.staysInBlock())
            hear(round, message, m_block.factors(phase));
        m_thread.sync(); // what the products read is there
        if (!Block::addsUp && m_block.factors(phase) == 1)
            multiply<phase, true>(weights, round);
        else
            multiply<phase, false>(weights, round);
        m_thread.waitForCopies();
        m_thread.sync(); // all sums are there, and nobody reads the factors any more
        forEachItem(round, [&](int number, const RecurrenceItem &item) {
            float got[Block::reads] = {};
            if (readsNext)
                readAhead(number, got);
            m_block.template after<phase>(step, item, got, partials(), kept(round, number),
                                          Telling{*this, round, item, message + 1});
        });
    }

    /// A block's weights, into the registers of its threads.
    GATESCOPE_HOST_DEVICE void load(typename Block::Weights &weights) const
    {
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
        for (int chunk = 0; chunk < RecurrencePlan::chunks; ++chunk) {
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
            for (int product = 0; product < Block::Cell::products; ++product)
                weights.quad[chunk][product] = m_block.weight(m_thread.number(), chunk, product);
        }
    }

    /// What is beyond the last unit and the last sequence stays 0.
    GATESCOPE_HOST_DEVICE void clearStaged() const
    {
        for (int i = m_thread.number(); i < m_room.staged; i += m_thread.count())
            m_thread.shared()[i] = 0;
    }

    /// work(number, item) for a thread's units and sequences. One after the other: were they taken together, their
    /// places would take the registers that hold the weights.
    template<typename Work>
    GATESCOPE_HOST_DEVICE void forEachItem(int round, const Work &work) const
    {
#if defined(__CUDA_ARCH__)
#pragma unroll 1
#endif
        for (int number = m_thread.number(); number < m_block.items(); number += m_thread.count())
            if (const RecurrenceItem item(m_block, round, number); item.isThere)
                work(number, item);
    }

    /// Copies what a thread's items read, while the block waits for the others.
    GATESCOPE_HOST_DEVICE void copyAhead(int round, int step) const
    {
        forEachItem(round, [&](int number, const RecurrenceItem &item) {
            const UnitPlace place = m_block.place(step, item);
            for (int i = 0; i < Block::reads; ++i)
                m_thread.copyAhead(ahead(number, i), m_block.source(place, i));
        });
    }
    GATESCOPE_HOST_DEVICE void readAhead(int number, float (&got)[Block::reads]) const
    {
        for (int i = 0; i < Block::reads; ++i)
            got[i] = *ahead(number, i);
    }

    GATESCOPE_HOST_DEVICE void tell(int round, const RecurrenceItem &item, int message, int factor, float number) const
    {
        if (m_block.plan.staysInBlock()) {
            setNumber(staged(round, factor), m_block.layout().number(item.row, item.j), number);
            return;
        }
        const FactorLayout layout = m_block.layout();
        m_thread.publish(m_words + factorInExchange(m_block.plan, layout, m_block.rowTile(round), message, factor)
                             + layout.number(item.row, item.j),
                         Word::of(number, message));
    }

    /// Waits for the numbers of a message from all blocks, and leaves them where the block's warps multiply them. Its
    /// factors lie one after the other in both places.
    GATESCOPE_HOST_DEVICE void hear(int round, int message, int factors) const
    {
        const FactorLayout layout = m_block.layout();
        const Bits *words = m_words + factorInExchange(m_block.plan, layout, m_block.rowTile(round), message, 0);
        Quad<precision> *to = staged(round, 0);
        const int rows = m_block.sequences - m_block.firstRow(round), count = m_thread.count();
        const int quads = factors * layout.quads();
        const auto isThere = [&](int quad) { return quad < quads && layout.isThere(quad, rows); };
        for (int first = m_thread.number(); first < quads; first += together * count) {
            Bits got[together][4];
            for (bool isComplete = false; !isComplete;) {
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
                for (int i = 0; i < together; ++i)
                    if (isThere(first + i * count))
                        m_thread.read(words + 4 * (first + i * count), got[i]);
                isComplete = true;
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
                for (int i = 0; i < together; ++i)
                    if (isThere(first + i * count))
                        isComplete = isComplete && isOf(got[i], message);
                if (!isComplete)
                    m_thread.awaitOthers();
            }
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
            for (int i = 0; i < together; ++i)
                if (isThere(first + i * count))
                    to[first + i * count] = quadOf(got[i]);
        }
    }
    GATESCOPE_HOST_DEVICE static bool isOf(const Bits (&words)[4], int message)
    {
        return Word::isOf(words[0], message) && Word::isOf(words[1], message) && Word::isOf(words[2], message)
            && Word::isOf(words[3], message);
    }
    GATESCOPE_HOST_DEVICE static Quad<precision> quadOf(const Bits (&words)[4])
    {
        return quadOfRounded<precision>(
            {Word::number(words[0]), Word::number(words[1]), Word::number(words[2]), Word::number(words[3])});
    }

    /// The products of a phase, into the room where the block adds them up.
    template<int phase, bool sharesFactor>
    GATESCOPE_HOST_DEVICE void multiply(const typename Block::Weights &weights, int round) const
    {
        if constexpr (precision == ProductPrecision::float32)
            multiplyExactly<phase, sharesFactor>(weights, round);
        else
            multiplyOnTensorCore<phase, sharesFactor>(weights, round);
    }

    template<int phase, bool sharesFactor>
    GATESCOPE_HOST_DEVICE void multiplyOnTensorCore(const typename Block::Weights &weights, int round) const
    {
        constexpr Products of = Block::productsOf(phase);
        const int number = m_thread.number();
        const int warp = number / RecurrencePlan::lanes, lane = number % RecurrencePlan::lanes;
        const FactorLayout layout = m_block.layout();
        float c[of.end - of.first][4] = {};
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
        for (int chunk = 0; chunk < RecurrencePlan::chunks; ++chunk) {
            const int column = m_block.column(number, chunk);
            if (m_block.firstColumn(warp) + chunk * RecurrencePlan::chunk >= layout.H)
                break; // the whole warp
            Quad<precision> low{}, high{};
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
            for (int product = of.first; product < of.end; ++product) {
                if (product == of.first || !sharesFactor) {
                    const Quad<precision> *factor = staged(round, product - of.first);
                    low = factor[layout.quad(lane / 4, column)];
                    if (layout.rows > 8)
                        high = factor[layout.quad(lane / 4 + 8, column)];
                }
                multiplyAdd(m_thread, c[product - of.first], low, high, weights.quad[chunk][product]);
            }
        }
        m_thread.finishProducts();
        const int firstUnit = m_block.unitOf(number) - lane / 4;
        for (int i = 0; i < 4; ++i) {
            const int place = placeInTile(lane, i), row = place / RecurrencePlan::units;
            if (row >= layout.rows)
                break;
            if constexpr (Block::addsUp) {
                float sum = 0;
                for (int product = of.first; product < of.end; ++product)
                    sum += m_block.template scaled<phase>(
                        round, product, row, firstUnit + place % RecurrencePlan::units, c[product - of.first][i]);
                partialsOf(warp, 0)[place] = sum;
            } else {
                for (int product = of.first; product < of.end; ++product)
                    partialsOf(warp, product)[place] = c[product - of.first][i];
            }
        }
    }

    template<int phase, bool sharesFactor>
    GATESCOPE_HOST_DEVICE void multiplyExactly(const typename Block::Weights &weights, int round) const
    {
        constexpr Products of = Block::productsOf(phase);
        constexpr int atOnce = sharesFactor ? of.end - of.first : 1; // products that share a factor
        const int number = m_thread.number();
        const int warp = number / RecurrencePlan::lanes, lane = number % RecurrencePlan::lanes;
        // The lane that keeps a sum is the same for each product, and so may add to what it has left.
        const auto leave = [&](int product, int row, float sum) {
            float &place = partialsOf(warp, Block::addsUp ? 0 : product)[row * RecurrencePlan::units + lane / 4];
            if constexpr (Block::addsUp) {
                sum = m_block.template scaled<phase>(round, product, row, m_block.unitOf(number), sum);
                place = product == of.first ? sum : place + sum;
            } else {
                place = sum;
            }
        };
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
        for (int product = of.first; product < of.end; product += atOnce) {
            const ExactRows rows{staged(round, product - of.first), m_block.layout(), m_block.firstColumn(warp)};
#if defined(__CUDA_ARCH__)
#pragma unroll 1
#endif
            for (int first = 0; first < m_block.plan.rows; first += ExactRows::together) {
                float sums[ExactRows::together * atOnce] = {};
                rows.multiply<atOnce>(lane, first, weights, product, sums);
                m_thread.sumOfFour(sums);
#if defined(__CUDA_ARCH__)
#pragma unroll
#endif
                for (int row = 0; row < ExactRows::together; ++row)
                    for (int i = 0; i < atOnce; ++i)
                        if (lane % 4 == row)
                            leave(product + i, first + row, sums[row * atOnce + i]);
            }
        }
    }

    GATESCOPE_HOST_DEVICE Quad<precision> *staged(int round, int factor) const
    {
        const int at = (m_block.plan.staysInBlock() ? round * m_block.plan.factors : 0) + factor;
        return reinterpret_cast<Quad<precision> *>(m_thread.shared() + m_room.factor * at);
    }
    GATESCOPE_HOST_DEVICE float *partials() const
    {
        return m_thread.shared() + m_room.partialsAt();
    }
    GATESCOPE_HOST_DEVICE float *partialsOf(int warp, int sum) const
    {
        return partials() + m_block.partial(Block::sums, m_block.splitOf(warp), m_block.tileOf(warp), sum);
    }
    GATESCOPE_HOST_DEVICE typename Block::Kept &kept(int round, int number) const
    {
        return reinterpret_cast<typename Block::Kept *>(m_thread.shared()
                                                        + m_room.keptAt())[round * m_block.items() + number];
    }
    GATESCOPE_HOST_DEVICE float *ahead(int number, int i) const
    {
        return m_thread.shared() + m_room.aheadAt() + i * m_block.items() + number;
    }

    const Thread &m_thread;
    Block m_block;
    SharedRoom<Block> m_room;
    Bits *m_words;
};

} // namespace gatescope::gpu
