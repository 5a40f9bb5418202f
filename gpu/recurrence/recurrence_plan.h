// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/product_precision.h"
#include "gpu/arithmetic/host_device.h"

namespace gatescope::gpu {

/// What there is a kernel of all steps for.
enum class RecurrentCell { gru, gruThatResetsBefore, lstm, rnn };

/// How the steps of a recurrence are shared out in one kernel that does all of them, with the weights held on the chip.
/// A tile is 8 units for 16 sequences. Blocks of a group have different units of the same sequences and meet after each
/// step, or twice in it; groups have different sequences and never meet.
struct RecurrencePlan {
    static constexpr int units = 8, rows = 16, tile = units * rows; ///< of a tile
    static constexpr int lanes = 32;                                ///< threads of a warp
    static constexpr int chunk = 16;                                ///< of a product's length, multiplied at once
    static constexpr int chunks = 8;                                ///< that a warp holds weights for
    static constexpr int columns = chunk * chunks;

    int splits = 1; ///< warps that share the length of a product
    int tiles = 1;  ///< of units in a block
    int blocks = 1; ///< of a group
    int groups = 1;
    int rounds = 1; ///< tiles of sequences that a group takes one after the other in each step
    enum class Meeting {
        block,   ///< a group is one block
        cluster, ///< a group is a cluster, and meets by its barrier
        grid     ///< a group meets by a counter in memory, and so all blocks have to run at once
    } meeting
        = Meeting::block;
    int meetings = 1; ///< of a step

    GATESCOPE_HOST_DEVICE int warps() const { return splits * tiles; }
    GATESCOPE_HOST_DEVICE int threads() const { return lanes * warps(); }
    GATESCOPE_HOST_DEVICE int blockUnits() const { return units * tiles; }
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

/// What a block keeps in the memory that its threads share, in floats, one after the other.
struct SharedRoom {
    int partials; ///< sums of a warp in each round
    int carried;  ///< from step to step, of each unit and sequence
    int ahead;    ///< what the first round reads, of each unit and sequence
    int staged;   ///< a warp's factor, where lanes multiply by themselves

    GATESCOPE_HOST_DEVICE int carriedAt() const { return partials; }
    GATESCOPE_HOST_DEVICE int aheadAt() const { return partials + carried; }
    GATESCOPE_HOST_DEVICE int stagedAt() const { return aheadAt() + ahead; }
    GATESCOPE_HOST_DEVICE int all() const { return stagedAt() + staged; }
};

/// `sums` are those that a warp leaves of a unit and sequence, `carried` and `reads` the numbers that are carried and
/// read of it.
GATESCOPE_HOST_DEVICE inline SharedRoom sharedRoom(const RecurrencePlan &plan, int sums, int carried, int reads,
                                                   ProductPrecision precision)
{
    const bool stages = precision == ProductPrecision::float32;
    return {plan.rounds * plan.warps() * sums * RecurrencePlan::tile,
            plan.rounds * plan.tiles * carried * RecurrencePlan::tile, plan.tiles * reads * RecurrencePlan::tile,
            stages ? plan.warps() * RecurrencePlan::rows * RecurrencePlan::columns : 0};
}

/// What a device can hold.
struct RecurrenceLimits {
    int processors = 1;           ///< streaming multiprocessors, each of which runs one block of such a kernel
    int clusterBlocks = 0;        ///< of the largest cluster; 0: there are none
    int sharedBytes = 227 * 1024; ///< that the threads of a block can share
};

/// The plan for a cell, or why the plain path is taken.
Result<RecurrencePlan> recurrencePlan(RecurrentCell cell, int H, int sequences, ProductPrecision precision,
                                      const RecurrenceLimits &limits);

/// "8 × 4 blocks of 32 units, 2 × 16 sequences a step, meeting in a cluster"
std::string describe(const RecurrencePlan &plan);

} // namespace gatescope::gpu
