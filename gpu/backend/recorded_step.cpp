// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/recorded_step.h"

#include <algorithm>

namespace gatescope::gpu {

namespace {

constexpr std::size_t mostKnown = 8; // two for each kind of loss, since the weights change sides

} // namespace

void RecordedStep::run(const Key &key, const std::function<void()> &requests)
{
    if (m_failed)
        return requests();
    auto known = std::ranges::find(m_known, key, &Known::key);
    if (known == m_known.end()) {
        if (m_known.size() == mostKnown)
            m_known.erase(m_known.begin());
        m_known.push_back({key, nullptr});
        return requests();
    }
    if (!known->recording) {
        m_device.beginRecording();
        requests();
        auto recording = m_device.endRecording();
        if (!recording) {
            m_failed = recording.error();
            m_known.clear();
            return requests();
        }
        known->recording = std::move(*recording);
        m_recorded = known->recording->size();
    }
    m_device.replay(*known->recording);
}

} // namespace gatescope::gpu
