// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/exchange.h"
#include "gpu/recurrence/thread_of_block.h"

namespace gatescope::gpu {

/// What a thread tells the other blocks of its group and hears of them: message by message, what the next products
/// read. A group that is one block tells itself, in its shared memory.
template<typename Base>
class Conversation : public Base
{
public:
    using Block = typename Base::Block;
    using Base::Base;

    /// A number of an item. All messages of an item are told by the same thread, and so the words of one place are in
    /// order.
    GATESCOPE_HOST_DEVICE void tell(int round, const RecurrenceItem &item, int message, int factor, float number) const
    {
        if (m_block.plan.staysInBlock())
            stage(round, item, factor, number);
        else
            publish(round, item, message, factor, Word::of(number, message));
    }
    /// The numbers of an item, of all factors.
    template<int factors>
    GATESCOPE_HOST_DEVICE void tellAll(int round, const RecurrenceItem &item, int message,
                                       const float (&numbers)[factors]) const
    {
        if (m_block.plan.staysInBlock())
            for (int factor = 0; factor < factors; ++factor)
                stage(round, item, factor, numbers[factor]);
        else if constexpr (halvesLast)
            for (int factor = 0; factor < factors - 1; ++factor)
                publish(round, item, message, factor,
                        Word::of(numbers[factor], message)
                            | (factor < 2 ? Word::half(numbers[factors - 1], factor == 0) : 0));
        else
            for (int factor = 0; factor < factors; ++factor)
                publish(round, item, message, factor, Word::of(numbers[factor], message));
    }

    /// What is beyond the last unit or sequence is 0 in whole chunks.
    GATESCOPE_HOST_DEVICE void tellNothing(int round, const RecurrenceItem &item, int message, int factors) const
    {
        GATESCOPE_NOT_UNROLLED
        for (int factor = 0; factor < factors && item.j < m_block.layout().columns(); ++factor)
            tell(round, item, message, factor, 0);
    }

    /// Waits for the numbers of a message from all blocks, and leaves them where the block's warps multiply them. Its
    /// factors lie one after the other in both places. Where warps hold 8 chunks, each thread has much to read.
    GATESCOPE_HOST_DEVICE void hear(int round, int message, int factors) const
    {
        if (m_block.plan.staysInBlock())
            return;
        const int quads = (halvesLast ? 1 : factors) * m_block.layout().quads(), reads = quads * readsOfQuad;
        const int count = m_thread.count();
        if (Block::chunks == 4 && reads <= 2 * count)
            hearQuads<2>(round, message, quads);
        else if (Block::chunks == 4 && reads <= 4 * count)
            hearQuads<4>(round, message, quads);
        else
            hearQuads<mostReads>(round, message, quads);
    }

protected:
    using Base::m_block;
    using Base::m_thread;

private:
    static constexpr ProductPrecision precision = Block::precision;
    using Word = ExchangeWord<precision>;
    using Bits = typename Word::Bits;
    /// Whether the last factor's numbers travel in the words of the first two.
    static constexpr bool halvesLast = Block::tellsAllFactors && Block::productsOf(0).count() >= 3;
    static_assert(!halvesLast || Block::phases == 1, "a message of another phase would have other factors");
    static constexpr int readTogether = halvesLast ? Block::productsOf(0).count() - 1 : 1; ///< factors read at once
    static constexpr int readsOfQuad = readTogether * Word::reads;
    /// That a thread makes at once: as many as it has registers for beside its weights.
    static constexpr int mostReads = Block::registersOfWeights > 128 || Block::mostWarpsOfBlock == 16 ? 4 : 8;

    GATESCOPE_HOST_DEVICE Bits *words(int round, int message) const
    {
        return reinterpret_cast<Bits *>(m_block.recurrence().exchange)
            + messageInExchange(m_block.plan, m_block.layout(), m_block.rowTile(round), message);
    }
    /// Quads of a message that there is room for.
    GATESCOPE_HOST_DEVICE int room() const { return m_block.plan.factors * m_block.layout().quads(); }
    GATESCOPE_HOST_DEVICE int place(const RecurrenceItem &item, int factor) const
    {
        const FactorLayout layout = m_block.layout();
        return factor * layout.numbers() + layout.number(item.row, item.j);
    }

    GATESCOPE_HOST_DEVICE void stage(int round, const RecurrenceItem &item, int factor, float number) const
    {
        setNumber(this->staged(round), place(item, factor), number);
    }
    GATESCOPE_HOST_DEVICE void publish(int round, const RecurrenceItem &item, int message, int factor, Bits word) const
    {
        m_thread.publish(words(round, message) + Word::place(room(), place(item, factor)), word);
    }

    template<int readsAtOnce>
    GATESCOPE_HOST_DEVICE void hearQuads(int round, int message, int quads) const
    {
        constexpr int atOnce = readsAtOnce > readsOfQuad ? readsAtOnce / readsOfQuad : 1;
        const Bits *from = words(round, message);
        auto *to = this->staged(round);
        const int count = m_thread.count();
        for (int first = m_thread.number(); first < quads; first += atOnce * count) {
            Bits got[atOnce][readTogether][4];
            unsigned missing = 0; // a bit for each quad
            GATESCOPE_UNROLLED
            for (int i = 0; i < atOnce; ++i)
                missing |= first + i * count < quads ? 1u << i : 0;
            const unsigned all = missing;
            for (unsigned attempts = 1;; ++attempts) {
                GATESCOPE_UNROLLED
                for (int i = 0; i < atOnce; ++i)
                    if ((missing & 1u << i) != 0)
                        read(from, quads, first + i * count, got[i]);
                GATESCOPE_UNROLLED
                for (int i = 0; i < atOnce; ++i)
                    if (isOf(got[i], message))
                        missing &= ~(1u << i);
                if (missing == 0)
                    break;
                m_thread.awaitOthers(attempts);
            }
            GATESCOPE_UNROLLED
            for (int i = 0; i < atOnce; ++i)
                if ((all & 1u << i) != 0)
                    stage(to + first + i * count, quads, got[i]);
        }
    }
    /// The words of a quad, of the factors that are read at once.
    GATESCOPE_HOST_DEVICE void read(const Bits *from, int quads, int quad, Bits (&got)[readTogether][4]) const
    {
        for (int factor = 0; factor < readTogether; ++factor)
            for (int i = 0; i < Word::reads; ++i)
                m_thread.read(from + Word::place(room(), factor * quads + quad, i), got[factor] + i * Word::units);
    }
    GATESCOPE_HOST_DEVICE static bool isOf(const Bits (&words)[readTogether][4], int message)
    {
        std::uint32_t differs = 0;
        for (const auto &ofFactor : words)
            for (const Bits word : ofFactor)
                differs |= Word::differs(word, message);
        return (differs & Word::tagBits) == 0;
    }
    GATESCOPE_HOST_DEVICE static void stage(Quad<precision> *to, int quads, const Bits (&words)[readTogether][4])
    {
        std::uint32_t numbers[4];
        for (int factor = 0; factor < readTogether; ++factor) {
            for (int unit = 0; unit < 4; ++unit)
                numbers[unit] = Word::number(words[factor][unit]);
            to[factor * quads] = quadOfRounded<precision>(numbers);
        }
        if constexpr (halvesLast) {
            for (int unit = 0; unit < 4; ++unit)
                numbers[unit] = Word::number(words[0][unit], words[1][unit]);
            to[readTogether * quads] = quadOfRounded<precision>(numbers);
        }
    }
};

} // namespace gatescope::gpu
