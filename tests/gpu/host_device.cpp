// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_device.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace gatescope::gpu {

HostDevice::~HostDevice()
{
    if (!m_blocks.empty())
        std::abort(); // what lies on a device may not outlive it
}

Result<Device::Floats> HostDevice::allocate(std::size_t count)
{
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
    if (!m_failed && bytes > 0)
        std::memcpy(to, from, bytes);
}

void HostDevice::copyOut(void *to, const void *from, std::size_t bytes)
{
    if (!m_failed && bytes > 0)
        std::memcpy(to, from, bytes);
}

void HostDevice::copy(float *to, const float *from, std::size_t count)
{
    if (!m_failed)
        std::copy_n(from, count, to);
}

void HostDevice::clear(float *floats, std::size_t count)
{
    if (!m_failed)
        std::fill_n(floats, count, 0.0f);
}

void HostDevice::multiply(const Product &p)
{
    if (m_failed)
        return;
    const auto at = [](const float *matrix, int row, bool transposed, int i, int j) {
        return double(matrix[transposed ? std::ptrdiff_t(j) * row + i : std::ptrdiff_t(i) * row + j]);
    };
    for (int i = 0; i < p.m; ++i) {
        for (int j = 0; j < p.n; ++j) {
            float &c = p.C[std::ptrdiff_t(i) * p.CRow + j];
            double sum = p.beta == 0.0f ? 0.0 : double(p.beta) * double(c);
            for (int k = 0; k < p.k; ++k)
                sum += at(p.A, p.ARow, p.ATransposed, i, k) * at(p.B, p.BRow, p.BTransposed, k, j);
            c = float(sum);
        }
    }
}

void HostDevice::run(const Work &work, std::size_t count)
{
    if (m_failed)
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

Result<void> HostDevice::finish()
{
    if (!m_failed)
        return {};
    Error failed = std::move(*m_failed);
    m_failed.reset();
    return failed;
}

} // namespace gatescope::gpu
