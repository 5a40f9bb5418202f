// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/product_precision.h"
#include "core/model/cell.h"

#include <chrono>

namespace gatescope::trial {

/// When a part has to be over; what it has not come to is left out, and said.
class Deadline
{
public:
    explicit Deadline(double seconds)
        : m_end(Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds)))
    {
    }
    bool isPast() const { return Clock::now() >= m_end; }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_end;
};

/// Prints a Markdown table of one layer's step, ours beside cuDNN's, row by row as they are measured.
void printTimes(CellKind cell, ProductPrecision precision, const Deadline &deadline);

/// Prints a Markdown table of one GRU layer by every plan that the device has room for: what the table in
/// recurrence/recurrence_plan.cpp is to be made from.
void printPlans(ProductPrecision precision, const Deadline &deadline);

/// Prints what an update of the larger demo takes on cuda and on cpu, and how many times as long that is.
void printDemoTimes(ProductPrecision precision, int units);

} // namespace gatescope::trial
