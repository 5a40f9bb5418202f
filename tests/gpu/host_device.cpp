// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_device.h"

#include "gpu/arithmetic/rounding.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <utility>

namespace gatescope::gpu {

HostDevice::~HostDevice()
{
    if (!m_blocks.empty())
        std::abort(); // what lies on a device may not outlive it
}

Result<Device::Floats> HostDevice::allocate(std::size_t count)
{
    if (!waits())
        return *m_failed;
    ++m_allocations;
    if ((m_failure.allocation > 0 && m_allocations >= m_failure.allocation) || count > m_failure.mostFloats - m_used)
        return error("The device of the test has no memory left.");
    float *floats = new float[count];
    std::fill_n(floats, count, std::numeric_limits<float>::quiet_NaN());
    m_blocks[floats] = count;
    m_used += count;
    return Floats(floats, Release{this});
}

void HostDevice::release(float *floats)
{
    m_used -= m_blocks.at(floats);
    m_blocks.erase(floats);
    delete[] floats;
}

void HostDevice::copyIn(void *to, const void *from, std::size_t bytes)
{
    if (waits() && !m_failed && bytes > 0)
        std::memcpy(to, from, bytes);
}

void HostDevice::copyOut(void *to, const void *from, std::size_t bytes)
{
    if (waits() && !m_failed && bytes > 0)
        std::memcpy(to, from, bytes);
}

void HostDevice::copy(float *to, const float *from, std::size_t count)
{
    if (isDoneNow([=, this] { copy(to, from, count); }))
        std::copy_n(from, count, to);
}

void HostDevice::clear(float *floats, std::size_t count)
{
    if (isDoneNow([=, this] { clear(floats, count); }))
        std::fill_n(floats, count, 0.0f);
}

void HostDevice::multiply(const Product &p)
{
    if (!isDoneNow([=, this] { multiply(p); }))
        return;
    const auto factor = [this](const float *matrix, int row, bool transposed, int rows, int columns) {
        std::vector<double> numbers;
        numbers.reserve(std::size_t(rows) * std::size_t(columns));
        for (int i = 0; i < rows; ++i)
            for (int j = 0; j < columns; ++j)
                numbers.push_back(double(roundedTo(
                    m_products, matrix[transposed ? std::ptrdiff_t(j) * row + i : std::ptrdiff_t(i) * row + j])));
        return numbers;
    };
    const std::vector<double> A = factor(p.A, p.ARow, p.ATransposed, p.m, p.k);
    const std::vector<double> B = factor(p.B, p.BRow, !p.BTransposed, p.n, p.k); // column by column
    for (int i = 0; i < p.m; ++i) {
        for (int j = 0; j < p.n; ++j) {
            float &c = p.C[std::ptrdiff_t(i) * p.CRow + j];
            double sum = p.beta == 0.0f ? 0.0 : double(p.beta) * double(c);
            const double *a = A.data() + std::ptrdiff_t(i) * p.k, *b = B.data() + std::ptrdiff_t(j) * p.k;
            for (int k = 0; k < p.k; ++k)
                sum += a[k] * b[k];
            c = float(sum);
        }
    }
}

void HostDevice::run(const Work &work, std::size_t count)
{
    if (!isDoneNow([=, this] { run(work, count); }))
        return;
    if (++m_works == m_failure.work) {
        m_failed = error("The device of the test failed.");
        return;
    }
    std::visit(
        [&](const auto &one) {
            for (std::size_t at = 0; at < count; ++at)
                one(at);
        },
        work);
}

void HostDevice::recur(const Recurrence &recurrence, const RecurrencePlan &plan)
{
    if (!isDoneNow([=, this] { recur(recurrence, plan); }))
        return;
    ++m_recurrences;
    if (!recurOnHost(recurrence, plan, m_products, m_order, m_mistake))
        m_failed = error("The kernel of all steps hangs: its threads wait for each other.");
}

void HostDevice::recur(const RecurrenceBack &recurrence, const RecurrencePlan &plan)
{
    if (!isDoneNow([=, this] { recur(recurrence, plan); }))
        return;
    ++m_recurrences;
    if (!recurOnHost(recurrence, plan, m_products, m_order, m_mistake))
        m_failed = error("The kernel of all steps hangs: its threads wait for each other.");
}

bool HostDevice::isDoneNow(std::function<void()> request)
{
    if (m_records)
        m_recorded.push_back(std::move(request));
    return !m_records && !m_failed;
}

bool HostDevice::waits()
{
    if (m_records && !m_failed)
        m_failed = error("What was asked for cannot be recorded.");
    return !m_records;
}

namespace {

class RecordedRequests : public Recording
{
public:
    explicit RecordedRequests(std::vector<std::function<void()>> requests) : m_requests(std::move(requests)) { }
    std::size_t size() const override { return m_requests.size(); }
    void replay() const
    {
        for (const auto &request : m_requests)
            request();
    }

private:
    std::vector<std::function<void()>> m_requests;
};

} // namespace

void HostDevice::beginRecording()
{
    m_records = true;
    m_recorded.clear();
    if (m_failure.recording)
        m_failed = error("The device of the test records nothing.");
}

Result<std::unique_ptr<Recording>> HostDevice::endRecording()
{
    m_records = false;
    if (m_failed) {
        Error failed = std::move(*m_failed);
        m_failed.reset();
        return failed;
    }
    ++m_recordings;
    return std::unique_ptr<Recording>(std::make_unique<RecordedRequests>(std::move(m_recorded)));
}

void HostDevice::replay(const Recording &recording)
{
    ++m_replays;
    static_cast<const RecordedRequests &>(recording).replay();
}

Result<void> HostDevice::finish()
{
    if (!waits() && m_failed)
        return *m_failed; // the recording says so at its end
    if (!m_failed)
        return {};
    Error failed = std::move(*m_failed);
    m_failed.reset();
    return failed;
}

} // namespace gatescope::gpu
