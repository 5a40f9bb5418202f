// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/check/times.h"

#include <array>

#include <cuda_runtime_api.h>
#include <cudnn.h>

namespace gatescope::trial {

namespace {

/// The first call that failed; once there is one, no other is made.
class Calls
{
public:
    void operator()(cudnnStatus_t status, const char *call)
    {
        if (status != CUDNN_STATUS_SUCCESS && !m_failed)
            m_failed = error("%1: %2.", {call, cudnnGetErrorString(status)});
    }
    void operator()(cudaError_t status, const char *call)
    {
        if (status != cudaSuccess && !m_failed)
            m_failed = error("%1: %2.", {call, cudaGetErrorString(status)});
    }
    const std::optional<Error> &failed() const { return m_failed; }

private:
    std::optional<Error> m_failed;
};

/// A block on the device, all zeros.
class Block
{
public:
    Block(Calls &calls, std::size_t bytes)
    {
        if (calls.failed() || bytes == 0)
            return;
        calls(cudaMalloc(&m_data, bytes), "cudaMalloc");
        if (m_data)
            calls(cudaMemset(m_data, 0, bytes), "cudaMemset");
    }
    ~Block() { static_cast<void>(cudaFree(m_data)); }
    Block(const Block &) = delete;
    Block &operator=(const Block &) = delete;
    void *data() const { return m_data; }

private:
    void *m_data = nullptr;
};

/// What is the same for every algorithm.
struct Descriptors {
    cudnnHandle_t handle = nullptr;
    cudnnDropoutDescriptor_t dropout = nullptr;
    cudnnRNNDescriptor_t rnn = nullptr;
    cudnnRNNDataDescriptor_t x = nullptr, y = nullptr;
    cudnnTensorDescriptor_t h = nullptr;

    Descriptors(Calls &calls, cudaStream_t stream, cudnnDataType_t numbers, const TimedLayer &layer)
    {
        const auto [cell, units, sequences, steps] = layer;
        const std::vector<int> lengths(std::size_t(sequences), steps);
        calls(cudnnCreate(&handle), "cudnnCreate");
        if (calls.failed())
            return;
        calls(cudnnSetStream(handle, stream), "cudnnSetStream");
        calls(cudnnCreateDropoutDescriptor(&dropout), "cudnnCreateDropoutDescriptor");
        calls(cudnnSetDropoutDescriptor(dropout, handle, 0, nullptr, 0, 0), "cudnnSetDropoutDescriptor");
        calls(cudnnCreateRNNDescriptor(&rnn), "cudnnCreateRNNDescriptor");
        for (cudnnRNNDataDescriptor_t *data : {&x, &y}) {
            calls(cudnnCreateRNNDataDescriptor(data), "cudnnCreateRNNDataDescriptor");
            calls(cudnnSetRNNDataDescriptor(*data, numbers, CUDNN_RNN_DATA_LAYOUT_SEQ_MAJOR_PACKED, steps, sequences,
                                            units, lengths.data(), nullptr),
                  "cudnnSetRNNDataDescriptor");
        }
        const std::array dimensions{1, sequences, units}, strides{sequences * units, units, 1};
        calls(cudnnCreateTensorDescriptor(&h), "cudnnCreateTensorDescriptor");
        calls(cudnnSetTensorNdDescriptor(h, numbers, 3, dimensions.data(), strides.data()),
              "cudnnSetTensorNdDescriptor");
    }
    ~Descriptors()
    {
        static_cast<void>(cudnnDestroyTensorDescriptor(h));
        static_cast<void>(cudnnDestroyRNNDataDescriptor(y));
        static_cast<void>(cudnnDestroyRNNDataDescriptor(x));
        static_cast<void>(cudnnDestroyRNNDescriptor(rnn));
        static_cast<void>(cudnnDestroyDropoutDescriptor(dropout));
        if (handle)
            static_cast<void>(cudnnDestroy(handle));
    }
    Descriptors(const Descriptors &) = delete;
    Descriptors &operator=(const Descriptors &) = delete;
};

/// A stream of its own.
struct Stream {
    cudaStream_t stream = nullptr;

    explicit Stream(Calls &calls)
    {
        calls(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking), "cudaStreamCreateWithFlags");
    }
    ~Stream() { static_cast<void>(cudaStreamDestroy(stream)); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
};

/// What cuDNN computes in: bf16 numbers, or floats whose products may be in TF32, or may not.
struct Kind {
    cudnnDataType_t numbers;
    cudnnMathType_t math;
    std::size_t bytes;
};

Kind kindOf(ProductPrecision precision)
{
    if (precision == ProductPrecision::bf16)
        return {CUDNN_DATA_BFLOAT16, CUDNN_TENSOR_OP_MATH, 2};
    return {CUDNN_DATA_FLOAT, precision == ProductPrecision::tf32 ? CUDNN_TENSOR_OP_MATH : CUDNN_FMA_MATH, 4};
}

cudnnRNNMode_t modeOf(CellKind cell)
{
    switch (cell) {
    case CellKind::gru:
        break;
    case CellKind::lstm:
        return CUDNN_LSTM;
    case CellKind::rnn:
        return CUDNN_RNN_TANH;
    }
    return CUDNN_GRU;
}

struct Milliseconds {
    double launched = 0;
    std::optional<double> graph; ///< none: it cannot be captured
};

Result<Milliseconds> timeOf(cudnnRNNAlgo_t algorithm, ProductPrecision precision, const TimedLayer &layer,
                            double seconds)
{
    Calls calls;
    const Stream stream(calls);
    const Kind kind = kindOf(precision);
    const Descriptors on(calls, stream.stream, kind.numbers, layer);
    if (!calls.failed())
        calls(cudnnSetRNNDescriptor_v8(on.rnn, algorithm, modeOf(layer.cell), CUDNN_RNN_DOUBLE_BIAS,
                                       CUDNN_UNIDIRECTIONAL, CUDNN_LINEAR_INPUT, kind.numbers, CUDNN_DATA_FLOAT,
                                       kind.math, layer.units, layer.units, layer.units, 1, on.dropout,
                                       CUDNN_RNN_PADDED_IO_DISABLED),
              "cudnnSetRNNDescriptor_v8");
    std::size_t weightBytes = 0, workBytes = 0, reserveBytes = 0;
    if (!calls.failed())
        calls(cudnnGetRNNWeightSpaceSize(on.handle, on.rnn, &weightBytes), "cudnnGetRNNWeightSpaceSize");
    if (!calls.failed())
        calls(cudnnGetRNNTempSpaceSizes(on.handle, on.rnn, CUDNN_FWD_MODE_TRAINING, on.x, &workBytes, &reserveBytes),
              "cudnnGetRNNTempSpaceSizes");
    const std::size_t tokens = std::size_t(layer.steps) * std::size_t(layer.sequences),
                      tokenBytes = tokens * std::size_t(layer.units) * kind.bytes;
    const std::vector<int> hostLengths(std::size_t(layer.sequences), layer.steps);
    const Block lengths(calls, hostLengths.size() * sizeof(int)), x(calls, tokenBytes), y(calls, tokenBytes),
        dx(calls, tokenBytes), dy(calls, tokenBytes), weights(calls, weightBytes), dWeights(calls, weightBytes),
        work(calls, workBytes), reserve(calls, reserveBytes);
    if (!calls.failed())
        calls(cudaMemcpy(lengths.data(), hostLengths.data(), hostLengths.size() * sizeof(int), cudaMemcpyHostToDevice),
              "cudaMemcpy");
    const auto *rows = static_cast<const std::int32_t *>(lengths.data());
    const cudnnTensorDescriptor_t c = layer.cell == CellKind::lstm ? on.h : nullptr;
    const auto step = [&] {
        if (!calls.failed())
            calls(cudnnRNNForward(on.handle, on.rnn, CUDNN_FWD_MODE_TRAINING, rows, on.x, x.data(), on.y, y.data(),
                                  on.h, nullptr, nullptr, c, nullptr, nullptr, weightBytes, weights.data(), workBytes,
                                  work.data(), reserveBytes, reserve.data()),
                  "cudnnRNNForward");
        if (!calls.failed())
            calls(cudnnRNNBackwardData_v8(on.handle, on.rnn, rows, on.y, y.data(), dy.data(), on.x, dx.data(), on.h,
                                          nullptr, nullptr, nullptr, c, nullptr, nullptr, nullptr, weightBytes,
                                          weights.data(), workBytes, work.data(), reserveBytes, reserve.data()),
                  "cudnnRNNBackwardData_v8");
        if (!calls.failed())
            calls(cudnnRNNBackwardWeights_v8(on.handle, on.rnn, CUDNN_WGRAD_MODE_ADD, rows, on.x, x.data(), on.h,
                                             nullptr, on.y, y.data(), weightBytes, dWeights.data(), workBytes,
                                             work.data(), reserveBytes, reserve.data()),
                  "cudnnRNNBackwardWeights_v8");
    };
    const auto wait = [&] { calls(cudaStreamSynchronize(stream.stream), "cudaStreamSynchronize"); };
    step();
    wait();
    if (calls.failed())
        return *calls.failed();
    Milliseconds times{medianMilliseconds(step, wait, seconds), {}};
    if (calls.failed())
        return *calls.failed();

    // The same in a graph, where it can be captured; that it cannot is no failure.
    cudaGraph_t captured = nullptr;
    cudaGraphExec_t graph = nullptr;
    if (cudaStreamBeginCapture(stream.stream, cudaStreamCaptureModeThreadLocal) != cudaSuccess)
        return times;
    step();
    if (cudaStreamEndCapture(stream.stream, &captured) == cudaSuccess && captured && !calls.failed()
        && cudaGraphInstantiate(&graph, captured, 0) == cudaSuccess) {
        Calls replaying;
        const double median = medianMilliseconds(
            [&] { replaying(cudaGraphLaunch(graph, stream.stream), "cudaGraphLaunch"); },
            [&] { replaying(cudaStreamSynchronize(stream.stream), "cudaStreamSynchronize"); }, seconds);
        if (!replaying.failed())
            times.graph = median;
    }
    static_cast<void>(cudaGetLastError());
    if (graph)
        static_cast<void>(cudaGraphExecDestroy(graph));
    if (captured)
        static_cast<void>(cudaGraphDestroy(captured));
    return times;
}

} // namespace

Result<std::vector<CudnnTime>> cudnnTimes(ProductPrecision precision, const TimedLayer &layer, double seconds)
{
    std::vector<CudnnTime> times;
    std::optional<Error> last;
    for (const auto &[algorithm, name] :
         {std::pair(CUDNN_RNN_ALGO_STANDARD, "standard"), std::pair(CUDNN_RNN_ALGO_PERSIST_STATIC, "persistent"),
          std::pair(CUDNN_RNN_ALGO_PERSIST_STATIC_SMALL_H, "small H")}) {
        const auto time = timeOf(algorithm, precision, layer, seconds);
        if (!time) {
            last = time.error(); // this algorithm does not take the shape
            continue;
        }
        times.push_back({name, time->launched});
        if (time->graph)
            times.push_back({std::string(name) + ", graph", *time->graph});
    }
    if (times.empty())
        return *last;
    return times;
}

} // namespace gatescope::trial
