// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learn/labs/merging_settings.h"

#include <QPainterPath>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace gatescope {

enum class StackPart {
    read,   ///< x, h or r∘h
    matrix, ///< W or U of a gate
    sums    ///< what comes out for a gate
};

/// A matrix, or the piece of one that belongs to a gate or a step.
struct StackBlock {
    StackPart part = StackPart::read;
    Multiplied by = Multiplied::input;
    int gate = -1; ///< of r, z, n; −1: of what is read
    int step = 0;
    int rows = 1, columns = 1;
    QRectF box;
    double opacity = 1;
};

/// A text over a matrix, or a sign between two.
struct StackWords {
    QPointF at; ///< the middle of the baseline
    QString words;
};

/// The products of a step as they stand, to scale.
struct StackLayout {
    double scale = 1; ///< pixels a number; nothing is thinner than thinnestBlock
    std::vector<StackBlock> blocks;
    std::vector<StackWords> captions, signs;
    std::vector<StackWords> headings; ///< begin at `at`
    std::optional<QPointF> more;      ///< where the words begin that there are more steps than are drawn
    QPainterPath loop;                ///< from what comes out to the h that is read next
    QPointF loopSays;                 ///< where its words begin
};

inline constexpr double thinnestBlock = 2.5;

/// `place` is 0 at ProductWay::separate, 1 at stacked, 2 at allSteps, and anything on the way.
/// The halves beside each other, or one over the other where the numbers get larger by it.
StackLayout stackLayout(const QRectF &where, const MergingSettings &settings, double place, double pixels);

/// What such a picture leaves of its room's height.
double spareHeight(const QSizeF &room, const MergingSettings &settings, double pixels);

/// "From the input x: 3 products at every step (T = 12)".
QString headingOf(const MergingSettings &settings, bool isInput);
/// What the frameworks call the stacked matrix: "weight_ih", "recurrent_kernel".
QString stackName(StackingConvention convention, bool isInput);

} // namespace gatescope
