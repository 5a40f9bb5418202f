// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/product_precision.h"
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
    static Result<std::shared_ptr<Device>> open(ProductPrecision products = ProductPrecision::float32);
    ~CudaDevice() override;

    Result<Floats> allocate(std::size_t count) override;
    void copyIn(void *to, const void *from, std::size_t bytes) override;
    void copyOut(void *to, const void *from, std::size_t bytes) override;
    void copy(float *to, const float *from, std::size_t count) override;
    void clear(float *floats, std::size_t count) override;
    void multiply(const Product &product) override;
    void run(const Work &work, std::size_t count) override;
    Result<RecurrencePlan> plan(const RecurrenceShape &shape) override;
    void recur(const Recurrence &recurrence, const RecurrencePlan &plan) override;
    void recur(const RecurrenceBack &recurrence, const RecurrencePlan &plan) override;
    /// The plans of recurrencePlans() that run here.
    std::vector<RecurrencePlan> plans(const RecurrenceShape &shape);
    void beginRecording() override;
    Result<std::unique_ptr<Recording>> endRecording() override;
    void replay(const Recording &recording) override;
    Result<void> finish() override;

private:
    CudaDevice(const Cublas &cublas, ProductPrecision products) : m_cublas(cublas), m_products(products) { }
    Result<void> prepare();
    void release(float *floats) override;
    /// Where the numbers of a copy wait until the device takes them; null where there is no such room.
    void *staged(const void *from, std::size_t bytes);
    /// Whether this can be done now; while a recording is made it cannot, and the recording fails.
    bool mayCopy();
    void check(cudaError_t status, const char *doing);
    void check(cublasStatus_t status, const char *doing);
    void fail(const char *doing, const char *said);

    Cublas m_cublas;
    ProductPrecision m_products;
    cudaStream_t m_stream = nullptr;
    cublasHandle_t m_handle = nullptr;
    RecurrenceLimits m_limits;   ///< or fewer processors: asked for by the variable GATESCOPE_PROCESSORS
    void *m_workspace = nullptr; ///< of cuBLAS, so that it allocates none while a recording is made
    char *m_staging = nullptr;   ///< memory of this computer that the device reads by itself
    std::size_t m_staged = 0;    ///< bytes of it that may still be waiting
    bool m_records = false;
    std::vector<float *> m_released; ///< while it recorded: CUDA frees nothing then
    bool m_isPlain = false;          ///< no kernel takes all steps: asked for by the variable GATESCOPE_PLAIN
    bool m_poisons = false;          ///< new memory begins as NaN: asked for by the variable GATESCOPE_POISON
    std::optional<Error> m_failed;   ///< the first failure since the last finish()
};

} // namespace gatescope::gpu
