// SPDX-License-Identifier: GPL-3.0-or-later

// planted_call NAME: takes the place of gatescope_import in a test. It limits its calls as that one does and then does
// what a library could be made to do by a hostile file. Built without sanitizers, which would need calls of their own.

#include "app/importer/system_calls.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

/// What gatescope_import answers where it refuses a file.
void answer(const std::string &why)
{
    const std::string header = R"({"__metadata__":{"refusal":"[\")" + why + R"(\"]"}})";
    std::vector<char> length(8);
    length[0] = char(header.size());
    std::fwrite(length.data(), 1, length.size(), stdout);
    std::fwrite(header.data(), 1, header.size(), stdout);
    std::fflush(stdout);
}

void doIt(const std::string &name)
{
    if (name == "socket")
        ::socket(AF_INET, SOCK_STREAM, 0);
    else if (name == "fork")
        ::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr);
    else if (name == "execute")
        ::execl("/bin/true", "true", nullptr);
    else if (name == "kill")
        ::kill(::getppid(), 0);
    else if (name == "remove")
        ::unlinkat(AT_FDCWD, "/nowhere", 0);
    else if (name == "run memory")
        ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    else if (name == "write elsewhere")
        static_cast<void>(!::write(STDIN_FILENO, "x", 1));
    else if (name == "seek")
        ::lseek(STDIN_FILENO, 0, SEEK_SET);
    else if (name == "open")
        answer(::open("/etc/passwd", O_RDONLY) < 0 ? "nothing is there" : "it is open");
    else if (name == "memory")
        answer(std::string(50u << 20, ' ').empty() ? "none" : "there is memory");
}

} // namespace

int main(int count, char **arguments)
{
    gatescope::allowOnlyReading();
    doIt(count > 1 ? arguments[1] : "");
    std::_Exit(EXIT_SUCCESS);
}
