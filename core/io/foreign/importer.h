// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/foreign/import_answer.h"

#include <filesystem>
#include <stop_token>

namespace gatescope {

/// What the program that reads a file may take; it limits its own memory and processor time too.
struct ImporterLimits {
    int seconds = 30;
    std::size_t bytes = 600u << 20; ///< of its answer
};

/// The program gatescope_import: what the environment variable GATESCOPE_IMPORT names, or else what lies beside this
/// program.
std::filesystem::path importerPath();

/// Lets a process of its own read the file, so that a library's fault or a file's greed ends there. The process has
/// this one's rights until the file is in its memory, and hardly a system call from then on
/// (app/importer/system_calls.h); of the environment it gets only what sanitizers and the loader of libraries need.
/// Refuses what that program refuses; where it is missing, breaks off or takes too long, one sentence says so. Asked to
/// stop, it ends the process and answers with goesOn()'s error.
Result<ImportAnswer> importInOwnProcess(const std::filesystem::path &file, const ImporterLimits &limits = {},
                                        const std::stop_token &stop = {});

} // namespace gatescope
