// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of CUDA that start kernels, and ask about them.
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <algorithm>
#include <cstring>

using namespace gatescope::ptx;

namespace {

struct Wanted {
    dim3 grid, block;
    std::size_t sharedBytes = 0;
    cudaStream_t stream = nullptr;
    bool isCooperative = false;
};

/// What CUDA says of a launch before it is done.
cudaError_t allowed(const CUkern_st &of, const Kernel &kernel, const Wanted &wanted)
{
    const unsigned threads = wanted.block.x;
    if (wanted.grid.x == 0 || threads == 0 || threads > unsigned(StandIn::threadsOfBlock))
        return cudaErrorInvalidConfiguration;
    if (wanted.grid.y != 1 || wanted.grid.z != 1 || wanted.block.y != 1 || wanted.block.z != 1) {
        standIn().complain("a grid of more than one dimension, which the stand-in does not have");
        return cudaErrorInvalidConfiguration;
    }
    if (int(threads) > kernel.mostThreads)
        return cudaErrorLaunchOutOfResources;
    if (wanted.sharedBytes > std::size_t(of.mostDynamicShared))
        return cudaErrorInvalidValue;
    const int atOnce = StandIn::blocksAtOnce(kernel, int(threads), wanted.sharedBytes);
    if (atOnce == 0)
        return cudaErrorLaunchOutOfResources;
    if (wanted.isCooperative && wanted.grid.x > unsigned(atOnce * standIn().processors))
        return cudaErrorCooperativeLaunchTooLarge;
    return cudaSuccess;
}

cudaError_t start(CUkern_st &of, const Wanted &wanted, void **arguments)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    if (standIn().broken() != cudaSuccess)
        return standIn().answer(standIn().broken());
    const auto kernel = standIn().read(of);
    if (!kernel)
        return standIn().answer(cudaErrorInvalidKernelImage);
    if (const cudaError_t status = allowed(of, *kernel, wanted); status != cudaSuccess)
        return standIn().answer(status);
    Launch launch{.kernel = kernel,
                  .blocks = int(wanted.grid.x),
                  .threads = int(wanted.block.x),
                  .sharedBytes = wanted.sharedBytes,
                  .isCooperative = wanted.isCooperative,
                  .parameters = std::vector<std::byte>(kernel->parameterBytes())};
    for (std::size_t i = 0; i < kernel->parameters.size(); ++i)
        std::memcpy(launch.parameters.data() + kernel->parameters[i].at, arguments[i], kernel->parameters[i].bytes);
    return standIn().submit(wanted.stream, [launch = std::move(launch)] { return standIn().run(launch); });
}

CUkern_st *kernelOf(const void *function)
{
    const auto found = standIn().kernels.find(function);
    return found == standIn().kernels.end() ? nullptr : &found->second;
}

} // namespace

extern "C" {

cudaError_t __cudaLaunchKernel(cudaKernel_t kernel, dim3 grid, dim3 block, void **arguments, std::size_t sharedBytes,
                               cudaStream_t stream)
{
    return start(*kernel, {grid, block, sharedBytes, stream}, arguments);
}

cudaError_t cudaLaunchKernelExC(const cudaLaunchConfig_t *config, const void *function, void **arguments)
{
    CUkern_st *kernel = kernelOf(function);
    if (!kernel)
        return standIn().answer(cudaErrorInvalidDeviceFunction);
    Wanted wanted{config->gridDim, config->blockDim, config->dynamicSmemBytes, config->stream};
    for (unsigned i = 0; i < config->numAttrs; ++i) {
        if (config->attrs[i].id != cudaLaunchAttributeCooperative)
            standIn().complain("an attribute of a launch that the stand-in does not have");
        else
            wanted.isCooperative = config->attrs[i].val.cooperative != 0;
    }
    return start(*kernel, wanted, arguments);
}

cudaError_t cudaFuncSetAttribute(const void *function, cudaFuncAttribute attribute, int value)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    CUkern_st *kernel = kernelOf(function);
    if (!kernel)
        return standIn().answer(cudaErrorInvalidDeviceFunction);
    const auto read = standIn().read(*kernel);
    if (!read)
        return standIn().answer(cudaErrorInvalidKernelImage);
    if (attribute != cudaFuncAttributeMaxDynamicSharedMemorySize || value < 0
        || std::size_t(value) + read->sharedBytes > std::size_t(StandIn::sharedBytesOfBlock))
        return standIn().answer(cudaErrorInvalidValue);
    kernel->mostDynamicShared = value;
    return cudaSuccess;
}

cudaError_t cudaOccupancyMaxActiveBlocksPerMultiprocessorWithFlags(int *blocks, const void *function, int threads,
                                                                   std::size_t sharedBytes, unsigned)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    CUkern_st *kernel = kernelOf(function);
    const auto read = kernel ? standIn().read(*kernel) : nullptr;
    if (!read)
        return standIn().answer(cudaErrorInvalidDeviceFunction);
    if (threads <= 0)
        return standIn().answer(cudaErrorInvalidValue);
    const bool fits = threads <= read->mostThreads && sharedBytes <= std::size_t(kernel->mostDynamicShared);
    *blocks = fits ? StandIn::blocksAtOnce(*read, threads, sharedBytes) : 0;
    return cudaSuccess;
}

} // extern "C"
