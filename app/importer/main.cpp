// SPDX-License-Identifier: GPL-3.0-or-later

// gatescope_import [FILE]: reads a network that another program saved, from a file or from what lies on its standard
// input, and writes what it holds to its standard output, see core/io/foreign/import_answer.h. Gatescope starts it,
// because libraries for such files have faults, and a damaged file may ask for more than there is: faults and greed end
// with this process, which has little memory and time and, once the file is in memory, hardly a system call left.

#include "app/importer/hdf5_weights.h"
#include "app/importer/keras_file.h"
#include "app/importer/limits.h"
#include "app/importer/onnx_file.h"
#include "app/importer/system_calls.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/io/foreign/import_answer.h"

#include <cstdio>
#include <cstdlib>
#include <new>

namespace gatescope {

namespace {

bool write(std::string_view bytes)
{
    return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
}

/// The answer as safetensors, without a copy of the numbers.
bool writeAnswer(const StoredModel &read)
{
    Json header = Json::object();
    header["__metadata__"] = {{answerConfig, read.config}, {answerGraph, read.graph}, {answerVersion, read.version}};
    std::size_t end = 0;
    for (const StoredWeights &weights : read.weights) {
        const std::size_t begin = std::exchange(end, end + weights.bytes.size());
        header[weights.name] = {{"dtype", weights.dtype}, {"shape", weights.shape}, {"data_offsets", {begin, end}}};
    }
    const std::string text = writeJson(header);
    std::string length;
    for (int i = 0; i < 8; ++i)
        length += static_cast<char>(std::uint64_t{text.size()} >> (8 * i));
    bool written = write(length) && write(text);
    for (const StoredWeights &weights : read.weights)
        written = written && write(weights.bytes);
    return written;
}

/// Reads whichever of the formats it is.
Result<StoredModel> readModel(const char *path)
{
    // The libraries keep it in memory, more than once while they open it.
    constexpr std::size_t largestFile = 256u << 20;
    Result<std::string> bytes = readFile(path, largestFile);
    if (!bytes)
        return error("The file cannot be read, or has more than %1 bytes, the most that is read here.",
                     {std::to_string(largestFile)});
    allowOnlyReading(); // from here on a file may have its way with a library
    if (bytes->starts_with("PK"))
        return readKerasArchive(std::move(*bytes));
    return bytes->starts_with("\x89HDF") ? readHdf5(std::move(*bytes)) : readOnnx(std::move(*bytes));
}

/// Whether an answer was written, be it a refusal.
bool answer(const char *path)
{
    try {
        const Result<StoredModel> read = readModel(path);
        return read ? writeAnswer(*read) : write(writeRefusal(read.error()));
    } catch (const std::bad_alloc &) {
        return write(writeRefusal(error("There is too little memory to read this file.")));
    }
}

} // namespace

} // namespace gatescope

int main(int count, char **arguments)
{
    gatescope::limitThisProcess();
    const bool answered = gatescope::answer(count > 1 ? arguments[1] : "/proc/self/fd/0");
    const bool written = std::fflush(stdout) == 0;
    std::_Exit(answered && written ? EXIT_SUCCESS : EXIT_FAILURE); // what HDF5 keeps open, the system closes
}
