// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/product_precision.h"
#include "gpu/arithmetic/host_device.h"

#include <cstddef>

namespace gatescope::gpu {

/// What there is a kernel of all steps for.
enum class RecurrentCell { gru, gruThatResetsBefore, lstm, rnn };

/// How the steps of a recurrence are shared out in one kernel that does all of them, with the weights held on the chip.
/// A tile is 8 units for up to 16 sequences. Blocks of a group have different units of the same sequences and exchange
/// what the next product reads after each step, or twice in it; groups have different sequences and know nothing of
/// each other.
struct RecurrencePlan {
    static constexpr int units = 8, mostRows = 16, tile = units * mostRows; ///< of a tile
    static constexpr int lanes = 32;                                        ///< threads of a warp
    static constexpr int chunk = 16; ///< of a product's length, multiplied at once
    static constexpr int chunks = 8; ///< that a warp holds weights for
    static constexpr int columns = chunk * chunks;

    int H = 0;
    int splits = 1; ///< warps that share the length of a product
    int tiles = 1;  ///< of units in a block
    int blocks = 1; ///< of a group
    int groups = 1;
    int rows = mostRows;      ///< sequences of a tile: 8 or 16
    int rounds = 1;           ///< tiles of sequences that a group takes one after the other in each step
    int phases = 1;           ///< how often the units of a step exchange numbers
    int factors = 1;          ///< that the products of a phase read at most
    std::size_t exchange = 0; ///< floats of memory in which blocks exchange numbers; 0: a group is one block

    GATESCOPE_HOST_DEVICE int warps() const { return splits * tiles; }
    GATESCOPE_HOST_DEVICE int threads() const { return lanes * warps(); }
    GATESCOPE_HOST_DEVICE int blockUnits() const { return units * tiles; }
    /// Whether a group's sequences need no more than what the threads of a block share.
    GATESCOPE_HOST_DEVICE bool staysInBlock() const { return blocks == 1; }
    bool operator==(const RecurrencePlan &) const = default;
};

/// Warps of a block of a cell with so many products, so that a lane's registers hold its weights: up to 48 of 128
/// registers, or else up to 128 of 255.
constexpr int mostWarps(int products, ProductPrecision precision)
{
    const int numbers = RecurrencePlan::chunks * RecurrencePlan::chunk * RecurrencePlan::units / RecurrencePlan::lanes;
    const int registers = products * numbers / (precision == ProductPrecision::bf16 ? 2 : 1);
    return registers <= 48 ? 16 : 8;
}

/// What a device can hold.
struct RecurrenceLimits {
    int processors = 1;           ///< streaming multiprocessors, each of which runs one block of such a kernel
    int sharedBytes = 227 * 1024; ///< that the threads of a block can share
};

/// The plan for a cell, or why the plain path is taken.
Result<RecurrencePlan> recurrencePlan(RecurrentCell cell, int H, int sequences, ProductPrecision precision,
                                      const RecurrenceLimits &limits);

/// "8 × 4 blocks of 32 units, 2 × 16 sequences a step, exchanged in memory"
std::string describe(const RecurrencePlan &plan);

} // namespace gatescope::gpu
