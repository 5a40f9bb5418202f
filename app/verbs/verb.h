// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <CLI/App.hpp>

#include <functional>
#include <vector>

namespace gatescope {

/// Something the program does without a display.
struct Verb {
    const char *name;
    const char *summary; ///< its line in `gatescope --help`
    /// Adds the verb's options to its subcommand; what comes back does the work once they are parsed.
    std::function<ExitCode()> (*declare)(CLI::App &command);
};

/// Every verb, in the order of the help.
const std::vector<Verb> &verbs();

// One of each in the file of its name.
std::function<ExitCode()> declareTrace(CLI::App &command);
std::function<ExitCode()> declareTrain(CLI::App &command);
std::function<ExitCode()> declareRace(CLI::App &command);
std::function<ExitCode()> declareGenerate(CLI::App &command);
std::function<ExitCode()> declareCheck(CLI::App &command);
std::function<ExitCode()> declareReport(CLI::App &command);
std::function<ExitCode()> declareCompress(CLI::App &command);
std::function<ExitCode()> declareExport(CLI::App &command);
std::function<ExitCode()> declareRender(CLI::App &command);
std::function<ExitCode()> declareBench(CLI::App &command);
std::function<ExitCode()> declareQuiz(CLI::App &command);
std::function<ExitCode()> declareQuestions(CLI::App &command);
std::function<ExitCode()> declareWorksheet(CLI::App &command);
std::function<ExitCode()> declareResults(CLI::App &command);
std::function<ExitCode()> declareList(CLI::App &command);

} // namespace gatescope
