// SPDX-License-Identifier: GPL-3.0-or-later

// gatescope_import [FILE]: reads a network that another program saved, from a file or from what lies on its standard
// input, and writes what it holds to its standard output, see core/io/foreign/import_answer.h. Gatescope starts it,
// because libraries for such files have faults that a hostile file can use: here they meet a process with little memory
// and time that knows nothing.

#include "app/importer/keras_file.h"
#include "app/importer/limits.h"
#include "core/base/json.h"
#include "core/io/foreign/import_answer.h"

#include <cstdio>
#include <cstdlib>
#include <new>

using namespace gatescope;

namespace {

bool write(std::string_view bytes)
{
    return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
}

/// The answer as safetensors, without a copy of the numbers.
bool writeAnswer(const Hdf5Weights &read)
{
    Json header = Json::object();
    header["__metadata__"] = {{answerConfig, read.config}, {answerVersion, read.version}};
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

bool answer(const char *path)
{
    const Result<Hdf5Weights> read = readKerasContainer(path);
    return read ? writeAnswer(*read) : write(writeRefusal(read.error()));
}

} // namespace

int main(int count, char **arguments)
{
    limitThisProcess();
    bool done = false;
    try {
        done = answer(count > 1 ? arguments[1] : "/proc/self/fd/0");
    } catch (const std::bad_alloc &) {
        done = write(writeRefusal(error("There is too little memory to read this file.")));
    }
    done = std::fflush(stdout) == 0 && done;
    std::_Exit(done ? EXIT_SUCCESS : EXIT_FAILURE); // what HDF5 keeps open, the system closes
}
