// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files_together.h"

#include "core/base/file.h"

#include <optional>

namespace gatescope {

namespace {

constexpr std::size_t largestKept = 1u << 30; ///< of an old file that is put back

struct FileBefore {
    std::filesystem::path path;
    std::optional<std::string> bytes; ///< none: it was not there
};

Result<FileBefore> before(const std::filesystem::path &path)
{
    std::error_code problem;
    if (!std::filesystem::exists(path, problem))
        return FileBefore{path, {}};
    auto bytes = readFile(path, largestKept);
    return bytes ? Result<FileBefore>(FileBefore{path, std::move(*bytes)}) : Result<FileBefore>(bytes.error());
}

void putBack(const FileBefore &file)
{
    std::error_code problem;
    if (!file.bytes)
        std::filesystem::remove(file.path, problem);
    else if (const auto written = writeFileAtomically(file.path, *file.bytes); !written)
        return; // what could be written a moment ago: nothing else can be tried
}

} // namespace

Result<void> writeFilesTogether(const std::vector<FileToWrite> &files)
{
    std::vector<FileBefore> written;
    for (const FileToWrite &file : files) {
        auto old = before(file.path);
        const Result<void> done = old ? writeFileAtomically(file.path, file.bytes) : Result<void>(old.error());
        if (done) {
            written.push_back(std::move(*old));
            continue;
        }
        for (const FileBefore &one : written)
            putBack(one);
        return done;
    }
    return {};
}

Result<void> writeIntoNewFolder(const std::filesystem::path &folder, std::vector<FileToWrite> files)
{
    const std::string place = printable(folder.string());
    std::error_code problem;
    const bool isThere = std::filesystem::exists(folder, problem);
    if (isThere && !(std::filesystem::is_directory(folder, problem) && std::filesystem::is_empty(folder, problem)))
        return error("%1 is there already; expected a new folder, or one that is empty.", {place});
    if (!isThere && !std::filesystem::create_directories(folder, problem))
        return error("The folder %1 cannot be made.", {place});
    for (FileToWrite &file : files)
        file.path = folder / file.path;
    const Result<void> written = writeFilesTogether(files);
    if (!written && !isThere)
        std::filesystem::remove(folder, problem); // nothing is left in it
    return written;
}

} // namespace gatescope
