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
    const std::string name = file.string();
    std::string sentence = error.english();
    if (sentence.find(name) != std::string::npos)
        return fail(code, sentence);
    // A sentence shortens a long name, and shows no control character; the line has the whole name in its place.
    const std::string shown = printable(name);
    const std::size_t at = sentence.find(shown);
    if (at == std::string::npos)
        return fail(code, name + ": " + sentence);
    return fail(code, sentence.replace(at, shown.size(), name));
}

} // namespace gatescope
