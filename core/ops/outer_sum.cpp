// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/outer_sum.h"

#include <algorithm>
#include <cassert>

namespace gatescope {

namespace {

constexpr Eigen::Index mostWaiting = 32;

} // namespace

OuterSum::~OuterSum()
{
    for (Rows &rows : m_rows)
        addWaiting(rows);
}

void OuterSum::add(Eigen::Index firstRow, const Eigen::Ref<const Vector> &d, const Eigen::Ref<const Vector> &x)
{
    Rows &rows = rowsFrom(firstRow, d.size());
    rows.d.row(rows.waiting) = d.transpose();
    rows.x.row(rows.waiting) = x.transpose();
    ++rows.waiting;
    if (rows.waiting == mostWaiting)
        addWaiting(rows);
}

OuterSum::Rows &OuterSum::rowsFrom(Eigen::Index first, Eigen::Index count)
{
    const auto known = std::ranges::find(m_rows, first, &Rows::first);
    if (known != m_rows.end()) {
        assert(known->d.cols() == count);
        return *known;
    }
    m_rows.push_back({first, Matrix(mostWaiting, count), Matrix(mostWaiting, m_sum.cols())});
    return m_rows.back();
}

void OuterSum::addWaiting(Rows &rows)
{
    m_sum.middleRows(rows.first, rows.d.cols()).noalias()
        += rows.d.topRows(rows.waiting).transpose() * rows.x.topRows(rows.waiting);
    rows.waiting = 0;
}

} // namespace gatescope
