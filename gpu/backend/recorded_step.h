// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/backend/token_arrays.h"

#include <functional>
#include <vector>

namespace gatescope::gpu {

/// Steps of training that are asked for again and again. The first time a step is done as it is asked for, which also
/// loads what the device loads late; the second time it is recorded; from then on it is replayed. Where a device cannot
/// record it, steps are done as they are asked for, always.
class RecordedStep
{
public:
    /// What is written into a recording and not read from memory. With another key, another step.
    struct Key {
        TokenArrays::Fixed tokens;
        const float *weights = nullptr; ///< that are read; others are written
        bool operator==(const Key &) const = default;
    };

    explicit RecordedStep(Device &device) : m_device(device) { }

    /// Does what `requests` asks the device for, which is the same for equal keys.
    void run(const Key &key, const std::function<void()> &requests);

    /// The size of the newest recording; 0: there is none yet.
    std::size_t recorded() const { return m_recorded; }
    /// Why steps are not recorded.
    const std::optional<Error> &failed() const { return m_failed; }

private:
    struct Known {
        Key key;
        std::unique_ptr<Recording> recording; ///< null: it was done once
    };

    Device &m_device;
    std::vector<Known> m_known;
    std::size_t m_recorded = 0;
    std::optional<Error> m_failed;
};

} // namespace gatescope::gpu
