// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_answer.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/scene/head_target.h"
#include "ui/drawing/words/answer_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

constexpr int mostRows = 4, mostForAClass = 2;
constexpr double largestForAClass = 44; ///< letters and numbers on the drawing board
constexpr double largestNumber = 28;    ///< of those that a head says, for a class

/// One line of the answer: a name, how long its bar is, and what stands behind it.
struct AnswerRow {
    QString name;
    double bar = 0; ///< 0 … 1
    QString number;
    QString says;
    int output = 0; ///< of the head
};

struct HeadAnswer {
    QStringList title; ///< the longest first
    QString target;    ///< the class that is wanted, when there is one
    bool letters = false;
    std::vector<AnswerRow> rows;
};

const CharacterInput *letterHead(const Scene &scene)
{
    const auto *letters = std::get_if<CharacterInput>(&scene.record.experiment->input.source);
    return letters && static_cast<int>(letters->alphabet.size()) == scene.spec().headOutputs ? letters : nullptr;
}

HeadAnswer classAnswer(const Scene &scene)
{
    const Moment moment = scene.moment();
    const Vector probabilities = headProbabilities(scene.trace(), moment.step, moment.sequence);
    std::vector<int> order(probabilities.size());
    std::iota(order.begin(), order.end(), 0);
    const auto shown = std::min<std::size_t>(mostRows, order.size());
    std::partial_sort(order.begin(), order.begin() + shown, order.end(),
                      [&](int a, int b) { return probabilities[a] > probabilities[b]; });

    const auto &classes = scene.record.experiment->objective.classes;
    const int wanted = classes.empty() ? -1 : classes[moment.sequence][moment.step];
    HeadAnswer answer;
    answer.letters = letterHead(scene) != nullptr;
    answer.title = QStringList{answer.letters ? QCoreApplication::translate("gatescope", "next letter")
                                              : QCoreApplication::translate("gatescope", "class")};
    if (wanted >= 0)
        answer.target = className(scene, wanted);
    for (std::size_t i = 0; i < shown; ++i) {
        const double p = probabilities[order[i]];
        const QString name = className(scene, order[i]);
        answer.rows.push_back({name, p, onStage(p),
                               QCoreApplication::translate("gatescope", "the network gives %1 a probability of %2")
                                   .arg(name, inInspector(p)),
                               order[i]});
    }
    return answer;
}

HeadAnswer valueAnswer(const Scene &scene)
{
    const Moment moment = scene.moment();
    const Objective &objective = scene.record.experiment->objective;
    const bool yesOrNo = objective.kind == LossKind::binaryCrossEntropy;
    Vector values = scene.trace().headOutput.at(moment.step, moment.sequence);
    if (yesOrNo)
        values = (1 / (1 + (-values.array()).exp())).matrix(); // σ(y): how sure the network is of a yes
    const std::optional<Vector> target = targetAt(scene, moment.step);
    const int shown = static_cast<int>(std::min<Eigen::Index>(mostRows, values.size()));
    const double largest = yesOrNo ? 1 : niceScale(values.cwiseAbs().maxCoeff());
    HeadAnswer answer;
    answer.title = QStringList{target ? QCoreApplication::translate("gatescope", "output → target")
                                      : QCoreApplication::translate("gatescope", "output", "what the network says")};
    for (int i = 0; i < shown; ++i) {
        AnswerRow row{(yesOrNo ? u"p_{%1}"_qs : u"y_{%1}"_qs).arg(i), std::abs(values[i]) / largest, onStage(values[i]),
                      QCoreApplication::translate("gatescope", "output %1: %2").arg(i).arg(inInspector(values[i])), i};
        if (target) {
            row.number += u" → "_qs + onStage((*target)[i]);
            row.says += QCoreApplication::translate("gatescope", ", target %1").arg(inInspector((*target)[i]));
        }
        answer.rows.push_back(row);
    }
    return answer;
}

HeadAnswer answerOf(const Scene &scene)
{
    if (scene.playhead.layer + 1 < scene.spec().layers) {
        const int above = scene.playhead.layer + 1;
        HeadAnswer answer;
        answer.title = QStringList{QCoreApplication::translate("gatescope", "read by layer %1").arg(above),
                                   QCoreApplication::translate("gatescope", "to layer %1").arg(above)};
        return answer;
    }
    if (scene.trace().headOutput.empty())
        return {};
    return scene.record.experiment->objective.kind == LossKind::crossEntropy ? classAnswer(scene) : valueAnswer(scene);
}

/// Type of a row on the drawing board; for a class letters fill the row.
struct RowType {
    double letter = 18, word = 15, number = 14, bar = 16;

    /// A height of 0: as everywhere.
    RowType(const CellPlan &plan, double height)
    {
        if (!plan.classroom || height <= 0)
            return;
        letter = std::clamp(height / plan.scale / 1.2, letter, largestForAClass);
        word = number = 0.8 * letter;
        bar = 0.7 * letter;
    }
};

/// Of the longest number, in type of this size.
double digitsWidth(const CellPlan &plan, const HeadAnswer &answer, double size)
{
    qsizetype longest = 1;
    for (const AnswerRow &row : answer.rows)
        longest = std::max(longest, row.number.size());
    return double(longest) * plan.type(size) * 0.6;
}

void drawRow(CellCanvas &canvas, const AnswerRow &row, const HeadAnswer &answer, const QRectF &where, bool first)
{
    const CellPlan &plan = canvas.plan();
    const Theme &theme = canvas.theme();
    const RowType type(plan, answer.letters ? where.height() : 0);
    const double baseline = where.center().y() + plan.type(std::max(16.0, type.number)) * 0.36;
    const bool formula = row.name.contains(u"_{"_qs);
    double x = where.left();
    if (formula)
        x += canvas.formula({x, baseline}, {row.name}, where.width(), theme.ink, Align::left, 18) + plan.mark(10);
    else
        x += canvas.number({x, baseline}, row.name, answer.letters ? type.letter : type.word, theme.ink, Align::left,
                           first ? QFont::Bold : QFont::Normal)
            + plan.mark(12);
    double number = type.number;
    if (plan.classroom && formula) // as large as the longest has room for
        while (number < largestNumber && digitsWidth(plan, answer, number + 1) <= where.right() - x)
            ++number;
    const double digits = double(row.number.size()) * plan.type(type.number) * 0.6;
    if (!formula) {
        const double room = where.right() - x - digits - 8;
        const double height = std::min(plan.mark(type.bar), where.height() * 0.6);
        QColor ink = theme.ink;
        ink.setAlphaF(first ? 0.85f : 0.4f);
        canvas.painter().fillRect(QRectF(x, where.center().y() - height / 2, room * row.bar, height), ink);
        canvas.painter().fillRect(QRectF(x - 1, where.top() + 2, 1, where.height() - 4), theme.line);
        x += room * row.bar + 8;
    }
    canvas.number({x, baseline}, row.number, number, theme.ink, Align::left, first ? QFont::DemiBold : QFont::Normal);
    PlayheadState there = atOutput(canvas.scene().playhead, canvas.scene().spec(), row.output);
    there.level = headLevel;
    canvas.area({where, there, row.says, Term{u"y"_qs}});
}

/// "wanted: l", right of the title.
void drawTarget(CellCanvas &canvas, const QString &target, double left, double right, double baseline)
{
    if (target.isEmpty())
        return;
    const CellPlan &plan = canvas.plan();
    const double letter = double(target.size()) * plan.type(16) * 0.6;
    const QString words = QCoreApplication::translate("gatescope", "wanted: ");
    const double width = canvas.widthOfWords(words);
    if (left + plan.mark(12) + width + letter > right)
        return;
    canvas.words({right - letter, baseline}, {words}, width + 1, canvas.theme().ink2, Align::right);
    canvas.number({right, baseline}, target, 16, canvas.theme().ink, Align::right, QFont::Bold);
}

} // namespace

double answerLeft(const CellPlan &plan)
{
    return plan.across(1232);
}

void drawAnswer(CellCanvas &canvas, int part, double bottom, std::optional<double> from)
{
    HeadAnswer answer = answerOf(canvas.scene());
    if (answer.title.isEmpty())
        return;
    const CellPlan &plan = canvas.plan();
    if (plan.classroom && answer.letters && answer.rows.size() > mostForAClass)
        answer.rows.resize(mostForAClass); // fewer, and larger
    const Theme &theme = canvas.theme();
    const bool known = canvas.computed(part) >= 1;
    const PainterScope scope(canvas.painter());
    const Opacity opacity(canvas.painter(), known ? 1.0 : canvas.notYet());
    const double left = answerLeft(plan);
    const double right = plan.size.width() - plan.across(24);
    const double titleBaseline = plan.lowerTop + plan.type(16) * 0.5;
    const double middle = plan.across(1272);
    const double level = titleBaseline - plan.type(16) * 0.35;
    const QList<QPointF> way = from
        ? QList<QPointF>{{*from, level}, {left - plan.mark(10), level}}
        : QList<QPointF>{{middle, plan.upperBottom + 4}, {middle, titleBaseline - plan.type(16) * 1.3}};
    canvas.wire({way, 0, std::max(6.0, plan.mark(9)), u"h_new"_qs, u"y"_qs}, theme.ink2, std::max(1.0, plan.mark(1.5)),
                1);
    const double title = canvas.words({left, titleBaseline}, answer.title, right - left, theme.ink2);
    if (!known)
        return;
    drawTarget(canvas, answer.target, left + title, right, titleBaseline);
    const double top = titleBaseline + plan.type(16) * 0.6;
    const double smallest = plan.type(18) * 1.15;
    const double height = std::clamp((bottom - top) / double(std::max<std::size_t>(answer.rows.size(), 1)), smallest,
                                     std::max(smallest, plan.down(plan.classroom ? 60 : 32)));
    for (std::size_t i = 0; i < answer.rows.size() && top + (double(i) + 1) * height <= bottom + 1; ++i)
        drawRow(canvas, answer.rows[i], answer, {left, top + double(i) * height, right - left, height}, i == 0);
}

} // namespace gatescope
