// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/network/network_input.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/marks/sign_marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int mostWritten = 2; ///< of a step's inputs that are written out

bool readsNumbers(const NetworkCanvas &canvas)
{
    return std::holds_alternative<NumberInput>(canvas.scene.record.experiment->input.source);
}

Vector inputAt(const NetworkCanvas &canvas, int step)
{
    return canvas.scene.trace().batch->x.at(step, canvas.scene.playhead.sequence);
}

/// The largest input that is shown, for the colours.
double inputScale(const NetworkCanvas &canvas)
{
    double largest = 0;
    for (int step = canvas.layout.steps.firstStep; step < canvas.layout.end; ++step)
        largest = std::max(largest, inputAt(canvas, step).cwiseAbs().maxCoeff());
    return signedScale(largest);
}

/// Values as a strip from left to right, or from the top down.
void drawValues(const NetworkCanvas &canvas, const QRectF &where, const Vector &values, double scale, bool across)
{
    const auto room = static_cast<Eigen::Index>(std::max(1.0, across ? where.width() : where.height()));
    const Eigen::Index cells = std::min(values.size(), room);
    Matrix shown(across ? 1 : cells, across ? cells : 1);
    for (Eigen::Index i = 0; i < cells; ++i)
        shown(i) = values[i * values.size() / cells];
    canvas.painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    canvas.painter.drawImage(where, heatImage(shown, ValueStyle::signedValue, Role::input, scale, canvas.theme()));
    drawSignMarks(canvas.painter, where, shown, {.role = Role::input, .scale = scale}, canvas.theme());
    canvas.painter.setPen(QPen(canvas.theme().line, 1));
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.drawRect(where);
}

QString inputWordsAt(const NetworkCanvas &canvas, int step)
{
    const QString label = QString::fromStdString(stepLabel(canvas.scene.record, canvas.scene.playhead.sequence, step));
    return QCoreApplication::translate("gatescope", "step %1 reads %2").arg(step).arg(label);
}

/// The lines of a step's box: a letter, a row number, or numbers.
QStringList boxLines(const NetworkCanvas &canvas, int step)
{
    if (!readsNumbers(canvas))
        return {QString::fromStdString(stepLabel(canvas.scene.record, canvas.scene.playhead.sequence, step))};
    QStringList lines;
    for (const double value : inputAt(canvas, step))
        lines << (value == std::round(value) && std::abs(value) < 1000 ? decimals(value, 0) : onStageBriefly(value));
    return lines;
}

void drawBox(NetworkCanvas &canvas, int step, double scale)
{
    QPainter &painter = canvas.painter;
    const NetworkLayout &layout = canvas.layout;
    const Theme &theme = canvas.theme();
    const bool current = step == canvas.scene.playhead.step;
    const double side = layout.inputBottom - layout.inputTop;
    const double written = readsNumbers(canvas) ? 5 * 0.6 * layout.type(15) + 8 : 0; // "−0.87"
    const double width = std::min(std::max(side * 1.1, written), layout.steps.stepWidth * (written > 0 ? 0.94 : 0.9));
    const QRectF box = layout.over(step, layout.inputTop, layout.inputBottom, width);
    canvas.area(box, canvas.at(step), inputWordsAt(canvas, step));
    const bool strip = readsNumbers(canvas) && (canvas.spec().inputSize > mostWritten || !layout.roomy);
    if (strip) {
        drawValues(canvas, box, inputAt(canvas, step), scale, false);
        if (!current)
            return;
        painter.setPen(QPen(theme.of(Role::input).text, 2));
        painter.drawRect(box);
        return;
    }
    if (layout.roomy || current) {
        painter.setPen(QPen(current ? theme.of(Role::input).text : theme.line, current ? 2 : 1));
        painter.setBrush(current ? theme.of(Role::input).hue : theme.paper);
        painter.drawRoundedRect(box, layout.roomy ? 6 : 2, layout.roomy ? 6 : 2);
    }
    const QStringList lines = boxLines(canvas, step);
    const bool letter = std::holds_alternative<CharacterInput>(canvas.scene.record.experiment->input.source);
    qsizetype longest = 1;
    for (const QString &line : lines)
        longest = std::max(longest, line.size());
    const double room = box.width() + (readsNumbers(canvas) ? -4 : 1); // a number does not touch its box
    const double pixels
        = std::min({layout.type(letter ? 22 : 15), room / (0.6 * double(longest)), side / double(lines.size()) * 0.8});
    if (pixels < 9)
        return; // a row number in a step of 10 pixels; the pointer tells it
    const QColor ink = current ? theme.inkOn(theme.of(Role::input).hue, 1) : theme.ink;
    double baseline = box.center().y() + pixels * 0.36 - (double(lines.size()) - 1) * pixels * 0.55;
    for (const QString &line : lines) {
        drawText(painter, {box.center().x(), baseline}, line, numberFont(pixels, current ? QFont::Bold : QFont::Normal),
                 ink, Align::centre);
        baseline += pixels * 1.1;
    }
}

void drawEmbedding(NetworkCanvas &canvas, int step, double scale)
{
    const NetworkLayout &layout = canvas.layout;
    const QRectF strip = layout.over(step, layout.embeddingTop, layout.embeddingBottom,
                                     std::min(layout.mark(72), layout.steps.stepWidth * 0.86));
    const Vector row = inputAt(canvas, step);
    drawValues(canvas, strip, row, scale, true);
    canvas.area(strip, canvas.at(step),
                QCoreApplication::translate("gatescope", "step %1, the embedding's row: %2 numbers of length %3")
                    .arg(step)
                    .arg(row.size())
                    .arg(inInspector(row.norm())));
}

void drawInputLabel(const NetworkCanvas &canvas)
{
    const NetworkLayout &layout = canvas.layout;
    const Theme &theme = canvas.theme();
    const Input &input = canvas.scene.record.experiment->input;
    const QString words = std::holds_alternative<CharacterInput>(input.source)
        ? QCoreApplication::translate("gatescope", "letters")
        : std::holds_alternative<TokenInput>(input.source) ? QCoreApplication::translate("gatescope", "row numbers")
                                                           : QCoreApplication::translate("gatescope", "numbers");
    const double x = layout.margin();
    const double middle = (layout.inputTop + layout.inputBottom) / 2;
    const QFont font = interfaceFont(layout.words());
    drawMath(canvas.painter, {x, middle}, u"x"_qs, layout.type(20), theme.of(Role::input).text, theme);
    drawText(canvas.painter, {x, middle + layout.type(14) * 1.25}, words, font, theme.ink2);
    drawText(canvas.painter, {x, layout.numbers}, QCoreApplication::translate("gatescope", "step"), font, theme.ink2);
    if (layout.embeddingTop < layout.embeddingBottom)
        drawText(canvas.painter, {x, layout.embeddingBottom}, QCoreApplication::translate("gatescope", "embedding"),
                 interfaceFont(layout.type(12)), theme.ink2);
}

/// An arrow to the steps that are not shown.
void drawTurn(NetworkCanvas &canvas, bool before, int steps, int leadsTo)
{
    const NetworkLayout &layout = canvas.layout;
    const double y = layout.numbers - layout.type(13) * 0.36;
    const double x = before ? layout.steps.gutter - 14 : layout.right() + 14;
    drawArrowhead(canvas.painter, {x, y}, before ? 180 : 0, canvas.theme().ink2, 9);
    canvas.area({x - 12, y - 10, 24, 20}, canvas.at(leadsTo),
                (before ? QCoreApplication::translate("gatescope", "%1 more steps before")
                        : QCoreApplication::translate("gatescope", "%1 more steps after"))
                    .arg(steps));
}

} // namespace

void drawInput(NetworkCanvas &canvas)
{
    const PainterScope scope(canvas.painter);
    drawInputLabel(canvas);
    const bool embedding = canvas.layout.embeddingTop < canvas.layout.embeddingBottom;
    const double scale = embedding || readsNumbers(canvas) ? inputScale(canvas) : 1;
    for (int step = canvas.layout.steps.firstStep; step < canvas.layout.end; ++step) {
        drawBox(canvas, step, scale);
        if (embedding)
            drawEmbedding(canvas, step, scale);
    }
}

void drawStepNumbers(NetworkCanvas &canvas)
{
    const PainterScope scope(canvas.painter);
    const NetworkLayout &layout = canvas.layout;
    const double pixels = layout.type(13);
    const double widest = textWidth(QString::number(std::max(1, layout.end - 1)), numberFont(pixels)) + 8;
    int stride = 1;
    for (const int candidate : {2, 5, 10, 20, 50, 100, 200, 500, 1000}) {
        if (stride * layout.steps.stepWidth < widest)
            stride = candidate;
    }
    const int current = canvas.scene.playhead.step;
    for (int step = layout.steps.firstStep; step < layout.end; ++step) {
        const double half = textWidth(QString::number(step), numberFont(pixels)) / 2;
        const bool cut = step > 0 && !layout.roomy
            && (layout.middle(step) - half < layout.steps.gutter || layout.middle(step) + half > layout.right());
        const bool covered = step != current && std::abs(step - current) * layout.steps.stepWidth < widest;
        if ((step != current && (step % stride != 0 || cut)) || covered)
            continue;
        drawText(canvas.painter, {layout.middle(step), layout.numbers}, QString::number(step),
                 numberFont(pixels, step == current ? QFont::Bold : QFont::Normal),
                 step == current ? canvas.theme().ink : canvas.theme().ink2, Align::centre);
    }
    const int first = layout.steps.firstStep;
    const int after = canvas.scene.trace().length(canvas.scene.playhead.sequence) - layout.end;
    if (first > 0)
        drawTurn(canvas, true, first, first - 1);
    if (after > 0)
        drawTurn(canvas, false, after, layout.end);
}

} // namespace gatescope
