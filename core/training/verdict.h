// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/race.h"

namespace gatescope {

/// What came of one network of a race.
struct VerdictRow {
    std::string name;
    CellKind cell = CellKind::gru;
    int units = 0;
    std::int64_t parameters = 0;
    int runs = 0;                 ///< that were made to their end
    std::vector<int> solvedAt;    ///< of the runs that solved the task, rising
    std::optional<double> median; ///< of all runs; none where the run in the middle never solved it
    double milliseconds = 0;      ///< of an update, mean of its runs

    int solved() const { return int(solvedAt.size()); }
    bool solvedAll() const { return runs > 0 && solved() == runs; }
};

/// A race put into rows and sentences. Nothing is said that the runs do not show: one network "beat" another only where
/// both solved the task from every seed and its slowest run was faster than the other's fastest.
struct Verdict {
    std::vector<VerdictRow> rows; ///< as the race's entries
    Sentence headline;            ///< "On this task, with this learning rate, …"
    std::vector<Sentence> notes;  ///< who did not solve it, what contradicts the headline, how sure it is
};

/// A run that failed counts as one that did not solve the task. While runs are not over, or when some were stopped, the
/// rows show those that are, and nothing is concluded.
Verdict verdict(const RacePlan &plan, const std::vector<RaceRun> &runs);

/// The probability that two groups of the same kind differ as much as these do or more, by chance alone: Wilcoxon's
/// rank-sum test, exact and two-sided, over all ways to divide the numbers; equal numbers share their ranks.
/// Both groups have 1 to 10 numbers.
double rankSumP(const std::vector<double> &one, const std::vector<double> &other);

} // namespace gatescope
