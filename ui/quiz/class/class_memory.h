// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/quiz/progress.h"

namespace gatescope {

/// A class that is taught again and again: who is in it, and what its raised hands have answered. Both lie in a folder
/// of their own, apart from what single learners have done; without a folder they are forgotten when the program ends.
class ClassMemory
{
public:
    explicit ClassMemory(std::filesystem::path folder = {});

    /// The list of names as it was written, see studentsIn(); empty: there is none.
    const std::string &list() const { return m_list; }
    /// None where the list is empty, or where somebody has spoilt its file.
    std::vector<std::string> names() const;
    /// An empty text takes the file away. Refuses what is no list. A file that could not be read is set aside first.
    Result<void> setList(const std::string &text);
    /// Why the file of the names could not be read; none where it could.
    const std::optional<Error> &unreadableList() const { return m_unreadableList; }
    /// Where that file comes to lie when another list is kept.
    std::filesystem::path asideFile() const;

    const Progress &progress() const { return m_progress; }
    /// Most of the hands were right, or not.
    Result<void> note(const Question &question, bool right);
    /// So many questions in a row were right in a challenge.
    Result<void> noteChallenge(int right);
    /// What was asked is forgotten, the names stay.
    Result<void> forgetAnswers();

private:
    std::filesystem::path listFile() const { return m_folder / "names.txt"; }
    std::filesystem::path answersFile() const { return m_folder / "answers.json"; }
    Result<void> makeFolder() const;
    void readList();
    Result<void> setAside();
    Result<void> keepList(const std::string &list);
    Result<void> write();

    std::filesystem::path m_folder;
    std::string m_list;
    std::optional<Error> m_unreadableList;
    Progress m_progress;
    std::optional<Error> m_unreadable; ///< the answers there: they are not written over
};

} // namespace gatescope
