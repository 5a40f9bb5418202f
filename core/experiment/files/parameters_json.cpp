// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_json.h"

#include <algorithm>

namespace gatescope {

namespace {

/// Tensors with at least so many numbers are stored as floats if all of them are floats.
constexpr Eigen::Index manyNumbers = 1 << 16;

StoredType losslessType(const Eigen::Map<const Matrix> &values)
{
    const bool isFloat = values.size() >= manyNumbers && values.cast<float>().cast<double>() == values;
    return isFloat ? StoredType::f32 : StoredType::f64;
}

/// Whether the file has room for the numbers that its spec speaks of: asked before memory is taken
/// for them.
bool holdsEnough(const JsonReader &json, const NetworkSpec &spec)
{
    constexpr double fewestLettersPerNumber = 2 * 4.0 / 3; // F16 in base64
    double letters = 0;
    if (json.isObject())
        for (const Json &tensor : json.json())
            if (tensor.is_object() && tensor.contains("data") && tensor["data"].is_string())
                letters += double(tensor["data"].get_ref<const std::string &>().size());
    return letters >= double(parameterCount(spec)) * fewestLettersPerNumber;
}

} // namespace

std::size_t storedLetters(const NetworkSpec &spec, const Parameters &parameters)
{
    std::size_t letters = 0;
    for (const ConstParameterView &view : views(spec, parameters))
        letters += static_cast<std::size_t>(view.values.size() * bytesPerValue(losslessType(view.values))) / 3 * 4;
    return letters;
}

Json parametersToJson(const NetworkSpec &spec, const Parameters &parameters)
{
    Json json = Json::object();
    for (const ConstParameterView &view : views(spec, parameters)) {
        Tensor tensor = toTensor(view.name, view.values, view.isVector);
        tensor.type = losslessType(view.values);
        json[view.name] = tensorToJson(tensor);
    }
    return json;
}

Parameters readParameters(const JsonReader &json, const NetworkSpec &spec)
{
    if (!json.isObject()) {
        json.refuse(sentence("an object"));
        return {};
    }
    if (!holdsEnough(json, spec)) {
        json.refuse(error("%1 holds fewer than the %2 numbers that the network in \"spec\" has.",
                          {json.place(), std::to_string(parameterCount(spec))}));
        return {};
    }
    Parameters parameters = zeroParameters(spec);
    std::vector<ParameterView> expected = views(spec, parameters);
    for (ParameterView &view : expected) {
        const Tensor tensor = json[view.name.c_str()].tensor(view.isVector ? 1 : 2);
        const bool fits
            = tensor.shape[0] == view.values.rows() && (view.isVector || tensor.shape[1] == view.values.cols());
        if (!fits) {
            json.refuse(error("%1.%2 has the shape %3, but \"spec\" asks for %4.",
                              {json.place(), view.name, tensor.shapeText(),
                               toTensor(view.name, view.values, view.isVector).shapeText()}));
            return {};
        }
        view.values = Eigen::Map<const Matrix>(tensor.values.data(), view.values.rows(), view.values.cols());
    }
    for (const auto &[name, tensor] : json.json().items())
        if (std::ranges::find(expected, name, &ParameterView::name) == expected.end())
            json.refuse(error("%1.%2 does not belong to the network in \"spec\".", {json.place(), printable(name)}));
    return parameters;
}

} // namespace gatescope
