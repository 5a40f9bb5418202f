// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "gpu/recurrence/recurrence.h"
#include "gpu/work/work.h"

#include <cstddef>
#include <memory>

namespace gatescope::gpu {

/// C = op(A) op(B) + beta·C with matrices stored row by row: op(A) is [m, k], op(B) is [k, n], C is [m, n]. A row of a
/// matrix as it is stored begins `…Row` numbers after the one before.
struct Product {
    int m, n, k;
    const float *A;
    int ARow;
    bool ATransposed; ///< stored as [k, m]
    const float *B;
    int BRow;
    bool BTransposed; ///< stored as [n, k]
    float *C;
    int CRow;
    float beta; ///< 0: C is not read
};

/// Works, products and copies within a device that can be done again and again at once. It may outlive neither the
/// device nor the memory that it speaks of.
class Recording
{
public:
    virtual ~Recording() = default;
    /// How many works, products and copies they are.
    virtual std::size_t size() const = 0;
};

/// Where the numbers are and the work is done. One thread uses a device at a time. What it is asked to do it does in
/// that order, if not at once. When something fails, nothing after it is done, and finish() says what it was.
class Device
{
public:
    virtual ~Device() = default;

    /// Frees what allocate() gave.
    struct Release {
        Device *device = nullptr;
        void operator()(float *floats) const { device->release(floats); }
    };
    using Floats = std::unique_ptr<float, Release>;

    /// Memory for so many floats, aligned for any of them to begin a matrix, not cleared. It may not outlive the
    /// device. Fails when there is not as much.
    virtual Result<Floats> allocate(std::size_t count) = 0;

    /// Once copyIn() returns, `from` may change.
    virtual void copyIn(void *to, const void *from, std::size_t bytes) = 0;
    /// After finish() `to` has the numbers.
    virtual void copyOut(void *to, const void *from, std::size_t bytes) = 0;
    virtual void copy(float *to, const float *from, std::size_t count) = 0;
    /// Puts so many floats to 0.
    virtual void clear(float *floats, std::size_t count) = 0;
    virtual void multiply(const Product &product) = 0;
    /// Does the work for the indices 0 … count−1.
    virtual void run(const Work &work, std::size_t count) = 0;

    /// How all steps of a recurrence can be one request here, or why they cannot.
    virtual Result<RecurrencePlan> plan(const RecurrenceShape &shape) = 0;
    /// All steps of a recurrence, forwards or back, by a plan of this device.
    virtual void recur(const Recurrence &recurrence, const RecurrencePlan &plan) = 0;
    virtual void recur(const RecurrenceBack &recurrence, const RecurrencePlan &plan) = 0;

    /// From here on, what the device is asked to do is recorded and not done, until endRecording(). In between memory
    /// can neither be allocated nor copied in or out, and there is nothing to wait for. What is freed goes at the end.
    virtual void beginRecording() = 0;
    /// What was recorded, or why it cannot be replayed. That it failed is forgotten then, but nothing has been done.
    virtual Result<std::unique_ptr<Recording>> endRecording() = 0;
    /// Does all of it, with the numbers that stand in the memory now.
    virtual void replay(const Recording &recording) = 0;

    /// Waits until everything is done. What failed is forgotten then, and the next request is tried.
    virtual Result<void> finish() = 0;

private:
    virtual void release(float *floats) = 0;
};

} // namespace gatescope::gpu
