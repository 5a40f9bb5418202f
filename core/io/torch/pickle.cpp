// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/pickle.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace gatescope {

namespace {

constexpr std::size_t mostNodes = 1'000'000;

/// Python's machine for pickles, except that it makes nothing: Lib/pickletools.py says what each instruction does. The
/// first failure is kept; after it every instruction does something harmless, until read() sees it.
class PickleReader
{
public:
    explicit PickleReader(std::string_view bytes) : m_bytes(bytes) { m_pickle.nodes.emplace_back(); }

    Result<Pickle> read();

private:
    struct Instruction {
        unsigned char code;
        void (*work)(PickleReader &);
    };
    static const Instruction instructions[];

    void fail(const Error &why);
    void failAsTooLarge();
    // What comes next in the bytes.
    std::string_view take(std::size_t count);
    std::uint64_t number(std::size_t bytes);
    std::string_view line();

    // The stack. Node 0 is None and stands in for what is missing.
    void push(PickleRef ref);
    void push(PickleNode node);
    PickleRef pop();
    PickleRef top();
    PickleNode &topNode() { return m_pickle.nodes[top()]; }
    std::vector<PickleRef> pop(std::size_t count);
    std::vector<PickleRef> popToMark();

    void pushInteger(std::int64_t value) { push({.kind = PickleKind::integer, .integer = value}); }
    void pushText(std::size_t lengthBytes);
    void pushName(std::string_view module, std::string_view name);
    void pushNameOfLines();
    void pushNameOfStack();
    void pushDict(const std::vector<PickleRef> &keysAndValues);
    void pushAll(PickleKind kind, std::vector<PickleRef> elements);
    void pushLong(std::size_t lengthBytes);
    void pushReal();
    void append(const std::vector<PickleRef> &elements);
    void setItems(const std::vector<PickleRef> &keysAndValues);
    void setState(PickleRef state);
    void remember(std::uint64_t place);
    void recall(std::uint64_t place);

    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_isDone = false;
    std::optional<Error> m_failure;
    Pickle m_pickle;
    std::vector<PickleRef> m_stack;
    std::vector<std::size_t> m_marks; ///< lengths that the stack had
    std::unordered_map<std::uint64_t, PickleRef> m_memo;
};

// A row for each instruction that is known.
// clang-format off
const PickleReader::Instruction PickleReader::instructions[] = {
    {'J', [](PickleReader &r) { r.pushInteger(std::int32_t(r.number(4))); }},  // BININT
    {'K', [](PickleReader &r) { r.pushInteger(std::int64_t(r.number(1))); }},  // BININT1
    {'M', [](PickleReader &r) { r.pushInteger(std::int64_t(r.number(2))); }},  // BININT2
    {0x8a, [](PickleReader &r) { r.pushLong(1); }},                            // LONG1
    {0x8b, [](PickleReader &r) { r.pushLong(4); }},                            // LONG4
    {'G', [](PickleReader &r) { r.pushReal(); }},                              // BINFLOAT
    {'U', [](PickleReader &r) { r.pushText(1); }},                             // SHORT_BINSTRING
    {'T', [](PickleReader &r) { r.pushText(4); }},                             // BINSTRING
    {'C', [](PickleReader &r) { r.pushText(1); }},                             // SHORT_BINBYTES
    {'B', [](PickleReader &r) { r.pushText(4); }},                             // BINBYTES
    {0x8e, [](PickleReader &r) { r.pushText(8); }},                            // BINBYTES8
    {0x96, [](PickleReader &r) { r.pushText(8); }},                            // BYTEARRAY8
    {0x8c, [](PickleReader &r) { r.pushText(1); }},                            // SHORT_BINUNICODE
    {'X', [](PickleReader &r) { r.pushText(4); }},                             // BINUNICODE
    {0x8d, [](PickleReader &r) { r.pushText(8); }},                            // BINUNICODE8
    {'N', [](PickleReader &r) { r.push(PickleNode{}); }},                      // NONE
    {0x88, [](PickleReader &r) { r.pushInteger(1); }},                         // NEWTRUE
    {0x89, [](PickleReader &r) { r.pushInteger(0); }},                         // NEWFALSE
    {']', [](PickleReader &r) { r.pushAll(PickleKind::list, {}); }},           // EMPTY_LIST
    {'a', [](PickleReader &r) { r.append(r.pop(1)); }},                        // APPEND
    {'e', [](PickleReader &r) { r.append(r.popToMark()); }},                   // APPENDS
    {'l', [](PickleReader &r) { r.pushAll(PickleKind::list, r.popToMark()); }},  // LIST
    {')', [](PickleReader &r) { r.pushAll(PickleKind::tuple, {}); }},          // EMPTY_TUPLE
    {'t', [](PickleReader &r) { r.pushAll(PickleKind::tuple, r.popToMark()); }}, // TUPLE
    {0x85, [](PickleReader &r) { r.pushAll(PickleKind::tuple, r.pop(1)); }},   // TUPLE1
    {0x86, [](PickleReader &r) { r.pushAll(PickleKind::tuple, r.pop(2)); }},   // TUPLE2
    {0x87, [](PickleReader &r) { r.pushAll(PickleKind::tuple, r.pop(3)); }},   // TUPLE3
    {'}', [](PickleReader &r) { r.pushAll(PickleKind::dict, {}); }},           // EMPTY_DICT
    {'d', [](PickleReader &r) { r.pushDict(r.popToMark()); }},                 // DICT
    {'s', [](PickleReader &r) { r.setItems(r.pop(2)); }},                      // SETITEM
    {'u', [](PickleReader &r) { r.setItems(r.popToMark()); }},                 // SETITEMS
    {0x8f, [](PickleReader &r) { r.pushAll(PickleKind::list, {}); }},          // EMPTY_SET
    {0x90, [](PickleReader &r) { r.append(r.popToMark()); }},                  // ADDITEMS
    {0x91, [](PickleReader &r) { r.pushAll(PickleKind::list, r.popToMark()); }}, // FROZENSET
    {'0', [](PickleReader &r) { r.pop(); }},                                   // POP
    {'2', [](PickleReader &r) { r.push(r.top()); }},                           // DUP
    {'(', [](PickleReader &r) { r.m_marks.push_back(r.m_stack.size()); }},     // MARK
    {'1', [](PickleReader &r) { r.popToMark(); }},                             // POP_MARK
    {'h', [](PickleReader &r) { r.recall(r.number(1)); }},                     // BINGET
    {'j', [](PickleReader &r) { r.recall(r.number(4)); }},                     // LONG_BINGET
    {'q', [](PickleReader &r) { r.remember(r.number(1)); }},                   // BINPUT
    {'r', [](PickleReader &r) { r.remember(r.number(4)); }},                   // LONG_BINPUT
    {0x94, [](PickleReader &r) { r.remember(r.m_memo.size()); }},              // MEMOIZE
    {'c', [](PickleReader &r) { r.pushNameOfLines(); }},                       // GLOBAL
    {0x93, [](PickleReader &r) { r.pushNameOfStack(); }},                      // STACK_GLOBAL
    {'R', [](PickleReader &r) { r.pushAll(PickleKind::object, r.pop(2)); }},   // REDUCE
    {0x81, [](PickleReader &r) { r.pushAll(PickleKind::object, r.pop(2)); }},  // NEWOBJ
    {0x92, [](PickleReader &r) { r.pushAll(PickleKind::object, r.pop(3)); }},  // NEWOBJ_EX
    {'b', [](PickleReader &r) { r.setState(r.pop()); }},                       // BUILD
    {'Q', [](PickleReader &r) { r.pushAll(PickleKind::stored, r.pop(1)); }},   // BINPERSID
    {0x80, [](PickleReader &r) { r.take(1); }},                                // PROTO
    {0x95, [](PickleReader &r) { r.take(8); }},                                // FRAME
    {'.', [](PickleReader &r) { r.m_isDone = true; }},                         // STOP
};
// clang-format on

Result<Pickle> PickleReader::read()
{
    while (!m_isDone && !m_failure) {
        const std::size_t at = m_at;
        const std::string_view code = take(1);
        if (m_failure)
            break;
        const auto byte = static_cast<unsigned char>(code[0]);
        const auto *found = std::ranges::find(instructions, byte, &Instruction::code);
        if (found == std::end(instructions))
            fail(error("The pickle has the instruction %1 at byte %2, which is not read here.",
                       {std::to_string(byte), std::to_string(at)}));
        else
            found->work(*this);
    }
    m_pickle.root = pop();
    m_pickle.length = m_at;
    if (m_failure)
        return *m_failure;
    return std::move(m_pickle);
}

void PickleReader::fail(const Error &why)
{
    if (!m_failure)
        m_failure = why;
}

std::string_view PickleReader::take(std::size_t count)
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

std::uint64_t PickleReader::number(std::size_t bytes)
{
    std::uint64_t value = 0;
    const std::string_view taken = take(bytes);
    for (std::size_t i = 0; i < taken.size(); ++i)
        value |= std::uint64_t{static_cast<unsigned char>(taken[i])} << (8 * i);
    return value;
}

std::string_view PickleReader::line()
{
    const std::size_t end = m_bytes.find('\n', m_at);
    const std::string_view all = take((end == std::string_view::npos ? m_bytes.size() : end) - m_at + 1);
    return all.substr(0, all.empty() ? 0 : all.size() - 1);
}

void PickleReader::failAsTooLarge()
{
    fail(error("The pickle holds more than %1 values.", {std::to_string(mostNodes)}));
}

void PickleReader::push(PickleRef ref)
{
    if (m_stack.size() >= mostNodes)
        failAsTooLarge();
    else
        m_stack.push_back(ref);
}

void PickleReader::push(PickleNode node)
{
    if (m_pickle.nodes.size() >= mostNodes)
        failAsTooLarge();
    else
        m_pickle.nodes.push_back(std::move(node));
    push(m_pickle.nodes.size() - 1);
}

PickleRef PickleReader::pop()
{
    const PickleRef ref = top();
    if (!m_failure)
        m_stack.pop_back();
    return ref;
}

PickleRef PickleReader::top()
{
    const std::size_t bottom = m_marks.empty() ? 0 : m_marks.back();
    if (m_stack.size() > bottom)
        return m_stack.back();
    fail(error("The pickle takes a value before byte %1 that it has not put down.", {std::to_string(m_at)}));
    return 0;
}

std::vector<PickleRef> PickleReader::pop(std::size_t count)
{
    std::vector<PickleRef> popped(count);
    for (std::size_t i = count; i > 0; --i)
        popped[i - 1] = pop();
    return popped;
}

std::vector<PickleRef> PickleReader::popToMark()
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

void PickleReader::pushText(std::size_t lengthBytes)
{
    const std::uint64_t length = number(lengthBytes);
    push({.kind = PickleKind::text, .text = std::string(take(length))});
}

void PickleReader::pushName(std::string_view module, std::string_view name)
{
    push({.kind = PickleKind::name, .text = std::string(module) + "." + std::string(name)});
}

void PickleReader::pushNameOfLines()
{
    const std::string_view module = line();
    pushName(module, line());
}

void PickleReader::pushNameOfStack()
{
    const std::vector<PickleRef> both = pop(2);
    pushName(m_pickle.node(both[0]).text, m_pickle.node(both[1]).text);
}

void PickleReader::pushDict(const std::vector<PickleRef> &keysAndValues)
{
    pushAll(PickleKind::dict, {});
    setItems(keysAndValues);
}

void PickleReader::pushAll(PickleKind kind, std::vector<PickleRef> elements)
{
    push({.kind = kind, .elements = std::move(elements)});
}

/// A whole number of any length, the least byte first, its last bit the sign. What has more than 64 bits is None.
void PickleReader::pushLong(std::size_t lengthBytes)
{
    const std::string_view bytes = take(number(lengthBytes));
    if (bytes.size() > sizeof(std::int64_t)) {
        push(PickleNode{});
        return;
    }
    std::uint64_t value = !bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0x80) ? ~std::uint64_t{0} : 0;
    for (std::size_t i = bytes.size(); i > 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[i - 1]);
    pushInteger(std::bit_cast<std::int64_t>(value));
}

/// The greatest byte first.
void PickleReader::pushReal()
{
    std::uint64_t bits = 0;
    for (const char byte : take(sizeof(bits)))
        bits = bits << 8 | static_cast<unsigned char>(byte);
    push({.kind = PickleKind::real, .real = std::bit_cast<double>(bits)});
}

void PickleReader::append(const std::vector<PickleRef> &elements)
{
    PickleNode &to = topNode();
    if (to.kind == PickleKind::list)
        to.elements.insert(to.elements.end(), elements.begin(), elements.end());
    else if (to.kind != PickleKind::object) // what is like a list holds nothing that is read here
        fail(error("The pickle adds to something before byte %1 that is no list.", {std::to_string(m_at)}));
}

void PickleReader::setItems(const std::vector<PickleRef> &keysAndValues)
{
    PickleNode &to = topNode();
    if ((to.kind != PickleKind::dict && to.kind != PickleKind::object) || keysAndValues.size() % 2 != 0)
        fail(error("The pickle sets entries before byte %1 of something that is no dict.", {std::to_string(m_at)}));
    else
        for (std::size_t i = 0; i < keysAndValues.size(); i += 2)
            to.entries.emplace_back(keysAndValues[i], keysAndValues[i + 1]);
}

void PickleReader::setState(PickleRef state)
{
    topNode().state = state;
}

void PickleReader::remember(std::uint64_t place)
{
    if (m_memo.size() >= mostNodes)
        failAsTooLarge();
    else
        m_memo[place] = top();
}

void PickleReader::recall(std::uint64_t place)
{
    const auto found = m_memo.find(place);
    if (found == m_memo.end())
        fail(error("The pickle recalls a value before byte %1 that it has not put down.", {std::to_string(m_at)}));
    push(found == m_memo.end() ? 0 : found->second);
}

} // namespace

Result<Pickle> readPickle(std::string_view bytes)
{
    return PickleReader(bytes).read();
}

} // namespace gatescope
