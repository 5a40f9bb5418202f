// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/cuda_device.h"

#include "core/base/marked.h"
#include "gpu/device/launch.h"
#include "gpu/device/recurrence.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace gatescope::gpu {

namespace {

constexpr std::size_t workspaceBytes = 32u << 20, stagingBytes = 16u << 20;
constexpr int oldestArchitecture = 8; // compute capability 8.0, for which the module holds code

/// `doing` is marked for translation.
Error cudaFailure(const char *doing, const char *said)
{
    return error("The CUDA device failed while %1: %2.", {worded(doing), printable(said)});
}

/// Matrices are floats in memory; their numbers are rounded as they are multiplied.
cublasComputeType_t computeType(ProductPrecision products)
{
    switch (products) {
    case ProductPrecision::float32:
        break;
    case ProductPrecision::tf32:
        return CUBLAS_COMPUTE_32F_FAST_TF32;
    case ProductPrecision::bf16:
        return CUBLAS_COMPUTE_32F_FAST_16BF;
    }
    return CUBLAS_COMPUTE_32F;
}

/// A CUDA graph.
class RecordedGraph : public Recording
{
public:
    RecordedGraph(cudaGraphExec_t graph, std::size_t nodes) : m_graph(graph), m_nodes(nodes) { }
    ~RecordedGraph() override { static_cast<void>(cudaGraphExecDestroy(m_graph)); }
    RecordedGraph(const RecordedGraph &) = delete;
    RecordedGraph &operator=(const RecordedGraph &) = delete;

    std::size_t size() const override { return m_nodes; }
    cudaGraphExec_t graph() const { return m_graph; }

private:
    cudaGraphExec_t m_graph;
    std::size_t m_nodes;
};

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

Result<std::shared_ptr<Device>> CudaDevice::open(ProductPrecision products)
{
    const auto cublas = loadCublas(GATESCOPE_CUBLAS);
    if (!cublas)
        return cublas.error();
    std::shared_ptr<CudaDevice> device(new CudaDevice(*cublas, products));
    if (const auto prepared = device->prepare(); !prepared)
        return prepared.error();
    return std::shared_ptr<Device>(std::move(device));
}

Result<void> CudaDevice::prepare()
{
    m_poisons = std::getenv("GATESCOPE_POISON") != nullptr;
    m_isPlain = std::getenv("GATESCOPE_PLAIN") != nullptr;
    check(cudaSetDevice(0), marked("it was chosen"));
    if (!m_failed)
        check(cudaStreamCreateWithFlags(&m_stream, cudaStreamNonBlocking), marked("a stream was made"));
    if (!m_failed)
        check(m_cublas.create(&m_handle), marked("cuBLAS was prepared"));
    if (!m_failed)
        check(m_cublas.setStream(m_handle, m_stream), marked("cuBLAS was prepared"));
    if (!m_failed) // single precision as it is, without TF32
        check(m_cublas.setMathMode(m_handle, CUBLAS_DEFAULT_MATH), marked("cuBLAS was prepared"));
    if (!m_failed)
        check(cudaMalloc(&m_workspace, workspaceBytes), marked("cuBLAS was prepared"));
    if (!m_failed)
        check(m_cublas.setWorkspace(m_handle, m_workspace, workspaceBytes), marked("cuBLAS was prepared"));
    if (!m_failed)
        check(cudaDeviceGetAttribute(&m_limits.processors, cudaDevAttrMultiProcessorCount, 0),
              marked("it was asked what it is"));
    if (!m_failed)
        check(cudaDeviceGetAttribute(&m_limits.sharedBytes, cudaDevAttrMaxSharedMemoryPerBlockOptin, 0),
              marked("it was asked what it is"));
    if (const char *fewer = std::getenv("GATESCOPE_PROCESSORS"))
        m_limits.processors = std::clamp(std::atoi(fewer), 1, m_limits.processors);
    void *staging = nullptr; // without it copies wait
    if (cudaMallocHost(&staging, stagingBytes) == cudaSuccess)
        m_staging = static_cast<char *>(staging);
    else
        static_cast<void>(cudaGetLastError());
    return finish();
}

CudaDevice::~CudaDevice()
{
    // Nobody is left to be told of a failure.
    if (m_staging)
        static_cast<void>(cudaFreeHost(m_staging));
    if (m_workspace)
        static_cast<void>(cudaFree(m_workspace));
    if (m_handle)
        static_cast<void>(m_cublas.destroy(m_handle));
    if (m_stream)
        static_cast<void>(cudaStreamDestroy(m_stream));
}

Result<Device::Floats> CudaDevice::allocate(std::size_t count)
{
    if (m_records)
        return error("No memory can be taken from the CUDA device while its work is recorded.");
    void *memory = nullptr;
    const cudaError_t status = cudaMalloc(&memory, count * sizeof(float));
    if (status == cudaSuccess) {
        if (m_poisons) // every byte 255: each float is NaN
            check(cudaMemsetAsync(memory, 255, count * sizeof(float), m_stream), marked("memory was poisoned"));
        return Floats(static_cast<float *>(memory), Release{this});
    }
    static_cast<void>(cudaGetLastError());   // an allocation that failed leaves the device as it was
    if (status != cudaErrorMemoryAllocation) // nothing that a smaller batch would help
        return cudaFailure(marked("memory was allocated"), cudaGetErrorString(status));
    return error("The CUDA device has no %1 MiB of memory left (%2): make the batch or the network smaller.",
                 {std::to_string((count * sizeof(float) >> 20) + 1), cudaGetErrorString(status)});
}

void CudaDevice::release(float *floats)
{
    if (m_records) // it would fail, and the recording with it
        m_released.push_back(floats);
    else
        check(cudaFree(floats), marked("memory was freed"));
}

bool CudaDevice::mayCopy()
{
    if (m_records && !m_failed)
        m_failed = error("Nothing can be copied to or from the CUDA device while its work is recorded.");
    return !m_failed;
}

void *CudaDevice::staged(const void *from, std::size_t bytes)
{
    constexpr std::size_t alignment = 64;
    if (!m_staging || bytes > stagingBytes - m_staged)
        return nullptr;
    void *place = m_staging + m_staged;
    std::memcpy(place, from, bytes);
    m_staged = std::min(stagingBytes, (m_staged + bytes + alignment - 1) / alignment * alignment);
    return place;
}

void CudaDevice::copyIn(void *to, const void *from, std::size_t bytes)
{
    if (!mayCopy() || bytes == 0)
        return;
    if (const void *waiting = staged(from, bytes)) {
        check(cudaMemcpyAsync(to, waiting, bytes, cudaMemcpyHostToDevice, m_stream),
              marked("numbers were copied to it"));
        return;
    }
    check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyHostToDevice, m_stream), marked("numbers were copied to it"));
    if (!m_failed) // whatever kind of memory `from` is
        check(cudaStreamSynchronize(m_stream), marked("numbers were copied to it"));
    if (!m_failed)
        m_staged = 0;
}

void CudaDevice::copyOut(void *to, const void *from, std::size_t bytes)
{
    if (mayCopy() && bytes > 0)
        check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToHost, m_stream),
              marked("numbers were copied from it"));
}

void CudaDevice::copy(float *to, const float *from, std::size_t count)
{
    if (!m_failed && count > 0)
        check(cudaMemcpyAsync(to, from, count * sizeof(float), cudaMemcpyDeviceToDevice, m_stream),
              marked("numbers were copied"));
}

void CudaDevice::clear(float *floats, std::size_t count)
{
    if (!m_failed && count > 0)
        check(cudaMemsetAsync(floats, 0, count * sizeof(float), m_stream), marked("memory was cleared"));
}

void CudaDevice::multiply(const Product &p)
{
    if (m_failed || p.m == 0 || p.n == 0)
        return;
    // cuBLAS stores column by column, and so sees each matrix transposed: Cᵀ = op(B)ᵀ op(A)ᵀ
    const float alpha = 1;
    check(m_cublas.gemmEx(m_handle, p.BTransposed ? CUBLAS_OP_T : CUBLAS_OP_N,
                          p.ATransposed ? CUBLAS_OP_T : CUBLAS_OP_N, p.n, p.m, p.k, &alpha, p.B, CUDA_R_32F, p.BRow,
                          p.A, CUDA_R_32F, p.ARow, &p.beta, p.C, CUDA_R_32F, p.CRow, computeType(m_products),
                          CUBLAS_GEMM_DEFAULT),
          marked("matrices were multiplied"));
}

void CudaDevice::run(const Work &work, std::size_t count)
{
    if (!m_failed)
        check(launch(work, count, m_stream), marked("a kernel was started"));
}

Result<RecurrencePlan> CudaDevice::plan(const RecurrenceShape &shape)
{
    if (m_isPlain)
        return error("The variable GATESCOPE_PLAIN asks for it.");
    const auto planned = recurrencePlan(shape, m_products, m_limits);
    if (!planned)
        return planned;
    bool fits = false;
    const cudaError_t asked = askWhetherItFits(shape.cell, *planned, m_products, m_limits, fits);
    if (asked == cudaSuccess && fits)
        return planned;
    static_cast<void>(cudaGetLastError()); // that it does not fit is no failure
    return error("The device does not run the %1 blocks of a group, each of %2 threads, at once.",
                 {std::to_string(planned->blocks), std::to_string(planned->threads())});
}

std::vector<RecurrencePlan> CudaDevice::plans(const RecurrenceShape &shape)
{
    std::vector<RecurrencePlan> plans = recurrencePlans(shape, m_products, m_limits);
    std::erase_if(plans, [&](const RecurrencePlan &plan) {
        bool fits = false;
        const cudaError_t asked = askWhetherItFits(shape.cell, plan, m_products, m_limits, fits);
        static_cast<void>(cudaGetLastError()); // that it does not fit is no failure
        return asked != cudaSuccess || !fits;
    });
    return plans;
}

void CudaDevice::recur(const Recurrence &recurrence, const RecurrencePlan &plan)
{
    if (!m_failed)
        check(launch(recurrence, plan, m_products, m_stream), marked("a kernel of all steps was started"));
}

void CudaDevice::recur(const RecurrenceBack &recurrence, const RecurrencePlan &plan)
{
    if (!m_failed)
        check(launch(recurrence, plan, m_products, m_stream), marked("a kernel of all steps was started"));
}

void CudaDevice::beginRecording()
{
    if (m_failed)
        return;
    check(cudaStreamBeginCapture(m_stream, cudaStreamCaptureModeThreadLocal), marked("its work was recorded"));
    m_records = !m_failed;
}

Result<std::unique_ptr<Recording>> CudaDevice::endRecording()
{
    cudaGraph_t recorded = nullptr;
    if (m_records) // the stream has to leave that state whatever happened
        check(cudaStreamEndCapture(m_stream, &recorded), marked("its work was recorded"));
    m_records = false;
    for (float *floats : std::exchange(m_released, {}))
        release(floats);
    cudaGraphExec_t graph = nullptr;
    std::size_t nodes = 0;
    if (!m_failed)
        check(cudaGraphGetNodes(recorded, nullptr, &nodes), marked("its work was recorded"));
    if (!m_failed)
        check(cudaGraphInstantiate(&graph, recorded, 0), marked("its work was made a graph"));
    if (recorded)
        static_cast<void>(cudaGraphDestroy(recorded));
    if (!m_failed)
        return std::unique_ptr<Recording>(std::make_unique<RecordedGraph>(graph, nodes));
    static_cast<void>(cudaGetLastError()); // nothing has been done that could have failed
    Error failed = std::move(*m_failed);
    m_failed.reset();
    return failed;
}

void CudaDevice::replay(const Recording &recording)
{
    if (!m_failed)
        check(cudaGraphLaunch(static_cast<const RecordedGraph &>(recording).graph(), m_stream),
              marked("a graph was started"));
}

Result<void> CudaDevice::finish()
{
    if (m_records && !mayCopy()) // the recording will say so at its end
        return *m_failed;
    if (m_stream)
        check(cudaStreamSynchronize(m_stream), marked("it computed"));
    m_staged = 0;
    if (!m_failed)
        return {};
    Error failed = std::move(*m_failed);
    m_failed.reset();
    return failed;
}

void CudaDevice::check(cudaError_t status, const char *doing)
{
    if (status != cudaSuccess)
        fail(doing, cudaGetErrorString(status));
}

void CudaDevice::check(cublasStatus_t status, const char *doing)
{
    if (status != CUBLAS_STATUS_SUCCESS)
        fail(doing, m_cublas.statusString(status));
}

void CudaDevice::fail(const char *doing, const char *said)
{
    static_cast<void>(cudaGetLastError()); // or the next kernel that is started would be said to have failed
    if (!m_failed)
        m_failed = cudaFailure(doing, said);
}

} // namespace gatescope::gpu
