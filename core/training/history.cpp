// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/history.h"

#include <limits>

namespace gatescope {

void RunHistory::add(UpdateRecord record)
{
    m_looks += record.heldOut.has_value();
    if (!m_records.empty() && !stays(m_records.back())) {
        m_probes -= m_records.back().probe.has_value();
        m_records.pop_back();
    }
    if (record.probe) {
        forgetCrowdedProbe();
        ++m_probes;
    }
    m_records.push_back(std::move(record));
    while (m_probes > m_mostProbes)
        thinProbes();
    while (m_records.size() > m_mostRecords) {
        m_spacing *= 2;
        ++m_thinnings;
        const int newest = m_records.back().update;
        std::erase_if(m_records,
                      [this, newest](const UpdateRecord &each) { return each.update != newest && !stays(each); });
    }
}

/// Whether a record is kept when a newer one has come.
bool RunHistory::stays(const UpdateRecord &record) const
{
    const bool looksAreFew = m_looks < m_mostRecords / 4;
    return record.update == 1 || record.update % m_spacing == 0 || record.probe || (record.heldOut && looksAreFew);
}

std::size_t RunHistory::settled() const
{
    return m_records.empty() || stays(m_records.back()) ? m_records.size() : m_records.size() - 1;
}

/// The newest look inside goes, where it stands closer to the one before it than looks do now.
void RunHistory::forgetCrowdedProbe()
{
    if (m_probeSpacing <= 1)
        return;
    UpdateRecord *newest = nullptr;
    for (auto record = m_records.rbegin(); record != m_records.rend(); ++record) {
        if (!record->probe)
            continue;
        if (!newest) {
            newest = &*record;
            continue;
        }
        if (newest->update - record->update < m_probeSpacing) {
            newest->probe.reset();
            --m_probes;
        }
        return;
    }
}

/// Looks inside stand at least twice as far apart as before, from the first on; the newest stays.
void RunHistory::thinProbes()
{
    m_probeSpacing *= 2;
    ++m_thinnings;
    m_probes = 0;
    UpdateRecord *last = nullptr;
    int kept = std::numeric_limits<int>::min() / 2;
    for (UpdateRecord &record : m_records) {
        if (!record.probe)
            continue;
        const bool isCrowded = record.update - kept < m_probeSpacing;
        if (!isCrowded)
            kept = record.update;
        if (last)
            last->probe.reset();
        last = isCrowded ? &record : nullptr; // stays if it is the newest
        m_probes += !isCrowded;
    }
    m_probes += last != nullptr;
}

} // namespace gatescope
