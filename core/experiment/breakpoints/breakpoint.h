// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <string>
#include <string_view>

namespace gatescope {

/// A condition at which somebody wants to stop: a number of a step above or under a bound, or the letter that is read.
struct Breakpoint {
    enum class Looks {
        values,    ///< at the part
        gradients, ///< at dL/d of the part
        input,     ///< at x
        letter     ///< at what stands over the step
    };
    /// How the units of a vector become one number.
    enum class Reduction { unit, largest, smallest, mean, length };
    enum class Comparison { above, atLeast, under, atMost };

    Looks looks = Looks::values;
    Part part = Part::state; ///< of values and gradients
    Reduction reduction = Reduction::unit;
    int unit = 0; ///< of Reduction::unit; of an input the feature
    Comparison comparison = Comparison::above;
    double bound = 0;
    std::string letter; ///< of Looks::letter: the letter itself, or the label of a step that reads none
    bool isNot = false; ///< of Looks::letter: any other one

    bool operator==(const Breakpoint &) const = default;
};

/// Reads what a person types: "z[3] > 0.9", "max z > 0.95", "mean r < 0.1", "|dh| < 1e-4", "x[0] >= 1", "x = \" \"",
/// or in words "z of unit 3 above 0.9", "the gradient falls under 1e-4", "letter is a space". Which part "candidate"
/// means depends on the cell; all other parts may be of any cell. The sentence says what was expected at which
/// character, counted from 1.
Result<Breakpoint> parseBreakpoint(std::string_view text, CellKind cell = CellKind::gru);

/// The shortest way to write it, which reads back as the same in any cell: "z[3] > 0.9", "letter is space".
std::string breakpointText(const Breakpoint &breakpoint);

/// Whether this network has what it looks at: the part, the unit. One that does not fit is no mistake of an
/// experiment: it never holds, and wakes when the network has it again.
Result<void> check(const NetworkSpec &spec, const Breakpoint &breakpoint);

} // namespace gatescope
