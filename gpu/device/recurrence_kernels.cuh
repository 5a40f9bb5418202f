// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device/meeting.cuh"
#include "gpu/device/recurrence.h"
#include "gpu/device/warp_products.cuh"
#include "gpu/recurrence/cells.h"

#include <cuda_pipeline.h>

namespace gatescope::gpu {

namespace {

/// Warps of a block have so many registers for each thread that its weights stay in them.
template<typename Block>
constexpr int mostThreads = RecurrencePlan::lanes * mostWarps(Block::Cell::products, Block::precision);

/// work(constant) for each phase of a step, in turn.
template<typename Block, typename Work>
__device__ void forEachPhase(const Work &work)
{
    static_assert(Block::phases <= 2);
    work(std::integral_constant<int, 0>());
    if constexpr (Block::phases > 1)
        work(std::integral_constant<int, 1>());
}

/// A block's weights, in the registers of its threads.
template<typename Block>
__device__ void load(const Block &block, typename Block::Weights &weights)
{
#pragma unroll
    for (int chunk = 0; chunk < RecurrencePlan::chunks; ++chunk)
#pragma unroll
        for (int product = 0; product < Block::Cell::products; ++product)
            weights.quad[chunk][product] = block.weight(thisThread(), chunk, product);
}

/// The products of a phase, of all rounds.
template<int phase, typename Block>
__device__ void multiplyAll(const Block &block, const typename Block::Weights &weights, int step, float *partials,
                            float *staged)
{
    if constexpr (Block::masksFactor(phase)) {
        if (block.isMasked()) {
            for (int round = 0; round < block.plan.rounds; ++round)
                multiply<phase, true>(block, weights, step, round, partials, staged);
            return;
        }
    }
    for (int round = 0; round < block.plan.rounds; ++round)
        multiply<phase, false>(block, weights, step, round, partials, staged);
}

/// work(round, number, item) for a thread's units and sequences. One after the other: were they taken together, their
/// places would take the registers that hold the weights.
template<typename Block, typename Work>
__device__ void forEachItem(const Block &block, int rounds, const Work &work)
{
#pragma unroll 1
    for (int round = 0; round < rounds; ++round)
#pragma unroll 1
        for (int number = thisThread(); number < block.items(); number += int(blockDim.x))
            if (const RecurrenceItem item(block, round, number); item.isThere)
                work(round, number, item);
}

/// Copies what a thread's items of the first round read, while the block waits for the others.
template<typename Block>
__device__ void copyAhead(const Block &block, int step, float *ahead)
{
    forEachItem(block, 1, [&](int, int number, const RecurrenceItem &item) {
        const UnitPlace place = block.place(step, item);
#pragma unroll
        for (int i = 0; i < Block::reads; ++i)
            __pipeline_memcpy_async(ahead + i * block.items() + number, block.source(place, i), sizeof(float));
    });
    __pipeline_commit();
}

/// What an item reads: of the first round what its thread has copied, else from where it stands.
template<typename Block>
__device__ void read(const Block &block, int step, int round, int number, const RecurrenceItem &item,
                     const float *ahead, float (&got)[Block::reads])
{
    const UnitPlace place = block.place(step, item);
#pragma unroll
    for (int i = 0; i < Block::reads; ++i)
        got[i] = round == 0 ? ahead[i * block.items() + number] : *block.source(place, i);
}

template<typename Block>
__global__ void __launch_bounds__(mostThreads<Block>, 1)
    goForward(const Recurrence recurrence, const RecurrencePlan plan, unsigned *counters)
{
    extern __shared__ float4 sharedRoomOfBlock[];
    const SharedRoom room = Block::roomOf(plan);
    float *partials = reinterpret_cast<float *>(sharedRoomOfBlock);
    float *ahead = partials + room.aheadAt(), *staged = partials + room.stagedAt();
    const Block block(recurrence, plan, int(blockIdx.x) / plan.blocks, int(blockIdx.x) % plan.blocks);
    const GroupMeeting meeting(plan, counters, block.group);
    typename Block::Weights weights;
    load(block, weights);
    for (int step = 0; step < recurrence.steps; ++step) {
        copyAhead(block, step, ahead);
        forEachPhase<Block>([&](auto constant) {
            constexpr int phase = decltype(constant)::value;
            const int met = step * Block::phases + phase;
            if (met > 0)
                meeting.wait(met);
            multiplyAll<phase>(block, weights, step, partials, staged);
            __pipeline_wait_prior(0);
            __syncthreads();
            forEachItem(block, plan.rounds, [&](int round, int number, const RecurrenceItem &item) {
                float got[Block::reads];
                read(block, step, round, number, item, ahead, got);
                block.template finish<phase>(step, round, item, got, partials);
            });
            if (step + 1 < recurrence.steps || phase + 1 < Block::phases)
                meeting.arrive();
        });
    }
}

template<typename Block>
__global__ void __launch_bounds__(mostThreads<Block>, 1)
    goBackward(const RecurrenceBack recurrence, const RecurrencePlan plan, unsigned *counters)
{
    using Carried = typename Block::Carried;
    extern __shared__ float4 sharedRoomOfBlock[];
    const SharedRoom room = Block::roomOf(plan);
    float *partials = reinterpret_cast<float *>(sharedRoomOfBlock);
    Carried *carried = reinterpret_cast<Carried *>(partials + room.carriedAt());
    float *ahead = partials + room.aheadAt(), *staged = partials + room.stagedAt();
    const Block block(recurrence, plan, int(blockIdx.x) / plan.blocks, int(blockIdx.x) % plan.blocks);
    const GroupMeeting meeting(plan, counters, block.group);
    const auto own = [&](int round, int number) -> Carried & { return carried[round * block.items() + number]; };
    typename Block::Weights weights;
    load(block, weights);
    forEachItem(block, plan.rounds,
                [&](int round, int number, const RecurrenceItem &item) { block.start(item, own(round, number)); });
    copyAhead(block, 0, ahead);
    for (int step = 0; step < recurrence.forward.steps; ++step) {
        forEachPhase<Block>([&](auto constant) {
            constexpr int phase = decltype(constant)::value;
            __pipeline_wait_prior(0);
            forEachItem(block, plan.rounds, [&](int round, int number, const RecurrenceItem &item) {
                float got[Block::reads];
                read(block, step, round, number, item, ahead, got);
                block.template finish<phase>(step, round, item, got, partials, own(round, number));
            });
            meeting.arrive();
            if (phase + 1 == Block::phases && step + 1 < recurrence.forward.steps)
                copyAhead(block, step + 1, ahead);
            meeting.wait(step * Block::phases + phase + 1);
            multiplyAll<phase>(block, weights, step, partials, staged);
            __syncthreads();
        });
    }
    forEachItem(block, plan.rounds, [&](int round, int number, const RecurrenceItem &item) {
        block.end(round, item, partials, own(round, number));
    });
}

template<typename Block>
auto kernelOf()
{
    if constexpr (Block::addsUp)
        return goBackward<Block>;
    else
        return goForward<Block>;
}

/// How a kernel of this plan is started.
template<typename Block>
struct Launch {
    cudaLaunchConfig_t config{};
    cudaLaunchAttribute attribute{};

    Launch(const RecurrencePlan &plan, cudaStream_t stream)
    {
        config.gridDim = dim3(unsigned(plan.groups * plan.blocks));
        config.blockDim = dim3(unsigned(plan.threads()));
        config.dynamicSmemBytes = sizeof(float) * std::size_t(Block::roomOf(plan).all());
        config.stream = stream;
        config.attrs = &attribute;
        if (plan.meeting == RecurrencePlan::Meeting::cluster) {
            attribute.id = cudaLaunchAttributeClusterDimension;
            attribute.val.clusterDim = {unsigned(plan.blocks), 1, 1};
        } else { // a grid whose blocks do not all run at once is refused
            attribute.id = cudaLaunchAttributeCooperative;
            attribute.val.cooperative = plan.meeting == RecurrencePlan::Meeting::grid ? 1 : 0;
        }
        config.numAttrs = 1;
    }
    Launch(const Launch &) = delete;
    Launch &operator=(const Launch &) = delete;
};

template<typename Block, typename EitherWay>
cudaError_t start(const EitherWay &recurrence, const RecurrencePlan &plan, unsigned *counters, cudaStream_t stream)
{
    const Launch<Block> launch(plan, stream);
    return cudaLaunchKernelEx(&launch.config, kernelOf<Block>(), recurrence, plan, counters);
}

template<typename Block>
cudaError_t ask(const RecurrencePlan &plan, bool &fits)
{
    const Launch<Block> launch(plan, nullptr);
    const auto kernel = kernelOf<Block>();
    fits = false;
    int device = 0, processors = 0, most = 0, atOnce = 0;
    cudaError_t status = cudaGetDevice(&device);
    if (status == cudaSuccess)
        status = cudaDeviceGetAttribute(&processors, cudaDevAttrMultiProcessorCount, device);
    if (status == cudaSuccess)
        status = cudaDeviceGetAttribute(&most, cudaDevAttrMaxSharedMemoryPerBlockOptin, device);
    if (status != cudaSuccess || launch.config.dynamicSmemBytes > std::size_t(most))
        return status;
    // As much as any plan takes: it holds for the kernel, whichever plan it is started by.
    status = cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, most);
    if (status != cudaSuccess)
        return status;
    if (plan.meeting == RecurrencePlan::Meeting::cluster) {
        if (plan.blocks > 8)
            status = cudaFuncSetAttribute(kernel, cudaFuncAttributeNonPortableClusterSizeAllowed, 1);
        if (status == cudaSuccess)
            status = cudaOccupancyMaxActiveClusters(&atOnce, kernel, &launch.config);
        fits = status == cudaSuccess && atOnce >= 1; // clusters begin whole and do not wait for one another
        return status;
    }
    status = cudaOccupancyMaxActiveBlocksPerMultiprocessor(&atOnce, kernel, plan.threads(),
                                                           launch.config.dynamicSmemBytes);
    const int wanted = plan.meeting == RecurrencePlan::Meeting::grid ? plan.groups * plan.blocks : 1;
    fits = status == cudaSuccess && atOnce * processors >= wanted;
    return status;
}

} // namespace

template<typename Cell>
cudaError_t RecurrenceKernels<Cell>::ask(const RecurrencePlan &plan, ProductPrecision precision, bool &fits)
{
    return withPrecision(precision, [&](auto constant) {
        constexpr ProductPrecision known = decltype(constant)::value;
        const cudaError_t status = gpu::ask<ForwardBlock<Cell, known>>(plan, fits);
        return status == cudaSuccess && fits ? gpu::ask<BackwardBlock<Cell, known>>(plan, fits) : status;
    });
}

template<typename Cell>
cudaError_t RecurrenceKernels<Cell>::launch(const Recurrence &recurrence, const RecurrencePlan &plan,
                                            ProductPrecision precision, unsigned *counters, cudaStream_t stream)
{
    return withPrecision(precision, [&](auto constant) {
        return start<ForwardBlock<Cell, decltype(constant)::value>>(recurrence, plan, counters, stream);
    });
}

template<typename Cell>
cudaError_t RecurrenceKernels<Cell>::launch(const RecurrenceBack &recurrence, const RecurrencePlan &plan,
                                            ProductPrecision precision, unsigned *counters, cudaStream_t stream)
{
    return withPrecision(precision, [&](auto constant) {
        return start<BackwardBlock<Cell, decltype(constant)::value>>(recurrence, plan, counters, stream);
    });
}

} // namespace gatescope::gpu
