// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace gatescope {

/// A network as it was after an update.
struct KeptNetwork {
    int update = 0; ///< 0: before the first
    std::shared_ptr<const Parameters> parameters;
};

/// Networks kept along a run, so that one can go back through it. The first and the newest are always there; those
/// between stand at least `spacing()` updates apart, and when there is no room left, the spacing doubles and every
/// second one goes. So a run of any length takes bounded memory and is covered from end to end.
class KeptNetworks
{
public:
    /// At most so many networks, and fewer where so many would take more bytes; but always two.
    explicit KeptNetworks(std::size_t most = 64, std::size_t mostBytes = std::size_t(256) << 20);

    /// The next network of the run; updates rise. The last one that was added is forgotten if it stands closer than the
    /// spacing to the one before it.
    void add(int update, std::shared_ptr<const Parameters> parameters);

    const std::vector<KeptNetwork> &all() const { return m_kept; }
    /// The one whose update is nearest, the earlier one of two; null while there is none.
    const KeptNetwork *nearest(int update) const;
    int spacing() const { return m_spacing; }
    /// Of the numbers of all of them.
    std::size_t bytes() const { return m_kept.size() * m_bytesOfOne; }

private:
    std::size_t m_most, m_mostBytes;
    std::size_t m_bytesOfOne = 0;
    int m_spacing = 1;
    std::vector<KeptNetwork> m_kept;
};

} // namespace gatescope
