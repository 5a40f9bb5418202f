// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_file.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/experiment/files/open_file.h"

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

Result<TraceInput> readTables(const std::filesystem::path &file, const NetworkSpec &spec)
{
    const Result<std::vector<NumberTable>> tables = readNumberFile(file);
    if (!tables)
        return tables.error();
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

Result<TraceInput> readInputFile(const std::filesystem::path &file, const NetworkSpec &spec)
{
    switch (recogniseFile(file)) {
    case FileKind::experiment:
        return notAnInput("an experiment", spec);
    case FileKind::model:
        return notAnInput("a network or another program's archive", spec);
    case FileKind::text:
        return isJsonObject(file) ? readJsonInput(file, spec) : notAnInput("a text", spec);
    case FileKind::numbers:
        return isJsonObject(file) ? readJsonInput(file, spec) : readTables(file, spec);
    case FileKind::unknown:
        break;
    }
    if (const auto bytes = readFile(file, largestInput); !bytes)
        return bytes.error(); // a pipe, or nothing at all
    return isJsonObject(file) ? readJsonInput(file, spec) : notAnInput("neither numbers nor a text in UTF-8", spec);
}

} // namespace gatescope
