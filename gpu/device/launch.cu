// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/launch.h"

#include <algorithm>

namespace gatescope::gpu {

namespace {

constexpr unsigned threadsPerBlock = 256;
constexpr std::size_t mostBlocks = 1u << 20;

/// One thread for each index; where there are more indices than threads, each goes on in strides.
template<typename OneWork>
__global__ void forEach(const OneWork work, std::size_t count)
{
    const std::size_t stride = std::size_t(gridDim.x) * blockDim.x;
    for (std::size_t at = std::size_t(blockIdx.x) * blockDim.x + threadIdx.x; at < count; at += stride)
        work(at);
}

} // namespace

cudaError_t launch(const Work &work, std::size_t count, cudaStream_t stream)
{
    if (count == 0)
        return cudaSuccess;
    const auto blocks = unsigned(std::min(mostBlocks, (count + threadsPerBlock - 1) / threadsPerBlock));
    std::visit([&](const auto &one) { forEach<<<blocks, threadsPerBlock, 0, stream>>>(one, count); }, work);
    return cudaGetLastError();
}

} // namespace gatescope::gpu
