// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/painted_mask.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QString>

#include <optional>

namespace gatescope {

/// A step of a sequence in the picture of a mask.
struct MaskPlace {
    int sequence = 0;
    int step = 0;

    bool operator==(const MaskPlace &) const = default;
};

/// A mask that somebody paints, and what is made of it.
struct MaskPicture {
    StepMask mask;
    MaskReading reading;
    std::optional<MaskPlace> cursor; ///< where the keys paint
};

void drawMask(QPainter &painter, const QRectF &where, const MaskPicture &picture, const Theme &theme, double pixels);

/// The same without what each framework makes of such a mask.
void drawMaskedSteps(QPainter &painter, const QRectF &where, const MaskPicture &picture, const Theme &theme,
                     double pixels);

/// The step whose cell is there.
std::optional<MaskPlace> maskPlaceAt(const QPointF &at, const QRectF &where, const StepMask &mask, double pixels);

/// All that is drawn, for those who do not see it.
QString inWords(const MaskPicture &picture);

} // namespace gatescope
