// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/machine/program.h"

#include <functional>
#include <span>
#include <string_view>

namespace gatescope::ptx {

/// An instruction that the machine knows, by its whole name: "ld.global.v4.u32". A letter for each operand:
///
///   w, l   a register of up to 32 bits, or of 64, or a constant
///   p      a predicate
///   A, a   an address in global memory, or in shared memory
///   P      an address among the kernel's parameters
///   t      a label
struct KnownInstruction {
    std::string_view name, operands;
    Action action = nullptr;
    Flow flow = Flow::next;
};

/// What calculates, each in a file of its own kind.
std::span<const KnownInstruction> integerInstructions();
std::span<const KnownInstruction> floatInstructions();
std::span<const KnownInstruction> logicInstructions();
/// What reads and writes memory.
std::span<const KnownInstruction> memoryInstructions();
/// What steers a warp, and what its lanes do together.
std::span<const KnownInstruction> warpInstructions();

/// The one of this name whose operands fit, or null. Some have two sizes: PTX loads 32 bits into a register of 64, too.
const KnownInstruction *knownInstruction(std::string_view name,
                                         const std::function<bool(std::string_view operands)> &fits);

} // namespace gatescope::ptx
