// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/computed_elsewhere.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/engine/reference_backend.h"
#include "core/io/json_numbers.h"

#include <algorithm>
#include <limits>

namespace gatescope {

namespace {

/// Numbers [batch][time][unit], or states [layer][batch][unit].
Tensor numbersOf(const Json &json)
{
    return readNumbers("", json, {anySize, anySize, anySize}).value();
}

double difference(const TimeArray &computed, const Json &expected)
{
    const Tensor wanted = numbersOf(expected);
    if (wanted.shape != std::vector<std::int64_t>{computed.batch(), computed.steps(), computed.units()})
        return std::numeric_limits<double>::infinity();
    double largest = 0;
    std::size_t i = 0;
    for (int n = 0; n < computed.batch(); ++n)
        for (int t = 0; t < computed.steps(); ++t)
            for (int unit = 0; unit < computed.units(); ++unit)
                largest = std::max(largest, std::abs(computed(t, n, unit) - wanted.values[i++]));
    return largest;
}

double difference(const std::vector<Matrix> &computed, const Json &expected)
{
    const Tensor wanted = numbersOf(expected);
    if (wanted.shape.front() != std::int64_t(computed.size()))
        return std::numeric_limits<double>::infinity();
    double largest = 0;
    std::size_t i = 0;
    for (const Matrix &state : computed)
        for (Eigen::Index n = 0; n < state.rows(); ++n)
            for (Eigen::Index unit = 0; unit < state.cols(); ++unit)
                largest = std::max(largest, std::abs(state(n, unit) - wanted.values[i++]));
    return largest;
}

/// What the golden network reads; ids as the rows of the embedding.
Batch batchOf(const Json &given, const ImportedModel &model)
{
    const bool isTokens = given.contains("tokens");
    const Tensor read = isTokens ? readNumbers("", given["tokens"], {anySize, anySize}).value() : numbersOf(given["x"]);
    const int sequences = int(read.dimension(0)), steps = int(read.dimension(1));
    Batch batch = fullLengthBatch(TimeArray(steps, sequences, model.spec.inputSize));
    if (isTokens)
        batch.embeddingRows.assign(std::size_t(sequences), std::vector<int>(std::size_t(steps)));
    std::size_t i = 0;
    for (int n = 0; n < sequences; ++n) {
        for (int t = 0; t < steps; ++t) {
            const int row = isTokens ? int(read.values[i++]) : 0;
            if (isTokens)
                batch.embeddingRows[std::size_t(n)][std::size_t(t)] = row;
            for (int unit = 0; unit < model.spec.inputSize; ++unit)
                batch.x.set(t, n, unit, isTokens ? (*model.parameters.embedding)(row, unit) : read.values[i++]);
        }
    }
    return batch;
}

TimeArray ones(const TimeArray &like)
{
    TimeArray all(like.steps(), like.batch(), like.units());
    for (int t = 0; t < all.steps(); ++t)
        for (int n = 0; n < all.batch(); ++n)
            for (int unit = 0; unit < all.units(); ++unit)
                all.set(t, n, unit, 1);
    return all;
}

/// [batch][outputs] at the last step.
double differenceAtLastStep(const TimeArray &computed, const Json &expected)
{
    const Tensor wanted = readNumbers("", expected, {anySize, anySize}).value();
    if (wanted.shape != std::vector<std::int64_t>{computed.batch(), computed.units()})
        return std::numeric_limits<double>::infinity();
    double largest = 0;
    std::size_t i = 0;
    for (int n = 0; n < computed.batch(); ++n)
        for (int unit = 0; unit < computed.units(); ++unit)
            largest = std::max(largest, std::abs(computed(computed.steps() - 1, n, unit) - wanted.values[i++]));
    return largest;
}

} // namespace

QString differenceFrom(const QString &goldenFile, const ImportedModel &model, double tolerance)
{
    const Json expected = parseJson(readFile(goldenFile.toStdString(), 1 << 20).value()).value();
    const ReferenceBackend backend;
    const auto run = backend.run(model.spec, model.parameters, std::make_shared<const Batch>(batchOf(expected, model)));
    if (!run)
        return QString::fromStdString(run.error().english());
    const Trace &trace = **run;
    Upstream upstream;
    upstream.output = ones(trace.output);
    const auto gradients = backend.backpropagate(model.parameters, trace, upstream);
    if (!gradients)
        return QString::fromStdString(gradients.error().english());
    QString wrong;
    const auto compare = [&](const char *key, auto &&difference) {
        if (const double by = expected.contains(key) ? difference(expected[key]) : 0; !(by <= tolerance))
            wrong += QString("%1 differs by %2. ").arg(key).arg(by);
    };
    compare("output", [&](const Json &wanted) { return difference(trace.output, wanted); });
    compare("h_n", [&](const Json &wanted) { return difference(trace.hN, wanted); });
    compare("c_n", [&](const Json &wanted) { return difference(trace.cN, wanted); });
    compare("head", [&](const Json &wanted) { return difference(trace.headOutput, wanted); });
    compare("head_last", [&](const Json &wanted) { return differenceAtLastStep(trace.headOutput, wanted); });
    compare("grad_x", [&](const Json &wanted) { return difference((*gradients)->x, wanted); });
    if ((model.spec.headOutputs > 0) != (expected.contains("head") || expected.contains("head_last")))
        wrong += "There is a head in only one of the two. ";
    if (trace.cN.empty() == expected.contains("c_n"))
        wrong += "There is a cell state in only one of the two.";
    return wrong;
}

std::string notesIn(const QString &path)
{
    const auto inventory = readModelFile(path.toStdString());
    std::string notes;
    if (inventory && inventory->said) {
        for (const Sentence &note : inventory->said->notes)
            notes += note.english() + "\n";
    }
    return notes;
}

} // namespace gatescope
