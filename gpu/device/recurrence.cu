// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/recurrence.h"

#include "gpu/device/meeting.cuh"
#include "gpu/device/tensor_core.cuh"

namespace gatescope::gpu {

namespace {

/// Warps of a block have so many registers for each thread that its weights stay in them.
template<ProductPrecision precision>
constexpr int mostThreads = precision == ProductPrecision::bf16 ? 512 : 256;

/// Items of a round that a thread has at most: 128 of each tile of units, for at least 32 threads.
constexpr int mostItems = 4;

/// A block's weights, in the registers of its threads.
template<typename Block>
__device__ void load(const Block &block, typename Block::Weights &weights)
{
#pragma unroll
    for (int chunk = 0; chunk < Block::chunks; ++chunk)
#pragma unroll
        for (int product = 0; product < Block::products; ++product)
            weights.quad[chunk][product] = block.weight(int(threadIdx.x), chunk, product);
}

/// The products of a warp in one round, into the room where the block adds them up.
template<ProductPrecision precision, typename Block>
__device__ void multiply(const Block &block, const typename Block::Weights &weights, int step, int round,
                         float *partials)
{
    const int warp = int(threadIdx.x) / RecurrencePlan::lanes, lane = int(threadIdx.x) % RecurrencePlan::lanes;
    const RowsOfA rows = block.factor(step, round);
    float c[Block::products][4] = {};
#pragma unroll
    for (int chunk = 0; chunk < Block::chunks; ++chunk) {
        const int column = block.column(int(threadIdx.x), chunk);
        const auto low = rows.quad<precision>(lane / 4, column), high = rows.quad<precision>(lane / 4 + 8, column);
#pragma unroll
        for (int product = 0; product < Block::products; ++product)
            multiplyAdd<precision>(c[product], low, high, weights.quad[chunk][product]);
    }
    for (int product = 0; product < Block::products; ++product) {
        float *tile
            = partials + block.partial(Block::products, round, block.splitOf(warp), block.tileOf(warp), product);
        for (int i = 0; i < 4; ++i)
            tile[placeInTile(lane, i)] = c[product][i];
    }
}

/// What a thread's items of the first round read, asked for while the block waits for the others.
template<typename Block>
struct Ahead {
    typename Block::Read read[mostItems];

    __device__ void ask(const Block &block, int step)
    {
#pragma unroll
        for (int i = 0; i < mostItems; ++i)
            read[i] = block.read(step, 0, int(threadIdx.x) + i * int(blockDim.x));
    }
};

template<ProductPrecision precision>
__global__ void __launch_bounds__(mostThreads<precision>)
    goForward(const GruRecurrence gru, const RecurrencePlan plan, unsigned *counters)
{
    using Block = GruForwardBlock<precision>;
    extern __shared__ float partials[];
    const Block block(gru, plan, int(blockIdx.x) / plan.blocks, int(blockIdx.x) % plan.blocks);
    const GroupMeeting meeting(plan, counters, block.group);
    typename Block::Weights weights;
    load(block, weights);
    Ahead<Block> ahead;
    for (int step = 0; step < gru.steps; ++step) {
        ahead.ask(block, step);
        if (step > 0)
            meeting.wait(step);
        for (int round = 0; round < plan.rounds; ++round)
            multiply<precision>(block, weights, step, round, partials);
        __syncthreads();
#pragma unroll
        for (int i = 0; i < mostItems; ++i)
            block.finish(step, 0, int(threadIdx.x) + i * int(blockDim.x), ahead.read[i], partials);
        for (int round = 1; round < plan.rounds; ++round)
            for (int item = int(threadIdx.x); item < block.items(); item += int(blockDim.x))
                block.finish(step, round, item, block.read(step, round, item), partials);
        if (step + 1 < gru.steps)
            meeting.arrive();
    }
}

template<ProductPrecision precision>
__global__ void __launch_bounds__(mostThreads<precision>)
    goBackward(const GruRecurrenceBack gru, const RecurrencePlan plan, unsigned *counters)
{
    using Block = GruBackwardBlock<precision>;
    extern __shared__ float partials[];
    const Block block(gru, plan, int(blockIdx.x) / plan.blocks, int(blockIdx.x) % plan.blocks);
    float *carried = partials + block.partial(Block::products, plan.rounds, 0, 0, 0);
    const GroupMeeting meeting(plan, counters, block.group);
    typename Block::Weights weights;
    load(block, weights);
    const auto forEachItem = [&](int firstRound, const auto &work) {
        for (int round = firstRound; round < plan.rounds; ++round)
            for (int item = int(threadIdx.x); item < block.items(); item += int(blockDim.x))
                work(round, item, carried[round * block.items() + item]);
    };
    forEachItem(0, [&](int round, int item, float &own) { block.start(round, item, own); });
    Ahead<Block> ahead;
    ahead.ask(block, 0);
    for (int step = 0; step < gru.forward.steps; ++step) {
#pragma unroll
        for (int i = 0; i < mostItems; ++i) {
            const int item = int(threadIdx.x) + i * int(blockDim.x);
            if (item < block.items())
                block.finish(step, 0, item, ahead.read[i], partials, carried[item]);
        }
        forEachItem(1, [&](int round, int item, float &own) {
            block.finish(step, round, item, block.read(step, round, item), partials, own);
        });
        meeting.arrive();
        if (step + 1 < gru.forward.steps)
            ahead.ask(block, step + 1);
        meeting.wait(step + 1);
        for (int round = 0; round < plan.rounds; ++round)
            multiply<precision>(block, weights, step, round, partials);
        __syncthreads();
    }
    forEachItem(0, [&](int round, int item, float &own) { block.end(round, item, partials, own); });
}

template<ProductPrecision precision>
std::size_t sharedBytes(const GruRecurrence &, const RecurrencePlan &plan)
{
    constexpr int products = GruForwardBlock<precision>::products;
    return sizeof(float) * std::size_t(plan.rounds * plan.warps() * products * RecurrencePlan::rows)
        * RecurrencePlan::units;
}

template<ProductPrecision precision>
std::size_t sharedBytes(const GruRecurrenceBack &, const RecurrencePlan &plan)
{
    const RecurrenceBlock block{plan, 0, 0, 0, 0};
    return sizeof(float)
        * std::size_t(block.partial(GruBackwardBlock<precision>::products, plan.rounds, 0, 0, 0)
                      + plan.rounds * block.items());
}

template<ProductPrecision precision>
auto kernelFor(const GruRecurrence &)
{
    return goForward<precision>;
}

template<ProductPrecision precision>
auto kernelFor(const GruRecurrenceBack &)
{
    return goBackward<precision>;
}

/// How a kernel of this plan is started.
template<ProductPrecision precision, typename Gru>
struct Launch {
    cudaLaunchConfig_t config{};
    cudaLaunchAttribute attribute{};

    Launch(const Gru &gru, const RecurrencePlan &plan, cudaStream_t stream)
    {
        config.gridDim = dim3(unsigned(plan.groups * plan.blocks));
        config.blockDim = dim3(unsigned(plan.threads()));
        config.dynamicSmemBytes = sharedBytes<precision>(gru, plan);
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

template<ProductPrecision precision, typename Gru>
cudaError_t start(const Gru &gru, const RecurrencePlan &plan, unsigned *counters, cudaStream_t stream)
{
    const Launch<precision, Gru> launch(gru, plan, stream);
    return cudaLaunchKernelEx(&launch.config, kernelFor<precision>(gru), gru, plan, counters);
}

template<ProductPrecision precision, typename Gru>
cudaError_t ask(const Gru &gru, const RecurrencePlan &plan, bool &fits)
{
    const Launch<precision, Gru> launch(gru, plan, nullptr);
    const auto kernel = kernelFor<precision>(gru);
    fits = false;
    int device = 0, processors = 0, most = 0, atOnce = 0;
    cudaError_t status = cudaGetDevice(&device);
    if (status == cudaSuccess)
        status = cudaDeviceGetAttribute(&processors, cudaDevAttrMultiProcessorCount, device);
    if (status == cudaSuccess)
        status = cudaDeviceGetAttribute(&most, cudaDevAttrMaxSharedMemoryPerBlockOptin, device);
    if (status != cudaSuccess || launch.config.dynamicSmemBytes > std::size_t(most))
        return status;
    status = cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize,
                                  int(launch.config.dynamicSmemBytes));
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

cudaError_t askWhetherItFits(const RecurrencePlan &plan, ProductPrecision precision, bool &fits)
{
    fits = false;
    if (plan.meeting == RecurrencePlan::Meeting::grid && std::size_t(plan.groups) > counters / counterStride)
        return cudaSuccess;
    const auto both = [&]<ProductPrecision of>() {
        const cudaError_t status = ask<of>(GruRecurrence(), plan, fits);
        return status == cudaSuccess && fits ? ask<of>(GruRecurrenceBack(), plan, fits) : status;
    };
    return precision == ProductPrecision::bf16 ? both.template operator()<ProductPrecision::bf16>()
                                               : both.template operator()<ProductPrecision::tf32>();
}

cudaError_t launch(const GruRecurrence &gru, const RecurrencePlan &plan, ProductPrecision precision, unsigned *counters,
                   cudaStream_t stream)
{
    return precision == ProductPrecision::bf16 ? start<ProductPrecision::bf16>(gru, plan, counters, stream)
                                               : start<ProductPrecision::tf32>(gru, plan, counters, stream);
}

cudaError_t launch(const GruRecurrenceBack &gru, const RecurrencePlan &plan, ProductPrecision precision,
                   unsigned *counters, cudaStream_t stream)
{
    return precision == ProductPrecision::bf16 ? start<ProductPrecision::bf16>(gru, plan, counters, stream)
                                               : start<ProductPrecision::tf32>(gru, plan, counters, stream);
}

} // namespace gatescope::gpu
