// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/cuda_device.h"

#include "gpu/device/launch.h"

#include <cstdlib>

namespace gatescope::gpu {

namespace {

constexpr int oldestArchitecture = 8; // compute capability 8.0, for which the module holds code

Error cudaFailure(const char *doing, const char *said)
{
    return error("The CUDA device failed while %1: %2.", {doing, printable(said)});
}

} // namespace

Result<std::string> findCudaDevice()
{
    int count = 0;
    const cudaError_t counted = cudaGetDeviceCount(&count);
    if (counted == cudaErrorInsufficientDriver)
        return error("There is no driver of NVIDIA, or one older than CUDA 13: install or update it.");
    if (counted == cudaErrorNoDevice || (counted == cudaSuccess && count == 0))
        return error("There is no device of NVIDIA in this computer.");
    if (counted != cudaSuccess)
        return cudaFailure("it was looked for", cudaGetErrorString(counted));
    cudaDeviceProp properties{};
    if (const cudaError_t asked = cudaGetDeviceProperties(&properties, 0); asked != cudaSuccess)
        return cudaFailure("it was asked what it is", cudaGetErrorString(asked));
    if (properties.major < oldestArchitecture)
        return error("%1 has compute capability %2.%3, but the module needs 8.0 or more.",
                     {printable(properties.name), std::to_string(properties.major), std::to_string(properties.minor)});
    if (const auto cublas = loadCublas(GATESCOPE_CUBLAS); !cublas)
        return cublas.error();
    return printable(properties.name) + ", " + std::to_string(properties.totalGlobalMem >> 30) + " GiB";
}

Result<std::shared_ptr<Device>> CudaDevice::open()
{
    const auto cublas = loadCublas(GATESCOPE_CUBLAS);
    if (!cublas)
        return cublas.error();
    std::shared_ptr<CudaDevice> device(new CudaDevice(*cublas));
    if (const auto prepared = device->prepare(); !prepared)
        return prepared.error();
    return std::shared_ptr<Device>(std::move(device));
}

Result<void> CudaDevice::prepare()
{
    m_poisons = std::getenv("GATESCOPE_POISON") != nullptr;
    check(cudaSetDevice(0), "it was chosen");
    if (!m_failed)
        check(cudaStreamCreateWithFlags(&m_stream, cudaStreamNonBlocking), "a stream was made");
    if (!m_failed)
        check(m_cublas.create(&m_handle), "cuBLAS was prepared");
    if (!m_failed)
        check(m_cublas.setStream(m_handle, m_stream), "cuBLAS was prepared");
    if (!m_failed) // single precision as it is, without TF32
        check(m_cublas.setMathMode(m_handle, CUBLAS_DEFAULT_MATH), "cuBLAS was prepared");
    return finish();
}

CudaDevice::~CudaDevice()
{
    // Nobody is left to be told of a failure.
    if (m_handle)
        static_cast<void>(m_cublas.destroy(m_handle));
    if (m_stream)
        static_cast<void>(cudaStreamDestroy(m_stream));
}

Result<Device::Floats> CudaDevice::allocate(std::size_t count)
{
    void *memory = nullptr;
    const cudaError_t status = cudaMalloc(&memory, count * sizeof(float));
    if (status == cudaSuccess) {
        if (m_poisons) // every byte 255: each float is NaN
            check(cudaMemsetAsync(memory, 255, count * sizeof(float), m_stream), "memory was poisoned");
        return Floats(static_cast<float *>(memory), Release{this});
    }
    static_cast<void>(cudaGetLastError()); // an allocation that failed leaves the device as it was
    return error("The CUDA device has no %1 MiB of memory left (%2): make the batch or the network smaller.",
                 {std::to_string((count * sizeof(float) >> 20) + 1), cudaGetErrorString(status)});
}

void CudaDevice::release(float *floats)
{
    check(cudaFree(floats), "memory was freed");
}

void CudaDevice::copyIn(void *to, const void *from, std::size_t bytes)
{
    if (!m_failed && bytes > 0)
        check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyHostToDevice, m_stream), "numbers were copied to it");
    if (!m_failed && bytes > 0) // whatever kind of memory `from` is
        check(cudaStreamSynchronize(m_stream), "numbers were copied to it");
}

void CudaDevice::copyOut(void *to, const void *from, std::size_t bytes)
{
    if (!m_failed && bytes > 0)
        check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToHost, m_stream), "numbers were copied from it");
}

void CudaDevice::copy(float *to, const float *from, std::size_t count)
{
    if (!m_failed && count > 0)
        check(cudaMemcpyAsync(to, from, count * sizeof(float), cudaMemcpyDeviceToDevice, m_stream),
              "numbers were copied");
}

void CudaDevice::clear(float *floats, std::size_t count)
{
    if (!m_failed && count > 0)
        check(cudaMemsetAsync(floats, 0, count * sizeof(float), m_stream), "memory was cleared");
}

void CudaDevice::multiply(const Product &p)
{
    if (m_failed || p.m == 0 || p.n == 0)
        return;
    // cuBLAS stores column by column, and so sees each matrix transposed: Cᵀ = op(B)ᵀ op(A)ᵀ
    const float alpha = 1;
    check(m_cublas.sgemm(m_handle, p.BTransposed ? CUBLAS_OP_T : CUBLAS_OP_N, p.ATransposed ? CUBLAS_OP_T : CUBLAS_OP_N,
                         p.n, p.m, p.k, &alpha, p.B, p.BRow, p.A, p.ARow, &p.beta, p.C, p.CRow),
          "matrices were multiplied");
}

void CudaDevice::run(const Work &work, std::size_t count)
{
    if (!m_failed)
        check(launch(work, count, m_stream), "a kernel was started");
}

Result<void> CudaDevice::finish()
{
    if (m_stream)
        check(cudaStreamSynchronize(m_stream), "it computed");
    if (!m_failed)
        return {};
    Error failed = std::move(*m_failed);
    m_failed.reset();
    return failed;
}

void CudaDevice::check(cudaError_t status, const char *doing)
{
    if (status != cudaSuccess && !m_failed)
        m_failed = cudaFailure(doing, cudaGetErrorString(status));
}

void CudaDevice::check(cublasStatus_t status, const char *doing)
{
    if (status != CUBLAS_STATUS_SUCCESS && !m_failed)
        m_failed = cudaFailure(doing, m_cublas.statusString(status));
}

} // namespace gatescope::gpu
