// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/history.h"

namespace gatescope {

void RunHistory::add(UpdateRecord record)
{
    m_probes += record.probe.has_value();
    m_looks += record.heldOut.has_value();
    if (!m_records.empty() && !stays(m_records.back()))
        m_records.pop_back();
    m_records.push_back(std::move(record));
    if (m_probes > m_mostProbes)
        thinProbes();
    while (m_records.size() > m_mostRecords) {
        m_spacing *= 2;
        const UpdateRecord newest = m_records.back();
        std::erase_if(m_records, [this, &newest](const UpdateRecord &each) {
            return each.update != newest.update && !stays(each);
        });
    }
}

/// Whether a record is kept when a newer one has come.
bool RunHistory::stays(const UpdateRecord &record) const
{
    const bool looksAreFew = m_looks < m_mostRecords / 4;
    return record.update == 1 || record.update % m_spacing == 0 || record.probe || (record.heldOut && looksAreFew);
}

void RunHistory::thinProbes()
{
    std::size_t seen = 0, left = 0;
    for (UpdateRecord &record : m_records) {
        if (!record.probe)
            continue;
        if (seen++ % 2 == 0)
            ++left;
        else
            record.probe.reset();
    }
    m_probes = left;
}

} // namespace gatescope
