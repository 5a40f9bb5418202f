// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace gatescope {

/// Units in some order, cut into bands of neighbours whose sizes differ by one at most. A band is what a row of a
/// picture shows where there are more units than rows.
struct Bands {
    std::vector<int> order; ///< every unit once
    int count = 1;          ///< at most as many as units

    /// Units in the order of their numbers.
    static Bands inOrder(int units, int count)
    {
        Bands bands{std::vector<int>(static_cast<std::size_t>(units)), count};
        std::iota(bands.order.begin(), bands.order.end(), 0);
        return bands;
    }

    int units() const { return static_cast<int>(order.size()); }
    /// The place in the order where a band begins; that of the band past the last is the end.
    int begin(int band) const { return static_cast<int>(static_cast<std::int64_t>(band) * units() / count); }
    /// The units of a band.
    std::span<const int> of(int band) const
    {
        return std::span(order).subspan(static_cast<std::size_t>(begin(band)),
                                        static_cast<std::size_t>(begin(band + 1) - begin(band)));
    }
    /// The band of the unit at a place in the order.
    int at(int place) const { return static_cast<int>(((static_cast<std::int64_t>(place) + 1) * count - 1) / units()); }

    bool operator==(const Bands &) const = default;
};

} // namespace gatescope
