// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/unit_likeness.h"

#include "core/base/goes_on.h"
#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace gatescope {

namespace {

constexpr int comparedSteps = 512;
constexpr double stillBelow = 1e-6; ///< from its least to its largest
constexpr float fineness = 1e-6f;   ///< of a distance: what differs less is equal

using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Distances = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

std::vector<int> stepsToCompare(int steps)
{
    std::vector<int> compared(static_cast<std::size_t>(std::min(steps, comparedSteps)));
    std::iota(compared.begin(), compared.end(), 0);
    if (steps <= comparedSteps)
        return compared;
    Random random(1);
    for (int &step : compared) {
        const auto begin = [&](std::int64_t stretch) { return static_cast<int>(stretch * steps / comparedSteps); };
        const int first = begin(step), end = begin(step + 1);
        step = first + random.below(end - first);
    }
    return compared;
}

/// The states [unit, compared step].
Rows statesOf(const Trace &trace, const Moment &where)
{
    const TimeArray &states = trace.at(where.layer, where.direction)[Part::state];
    const std::vector<int> steps = stepsToCompare(trace.length(where.sequence));
    Rows rows(trace.spec.hiddenSize, static_cast<Eigen::Index>(steps.size()));
    for (std::size_t i = 0; i < steps.size(); ++i)
        rows.col(static_cast<Eigen::Index>(i)) = states.at(steps[i], where.sequence);
    return rows;
}

/// Less its mean and of length 1, so that the product of two rows is their correlation. False where there is none.
template<typename Row>
bool standardise(Row row)
{
    if (!row.allFinite() || row.maxCoeff() - row.minCoeff() <= stillBelow)
        return false;
    row.array() -= row.mean();
    row.normalize();
    return true;
}

/// The tree, built from the leaves: clusters live at the place of their first leaf, and each knows its leaves in order.
class Clustering
{
public:
    /// 1 − correlation of each pair of rows.
    Result<void> measure(const Rows &rows, const std::stop_token &stop)
    {
        constexpr Eigen::Index block = 64;
        m_leaves.resize(rows.rows(), rows.rows());
        for (Eigen::Index first = 0; first < rows.rows(); first += block) {
            if (const auto on = goesOn(stop); !on)
                return on;
            const Eigen::Index count = std::min(block, rows.rows() - first);
            const Rows alike = rows.middleRows(first, count) * rows.transpose();
            m_leaves.middleRows(first, count)
                = (((1 - alike.array()) / double(fineness)).round() * double(fineness)).cast<float>();
        }
        m_distances = m_leaves;
        m_order.resize(static_cast<std::size_t>(rows.rows()));
        for (int leaf = 0; leaf < rows.rows(); ++leaf)
            m_order[static_cast<std::size_t>(leaf)] = {leaf};
        return {};
    }

    /// Joins the nearest until one is left; a chain of nearest neighbours (Benzécri 1982) finds the same tree as
    /// looking for the nearest pair of all each time would.
    Result<void> join(const std::stop_token &stop)
    {
        std::vector<int> chain;
        for (std::size_t left = m_order.size(); left > 1;) {
            if (const auto on = goesOn(stop); !on)
                return on;
            if (chain.empty())
                chain.push_back(firstCluster());
            const int last = chain.back(), before = chain.size() > 1 ? chain[chain.size() - 2] : -1;
            const int next = nearestTo(last, before);
            if (next != before) {
                chain.push_back(next);
                continue;
            }
            chain.resize(chain.size() - 2);
            merge(std::min(last, next), std::max(last, next));
            --left;
        }
        return {};
    }

    std::vector<int> order() const
    {
        std::vector<int> leaves = m_order.empty() ? std::vector<int>() : m_order.front();
        if (!leaves.empty() && leaves.front() > leaves.back())
            std::ranges::reverse(leaves);
        return leaves;
    }

private:
    bool isThere(int cluster) const { return !m_order[static_cast<std::size_t>(cluster)].empty(); }
    int firstCluster() const
    {
        return static_cast<int>(std::ranges::find_if(m_order, [](const auto &leaves) { return !leaves.empty(); })
                                - m_order.begin());
    }

    /// Of equal ones the one before in the chain, otherwise the first.
    int nearestTo(int cluster, int before) const
    {
        int nearest = before;
        float least = before >= 0 ? m_distances(cluster, before) : INFINITY;
        for (int other = 0; other < static_cast<int>(m_order.size()); ++other) {
            if (other != cluster && isThere(other) && m_distances(cluster, other) < least) {
                nearest = other;
                least = m_distances(cluster, other);
            }
        }
        return nearest;
    }

    void merge(int one, int other)
    {
        std::vector<int> &a = m_order[static_cast<std::size_t>(one)], &b = m_order[static_cast<std::size_t>(other)];
        const auto sizeA = static_cast<float>(a.size()), sizeB = static_cast<float>(b.size());
        // d(k, A∪B) = (|A| d(k, A) + |B| d(k, B)) / (|A| + |B|)
        m_distances.row(one) = (sizeA * m_distances.row(one) + sizeB * m_distances.row(other)) / (sizeA + sizeB);
        m_distances.col(one) = m_distances.row(one).transpose();
        turnEndsTogether(a, b);
        a.insert(a.end(), b.begin(), b.end());
        b.clear();
    }

    void turnEndsTogether(std::vector<int> &a, std::vector<int> &b) const
    {
        const float meeting[]{m_leaves(a.back(), b.front()), m_leaves(a.back(), b.back()),
                              m_leaves(a.front(), b.front()), m_leaves(a.front(), b.back())};
        const auto best = std::ranges::min_element(meeting) - std::begin(meeting);
        if (best >= 2)
            std::ranges::reverse(a);
        if (best % 2 == 1)
            std::ranges::reverse(b);
    }

    Distances m_leaves;                    ///< of each pair of leaves
    Distances m_distances;                 ///< of each pair of clusters
    std::vector<std::vector<int>> m_order; ///< the leaves of each cluster; of one that was joined to another, none
};

} // namespace

Result<std::vector<int>> unitsByLikeness(const Trace &trace, const Moment &where, const std::stop_token &stop)
{
    Rows rows = statesOf(trace, where);
    std::vector<int> moving, still;
    for (int unit = 0; unit < static_cast<int>(rows.rows()); ++unit)
        (standardise(rows.row(unit)) ? moving : still).push_back(unit);
    for (std::size_t i = 0; i < moving.size(); ++i) // a row moves up only, over what is not needed any more
        rows.row(static_cast<Eigen::Index>(i)) = rows.row(moving[i]).eval();
    rows.conservativeResize(static_cast<Eigen::Index>(moving.size()), Eigen::NoChange);

    Clustering clusters;
    if (const auto measured = clusters.measure(rows, stop); !measured)
        return measured.error();
    if (const auto joined = clusters.join(stop); !joined)
        return joined.error();
    std::vector<int> units;
    for (const int leaf : clusters.order())
        units.push_back(moving[static_cast<std::size_t>(leaf)]);
    units.insert(units.end(), still.begin(), still.end());
    return units;
}

double likenessEffort(int units, int steps)
{
    return double(units) * units * std::min(steps, comparedSteps);
}

} // namespace gatescope
