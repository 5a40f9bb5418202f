// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/dropout.h"

#include "core/base/random.h"

#include <algorithm>

namespace gatescope {

namespace {

bool sameMasks(const std::vector<Matrix> &one, const std::vector<Matrix> &other)
{
    return std::ranges::equal(one, other, [](const Matrix &a, const Matrix &b) { return same(a, b); });
}

/// Numbers that are 0 with probability p, otherwise 1/(1 − p).
class Drops
{
public:
    Drops(Random &random, double p) : m_random(random), m_p(p) { }

    double operator()() { return m_random.uniform() < m_p ? 0.0 : 1 / (1 - m_p); }

private:
    Random &m_random;
    double m_p;
};

std::string sizeText(Eigen::Index rows, Eigen::Index columns)
{
    return "[" + std::to_string(rows) + ", " + std::to_string(columns) + "]";
}

/// `columns(layer)` is how wide the mask of a layer is.
template<typename Columns>
Result<void> checkMatrices(const NetworkSpec &spec, const std::vector<Matrix> &masks, const Sentence &name,
                           int sequences, Columns columns)
{
    const int count = spec.layers * spec.directions();
    if (!masks.empty() && int(masks.size()) != count)
        return error("There are %1 masks for %2, expected %3: one for each layer and direction, or none.",
                     {std::to_string(masks.size()), name, std::to_string(count)});
    for (int i = 0; i < int(masks.size()); ++i) {
        const Eigen::Index wanted = columns(i / spec.directions());
        if (masks[i].rows() != sequences || masks[i].cols() != wanted)
            return error(
                "Mask %1 for %2 has shape %3, expected %4.",
                {std::to_string(i), name, sizeText(masks[i].rows(), masks[i].cols()), sizeText(sequences, wanted)});
        if (!masks[i].allFinite())
            return error("Mask %1 for %2 holds a number that is not finite.", {std::to_string(i), name});
    }
    return {};
}

} // namespace

bool DropoutMasks::operator==(const DropoutMasks &other) const
{
    return betweenLayers == other.betweenLayers && sameMasks(input, other.input)
        && sameMasks(recurrent, other.recurrent);
}

Result<void> check(const DropoutSettings &settings)
{
    for (const auto &[name, rate] :
         {std::pair(sentence("between layers"), settings.betweenLayers),
          std::pair(sentence("of the input"), settings.input), std::pair(sentence("of the state"), settings.recurrent)})
        if (!(rate >= 0 && rate < 1))
            return error("dropout %1 should be a number in range [0, 1) representing the probability of an element "
                         "being zeroed, not %2.",
                         {name, std::to_string(rate)});
    return {};
}

Result<void> check(const NetworkSpec &spec, const DropoutMasks &masks, int steps, int sequences)
{
    if (!masks.betweenLayers.empty() && int(masks.betweenLayers.size()) != spec.layers - 1)
        return error("There are %1 masks between layers, expected %2: one after each layer but the last, or none.",
                     {std::to_string(masks.betweenLayers.size()), std::to_string(spec.layers - 1)});
    for (const TimeArray &mask : masks.betweenLayers)
        if (mask.steps() != steps || mask.batch() != sequences || mask.units() != spec.outputSize()
            || mask.precision() != TimeArray::Precision::f64 || !mask.allFinite())
            return error("A mask between layers is not %1 steps of %2 sequences with %3 finite numbers.",
                         {std::to_string(steps), std::to_string(sequences), std::to_string(spec.outputSize())});
    if (const auto input = checkMatrices(spec, masks.input, sentence("the input"), sequences,
                                         [&](int layer) { return spec.layerInputSize(layer); });
        !input)
        return input;
    return checkMatrices(spec, masks.recurrent, sentence("the state"), sequences,
                         [&](int) { return spec.blockRows(); });
}

DropoutMasks drawMasks(const NetworkSpec &spec, const DropoutSettings &settings, int steps, int sequences,
                       std::uint64_t seed)
{
    Random random(seed);
    DropoutMasks masks;
    Drops between(random, settings.betweenLayers), input(random, settings.input), state(random, settings.recurrent);
    for (int layer = 0; settings.betweenLayers > 0 && layer + 1 < spec.layers; ++layer) {
        TimeArray &mask = masks.betweenLayers.emplace_back(steps, sequences, spec.outputSize());
        for (int t = 0; t < steps; ++t)
            for (double &value : mask.step(t).reshaped<Eigen::RowMajor>())
                value = between();
    }
    for (int i = 0; i < spec.layers * spec.directions(); ++i) {
        if (settings.input > 0)
            masks.input.push_back(Matrix::NullaryExpr(sequences, spec.layerInputSize(i / spec.directions()),
                                                      [&](Eigen::Index, Eigen::Index) { return input(); }));
        if (settings.recurrent > 0)
            masks.recurrent.push_back(
                Matrix::NullaryExpr(sequences, spec.blockRows(), [&](Eigen::Index, Eigen::Index) { return state(); }));
    }
    return masks;
}

} // namespace gatescope
