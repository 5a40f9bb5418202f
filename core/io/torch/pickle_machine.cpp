// SPDX-License-Identifier: GPL-3.0-or-later
// What the machine for pickles reads with, and its stack and memo.
#include "core/io/torch/pickle_machine.h"

namespace gatescope {

namespace {

constexpr std::size_t mostNodes = 1'000'000;

} // namespace

Result<Pickle> PickleMachine::finished() &&
{
    m_pickle.root = pop();
    m_pickle.length = m_at;
    if (m_failure)
        return *m_failure;
    return std::move(m_pickle);
}

void PickleMachine::fail(const Error &why)
{
    if (!m_failure)
        m_failure = why;
}

std::string_view PickleMachine::take(std::size_t count)
{
    const std::size_t left = m_bytes.size() - m_at;
    if (count > left) {
        fail(error("The pickle ends too early: from byte %1 on it needs %2 more, and there are %3.",
                   {std::to_string(m_at), std::to_string(count), std::to_string(left)}));
        return {};
    }
    const std::string_view taken = m_bytes.substr(m_at, count);
    m_at += count;
    return taken;
}

std::uint64_t PickleMachine::number(std::size_t bytes)
{
    std::uint64_t value = 0;
    const std::string_view taken = take(bytes);
    for (std::size_t i = 0; i < taken.size(); ++i)
        value |= std::uint64_t{static_cast<unsigned char>(taken[i])} << (8 * i);
    return value;
}

std::string_view PickleMachine::line()
{
    const std::size_t end = m_bytes.find('\n', m_at);
    const std::string_view all = take((end == std::string_view::npos ? m_bytes.size() : end) - m_at + 1);
    return all.substr(0, all.empty() ? 0 : all.size() - 1);
}

void PickleMachine::failAsTooLarge()
{
    fail(error("The pickle holds more than %1 values.", {std::to_string(mostNodes)}));
}

void PickleMachine::push(PickleRef ref)
{
    if (m_stack.size() >= mostNodes)
        failAsTooLarge();
    else
        m_stack.push_back(ref);
}

void PickleMachine::push(PickleNode node)
{
    if (m_pickle.nodes.size() >= mostNodes)
        failAsTooLarge();
    else
        m_pickle.nodes.push_back(std::move(node));
    push(m_pickle.nodes.size() - 1);
}

PickleRef PickleMachine::pop()
{
    const PickleRef ref = top();
    if (!m_failure)
        m_stack.pop_back();
    return ref;
}

PickleRef PickleMachine::top()
{
    const std::size_t bottom = m_marks.empty() ? 0 : m_marks.back();
    if (m_stack.size() > bottom)
        return m_stack.back();
    fail(error("The pickle takes a value before byte %1 that it has not put down.", {std::to_string(m_at)}));
    return 0;
}

std::vector<PickleRef> PickleMachine::pop(std::size_t count)
{
    std::vector<PickleRef> popped(count);
    for (std::size_t i = count; i > 0; --i)
        popped[i - 1] = pop();
    return popped;
}

std::vector<PickleRef> PickleMachine::popToMark()
{
    if (m_marks.empty()) {
        fail(error("The pickle takes a value before byte %1 that it has not put down.", {std::to_string(m_at)}));
        return {};
    }
    const auto first = m_stack.begin() + std::ptrdiff_t(m_marks.back());
    std::vector<PickleRef> popped(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    m_marks.pop_back();
    return popped;
}

void PickleMachine::remember(std::uint64_t place)
{
    if (m_memo.size() >= mostNodes)
        failAsTooLarge();
    else
        m_memo[place] = top();
}

void PickleMachine::recall(std::uint64_t place)
{
    const auto found = m_memo.find(place);
    if (found == m_memo.end())
        fail(error("The pickle recalls a value before byte %1 that it has not put down.", {std::to_string(m_at)}));
    push(found == m_memo.end() ? 0 : found->second);
}

} // namespace gatescope
