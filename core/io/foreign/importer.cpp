// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/foreign/importer.h"

#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "core/base/goes_on.h"
#include "core/base/program_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gatescope {

namespace {

using Clock = std::chrono::steady_clock;

/// A process that nobody leaves behind: it is ended and waited for, whatever happens.
class Child
{
public:
    explicit Child(pid_t pid) : m_pid(pid) { }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    ~Child()
    {
        if (m_pid < 0)
            return;
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    }

    /// How it ended, as waitpid() says it; nothing where it has not ended by then, or nobody waits for it any more.
    std::optional<int> endedBy(Clock::time_point end, const std::stop_token &stop)
    {
        for (;;) {
            int status = 0;
            const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
            if (ended == m_pid)
                return m_pid = -1, status;
            if (Clock::now() > end || stop.stop_requested())
                return std::nullopt;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

private:
    pid_t m_pid;
};

/// What of this program's environment the other one needs: "ASAN_OPTIONS=…".
std::vector<std::string> bareEnvironment()
{
    constexpr std::array kept{"ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH"};
    std::vector<std::string> environment;
    for (const char *name : kept) {
        if (const char *value = std::getenv(name))
            environment.push_back(std::string(name) + '=' + value);
    }
    return environment;
}

/// Starts the program with the file as its input and the pipe as its output, and nothing else that is open here.
Result<pid_t> start(const std::filesystem::path &program, int file, int output)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    std::string name = program.string();
    char *arguments[]{name.data(), nullptr};
    std::vector<std::string> environment = bareEnvironment();
    std::vector<char *> variables;
    for (std::string &variable : environment)
        variables.push_back(variable.data());
    variables.push_back(nullptr);
    pid_t pid = -1;
    const int failure = ::posix_spawn(&pid, program.c_str(), &actions, nullptr, arguments, variables.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0)
        return error("Files of this kind are read by a program of their own, which cannot be started: %1 (%2).",
                     {printable(name), systemReason(failure)});
    return pid;
}

enum class Ending { whole, tooLate, tooLong, stopped };

/// Appends what comes until nobody writes any more.
Ending readAll(int pipe, Clock::time_point end, std::size_t limit, const std::stop_token &stop, std::string &answer)
{
    constexpr std::size_t readAtOnce = 1u << 18;
    constexpr std::int64_t longestWait = 20; // ms, after which it is looked whether somebody asked to stop
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd asked{pipe, POLLIN, 0};
        if (stop.stop_requested())
            return Ending::stopped;
        if (left <= 0)
            return Ending::tooLate;
        if (::poll(&asked, 1, int(std::min<std::int64_t>(left, longestWait))) <= 0)
            continue; // nothing yet, too late, or a signal that means nothing here
        const std::size_t had = answer.size();
        answer.resize(had + readAtOnce);
        const ssize_t got = ::read(pipe, answer.data() + had, readAtOnce);
        answer.resize(had + std::size_t(std::max<ssize_t>(got, 0)));
        if (got == 0 || (got < 0 && errno != EINTR))
            return Ending::whole;
        if (answer.size() > limit)
            return Ending::tooLong;
    }
}

Error brokeOff(int status)
{
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        return error("Reading the file took too much of the processor's time and was stopped: the file is damaged.");
    return error("The program that reads this kind of file broke off (%1): the file is damaged, or made to do harm.",
                 {WIFSIGNALED(status) ? sentence("signal %1", {std::to_string(WTERMSIG(status))})
                                      : sentence("status %1", {std::to_string(WEXITSTATUS(status))})});
}

} // namespace

std::filesystem::path importerPath()
{
    if (const char *said = std::getenv("GATESCOPE_IMPORT"); said && *said)
        return said;
    return programFolder() / "gatescope_import";
}

Result<ImportAnswer> importInOwnProcess(const std::filesystem::path &file, const ImporterLimits &limits,
                                        const std::stop_token &stop)
{
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    int ends[2]{-1, -1};
    if (!opened.isOpen() || ::pipe2(ends, O_CLOEXEC) != 0)
        return error("Cannot read %1: %2.", {printable(file.string()), systemReason(errno)});
    const Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    const Result<pid_t> pid = start(importerPath(), opened.number(), to.number());
    if (!pid)
        return pid.error();
    Child child(*pid);
    to.close(); // so that the pipe ends with the program

    const auto end = Clock::now() + std::chrono::seconds(limits.seconds);
    std::string answer;
    const Ending ending = readAll(from.number(), end, limits.bytes, stop, answer);
    const std::optional<int> status = ending == Ending::whole ? child.endedBy(end, stop) : std::nullopt;
    if (const auto on = goesOn(stop); !on)
        return on.error();
    if (ending == Ending::tooLong)
        return error("The file holds more than %1 bytes, the most that is read here.", {std::to_string(limits.bytes)});
    if (!status)
        return error("Reading the file took more than %1 seconds and was stopped.", {std::to_string(limits.seconds)});
    if (!WIFEXITED(*status) || WEXITSTATUS(*status) != 0)
        return brokeOff(*status);
    return readImportAnswer(answer);
}

} // namespace gatescope
