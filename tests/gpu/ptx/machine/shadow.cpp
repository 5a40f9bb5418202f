// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/shadow.h"

#include <algorithm>
#include <utility>

namespace gatescope::ptx {

namespace {

constexpr std::uint8_t wholeWord = 15;

/// Whether nothing orders an earlier touch and this one.
bool areUnordered(const Touch &earlier, const Touch &now)
{
    if (earlier.launch != now.launch || (earlier.isAtOnce && now.isAtOnce))
        return false;
    if (earlier.block != now.block)
        return true;
    return earlier.thread != now.thread && earlier.meetings == now.meetings;
}

std::string race(const char *did, const Touch &other)
{
    return std::string("a race: thread ") + std::to_string(other.thread) + " of block " + std::to_string(other.block)
        + " " + did + " the same memory, and nothing orders the two";
}

/// work(word, bits) for the words that hold some bytes.
template<typename Work>
void forEachWord(std::size_t at, std::size_t bytes, const Work &work)
{
    const std::size_t end = at + bytes;
    while (at < end) {
        const std::size_t next = std::min(end, (at / 4 + 1) * 4);
        work(at / 4, std::uint8_t(((1u << (next - at)) - 1) << at % 4));
        at = next;
    }
}

} // namespace

Shadow::Shadow(std::size_t bytes, std::size_t grain) : m_bytes(bytes), m_grain(grain) { }

bool Shadow::isWritten(std::size_t at, std::size_t bytes) const
{
    if (m_written.empty())
        return bytes == 0;
    bool all = true;
    if (at % 4 == 0 && bytes % 4 == 0) {
        for (std::size_t word = at / 4; word < (at + bytes) / 4; ++word)
            all = all && m_written[word] == wholeWord;
        return all;
    }
    forEachWord(at, bytes, [&](std::size_t word, std::uint8_t bits) { all = all && (m_written[word] & bits) == bits; });
    return all;
}

void Shadow::setWritten(std::size_t at, std::size_t bytes, bool written)
{
    if (m_written.empty())
        m_written.resize((m_bytes + 3) / 4);
    if (at % 4 == 0 && bytes % 4 == 0) {
        std::fill_n(m_written.begin() + std::ptrdiff_t(at / 4), bytes / 4, written ? wholeWord : std::uint8_t(0));
        return;
    }
    forEachWord(at, bytes, [&](std::size_t word, std::uint8_t bits) {
        m_written[word] = std::uint8_t(written ? m_written[word] | bits : m_written[word] & ~bits);
    });
}

void Shadow::copyWritten(std::size_t at, const Shadow &from, std::size_t fromAt, std::size_t bytes)
{
    for (std::size_t i = 0; i < bytes; i += 4)
        setWritten(at + i, std::min<std::size_t>(4, bytes - i),
                   from.isWritten(fromAt + i, std::min<std::size_t>(4, bytes - i)));
}

std::string Shadow::reads(std::size_t at, std::size_t bytes, const Touch &touch)
{
    if (m_grains.empty())
        m_grains.resize((m_bytes + m_grain - 1) / m_grain);
    for (std::size_t each = at / m_grain; each * m_grain < at + bytes; ++each) {
        if (areUnordered(m_grains[each].writer, touch))
            return race("writes", m_grains[each].writer);
        m_grains[each].isReadBy(touch);
    }
    return isWritten(at, bytes) ? std::string() : "it reads memory that nobody has written";
}

std::string Shadow::writes(std::size_t at, std::size_t bytes, const Touch &touch)
{
    if (m_grains.empty())
        m_grains.resize((m_bytes + m_grain - 1) / m_grain);
    for (std::size_t each = at / m_grain; each * m_grain < at + bytes; ++each) {
        Grain &grain = m_grains[each];
        if (areUnordered(grain.writer, touch))
            return race("writes", grain.writer);
        const Touch &reader = grain.reader;
        const bool isOneOfMany = reader.launch == touch.launch && !(reader.isAtOnce && touch.isAtOnce)
            && (grain.isReadByManyBlocks || (grain.hasManyReaders && reader.meetings == touch.meetings));
        if (isOneOfMany || areUnordered(reader, touch))
            return race("reads", reader);
        grain.writer = touch;
    }
    setWritten(at, bytes, true);
    return {};
}

void Shadow::Grain::isReadBy(const Touch &touch)
{
    const Touch before = std::exchange(reader, touch);
    if (before.launch != touch.launch) {
        hasManyReaders = isReadByManyBlocks = false;
        return;
    }
    reader.isAtOnce = before.isAtOnce && touch.isAtOnce;
    const bool isSameBlock = before.block == touch.block;
    isReadByManyBlocks = isReadByManyBlocks || !isSameBlock;
    if (isSameBlock && before.meetings != touch.meetings)
        hasManyReaders = false;
    else
        hasManyReaders = hasManyReaders || before.thread != touch.thread;
}

} // namespace gatescope::ptx
