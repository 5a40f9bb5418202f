// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/machine/program.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace gatescope::ptx {

/// What the machine does not understand: thrown, and caught where a kernel is read.
struct Unknown {
    std::string what;
};

/// What the operands of a kernel's instructions may be called, and where a warp has it: registers as they are declared,
/// and one for each constant and each number of a thread that is used.
class Names
{
public:
    /// Gives the kernel's warps room for all that is named.
    explicit Names(Kernel &kernel) : m_kernel(kernel) { }

    /// Registers name0, name1, … of 32 or 64 bits, or 1: predicates.
    void declareRegisters(std::string_view name, long long count, int bits);
    /// A parameter, or what threads share: its address is a constant.
    void declareAddress(std::string_view name, long long address) { m_addresses[name] = address; }

    /// Whether it is a register of another size.
    bool hasOtherSize(std::string_view name, int bits) const;
    /// Where that many bits of it are.
    Slot slotOf(std::string_view name, int bits);

private:
    struct Named {
        Slot slot;
        int bits;
    };
    Slot constant(int bits, long long value);
    Slot special(std::string_view name);
    Slot takeSlot(int bits);

    Kernel &m_kernel;
    std::deque<std::string> m_made; ///< names of registers, which stay where they are
    std::unordered_map<std::string_view, Named> m_registers;
    std::unordered_map<std::string_view, long long> m_addresses;
    std::unordered_map<std::string_view, Slot> m_specials;
    std::map<std::pair<int, long long>, Slot> m_constants;
};

} // namespace gatescope::ptx
