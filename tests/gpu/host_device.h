// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/product_precision.h"
#include "gpu/device/device.h"
#include "tests/gpu/host_recurrence.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace gatescope::gpu {

/// This computer in the place of a device: the same works, one index after the other, and products as they are defined.
/// Its memory begins as NaN, each block ends where it was asked to end, and it fails when it is told to.
class HostDevice : public Device
{
public:
    struct Failure {
        int allocation = 0;                       ///< the first that fails, and all after it, counted from 1; 0: none
        std::size_t mostFloats = std::size_t(-1); ///< memory that there is
        int work = 0;                             ///< the one that fails, counted from 1; 0: none
        bool recording = false;                   ///< nothing can be recorded
    };

    HostDevice() = default;
    explicit HostDevice(const Failure &failure, ProductPrecision products = ProductPrecision::float32)
        : m_failure(failure), m_products(products)
    {
    }
    ~HostDevice() override;

    Result<Floats> allocate(std::size_t count) override;
    void copyIn(void *to, const void *from, std::size_t bytes) override;
    void copyOut(void *to, const void *from, std::size_t bytes) override;
    void copy(float *to, const float *from, std::size_t count) override;
    void clear(float *floats, std::size_t count) override;
    void multiply(const Product &product) override;
    void run(const Work &work, std::size_t count) override;
    Result<RecurrencePlan> plan(const RecurrenceShape &shape) override
    {
        return recurrencePlan(shape, m_products, m_limits);
    }
    void recur(const Recurrence &recurrence, const RecurrencePlan &plan) override;
    void recur(const RecurrenceBack &recurrence, const RecurrencePlan &plan) override;
    void beginRecording() override;
    Result<std::unique_ptr<Recording>> endRecording() override;
    void replay(const Recording &recording) override;
    Result<void> finish() override;

    /// What recurrences it plans for, in which order their threads take turns, and what goes wrong there.
    void setRecurrence(const RecurrenceLimits &limits, ThreadOrder order, const HostGrid::Mistake &mistake = {})
    {
        m_limits = limits;
        m_order = order;
        m_mistake = mistake;
    }
    int recurrences() const { return m_recurrences; }
    int recordings() const { return m_recordings; }
    int replays() const { return m_replays; }
    int allocations() const { return m_allocations; }
    int works() const { return m_works; }
    std::size_t blocks() const { return m_blocks.size(); }

private:
    void release(float *floats) override;
    /// Whether it is done now; otherwise it is recorded, or something has failed.
    bool isDoneNow(std::function<void()> request);
    /// What cannot be recorded makes the recording fail.
    bool waits();

    Failure m_failure;
    ProductPrecision m_products = ProductPrecision::float32;
    int m_allocations = 0, m_works = 0, m_recordings = 0, m_replays = 0, m_recurrences = 0;
    RecurrenceLimits m_limits;
    ThreadOrder m_order = ThreadOrder::firstToLast;
    HostGrid::Mistake m_mistake;
    bool m_records = false;
    std::vector<std::function<void()>> m_recorded;
    std::size_t m_used = 0;
    std::map<float *, std::size_t> m_blocks; ///< and their sizes
    std::optional<Error> m_failed;
};

} // namespace gatescope::gpu
