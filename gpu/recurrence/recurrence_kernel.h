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
          m_room(plan), m_words(reinterpret_cast<Bits *>(m_block.recurrence().exchange)),
          m_tile(thread.number() / RecurrencePlan::lanes % plan.tiles),
          m_split(thread.number() / RecurrencePlan::lanes / plan.tiles)
    {
    }

    GATESCOPE_HOST_DEVICE void run() const
    {
        const RecurrencePlan &plan = m_block.plan;
        typename Block::Weights weights;
        load(weights);
        for (int round = 0; round < plan.rounds; ++round)
            forEachItem(round, [&](int number, const RecurrenceItem &item) {
                if (item.isThere)
                    m_block.begin(item, kept(round, number), Telling{*this, round, item, 0});
                else
                    tellNothing(round, item, 0, m_block.factors(0));
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
    static constexpr int weightRegisters = gpu::weightRegisters(Block::Cell::products, Block::chunks, precision);
    static constexpr int heardAtOnce
        = (mostWarps(weightRegisters) == 16 || weightRegisters > 128 ? 4 : 8) / int(sizeof(Bits) / sizeof(float));

    /// Tells numbers of an item, of a message.
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

    /// A phase of a step, of a round: hears the message that the products read, multiplies, and tells the next one.
    template<int phase>
    GATESCOPE_HOST_DEVICE void takePhase(const typename Block::Weights &weights, int step, int round) const
    {
        const int message = step * Block::phases + phase;
        const int next = m_block.stepAfter(phase, step);
        if (next < m_block.recurrence().steps)
            copyAhead(round, next);
        if (!m_block.plan.staysInBlock())
            hear(round, message, m_block.factors(phase));
        m_thread.sync(); // what the products read is there
        if (!Block::addsUp && m_block.factors(phase) == 1)
            multiply<phase, true>(weights, round);
        else
            multiply<phase, false>(weights, round);
        m_thread.waitForCopies();
        const auto readyItem = [&](int number, RecurrenceItem item) {
            const bool isThere = item.isThere;
            if (!isThere)
                item.n = item.j = 0; // which are, of any block
            return m_block.ready(next, item, [&](int i) { return isThere ? *ahead(number, i) : 0.0f; });
        };
        // One item after the other: were they taken together, their places would take the registers that hold the
        // weights. The first is made ready while other warps still multiply.
        int number = m_thread.number();
        RecurrenceItem item(m_block, round, number);
        typename Block::Ready ready = readyItem(number, item);
        m_thread.sync(); // all sums are there, and nobody reads the factors any more
        GATESCOPE_NOT_UNROLLED
        while (number < m_block.items()) {
            if (item.isThere)
                m_block.template after<phase>(ready, item, partials(), kept(round, number),
                                              Telling{*this, round, item, message + 1});
            else
                tellNothing(round, item, message + 1, m_block.factors((phase + 1) % Block::phases));
            number += m_thread.count();
            item = RecurrenceItem(m_block, round, number);
            if (number < m_block.items())
                ready = readyItem(number, item);
        }
    }

    /// A block's weights, into the registers of its threads.
    GATESCOPE_HOST_DEVICE void load(typename Block::Weights &weights) const
    {
        const int lane = m_thread.number() % RecurrencePlan::lanes;
        const int j = m_block.firstUnit() + m_tile * RecurrencePlan::units + lane / 4;
        const int k = m_split * Block::chunks * RecurrencePlan::chunk + 4 * (lane % 4);
        GATESCOPE_UNROLLED
        for (int chunk = 0; chunk < Block::chunks; ++chunk) {
            GATESCOPE_UNROLLED
            for (int product = 0; product < Block::Cell::products; ++product)
                for (int half = 0; half < 2; ++half)
                    weights.quad[chunk][product][half]
                        = m_block.weight(product, j + 8 * half, k + chunk * RecurrencePlan::chunk);
        }
    }

    /// work(number, item) for a thread's units and sequences. One after the other: were they taken together, their
    /// places would take the registers that hold the weights.
    template<typename Work>
    GATESCOPE_HOST_DEVICE void forEachItem(int round, const Work &work) const
    {
        GATESCOPE_NOT_UNROLLED
        for (int number = m_thread.number(); number < m_block.items(); number += m_thread.count())
            work(number, RecurrenceItem(m_block, round, number));
    }

    /// Copies what a thread's items read, while the block waits for the others.
    GATESCOPE_HOST_DEVICE void copyAhead(int round, int step) const
    {
        forEachItem(round, [&](int number, const RecurrenceItem &item) {
            if (!item.isThere)
                return;
            const UnitPlace place = m_block.place(step, item);
            for (int i = 0; i < Block::reads; ++i)
                m_thread.copyAhead(ahead(number, i), m_block.source(place, i));
        });
    }

    /// Tells all blocks of the group, or where it is one block all its warps, a number of an item.
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

    /// What is beyond the last unit or sequence is 0 in whole chunks.
    GATESCOPE_HOST_DEVICE void tellNothing(int round, const RecurrenceItem &item, int message, int factors) const
    {
        GATESCOPE_NOT_UNROLLED
        for (int factor = 0; factor < factors && item.j < m_block.layout().columns(); ++factor)
            tell(round, item, message, factor, 0);
    }

    /// Waits for the numbers of a message from all blocks, and leaves them where the block's warps multiply them. Its
    /// factors lie one after the other in both places.
    GATESCOPE_HOST_DEVICE void hear(int round, int message, int factors) const
    {
        const FactorLayout layout = m_block.layout();
        const Bits *words = m_words + factorInExchange(m_block.plan, layout, m_block.rowTile(round), message, 0);
        Quad<precision> *to = staged(round, 0);
        const int quads = factors * layout.quads(), count = m_thread.count();
        for (int first = m_thread.number(); first < quads; first += heardAtOnce * count) {
            Bits got[heardAtOnce][4];
            for (;;) {
                GATESCOPE_UNROLLED
                for (int i = 0; i < heardAtOnce; ++i)
                    if (first + i * count < quads)
                        m_thread.read(words + 4 * (first + i * count), got[i]);
                std::uint32_t differs = 0;
                GATESCOPE_UNROLLED
                for (int i = 0; i < heardAtOnce; ++i)
                    if (first + i * count < quads)
                        for (const Bits word : got[i])
                            differs |= Word::differs(word, message);
                if ((differs & Word::tagBits) == 0)
                    break;
                m_thread.awaitOthers();
            }
            GATESCOPE_UNROLLED
            for (int i = 0; i < heardAtOnce; ++i)
                if (first + i * count < quads)
                    to[first + i * count] = quadOf(got[i]);
        }
    }
    GATESCOPE_HOST_DEVICE static Quad<precision> quadOf(const Bits (&words)[4])
    {
        return quadOfRounded<precision>(
            {Word::number(words[0]), Word::number(words[1]), Word::number(words[2]), Word::number(words[3])});
    }

    /// The products of a phase, into the room where the block adds them up: of eight sequences at a time.
    template<int phase, bool sharesFactor>
    GATESCOPE_HOST_DEVICE void multiply(const typename Block::Weights &weights, int round) const
    {
        const int eights = m_block.plan.rows / RecurrencePlan::sequences;
        GATESCOPE_NOT_UNROLLED
        for (int eight = 0; eight < eights; ++eight) {
            if constexpr (precision == ProductPrecision::float32)
                multiplyExactly<phase, sharesFactor>(weights, round, eight);
            else
                multiplyOnTensorCore<phase, sharesFactor>(weights, round, eight);
        }
    }

    /// The first quad that a lane multiplies of a factor, of a sequence of the round; the next chunk's is
    /// quadsOfChunk() further, and there are ownChunks() of them.
    GATESCOPE_HOST_DEVICE const Quad<precision> *firstQuad(int round, int factor, int row, int lane) const
    {
        const FactorLayout layout = m_block.layout();
        return staged(round, factor) + m_split * Block::chunks * layout.quadsOfChunk() + row * FactorLayout::quadsOfRow
            + lane % 4;
    }
    GATESCOPE_HOST_DEVICE int ownChunks() const { return m_block.layout().chunks() - m_split * Block::chunks; }

    template<int phase, bool sharesFactor>
    GATESCOPE_HOST_DEVICE void multiplyOnTensorCore(const typename Block::Weights &weights, int round, int eight) const
    {
        constexpr Products of = Block::productsOf(phase);
        const int lane = m_thread.number() % RecurrencePlan::lanes;
        const int quadsOfChunk = m_block.layout().quadsOfChunk(), quadsOfFactor = m_block.layout().quads();
        const int chunks = ownChunks();
        const Quad<precision> *first = firstQuad(round, 0, eight * RecurrencePlan::sequences + lane / 4, lane);
        float c[of.end - of.first][4] = {};
        GATESCOPE_UNROLLED
        for (int chunk = 0; chunk < Block::chunks; ++chunk) {
            const int at = chunk < chunks ? chunk * quadsOfChunk : 0; // weights beyond the last column are 0
            Quad<precision> four{};
            GATESCOPE_UNROLLED
            for (int product = of.first; product < of.end; ++product) {
                if (product == of.first || !sharesFactor)
                    four = first[at + (product - of.first) * quadsOfFactor];
                const auto &weight = weights.quad[chunk][product];
                multiplyAdd(m_thread, c[product - of.first], weight[0], weight[1], four);
            }
        }
        m_thread.finishProducts();
        for (int i = 0; i < 4; ++i) {
            const int unit = unitOfSum(lane, i), sequence = sequenceOfSum(lane, i);
            float sum = 0;
            for (int product = of.first; product < of.end; ++product) {
                const float one = scaled<phase>(round, eight, product, sequence, unit, c[product - of.first][i]);
                if constexpr (Block::addsUp)
                    sum += one;
                else
                    partial(product, eight, sequence, unit) = one;
            }
            if constexpr (Block::addsUp)
                partial(0, eight, sequence, unit) = sum;
        }
    }

    template<int phase, bool sharesFactor>
    GATESCOPE_HOST_DEVICE void multiplyExactly(const typename Block::Weights &weights, int round, int eight) const
    {
        constexpr Products of = Block::productsOf(phase);
        constexpr int atOnce = sharesFactor ? of.end - of.first : 1; // products that share a factor
        constexpr int together = ExactRows::together;
        const int lane = m_thread.number() % RecurrencePlan::lanes;
        // The lane that keeps a sum is the same for each product, and so may add to what it has left.
        const auto leave = [&](int product, int sequence, int unit, float sum) {
            sum = scaled<phase>(round, eight, product, sequence, unit, sum);
            float &place = partial(Block::addsUp ? 0 : product, eight, sequence, unit);
            place = !Block::addsUp || product == of.first ? sum : place + sum;
        };
        GATESCOPE_UNROLLED
        for (int product = of.first; product < of.end; product += atOnce) {
            GATESCOPE_NOT_UNROLLED
            for (int sequence = 0; sequence < RecurrencePlan::sequences; sequence += together) {
                const ExactRows rows{
                    firstQuad(round, product - of.first, eight * RecurrencePlan::sequences + sequence, lane),
                    m_block.layout().quadsOfChunk(), ownChunks()};
                float sums[together * atOnce * 2] = {};
                rows.multiply<atOnce>(weights, product, sums);
                m_thread.sumOfFour(sums);
                GATESCOPE_UNROLLED
                for (int i = 0; i < together * atOnce * 2; ++i) {
                    const int row = i / 2 / atOnce;
                    if (lane % 4 == row)
                        leave(product + i / 2 % atOnce, sequence + row, lane / 4 + 8 * (i % 2), sums[i]);
                }
            }
        }
    }

    /// A product's sum as the block wants it.
    template<int phase>
    GATESCOPE_HOST_DEVICE float scaled(int round, int eight, int product, int sequence, int unit, float sum) const
    {
        return m_block.template scaled<phase>(round, product, eight * RecurrencePlan::sequences + sequence,
                                              m_block.firstUnit() + m_tile * RecurrencePlan::units + unit, sum);
    }

    GATESCOPE_HOST_DEVICE Quad<precision> *staged(int round, int factor) const
    {
        const int at = (m_block.plan.staysInBlock() ? round * m_room.factors : 0) + factor;
        return reinterpret_cast<Quad<precision> *>(m_thread.shared() + m_room.factor * at);
    }
    GATESCOPE_HOST_DEVICE float *partials() const { return m_thread.shared() + m_room.partialsAt(); }
    /// A sum of this warp.
    GATESCOPE_HOST_DEVICE float &partial(int sum, int eight, int sequence, int unit) const
    {
        return partials()[m_block.partial(Block::sums, m_split, m_tile, sum, eight)
                          + sequence * RecurrencePlan::rowOfTile + unit];
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
    int m_tile, m_split; ///< of the warp: the tile of units, and the part of a product's length
};

} // namespace gatescope::gpu
