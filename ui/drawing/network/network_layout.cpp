// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/network/network_layout.h"

#include "ui/drawing/marks/board.h"
#include "ui/drawing/timeline/timeline_layout.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double roomyStep = 40;
constexpr double wideStep = 161; ///< from here on glyphs are wide enough for numbers: few steps have it

/// By quarters, as the window grows, so that a bar over the timeline does not part its steps from the network's.
double unitOf(const QSizeF &size)
{
    constexpr double lowStage = 700; ///< what is left of 748 under a bar
    const double larger = std::min(size.width() / boardWidth, size.height() / lowStage);
    return std::max(1.0, std::round(4 * larger) / 4);
}

/// Glyphs, joins and the gaps around them between `top` and `bottom`. What few units and layers leave free is
/// returned: half of it belongs over the head, half under the input.
double placeRows(NetworkLayout &layout, const NetworkSpec &spec, bool hasHead, double top, double bottom)
{
    const int directions = spec.directions();
    const int glyphs = spec.layers * directions;
    const int joins = spec.bidirectional ? spec.layers : 0;
    const int gaps = glyphs + joins + (hasHead ? 1 : 0); // the last one is for the wire up to the head
    layout.joinHeight = joins > 0 ? std::min(layout.mark(14), (bottom - top) * 0.1 / joins) : 0;
    const double space = std::max(1.0, bottom - top - joins * layout.joinHeight);
    // Rows of a glyph of few units are higher; without numbers in them less so, as they are narrower too.
    const double few = std::min(layout.mark(layout.isWide() ? 72 : 44), layout.mark(230) / spec.hiddenSize);
    const double row
        = layout.isWide() ? std::max({36 * layout.scale, 1.5 * layout.type(13), few}) : std::max(layout.mark(22), few);
    const double largest = std::clamp(spec.hiddenSize * row, layout.mark(44), layout.mark(230));
    const double wanted = std::min(layout.mark(36), 0.4 * space / gaps);
    const double height = std::max(1.0, std::floor(std::min(largest, (space - gaps * wanted) / glyphs)));
    const double gap = std::min(layout.mark(130), (space - glyphs * height) / gaps);
    const double spare = space - glyphs * height - gaps * gap;

    double y = bottom - spare / 2;
    for (int layer = 0; layer < spec.layers; ++layer) {
        for (int direction = 0; direction < directions; ++direction) {
            y -= gap + height;
            const bool both = spec.bidirectional && layout.roomy;
            const double aside = both ? std::round(layout.steps.stepWidth * 0.2) * (direction == 0 ? -1 : 1) : 0;
            layout.rows.push_back(
                {layer, direction == 0 ? Direction::forward : Direction::backward, std::round(y), height, aside});
        }
        if (spec.bidirectional) {
            y -= gap + layout.joinHeight;
            layout.joins.push_back(y + layout.joinHeight / 2);
        }
    }
    return spare;
}

double glyphWidth(const NetworkLayout &layout, const NetworkSpec &spec)
{
    const double step = layout.steps.stepWidth;
    if (!layout.roomy)
        return std::max(2.0, std::floor(step * 0.8));
    if (layout.isWide())
        return std::round(std::min(layout.mark(160), step * (spec.bidirectional ? 0.32 : 0.5)));
    return std::round(spec.bidirectional ? std::min(layout.mark(44), step * 0.32)
                                         : std::min(layout.mark(64), step * 0.5));
}

} // namespace

bool NetworkLayout::isWide() const
{
    return steps.stepWidth >= wideStep * unit;
}

double NetworkLayout::type(double pixels) const
{
    return std::max(11.0, (classroom ? classroomType(pixels) : pixels) * scale);
}

double NetworkLayout::margin() const
{
    return std::min(24 * unit, 24 * size.width() / boardWidth);
}

double NetworkLayout::words() const
{
    return std::min(type(14), 18 * unit);
}

QRectF NetworkLayout::glyph(const NetworkRow &row, int step) const
{
    return {std::round(middle(step) + row.aside - glyphWidth / 2), row.top, glyphWidth, row.height};
}

QRectF NetworkLayout::over(int step, double top, double bottom, double width) const
{
    const double shown = std::min(width, steps.stepWidth - 2);
    return {middle(step) - shown / 2, top, shown, bottom - top};
}

double NetworkLayout::sourceOf(int layer) const
{
    if (layer == 0)
        return embeddingTop < embeddingBottom ? embeddingTop : inputTop;
    if (!joins.empty())
        return joins[static_cast<std::size_t>(layer) - 1] - joinHeight / 2;
    return rows[static_cast<std::size_t>(layer) - 1].top;
}

NetworkLayout networkLayout(const QSizeF &size, const Scene &scene)
{
    NetworkLayout layout;
    layout.size = size;
    layout.classroom = scene.classroom;
    const double down = size.height() / boardHeight;
    layout.scale = std::min(size.width() / boardWidth, down);
    layout.unit = unitOf(size);
    layout.steps = stepGeometry(size.width(), layout.unit, scene);
    layout.end = std::clamp(scene.trace().length(scene.playhead.sequence), layout.steps.firstStep,
                            layout.steps.firstStep + layout.steps.shownSteps);
    layout.roomy = layout.steps.stepWidth >= roomyStep;
    layout.glyphWidth = glyphWidth(layout, scene.spec());

    const double header = std::max(44 * down, layout.type(15) * 1.75 + 4);
    layout.header = header * 0.64;
    layout.foot = size.height() - std::max(7.0, 12 * down);
    layout.numbers = layout.foot - layout.type(12) * 1.7;
    layout.inputBottom = layout.numbers - layout.type(13) - 3;
    layout.inputTop = layout.inputBottom - std::max(22.0, layout.mark(44));
    const bool embedding = scene.spec().embeddingRows > 0;
    layout.embeddingBottom = layout.inputTop - (embedding ? 3 : 0);
    layout.embeddingTop = layout.embeddingBottom - (embedding ? std::max(5.0, layout.mark(9)) : 0);

    layout.headTop = header + layout.mark(4);
    const bool head = !scene.trace().headOutput.empty();
    layout.headBottom = layout.headTop + (head ? std::max(layout.mark(50), layout.type(18) + layout.type(12) + 6) : 0);
    const bool attention = !scene.trace().attention.empty();
    layout.attentionTop = layout.headBottom + (attention ? layout.mark(8) : 0);
    layout.attentionBottom = layout.attentionTop + (attention ? layout.mark(34) : 0);

    const double spare = placeRows(layout, scene.spec(), head, layout.attentionBottom, layout.embeddingTop) / 2;
    for (double *height : {&layout.headTop, &layout.headBottom, &layout.attentionTop, &layout.attentionBottom})
        *height += spare;
    for (double *height :
         {&layout.embeddingTop, &layout.embeddingBottom, &layout.inputTop, &layout.inputBottom, &layout.numbers})
        *height -= spare;
    return layout;
}

QRectF currentGlyph(const QSizeF &size, const Scene &scene)
{
    const NetworkLayout layout = networkLayout(size, scene);
    const PlayheadState &at = scene.playhead;
    return layout.glyph(layout.rows[scene.spec().layerIndex(at.layer, at.direction)], at.step);
}

} // namespace gatescope
