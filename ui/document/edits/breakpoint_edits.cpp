// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/edits/edits.h"

#include "ui/document/edits/edit_checks.h"

#include <algorithm>

namespace gatescope {

Result<Experiment> withBreakpoint(const Experiment &experiment, const QString &text)
{
    const auto breakpoint = parseBreakpoint(text.toStdString(), experiment.spec.cell);
    if (!breakpoint)
        return breakpoint.error();
    if (const auto fits = check(experiment.spec, *breakpoint); !fits)
        return fits.error();
    Experiment next = experiment;
    if (std::ranges::find(next.breakpoints, *breakpoint) == next.breakpoints.end())
        next.breakpoints.push_back(*breakpoint);
    return next;
}

Result<Experiment> withoutBreakpoint(const Experiment &experiment, int index)
{
    if (const auto can = breakpointExists(index, std::ssize(experiment.breakpoints)); !can)
        return can.error();
    Experiment next = experiment;
    next.breakpoints.erase(next.breakpoints.begin() + index);
    return next;
}

} // namespace gatescope
