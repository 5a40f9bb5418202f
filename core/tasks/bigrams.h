// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

namespace gatescope {

/// How often tokens occur, and what follows each: the guesses that a network has to beat.
class Bigrams
{
public:
    /// Counts in `tokens`, numbers of 0 … symbols−1.
    Bigrams(const std::vector<int> &tokens, int symbols);

    /// (c(b) + 1) / (N + symbols)
    double probability(int b) const;
    /// What may follow a (Witten and Bell 1991): (c(ab) + d p(b)) / (c(a) + d), where d different tokens followed a.
    double probability(int a, int b) const;

private:
    std::vector<int> m_counts;
    std::vector<std::map<int, int>> m_followers;
    double m_total = 0;
};

} // namespace gatescope
