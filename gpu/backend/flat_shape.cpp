// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/flat_shape.h"

#include "gpu/device/arrays.h"

namespace gatescope::gpu {

FlatShape::FlatShape(const NetworkSpec &spec) : m_spec(spec)
{
    const Parameters zeros = zeroParameters(spec);
    for (const ConstParameterView &view : views(spec, zeros)) {
        m_places[view.name] = m_size;
        m_size += Arrays::rounded(std::size_t(view.values.size()));
    }
    for (int layer = 0; layer < spec.layers; ++layer) {
        for (int d = 0; d < spec.directions(); ++d) {
            const auto placeOf = [&](const char *kind) {
                return place(tensorName(kind, layer, d == 0 ? Direction::forward : Direction::backward));
            };
            m_layers.push_back({placeOf("weight_ih"), placeOf("weight_hh"), placeOf("bias_ih"), placeOf("bias_hh")});
        }
    }
}

std::size_t FlatShape::place(const std::string &tensor) const
{
    const auto found = m_places.find(tensor);
    return found == m_places.end() ? none : found->second;
}

std::vector<float> FlatShape::flat(const Parameters &parameters) const
{
    std::vector<float> flat(m_size);
    for (const ConstParameterView &view : views(m_spec, parameters))
        Eigen::Map<Eigen::ArrayXf>(flat.data() + place(view.name), view.values.size())
            = Eigen::Map<const Eigen::ArrayXd>(view.values.data(), view.values.size()).cast<float>();
    return flat;
}

Parameters FlatShape::parameters(const std::vector<float> &flat) const
{
    Parameters parameters = zeroParameters(m_spec);
    for (ParameterView &view : views(m_spec, parameters))
        Eigen::Map<Eigen::ArrayXd>(view.values.data(), view.values.size())
            = Eigen::Map<const Eigen::ArrayXf>(flat.data() + place(view.name), view.values.size()).cast<double>();
    return parameters;
}

} // namespace gatescope::gpu
