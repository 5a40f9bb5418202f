// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_input.h"

#include "core/trace/moment.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/scene/known.h"
#include "ui/drawing/timeline/timeline_numbers.h"
#include "ui/drawing/words/answer_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

QString stepLetter(const Scene &scene, int step)
{
    return QString::fromStdString(stepLabel(scene.record, scene.playhead.sequence, step));
}

QString answerLetter(const Scene &scene, int step)
{
    return className(scene, mostProbable(scene.trace(), step, scene.playhead.sequence));
}

bool isWrong(const Scene &scene, int step)
{
    const int wanted = wantedClass(scene, step);
    return wanted >= 0 && wanted != mostProbable(scene.trace(), step, scene.playhead.sequence);
}

/// A small arrow from what is read to what is said.
void drawSaysArrow(QPainter &painter, const QPointF &from, double length, const QColor &colour)
{
    const QPointF tip = from + QPointF(length, 0);
    const double wing = length * 0.25;
    painter.setPen(QPen(colour, length * 0.09, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(from, tip);
    painter.drawPolyline(QPolygonF{tip + QPointF(-wing, -wing), tip, tip + QPointF(-wing, wing)});
}

void drawCross(QPainter &painter, const QPointF &middle, double reach, const QColor &colour)
{
    painter.setPen(QPen(colour, reach * 0.45, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle + QPointF(-reach, -reach), middle + QPointF(reach, reach));
    painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach));
}

constexpr double roomBesideAnswer
    = 18;                             ///< in narrower steps a cross stands in place of what is wrong; its area says it
constexpr double besideLetters = 3.8; ///< "l → o" with its cross, in sizes of its letters

/// Letter sizes and baselines of the input row.
struct LetterRow {
    double size;
    double answerSize;
    double baseline;
    double answerBaseline;

    LetterRow(const TimelineLayout &layout, bool classroom)
    {
        const double roomy = classroom ? 24 : layout.compact ? 16 : 18;
        const double size1 = layout.stacked ? 14 : roomy;
        const double fitting = layout.stepWidth() * (layout.stacked || !layout.says ? 1.05 : 1 / besideLetters);
        size = std::clamp(fitting, layout.px(11), layout.px(size1));
        answerSize = std::max(layout.px(11), size - layout.px(2));
        baseline = layout.px(layout.stacked ? 20 : layout.compact ? 25 : 28);
        // A space is drawn under its line, and letters reach below it; under the answers what stands on the lanes has
        // room.
        answerBaseline = layout.stacked ? layout.px(35) : baseline;
    }
};

void drawLetterStep(QPainter &painter, const TimelineLayout &layout, const Scene &scene, int step, bool current)
{
    const Theme &theme = scene.theme;
    const LetterRow row(layout, scene.classroom);
    const double x = layout.middle(step);
    const double aside = layout.says && !layout.stacked ? row.size * 1.25 : 0;
    drawText(painter, {x - aside, row.baseline}, stepLetter(scene, step), numberFont(row.size, current ? 800 : 500),
             theme.ink, Align::centre);
    if (!layout.says || !isAnswerKnown(scene, step))
        return;
    const QFont answerFont = numberFont(row.answerSize, current ? QFont::Bold : QFont::Normal);
    if (layout.stacked && isWrong(scene, step) && layout.stepWidth() < layout.px(roomBesideAnswer))
        return drawCross(painter, {x, row.answerBaseline - row.answerSize * 0.36}, layout.px(current ? 3 : 2.5),
                         theme.ink);
    const double answerX = layout.stacked ? x : x + row.size * 1.05;
    drawText(painter, {answerX, row.answerBaseline}, answerLetter(scene, step), answerFont,
             layout.stacked && !current ? theme.ink2 : theme.ink, Align::centre);
    if (!layout.stacked)
        drawSaysArrow(painter, {x - row.size * 0.58, row.baseline - row.size * 0.31}, row.size * 0.85, theme.ink3);
    if (!isWrong(scene, step))
        return;
    // Beside its upper corner, so that it does not lean against the next step.
    const double middle = row.answerBaseline - row.answerSize * 0.28;
    drawCross(painter, {answerX + row.answerSize * 0.5, middle - row.answerSize * 0.4}, layout.px(2.5), theme.ink);
}

void drawTokenStep(QPainter &painter, const TimelineLayout &layout, const Scene &scene, int step, bool current)
{
    const QFont font = numberFont(layout.px(13), current ? 800 : 500);
    drawText(painter, {layout.middle(step), layout.inputBottom - layout.px(9)}, stepLetter(scene, step), font,
             scene.theme.ink, Align::centre);
}

void drawStep(QPainter &painter, const TimelineLayout &layout, const Scene &scene, int step, bool current)
{
    switch (layout.marks) {
    case InputMarks::letters:
        drawLetterStep(painter, layout, scene, step, current);
        break;
    case InputMarks::tokens:
        drawTokenStep(painter, layout, scene, step, current);
        break;
    case InputMarks::values:
        drawStepValues(painter, layout, scene, step, current);
        break;
    case InputMarks::narrow:
    case InputMarks::curves:
    case InputMarks::strip:
        break;
    }
}

/// Where letters do not fit, what they would show: how many of a column's answers are wrong, as a tank.
void drawWrongAnswers(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const double top = layout.inputTop + layout.px(3), bottom = layout.inputBottom - layout.px(4);
    const int end = realEnd(layout, scene);
    painter.setPen(QPen(scene.theme.line, 1));
    const double y = std::round(bottom) + 0.5;
    painter.drawLine(QPointF(layout.left(layout.steps.firstStep), y), QPointF(layout.left(end), y));
    forEachColumn(layout, end, [&](int first, int last) {
        int wrong = 0;
        for (int step = first; step < last; ++step)
            wrong += isAnswerKnown(scene, step) && isWrong(scene, step);
        const double height = (bottom - top) * wrong / (last - first);
        painter.fillRect(QRectF(layout.left(first), bottom - height, layout.steps.columnWidth(), height),
                         scene.theme.ink2);
    });
}

/// Every how many steps a label fits: 1 except for row numbers in narrow steps.
int labelStride(const TimelineLayout &layout)
{
    return layout.marks == InputMarks::tokens ? layout.numberStride() : 1;
}

void drawGutter(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const QColor ink2 = scene.theme.ink2;
    const double x = layout.px(layout.compact ? 16 : 24);
    if (std::holds_alternative<NumberInput>(scene.record.experiment->input.source)) {
        drawNumberGutter(painter, layout, scene);
        return;
    }
    const LetterRow row(layout, scene.classroom);
    const QFont font = interfaceFont(layout.px(layout.compact || layout.stacked ? 11 : 13));
    const QString reads = QCoreApplication::translate("gatescope", "reads");
    if (layout.marks == InputMarks::narrow) {
        const QString words = layout.says ? QCoreApplication::translate("gatescope", "wrong answers")
                                          : QCoreApplication::translate("gatescope", "letters: nearer");
        drawText(painter, {x, layout.inputBottom - layout.px(9)}, words, font, ink2);
        return;
    }
    if (layout.marks == InputMarks::tokens) {
        drawText(painter, {x, layout.inputBottom - layout.px(9)}, QCoreApplication::translate("gatescope", "reads row"),
                 font, ink2);
    } else if (layout.stacked) {
        drawText(painter, {x, row.baseline}, reads, font, ink2);
        drawText(painter, {x, row.answerBaseline}, QCoreApplication::translate("gatescope", "says"), font, ink2);
    } else {
        const QString words = layout.says ? QCoreApplication::translate("gatescope", "reads → says") : reads;
        drawText(painter, {x, row.baseline}, words, font, ink2);
    }
}

} // namespace

void drawTimelineInput(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    drawGutter(painter, layout, scene);
    if (layout.marks == InputMarks::curves)
        drawInputCurves(painter, layout, scene);
    if (layout.marks == InputMarks::strip)
        drawInputStrip(painter, layout, scene);
    if (layout.marks == InputMarks::narrow && layout.says)
        drawWrongAnswers(painter, layout, scene);
    if (layout.isNarrow() && layout.marks != InputMarks::tokens)
        return;
    const int stride = labelStride(layout);
    for (int step = layout.steps.firstStep; step < realEnd(layout, scene); ++step) {
        if (step % stride == 0)
            drawStep(painter, layout, scene, step, false);
    }
}

void drawCurrentInput(QPainter &painter, const TimelineLayout &layout, const Scene &scene)
{
    const int step = scene.playhead.step;
    if (layout.marks == InputMarks::curves || layout.marks == InputMarks::strip || layout.marks == InputMarks::narrow
        || step % labelStride(layout) != 0)
        return;
    const QRectF column(layout.left(step) + 1, layout.inputTop, layout.stepWidth() - 2,
                        layout.inputBottom - layout.inputTop + 1);
    painter.fillRect(column, scene.theme.paper);
    drawStep(painter, layout, scene, step, true);
}

QString inputWords(const Scene &scene, int step)
{
    const QString label = stepLetter(scene, step);
    const bool areClasses = scene.record.experiment->objective.kind == LossKind::crossEntropy || namesAnswers(scene);
    if (scene.trace().headOutput.empty() || !areClasses)
        return QCoreApplication::translate("gatescope", "step %1 reads %2").arg(step).arg(label);
    if (!isAnswerKnown(scene, step))
        return QCoreApplication::translate("gatescope", "step %1 reads %2; its answer is not computed yet")
            .arg(step)
            .arg(label);
    const Vector p = headProbabilities(scene.trace(), step, scene.playhead.sequence);
    const int answer = mostProbable(scene.trace(), step, scene.playhead.sequence);
    const QString said = QCoreApplication::translate("gatescope", "step %1 reads %2, says %3 with probability %4")
                             .arg(step)
                             .arg(label, answerLetter(scene, step), inInspector(p[answer]));
    if (!isWrong(scene, step))
        return said;
    return QCoreApplication::translate("gatescope", "%1; %2 would be right")
        .arg(said, className(scene, wantedClass(scene, step)));
}

} // namespace gatescope
