// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/race.h"

#include <mutex>
#include <stop_token>
#include <thread>

namespace gatescope {

/// One backend beside the reference: the same network, the same batches.
struct BackendRow {
    std::string name;
    std::string precision;    ///< "f64"; empty where it is missing
    double milliseconds = 0;  ///< of an update, median
    double difference = 0;    ///< largest |Δw| to the reference's weights after all updates
    double spread = 0;        ///< largest |w| of the reference's weights, to compare with
    std::optional<Error> why; ///< it is missing or cannot train such a network
};

/// Lets every backend that the program knows of make so many updates of the plan's first network, from seed 0. Backends
/// that cannot be used here have a row that says why. Ends early, with the rows so far, when it is asked to stop.
Result<std::vector<BackendRow>> compareBackends(const RacePlan &plan, int updates, const std::stop_token &stop = {});

/// The same on a thread of its own.
class BackendMeasurement
{
public:
    /// Begins at once. The plan must have been prepared.
    BackendMeasurement(RacePlan plan, int updates);

    const RacePlan &plan() const { return m_plan; }
    int updates() const { return m_updates; }
    /// Ends after the update that is being made; only the destructor waits for that.
    void stop() { m_thread.request_stop(); }
    /// None while it is measured.
    std::optional<Result<std::vector<BackendRow>>> outcome() const;

private:
    RacePlan m_plan;
    int m_updates;
    mutable std::mutex m_mutex;
    std::optional<Result<std::vector<BackendRow>>> m_outcome; ///< guarded by m_mutex
    std::jthread m_thread;                                    ///< last: it ends before the rest does
};

} // namespace gatescope
