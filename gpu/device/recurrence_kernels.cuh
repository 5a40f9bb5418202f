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
constexpr int mostThreads
    = RecurrencePlan::lanes *mostWarps(weightRegisters(Block::Cell::products, Block::chunks, Block::precision));

template<typename Block, typename EitherWay>
__global__ void __launch_bounds__(mostThreads<Block>, 1)
    goThrough(const EitherWay recurrence, const RecurrencePlan plan)
{
    RecurrenceKernel<Block, CudaThread>(CudaThread(), recurrence, plan).run();
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
    status = cudaOccupancyMaxActiveBlocksPerMultiprocessor(&atOnce, kernel, plan.threads(),
                                                           launch.config.dynamicSmemBytes);
    const int wanted = plan.staysInBlock() ? 1 : plan.groups * plan.blocks;
    fits = status == cudaSuccess && atOnce * processors >= wanted;
    return status;
}

} // namespace

template<typename Cell>
cudaError_t RecurrenceKernels<Cell>::ask(const RecurrencePlan &plan, ProductPrecision precision, bool &fits)
{
    return withBlocksOf<Cell>(precision, plan.chunks, [&]<typename Forward, typename Backward>() {
        const cudaError_t status = gpu::ask<Forward>(plan, fits);
        return status == cudaSuccess && fits ? gpu::ask<Backward>(plan, fits) : status;
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
