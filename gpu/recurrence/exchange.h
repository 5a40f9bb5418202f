// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/rounding.h"
#include "gpu/recurrence/recurrence_plan.h"

#include <cstdint>
#include <type_traits>

namespace gatescope::gpu {

// How the blocks of a group tell each other what their next products read, without a barrier. Each number travels with
// the number of its message in one word, which is written and read at once: whoever reads a word knows whether it is
// the awaited one, and needs no order among words. TF32 and bf16 leave the last 13 bits of a float free for that; an
// exact float has a word of 64 bits. There are two slots, for messages of even and of odd number. A block that writes
// message m + 2 has read message m + 1 of all blocks, and each of them had read message m before it made that; so
// nobody still waits for what is overwritten. The words of one place are in order because one thread writes all of
// them, in every message, the first included: Conversation::tell().

/// Where the numbers of a factor stand, a matrix of some sequences and H columns: chunk by chunk, in each row by row.
/// So four numbers that a lane multiplies stand side by side, and what the lanes of a warp read at once does too. The
/// last chunk is whole: what is beyond the last column and the last sequence is 0.
struct FactorLayout {
    int rows, H;

    static constexpr int chunk = RecurrencePlan::chunk, quadsOfRow = chunk / 4;

    GATESCOPE_HOST_DEVICE int chunks() const { return (H + chunk - 1) / chunk; }
    GATESCOPE_HOST_DEVICE int columns() const { return chunks() * chunk; }
    GATESCOPE_HOST_DEVICE int quadsOfChunk() const { return rows * quadsOfRow; }
    GATESCOPE_HOST_DEVICE int quads() const { return chunks() * quadsOfChunk(); }
    GATESCOPE_HOST_DEVICE int numbers() const { return 4 * quads(); }
    GATESCOPE_HOST_DEVICE int number(int row, int column) const
    {
        return (column / chunk * rows + row) * chunk + column % chunk;
    }
};

/// A number of a factor on its way.
template<ProductPrecision precision>
struct ExchangeWord {
    static constexpr bool isWide = precision == ProductPrecision::float32;
    using Bits = std::conditional_t<isWide, std::uint64_t, std::uint32_t>;
    static constexpr std::uint32_t tagBits = 0x1fff;

    /// Of a message; never 0, with which the memory begins, nor the one of the message that stood in the slot before.
    GATESCOPE_HOST_DEVICE static std::uint32_t tag(int message) { return std::uint32_t(message) % tagBits + 1; }

    GATESCOPE_HOST_DEVICE static Bits of(float x, int message)
    {
        if constexpr (isWide)
            return Bits(tag(message)) << 32 | bitsOf(x);
        else
            return (bitsOf(roundedTo(precision, x)) & ~tagBits) | tag(message);
    }
    /// Whether a word is of another message, in the bits of the tag; the other bits are of no meaning.
    GATESCOPE_HOST_DEVICE static std::uint32_t differs(Bits word, int message)
    {
        if constexpr (isWide)
            return std::uint32_t(word >> 32) ^ tag(message);
        else
            return word ^ tag(message);
    }
    /// The bits of the number, as a float.
    GATESCOPE_HOST_DEVICE static std::uint32_t number(Bits word)
    {
        if constexpr (isWide)
            return std::uint32_t(word);
        else
            return word & ~tagBits;
    }
};

/// Where a message's numbers begin, factor after factor, in words.
GATESCOPE_HOST_DEVICE inline std::size_t messageInExchange(const RecurrencePlan &plan, const FactorLayout &layout,
                                                           int rowTile, int message)
{
    return (std::size_t(rowTile) * std::size_t(plan.slotCount) + std::size_t(message & (plan.slotCount - 1)))
        * std::size_t(plan.factors) * std::size_t(layout.numbers());
}

} // namespace gatescope::gpu
