// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"

#include "core/base/file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace gatescope {

ExitCode writeOutput(const std::filesystem::path &path, std::string_view bytes)
{
    if (!path.empty()) {
        const Result<void> written = writeFileAtomically(path, bytes);
        return written ? ExitCode::done : fail(ExitCode::cannotWrite, path, written.error());
    }
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
    if (!written || std::fflush(stdout) != 0)
        return fail(ExitCode::cannotWrite,
                    std::string("Cannot write to standard output: ") + std::strerror(errno) + ".");
    return ExitCode::done;
}

} // namespace gatescope
