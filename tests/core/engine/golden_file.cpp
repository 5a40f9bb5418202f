// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden_file.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

namespace gatescope {

namespace {

using nlohmann::json;

constexpr double different = std::numeric_limits<double>::infinity();

NetworkSpec specFrom(const json &fields)
{
    NetworkSpec spec;
    spec.cell = cellNamed(fields.at("cell").get<std::string>()).value();
    spec.inputSize = fields.at("input_size");
    spec.hiddenSize = fields.at("hidden_size");
    spec.layers = fields.at("layers");
    spec.bidirectional = fields.at("bidirectional");
    spec.bias = fields.at("bias");
    spec.reset = fields.at("reset") == "before" ? ResetPlacement::before : ResetPlacement::after;
    spec.update = fields.at("update") == "overwrites" ? UpdateMeaning::overwrites : UpdateMeaning::keeps;
    const std::string gate = fields.value("gate_activation", "sigmoid");
    if (gate != "sigmoid")
        spec.gateActivation = gate == "hard_sigmoid" ? GateActivation::hardSigmoid : GateActivation::hardSigmoidKeras2;
    if (fields.value("state_activation", "tanh") == "relu")
        spec.stateActivation = StateActivation::relu;
    spec.layerNorm = fields.value("layer_norm", false);
    return spec;
}

Matrix matrixFrom(const json &rows)
{
    const auto columns = rows.at(0).is_array() ? rows.at(0).size() : 1;
    Matrix matrix(Eigen::Index(rows.size()), Eigen::Index(columns));
    for (Eigen::Index row = 0; row < matrix.rows(); ++row)
        for (Eigen::Index column = 0; column < matrix.cols(); ++column)
            matrix(row, column) = rows[row].is_array() ? rows[row].at(column).get<double>() : rows[row].get<double>();
    return matrix;
}

std::vector<Matrix> statesFrom(const json &input, const char *name)
{
    std::vector<Matrix> states;
    if (input.contains(name))
        for (const json &state : input[name])
            states.push_back(matrixFrom(state));
    return states;
}

TimeArray timeArrayFrom(const json &sequences)
{
    TimeArray array(int(sequences.at(0).size()), int(sequences.size()), int(sequences.at(0).at(0).size()));
    for (int t = 0; t < array.steps(); ++t)
        for (int n = 0; n < array.batch(); ++n)
            for (int i = 0; i < array.units(); ++i)
                array.set(t, n, i, sequences.at(n).at(t).at(i));
    return array;
}

Upstream upstreamFrom(const json &input, const NetworkSpec &spec, const Batch &batch)
{
    Upstream upstream;
    upstream.hN = statesFrom(input, "grad_h_n");
    upstream.cN = statesFrom(input, "grad_c_n");
    if (input.contains("grad_output"))
        upstream.output = timeArrayFrom(input["grad_output"]);
    if (!input.contains("grad_output") && !input.contains("grad_h_n") && !input.contains("grad_c_n")) {
        upstream.output = TimeArray(batch.steps(), batch.sequences(), spec.outputSize());
        for (int t = 0; t < batch.steps(); ++t)
            upstream.output.step(t).setOnes();
    }
    return upstream;
}

double distance(double computed, const json &expected)
{
    const double gap = std::abs(computed - expected.get<double>());
    return std::isfinite(gap) ? gap : different;
}

double difference(const Eigen::Ref<const Matrix> &computed, const json &expected)
{
    const Matrix wanted = matrixFrom(expected);
    if (wanted.rows() != computed.rows() || wanted.cols() != computed.cols())
        return different;
    const double gap = (wanted - computed).cwiseAbs().maxCoeff();
    return std::isfinite(gap) ? gap : different;
}

} // namespace

GoldenFile readGoldenFile(const std::string &path)
{
    std::ifstream stream(path);
    const json file = json::parse(stream);
    GoldenFile golden;
    golden.spec = specFrom(file.at("spec"));
    golden.parameters = zeroParameters(golden.spec);
    for (ParameterView &view : views(golden.spec, golden.parameters))
        view.values = matrixFrom(file.at("parameters").at(view.name));

    const json &input = file.at("input");
    Batch batch = fullLengthBatch(timeArrayFrom(input.at("x")));
    if (input.contains("lengths"))
        batch.lengths = input["lengths"].get<std::vector<int>>();
    batch.h0 = statesFrom(input, "h0");
    batch.c0 = statesFrom(input, "c0");
    golden.upstream = upstreamFrom(input, golden.spec, batch);
    golden.batch = std::make_shared<const Batch>(std::move(batch));
    golden.expected = file.at("expected");
    return golden;
}

std::vector<std::string> goldenFiles(const std::string &folder)
{
    std::vector<std::string> files;
    const std::filesystem::path path = std::filesystem::path(GATESCOPE_SOURCE_DIR) / "tests/golden" / folder;
    if (std::filesystem::is_directory(path))
        for (const auto &entry : std::filesystem::directory_iterator(path))
            if (entry.path().extension() == ".json")
                files.push_back(entry.path().string());
    std::ranges::sort(files);
    return files;
}

double difference(const TimeArray &computed, const nlohmann::json &expected)
{
    if (int(expected.size()) != computed.batch() || int(expected.at(0).size()) != computed.steps()
        || int(expected.at(0).at(0).size()) != computed.units())
        return different;
    double largest = 0;
    for (int t = 0; t < computed.steps(); ++t)
        for (int n = 0; n < computed.batch(); ++n)
            for (int i = 0; i < computed.units(); ++i)
                largest = std::max(largest, distance(computed(t, n, i), expected[n][t].at(i)));
    return largest;
}

double difference(const std::vector<Matrix> &computed, const nlohmann::json &expected)
{
    if (computed.size() != expected.size())
        return different;
    double largest = 0;
    for (std::size_t i = 0; i < computed.size(); ++i)
        largest = std::max(largest, difference(computed[i], expected[i]));
    return largest;
}

double difference(const ConstParameterView &computed, const nlohmann::json &expected)
{
    return difference(Eigen::Ref<const Matrix>(computed.values), expected);
}

} // namespace gatescope
