// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace gatescope {

/// Units in some order, cut into bands of neighbours whose sizes differ by one at most, behind those in front that have
/// a band each. A band is what a row of a picture shows where there are more units than rows.
struct Bands {
    std::vector<int> order; ///< every unit once
    int count = 1;          ///< at most as many as units
    int ahead = 0;          ///< so many in front have a band each; if not all units do, there is a band for the rest

    /// Units in the order of their numbers.
    static Bands inOrder(int units, int count)
    {
        Bands bands{std::vector<int>(static_cast<std::size_t>(units)), count};
        std::iota(bands.order.begin(), bands.order.end(), 0);
        return bands;
    }

    int units() const { return static_cast<int>(order.size()); }
    /// The place in the order where a band begins; that of the band past the last is the end.
    int begin(int band) const
    {
        return band <= ahead ? band : ahead + static_cast<int>(std::int64_t(band - ahead) * rest() / (count - ahead));
    }
    /// The units of a band.
    std::span<const int> of(int band) const
    {
        return std::span(order).subspan(static_cast<std::size_t>(begin(band)),
                                        static_cast<std::size_t>(begin(band + 1) - begin(band)));
    }
    /// The band of the unit at a place in the order.
    int at(int place) const
    {
        return place < ahead
            ? place
            : ahead + static_cast<int>(((std::int64_t(place - ahead) + 1) * (count - ahead) - 1) / rest());
    }

    bool operator==(const Bands &) const = default;

private:
    int rest() const { return units() - ahead; }
};

} // namespace gatescope
