// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/bigrams.h"

namespace gatescope {

Bigrams::Bigrams(const std::vector<int> &tokens, int symbols)
    : m_counts(symbols, 0), m_followers(symbols), m_total(static_cast<double>(tokens.size()))
{
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        ++m_counts[tokens[i]];
        if (i + 1 < tokens.size())
            ++m_followers[tokens[i]][tokens[i + 1]];
    }
}

double Bigrams::probability(int b) const
{
    return (m_counts[b] + 1.0) / (m_total + static_cast<double>(m_counts.size()));
}

double Bigrams::probability(int a, int b) const
{
    const std::map<int, int> &followers = m_followers[a];
    if (followers.empty())
        return probability(b);
    double count = 0; // c(a) as a token that something follows
    for (const auto &[follower, times] : followers)
        count += times;
    const double different = static_cast<double>(followers.size());
    const auto together = followers.find(b);
    return ((together != followers.end() ? together->second : 0) + different * probability(b)) / (count + different);
}

} // namespace gatescope
