// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of CUDA that allocate memory, and copy. What is allocated is taken now, what is copied once its stream
// comes to it; only what memory of this computer has that a device cannot read by itself is read at once, as in CUDA.
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <algorithm>
#include <cstring>

using namespace gatescope::ptx;

namespace {

std::optional<std::string> outside(const char *what)
{
    return std::string(what) + ": not within one allocation of the device";
}

bool isPinned(const void *place, std::size_t bytes)
{
    const auto *wanted = static_cast<const std::byte *>(place);
    return std::ranges::any_of(standIn().pinned, [&](const auto &each) {
        const Pinned &pinned = each.second;
        return wanted >= pinned.begin.get() && wanted + bytes <= pinned.begin.get() + pinned.bytes;
    });
}

std::optional<std::string> copyIn(void *to, const void *from, std::size_t bytes)
{
    const auto place = standIn().memory.find(to, bytes);
    if (!place)
        return outside("a copy to the device");
    std::memcpy(to, from, bytes);
    place->allocation->shadow.setWritten(place->at, bytes, true);
    return {};
}

/// What nobody has written arrives with all bits set, which as floats are no numbers: whoever uses it sees so.
std::optional<std::string> copyOut(void *to, const void *from, std::size_t bytes)
{
    const auto place = standIn().memory.find(from, bytes);
    if (!place)
        return outside("a copy from the device");
    std::memcpy(to, from, bytes);
    const Shadow &shadow = place->allocation->shadow;
    if (!shadow.isWritten(place->at, bytes))
        for (std::size_t i = 0; i < bytes; ++i)
            if (!shadow.isWritten(place->at + i, 1))
                static_cast<std::byte *>(to)[i] = std::byte(255);
    return {};
}

std::optional<std::string> copyWithin(void *to, const void *from, std::size_t bytes)
{
    const auto place = standIn().memory.find(to, bytes), source = standIn().memory.find(from, bytes);
    if (!place || !source)
        return outside("a copy within the device");
    const auto *first = static_cast<const std::byte *>(from), *begin = static_cast<const std::byte *>(to);
    if (begin < first + bytes && first < begin + bytes)
        return "a copy within the device: what it reads and what it writes overlap";
    std::memcpy(to, from, bytes);
    place->allocation->shadow.copyWritten(place->at, source->allocation->shadow, source->at, bytes);
    return {};
}

} // namespace

extern "C" {

cudaError_t cudaMalloc(void **memory, std::size_t bytes)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    if (standIn().isForbidden())
        return standIn().answer(cudaErrorStreamCaptureUnsupported);
    if (standIn().broken() != cudaSuccess)
        return standIn().answer(standIn().broken());
    *memory = nullptr;
    if (bytes == 0)
        return cudaSuccess;
    if (standIn().used + bytes > standIn().bytes)
        return standIn().answer(cudaErrorMemoryAllocation);
    standIn().used += bytes;
    *memory = standIn().memory.allocate(bytes);
    return cudaSuccess;
}

cudaError_t cudaFree(void *memory)
{
    if (!memory)
        return cudaSuccess;
    if (standIn().isForbidden())
        return standIn().answer(cudaErrorStreamCaptureUnsupported);
    const cudaError_t status = standIn().drainAll(); // what was asked for before may still need it
    const auto place = standIn().memory.find(memory, 0);
    if (!place || place->at != 0)
        return standIn().answer(cudaErrorInvalidValue);
    standIn().used -= place->allocation->size;
    standIn().memory.release(memory);
    return status;
}

cudaError_t cudaMallocHost(void **memory, std::size_t bytes)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    if (standIn().isForbidden())
        return standIn().answer(cudaErrorStreamCaptureUnsupported);
    Pinned pinned{std::make_unique_for_overwrite<std::byte[]>(bytes), bytes};
    *memory = pinned.begin.get();
    standIn().pinned[*memory] = std::move(pinned);
    return cudaSuccess;
}

cudaError_t cudaFreeHost(void *memory)
{
    if (standIn().isForbidden())
        return standIn().answer(cudaErrorStreamCaptureUnsupported);
    const cudaError_t status = standIn().drainAll();
    return standIn().pinned.erase(memory) > 0 ? status : standIn().answer(cudaErrorInvalidValue);
}

cudaError_t cudaMemcpyAsync(void *to, const void *from, std::size_t bytes, cudaMemcpyKind kind, cudaStream_t stream)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    if (kind == cudaMemcpyDeviceToDevice)
        return standIn().submit(stream, [=] { return copyWithin(to, from, bytes); });
    if (stream && stream->isCapturing && !isPinned(kind == cudaMemcpyHostToDevice ? from : to, bytes)) {
        stream->captureFailed = true; // a graph would read or write it much later
        return standIn().answer(cudaErrorStreamCaptureUnsupported);
    }
    if (kind == cudaMemcpyDeviceToHost)
        return standIn().submit(stream, [=] { return copyOut(to, from, bytes); });
    if (kind != cudaMemcpyHostToDevice)
        return standIn().answer(cudaErrorInvalidMemcpyDirection);
    if (isPinned(from, bytes))
        return standIn().submit(stream, [=] { return copyIn(to, from, bytes); });
    const auto *begin = static_cast<const std::byte *>(from);
    return standIn().submit(stream, [to, copied = std::vector<std::byte>(begin, begin + bytes)] {
        return copyIn(to, copied.data(), copied.size());
    });
}

cudaError_t cudaMemsetAsync(void *to, int value, std::size_t bytes, cudaStream_t stream)
{
    if (standIn().fails())
        return cudaErrorUnknown;
    return standIn().submit(stream, [=]() -> std::optional<std::string> {
        const auto place = standIn().memory.find(to, bytes);
        if (!place)
            return outside("memory that is set");
        std::memset(to, value, bytes);
        place->allocation->shadow.setWritten(place->at, bytes, true);
        return {};
    });
}

} // extern "C"
