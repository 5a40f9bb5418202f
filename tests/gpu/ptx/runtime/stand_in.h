// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/machine/grid.h"
#include "tests/gpu/ptx/machine/read_program.h"

#include <deque>
#include <functional>
#include <set>

#include <cuda_runtime_api.h>

namespace gatescope::ptx {

/// What a stream is to do; answers what went wrong with it.
using Request = std::function<std::optional<std::string>()>;

/// Text that an object of nvcc brings along.
struct Module {
    explicit Module(std::string textOfIt) : text(std::move(textOfIt)), program(text) { }
    std::string text;
    Program program;
};

} // namespace gatescope::ptx

// What CUDA's handles point at: CUDA leaves these open.
struct CUstream_st {
    std::deque<gatescope::ptx::Request> waiting;
    std::vector<gatescope::ptx::Request> captured;
    bool isCapturing = false, captureFailed = false;
};
struct CUgraph_st {
    std::vector<gatescope::ptx::Request> nodes;
};
struct CUgraphExec_st {
    std::vector<gatescope::ptx::Request> nodes;
};
struct CUkern_st {
    const gatescope::ptx::Module *module = nullptr;
    std::string name;
    int mostDynamicShared = 48 << 10;                     ///< until cudaFuncSetAttribute() says more
    std::shared_ptr<const gatescope::ptx::Kernel> kernel; ///< read when it is asked for
};

namespace gatescope::ptx {

/// Memory of this computer that a device reads by itself.
struct Pinned {
    std::unique_ptr<std::byte[]> begin;
    std::size_t bytes = 0;
};

/// The device that stands behind the functions of CUDA in this program: in the place of the runtime's library and of a
/// driver. It does everything as late as CUDA allows: what a stream is asked for when somebody waits for it.
class StandIn
{
public:
    // Of compute capability 9.0, with few processors.
    static constexpr int sharedBytesOfBlock = 227 << 10, sharedBytesOfProcessor = 228 << 10,
                         sharedBytesReserved = 1 << 10, registersOfProcessor = 64 << 10, threadsOfProcessor = 2048,
                         blocksOfProcessor = 32, threadsOfBlock = 1024;
    // What tests choose.
    int processors = 8;
    std::size_t bytes = std::size_t(1) << 30; ///< of memory
    bool canCapture = true;
    int failingCall = 0; ///< the one that fails, counted from 1; 0: none
    int calls = 0;       ///< that could have failed so far

    Memory memory;
    std::map<const void *, Pinned> pinned; ///< by its beginning
    std::set<cudaStream_t> streams;
    std::map<const void *, CUkern_st> kernels; ///< by the address of the function that starts them
    std::size_t used = 0;                      ///< bytes of memory

    /// Whether this call fails for no reason, as a test wants it.
    bool fails();
    /// What a call answers; an error is what cudaGetLastError() says next.
    cudaError_t answer(cudaError_t status);
    cudaError_t takeLastError();
    /// Whether calls fail because the device failed: an error that stays.
    cudaError_t broken() const { return m_broken; }
    /// A call that is not allowed while this thread captures: it fails, and so does the capture.
    bool isForbidden();

    /// Into the stream, or the graph that it captures.
    cudaError_t submit(cudaStream_t stream, Request request);
    /// Does all that a stream waits with.
    cudaError_t drain(cudaStream_t stream);
    cudaError_t drainAll();

    std::shared_ptr<const Kernel> read(CUkern_st &kernel);
    /// Blocks of a kernel that a processor runs at once.
    static int blocksAtOnce(const Kernel &kernel, int threads, std::size_t sharedBytes);
    std::optional<std::string> run(const Launch &launch);
    /// Something that CUDA may not notice, and that is wrong.
    void complain(const std::string &sentence) { m_complaints.push_back(sentence); }

    // What tests ask.
    const std::vector<std::string> &complaints() const { return m_complaints; }
    /// The same, a line each.
    std::string complaintLines() const;
    /// How often each kernel was executed, and each of those that a cooperative launch started.
    const std::map<std::string, int> &launches() const { return m_launches; }
    int cooperativeLaunches() const { return m_cooperativeLaunches; }
    std::uint64_t executed() const { return m_executed; }
    int replays = 0; ///< of graphs
    /// From here on kernels are read with a mistake, or without one again.
    void plant(const LeftOut &mistake);
    /// As new, but for the memory that is still allocated.
    void forget();

private:
    cudaError_t m_last = cudaSuccess, m_broken = cudaSuccess;
    std::vector<std::string> m_complaints;
    std::map<std::string, int> m_launches;
    LeftOut m_planted;
    std::uint64_t m_executed = 0;
    std::uint32_t m_number = 0;
    int m_cooperativeLaunches = 0;
};

/// The only one: CUDA's functions have no other way to find it.
StandIn &standIn();

} // namespace gatescope::ptx
