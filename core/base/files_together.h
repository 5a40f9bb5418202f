// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace gatescope {

struct FileToWrite {
    std::filesystem::path path;
    std::string bytes;
};

/// Writes all of them, each whole, or none: where one cannot be written, those before it are as they were.
Result<void> writeFilesTogether(const std::vector<FileToWrite> &files);

/// The same with paths that are names in a folder, which is made, or is there and empty.
Result<void> writeIntoNewFolder(const std::filesystem::path &folder, std::vector<FileToWrite> files);

} // namespace gatescope
