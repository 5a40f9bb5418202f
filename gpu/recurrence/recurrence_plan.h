// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/product_precision.h"
#include "gpu/arithmetic/host_device.h"

namespace gatescope::gpu {

/// How the steps of a recurrence are shared out in one kernel that does all of them, with the weights held on the chip.
/// A tile is 8 units for 16 sequences. Blocks of a group have different units of the same sequences and meet after each
/// step; groups have different sequences and never meet.
struct RecurrencePlan {
    static constexpr int units = 8, rows = 16;                   ///< of a tile
    static constexpr int lanes = 32;                             ///< threads of a warp
    static constexpr int chunk = 16;                             ///< of a product's length, multiplied at once
    static constexpr int forwardChunks = 8, backwardChunks = 24; ///< that a warp holds weights for

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

    GATESCOPE_HOST_DEVICE int warps() const { return splits * tiles; }
    GATESCOPE_HOST_DEVICE int threads() const { return lanes * warps(); }
    GATESCOPE_HOST_DEVICE int blockUnits() const { return units * tiles; }
    bool operator==(const RecurrencePlan &) const = default;
};

/// What a device can hold.
struct RecurrenceLimits {
    int processors = 1;    ///< streaming multiprocessors, each of which runs one block of such a kernel
    int clusterBlocks = 0; ///< of the largest cluster; 0: there are none
};

/// The plan for a GRU that resets after the product, or why the plain path is taken.
Result<RecurrencePlan> recurrencePlan(int H, int sequences, ProductPrecision precision, const RecurrenceLimits &limits);

/// "8 blocks of 32 units, 2 × 16 sequences at a time, which meet in a cluster"
std::string describe(const RecurrencePlan &plan);

} // namespace gatescope::gpu
