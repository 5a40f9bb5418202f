// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"
#include "ui/drawing/timeline/timeline_drawing.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace gatescope {

/// The states of one layer and direction along the steps.
struct NetworkRow {
    int layer = 0;
    Direction direction = Direction::forward;
    double top = 0;
    double height = 0;
    double aside = 0; ///< how far its glyphs stand right of the middle of their steps

    double bottom() const { return top + height; }
    double middle() const { return top + height / 2; }
};

/// Where everything of a network's picture stands, from the input at the bottom to the head at the top. Steps are
/// those of the timeline under a picture of the same width.
struct NetworkLayout {
    QSizeF size;
    double scale = 1; ///< of marks and type: 1 at 1468 × 748
    double unit = 1;  ///< of what shares its width with the timeline: larger than 1 in pictures that are much larger
    bool classroom = false;
    TimelineGeometry steps;
    int end = 0;                                  ///< the first step that is not shown or not there
    bool roomy = true;                            ///< steps are wide enough for frames, arrowheads and every wire
    double header = 0;                            ///< baseline
    double headTop = 0, headBottom = 0;           ///< the same: there is no head
    double attentionTop = 0, attentionBottom = 0; ///< the same: there is no attention
    std::vector<NetworkRow> rows;                 ///< at NetworkSpec::layerIndex: the lowest first
    std::vector<double> joins;                    ///< where a layer's two directions are joined; empty in one direction
    double joinHeight = 0;
    double embeddingTop = 0, embeddingBottom = 0; ///< the same: there is no embedding
    double inputTop = 0, inputBottom = 0;
    double numbers = 0; ///< baseline of the step numbers
    double foot = 0;    ///< baseline of the legend
    double glyphWidth = 36;

    /// Whether few steps share the width, so that glyphs have room for their numbers.
    bool isWide() const;
    double mark(double length) const { return length * scale; }
    /// Type of this size on the drawing board, never under 11 pixels; in the classroom as classroomType() has it.
    double type(double pixels) const;
    /// Where the words beside the rows begin, and their type.
    double margin() const;
    double words() const;
    double middle(int step) const { return steps.left(step) + steps.stepWidth / 2; }
    double right() const { return steps.left(end); }
    QRectF glyph(const NetworkRow &row, int step) const;
    /// The place of what the head says, of the input, and of anything else that is centred over a step.
    QRectF over(int step, double top, double bottom, double width) const;
    /// Where a layer's vertical wires begin: the input's top edge or that of the joined states below.
    double sourceOf(int layer) const;
};

NetworkLayout networkLayout(const QSizeF &size, const Scene &scene);

/// The glyph of the playhead's cell, which grows into the cell's picture.
QRectF currentGlyph(const QSizeF &size, const Scene &scene);

} // namespace gatescope
