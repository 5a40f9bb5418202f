// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_overview.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/scene/known.h"
#include "ui/drawing/scene/state_scale.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

/// The steps from the first to before the second, one at least, that a column of the strip stands for.
std::pair<int, int> stepsOfColumn(int column, int columns, int steps)
{
    const auto at = [&](int i) { return static_cast<int>(static_cast<std::int64_t>(i) * steps / columns); };
    const int first = std::min(at(column), steps - 1);
    return {first, std::max(first + 1, at(column + 1))};
}

/// Means of the state, [row, column]: a row for each pixel, or for each band where there are fewer.
Matrix states(const StepPyramid &state, const Bands &bands, int most, int columns)
{
    const int rows = std::min(bands.count, most);
    Matrix means(rows, columns);
    for (int column = 0; column < columns; ++column) {
        const auto [first, end] = stepsOfColumn(column, columns, state.steps());
        for (int row = 0; row < rows; ++row) {
            const int from = row * bands.count / rows, to = (row + 1) * bands.count / rows;
            double sum = 0;
            for (int band = from; band < to; ++band)
                sum += state.over(band, first, end).mean * static_cast<double>(bands.of(band).size());
            means(row, column) = sum / (bands.begin(to) - bands.begin(from));
        }
    }
    return means;
}

Matrix lengths(const StepPyramid &gradient, int columns)
{
    Matrix largest(1, columns);
    for (int column = 0; column < columns; ++column) {
        const auto [first, end] = stepsOfColumn(column, columns, gradient.steps());
        largest(0, column) = gradient.over(0, first, end).max;
    }
    return largest;
}

/// What the strip shows, and how it is coloured.
struct StripValues {
    Matrix values;
    ValueStyle style;
    Role role;
};

StripValues stripValues(const TimelineSummary &summary, const Scene &scene, int rows, int columns)
{
    if (scene.playhead.pass == Pass::backward && summary.gradient.rows() > 0)
        return {lengths(summary.gradient, columns), ValueStyle::gradient, Role::gradient};
    return {states(*summary.laneOf(Part::state, false), summary.subject.bands, rows, columns), ValueStyle::signedValue,
            Role::state};
}

bool isSeen(const Scene &scene, int step)
{
    return scene.playhead.pass == Pass::backward ? isGradientKnown(scene, step) : isKnown(scene, step, Part::state);
}

} // namespace

QRectF overviewStrip(const QSizeF &size, const TimelineGeometry &steps)
{
    return {steps.gutter, 3, std::floor(steps.room), size.height() - 8};
}

void drawTimelineOverview(QPainter &painter, const QSizeF &size, const Scene &scene, const TimelineView &view,
                          const TimelineGeometry &steps)
{
    const PainterScope scope(painter);
    const Theme &theme = scene.theme;
    painter.fillRect(QRectF({0, 0}, size), theme.paper);
    const QRectF strip = overviewStrip(size, steps);
    const QString words = QCoreApplication::translate("gatescope", "all %1 steps").arg(wholeNumber(steps.steps));
    drawText(painter, {steps.gutter >= 130 ? 24.0 : 16.0, strip.center().y() + 4}, words, interfaceFont(11),
             theme.ink2);
    if (view.summary && view.summary->subject.steps() > 0) {
        const int columns = static_cast<int>(strip.width());
        const StripValues shown = stripValues(*view.summary, scene, static_cast<int>(strip.height()), columns);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(strip, heatImage(shown.values, shown.style, shown.role, stateScale(scene), theme));
        for (int column = 0; scene.predicting && column < columns; ++column) {
            const auto [first, end] = stepsOfColumn(column, columns, view.summary->subject.steps());
            if (!isSeen(scene, first) || !isSeen(scene, end - 1))
                painter.fillRect(QRectF(strip.left() + column, strip.top(), 1, strip.height()), theme.paper);
        }
    }
    drawHairFrame(painter, strip.adjusted(-0.5, -0.5, 0.5, 0.5), theme.line);
}

void drawOverviewWindow(QPainter &painter, const QSizeF &size, const Scene &scene, const TimelineGeometry &steps)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = scene.theme;
    const QRectF strip = overviewStrip(size, steps);
    const auto x = [&](double step) { return strip.left() + strip.width() * step / steps.steps; };
    const double width = std::max(6.0, x(steps.endStep()) - x(steps.firstStep));
    const double middle = (x(steps.firstStep) + x(steps.endStep())) / 2;
    const QRectF window(std::clamp(middle - width / 2, strip.left(), strip.right() - width), strip.top() - 2, width,
                        strip.height() + 4);
    QColor veil = theme.paper;
    veil.setAlphaF(0.55f);
    painter.fillRect(QRectF(strip.topLeft(), QPointF(window.left(), strip.bottom())), veil);
    painter.fillRect(QRectF(QPointF(window.right(), strip.top()), strip.bottomRight()), veil);
    painter.setPen(QPen(theme.ink, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(window.adjusted(0, 1, 0, -1), 3, 3);
    const double at = std::round(x(scene.playhead.step + 0.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ink);
    painter.drawPolygon(QPolygonF{{at - 4, size.height() - 1}, {at + 4, size.height() - 1}, {at, strip.bottom() - 2}});
}

} // namespace gatescope
