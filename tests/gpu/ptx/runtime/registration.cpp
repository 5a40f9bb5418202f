// SPDX-License-Identifier: GPL-3.0-or-later
// What the code that nvcc writes for this computer calls: before main() each object hands over its kernels, and a
// function of the same name starts each of them.
#include "tests/gpu/ptx/runtime/fat_binary.h"
#include "tests/gpu/ptx/runtime/stand_in.h"

using namespace gatescope::ptx;

namespace {

/// What <<<…>>> says, between its two calls.
struct CallConfiguration {
    dim3 grid, block;
    std::size_t sharedBytes = 0;
    cudaStream_t stream = nullptr;
};
CallConfiguration &called()
{
    static CallConfiguration configuration;
    return configuration;
}

} // namespace

extern "C" {

void **__cudaRegisterFatBinary(void *fatBinary)
{
    const auto text = textInFatBinary(fatBinary);
    if (!text)
        standIn().complain("an object of nvcc has no PTX that is not compressed");
    return reinterpret_cast<void **>(new Module(text.value_or("")));
}

void __cudaRegisterFatBinaryEnd(void **) { }

void __cudaUnregisterFatBinary(void **module)
{
    delete reinterpret_cast<Module *>(module);
}

char __cudaInitModule(void **)
{
    return 1;
}

void __cudaRegisterFunction(void **module, const char *function, char *, const char *name, int, uint3 *, uint3 *,
                            dim3 *, dim3 *, int *)
{
    CUkern_st &kernel = standIn().kernels[function];
    kernel.module = reinterpret_cast<const Module *>(module);
    kernel.name = name;
}

unsigned __cudaPushCallConfiguration(dim3 grid, dim3 block, std::size_t sharedBytes, CUstream_st *stream)
{
    called() = {grid, block, sharedBytes, stream};
    return 0;
}

cudaError_t __cudaPopCallConfiguration(dim3 *grid, dim3 *block, std::size_t *sharedBytes, void *stream)
{
    *grid = called().grid;
    *block = called().block;
    *sharedBytes = called().sharedBytes;
    *static_cast<cudaStream_t *>(stream) = called().stream;
    return cudaSuccess;
}

cudaError_t __cudaGetKernel(cudaKernel_t *kernel, const void *function)
{
    const auto found = standIn().kernels.find(function);
    if (found == standIn().kernels.end())
        return standIn().answer(cudaErrorInvalidDeviceFunction);
    *kernel = &found->second;
    return cudaSuccess;
}

} // extern "C"
