// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/learn/labs/merging_settings.h"

#include <QPainter>
#include <QString>

namespace gatescope {

/// The hue of r, z or n.
Role gateRole(int gate);

/// "six matrices", "stacked", "stacked, and all inputs at once".
QString nameOf(ProductWay way);

/// "41.2 µs", "3.10 ms".
QString asTime(double seconds);
/// "27,648"
QString asCount(std::int64_t count);

/// What merging makes of the numbers, or that it is not said yet.
QString findingOf(const MergingPicture &picture);
/// What cannot be merged, why, and what it would cost.
QString limitOf(const MergingPicture &picture);
/// How the times were taken, or how they can be.
QString timeNote(const MergingPicture &picture);
/// All that is drawn, for those who do not see it.
QString inWords(const MergingPicture &picture);

/// The matrices and products at `place` (see stackLayout); below, the ways with their products in order and their
/// times; below, the states that each gives and what cannot be merged.
void drawMerging(QPainter &painter, const QRectF &where, const MergingPicture &picture, double place,
                 const Theme &theme, double pixels);

// The parts of it.

void drawStacks(QPainter &painter, const QRectF &where, const MergingPicture &picture, double place, const Theme &theme,
                double pixels);

/// Where the columns of the ways begin, from the left of their picture. Where little room is left for the strip of
/// products there is none, and the others share its room.
struct WaysColumns {
    double counts = 0, strip = 0, times = 0;
    double stripWidth = 0; ///< 0: no strip
};
WaysColumns waysColumns(double width, double pixels);
/// What stands above a strip so wide: less where the whole does not fit.
QString stripHeading(double stripWidth, double pixels);

double waysHeight(const MergingPicture &picture, double width, double pixels);
void drawWays(QPainter &painter, const QRectF &where, const MergingPicture &picture, const Theme &theme, double pixels);

} // namespace gatescope
