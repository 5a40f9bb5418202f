// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "ui/common/theme.h"
#include "ui/common/translate.h"

#include <QPainter>
#include <QString>

#include <optional>

namespace gatescope {

/// What stands at a step of a row of a batch.
enum class StepKind {
    read,   ///< a number of the sequence
    zero,   ///< padding, which is read all the same
    masked, ///< there, but not read
};

/// A step of a row: what is read above, the state after it below, a colour for each unit.
struct StepCell {
    StepKind kind = StepKind::read;
    QString says;                ///< "3", where it fits
    std::optional<Vector> state; ///< none: no state is shown
};

void drawStepCell(QPainter &painter, const QRectF &where, const StepCell &cell, const Theme &theme, double pixels);

/// A state as a row of cells with numbers, where they fit.
void drawStateRow(QPainter &painter, const QRectF &where, const Vector &state, const Theme &theme, double pixels);

/// A tick, or a cross.
void drawTick(QPainter &painter, const QPointF &centre, bool isTaken, const Theme &theme, double pixels);

/// "A", "B" …: sequences of a lab's batch.
QString sequenceName(int sequence);

/// "35 %", "0.4 %"; "0" where nothing is off to the last bit, "not 0" where it should be zeros.
QString asShare(double share);

} // namespace gatescope
