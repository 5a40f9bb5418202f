// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device/cuda_thread.cuh"
#include "gpu/device/recurrence.h"
#include "gpu/recurrence/cells.h"
#include "gpu/recurrence/recurrence_kernel.h"

namespace gatescope::gpu {

namespace {

/// Warps of a block have so many registers for each thread that its weights stay in them.
template<typename Block>
constexpr int mostThreads = RecurrencePlan::lanes *Block::mostWarpsOfBlock;

template<typename Block, typename EitherWay>
__global__ void __launch_bounds__(mostThreads<Block>, 1)
    goThrough(const EitherWay recurrence, const RecurrencePlan plan)
{
    using Thread = CudaThread<(Block::registersOfWeights > 96 || Block::mostWarpsOfBlock == 16)>;
    RecurrenceKernel<Block, Thread>(Thread(), recurrence, plan).run();
}

template<typename Block>
auto kernelOf()
{
    if constexpr (Block::addsUp)
        return goThrough<Block, RecurrenceBack>;
    else
        return goThrough<Block, Recurrence>;
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
        config.dynamicSmemBytes = sizeof(float) * std::size_t(SharedRoom<Block>(plan).all());
        config.stream = stream;
        config.attrs = &attribute;
        config.numAttrs = 1;
        attribute.id = cudaLaunchAttributeCooperative; // a grid whose blocks do not all run at once is refused
        attribute.val.cooperative = plan.staysInBlock() ? 0 : 1;
    }
    Launch(const Launch &) = delete;
    Launch &operator=(const Launch &) = delete;
};

template<typename Block, typename EitherWay>
cudaError_t start(const EitherWay &recurrence, const RecurrencePlan &plan, cudaStream_t stream)
{
    const Launch<Block> launch(plan, stream);
    return cudaLaunchKernelEx(&launch.config, kernelOf<Block>(), recurrence, plan);
}

template<typename Block>
cudaError_t ask(const RecurrencePlan &plan, const RecurrenceLimits &limits, bool &fits)
{
    const Launch<Block> launch(plan, nullptr);
    const auto kernel = kernelOf<Block>();
    fits = false;
    if (launch.config.dynamicSmemBytes > std::size_t(limits.sharedBytes))
        return cudaSuccess;
    // As much as any plan takes: it holds for the kernel, whichever plan it is started by.
    cudaError_t status = cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize, limits.sharedBytes);
    if (status != cudaSuccess)
        return status;
    int atOnce = 0; // blocks of each processor
    status = cudaOccupancyMaxActiveBlocksPerMultiprocessor(&atOnce, kernel, plan.threads(),
                                                           launch.config.dynamicSmemBytes);
    const int wanted = plan.staysInBlock() ? 1 : plan.groups * plan.blocks;
    fits = status == cudaSuccess && atOnce * limits.processors >= wanted;
    return status;
}

} // namespace

template<typename Cell>
cudaError_t RecurrenceKernels<Cell>::ask(const RecurrencePlan &plan, ProductPrecision precision,
                                         const RecurrenceLimits &limits, bool &fits)
{
    return withBlocksOf<Cell>(precision, plan.chunks, [&]<typename Forward, typename Backward>() {
        const cudaError_t status = gpu::ask<Forward>(plan, limits, fits);
        return status == cudaSuccess && fits ? gpu::ask<Backward>(plan, limits, fits) : status;
    });
}

template<typename Cell>
cudaError_t RecurrenceKernels<Cell>::launch(const Recurrence &recurrence, const RecurrencePlan &plan,
                                            ProductPrecision precision, cudaStream_t stream)
{
    return withBlocksOf<Cell>(precision, plan.chunks, [&]<typename Forward, typename Backward>() {
        return start<Forward>(recurrence, plan, stream);
    });
}

template<typename Cell>
cudaError_t RecurrenceKernels<Cell>::launch(const RecurrenceBack &recurrence, const RecurrencePlan &plan,
                                            ProductPrecision precision, cudaStream_t stream)
{
    return withBlocksOf<Cell>(precision, plan.chunks, [&]<typename Forward, typename Backward>() {
        return start<Backward>(recurrence, plan, stream);
    });
}

} // namespace gatescope::gpu
