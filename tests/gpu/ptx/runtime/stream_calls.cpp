// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of CUDA for streams, and for graphs that are captured from them.
#include "tests/gpu/ptx/runtime/stand_in.h"

using namespace gatescope::ptx;

extern "C" {

cudaError_t cudaStreamCreateWithFlags(cudaStream_t *stream, unsigned)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    if (standIn().broken() != cudaSuccess)
        return standIn().answer(standIn().broken());
    *stream = new CUstream_st;
    standIn().streams.insert(*stream);
    return cudaSuccess;
}

cudaError_t cudaStreamDestroy(cudaStream_t stream)
{
    const cudaError_t status = standIn().drain(stream); // what it was asked for is done all the same
    standIn().streams.erase(stream);
    delete stream;
    return status;
}

cudaError_t cudaStreamSynchronize(cudaStream_t stream)
{
    if (standIn().isForbidden())
        return standIn().answer(cudaErrorStreamCaptureUnsupported);
    return standIn().drain(stream);
}

cudaError_t cudaStreamBeginCapture(cudaStream_t stream, cudaStreamCaptureMode)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    if (stream->isCapturing)
        return standIn().answer(cudaErrorIllegalState);
    if (!standIn().canCapture)
        return standIn().answer(cudaErrorStreamCaptureUnsupported);
    stream->isCapturing = true;
    stream->captureFailed = false;
    stream->captured.clear();
    return cudaSuccess;
}

cudaError_t cudaStreamEndCapture(cudaStream_t stream, cudaGraph_t *graph)
{
    *graph = nullptr;
    if (!stream->isCapturing)
        return standIn().answer(cudaErrorIllegalState);
    stream->isCapturing = false;
    if (standIn().fails())
        return cudaErrorUnknown;
    if (stream->captureFailed)
        return standIn().answer(cudaErrorStreamCaptureInvalidated);
    *graph = new CUgraph_st{std::move(stream->captured)};
    return cudaSuccess;
}

cudaError_t cudaGraphGetNodes(cudaGraph_t graph, cudaGraphNode_t *nodes, std::size_t *count)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    if (nodes)
        return standIn().answer(cudaErrorInvalidValue); // nobody asks for more than how many
    *count = graph->nodes.size();
    return cudaSuccess;
}

cudaError_t cudaGraphInstantiate(cudaGraphExec_t *made, cudaGraph_t graph, unsigned long long)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    *made = new CUgraphExec_st{graph->nodes};
    return cudaSuccess;
}

cudaError_t cudaGraphDestroy(cudaGraph_t graph)
{
    delete graph;
    return cudaSuccess;
}

cudaError_t cudaGraphExecDestroy(cudaGraphExec_t graph)
{
    delete graph; // what was started of it is done all the same
    return cudaSuccess;
}

cudaError_t cudaGraphLaunch(cudaGraphExec_t graph, cudaStream_t stream)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    ++standIn().replays;
    for (const Request &node : graph->nodes)
        if (const cudaError_t status = standIn().submit(stream, node); status != cudaSuccess)
            return status;
    return cudaSuccess;
}

} // extern "C"
