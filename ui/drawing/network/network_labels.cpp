// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/network/network_labels.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/sign_marks.h"
#include "ui/drawing/network/network_glyphs.h"
#include "ui/drawing/words/breadcrumb.h"
#include "ui/drawing/words/step_words.h"
#include "ui/drawing/words/watched_loss.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::vector<HeaderLine> headerLines(const NetworkCanvas &canvas)
{
    const Scene &scene = canvas.scene;
    const PlayheadState &at = scene.playhead;
    QString where = stepWords(scene);
    if (scene.trace().batch->sequences() > 1)
        where = QCoreApplication::translate("gatescope", "sequence %1, %2").arg(at.sequence).arg(where);
    if (const QString layer = layerWords(scene); !layer.isEmpty())
        where = QCoreApplication::translate("gatescope", "%1, %2").arg(layer, where);
    if (canvas.backward()) {
        const QString loss = watchedLossWords(scene.record);
        return {{QCoreApplication::translate("gatescope", "backward to %1: gradient %2").arg(where, loss), {}, {}},
                {where, {}, {}}};
    }
    const HeaderLine reading = readingLine(scene);
    return {{QCoreApplication::translate("gatescope", "%1, reads ").arg(where) + reading.before, reading.letter, {}},
            {where, {}, {}}};
}

/// Words in the gutter, smaller where they would not fit.
void drawGutterWords(const NetworkCanvas &canvas, double baseline, const QString &words, double pixels, int weight,
                     const QColor &colour)
{
    const double x = canvas.layout.margin();
    const double room = canvas.layout.steps.gutter - x - 8;
    const double width = textWidth(words, interfaceFont(pixels, weight));
    const QFont font = interfaceFont(std::max(11.0, width > room ? pixels * room / width : pixels), weight);
    drawText(canvas.painter, {x, baseline}, words, font, colour);
}

QString unitCount(int units)
{
    return units == 1 ? QCoreApplication::translate("gatescope", "1 unit")
                      : QCoreApplication::translate("gatescope", "%n units", nullptr, units);
}

void drawLayerLabel(NetworkCanvas &canvas, const NetworkRow &row, double room)
{
    const NetworkLayout &layout = canvas.layout;
    const bool bidirectional = canvas.spec().bidirectional;
    const bool forward = row.direction == Direction::forward;
    QString name = QCoreApplication::translate("gatescope", "Layer %1").arg(row.layer);
    if (bidirectional)
        name += forward ? u" →"_qs : u" ←"_qs;
    const QString words = !bidirectional ? unitCount(canvas.spec().hiddenSize)
        : forward                        ? QCoreApplication::translate("gatescope", "from the left")
                                         : QCoreApplication::translate("gatescope", "from the right");
    const double pixels = layout.type(16);
    const double small = layout.type(13);
    const bool both = room >= pixels + small * 1.5;
    const double middle = row.middle();
    if (room >= 11)
        drawGutterWords(canvas, both ? middle - 2 : middle + pixels * 0.36, name, std::min(pixels, room),
                        QFont::DemiBold, canvas.theme().of(Role::state).text);
    if (both)
        drawGutterWords(canvas, middle + small * 1.3, words, small, QFont::Normal, canvas.theme().ink2);
    const PlayheadState &at = canvas.scene.playhead;
    canvas.area({layout.margin(), middle - room / 2, layout.steps.gutter - layout.margin() - 8, room},
                canvas.at(at.step, row.layer, row.direction),
                QCoreApplication::translate("gatescope", "%1, %2").arg(name, words));
}

/// "1e−6", "1", "1e12"
QString powerOfTen(int power)
{
    return power == 0 ? u"1"_qs : power < 0 ? u"1e−%1"_qs.arg(-power) : u"1e%1"_qs.arg(power);
}

/// A ramp of the colours between its ends' names. Returns where it ends.
double drawRamp(const NetworkCanvas &canvas, double x, const QString &low, const QString &high, ValueStyle style,
                double from, double to)
{
    constexpr int cells = 9;
    const NetworkLayout &layout = canvas.layout;
    const QFont font = interfaceFont(layout.type(12));
    const double cell = layout.mark(12);
    const double height = layout.type(12) * 0.85;
    x += drawText(canvas.painter, {x, layout.foot}, low, font, canvas.theme().ink2) + 5;
    const QRectF ramp(x, layout.foot - height, cells * cell, height);
    for (int i = 0; i < cells; ++i) {
        const double share = i / double(cells - 1);
        const double value
            = style == ValueStyle::gradient ? std::pow(10, from + (to - from) * share) : from + (to - from) * share;
        canvas.painter.fillRect(QRectF(ramp.left() + i * cell, ramp.top(), cell + 0.5, height),
                                valueFill(value, style, Role::state, 1, canvas.theme(), canvas.decades()));
        drawSignMark(canvas.painter, {ramp.left() + i * cell, ramp.top(), cell, height}, value,
                     {.style = style, .decades = canvas.decades()}, canvas.theme());
    }
    canvas.painter.setPen(QPen(canvas.theme().line, 1));
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.drawRect(ramp);
    x = ramp.right() + 5;
    return x + drawText(canvas.painter, {x, layout.foot}, high, font, canvas.theme().ink2);
}

} // namespace

void drawNetworkHeader(NetworkCanvas &canvas)
{
    const NetworkLayout &layout = canvas.layout;
    const double left = 24 * layout.size.width() / 1468;
    const double right = layout.size.width() - left;
    const double pixels = layout.type(15);
    const double width = drawBreadcrumb(canvas.painter, {left, layout.header}, pixels, canvas.scene, 0, canvas.areas);
    drawHeaderLine(canvas.painter, {right, layout.header}, pixels, headerLines(canvas),
                   right - left - width - layout.mark(24), canvas.theme());
}

void drawLayerLabels(NetworkCanvas &canvas)
{
    const std::vector<NetworkRow> &rows = canvas.layout.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double pitch = rows.size() > 1 ? (rows.front().middle() - rows.back().middle()) / double(rows.size() - 1)
                                             : rows[i].height + 40;
        const double twoLines = std::max(canvas.layout.type(48), canvas.layout.type(16) + 1.6 * canvas.layout.type(13));
        drawLayerLabel(canvas, rows[i], std::min(pitch - 2, twoLines));
    }
}

void drawNetworkLegend(NetworkCanvas &canvas)
{
    const NetworkLayout &layout = canvas.layout;
    const QFont font = interfaceFont(layout.type(12));
    const double right = layout.size.width() - layout.margin();
    double x = layout.steps.gutter;
    QStringList words;
    if (canvas.backward()) {
        x += drawMath(canvas.painter, {x, layout.foot}, u"∂L/∂h"_qs, layout.type(14),
                      canvas.theme().of(Role::gradient).text, canvas.theme())
            + 8;
        x = drawRamp(canvas, x, powerOfTen(canvas.gradients.bottom), powerOfTen(canvas.gradients.top),
                     ValueStyle::gradient, -canvas.decades(), 0);
        words << QCoreApplication::translate("gatescope", "grey, −: negative")
              << QCoreApplication::translate("gatescope", "width: its length, by decades");
    } else {
        const QString scale = QString::number(networkScale(canvas));
        x += drawMath(canvas.painter, {x, layout.foot}, u"h"_qs, layout.type(15), canvas.theme().of(Role::state).text,
                      canvas.theme())
            + 8;
        x = drawRamp(canvas, x, u"−"_qs + scale, u"+"_qs + scale, ValueStyle::signedValue, -1, 1);
        words << QCoreApplication::translate("gatescope", "chains: as wide as the state is large");
    }
    words << (canvas.scene.predicting ? QCoreApplication::translate("gatescope", "empty: not computed yet")
                  : layout.roomy      ? QCoreApplication::translate("gatescope", "faint, dashed: not computed yet")
                                      : QCoreApplication::translate("gatescope", "faint: not computed yet"));
    for (const QString &each : words) {
        x += layout.mark(24);
        if (x + textWidth(each, font) > right)
            return;
        x += drawText(canvas.painter, {x, layout.foot}, each, font, canvas.theme().ink2);
    }
}

} // namespace gatescope
