// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_lanes.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/marks/sign_marks.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/scene/known.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/timeline/timeline_names.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

const TimeArray &valuesOf(Part part, const Trace &trace, const PlayheadState &at)
{
    return trace.at(at.layer, at.direction)[part];
}

/// What a lane shows, its arrays looked up once.
class LaneValues
{
public:
    LaneValues(const TimelineLane &lane, const Scene &scene)
        : m_values(valuesOf(lane.part, scene.trace(), scene.playhead)), m_sequence(scene.playhead.sequence)
    {
        if (lane.isDifference)
            m_before = &valuesOf(lane.part, *scene.ghost->trace, scene.playhead);
    }

    double operator()(int step, int unit) const
    {
        const double value = m_values(step, m_sequence, unit);
        return m_before ? value - (*m_before)(step, m_sequence, unit) : value;
    }
    /// The step's values in memory, where they are what the lane shows.
    const double *row(int step) const
    {
        const double *values = m_before ? nullptr : m_values.doubles();
        const auto rows = static_cast<std::size_t>(step) * static_cast<std::size_t>(m_values.batch());
        return values
            ? values + (rows + static_cast<std::size_t>(m_sequence)) * static_cast<std::size_t>(m_values.units())
            : nullptr;
    }

private:
    const TimeArray &m_values;
    const TimeArray *m_before = nullptr; ///< of the run before a what-if
    int m_sequence;
};

/// Shown steps of which a part is known: from the first to before the second.
std::pair<int, int> knownSteps(const TimelineLayout &layout, const Scene &scene, Part part)
{
    int first = layout.steps.firstStep, end = realEnd(layout, scene);
    while (first < end && !isKnown(scene, first, part))
        ++first;
    while (first < end && !isKnown(scene, end - 1, part))
        --end;
    return {first, end};
}

ValueStyle laneStyle(const TimelineLane &lane)
{
    return describe(lane.part).range == Range::gate ? ValueStyle::gate : ValueStyle::signedValue;
}

/// What the lane's colours are of, [row, column]: values, or means of a band's units over a column's steps.
Matrix laneValues(const TimelineLane &lane, const TimelineLayout &layout, const Scene &scene, int end)
{
    const int shared = layout.steps.columnSteps();
    Matrix shown(layout.bands.count, (end - layout.steps.firstStep + shared - 1) / shared);
    Eigen::Index column = 0;
    const LaneValues value(lane, scene);
    forEachColumn(layout, end, [&](int first, int last) {
        for (int band = 0; band < layout.bands.count; ++band)
            shown(band, column) = layout.sumsUp() ? laneSummary(lane, layout, scene, band, first, last).mean
                                                  : value(first, layout.bands.of(band).front());
        ++column;
    });
    return shown;
}

/// Between the steps, through all lanes at once.
void drawStepGaps(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    if (layout.isNarrow() || layout.leavesOut || layout.lanes.empty())
        return;
    const double top = layout.lanes.front().top, height = layout.lanes.back().bottom() - top;
    const double gap = layout.stepWidth() >= layout.px(24) ? layout.px(2) : layout.px(1);
    const int end = realEnd(layout, scene);
    for (int step = layout.steps.firstStep + 1; step < end; ++step)
        painter.fillRect(QRectF(layout.left(step) - gap / 2, top, gap, height), scene.theme.paper);
}

/// What is not known yet is empty.
void coverUnknown(QPainter &painter, const TimelineLane &lane, const TimelineLayout &layout, int end,
                  const Scene &scene)
{
    const auto [firstKnown, endKnown] = knownSteps(layout, scene, lane.part);
    const auto cover = [&](int first, int last) {
        if (first < last)
            painter.fillRect(QRectF(layout.left(first), lane.top, (last - first) * layout.stepWidth(), lane.height),
                             scene.theme.paper);
    };
    cover(layout.steps.firstStep, firstKnown);
    cover(endKnown, end);
}

/// Where rows and steps have the room, the numbers themselves; whether they have.
bool drawNumbers(QPainter &painter, const TimelineLane &lane, const TimelineLayout &layout, const Matrix &values,
                 double scale, const Scene &scene)
{
    constexpr double characters = 5.5; // "-0.29" and a little air
    const double high = layout.px(lane.pitch() >= layout.px(34) ? 18 : lane.pitch() >= layout.px(20) ? 13 : 11);
    const double wide = std::max(layout.px(11), layout.stepWidth() / (0.6 * characters));
    const double pixels = scene.classroom ? layout.px(24) : std::min(high, wide);
    if (layout.sumsUp() || lane.pitch() < pixels * (scene.classroom ? 0.85 : 1.25)
        || layout.stepWidth() < pixels * 0.6 * characters)
        return false;
    const Theme &theme = scene.theme;
    for (int row = 0; row < values.rows(); ++row) {
        const bool followed = layout.bands.of(row).front() == scene.playhead.unit;
        const QFont font = numberFont(pixels, followed ? QFont::DemiBold : QFont::Normal);
        for (int column = 0; column < values.cols(); ++column) {
            const QColor fill = valueFill(values(row, column), laneStyle(lane), roleOf(lane.part), scale, theme);
            const QPointF at(layout.middle(layout.steps.firstStep + column),
                             lane.unitTop(row) + lane.unitHeight(row) / 2 + pixels * 0.36);
            drawText(painter, at, onStageBriefly(values(row, column)), font, theme.inkOn(fill, 1), Align::centre);
        }
    }
    return true;
}

/// A lane with what is drawn in it.
struct Strip {
    const TimelineLane &lane;
    double scale;      ///< the value of the fullest colour
    Matrix values;     ///< as laneValues has them
    QRectF kept, rest; ///< on the canvas: rows that stay at the top, and the others
};

/// Of lanes that show means: signs cancel in them, so that on the scale of single values they may all look like 0.
double scaleOfMeans(const TimelineLane &lane, const TimelineLayout &layout, const Scene &scene, const Matrix &means)
{
    constexpr double hardlySeen = 0.3; // of the scale
    const double scale = laneScale(lane, layout, scene);
    if (means.size() == 0 || scene.predicting || laneStyle(lane) == ValueStyle::gate)
        return scale;
    const double largest = means.cwiseAbs().maxCoeff();
    return largest > 0 && largest < hardlySeen * scale ? fineScale(largest) : scale;
}

/// All of them; without values where no step is shown.
std::vector<Strip> strips(const TimelineLayout &layout, const Scene &scene)
{
    const int end = realEnd(layout, scene);
    const bool isEmpty = end == layout.steps.firstStep || layout.leavesOut;
    std::vector<Strip> all;
    for (const TimelineLane &lane : layout.lanes) {
        Matrix values = isEmpty ? Matrix() : laneValues(lane, layout, scene, end);
        const double left = layout.left(layout.steps.firstStep);
        const double width = static_cast<double>(values.cols()) * layout.steps.columnWidth();
        const QRectF kept(left, lane.top, width, lane.keptBottom() - lane.top);
        const QRectF rest(left, lane.restTop(), width, lane.bottom() - lane.restTop());
        const double scale
            = layout.sumsUp() ? scaleOfMeans(lane, layout, scene, values) : laneScale(lane, layout, scene);
        all.push_back({lane, scale, std::move(values), kept, rest});
    }
    return all;
}

void drawColours(QPainter &painter, const Strip &strip, const Theme &theme)
{
    const TimelineLane &lane = strip.lane;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const auto drawRows = [&](const QRectF &where, int first, Eigen::Index rows) {
        if (rows > 0)
            painter.drawImage(where,
                              heatImage(strip.values.middleRows(first, rows), laneStyle(lane), roleOf(lane.part),
                                        strip.scale, theme));
    };
    drawRows(strip.kept, 0, lane.kept);
    drawRows(strip.rest, lane.kept, strip.values.rows() - lane.kept);
}

/// Where a value's cell has no number, a dash says that it is negative.
void drawSigns(QPainter &painter, const Strip &strip, const Theme &theme)
{
    const TimelineLane &lane = strip.lane;
    const ColumnStyle style{.style = laneStyle(lane), .role = roleOf(lane.part), .scale = strip.scale};
    drawSignMarks(painter, strip.kept, strip.values.topRows(lane.kept), style, theme);
    drawSignMarks(painter, strip.rest, strip.values.bottomRows(strip.values.rows() - lane.kept), style, theme);
}

void drawOverColours(QPainter &painter, const Strip &strip, const TimelineLayout &layout, const Scene &scene)
{
    if (!drawNumbers(painter, strip.lane, layout, strip.values, strip.scale, scene))
        drawSigns(painter, strip, scene.theme);
    coverUnknown(painter, strip.lane, layout, realEnd(layout, scene), scene);
    for (const QRectF &rows : {strip.kept, strip.rest})
        if (rows.height() > 0)
            drawHairFrame(painter, rows.adjusted(-0.5, -0.5, 0.5, 0.5), scene.theme.line);
}

} // namespace

Summary laneSummary(const TimelineLane &lane, const TimelineLayout &layout, const Scene &scene, int band, int first,
                    int end)
{
    if (layout.summary)
        if (const StepPyramid *pyramid = layout.summary->laneOf(lane.part, lane.isDifference))
            return pyramid->over(band, first, end);
    const LaneValues value(lane, scene);
    double least = INFINITY, largest = -INFINITY, sum = 0;
    const std::span<const int> units = layout.bands.of(band);
    for (int step = first; step < end; ++step) {
        const double *row = value.row(step);
        for (const int unit : units) {
            const double at = row ? row[unit] : value(step, unit);
            least = std::min(least, at);
            largest = std::max(largest, at);
            sum += at;
        }
    }
    const double mean = sum / (static_cast<double>(units.size()) * (end - first));
    return {static_cast<float>(least), static_cast<float>(mean), static_cast<float>(largest)};
}

double laneValue(const TimelineLane &lane, const Scene &scene, int step, int unit)
{
    return LaneValues(lane, scene)(step, unit);
}

double laneScale(const TimelineLane &lane, const TimelineLayout &layout, const Scene &scene)
{
    if (describe(lane.part).range == Range::gate)
        return 1;
    if (describe(lane.part).range == Range::bounded && !lane.isDifference)
        return stateScale(scene);
    double largest = 0;
    const auto [first, end] = knownSteps(layout, scene, lane.part);
    for (int band = 0; first < end && !layout.leavesOut && band < layout.bands.count; ++band) {
        const Summary all = laneSummary(lane, layout, scene, band, first, end);
        largest = std::max({largest, std::abs(static_cast<double>(all.min)), std::abs(static_cast<double>(all.max))});
    }
    return lane.isDifference ? fineScale(largest) : signedScale(largest);
}

void drawLaneStrips(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const std::vector<Strip> all = strips(layout, scene);
    for (const Strip &strip : all) {
        if (strip.values.size() > 0)
            drawColours(painter, strip, scene.theme);
    }
    drawStepGaps(painter, layout, scene);
    for (const Strip &strip : all) {
        if (strip.values.size() > 0)
            drawOverColours(painter, strip, layout, scene);
        drawLaneName(painter, strip.lane, layout, strip.scale, scene);
    }
}

void drawPastEnd(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const int end = realEnd(layout, scene);
    if (end == layout.endStep())
        return;
    const QColor line = scene.theme.name == ThemeName::light ? scene.theme.line : scene.theme.line.darker(120);
    const auto hatch = [&](double top, double bottom) {
        const QRectF where(layout.left(end) + layout.px(1), top, layout.right() - layout.left(end) - layout.px(1),
                           bottom - top);
        painter.setBrush(QBrush(line, Qt::BDiagPattern));
        painter.setPen(Qt::NoPen);
        painter.drawRect(where);
    };
    for (const TimelineLane &lane : layout.lanes)
        hatch(lane.top, lane.bottom());
    hatch(layout.gradientTop, layout.gradientBottom);
    const QString words = QCoreApplication::translate("gatescope", "no step here");
    const QFont font = interfaceFont(layout.px(11));
    const double room = layout.right() - layout.left(end);
    if (textWidth(words, font) + layout.px(8) <= room)
        drawText(painter, {layout.left(end) + room / 2, layout.inputBottom - layout.px(10)}, words, font,
                 scene.theme.ink2, Align::centre);
}

} // namespace gatescope
