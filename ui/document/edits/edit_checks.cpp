// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/edits/edit_checks.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// `refusal` gets index and count as its arguments.
Result<void> exists(std::ptrdiff_t index, std::ptrdiff_t count, Sentence refusal)
{
    if (index >= 0 && index < count)
        return {};
    refusal.arguments = {std::to_string(index), std::to_string(count)};
    return Error{std::move(refusal)};
}

} // namespace

Result<void> rowExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no row %1; there are %2, counted from 0."));
}

Result<void> columnExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no column %1; there are %2, counted from 0."));
}

Result<void> layerExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no layer %1; there are %2, counted from 0."));
}

Result<void> unitExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no unit %1; there are %2, counted from 0."));
}

Result<void> sequenceExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no sequence %1; there are %2, counted from 0."));
}

Result<void> stepExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no step %1; there are %2, counted from 0."));
}

Result<void> featureExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no feature %1; there are %2, counted from 0."));
}

Result<void> classExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no class %1; there are %2, counted from 0."));
}

Result<void> outputExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no output %1; there are %2, counted from 0."));
}

Result<void> breakpointExists(std::ptrdiff_t index, std::ptrdiff_t count)
{
    return exists(index, count, sentence("There is no breakpoint %1; there are %2, counted from 0."));
}

Result<void> isFinite(double value)
{
    if (std::isfinite(value))
        return {};
    return error("A value must be a finite number.");
}

Result<void> all(std::initializer_list<Result<void>> conditions)
{
    const auto failed = std::ranges::find_if(conditions, [](const Result<void> &condition) { return !condition; });
    return failed == conditions.end() ? Result<void>() : *failed;
}

} // namespace gatescope
