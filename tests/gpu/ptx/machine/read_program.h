// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gpu/ptx/machine/program.h"

#include <map>
#include <memory>
#include <variant>

namespace gatescope::ptx {

/// A mistake that a test makes: of the instructions that begin with this name the `nth` one, from 0, is left out.
struct LeftOut {
    std::string instruction; ///< "": none
    int nth = 0;
};

/// A module of PTX as its text says it, a statement on each line, which has to live as long as this. Its entries are
/// read when they are asked for.
class Program
{
public:
    explicit Program(std::string_view text);

    std::vector<std::string> names() const;
    /// An entry, or why it cannot be read: what on which line the machine does not know.
    std::variant<std::shared_ptr<const Kernel>, std::string> kernel(const std::string &name,
                                                                    const LeftOut &leftOut = {}) const;

private:
    std::map<std::string, std::vector<SourceLine>> m_entries;
    std::vector<SourceLine> m_declared; ///< outside of all entries
};

/// The lines of one entry, and of what is declared outside, as a kernel.
std::variant<std::shared_ptr<const Kernel>, std::string>
readKernel(const std::string &name, const std::vector<SourceLine> &declared, const std::vector<SourceLine> &lines);

} // namespace gatescope::ptx
