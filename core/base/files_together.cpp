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

/// The folder and those above it that are not there, the innermost first.
std::vector<std::filesystem::path> foldersToMake(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> missing;
    std::error_code problem;
    for (auto here = std::filesystem::absolute(folder, problem); !here.empty() && here != here.root_path();
         here = here.parent_path()) {
        if (std::filesystem::exists(here, problem))
            break;
        missing.push_back(here);
    }
    return missing;
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
    if (std::filesystem::exists(folder, problem)
        && !(std::filesystem::is_directory(folder, problem) && std::filesystem::is_empty(folder, problem)))
        return error("%1 is there already; expected a new folder, or one that is empty.", {place});
    const std::vector<std::filesystem::path> missing = foldersToMake(folder);
    std::filesystem::create_directories(folder, problem);
    Result<void> written
        = problem ? error("The folder %1 cannot be made: %2.", {place, systemReason(problem.value())}) : Result<void>();
    if (written) {
        for (FileToWrite &file : files)
            file.path = folder / file.path;
        written = writeFilesTogether(files);
    }
    if (!written) {
        for (const auto &made : missing)
            std::filesystem::remove(made, problem); // nothing is left in it
    }
    return written;
}

} // namespace gatescope
