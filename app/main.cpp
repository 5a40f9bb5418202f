// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languages.h"
#include "app/qt_options.h"
#include "app/verbs/verb.h"
#include "app/window.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <iostream>

namespace gatescope {

namespace {

/// What the command line asks for, once it is parsed.
struct CommandLine {
    CLI::App app{
        "A microscope for gated recurrent networks: opens the window, or does one of the verbs without a display."};
    WindowOptions window;
    std::vector<std::pair<CLI::App *, std::function<ExitCode()>>> commands;

    CommandLine();
};

CommandLine::CommandLine()
{
    app.name("gatescope");
    app.set_version_flag("--version", "gatescope " GATESCOPE_VERSION);
    app.add_option("FILE", window.file, "An experiment or a model to open in the window; otherwise the demo");
    app.add_flag("--classroom", window.classroom, "Open with big digits, to be read from the last row");
    app.add_option("--theme", window.theme, "light, dark or contrast")
        ->check(CLI::IsMember({"light", "dark", "contrast"}));
    app.add_option("--language", window.language, "Of the window, or of what a verb draws: " + languageCodes())
        ->check(CLI::IsMember(languages()));
    app.add_flag("--from-desktop", window.fromDesktop, "Explain a file that cannot be opened in the window");
    window.modelOptions.addTo(app);
    for (const Verb &verb : verbs()) {
        CLI::App *command = app.add_subcommand(verb.name, verb.summary);
        commands.emplace_back(command, verb.declare(*command));
    }
    app.require_subcommand(0, 1);
    app.footer(
        "Qt's own options, such as -platform and -style, come before FILE. `gatescope VERB --help` says more.\n"
        "Exit codes: 0 done, 1 the answer is no, 2 wrong command line, 3 wrong input file, 4 no such backend or no "
        "display, 5 output could not be written.");
}

/// A language that was said before the verb holds for what the verb draws, unless it says another.
void takeLanguage(CLI::App &command, const std::string &language)
{
    CLI::Option *own = command.get_option_no_throw("--language");
    if (!own || language.empty() || own->count() > 0)
        return;
    own->add_result(language);
    own->run_callback();
}

ExitCode run(const std::string &program, const std::vector<std::string> &arguments)
{
    std::vector<std::string> verbNames;
    for (const Verb &verb : verbs())
        verbNames.push_back(verb.name);
    SplitArguments split = splitQtOptions(arguments, verbNames);

    CommandLine commandLine;
    try {
        std::ranges::reverse(split.ours); // CLI11 takes its arguments from the end
        commandLine.app.parse(split.ours);
    } catch (const CLI::ParseError &problem) {
        if (problem.get_exit_code() == 0) // --help or --version
            return static_cast<ExitCode>(commandLine.app.exit(problem));
        return fail(ExitCode::wrongUsage, std::string(problem.what()) + " (--help tells what there is)");
    }
    for (const auto &[command, work] : commandLine.commands) {
        if (!command->parsed())
            continue;
        takeLanguage(*command, commandLine.window.language);
        return work();
    }
    split.qts.insert(split.qts.begin(), program);
    return openWindow(commandLine.window, split.qts);
}

} // namespace

} // namespace gatescope

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an output that could not be written
    return static_cast<int>(gatescope::run(argv[0], std::vector<std::string>(argv + 1, argv + argc)));
}
