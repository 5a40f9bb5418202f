// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope::ptx {

class Warp;
struct Instruction;

/// Threads of a warp, a bit for each.
using Lanes = std::uint32_t;
inline constexpr int lanesOfWarp = 32;
inline constexpr Lanes allLanes = ~Lanes(0);

/// Where a register lies among those of a warp, in words: one for each lane, or two where it has 64 bits. Of a
/// predicate, its number: the lanes for which it holds are one word.
using Slot = std::uint32_t;

/// What an instruction does for some lanes.
using Action = void (*)(Warp &, const Instruction &, Lanes);

/// What an instruction asks of a warp beside its action.
enum class Flow : std::uint8_t {
    next,    ///< nothing
    listens, ///< reads what others may be about to write: in a loop the others have to have turns
    branch,
    exit,
    trap,
    meeting, ///< of all lanes
    shuffle, ///< of the lanes of a mask, the last operand
    barrier, ///< of all threads of the block
};

/// An instruction, read once. Constants are registers too, so every operand is a slot.
struct Instruction {
    Action action = nullptr;
    Flow flow = Flow::next;
    bool isGuarded = false, guardIsNegated = false;
    Slot guard = 0;
    std::uint32_t target = 0;              ///< of a branch: the number of an instruction
    std::array<Slot, 14> operands{};       ///< vectors one register after the other
    std::array<std::int64_t, 2> offsets{}; ///< added to the addresses, in their order
};

/// Where an instruction stands in the text.
struct SourceLine {
    int number = 0;
    std::string_view text;
};

/// A register that holds the same number from the beginning on.
struct Constant {
    Slot slot;
    int bits; ///< 32 or 64; 1: of a predicate
    std::uint64_t value;
};

/// What a thread knows of its place. Grids and blocks have one dimension here.
enum class Special : std::uint8_t { thread, threads, block, blocks };
struct SpecialRegister {
    Slot slot;
    Special special;
};

struct Parameter {
    std::size_t at, bytes;
};

/// Where the memory begins that the threads of a block share, as they see it.
inline constexpr std::uint32_t sharedBegin = 1024;

/// An entry of a module of PTX, ready to be executed.
struct Kernel {
    std::string name;
    std::vector<Parameter> parameters;
    std::vector<Instruction> code;
    std::vector<SourceLine> lines; ///< of the code
    std::vector<Constant> constants;
    std::vector<SpecialRegister> specials;
    std::size_t words = 0; ///< of a warp's registers
    std::size_t predicates = 0;
    std::size_t sharedBytes = 0;  ///< beside what a launch adds
    int mostThreads = 1024;       ///< of a block
    bool sharesHalfWords = false; ///< stores numbers of 16 bits in shared memory

    std::size_t parameterBytes() const
    {
        return parameters.empty() ? 0 : parameters.back().at + parameters.back().bytes;
    }
};

} // namespace gatescope::ptx
