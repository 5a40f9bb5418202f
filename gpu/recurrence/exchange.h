// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/rounding.h"
#include "gpu/recurrence/recurrence_plan.h"

#include <cstdint>
#include <type_traits>

namespace gatescope::gpu {

// How the blocks of a group tell each other what their next products read, without a barrier. Each number travels with
// the number of its message in one word, which is written and read at once: whoever reads a word knows whether it is
// the awaited one, and needs no order among words. A rounded number has a word of 32 bits, an exact float one of 64.
// Bits are left over there: where a unit tells three numbers or more, the last one travels in the first two's words.
//
// There are two slots, for messages of even and of odd number. A block that writes message m + 2 has read message m + 1
// of all blocks, and each of them had read message m before it made that; so nobody still waits for what is
// overwritten. The words of one place are in order because one thread writes all of them, in every message, the first
// included: Conversation::tell().
//
// So whoever awaits message m finds it, or the one that stood in the slot before, m − 2, or the 0 with which the memory
// begins: nothing newer, for m + 2 is not written before all have read m, and nothing older, for the same thread has
// read m − 2 in this place. The last three bits of a word tell these three apart.

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

/// A number of a factor on its way; from the first bit on: the number, half of another one, the tag.
template<ProductPrecision precision>
struct ExchangeWord {
    static constexpr bool isWide = precision == ProductPrecision::float32;
    using Bits = std::conditional_t<isWide, std::uint64_t, std::uint32_t>;
    static constexpr std::uint32_t tagBits = 7;

    /// Of a message; never 0, with which the memory begins, nor the one of the message that stood in the slot before.
    GATESCOPE_HOST_DEVICE static std::uint32_t tag(int message) { return 4 | (std::uint32_t(message) & 3); }

    GATESCOPE_HOST_DEVICE static Bits of(float x, int message)
    {
        return Bits(bitsOf(roundedTo(precision, x))) << (isWide ? 32 : 0) | tag(message);
    }
    /// The upper or the lower half of another number, to be added to a word.
    GATESCOPE_HOST_DEVICE static std::uint32_t half(float other, bool isUpper)
    {
        const std::uint32_t bits = bitsOf(roundedTo(precision, other));
        return (isUpper ? bits >> (32 - halfBits) : bits >> (32 - 2 * halfBits) & halfMask) << halfAt;
    }

    /// Whether a word is of another message, in the bits of the tag; the other bits are of no meaning.
    GATESCOPE_HOST_DEVICE static std::uint32_t differs(Bits word, int message)
    {
        return std::uint32_t(word) ^ tag(message);
    }
    /// The bits of the number, as a float.
    GATESCOPE_HOST_DEVICE static std::uint32_t number(Bits word)
    {
        if constexpr (isWide)
            return std::uint32_t(word >> 32);
        else
            return word & ~0u << (halfAt + halfBits);
    }
    /// The same of the one whose halves travel in two words.
    GATESCOPE_HOST_DEVICE static std::uint32_t number(Bits upper, Bits lower)
    {
        return (std::uint32_t(upper) >> halfAt & halfMask) << (32 - halfBits)
            | (std::uint32_t(lower) >> halfAt & halfMask) << (32 - 2 * halfBits);
    }

    static constexpr int units = 16 / int(sizeof(Bits)); ///< whose words a thread reads at once
    static constexpr int reads = 4 / units;              ///< of a quad
    /// Where a read of one of so many quads begins, in words: beside the same of its neighbours, whose threads read it
    /// with the same instruction. So nothing is brought along that another instruction brings again.
    GATESCOPE_HOST_DEVICE static int place(int quads, int quad, int read) { return (read * quads + quad) * units; }
    /// Where the word of a number is.
    GATESCOPE_HOST_DEVICE static int place(int quads, int number)
    {
        return reads == 1 ? number : place(quads, number / 4, number % 4 / units) + number % units;
    }

private:
    static constexpr int halfBits = isWide ? 16 : precision == ProductPrecision::tf32 ? 10 : 8; ///< tf32 has 19 bits
    static constexpr int halfAt = isWide ? 16 : precision == ProductPrecision::tf32 ? 3 : 8;
    static constexpr std::uint32_t halfMask = (1u << halfBits) - 1;
};

/// Where a message begins in the memory for the exchange, in words.
GATESCOPE_HOST_DEVICE inline std::size_t messageInExchange(const RecurrencePlan &plan, const FactorLayout &layout,
                                                           int rowTile, int message)
{
    return (std::size_t(rowTile) * std::size_t(plan.slotCount) + std::size_t(message & (plan.slotCount - 1)))
        * std::size_t(plan.factors) * std::size_t(layout.numbers());
}

} // namespace gatescope::gpu
