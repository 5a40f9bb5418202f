// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameters.h"
#include "ui/common/numbers.h"
#include "ui/drawing/scene/known.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/words/answer_words.h"
#include "ui/drawing/words/unit_names.h"
#include "ui/explore/inspector/cell_explanation.h"
#include "ui/explore/inspector/number_line.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>

namespace gatescope {

namespace {

constexpr int mostBars = 12; ///< of a larger layer those that are largest

QString layerInWords(const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    if (!scene.spec().bidirectional)
        return Words::tr("Layer %1, step %2").arg(at.layer).arg(at.step);
    return (at.direction == Direction::forward ? Words::tr("Layer %1, forward, step %2")
                                               : Words::tr("Layer %1, backward, step %2"))
        .arg(at.layer)
        .arg(at.step);
}

UnitBars barsOf(const Scene &scene, const Vector &values, const QString &symbol, bool isGradient)
{
    std::vector<int> units(static_cast<std::size_t>(values.size()));
    std::iota(units.begin(), units.end(), 0);
    if (std::ssize(units) > mostBars) {
        std::ranges::stable_sort(units, std::greater(), [&](int unit) { return std::abs(values[unit]); });
        units.resize(mostBars);
        std::ranges::sort(units);
    }
    const double fine = stateScale(scene);
    const double most = isGradient || fine >= 1 ? values.cwiseAbs().maxCoeff() : fine;
    UnitBars bars{{}, isGradient || fine < 1 ? most : std::max(1.0, most), isGradient};
    for (const int unit : units)
        bars.rows << UnitBars::Row{symbol.arg(unit), unitLabel(scene, unit), values[unit]};
    return bars;
}

/// Where the state goes from here.
QString wayOn(const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    const bool forwards = at.direction == Direction::forward;
    const int next = at.step + (forwards ? 1 : -1);
    const bool hasNext = next >= 0 && next < scene.trace().length(at.sequence);
    const bool isTop = at.layer + 1 == scene.spec().layers;
    const QString up = !isTop              ? Words::tr("up to layer %1").arg(at.layer + 1)
        : scene.trace().headOutput.empty() ? QString()
                                           : Words::tr("up to the head");
    const QString on = hasNext ? Words::tr("on to step %1").arg(next) : QString();
    if (on.isEmpty() && up.isEmpty())
        return Words::tr("The state after this step, the last one.");
    if (on.isEmpty() || up.isEmpty())
        return Words::tr("The state after this step. It goes %1.").arg(on.isEmpty() ? up : on);
    return Words::tr("The state after this step. It goes %1, and %2.").arg(on, up);
}

void addAnswer(const Scene &scene, Explanation &explanation)
{
    const PlayheadState &at = scene.playhead;
    const QString answer = answerInWords(scene);
    if (answer.isEmpty() || !isAnswerKnown(scene, at.step))
        return;
    explanation.blocks << Rule{} << Heading{Words::tr("The answer at this step")}
                       << Values{{NumberLine{words(answer)}}};
    const int wanted = wantedClass(scene, at.step);
    if (wanted < 0)
        return;
    const double probability = headProbabilities(scene.trace(), at.step, at.sequence)[wanted];
    explanation.blocks << Values{{NumberLine{words(Words::tr("right: %1").arg(className(scene, wanted)))},
                                  NumberLine{words(Words::tr("loss") + QStringLiteral(" = −ln ")), value(probability),
                                             words(QStringLiteral(" = ")), result(-std::log(probability))}}};
}

/// How many numbers each layer is made of.
void addParameters(const Scene &scene, Explanation &explanation)
{
    ShapeTable table;
    std::int64_t all = 0, ofLast = 0;
    for (const ConstParameterView &tensor : views(scene.spec(), scene.record.experiment->parameters)) {
        const auto count = std::int64_t(tensor.values.size());
        all += count;
        const QString place = QString::fromStdString(tensor.name);
        const qsizetype layer = place.indexOf(u"_l"_qs);
        const QString of = layer < 0 ? place.section(u'.', 0, 0)
                                     : Words::tr("layer %1").arg(place.mid(layer + 2).section(u'_', 0, 0));
        if (!table.rows.isEmpty() && table.rows.last().name == of)
            table.rows.last().shape = wholeNumber(ofLast += count);
        else
            table.rows << ShapeTable::Row{{}, of, wholeNumber(ofLast = count)};
    }
    table.rows << ShapeTable::Row{{}, Words::tr("together"), wholeNumber(all)};
    explanation.blocks << Rule{} << Heading{Words::tr("Numbers that are learned")} << table;
}

} // namespace

Explanation explainLayer(const Scene &scene)
{
    const Explanation ofCell = explain(scene);
    const PlayheadState &at = scene.playhead;
    const bool backward = at.pass == Pass::backward;
    const int units = scene.spec().hiddenSize;
    Explanation explanation;
    explanation.title = layerInWords(scene);
    explanation.place = units == 1 ? Words::tr("1 unit") : Words::tr("%1 units").arg(units);
    explanation.shapes = ofCell.shapes;
    explanation.code = ofCell.code;
    if (!backward && isKnown(scene, at.step, Part::state))
        explanation.blocks << barsOf(scene,
                                     scene.trace().at(at.layer, at.direction)[Part::state].at(at.step, at.sequence),
                                     QStringLiteral("[h]h_{%1}[/]"), false);
    if (backward && scene.record.gradients && isGradientKnown(scene, at.step))
        explanation.blocks << barsOf(
            scene, scene.gradients().at(scene.spec(), at.layer, at.direction)[Part::state].at(at.step, at.sequence),
            QStringLiteral("[g]∂L/∂h_{%1}[/]"), true);
    if (const double fine = stateScale(scene); !explanation.blocks.isEmpty() && !backward && fine < 1)
        explanation.blocks << Remark{Words::tr("Small states: the bars end at ±%1.").arg(fine)};
    if (!explanation.blocks.isEmpty() && units > mostBars)
        explanation.blocks << Remark{Words::tr("The %1 of %2 units that are largest.").arg(mostBars).arg(units)};
    explanation.blocks << Remark{backward ? Words::tr("How fast the loss grows with each number of this state.")
                                          : wayOn(scene)};
    if (!backward)
        addAnswer(scene, explanation);
    addParameters(scene, explanation);
    return explanation;
}

} // namespace gatescope
