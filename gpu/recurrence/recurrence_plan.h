// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/product_precision.h"
#include "gpu/arithmetic/host_device.h"

#include <cstddef>
#include <string>
#include <vector>

namespace gatescope::gpu {

/// What there is a kernel of all steps for.
enum class RecurrentCell { gru, gruThatResetsBefore, lstm, rnn };

/// What a recurrence of all steps is asked for.
struct RecurrenceShape {
    RecurrentCell cell = RecurrentCell::gru;
    int H = 0, sequences = 0;
    bool isMasked = false; ///< by recurrent dropout
};

/// How the steps of a recurrence are shared out in one kernel that does all of them, with the weights held on the chip.
/// A tile is 16 units for 8 sequences. Blocks of a group have different units of the same sequences and exchange what
/// the next product reads after each step, or twice in it; groups have different sequences and know nothing of each
/// other.
struct RecurrencePlan {
    static constexpr int units = 16, sequences = 8; ///< of a tile
    static constexpr int rowOfTile = units + 4;     ///< floats: so that lanes write to different banks of memory
    static constexpr int tile = rowOfTile * sequences;
    static constexpr int lanes = 32; ///< threads of a warp
    static constexpr int chunk = 16; ///< of a product's length, multiplied at once

    int H = 0;
    int chunks = 4; ///< that a warp holds weights for: 4 or 8
    int splits = 1; ///< warps that share the length of a product
    int tiles = 1;  ///< of units in a block
    int blocks = 1; ///< of a group
    int groups = 1;
    int rows = sequences; ///< sequences that a block takes at once: 8 or 16
    int rounds = 1;       ///< so many sequences that a group takes one after the other in each step
    int phases = 1;       ///< how often the units of a step exchange numbers
    int factors = 1;      ///< that the products of a phase read at most, on the way back or either way
    int forwardFactors = 1;
    int slotCount = 2;        ///< in which messages take turns; 1 would be too few
    std::size_t exchange = 0; ///< floats of memory in which blocks exchange numbers; 0: a group is one block

    GATESCOPE_HOST_DEVICE int columns() const { return chunk * chunks; }
    GATESCOPE_HOST_DEVICE int warps() const { return splits * tiles; }
    GATESCOPE_HOST_DEVICE int threads() const { return lanes * warps(); }
    GATESCOPE_HOST_DEVICE int blockUnits() const { return units * tiles; }
    /// Whether a group's sequences need no more than what the threads of a block share.
    GATESCOPE_HOST_DEVICE bool staysInBlock() const { return blocks == 1; }
    bool operator==(const RecurrencePlan &) const = default;
};

/// Registers in which a lane holds the weights of so many products and chunks.
constexpr int weightRegisters(int products, int chunks, ProductPrecision precision)
{
    const int numbers = products * chunks * RecurrencePlan::chunk * RecurrencePlan::units / RecurrencePlan::lanes;
    return precision == ProductPrecision::bf16 ? numbers / 2 : numbers;
}

/// Warps of a block whose lanes have 128 registers each, or else 255: enough for the weights and what they work with.
constexpr int mostWarps(int weightRegisters)
{
    return weightRegisters <= 48 ? 16 : 8;
}

/// Most units that a kernel of all steps takes.
inline constexpr int mostRecurrentUnits = 1024;

/// Whether there is a kernel whose warps hold 8 chunks: where 4 are too few for all units, and 8 not too many.
constexpr bool needsKernelOfEight(int products, ProductPrecision precision)
{
    const int columns = 4 * RecurrencePlan::chunk * mostWarps(weightRegisters(products, 4, precision));
    return columns < mostRecurrentUnits && weightRegisters(products, 8, precision) <= 192;
}

/// What a device can hold.
struct RecurrenceLimits {
    int processors = 1;           ///< streaming multiprocessors, each of which runs one block of such a kernel
    int sharedBytes = 227 * 1024; ///< that the threads of a block can share
};

/// The plan for a recurrence, or why the plain path is taken.
Result<RecurrencePlan> recurrencePlan(const RecurrenceShape &shape, ProductPrecision precision,
                                      const RecurrenceLimits &limits);

/// All plans that a device has room for, also those that nobody would take: what a measurement chooses from.
std::vector<RecurrencePlan> recurrencePlans(const RecurrenceShape &shape, ProductPrecision precision,
                                            const RecurrenceLimits &limits);

/// "8 × 4 blocks of 32 units, 2 × 16 sequences a step, exchanged in memory"
Sentence describe(const RecurrencePlan &plan);

} // namespace gatescope::gpu
