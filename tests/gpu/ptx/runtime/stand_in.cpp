// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <algorithm>

namespace gatescope::ptx {

StandIn &standIn()
{
    static StandIn device;
    return device;
}

bool StandIn::fails()
{
    if (++calls != failingCall)
        return false;
    m_last = cudaErrorUnknown;
    return true;
}

cudaError_t StandIn::answer(cudaError_t status)
{
    if (status != cudaSuccess)
        m_last = status;
    return status;
}

cudaError_t StandIn::takeLastError()
{
    const cudaError_t last = m_broken != cudaSuccess ? m_broken : m_last;
    m_last = cudaSuccess;
    return last;
}

bool StandIn::isForbidden()
{
    bool isCapturing = false;
    for (const cudaStream_t stream : streams)
        if (stream->isCapturing)
            isCapturing = stream->captureFailed = true;
    return isCapturing;
}

cudaError_t StandIn::submit(cudaStream_t stream, Request request)
{
    if (m_broken != cudaSuccess)
        return answer(m_broken);
    if (!stream || !streams.contains(stream))
        return answer(cudaErrorInvalidResourceHandle); // the default stream is not used here
    if (stream->isCapturing && stream->captureFailed)
        return answer(cudaErrorStreamCaptureInvalidated);
    if (stream->isCapturing)
        stream->captured.push_back(std::move(request));
    else
        stream->waiting.push_back(std::move(request));
    return cudaSuccess;
}

cudaError_t StandIn::drain(cudaStream_t stream)
{
    while (m_broken == cudaSuccess && !stream->waiting.empty()) {
        const Request request = std::move(stream->waiting.front());
        stream->waiting.pop_front();
        if (const auto wrong = request()) {
            complain(*wrong);
            m_broken = cudaErrorLaunchFailure;
        }
    }
    return answer(m_broken);
}

cudaError_t StandIn::drainAll()
{
    for (const cudaStream_t stream : streams)
        static_cast<void>(drain(stream));
    return answer(m_broken);
}

std::shared_ptr<const Kernel> StandIn::read(CUkern_st &kernel)
{
    if (!kernel.kernel) {
        auto made = kernel.module->program.kernel(kernel.name, m_planted);
        if (const auto *unknown = std::get_if<std::string>(&made))
            complain(*unknown);
        else
            kernel.kernel = std::get<std::shared_ptr<const Kernel>>(made);
    }
    return kernel.kernel;
}

int StandIn::blocksAtOnce(const Kernel &kernel, int threads, std::size_t sharedBytes)
{
    // What ptxas gives a kernel that says of how many threads its blocks are at most; else what a large one has.
    const int registers = std::min(255, registersOfProcessor / kernel.mostThreads), rounded = (registers + 7) / 8 * 8;
    const std::size_t shared = kernel.sharedBytes + sharedBytes + sharedBytesReserved;
    return std::min({blocksOfProcessor, threadsOfProcessor / threads, registersOfProcessor / (rounded * threads),
                     int(std::size_t(sharedBytesOfProcessor) / shared)});
}

std::optional<std::string> StandIn::run(const Launch &launch)
{
    ++m_launches[launch.kernel->name];
    m_cooperativeLaunches += launch.isCooperative ? 1 : 0;
    Grid grid(memory, launch, ++m_number);
    const auto wrong = grid.run();
    m_executed += grid.executed();
    return wrong;
}

std::string StandIn::complaintLines() const
{
    std::string all;
    for (const std::string &each : m_complaints)
        all += each + "\n";
    return all;
}

void StandIn::plant(const LeftOut &mistake)
{
    m_planted = mistake;
    for (auto &[function, kernel] : kernels)
        kernel.kernel = nullptr;
}

void StandIn::forget()
{
    m_last = m_broken = cudaSuccess;
    m_complaints.clear();
    for (const cudaStream_t stream : streams)
        *stream = {};
}

} // namespace gatescope::ptx
