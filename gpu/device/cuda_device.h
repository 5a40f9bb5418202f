// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device/cublas.h"
#include "gpu/device/device.h"

#include <optional>

#include <cuda_runtime_api.h>

namespace gatescope::gpu {

/// Says whether there is a driver, a device that the module has code for, and the libraries that it needs; then what
/// `description` of a backend needs: "NVIDIA H200, 139 GiB".
Result<std::string> findCudaDevice();

/// The first device of CUDA, with a stream of its own.
class CudaDevice : public Device
{
public:
    static Result<std::shared_ptr<Device>> open();
    ~CudaDevice() override;

    Result<Floats> allocate(std::size_t count) override;
    void copyIn(void *to, const void *from, std::size_t bytes) override;
    void copyOut(void *to, const void *from, std::size_t bytes) override;
    void copy(float *to, const float *from, std::size_t count) override;
    void clear(float *floats, std::size_t count) override;
    void multiply(const Product &product) override;
    void run(const Work &work, std::size_t count) override;
    Result<void> finish() override;

private:
    explicit CudaDevice(const Cublas &cublas) : m_cublas(cublas) { }
    Result<void> prepare();
    void release(float *floats) override;
    void check(cudaError_t status, const char *doing);
    void check(cublasStatus_t status, const char *doing);

    Cublas m_cublas;
    cudaStream_t m_stream = nullptr;
    cublasHandle_t m_handle = nullptr;
    bool m_poisons = false;        ///< new memory begins as NaN: asked for by the variable GATESCOPE_POISON
    std::optional<Error> m_failed; ///< the first failure since the last finish()
};

} // namespace gatescope::gpu
