// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

#include <map>
#include <string>
#include <vector>

namespace gatescope::gpu {

/// Where the tensors of a network stand in one array of floats, each as PyTorch has it, row by row. Weights, gradients
/// and an optimizer's memory share it. Between the tensors there may be zeros, which every optimizer leaves 0.
class FlatShape
{
public:
    explicit FlatShape(const NetworkSpec &spec);

    static constexpr std::size_t none = std::size_t(-1); ///< the place of a tensor that the network does not have
    struct Layer {
        std::size_t W, U, bIn, bRec;
    };

    const NetworkSpec &spec() const { return m_spec; }
    const Layer &layer(int index) const { return m_layers[std::size_t(index)]; }
    std::size_t head() const { return place("head.weight"); }
    std::size_t headBias() const { return place("head.bias"); }
    std::size_t embedding() const { return place("embedding.weight"); }
    std::size_t size() const { return m_size; }

    std::vector<float> flat(const Parameters &parameters) const;
    Parameters parameters(const std::vector<float> &flat) const;

private:
    std::size_t place(const std::string &tensor) const;

    NetworkSpec m_spec;
    std::map<std::string, std::size_t> m_places;
    std::vector<Layer> m_layers;
    std::size_t m_size = 0;
};

/// The tensor at a place of an array, or null for one that the network does not have.
template<typename Number>
Number *tensorAt(Number *flat, std::size_t place)
{
    return place == FlatShape::none ? nullptr : flat + place;
}

} // namespace gatescope::gpu
