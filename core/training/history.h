// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/probe.h"

#include <deque>
#include <optional>
#include <vector>

namespace gatescope {

/// A loss and the task's score of it.
struct Outcome {
    double loss = 0;
    double score = 0;

    bool operator==(const Outcome &) const = default;
};

/// One update of a run: a line of its log.
struct UpdateRecord {
    int update = 0;          ///< counts from 1
    Outcome outcome;         ///< of a fresh batch, before the update
    double gradientNorm = 0; ///< before clipping
    double learningRate = 0;
    long tokens = 0;                ///< real steps of all sequences that were read
    std::optional<Outcome> heldOut; ///< after the update, where it was looked at
    std::optional<Probe> probe;     ///< the same

    bool operator==(const UpdateRecord &) const = default;
};

/// The records of a run from its first update to its newest, for charts and files. Of a very long run it keeps fewer:
/// when there is no room left, the spacing between plain records doubles. Looks at held-out data stay as long as they
/// are few, looks inside ever further apart.
class RunHistory
{
public:
    explicit RunHistory(std::size_t mostRecords = 1'000'000, std::size_t mostProbes = 500)
        : m_mostRecords(mostRecords), m_mostProbes(mostProbes)
    {
    }

    /// Updates rise.
    void add(UpdateRecord record);
    const std::vector<UpdateRecord> &records() const { return m_records; }
    /// So many of them stay when the next one comes: all, or all but the newest.
    std::size_t settled() const;
    /// How often records that had stayed were left out after all: whoever has copied some begins anew.
    int thinnings() const { return m_thinnings; }
    /// Looks inside stand so many updates apart at least; the newest may stand closer.
    int probeSpacing() const { return m_probeSpacing; }

private:
    bool stays(const UpdateRecord &record) const;
    void forgetCrowdedProbe();
    void thinProbes();

    std::size_t m_mostRecords, m_mostProbes;
    int m_spacing = 1, m_probeSpacing = 1; ///< updates between two of them
    int m_thinnings = 0;
    std::size_t m_probes = 0; ///< how many records have one
    std::size_t m_looks = 0;  ///< how many looks at held-out data there were
    std::vector<UpdateRecord> m_records;
};

/// The last updates' outcomes, on whose means a task is judged.
class RecentOutcomes
{
public:
    static constexpr std::size_t most = 20;

    void add(const Outcome &outcome)
    {
        m_outcomes.push_back(outcome);
        if (m_outcomes.size() > most)
            m_outcomes.pop_front();
    }
    bool full() const { return m_outcomes.size() == most; }
    Outcome mean() const
    {
        Outcome mean;
        for (const Outcome &each : m_outcomes) {
            mean.loss += each.loss / double(m_outcomes.size());
            mean.score += each.score / double(m_outcomes.size());
        }
        return mean;
    }
    const std::deque<Outcome> &all() const { return m_outcomes; }

    bool operator==(const RecentOutcomes &) const = default;

private:
    std::deque<Outcome> m_outcomes;
};

} // namespace gatescope
