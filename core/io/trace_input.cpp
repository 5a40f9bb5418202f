// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_numbers.h"

#include "core/base/json.h"
#include "core/io/pins_json.h"
#include "core/io/trace_json.h"

#include <algorithm>

namespace gatescope {

namespace {

/// [N][T][units] as the engine has it, [time, batch, units].
TimeArray toTimeArray(const Tensor &tensor)
{
    const auto size = [&](int axis) { return static_cast<int>(tensor.dimension(axis)); };
    TimeArray array(size(1), size(0), size(2));
    auto value = tensor.values.begin();
    for (int n = 0; n < array.batch(); ++n)
        for (int t = 0; t < array.steps(); ++t)
            for (int j = 0; j < array.units(); ++j)
                array.set(t, n, j, *value++);
    return array;
}

/// [L·D][N][H] as a matrix [N, H] for each layer and direction.
std::vector<Matrix> toMatrices(const Tensor &tensor)
{
    std::vector<Matrix> matrices;
    const Eigen::Index size = tensor.dimension(1) * tensor.dimension(2);
    for (std::int64_t i = 0; i < tensor.dimension(0); ++i)
        matrices.push_back(
            Eigen::Map<const Matrix>(tensor.values.data() + i * size, tensor.dimension(1), tensor.dimension(2)));
    return matrices;
}

Result<std::vector<int>> readLengths(const Json &json, int sequences, int steps)
{
    if (!json.contains("lengths"))
        return std::vector<int>(static_cast<std::size_t>(sequences), steps);
    const Json &given = json["lengths"];
    if (!given.is_array() || given.size() != static_cast<std::size_t>(sequences))
        return error("lengths must be a list of %1 numbers, one for each sequence of x.", {std::to_string(sequences)});
    std::vector<int> lengths;
    for (std::size_t n = 0; n < given.size(); ++n) {
        const auto length = wholeNumber(given[n], 1, steps);
        if (!length)
            return error("lengths[%1] is %2, expected 1 to %3, the steps of x.",
                         {std::to_string(n), shownJson(given[n]), std::to_string(steps)});
        lengths.push_back(static_cast<int>(*length));
    }
    return lengths;
}

/// "h0" and the like; empty when the file gives none.
Result<std::vector<Matrix>> readStates(const char *key, const Json &json, const NetworkSpec &spec, int sequences)
{
    if (!json.contains(key))
        return std::vector<Matrix>();
    const Result<Tensor> tensor
        = readNumbers(key, json[key], {spec.layers * spec.directions(), sequences, spec.hiddenSize});
    if (!tensor)
        return tensor.error();
    return toMatrices(*tensor);
}

/// Past a length the output is 0 whatever the weights are, so no gradient comes back from there.
void clearPadding(TimeArray &array, const std::vector<int> &lengths)
{
    for (int n = 0; n < array.batch(); ++n)
        for (int t = lengths[static_cast<std::size_t>(n)]; t < array.steps(); ++t)
            for (int j = 0; j < array.units(); ++j)
                array.set(t, n, j, 0);
}

TimeArray onesOnRealSteps(const Batch &batch, int units)
{
    TimeArray ones(batch.steps(), batch.sequences(), units);
    for (int n = 0; n < ones.batch(); ++n)
        for (int t = 0; t < batch.lengths[static_cast<std::size_t>(n)]; ++t)
            for (int j = 0; j < units; ++j)
                ones.set(t, n, j, 1);
    return ones;
}

Result<Batch> readBatch(const Json &json, const NetworkSpec &spec)
{
    if (!json.is_object() || !json.contains("x"))
        return error("Expected an object with \"x\": [N][T][%1].", {std::to_string(spec.inputSize)});
    const Result<Tensor> x = readNumbers("x", json["x"], {anySize, anySize, spec.inputSize});
    if (!x)
        return x.error();
    Batch batch;
    batch.x = toTimeArray(*x);
    const Result<std::vector<int>> lengths = readLengths(json, batch.sequences(), batch.steps());
    if (!lengths)
        return lengths.error();
    batch.lengths = *lengths;
    Result<std::vector<Matrix>> h0 = readStates("h0", json, spec, batch.sequences());
    if (!h0)
        return h0.error();
    batch.h0 = std::move(*h0);
    Result<std::vector<Matrix>> c0 = readStates("c0", json, spec, batch.sequences());
    if (!c0)
        return c0.error();
    batch.c0 = std::move(*c0);
    if (!json.contains("pins"))
        return batch;
    auto pins = pinsFromJson(json["pins"], batch.lengths);
    if (!pins)
        return pins.error();
    if (const auto fits = check(spec, batch.lengths, *pins); !fits)
        return fits.error();
    batch.pins = std::move(*pins);
    return batch;
}

Result<Upstream> readUpstream(const Json &json, const NetworkSpec &spec, const Batch &batch)
{
    Upstream upstream;
    if (json.contains("grad_output")) {
        const Result<Tensor> output
            = readNumbers("grad_output", json["grad_output"], {batch.sequences(), batch.steps(), spec.outputSize()});
        if (!output)
            return output.error();
        upstream.output = toTimeArray(*output);
        clearPadding(upstream.output, batch.lengths);
    }
    Result<std::vector<Matrix>> hN = readStates("grad_h_n", json, spec, batch.sequences());
    if (!hN)
        return hN.error();
    upstream.hN = std::move(*hN);
    Result<std::vector<Matrix>> cN = readStates("grad_c_n", json, spec, batch.sequences());
    if (!cN)
        return cN.error();
    upstream.cN = std::move(*cN);
    if (upstream.output.empty() && upstream.hN.empty() && upstream.cN.empty())
        upstream.output = onesOnRealSteps(batch, spec.outputSize());
    return upstream;
}

} // namespace

Result<TraceInput> readTraceInput(const Json &json, const NetworkSpec &spec)
{
    for (const char *key : {"c0", "grad_c_n"}) {
        if (json.contains(key) && !describe(spec.cell).hasCellState)
            return error("%1 is given, but only an LSTM has a cell state c.", {key});
    }
    Result<Batch> batch = readBatch(json, spec);
    if (!batch)
        return batch.error();
    Result<Upstream> upstream = readUpstream(json, spec, *batch);
    if (!upstream)
        return upstream.error();
    return TraceInput{std::move(*batch), std::move(*upstream)};
}

Result<TraceInput> traceInputOf(const std::vector<NumberTable> &sequences, const NetworkSpec &spec)
{
    TraceInput input;
    int longest = 0;
    for (const NumberTable &sequence : sequences) {
        if (sequence.values.cols() != spec.inputSize)
            return error("A step has %1 numbers, but the network reads %2; expected one column for each input.",
                         {std::to_string(sequence.values.cols()), std::to_string(spec.inputSize)});
        input.batch.lengths.push_back(static_cast<int>(sequence.values.rows()));
        longest = std::max(longest, input.batch.lengths.back());
    }
    if (longest == 0)
        return error("There is no step to read; expected at least one row of numbers.");
    input.batch.x = TimeArray(longest, static_cast<int>(sequences.size()), spec.inputSize);
    for (int n = 0; n < input.batch.sequences(); ++n) {
        const Matrix &values = sequences[static_cast<std::size_t>(n)].values;
        for (int t = 0; t < static_cast<int>(values.rows()); ++t)
            for (int j = 0; j < spec.inputSize; ++j)
                input.batch.x.set(t, n, j, values(t, j));
    }
    input.upstream.output = onesOnRealSteps(input.batch, spec.outputSize());
    return input;
}

} // namespace gatescope
