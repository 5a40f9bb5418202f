// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/pickle.h"

#include "core/io/torch/pickle_machine.h"

#include <algorithm>

namespace gatescope {

namespace {

struct Instruction {
    unsigned char code;
    void (*work)(PickleMachine &);
};

// A row for each instruction that is known; Lib/pickletools.py of Python says what each does.
// clang-format off
const Instruction instructions[] = {
    {'J', [](PickleMachine &m) { m.pushInteger(std::int32_t(m.number(4))); }},     // BININT
    {'K', [](PickleMachine &m) { m.pushInteger(std::int64_t(m.number(1))); }},     // BININT1
    {'M', [](PickleMachine &m) { m.pushInteger(std::int64_t(m.number(2))); }},     // BININT2
    {0x8a, [](PickleMachine &m) { m.pushLong(1); }},                               // LONG1
    {0x8b, [](PickleMachine &m) { m.pushLong(4); }},                               // LONG4
    {'G', [](PickleMachine &m) { m.pushReal(); }},                                 // BINFLOAT
    {'U', [](PickleMachine &m) { m.pushText(1); }},                                // SHORT_BINSTRING
    {'T', [](PickleMachine &m) { m.pushText(4); }},                                // BINSTRING
    {'C', [](PickleMachine &m) { m.pushText(1); }},                                // SHORT_BINBYTES
    {'B', [](PickleMachine &m) { m.pushText(4); }},                                // BINBYTES
    {0x8e, [](PickleMachine &m) { m.pushText(8); }},                               // BINBYTES8
    {0x96, [](PickleMachine &m) { m.pushText(8); }},                               // BYTEARRAY8
    {0x8c, [](PickleMachine &m) { m.pushText(1); }},                               // SHORT_BINUNICODE
    {'X', [](PickleMachine &m) { m.pushText(4); }},                                // BINUNICODE
    {0x8d, [](PickleMachine &m) { m.pushText(8); }},                               // BINUNICODE8
    {'N', [](PickleMachine &m) { m.push(PickleNode{}); }},                         // NONE
    {0x88, [](PickleMachine &m) { m.pushInteger(1); }},                            // NEWTRUE
    {0x89, [](PickleMachine &m) { m.pushInteger(0); }},                            // NEWFALSE
    {']', [](PickleMachine &m) { m.pushAll(PickleKind::list, {}); }},              // EMPTY_LIST
    {'a', [](PickleMachine &m) { m.append(m.pop(1)); }},                           // APPEND
    {'e', [](PickleMachine &m) { m.append(m.popToMark()); }},                      // APPENDS
    {'l', [](PickleMachine &m) { m.pushAll(PickleKind::list, m.popToMark()); }},   // LIST
    {')', [](PickleMachine &m) { m.pushAll(PickleKind::tuple, {}); }},             // EMPTY_TUPLE
    {'t', [](PickleMachine &m) { m.pushAll(PickleKind::tuple, m.popToMark()); }},  // TUPLE
    {0x85, [](PickleMachine &m) { m.pushAll(PickleKind::tuple, m.pop(1)); }},      // TUPLE1
    {0x86, [](PickleMachine &m) { m.pushAll(PickleKind::tuple, m.pop(2)); }},      // TUPLE2
    {0x87, [](PickleMachine &m) { m.pushAll(PickleKind::tuple, m.pop(3)); }},      // TUPLE3
    {'}', [](PickleMachine &m) { m.pushAll(PickleKind::dict, {}); }},              // EMPTY_DICT
    {'d', [](PickleMachine &m) { m.pushDict(m.popToMark()); }},                    // DICT
    {'s', [](PickleMachine &m) { m.setItems(m.pop(2)); }},                         // SETITEM
    {'u', [](PickleMachine &m) { m.setItems(m.popToMark()); }},                    // SETITEMS
    {0x8f, [](PickleMachine &m) { m.pushAll(PickleKind::list, {}); }},             // EMPTY_SET
    {0x90, [](PickleMachine &m) { m.append(m.popToMark()); }},                     // ADDITEMS
    {0x91, [](PickleMachine &m) { m.pushAll(PickleKind::list, m.popToMark()); }},  // FROZENSET
    {'0', [](PickleMachine &m) { m.pop(); }},                                      // POP
    {'2', [](PickleMachine &m) { m.push(m.top()); }},                              // DUP
    {'(', [](PickleMachine &m) { m.mark(); }},                                     // MARK
    {'1', [](PickleMachine &m) { m.popToMark(); }},                                // POP_MARK
    {'h', [](PickleMachine &m) { m.recall(m.number(1)); }},                        // BINGET
    {'j', [](PickleMachine &m) { m.recall(m.number(4)); }},                        // LONG_BINGET
    {'q', [](PickleMachine &m) { m.remember(m.number(1)); }},                      // BINPUT
    {'r', [](PickleMachine &m) { m.remember(m.number(4)); }},                      // LONG_BINPUT
    {0x94, [](PickleMachine &m) { m.rememberNext(); }},                            // MEMOIZE
    {'c', [](PickleMachine &m) { m.pushNameOfLines(); }},                          // GLOBAL
    {0x93, [](PickleMachine &m) { m.pushNameOfStack(); }},                         // STACK_GLOBAL
    {'R', [](PickleMachine &m) { m.pushAll(PickleKind::object, m.pop(2)); }},      // REDUCE
    {0x81, [](PickleMachine &m) { m.pushAll(PickleKind::object, m.pop(2)); }},     // NEWOBJ
    {0x92, [](PickleMachine &m) { m.pushAll(PickleKind::object, m.pop(3)); }},     // NEWOBJ_EX
    {'b', [](PickleMachine &m) { m.setState(m.pop()); }},                          // BUILD
    {'Q', [](PickleMachine &m) { m.pushAll(PickleKind::stored, m.pop(1)); }},      // BINPERSID
    {0x80, [](PickleMachine &m) { m.take(1); }},                                   // PROTO
    {0x95, [](PickleMachine &m) { m.take(8); }},                                   // FRAME
    {'.', [](PickleMachine &m) { m.stop(); }},                                     // STOP
};
// clang-format on

void doNext(PickleMachine &machine)
{
    const std::size_t at = machine.at();
    const std::string_view code = machine.take(1);
    if (machine.failure())
        return;
    const auto byte = static_cast<unsigned char>(code[0]);
    const auto *found = std::ranges::find(instructions, byte, &Instruction::code);
    if (found == std::end(instructions))
        machine.fail(error("The pickle has the instruction %1 at byte %2, which is not read here.",
                           {std::to_string(byte), std::to_string(at)}));
    else
        found->work(machine);
}

} // namespace

Result<Pickle> readPickle(std::string_view bytes)
{
    PickleMachine machine(bytes);
    while (!machine.isDone() && !machine.failure())
        doNext(machine);
    return std::move(machine).finished();
}

} // namespace gatescope
