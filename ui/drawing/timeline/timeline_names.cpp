// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_names.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// From lane to lane.
double lanePitch(const TimelineLayout &layout)
{
    return layout.lanes.size() > 1 ? layout.lanes[1].top - layout.lanes[0].top : INFINITY;
}

/// Whether the letters of neighbours would touch.
bool areTight(const TimelineLayout &layout)
{
    return lanePitch(layout) < layout.px(14);
}

/// Words may be a little higher than their lane, as long as they leave those of its neighbours free.
double wordsBeside(const TimelineLane &lane, const TimelineLayout &layout)
{
    return std::min(layout.words(), std::max(lane.height, std::floor(lanePitch(layout))) - 1);
}

// Where letters and words of low lanes stand by turns, and what a letter takes.
constexpr double firstColumn = 5, secondColumn = 69, columnLetter = 10, tickRoom = 8;

/// Lanes that are too low for words of their own have them by turns in two columns, each over two lanes.
bool wordsStandBeside(const TimelineLayout &layout)
{
    return wordsBeside(layout.lanes.front(), layout) < 11 && 2 * lanePitch(layout) - 1 >= layout.px(11);
}

/// Marks the followed unit, left of x.
void drawTick(QPainter &painter, const TimelineLayout &layout, double x, double y, const Theme &theme)
{
    painter.setPen(QPen(theme.ink, layout.px(2), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x - layout.px(8), y), QPointF(x - layout.px(2), y));
}

} // namespace

void drawLaneName(QPainter &painter, const TimelineLane &lane, const TimelineLayout &layout, double scale,
                  const Scene &scene)
{
    const Theme &theme = scene.theme;
    const bool isOdd = (&lane - layout.lanes.data()) % 2 == 1;
    const bool isBeside = wordsStandBeside(layout);
    const double x = isBeside ? layout.px(isOdd ? secondColumn : firstColumn)
                              : layout.px((layout.compact ? 16 : 24) + (isOdd && areTight(layout) ? 20 : 0));
    const double middle = lane.top + lane.height / 2;
    const double symbol = std::clamp(lane.height * 0.85, layout.px(12), layout.px(layout.compact ? 19 : 22));
    const QColor colour = theme.of(roleOf(lane.part)).text;
    const QString letter
        = lane.isDifference ? QStringLiteral("*Δ*") + partSymbol(lane.part, scene) : partSymbol(lane.part, scene);
    drawMath(painter, {x, middle + symbol * 0.27}, letter, symbol, colour, theme);

    const double words = wordsBeside(lane, layout);
    if (isBeside) {
        const double left = x + layout.px(columnLetter);
        const double room = layout.px(isOdd ? layout.steps.gutter / layout.unit - tickRoom : secondColumn) - left;
        const QFont font = interfaceFont(layout.px(11));
        if (const QString label = partWords(lane.part); !lane.isDifference && textWidth(label, font) <= room)
            drawText(painter, {left, middle + font.pixelSize() * 0.35}, label, font, theme.ink2);
    } else if (words >= 11) {
        QString label = lane.isDifference ? QStringLiteral("  ") : partWords(lane.part); // its letters say it
        if (scale != 1) // a scale of means is not that of the values
            label = (layout.sumsUp() ? QCoreApplication::translate("gatescope", "means") : label)
                + QStringLiteral(" ±%1").arg(scale);
        const double left = x + layout.px(layout.compact ? 18 : 20);
        const double room = layout.steps.gutter - layout.px(tickRoom + 3) - left;
        double pixels = words * std::min(1.0, room / textWidth(label, interfaceFont(words)));
        if (pixels < 11 && scale != 1) { // the letter says which lane it is
            label = label.section(u' ', -1);
            pixels = words;
        }
        pixels = std::clamp(pixels, std::min(11.0, words), words);
        const int perRow = static_cast<int>(layout.bands.of(layout.bands.count - 1).size());
        const bool tellsRows = perRow > 1 && lane.height >= layout.px(27);
        drawText(painter, {left, middle + words * (tellsRows ? 0 : 0.35)}, label, interfaceFont(pixels), theme.ink2);
        if (tellsRows)
            drawText(painter, {left, middle + words * 0.35 + layout.px(7)},
                     QCoreApplication::translate("gatescope", "%1 units a row").arg(perRow),
                     interfaceFont(layout.px(11)), theme.ink2);
    }
    const int place = layout.places[static_cast<std::size_t>(scene.playhead.unit)];
    drawTick(painter, layout, layout.steps.gutter, lane.unitTop(place) + lane.unitHeight(place) / 2, theme);
    if (lane.kept > 0) // a bracket around those that stay at the top
        painter.fillRect(
            QRectF(layout.steps.gutter - layout.px(5), lane.top, layout.px(3), lane.keptBottom() - lane.top),
            theme.ink2);
}

QString partSymbol(Part part, const Scene &scene)
{
    if (part == Part::candidate)
        return scene.candidateLetter;
    const std::string_view symbol = describe(part).symbol;
    return QString::fromUtf8(symbol.data(), static_cast<qsizetype>(symbol.size()));
}

QString partWords(Part part)
{
    switch (part) {
    case Part::reset:
        return QCoreApplication::translate("gatescope", "reset");
    case Part::update:
        return QCoreApplication::translate("gatescope", "update");
    case Part::recurrentCandidate:
        return QCoreApplication::translate("gatescope", "the past");
    case Part::candidate:
    case Part::cellCandidate:
        return QCoreApplication::translate("gatescope", "candidate");
    case Part::inputGate:
        return QCoreApplication::translate("gatescope", "input");
    case Part::forgetGate:
        return QCoreApplication::translate("gatescope", "forget");
    case Part::outputGate:
        return QCoreApplication::translate("gatescope", "output");
    case Part::cell:
        return QCoreApplication::translate("gatescope", "cell");
    case Part::state:
        break;
    }
    return QCoreApplication::translate("gatescope", "state");
}

QRectF followedNameRoom(const TimelineLayout &layout)
{
    const double left = layout.px(layout.compact ? 16 : 24);
    return {left, layout.footBaseline - layout.px(11), layout.steps.gutter - layout.px(22) - left, layout.px(14)};
}

void drawFollowedName(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const QString name = unitName(scene, scene.playhead.unit);
    if (name.isEmpty())
        return;
    const QRectF room = followedNameRoom(layout);
    const QFont font = interfaceFont(layout.px(11));
    const double behindTick = layout.px(10);
    drawTick(painter, layout, room.left() + layout.px(8), layout.footBaseline - layout.px(4), scene.theme);
    drawText(painter, {room.left() + behindTick, layout.footBaseline},
             QFontMetricsF(font).elidedText(name, Qt::ElideRight, room.width() - behindTick), font, scene.theme.ink);
}

} // namespace gatescope
