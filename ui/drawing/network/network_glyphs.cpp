// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/network/network_glyphs.h"

#include "ui/common/contrast.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/marks/sign_marks.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>
#include <QPaintEngine>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double thinnestRow = 5; ///< thinner rows of a glyph have no gap between them and cannot be pointed at

const TimeArray &statesOf(const NetworkCanvas &canvas, const NetworkRow &row)
{
    return canvas.backward() ? canvas.scene.gradients().at(canvas.spec(), row.layer, row.direction)[Part::state]
                             : canvas.scene.trace().at(row.layer, row.direction)[Part::state];
}

/// The value of units first … end−1 that is farthest from 0.
double strongest(const TimeArray &values, int step, int sequence, int first, int end)
{
    double found = values(step, sequence, first);
    for (int unit = first + 1; unit < end; ++unit) {
        const double value = values(step, sequence, unit);
        if (std::abs(value) > std::abs(found))
            found = value;
    }
    return found;
}

/// The glyphs of the shown steps side by side, [lines, steps].
Matrix linesOf(const NetworkCanvas &canvas, const NetworkRow &row)
{
    const TimeArray &values = statesOf(canvas, row);
    const NetworkLayout &layout = canvas.layout;
    const int units = values.units();
    const int lines = std::min(units, std::max(1, static_cast<int>(row.height)));
    Matrix result(lines, layout.end - layout.steps.firstStep);
    for (int column = 0; column < result.cols(); ++column) {
        for (int line = 0; line < lines; ++line)
            result(line, column) = strongest(values, layout.steps.firstStep + column, canvas.scene.playhead.sequence,
                                             line * units / lines, (line + 1) * units / lines);
    }
    return result;
}

/// A column of an image as large as it is shown. To be stretched by Qt costs a screen many times as much.
QImage stretched(const QImage &colours, int column, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        std::fill_n(line, size.width(), colours.pixel(column, y * colours.height() / size.height()));
    }
    return image;
}

void drawColourColumn(QPainter &painter, const QRectF &where, const QImage &colours, int column)
{
    const double pitch = where.height() / colours.height();
    if (pitch >= thinnestRow) {
        for (int line = 0; line < colours.height(); ++line)
            painter.fillRect(QRectF(where.left(), where.top() + line * pitch, where.width(), pitch - 1),
                             colours.pixelColor(column, line));
    } else if (painter.paintEngine()->type() == QPaintEngine::Raster) {
        const QTransform device = painter.deviceTransform();
        const QSize pixels(std::max(1, qRound(where.width() * device.m11())),
                           std::max(1, qRound(where.height() * device.m22())));
        painter.drawImage(where, stretched(colours, column, pixels));
    } else {
        painter.drawImage(where, colours.copy(column, 0, 1, colours.height()));
    }
}

/// Where few steps leave the room, the numbers themselves; elsewhere a dash says that a value is negative.
void drawNumbers(const NetworkCanvas &canvas, const NetworkRow &row, int step, double scale)
{
    const NetworkLayout &layout = canvas.layout;
    const TimeArray &values = statesOf(canvas, row);
    const QRectF glyph = layout.glyph(row, step);
    const double pitch = row.height / values.units();
    const double pixels = std::max(std::min(layout.type(16), pitch * 0.8), std::min(layout.type(24), pitch * 0.34));
    const ValueStyle style = canvas.backward() ? ValueStyle::gradient : ValueStyle::signedValue;
    if (!layout.isWide() || pixels < 11 || glyph.width() < 7 * 0.6 * pixels) {
        if (pitch < thinnestRow)
            return;
        const ColumnStyle column{.style = style, .role = Role::state, .scale = scale, .decades = canvas.decades()};
        for (int unit = 0; unit < values.units(); ++unit)
            drawSignMark(canvas.painter, {glyph.left(), glyph.top() + unit * pitch, glyph.width(), pitch - 1},
                         canvas.onScale(values(step, canvas.scene.playhead.sequence, unit)), column, canvas.theme());
        return;
    }
    for (int unit = 0; unit < values.units(); ++unit) {
        const double value = values(step, canvas.scene.playhead.sequence, unit);
        const QColor fill
            = valueFill(canvas.onScale(value), style, Role::state, scale, canvas.theme(), canvas.decades());
        const QPointF at(glyph.center().x(), glyph.top() + (unit + 0.5) * pitch + pixels * 0.36);
        drawText(canvas.painter, at, canvas.backward() ? gradientNumber(value) : onStage(value), numberFont(pixels),
                 canvas.theme().inkOn(fill, canvas.painter.opacity()), Align::centre);
    }
}

/// Dashed around what is not computed yet.
QPen framePen(const NetworkCanvas &canvas, double computed)
{
    const Theme &theme = canvas.theme();
    if (computed > 0)
        return {theme.line, 1};
    QPen pen(hasStrongLines(theme) ? theme.line : theme.ink3, 1);
    pen.setDashPattern({3, 3});
    return pen;
}

/// Whether training drops what this unit sends up.
bool isDropped(const NetworkCanvas &canvas, const NetworkRow &row, int step, int unit)
{
    const auto &masks = canvas.scene.trace().batch->dropout.betweenLayers;
    if (row.layer >= std::ssize(masks))
        return false;
    const int offset = row.direction == Direction::forward ? 0 : canvas.spec().hiddenSize;
    return masks[static_cast<std::size_t>(row.layer)](step, canvas.scene.playhead.sequence, offset + unit) == 0;
}

void hatchDropped(NetworkCanvas &canvas, const NetworkRow &row, int step)
{
    if (canvas.scene.trace().batch->dropout.betweenLayers.empty())
        return;
    const QRectF glyph = canvas.layout.glyph(row, step);
    const int units = canvas.spec().hiddenSize;
    const double pitch = glyph.height() / units;
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(QBrush(canvas.theme().ink, Qt::BDiagPattern));
    for (int unit = 0; unit < units; ++unit) {
        if (isDropped(canvas, row, step, unit))
            canvas.painter.drawRect(
                QRectF(glyph.left(), glyph.top() + unit * pitch, glyph.width(), std::max(pitch, 1.0)));
    }
}

QString placeWords(const NetworkCanvas &canvas, const NetworkRow &row, int step)
{
    if (!canvas.spec().bidirectional)
        return QCoreApplication::translate("gatescope", "layer %1, step %2").arg(row.layer).arg(step);
    return (row.direction == Direction::forward
                ? QCoreApplication::translate("gatescope", "layer %1 forward, step %2")
                : QCoreApplication::translate("gatescope", "layer %1 backward, step %2"))
        .arg(row.layer)
        .arg(step);
}

/// "z of unit 1, n of unit 3": what a what-if holds in a cell.
QString heldWords(const NetworkCanvas &canvas, const NetworkRow &row, int step)
{
    QStringList held;
    for (const Pin &pin : canvas.scene.trace().batch->pins) {
        const std::string_view symbol = describe(pin.part).symbol;
        if (holdsAt(pin, row.layer, row.direction, step, canvas.scene.playhead.sequence))
            held += QCoreApplication::translate("gatescope", "%1 of unit %2")
                        .arg(QString::fromUtf8(symbol.data(), qsizetype(symbol.size())),
                             unitLabel(canvas.scene, pin.layer, pin.direction, pin.unit));
    }
    return held.join(QStringLiteral(", "));
}

/// "layer 0, step 2, …; held here: z of unit 1"
QString withHeld(const QString &words, const QString &held)
{
    return held.isEmpty() ? words : QCoreApplication::translate("gatescope", "%1; held here: %2").arg(words, held);
}

QString valueWords(const NetworkCanvas &canvas, const NetworkRow &row, int step, int unit, bool known)
{
    const double value = statesOf(canvas, row)(step, canvas.scene.playhead.sequence, unit);
    const QString number = !known ? QCoreApplication::translate("gatescope", "not computed yet")
        : canvas.backward()       ? gradientNumber(value, 3)
                                  : inInspector(value);
    const QString words
        = (canvas.backward() ? QCoreApplication::translate("gatescope", "%1, dL/dh of unit %2: %3")
                             : QCoreApplication::translate("gatescope", "%1, state h of unit %2: %3"))
              .arg(placeWords(canvas, row, step), unitLabel(canvas.scene, row.layer, row.direction, unit), number);
    return isDropped(canvas, row, step, unit) ? QCoreApplication::translate("gatescope", "%1; dropped").arg(words)
                                              : words;
}

/// One area for the glyph, which tells of the followed unit, and over it one for each unit that can be pointed at.
void addAreas(NetworkCanvas &canvas, const NetworkRow &row, int step)
{
    const bool known = canvas.mayTell(canvas.progress.state(row.layer, row.direction, step));
    const QRectF glyph = canvas.layout.glyph(row, step);
    const int units = canvas.spec().hiddenSize;
    const double pitch = glyph.height() / units;
    PlayheadState there = canvas.at(step, row.layer, row.direction);
    const QRectF around = canvas.layout.roomy ? glyph.adjusted(-4, -4, 4, 4) : glyph;
    const QString held = heldWords(canvas, row, step);
    canvas.area(around, there, withHeld(valueWords(canvas, row, step, there.unit, known), held));
    for (int unit = 0; canvas.layout.roomy && pitch >= thinnestRow && unit < units; ++unit) {
        there.unit = unit;
        canvas.area({glyph.left(), glyph.top() + unit * pitch, glyph.width(), pitch}, there,
                    withHeld(valueWords(canvas, row, step, unit, known), held));
    }
}

} // namespace

double networkScale(const NetworkCanvas &canvas)
{
    if (const double fine = networkStateScale(canvas.scene); fine < 1)
        return fine;
    if (describe(Part::state).range == Range::bounded && canvas.spec().stateActivation == StateActivation::tanh)
        return 1;
    double largest = 1;
    for (const NetworkRow &row : canvas.layout.rows) {
        const TimeArray &values = canvas.scene.trace().at(row.layer, row.direction)[Part::state];
        for (int step = canvas.layout.steps.firstStep; step < canvas.layout.end; ++step) {
            if (canvas.mayTell(canvas.progress.state(row.layer, row.direction, step)))
                largest = std::max(
                    largest, std::abs(strongest(values, step, canvas.scene.playhead.sequence, 0, values.units())));
        }
    }
    return niceScale(largest);
}

void drawGlyphs(NetworkCanvas &canvas, const NetworkRow &row)
{
    const PainterScope scope(canvas.painter);
    QPainter &painter = canvas.painter;
    const NetworkLayout &layout = canvas.layout;
    const ValueStyle style = canvas.backward() ? ValueStyle::gradient : ValueStyle::signedValue;
    const double scale = networkScale(canvas);
    const QImage colours = heatImage(linesOf(canvas, row) * canvas.onScale(1), style, Role::state, scale,
                                     canvas.theme(), canvas.decades());
    for (int step = layout.steps.firstStep; step < layout.end; ++step) {
        const QRectF glyph = layout.glyph(row, step);
        const double computed = canvas.progress.state(row.layer, row.direction, step);
        if (layout.roomy) {
            painter.setPen(framePen(canvas, computed));
            painter.setBrush(canvas.theme().paper);
            painter.drawRoundedRect(glyph.adjusted(-3.5, -3.5, 3.5, 3.5), 4, 4);
        } else {
            painter.fillRect(glyph, canvas.theme().paper);
        }
        if (canvas.opacityOf(computed) > 0) {
            const Opacity opacity(painter, canvas.opacityOf(computed));
            painter.setRenderHint(QPainter::Antialiasing, false); // rows meet without a seam
            drawColourColumn(painter, glyph, colours, step - layout.steps.firstStep);
            hatchDropped(canvas, row, step);
            painter.setRenderHint(QPainter::Antialiasing, true);
            drawNumbers(canvas, row, step, scale);
        }
        if (layout.roomy && !heldWords(canvas, row, step).isEmpty())
            drawHeldMark(painter, glyph.adjusted(-3.5, -3.5, 3.5, 3.5), layout.mark(1), canvas.theme());
        addAreas(canvas, row, step);
    }
}

void drawCurrentFrame(NetworkCanvas &canvas)
{
    const PlayheadState &at = canvas.scene.playhead;
    const NetworkRow &row = canvas.layout.rows[canvas.spec().layerIndex(at.layer, at.direction)];
    const double gap = canvas.layout.roomy ? 4.5 : 2;
    canvas.painter.setPen(QPen(canvas.theme().ink, canvas.layout.roomy ? 3 : 2));
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.drawRoundedRect(canvas.layout.glyph(row, at.step).adjusted(-gap, -gap, gap, gap), 5, 5);
}

} // namespace gatescope
