// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/layer_shapes.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QString>

#include <optional>

namespace gatescope {

/// A tensor on its way from one shape to another: axes that both have move, others come or go.
struct MovingTensor {
    std::optional<TensorShape> from, to; ///< at least one
    double share = 1;                    ///< 0 … 1 of the way

    const TensorShape &shown() const { return to ? *to : *from; }
};

/// Rings one axis, or the whole tensor, and says what came in its place.
struct TensorMark {
    std::optional<Axis> axis;
    QString given;
};

/// Name, shape as a row of tiles, and a box whose edges are the axes: the last one goes across, the one before it down,
/// a third one back. `pixels` is the size of the text.
void drawTensor(QPainter &painter, const QRectF &where, const MovingTensor &tensor, const TensorMark *mark,
                const Theme &theme, double pixels);

/// The narrowest in which such a tensor can be read.
double tensorWidth(const TensorShape &tensor, double pixels);

/// What can be read off a tensor: "output (4, 2, 5): time 4, batch 2, units 5".
QString inWords(const TensorShape &tensor);

} // namespace gatescope
