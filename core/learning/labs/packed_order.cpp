// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/packed_order.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace gatescope {

namespace {

Result<void> checkPacking(const std::vector<int> &lengths, bool enforceSorted)
{
    if (lengths.empty() || std::ranges::min(lengths) <= 0)
        return error("Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0");
    if (enforceSorted && !std::ranges::is_sorted(lengths, std::greater()))
        return error("`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass "
                     "`enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement "
                     "if you do not need ONNX exportability.");
    return {};
}

} // namespace

Result<PackedOrder> packedOrder(const std::vector<int> &lengths, bool enforceSorted)
{
    if (const auto fits = checkPacking(lengths, enforceSorted); !fits)
        return fits.error();
    std::vector<int> places(lengths.size());
    std::iota(places.begin(), places.end(), 0);
    std::ranges::stable_sort(places, std::greater(), [&lengths](int n) { return lengths[std::size_t(n)]; });
    PackedOrder order;
    for (int t = 0; t < lengths[std::size_t(places.front())]; ++t) {
        int alive = 0;
        for (const int n : places) {
            if (lengths[std::size_t(n)] <= t)
                break;
            order.rows.push_back({t, n});
            ++alive;
        }
        order.batchSizes.push_back(alive);
    }
    if (enforceSorted)
        return order;
    order.sortedIndices = places;
    order.unsortedIndices.resize(places.size());
    for (std::size_t place = 0; place < places.size(); ++place)
        order.unsortedIndices[std::size_t(places[place])] = int(place);
    return order;
}

} // namespace gatescope
