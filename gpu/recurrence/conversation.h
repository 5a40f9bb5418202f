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
        const FactorLayout layout = m_block.layout();
        const int at = factor * layout.numbers() + layout.number(item.row, item.j);
        if (m_block.plan.staysInBlock())
            setNumber(this->staged(round), at, number);
        else
            m_thread.publish(words(round, message) + at, Word::of(number, message));
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
        if (m_block.plan.staysInBlock())
            return;
        const int quads = factors * m_block.layout().quads(), count = m_thread.count();
        if (quads <= 2 * count)
            hearQuads<2 / wordsOfBits>(round, message, quads);
        else if (quads <= 4 * count)
            hearQuads<4 / wordsOfBits>(round, message, quads);
        else
            hearQuads<mostAtOnce>(round, message, quads);
    }

protected:
    using Base::m_block;
    using Base::m_thread;

private:
    static constexpr ProductPrecision precision = Block::precision;
    using Word = ExchangeWord<precision>;
    using Bits = typename Word::Bits;
    static constexpr int wordsOfBits = int(sizeof(Bits) / sizeof(float));
    /// Quads that a thread reads at once: as many as it has registers for beside its weights.
    static constexpr int mostAtOnce
        = (Block::registersOfWeights > 128 || Block::mostWarpsOfBlock == 16 ? 4 : 8) / wordsOfBits;

    GATESCOPE_HOST_DEVICE Bits *words(int round, int message) const
    {
        return reinterpret_cast<Bits *>(m_block.recurrence().exchange)
            + messageInExchange(m_block.plan, m_block.layout(), m_block.rowTile(round), message);
    }

    template<int atOnce>
    GATESCOPE_HOST_DEVICE void hearQuads(int round, int message, int quads) const
    {
        const Bits *from = words(round, message);
        auto *to = this->staged(round);
        const int count = m_thread.count();
        for (int first = m_thread.number(); first < quads; first += atOnce * count) {
            Bits got[atOnce][4];
            unsigned missing = 0; // a bit for each quad
            GATESCOPE_UNROLLED
            for (int i = 0; i < atOnce; ++i)
                missing |= first + i * count < quads ? 1u << i : 0;
            const unsigned all = missing;
            for (unsigned attempts = 1;; ++attempts) {
                GATESCOPE_UNROLLED
                for (int i = 0; i < atOnce; ++i)
                    if ((missing & 1u << i) != 0)
                        m_thread.read(from + 4 * (first + i * count), got[i]);
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
                    to[first + i * count] = quadOf(got[i]);
        }
    }
    GATESCOPE_HOST_DEVICE static bool isOf(const Bits (&words)[4], int message)
    {
        std::uint32_t differs = 0;
        for (const Bits word : words)
            differs |= Word::differs(word, message);
        return (differs & Word::tagBits) == 0;
    }
    GATESCOPE_HOST_DEVICE static Quad<precision> quadOf(const Bits (&words)[4])
    {
        return quadOfRounded<precision>(
            {Word::number(words[0]), Word::number(words[1]), Word::number(words[2]), Word::number(words[3])});
    }
};

} // namespace gatescope::gpu
