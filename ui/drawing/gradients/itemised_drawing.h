// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/itemised_gradient.h"
#include "ui/drawing/scene/scene.h"

#include <QPainter>
#include <QRectF>
#include <QSizeF>

#include <optional>

namespace gatescope {

/// One cell of an itemised gradient's matrix.
struct ItemisedCell {
    int row = 0;    ///< index into the sources
    int column = 0; ///< the step that is reached

    bool operator==(const ItemisedCell &) const = default;
};

/// What is where in the picture of an itemised gradient of so many rows and columns, with letters of `type` pixels.
struct ItemisedGeometry {
    ItemisedGeometry(const QSizeF &size, double type, int rows, int columns);

    QRectF cell(int row, int column) const;
    /// What all cells take.
    QRectF used() const;
    /// Cells too small to be pointed at share an area: so many down and across.
    int down() const { return stride(cellHeight, 3); }
    int across() const { return stride(cellWidth, 3); }
    /// The cell that an area stands for which begins at this one: the one in its middle.
    ItemisedCell middle(int row, int column) const;
    std::optional<ItemisedCell> cellAt(const QPointF &point) const;

    /// Every how many cells a label of this room fits.
    static int stride(double pitch, double room);

    int rows, columns;
    QRectF matrix; ///< the room for cells
    double cellWidth, cellHeight;
};

/// "the loss of step 3 sends 4.931e−5 to step 1".
QString itemisedWords(const ItemisedGradient &items, const ItemisedCell &cell);

/// Where the cells are in a picture of this size.
ItemisedGeometry itemisedGeometry(const QSizeF &size, bool classroom, const ItemisedGradient &items);

/// The gradient of the playhead's layer, direction and sequence by the step of its loss: a row for each step whose loss
/// is taken, a column for each step whose state it reaches, vermilion by the logarithm of its length, see
/// DecadeScale; the chosen cell has a frame. Draws into (0, 0) … size and tells what is where; a click goes to the
/// column's step in the backward pass.
HitAreas drawItemised(QPainter &painter, const QSizeF &size, const Scene &scene, const ItemisedGradient &items,
                      const std::optional<ItemisedCell> &chosen = {});

} // namespace gatescope
