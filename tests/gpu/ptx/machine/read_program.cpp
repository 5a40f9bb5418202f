// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/read_program.h"

#include "tests/gpu/ptx/machine/words.h"

namespace gatescope::ptx {

Program::Program(std::string_view text)
{
    std::vector<SourceLine> *entry = nullptr;
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        std::string_view line = trimmed(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (line.starts_with(".visible"))
            takeWord(line);
        if (line.starts_with(".entry")) {
            std::string_view rest = line;
            takeWord(rest);
            entry = &m_entries[std::string(trimmed(rest.substr(0, rest.find('('))))];
        }
        if (!line.empty())
            (entry ? *entry : m_declared).push_back({number, line});
        if (line.starts_with('}') && entry)
            entry = nullptr;
    }
}

std::vector<std::string> Program::names() const
{
    std::vector<std::string> names;
    for (const auto &[name, lines] : m_entries)
        names.push_back(name);
    return names;
}

std::variant<std::shared_ptr<const Kernel>, std::string> Program::kernel(const std::string &name,
                                                                         const LeftOut &leftOut) const
{
    const auto entry = m_entries.find(name);
    if (entry == m_entries.end())
        return "there is no kernel " + name;
    std::vector<SourceLine> lines = entry->second;
    int nth = 0;
    if (!leftOut.instruction.empty())
        std::erase_if(lines, [&](const SourceLine &line) {
            return line.text.starts_with(leftOut.instruction) && nth++ == leftOut.nth;
        });
    return readKernel(name, m_declared, lines);
}

} // namespace gatescope::ptx
