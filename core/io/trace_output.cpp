// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pins_json.h"

#include "core/base/json.h"
#include "core/io/trace_json.h"

namespace gatescope {

namespace {

/// [time, batch, units] as [N][T][units].
Json arrayToJson(const TimeArray &array)
{
    Json sequences = Json::array();
    for (int n = 0; n < array.batch(); ++n) {
        Json steps = Json::array();
        for (int t = 0; t < array.steps(); ++t) {
            Json values = Json::array();
            for (int j = 0; j < array.units(); ++j)
                values.push_back(array(t, n, j));
            steps.push_back(std::move(values));
        }
        sequences.push_back(std::move(steps));
    }
    return sequences;
}

template<typename Derived>
Json matrixToJson(const Eigen::MatrixBase<Derived> &matrix)
{
    Json rows = Json::array();
    for (Eigen::Index i = 0; i < matrix.rows(); ++i) {
        Json values = Json::array();
        for (Eigen::Index j = 0; j < matrix.cols(); ++j)
            values.push_back(matrix(i, j));
        rows.push_back(std::move(values));
    }
    return rows;
}

/// A matrix [batch, H] for each layer and direction as [L·D][N][H].
Json statesToJson(const std::vector<Matrix> &states)
{
    Json list = Json::array();
    for (const Matrix &state : states)
        list.push_back(matrixToJson(state));
    return list;
}

Json stepsToJson(const NetworkSpec &spec, const std::vector<LayerTrace> &layers)
{
    Json steps = Json::array();
    for (int layer = 0; layer < spec.layers; ++layer) {
        for (int d = 0; d < spec.directions(); ++d) {
            const Direction direction = d == 0 ? Direction::forward : Direction::backward;
            const LayerTrace &recorded = layers[static_cast<std::size_t>(spec.layerIndex(layer, direction))];
            Json step;
            step["layer"] = layer;
            step["direction"] = d == 0 ? "forward" : "backward";
            for (const Part part : describe(spec.cell).recorded)
                step[std::string(describe(part).key)] = arrayToJson(recorded[part]);
            steps.push_back(std::move(step));
        }
    }
    return steps;
}

Json parametersToJson(const NetworkSpec &spec, const Parameters &parameters)
{
    Json json = Json::object();
    for (const ConstParameterView &view : views(spec, parameters)) {
        if (view.isVector)
            json[view.name] = std::vector<double>(view.values.data(), view.values.data() + view.values.size());
        else
            json[view.name] = matrixToJson(view.values);
    }
    return json;
}

Json gradientsToJson(const NetworkSpec &spec, const GradientTrace &gradients)
{
    Json json;
    json["x"] = arrayToJson(gradients.x);
    json["h0"] = statesToJson(gradients.h0);
    if (describe(spec.cell).hasCellState)
        json["c0"] = statesToJson(gradients.c0);
    json["parameters"] = parametersToJson(spec, gradients.parameters);
    json["steps"] = stepsToJson(spec, gradients.layers);
    return json;
}

} // namespace

Json traceToJson(const Trace &trace, const GradientTrace *gradients)
{
    Json json;
    json["spec"] = specToJson(trace.spec);
    if (!trace.batch->pins.empty())
        json["pins"] = pinsToJson(trace.batch->pins);
    json["output"] = arrayToJson(trace.output);
    json["h_n"] = statesToJson(trace.hN);
    if (describe(trace.spec.cell).hasCellState)
        json["c_n"] = statesToJson(trace.cN);
    if (!trace.headOutput.empty())
        json["head_output"] = arrayToJson(trace.headOutput);
    if (!trace.attention.empty())
        json["attention"] = arrayToJson(trace.attention);
    json["steps"] = stepsToJson(trace.spec, trace.layers);
    if (gradients)
        json["gradients"] = gradientsToJson(trace.spec, *gradients);
    return json;
}

} // namespace gatescope
