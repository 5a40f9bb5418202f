// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// What a phone is called, and what of it no other phone's name may be like: upper and lower case are the same there.
struct ClassName {
    std::string shown;
    std::string key;

    bool operator==(const ClassName &) const = default;
};

/// A phone of the class. Its number is given once and stays, however often the phone goes and comes back.
struct Phone {
    int number = 0; ///< from 1
    ClassName name;
    int lines = 0; ///< that are open; 0: it is away
    bool isRemoved = false;
    bool hasAnswered = false; ///< anything so far
};

/// What becomes of a phone that wants in.
enum class Entry {
    joined,
    cameBack,
    wantsName, ///< phones bring their names, and this one has none yet
    nameTaken,
    locked, ///< nobody new may join
    full,
    removed ///< by the teacher
};

/// Who is in the class with a phone. A phone proves who it is by a token that it made itself, and comes back to its
/// place with it; nothing here is ever written to a file.
class Roster
{
public:
    struct Admission {
        Entry entry = Entry::full;
        int phone = 0; ///< its number, where it is in
    };

    /// `nicknames`: given out in this order, and then again with numbers behind them.
    explicit Roster(std::vector<ClassName> nicknames = {}, int most = 600);

    /// A line of the phone that has this token is open. Where names are brought, a new phone needs one.
    Admission enter(const std::string &token, const std::optional<ClassName> &name = {});
    /// A line of the phone is closed.
    void leave(int phone);

    /// Phones get nicknames (as from the start), or bring a name of their own.
    void setNicknamesGiven(bool given) { m_areNicknamesGiven = given; }
    bool areNicknamesGiven() const { return m_areNicknamesGiven; }
    void setLocked(bool locked) { m_isLocked = locked; }
    bool isLocked() const { return m_isLocked; }
    /// False where another phone has a name like it.
    bool rename(int phone, const ClassName &name);
    /// It stays out, with its token, until it is let in again.
    void remove(int phone);
    void letInAgain(int phone);
    void noteAnswer(int phone);

    const std::vector<Phone> &phones() const { return m_phones; }
    /// Null where there is none of that number.
    const Phone *phone(int number) const;
    /// Phones with an open line that are not removed.
    int present() const;

private:
    Phone *find(int number);
    bool isTaken(const std::string &key, int except = 0) const;
    ClassName nextNickname() const;
    bool makeRoom();

    std::vector<ClassName> m_nicknames;
    int m_most;
    bool m_areNicknamesGiven = true;
    bool m_isLocked = false;
    int m_lastNumber = 0;
    std::vector<Phone> m_phones;       ///< in the order in which they came
    std::vector<std::string> m_tokens; ///< of each of them
};

} // namespace gatescope
