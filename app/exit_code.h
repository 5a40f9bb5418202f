// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace gatescope {

/// What the program answers to the shell; scripts rely on the numbers.
enum class ExitCode {
    done = 0,
    answerIsNo = 1,   ///< it ran, and the answer is no
    wrongUsage = 2,   ///< the command line is wrong
    wrongInput = 3,   ///< an input file is wrong
    notAvailable = 4, ///< a backend or a display is not there
    cannotWrite = 5   ///< the output could not be written
};

/// One line on standard error, "gatescope: …"; returns the code.
ExitCode fail(ExitCode code, const std::string &sentence);

/// The same about a file; the line names it once, whether or not the sentence does.
ExitCode fail(ExitCode code, const std::filesystem::path &file, const Error &error);

/// The same line about something that is worth knowing and no failure.
void note(const std::string &sentence);

} // namespace gatescope
