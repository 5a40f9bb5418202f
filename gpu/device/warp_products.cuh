// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device/tensor_core.cuh"
#include "gpu/recurrence/exact_rows.h"
#include "gpu/recurrence/recurrence_block.h"

namespace gatescope::gpu {

// The products of a warp in one phase of a round: into the room where the block adds them up.

/// The thread's number, which the compiler takes for another one each time. Otherwise it would reckon all places that
/// follow from it once before the loop over the steps, and keep them in the registers that the weights are to have.
__device__ inline int thisThread()
{
    int thread = int(threadIdx.x);
    asm volatile("" : "+r"(thread));
    return thread;
}

template<int phase, bool masked, typename Block>
__device__ void multiplyOnTensorCore(const Block &block, const typename Block::Weights &weights, int step, int round,
                                     float *partials)
{
    constexpr Products of = Block::productsOf(phase);
    const int thread = thisThread();
    const int warp = thread / RecurrencePlan::lanes, lane = thread % RecurrencePlan::lanes;
    float c[of.end - of.first][4] = {};
#pragma unroll
    for (int chunk = 0; chunk < RecurrencePlan::chunks; ++chunk) {
        const int column = block.column(thread, chunk);
        Quad<Block::precision> low, high;
#pragma unroll
        for (int product = of.first; product < of.end; ++product) {
            if (product == of.first || masked || Block::addsUp) {
                const RowsOfA rows = block.template factor<phase, masked>(step, round, product);
                low = rows.quad<Block::precision>(lane / 4, column);
                high = rows.quad<Block::precision>(lane / 4 + 8, column);
            }
            multiplyAdd<Block::precision>(c[product - of.first], low, high, weights.quad[chunk][product]);
        }
    }
    const auto tile = [&](int sum) {
        return partials + block.partial(Block::sums, round, block.splitOf(warp), block.tileOf(warp), sum);
    };
    const int firstUnit = block.unitOf(thread) - lane / 4;
    for (int i = 0; i < 4; ++i) {
        const int place = placeInTile(lane, i);
        if constexpr (Block::addsUp) {
            float sum = 0;
            for (int product = of.first; product < of.end; ++product)
                sum += block.template scaled<phase>(round, product, place / RecurrencePlan::units,
                                                    firstUnit + place % RecurrencePlan::units,
                                                    c[product - of.first][i]);
            tile(0)[place] = sum;
        } else {
            for (int product = of.first; product < of.end; ++product)
                tile(product)[place] = c[product - of.first][i];
        }
    }
}

/// The sum over the four lanes of a unit, in each of them.
__device__ inline float sumOfFour(float x)
{
    x += __shfl_xor_sync(0xffffffffu, x, 1);
    return x + __shfl_xor_sync(0xffffffffu, x, 2);
}

template<int phase, bool masked, typename Block>
__device__ void multiplyExactly(const Block &block, const typename Block::Weights &weights, int step, int round,
                                float *partials, float *staged)
{
    constexpr Products of = Block::productsOf(phase);
    constexpr int atOnce = masked || Block::addsUp ? 1 : of.end - of.first; // products that share a factor
    constexpr int together = ExactRows::together;
    const int thread = thisThread();
    const int warp = thread / RecurrencePlan::lanes, lane = thread % RecurrencePlan::lanes;
    const ExactRows room{staged + warp * RecurrencePlan::rows * RecurrencePlan::columns};
    // The lane that keeps a sum is the same for each product, and so may add to what it has left.
    const auto leave = [&](int product, int row, float sum) {
        const int kept = Block::addsUp ? 0 : product;
        float &place = partials[block.partial(Block::sums, round, block.splitOf(warp), block.tileOf(warp), kept)
                                + row * RecurrencePlan::units + lane / 4];
        if constexpr (Block::addsUp) {
            sum = block.template scaled<phase>(round, product, row, block.unitOf(thread), sum);
            place = product == of.first ? sum : place + sum;
        } else {
            place = sum;
        }
    };
#pragma unroll
    for (int product = of.first; product < of.end; product += atOnce) {
        __syncwarp(); // the lanes have done with what lies there
        room.stage(lane, block.template factor<phase, masked>(step, round, product), block.firstColumn(warp));
        __syncwarp();
#pragma unroll 1
        for (int first = 0; first < RecurrencePlan::rows; first += together) {
            float sums[together][atOnce] = {};
            room.multiply<atOnce>(lane, first, weights, product, sums);
#pragma unroll
            for (int row = 0; row < together; ++row)
#pragma unroll
                for (int i = 0; i < atOnce; ++i) {
                    const float sum = sumOfFour(sums[row][i]);
                    if (lane % 4 == row)
                        leave(product + i, first + row, sum);
                }
        }
    }
}

template<int phase, bool masked, typename Block>
__device__ void multiply(const Block &block, const typename Block::Weights &weights, int step, int round,
                         float *partials, float *staged)
{
    if constexpr (Block::precision == ProductPrecision::float32)
        multiplyExactly<phase, masked>(block, weights, step, round, partials, staged);
    else
        multiplyOnTensorCore<phase, masked>(block, weights, step, round, partials);
}

} // namespace gatescope::gpu
