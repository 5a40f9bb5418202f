// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/health_layers.h"

#include "core/model/layer_name.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace gatescope {

namespace {

template<typename InWords>
std::string joined(const std::vector<int> &numbers, InWords inWords)
{
    constexpr std::size_t most = 8;
    std::string list;
    for (std::size_t i = 0; i < std::min(numbers.size(), most); ++i)
        list += (i == 0 ? "" : ", ") + inWords(numbers[i]);
    return numbers.size() > most ? list + ", …" : list;
}

} // namespace

Sentence LayerInSight::name() const
{
    return layerName(trace.spec, layer, direction);
}

int LayerInSight::realSteps() const
{
    int steps = 0;
    for (const int length : trace.batch->lengths)
        steps += length;
    return steps;
}

Matrix LayerInSight::all(Part part) const
{
    const TimeArray &values = made()[part];
    Matrix rows(realSteps(), values.units());
    Eigen::Index row = 0;
    for (int n = 0; n < values.batch(); ++n)
        for (int t = 0; t < trace.length(n); ++t)
            rows.row(row++) = values.at(t, n).transpose();
    return rows;
}

Moment LayerInSight::middle() const
{
    const std::vector<int> &lengths = trace.batch->lengths;
    const auto longest = std::ranges::max_element(lengths);
    return {layer, direction, *longest / 2, static_cast<int>(longest - lengths.begin())};
}

Finding LayerInSight::finding(FindingKind kind, Severity severity, Sentence sentence) const
{
    return {kind, severity, std::move(sentence), middle(), std::nullopt, {}, {}};
}

std::string listed(const std::vector<int> &numbers)
{
    return joined(numbers, [](int number) { return std::to_string(number); });
}

std::string listed(const std::vector<int> &numbers, const std::vector<std::string> &names)
{
    return joined(numbers, [&](int number) { return names[std::size_t(number)]; });
}

std::string shortText(double value)
{
    std::array<char, 32> text;
    return std::string(text.data(), std::size_t(std::snprintf(text.data(), text.size(), "%.3g", value)));
}

} // namespace gatescope
