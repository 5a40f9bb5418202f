// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_file.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/experiment/files/open_file.h"

#include <algorithm>
#include <cmath>
#include <fstream>

namespace gatescope {

namespace {

constexpr std::size_t largestInput = std::size_t(1) << 30;

/// Whether the first letter that is no space opens an object.
bool isJsonObject(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string head(64, '\0');
    stream.read(head.data(), std::streamsize(head.size()));
    head.resize(std::size_t(stream.gcount()));
    const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string::npos && head[first] == '{';
}

Result<TraceInput> readJsonInput(const std::filesystem::path &file, const NetworkSpec &spec)
{
    constexpr JsonLimits limits{.bytes = largestInput, .depth = 16};
    const Result<std::string> text = readFile(file, limits.bytes);
    if (!text)
        return text.error();
    const Result<Json> json = parseJson(*text, limits);
    if (!json)
        return json.error();
    return readTraceInput(*json, spec);
}

/// The rows of the embedding that a column of numbers names.
Result<Matrix> lookedUp(const Matrix &column, const Matrix &embedding, std::size_t sequence)
{
    Matrix x(column.rows(), embedding.cols());
    for (Eigen::Index step = 0; step < column.rows(); ++step) {
        const double row = column(step, 0);
        if (row != std::floor(row) || row < 0 || row >= double(embedding.rows()))
            return error("Step %1 of sequence %2 is %3, but the network's embedding has rows 0 to %4; instead of a row "
                         "a step may also have the %5 numbers that layer 0 reads.",
                         {std::to_string(step), std::to_string(sequence), writeJson(Json(row)),
                          std::to_string(embedding.rows() - 1), std::to_string(embedding.cols())});
        x.row(step) = embedding.row(Eigen::Index(row));
    }
    return x;
}

Result<TraceInput> readTables(const std::filesystem::path &file, const NetworkSpec &spec,
                              const std::optional<Matrix> &embedding)
{
    Result<std::vector<NumberTable>> tables = readNumberFile(file);
    if (!tables)
        return tables.error();
    const bool namesRows = embedding && embedding->cols() != 1
        && std::ranges::all_of(*tables, [](const NumberTable &table) { return table.values.cols() == 1; });
    for (std::size_t n = 0; namesRows && n < tables->size(); ++n) {
        Result<Matrix> x = lookedUp((*tables)[n].values, *embedding, n);
        if (!x)
            return x.error();
        (*tables)[n] = {{}, std::move(*x)};
    }
    return traceInputOf(*tables, spec);
}

Error notAnInput(const char *what, const NetworkSpec &spec)
{
    return error(
        "The file holds %1, but --input wants the numbers that the network reads: JSON {\"x\": [N][T][%2]}, CSV with "
        "%2 columns, or .npy.",
        {what, std::to_string(spec.inputSize)});
}

} // namespace

Result<TraceInput> readInputFile(const std::filesystem::path &file, const NetworkSpec &spec,
                                 const std::optional<Matrix> &embedding)
{
    switch (recogniseFile(file)) {
    case FileKind::experiment:
        return notAnInput("an experiment", spec);
    case FileKind::model:
        return notAnInput("a network or another program's archive", spec);
    case FileKind::text:
        return isJsonObject(file) ? readJsonInput(file, spec) : notAnInput("a text", spec);
    case FileKind::numbers:
        return isJsonObject(file) ? readJsonInput(file, spec) : readTables(file, spec, embedding);
    case FileKind::unknown:
        break;
    }
    if (const auto bytes = readFile(file, largestInput); !bytes)
        return bytes.error(); // a pipe, or nothing at all
    return isJsonObject(file) ? readJsonInput(file, spec) : notAnInput("neither numbers nor a text in UTF-8", spec);
}

} // namespace gatescope
