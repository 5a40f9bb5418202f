// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_gradient.h"

#include "core/trace/health_report.h"
#include "ui/common/contrast.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/scene/gradient_decades.h"
#include "ui/drawing/scene/known.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

constexpr double numberWidth = 48; ///< from here on a step has room for "4.9e−5"

/// The words in lines no wider than `width`.
QStringList wrapped(const QString &words, const QFont &font, double width)
{
    QStringList lines{QString()};
    for (const QString &word : words.split(' ')) {
        const QString longer = lines.last().isEmpty() ? word : lines.last() + ' ' + word;
        if (textWidth(longer, font) > width)
            lines.append(word);
        else
            lines.last() = longer;
    }
    return lines;
}

double gutterLeft(const TimelineLayout &layout)
{
    return layout.px(layout.compact ? 16 : 24);
}

/// The symbol, and under it of which loss; nothing stands as low as the step numbers.
void drawLaneGutter(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const Theme &theme = scene.theme;
    const double x = gutterLeft(layout);
    const double words = layout.gradientBottom - layout.px(1);
    // Both lines stay inside this lane.
    drawMath(painter, {x, words - layout.px(13)}, QStringLiteral("|∂L/∂h_{t}|"), layout.px(12.5),
             theme.of(Role::gradient).text, theme);
    drawText(painter, {x, words}, watchedLossName(scene.record), interfaceFont(layout.px(11)), theme.ink2);
}

/// The symbol, what it means, and of which loss.
void drawMeterGutter(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const Theme &theme = scene.theme;
    const double x = gutterLeft(layout);
    const double symbol = layout.px(layout.compact ? 16 : 19);
    const double width = layout.steps.gutter - x - layout.px(8);
    double y = layout.gradientTop + symbol * 0.85;
    drawMath(painter, {x, y}, QStringLiteral("|∂L/∂h_{t}|"), symbol, theme.of(Role::gradient).text, theme);
    y += layout.px(layout.compact ? 2 : 5);
    const auto drawLines = [&](const QStringList &lines, const QFont &font, double pitch) {
        for (const QString &line : lines)
            drawText(painter, {x, y += pitch}, line, font, theme.ink2);
    };
    const QFont wordsFont = interfaceFont(layout.px(layout.compact ? 11 : 13));
    const QFont lossFont = interfaceFont(layout.px(11));
    const double wordsPitch = layout.px(layout.compact ? 13 : 15);
    const double lossPitch = layout.px(12);
    // How far it will have come is not told while it is to be predicted.
    const bool isOneLoss
        = scene.record.experiment->objective.watched != WatchedSteps::every; // others add to it on the way
    const QString signal = scene.predicting || !isOneLoss ? QString() : signalInWords(layout, scene);
    const QStringList words = !isOneLoss
        ? QStringList()
        : wrapped(signal.isEmpty() ? QCoreApplication::translate("gatescope", "what is left of the signal") : signal,
                  wordsFont, width);
    const QStringList loss = wrapped(watchedLossWords(scene.record), lossFont, width);
    // Which loss it is belongs to the symbol, and says more than what the bars are.
    const bool fitsBoth = y + words.size() * wordsPitch + loss.size() * lossPitch <= layout.gradientBottom;
    drawLines(loss, lossFont, lossPitch);
    if (fitsBoth)
        drawLines(words, wordsFont, wordsPitch);
}

/// A gradient's place between the least power at the bottom and 1, or what is larger, at the top.
struct Meter {
    double top;
    double bottom;
    MeterRange range;

    Meter(const TimelineLayout &layout, const Scene &scene)
        : top(layout.gradientTop + layout.px(layout.compact ? 13 : 16)), bottom(layout.gradientBottom),
          range(meterRange(layout, scene))
    {
    }
    double height(double gradient) const
    {
        const double decades = std::log10(std::abs(gradient) + 1e-300) - range.bottom;
        return (bottom - top) * std::clamp(decades / range.decades(), 0.0, 1.0);
    }
    /// From line to line of the grid; many decades have fewer.
    int stride() const { return range.decades() > 10 ? 6 : 2; }
    double lineDistance() const { return (bottom - top) * stride() / range.decades(); }
};

/// Steps that the backward pass has behind it, seen from the playhead.
bool isPassed(int step, const PlayheadState &playhead)
{
    return playhead.direction == Direction::forward ? step > playhead.step : step < playhead.step;
}

/// Shown steps whose gradient is known: from the first to before the second.
std::pair<int, int> knownGradients(const TimelineLayout &layout, const Scene &scene)
{
    int first = layout.steps.firstStep, end = realEnd(layout, scene);
    while (first < end && !isGradientKnown(scene, first))
        ++first;
    while (first < end && !isGradientKnown(scene, end - 1))
        --end;
    return {first, end};
}

/// Where the highest of the bars ends that stand between two places of the picture.
double highestTop(const TimelineLayout &layout, const Scene &scene, const Meter &meter, double left, double right)
{
    const auto [from, to] = knownGradients(layout, scene);
    double height = 0;
    forEachColumn(layout, layout.leavesOut ? 0 : realEnd(layout, scene), [&](int step, int end) {
        const bool isUnder = layout.left(step) < right && layout.left(step) + layout.steps.columnWidth() > left;
        if (isUnder && step >= from && end <= to)
            height = std::max(height, meter.height(largestGradient(layout, scene, step, end)));
    });
    return meter.bottom - height;
}

void drawBarNumber(QPainter &painter, const TimelineLayout &layout, const Scene &scene, const Meter &meter, int step)
{
    const bool current = step == scene.playhead.step;
    const bool fits = layout.stepWidth() >= layout.px(numberWidth) && !scene.classroom;
    if (!current && !fits)
        return;
    const Theme &theme = scene.theme;
    const QFont font
        = numberFont(layout.px(current ? (scene.classroom ? 24 : 13) : 11), current ? QFont::Bold : QFont::Normal);
    const QString number = gradientNumber(stateGradientLength(scene, step), scene.classroom ? 0 : 1);
    const double half = textWidth(number, font) / 2;
    // Where the playhead's frame is narrower than the number it would cut it in two: beside it there is room.
    const double beside = layout.stepWidth() / 2 + layout.px(6) + half;
    const bool isWide = 2 * half + layout.px(4) <= layout.stepWidth() || !current;
    const double middle = layout.middle(step);
    const double wanted = isWide                   ? middle
        : middle + beside + half <= layout.right() ? middle + beside
                                                   : middle - beside;
    const double x
        = std::clamp(wanted, layout.left(layout.steps.firstStep) + half, std::max(layout.right() - half, half));
    // Over the highest bar that it reaches over, and over the lines of the grid, which would strike it out.
    const double barTop = highestTop(layout, scene, meter, x - half - 3, x + half + 3);
    QColor veil = theme.paper;
    veil.setAlphaF(0.85f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(QRectF(x - half - 3, barTop - font.pixelSize() - 3, 2 * half + 6, font.pixelSize() + 3), 3,
                            3);
    const bool strong = current || isPassed(step, scene.playhead);
    drawText(painter, {x, barTop - layout.px(4)}, number, font, strong ? theme.ink : theme.ink2, Align::centre);
}

} // namespace

double largestGradient(const TimelineLayout &layout, const Scene &scene, int first, int end)
{
    if (layout.leavesOut || first >= end)
        return 0;
    if (layout.summary && layout.summary->gradient.rows() > 0)
        return layout.summary->gradient.over(0, first, end).max;
    double largest = 0;
    for (int step = first; step < end; ++step)
        largest = std::max(largest, stateGradientLength(scene, step));
    return largest;
}

double stateGradientLength(const Scene &scene, int step)
{
    const PlayheadState &at = scene.playhead;
    if (!scene.record.gradients)
        return 0;
    return scene.gradients().at(scene.spec(), at.layer, at.direction)[Part::state].at(step, at.sequence).norm();
}

MeterRange meterRange(const TimelineLayout &layout, const Scene &scene)
{
    constexpr double nothing = 1e-36; ///< what is smaller a summary, in single precision, may not hold
    const auto [from, to] = knownGradients(layout, scene);
    double largest = 1, smallest = 1;
    forEachColumn(layout, layout.leavesOut ? 0 : realEnd(layout, scene), [&](int step, int end) {
        const double length = step < from || end > to ? 0 : largestGradient(layout, scene, step, end);
        largest = std::max(largest, length);
        if (length >= nothing)
            smallest = std::min(smallest, length);
    });
    const double power = std::log10(largest);
    const int above = power > 4 ? 6 : 2; // 1 always has a line
    return {gradientFloor(smallest), static_cast<int>(std::ceil(power / above)) * above};
}

QString signalInWords(const TimelineLayout &layout, const Scene &scene)
{
    const bool forwards = scene.playhead.direction == Direction::forward;
    int from = forwards ? realEnd(layout, scene) - 1 : layout.steps.firstStep;
    const int to = forwards ? layout.steps.firstStep : realEnd(layout, scene) - 1;
    const auto isNone = [&](int step) {
        return (!layout.summary || largestGradient(layout, scene, step, step + 1) == 0)
            && stateGradientLength(scene, step) == 0;
    };
    if (layout.leavesOut || !scene.record.gradients)
        return {};
    while (from != to && isNone(from))
        from += forwards ? -1 : 1;
    if (from == to)
        return {};
    const double share = stateGradientLength(scene, to) / stateGradientLength(scene, from);
    const QString number = share >= 0.01 && share < 1000 ? onStage(share) : gradientNumber(share);
    const QString words = share < deadShare ? QCoreApplication::translate("gatescope", "step %1 → %2: lost, %3 is left")
        : share < 1                         ? QCoreApplication::translate("gatescope", "step %1 → %2: %3 is left")
        : share <= explosion                ? QCoreApplication::translate("gatescope", "step %1 → %2: grows %3 times")
                             : QCoreApplication::translate("gatescope", "step %1 → %2: explodes, %3 times");
    return words.arg(from).arg(to).arg(number);
}

void drawGradientLane(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const Theme &theme = scene.theme;
    drawLaneGutter(painter, layout, scene);
    const double inset = layout.isNarrow() ? 0 : layout.stepWidth() >= layout.px(24) ? layout.px(1) : layout.px(0.5);
    const double height = layout.gradientBottom - layout.gradientTop;
    const QFont font = numberFont(layout.px(layout.compact ? 11 : 12));
    const auto [from, to] = knownGradients(layout, scene);
    forEachColumn(layout, layout.leavesOut ? 0 : realEnd(layout, scene), [&](int step, int end) {
        if (step < from || end > to)
            return;
        const double length = largestGradient(layout, scene, step, end);
        const QColor fill = valueFill(length, ValueStyle::gradient, Role::gradient, 1, theme);
        painter.fillRect(
            QRectF(layout.left(step) + inset, layout.gradientTop, layout.steps.columnWidth() - 2 * inset, height),
            fill);
        // From the last row of a classroom small digits are noise; the hue tells, and the meter has the number.
        if (layout.stepWidth() >= layout.px(numberWidth) && !scene.classroom)
            drawText(painter, {layout.middle(step), layout.gradientTop + height / 2 + font.pixelSize() * 0.36},
                     gradientNumber(length), font, theme.inkOn(fill, 1), Align::centre);
    });
    const QRectF frame(layout.left(layout.steps.firstStep), layout.gradientTop,
                       (realEnd(layout, scene) - layout.steps.firstStep) * layout.stepWidth(), height);
    drawHairFrame(painter, frame.adjusted(-0.5, -0.5, 0.5, 0.5), theme.line);
}

void drawMeterGrid(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const Theme &theme = scene.theme;
    drawMeterGutter(painter, layout, scene);
    const Meter meter(layout, scene);
    for (int power = meter.range.bottom; power <= meter.range.top; power += meter.stride()) {
        const double y = std::round(meter.bottom - meter.height(std::pow(10.0, power))) + 0.5;
        const bool isOne
            = power == 0 && meter.range.top > 0; // above it the signal is larger than the loss it came from
        painter.setPen(QPen(isOne ? theme.ink3 : theme.line, 1));
        painter.drawLine(QPointF(layout.left(layout.steps.firstStep), y), QPointF(layout.right(), y));
        const int apart = std::max(1, int(std::ceil(layout.px(15) / meter.lineDistance()))) * meter.stride();
        if (power % apart != 0) // 1 always has its label
            continue;
        const QString label
            = QStringLiteral("*10*^{*%1%2*}").arg(power < 0 ? QStringLiteral("−") : QString()).arg(std::abs(power));
        drawMath(painter, {layout.right() + layout.px(6), y + layout.px(4.5)}, label, layout.px(14), theme.ink2, theme);
    }
}

void drawMeterBars(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const Meter meter(layout, scene);
    const double inset = std::round(layout.stepWidth() * 0.14);
    const double corner = layout.stepWidth() >= layout.px(24) ? 2 : 0;
    const auto [from, to] = knownGradients(layout, scene);
    const auto fillOf
        = [&](double opacity) { return blended(scene.theme.of(Role::gradient).hue, opacity, scene.theme.paper); };
    const QColor strongest = fillOf(1), passed = fillOf(0.55), toCome = fillOf(0.22);
    painter.setPen(Qt::NoPen);
    forEachColumn(layout, layout.leavesOut ? 0 : realEnd(layout, scene), [&](int step, int end) {
        if (step < from || end > to)
            return;
        const bool current = scene.playhead.step >= step && scene.playhead.step < end;
        const QColor &fill = current ? strongest : isPassed(step, scene.playhead) ? passed : toCome;
        const double height = meter.height(largestGradient(layout, scene, step, end));
        const QRectF bar(layout.left(step) + inset, meter.bottom - height, layout.steps.columnWidth() - 2 * inset,
                         height);
        if (layout.isNarrow())
            return painter.fillRect(bar, fill);
        const bool isOutlined = losesWhatIsPale(scene.theme) && !current;
        painter.setPen(isOutlined ? QPen(scene.theme.of(Role::gradient).text, 1) : QPen(Qt::NoPen));
        painter.setBrush(fill);
        painter.drawRoundedRect(isOutlined ? bar.adjusted(0.5, 0.5, -0.5, 0) : bar, corner, corner);
        if (!current)
            drawBarNumber(painter, layout, scene, meter, step);
    });
    const int current = scene.playhead.step;
    if (current >= layout.steps.firstStep && current < realEnd(layout, scene))
        drawBarNumber(painter, layout, scene, meter, current);
}

} // namespace gatescope
