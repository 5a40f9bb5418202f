// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/class/class_memory.h"

#include "core/base/file.h"
#include "core/io/text_encoding.h"
#include "core/learning/exchange/words.h"
#include "core/learning/quiz/class_list.h"

namespace gatescope {

ClassMemory::ClassMemory(std::filesystem::path folder) : m_folder(std::move(folder))
{
    if (m_folder.empty())
        return;
    readList();
    auto read = readProgress(answersFile());
    if (read)
        m_progress = std::move(*read);
    else
        m_unreadable = read.error();
}

/// What an editor wrote in its own way is the same list: it is not written anew before somebody changes it.
void ClassMemory::readList()
{
    std::error_code problem;
    if (!std::filesystem::exists(listFile(), problem))
        return;
    const auto bytes = readFile(listFile(), largestClassList);
    const auto text = bytes ? toUtf8(*bytes) : bytes;
    if (text)
        m_list = plainLineEnds(*text);
    else if (bytes)
        m_unreadableList = inPlace(printable(listFile().string()), text.error());
    else
        m_unreadableList = bytes.error();
}

std::filesystem::path ClassMemory::asideFile() const
{
    std::error_code problem;
    std::filesystem::path file = m_folder / "names-unreadable.txt";
    for (int number = 2; std::filesystem::exists(file, problem); ++number)
        file = m_folder / ("names-unreadable-" + std::to_string(number) + ".txt");
    return file;
}

Result<void> ClassMemory::setAside()
{
    if (!m_unreadableList)
        return {};
    std::error_code problem;
    std::filesystem::rename(listFile(), asideFile(), problem);
    if (problem && problem != std::errc::no_such_file_or_directory)
        return error("Cannot rename %1: %2.", {printable(listFile().string()), problem.message()});
    m_unreadableList.reset();
    return {};
}

std::vector<std::string> ClassMemory::names() const
{
    const auto names = studentsIn(m_list);
    return names ? *names : std::vector<std::string>();
}

Result<void> ClassMemory::makeFolder() const
{
    std::error_code problem;
    std::filesystem::create_directories(m_folder, problem);
    if (problem)
        return error("Cannot make the folder %1: %2.", {printable(m_folder.string()), problem.message()});
    return {};
}

Result<void> ClassMemory::setList(const std::string &text)
{
    const bool isEmpty = stripped(text).empty();
    if (const auto names = studentsIn(text); !isEmpty && !names)
        return names.error();
    const std::string list = isEmpty ? std::string() : text;
    if (list == m_list)
        return {};
    if (!m_folder.empty())
        if (const auto kept = keepList(list); !kept)
            return kept; // and asked to keep it again it tries again
    m_list = list;
    return {};
}

Result<void> ClassMemory::keepList(const std::string &list)
{
    if (const auto made = makeFolder(); !made)
        return made;
    if (const auto aside = setAside(); !aside)
        return aside;
    if (!list.empty())
        return writeFileAtomically(listFile(), list);
    std::error_code problem;
    std::filesystem::remove(listFile(), problem);
    if (problem)
        return error("Cannot delete %1: %2.", {printable(listFile().string()), problem.message()});
    return {};
}

Result<void> ClassMemory::write()
{
    if (m_folder.empty())
        return {};
    if (m_unreadable)
        return *m_unreadable;
    const auto made = makeFolder();
    return made ? writeProgress(answersFile(), m_progress) : made;
}

Result<void> ClassMemory::note(const Question &question, bool right)
{
    m_progress.note(question, right);
    return write();
}

Result<void> ClassMemory::noteChallenge(int right)
{
    m_progress.noteChallenge(right);
    return write();
}

Result<void> ClassMemory::forgetAnswers()
{
    if (!m_folder.empty())
        if (const auto erased = eraseProgress(answersFile()); !erased)
            return erased;
    m_progress = Progress();
    m_unreadable.reset();
    return {};
}

} // namespace gatescope
