// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/end_places.h"

#include <algorithm>

namespace gatescope {

std::vector<double> endPlaces(const std::vector<double> &wanted, double apart, double top, double bottom)
{
    // Without the distances in between the places only have to rise: neighbours that would not share their mean.
    struct Crowd {
        double sum;
        int names;
        double mean() const { return sum / names; }
    };
    std::vector<Crowd> crowds;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        crowds.push_back({wanted[i] - double(i) * apart, 1});
        while (crowds.size() > 1 && crowds[crowds.size() - 2].mean() > crowds.back().mean()) {
            const Crowd last = crowds.back();
            crowds.pop_back();
            crowds.back() = {crowds.back().sum + last.sum, crowds.back().names + last.names};
        }
    }
    const double lowest = std::max(top, bottom - apart * double(std::max<std::size_t>(1, wanted.size()) - 1));
    std::vector<double> places;
    for (const Crowd &crowd : crowds)
        for (int name = 0; name < crowd.names; ++name)
            places.push_back(std::clamp(crowd.mean(), top, lowest) + double(places.size()) * apart);
    return places;
}

} // namespace gatescope
