// SPDX-License-Identifier: GPL-3.0-or-later
// How a step of a cell goes through the units of its sequences: part of kernels_body.h.
#pragma once

#include "core/engine/cpu/kernels.h"
#include "core/engine/cpu/vector.h"

namespace gatescope {
namespace {

/// One block of sums [rows, blocks·H]: its number, and how many there are.
struct Block {
    int number, blocks;
};

/// A vector of units, all of one sequence.
struct UnitsOfOne {
    std::ptrdiff_t at;     ///< the first one's place in a part [rows, H]
    std::ptrdiff_t before; ///< units of the sequences before
    std::ptrdiff_t H;

    Vec load(const float *part) const { return gatescope::load(part + at); }
    void store(float *part, Vec v) const { gatescope::store(part + at, v); }
    Vec load(const float *sums, Block block) const { return gatescope::load(sums + place(block)); }
    void store(float *sums, Block block, Vec v) const { gatescope::store(sums + place(block), v); }

    /// In sums every sequence before takes `blocks` times as many places.
    std::ptrdiff_t place(Block block) const { return at + before * (block.blocks - 1) + block.number * H; }
    /// The other blocks' sums, which lie between two sequences' of the same block.
    std::ptrdiff_t gap(Block block) const { return (block.blocks - 1) * H; }
};

/// A vector of units that begins with one sequence's last and goes on with the next one's first, or with a few units
/// even further; or the last of all units, which may not fill it. In a part it is one piece as before.
struct UnitsOfSome {
    UnitsOfOne first;
    Mask all, mine;         ///< the lanes that are used, and those of the first sequence
    Mask others[lanes - 1]; ///< those of each that follows
    int count = 0;

    /// `used` units from `begin` on.
    UnitsOfSome(const UnitsOfOne &begin, int used) : first(begin), all(firstLanes(used))
    {
        const int H = int(first.H), left = int(first.before + first.H - first.at);
        mine = firstLanes(left < used ? left : used);
        for (int lane = left; lane < used; lane += H)
            others[count++] = lanesBetween(lane, lane + H < used ? lane + H : used);
    }

    Vec load(const float *part) const { return gatescope::load(part + first.at, all); }
    void store(float *part, Vec v) const { gatescope::store(part + first.at, v, all); }
    Vec load(const float *sums, Block block) const
    {
        const float *from = sums + first.place(block);
        Vec v = gatescope::load(from, mine);
        for (int i = 0; i < count; ++i)
            v = loadInto(v, from += first.gap(block), others[i]);
        return v;
    }
    void store(float *sums, Block block, Vec v) const
    {
        float *to = sums + first.place(block);
        gatescope::store(to, v, mine);
        for (int i = 0; i < count; ++i)
            gatescope::store(to += first.gap(block), v, others[i]);
    }
};

/// Calls each(units) for all units of sequences [row, end), with vectors that do not stop where a sequence does: else
/// a unit more than a vector has lanes would cost as much as a whole vector.
template<typename Do>
inline void forEachVector(std::ptrdiff_t row, std::ptrdiff_t end, std::ptrdiff_t H, Do each)
{
    const std::ptrdiff_t stop = end * H;
    UnitsOfOne units{row * H, row * H, H};
    for (; units.at < stop; units.at += lanes) {
        while (units.at >= units.before + H)
            units.before += H;
        if (units.at + lanes <= units.before + H)
            each(units);
        else
            each(UnitsOfSome(units, int(stop - units.at < lanes ? stop - units.at : lanes)));
    }
}

/// Calls each(units) for all units of the active sequences, and idle(first place in a part) for every other sequence.
template<typename Step, typename Do, typename Idle>
inline void forEachVector(const Step &s, Do each, Idle idle)
{
    int row = 0;
    while (row < s.rows) {
        int end = s.active ? row : s.rows;
        while (end < s.rows && s.active[end])
            ++end;
        forEachVector(row, end, s.units, each);
        for (row = end; row < s.rows && !s.active[row]; ++row)
            idle(std::ptrdiff_t(row) * s.units);
    }
}

} // namespace
} // namespace gatescope
