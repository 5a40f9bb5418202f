// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/device/device.h"

#include <map>
#include <optional>

namespace gatescope::gpu {

/// This computer in the place of a device: the same works, one index after the other, and products as they are defined.
/// Its memory begins as NaN, each block ends where it was asked to end, and it fails when it is told to.
class HostDevice : public Device
{
public:
    struct Failure {
        int allocation = 0;                       ///< the how manieth allocation fails, and all after it; 0: none
        std::size_t mostFloats = std::size_t(-1); ///< memory that there is
        int work = 0;                             ///< the how manieth work fails; 0: none
    };

    HostDevice() = default;
    explicit HostDevice(const Failure &failure) : m_failure(failure) { }
    ~HostDevice() override;

    Result<Floats> allocate(std::size_t count) override;
    void copyIn(void *to, const void *from, std::size_t bytes) override;
    void copyOut(void *to, const void *from, std::size_t bytes) override;
    void copy(float *to, const float *from, std::size_t count) override;
    void clear(float *floats, std::size_t count) override;
    void multiply(const Product &product) override;
    void run(const Work &work, std::size_t count) override;
    Result<void> finish() override;

    int allocations() const { return m_allocations; }
    int works() const { return m_works; }
    std::size_t blocks() const { return m_blocks.size(); }

private:
    void release(float *floats) override;

    Failure m_failure;
    int m_allocations = 0, m_works = 0;
    std::size_t m_used = 0;
    std::map<float *, std::size_t> m_blocks; ///< and their sizes
    std::optional<Error> m_failed;
};

} // namespace gatescope::gpu
