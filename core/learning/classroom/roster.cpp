// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/classroom/roster.h"

#include <algorithm>

namespace gatescope {

Roster::Roster(std::vector<ClassName> nicknames, int most) : m_nicknames(std::move(nicknames)), m_most(most)
{
    if (m_nicknames.empty())
        m_nicknames.push_back({"Phone", "phone"});
}

const Phone *Roster::phone(int number) const
{
    const auto found = std::ranges::find(m_phones, number, &Phone::number);
    return found == m_phones.end() ? nullptr : &*found;
}

Phone *Roster::find(int number)
{
    const auto found = std::ranges::find(m_phones, number, &Phone::number);
    return found == m_phones.end() ? nullptr : &*found;
}

bool Roster::isTaken(const std::string &key, int except) const
{
    return std::ranges::any_of(m_phones,
                               [&](const Phone &phone) { return phone.number != except && phone.name.key == key; });
}

/// "Otter", and once all are given "Otter 2".
ClassName Roster::nextNickname() const
{
    for (int round = 1;; ++round)
        for (const ClassName &word : m_nicknames) {
            const std::string behind = round == 1 ? std::string() : ' ' + std::to_string(round);
            if (!isTaken(word.key + behind))
                return {word.shown + behind, word.key + behind};
        }
}

/// Of a full class those go first that came, said nothing and went: whoever joins a hundred times keeps nobody out.
bool Roster::makeRoom()
{
    if (int(m_phones.size()) < m_most)
        return true;
    const auto idle = std::ranges::find_if(
        m_phones, [](const Phone &phone) { return phone.lines == 0 && !phone.hasAnswered && !phone.isRemoved; });
    if (idle == m_phones.end())
        return false;
    m_tokens.erase(m_tokens.begin() + (idle - m_phones.begin()));
    m_phones.erase(idle);
    return true;
}

Roster::Admission Roster::enter(const std::string &token, const std::optional<ClassName> &name)
{
    if (const auto known = std::ranges::find(m_tokens, token); known != m_tokens.end()) {
        Phone &phone = m_phones[std::size_t(known - m_tokens.begin())];
        if (phone.isRemoved)
            return {Entry::removed, 0};
        ++phone.lines;
        return {Entry::cameBack, phone.number};
    }
    if (m_isLocked)
        return {Entry::locked, 0};
    if (!m_areNicknamesGiven && !name)
        return {Entry::wantsName, 0};
    if (!m_areNicknamesGiven && isTaken(name->key))
        return {Entry::nameTaken, 0};
    if (!makeRoom())
        return {Entry::full, 0};
    Phone phone;
    phone.number = ++m_lastNumber;
    phone.name = m_areNicknamesGiven ? nextNickname() : *name;
    phone.lines = 1;
    m_phones.push_back(std::move(phone));
    m_tokens.push_back(token);
    return {Entry::joined, m_lastNumber};
}

void Roster::leave(int number)
{
    if (Phone *phone = find(number); phone && phone->lines > 0)
        --phone->lines;
}

bool Roster::rename(int number, const ClassName &name)
{
    Phone *phone = find(number);
    if (!phone || isTaken(name.key, number))
        return false;
    phone->name = name;
    return true;
}

void Roster::remove(int number)
{
    if (Phone *phone = find(number))
        phone->isRemoved = true;
}

void Roster::letInAgain(int number)
{
    if (Phone *phone = find(number))
        phone->isRemoved = false;
}

void Roster::noteAnswer(int number)
{
    if (Phone *phone = find(number))
        phone->hasAnswered = true;
}

int Roster::present() const
{
    return int(std::ranges::count_if(m_phones, [](const Phone &phone) { return phone.lines > 0 && !phone.isRemoved; }));
}

} // namespace gatescope
