// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/torch/pickle.h"

#include <unordered_map>

namespace gatescope {

/// Python's machine for pickles, except that it makes nothing: what its instructions do to the bytes, the stack, the
/// memo and the values. The first failure is kept; after it everything does something harmless, until somebody looks.
class PickleMachine
{
public:
    explicit PickleMachine(std::string_view bytes) : m_bytes(bytes) { m_pickle.nodes.emplace_back(); }

    std::size_t at() const { return m_at; } ///< the byte that is read next
    const std::optional<Error> &failure() const { return m_failure; }
    void fail(const Error &why);
    bool isDone() const { return m_isDone; }
    void stop() { m_isDone = true; }
    /// The value that is left on the stack, with all that it is made of; or the failure.
    Result<Pickle> finished() &&;

    // What comes next in the bytes.
    std::string_view take(std::size_t count);
    std::uint64_t number(std::size_t bytes);
    std::string_view line();

    // The stack. Node 0 is None and stands in for what is missing.
    void push(PickleRef ref);
    void push(PickleNode node);
    PickleRef pop();
    PickleRef top();
    std::vector<PickleRef> pop(std::size_t count);
    void mark() { m_marks.push_back(m_stack.size()); }
    std::vector<PickleRef> popToMark();

    // Values, put onto it.
    void pushInteger(std::int64_t value) { push({.kind = PickleKind::integer, .integer = value}); }
    void pushText(std::size_t lengthBytes);
    void pushName(std::string_view module, std::string_view name);
    void pushNameOfLines();
    void pushNameOfStack();
    void pushDict(const std::vector<PickleRef> &keysAndValues);
    void pushAll(PickleKind kind, std::vector<PickleRef> elements);
    void pushLong(std::size_t lengthBytes);
    void pushReal();

    // The one on top.
    void append(const std::vector<PickleRef> &elements);
    void setItems(const std::vector<PickleRef> &keysAndValues);
    void setState(PickleRef state);
    void remember(std::uint64_t place);
    void rememberNext() { remember(m_memo.size()); }
    void recall(std::uint64_t place);

private:
    void failAsTooLarge();
    PickleNode &topNode() { return m_pickle.nodes[top()]; }

    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_isDone = false;
    std::optional<Error> m_failure;
    Pickle m_pickle;
    std::vector<PickleRef> m_stack;
    std::vector<std::size_t> m_marks; ///< lengths that the stack had
    std::unordered_map<std::uint64_t, PickleRef> m_memo;
};

} // namespace gatescope
