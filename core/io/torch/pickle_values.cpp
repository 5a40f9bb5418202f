// SPDX-License-Identifier: GPL-3.0-or-later
// The values that the machine for pickles puts down, and what it does to them.
#include "core/io/torch/pickle_machine.h"

#include <bit>

namespace gatescope {

void PickleMachine::pushText(std::size_t lengthBytes)
{
    const std::uint64_t length = number(lengthBytes);
    push({.kind = PickleKind::text, .text = std::string(take(length))});
}

void PickleMachine::pushName(std::string_view module, std::string_view name)
{
    push({.kind = PickleKind::name, .text = std::string(module) + "." + std::string(name)});
}

void PickleMachine::pushNameOfLines()
{
    const std::string_view module = line();
    pushName(module, line());
}

void PickleMachine::pushNameOfStack()
{
    const std::vector<PickleRef> both = pop(2);
    pushName(m_pickle.node(both[0]).text, m_pickle.node(both[1]).text);
}

void PickleMachine::pushDict(const std::vector<PickleRef> &keysAndValues)
{
    pushAll(PickleKind::dict, {});
    setItems(keysAndValues);
}

void PickleMachine::pushAll(PickleKind kind, std::vector<PickleRef> elements)
{
    push({.kind = kind, .elements = std::move(elements)});
}

/// A whole number of any length, the least byte first, its last bit the sign. What has more than 64 bits is None.
void PickleMachine::pushLong(std::size_t lengthBytes)
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
void PickleMachine::pushReal()
{
    std::uint64_t bits = 0;
    for (const char byte : take(sizeof(bits)))
        bits = bits << 8 | static_cast<unsigned char>(byte);
    push({.kind = PickleKind::real, .real = std::bit_cast<double>(bits)});
}

void PickleMachine::append(const std::vector<PickleRef> &elements)
{
    PickleNode &to = topNode();
    if (to.kind == PickleKind::list)
        to.elements.insert(to.elements.end(), elements.begin(), elements.end());
    else if (to.kind != PickleKind::object) // what is like a list holds nothing that is read here
        fail(error("The pickle adds to something before byte %1 that is no list.", {std::to_string(m_at)}));
}

void PickleMachine::setItems(const std::vector<PickleRef> &keysAndValues)
{
    PickleNode &to = topNode();
    if ((to.kind != PickleKind::dict && to.kind != PickleKind::object) || keysAndValues.size() % 2 != 0)
        fail(error("The pickle sets entries before byte %1 of something that is no dict.", {std::to_string(m_at)}));
    else
        for (std::size_t i = 0; i < keysAndValues.size(); i += 2)
            to.entries.emplace_back(keysAndValues[i], keysAndValues[i + 1]);
}

void PickleMachine::setState(PickleRef state)
{
    topNode().state = state;
}

} // namespace gatescope
