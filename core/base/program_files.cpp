// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"

namespace gatescope {

std::filesystem::path programFolder()
{
    std::error_code failed;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? std::filesystem::path() : program.parent_path();
}

std::filesystem::path resourceFolder()
{
    std::error_code failed;
    const std::filesystem::path installed = programFolder().parent_path() / "share" / "gatescope";
    return std::filesystem::is_directory(installed / "lessons", failed) ? installed : GATESCOPE_RESOURCES;
}

} // namespace gatescope
