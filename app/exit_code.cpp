// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exit_code.h"

#include "core/base/controls.h"

#include <algorithm>
#include <iostream>

namespace gatescope {

void note(const std::string &sentence)
{
    std::string line = sentence;
    std::ranges::replace(line, '\n', ' ');
    std::cerr << "gatescope: " << withoutControls(line) << std::endl; // names of files may hold anything
}

ExitCode fail(ExitCode code, const std::string &sentence)
{
    note(sentence);
    return code;
}

ExitCode fail(ExitCode code, const std::filesystem::path &file, const Error &error)
{
    const std::string sentence = error.english();
    if (sentence.find(file.string()) != std::string::npos)
        return fail(code, sentence);
    return fail(code, file.string() + ": " + sentence);
}

} // namespace gatescope
