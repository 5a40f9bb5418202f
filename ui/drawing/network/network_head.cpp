// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/network/network_head.h"

#include "core/ops/losses.h"
#include "core/trace/moment.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/scene/head_target.h"
#include "ui/drawing/words/answer_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

namespace gatescope {

namespace {

constexpr double fillOpacity = 0.2;

/// What the head says at a step, ready to be drawn.
struct StepAnswer {
    QString text;              ///< inside the tank; empty: bars
    bool letter = false;       ///< the text is a letter of the data or a class
    QString number;            ///< under a letter
    std::vector<double> fills; ///< −1 … 1, one tank or bar each
    bool wrong = false;
    QString says;
    bool isSigned = false; ///< whether fills go up and down from the middle
};

StepAnswer classAnswer(const Scene &scene, int step)
{
    const int sequence = scene.playhead.sequence;
    const Vector y = scene.trace().headOutput.at(step, sequence);
    const int said = mostProbable(scene.trace(), step, sequence);
    const double p = headProbabilities(scene.trace(), step, sequence)[said];
    const auto &classes = scene.record.experiment->objective.classes;
    const int wanted
        = classes.empty() ? -1 : classes[static_cast<std::size_t>(sequence)][static_cast<std::size_t>(step)];
    StepAnswer answer{className(scene, said), true, onStage(p), {p}, wanted >= 0 && !crossEntropy(y, wanted).right, {}};
    answer.says = QCoreApplication::translate("gatescope", "step %1 says %2 with probability %3")
                      .arg(step)
                      .arg(answer.text, inInspector(p));
    if (answer.wrong)
        answer.says = QCoreApplication::translate("gatescope", "%1; %2 would be right")
                          .arg(answer.says, className(scene, wanted));
    return answer;
}

StepAnswer valueAnswer(const Scene &scene, int step, double scale)
{
    const Objective &objective = scene.record.experiment->objective;
    const Vector y = scene.trace().headOutput.at(step, scene.playhead.sequence);
    const bool yesOrNo = objective.kind == LossKind::binaryCrossEntropy;
    const std::optional<Vector> target = targetAt(scene, step);
    StepAnswer answer;
    QStringList numbers;
    for (const double value : y) {
        const double shown = yesOrNo ? 1 / (1 + std::exp(-value)) : value;
        answer.fills.push_back(std::clamp(shown / scale, -1.0, 1.0));
        numbers << inInspector(shown);
    }
    if (y.size() == 1)
        answer.text = onStage(answer.fills[0] * scale);
    numbers = numbers.mid(0, 4);
    if (y.size() > 4)
        numbers << u"…"_qs;
    answer.says = (yesOrNo ? QCoreApplication::translate("gatescope", "step %1, probability of yes: %2")
                           : QCoreApplication::translate("gatescope", "step %1, output: %2"))
                      .arg(step)
                      .arg(numbers.join(u", "_qs));
    if (target) {
        answer.wrong
            = !(yesOrNo ? binaryCrossEntropy(y, *target) : squaredError(y, *target, objective.tolerance)).right;
        if (y.size() == 1)
            answer.says
                = QCoreApplication::translate("gatescope", "%1; target %2").arg(answer.says, inInspector((*target)[0]));
    }
    return answer;
}

/// 1 for probabilities, otherwise the next round number over what may be seen.
double outputScale(const NetworkCanvas &canvas)
{
    if (canvas.scene.record.experiment->objective.kind == LossKind::binaryCrossEntropy)
        return 1;
    double largest = 0;
    for (int step = canvas.layout.steps.firstStep; step < canvas.layout.end; ++step) {
        if (canvas.mayTell(canvas.progress.answer(step)))
            largest = std::max(
                largest,
                canvas.scene.trace().headOutput.at(step, canvas.scene.playhead.sequence).cwiseAbs().maxCoeff());
    }
    return niceScale(largest);
}

/// Fills from below; where there are negative values at any step that is told, up and down from the middle.
void drawFills(const NetworkCanvas &canvas, const QRectF &box, const StepAnswer &answer)
{
    const double pitch = box.width() / static_cast<double>(answer.fills.size());
    const double zero = answer.isSigned ? box.center().y() : box.bottom();
    const double reach = answer.isSigned ? box.height() / 2 : box.height();
    const QColor colour = blended(canvas.theme().ink, answer.text.isEmpty() ? 0.6 : fillOpacity, canvas.theme().paper);
    const double gap = pitch >= 4 ? 1 : 0;
    for (std::size_t i = 0; i < answer.fills.size(); ++i) {
        const double height = reach * answer.fills[i];
        canvas.painter.fillRect(
            QRectF(box.left() + static_cast<double>(i) * pitch, zero - height, pitch - gap, height).normalized(),
            colour);
    }
}

void drawWrong(const NetworkCanvas &canvas, const QRectF &tank)
{
    const NetworkLayout &layout = canvas.layout;
    const double reach = layout.roomy ? layout.mark(4) : 2.2;
    const QFont font = interfaceFont(layout.type(12));
    const QString word = QCoreApplication::translate("gatescope", "wrong");
    const double beside = (layout.steps.stepWidth - tank.width()) / 2;
    const double needed = textWidth(word, font) + layout.mark(8);
    const bool spelled = needed <= 2 * beside;
    // In the step's own column where that is wide enough, else in the gap to the next.
    const double aside = needed + layout.mark(8) <= beside ? layout.mark(8) + needed / 2 : beside;
    const QPointF middle = spelled ? QPointF(tank.right() + aside, tank.center().y() - layout.mark(8))
        : layout.roomy             ? QPointF(tank.right(), tank.top())
                                   : QPointF(tank.center().x(), tank.top() - 5);
    if (!spelled && layout.roomy) {
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(canvas.theme().paper);
        canvas.painter.drawEllipse(middle, reach * 1.8, reach * 1.8);
    }
    canvas.painter.setPen(QPen(canvas.theme().ink, std::max(1.4, reach * 0.5), Qt::SolidLine, Qt::RoundCap));
    canvas.painter.drawLine(middle + QPointF(-reach, -reach), middle + QPointF(reach, reach));
    canvas.painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach));
    if (spelled)
        drawText(canvas.painter, middle + QPointF(0, layout.mark(8) + layout.type(12)), word, font, canvas.theme().ink2,
                 Align::centre);
}

void drawWords(const NetworkCanvas &canvas, const QRectF &tank, const StepAnswer &answer, bool current)
{
    const NetworkLayout &layout = canvas.layout;
    const double pixels = std::min(layout.type(answer.letter ? 18 : 13),
                                   (tank.width() - 2) / (0.6 * std::max<qsizetype>(answer.text.size(), 1)));
    if (answer.text.isEmpty() || pixels < 9.5)
        return;
    const bool both = !answer.number.isEmpty() && tank.width() >= layout.type(11) * 2.6;
    const double middle = both ? tank.top() + tank.height() * 0.36 : tank.center().y();
    const double raised = both && answer.text == u"␣"_qs ? 0.3 * pixels : 0; // it lies under the line
    drawText(canvas.painter, {tank.center().x(), middle + pixels * 0.36 - raised}, answer.text,
             numberFont(pixels, current || answer.letter ? QFont::DemiBold : QFont::Normal), canvas.theme().ink,
             Align::centre);
    if (both)
        drawText(canvas.painter, {tank.center().x(), tank.bottom() - layout.mark(6)}, answer.number,
                 numberFont(layout.type(11.5)), canvas.theme().ink, Align::centre);
}

void drawAnswer(NetworkCanvas &canvas, int step, const StepAnswer &answer)
{
    QPainter &painter = canvas.painter;
    const NetworkLayout &layout = canvas.layout;
    const bool current = step == canvas.scene.playhead.step;
    const Objective &objective = canvas.scene.record.experiment->objective;
    const double width = answer.fills.size() > 1 ? layout.mark(72) : layout.mark(52);
    const QRectF tank
        = layout.over(step, layout.headTop, layout.headBottom, std::min(width, layout.steps.stepWidth * 0.84));
    const double corner = layout.roomy ? 4 : 1;
    const double opacity = canvas.opacityOf(canvas.progress.answer(step));
    if (opacity > 0) {
        const Opacity dim(painter, opacity);
        drawFills(canvas, tank, answer);
        drawWords(canvas, tank, answer, current);
        if (answer.wrong)
            drawWrong(canvas, tank);
    }
    const bool loss
        = canvas.backward() && isWatched(objective, *canvas.scene.trace().batch, canvas.scene.playhead.sequence, step);
    const QColor outline = loss ? canvas.theme().wire(Role::gradient)
        : current               ? canvas.theme().ink
                                : canvas.theme().line;
    painter.setPen(QPen(outline, loss || current ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(tank, corner, corner);
    QString says = canvas.mayTell(canvas.progress.answer(step))
        ? answer.says
        : QCoreApplication::translate("gatescope", "step %1 says: not computed yet").arg(step);
    if (loss)
        says = QCoreApplication::translate("gatescope", "%1; its loss is watched").arg(says);
    PlayheadState there = canvas.at(step);
    if (current && canvas.mayTell(canvas.progress.answer(step))) { // what one looks at already is followed
        there = atOutput(there, canvas.spec(), answeredOutput(canvas.scene));
        there.level = headLevel;
    }
    canvas.area(tank, there, says);
}

void drawHeadLabel(const NetworkCanvas &canvas)
{
    const NetworkLayout &layout = canvas.layout;
    const Objective &objective = canvas.scene.record.experiment->objective;
    const auto *letters = std::get_if<CharacterInput>(&canvas.scene.record.experiment->input.source);
    const bool classes = objective.kind == LossKind::crossEntropy;
    const bool names = classes && letters && std::ssize(letters->alphabet) == canvas.spec().headOutputs;
    const QString words = names                          ? QCoreApplication::translate("gatescope", "says next")
        : classes                                        ? QCoreApplication::translate("gatescope", "says class")
        : objective.kind == LossKind::binaryCrossEntropy ? QCoreApplication::translate("gatescope", "says yes")
                                                         : QCoreApplication::translate("gatescope", "says");
    const double x = layout.margin();
    const double middle = (layout.headTop + layout.headBottom) / 2;
    drawMath(canvas.painter, {x, middle}, u"ŷ"_qs, layout.type(20), canvas.theme().ink, canvas.theme());
    drawText(canvas.painter, {x, middle + layout.type(14) * 1.25}, words, interfaceFont(layout.words()),
             canvas.theme().ink2);
}

} // namespace

void drawHead(NetworkCanvas &canvas)
{
    if (canvas.scene.trace().headOutput.empty())
        return;
    const PainterScope scope(canvas.painter);
    drawHeadLabel(canvas);
    const bool classes = canvas.scene.record.experiment->objective.kind == LossKind::crossEntropy;
    const double scale = classes ? 1 : outputScale(canvas);
    std::vector<StepAnswer> answers;
    bool isSigned = false; // on one scale for all steps: they are compared with each other
    for (int step = canvas.layout.steps.firstStep; step < canvas.layout.end; ++step) {
        answers.push_back(classes ? classAnswer(canvas.scene, step) : valueAnswer(canvas.scene, step, scale));
        isSigned = isSigned
            || (canvas.mayTell(canvas.progress.answer(step))
                && std::ranges::any_of(answers.back().fills, [](double fill) { return fill < 0; }));
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        answers[i].isSigned = isSigned;
        drawAnswer(canvas, canvas.layout.steps.firstStep + int(i), answers[i]);
    }
}

void drawAttention(NetworkCanvas &canvas)
{
    const TimeArray &weights = canvas.scene.trace().attention;
    if (weights.empty())
        return;
    const PainterScope scope(canvas.painter);
    const NetworkLayout &layout = canvas.layout;
    const Theme &theme = canvas.theme();
    const double x = layout.margin();
    drawText(canvas.painter, {x, layout.attentionBottom - 4}, QCoreApplication::translate("gatescope", "attention"),
             interfaceFont(layout.words()), theme.ink2);
    const double height = layout.attentionBottom - layout.attentionTop;
    const double computed = canvas.progress.answer(layout.end - 1); // the weights are known when all steps are
    for (int step = layout.steps.firstStep; step < layout.end; ++step) {
        const double weight = weights(step, canvas.scene.playhead.sequence, 0);
        const QRectF place = layout.over(step, layout.attentionTop, layout.attentionBottom, layout.mark(40));
        canvas.painter.fillRect(QRectF(place.left(), layout.attentionBottom, place.width(), 1), theme.line);
        if (canvas.opacityOf(computed) > 0) {
            const Opacity dim(canvas.painter, canvas.opacityOf(computed));
            canvas.painter.fillRect(
                QRectF(place.left(), layout.attentionBottom - height * weight, place.width(), height * weight),
                blended(theme.ink, 0.6, theme.paper));
        }
        canvas.area(
            place, canvas.at(step),
            canvas.mayTell(computed)
                ? QCoreApplication::translate("gatescope", "the head reads step %1 with weight %2")
                      .arg(step)
                      .arg(inInspector(weight))
                : QCoreApplication::translate("gatescope", "the weight of step %1: not computed yet").arg(step));
    }
}

} // namespace gatescope
