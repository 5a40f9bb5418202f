// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/explanation.h"

#include "ui/common/numbers.h"
#include "ui/drawing/words/unit_names.h"
#include "ui/explore/inspector/cell_explanation.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace gatescope {

namespace {

const CellExplanation &explanationOf(CellKind kind)
{
    static const std::vector<const CellExplanation *> table{&gruExplanation(), &lstmExplanation(), &rnnExplanation()};
    return **std::ranges::find(table, kind, &CellExplanation::kind);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

bool isSquashed(const CellDescription &cell, Part part)
{
    return std::ranges::find(cell.blocks, part, &Block::part) != cell.blocks.end();
}

/// A state that is held is not the blend whose numbers stand there.
void tellHeld(Explanation &explanation, double held)
{
    const auto isArithmetic = [](const ExplanationBlock &block) {
        return std::holds_alternative<Numbers>(block) || std::holds_alternative<BlendLine>(block);
    };
    const auto first = std::ranges::find_if(explanation.blocks, isArithmetic);
    if (first == explanation.blocks.end())
        return;
    const auto at = first - explanation.blocks.begin();
    explanation.blocks.removeIf(isArithmetic);
    explanation.blocks.insert(at, heldRemark(held));
}

/// "update gate" for a part that is squashed, otherwise the step part's own name: "blend", "cell".
QString nameOf(const CellDescription &cell, const StepPart &part)
{
    const bool squashed = part.completes && isSquashed(cell, *part.completes);
    return Words::tr(squashed ? describe(*part.completes).label.data() : part.name.data());
}

QString size(int rows)
{
    return QStringLiteral("[%1]").arg(rows);
}

QString size(int rows, int columns)
{
    return QStringLiteral("[%1, %2]").arg(rows).arg(columns);
}

ShapeTable shapesOf(const FollowedUnit &unit)
{
    const NetworkSpec &spec = unit.spec();
    const Moment at = unit.moment();
    const auto name
        = [&](const char *kind) { return QString::fromStdString(tensorName(kind, at.layer, at.direction)); };
    QStringList letters;
    for (const Part part : unit.cell().recorded) {
        if (part != Part::recurrentCandidate)
            letters << unit.letter(part);
    }
    const int inputs = spec.layerInputSize(at.layer);
    const bool oneHot = unit.inputProducts(0).lit.has_value();
    ShapeTable table;
    table.rows << ShapeTable::Row{"x",
                                  at.layer > 0 ? Words::tr("the layer below")
                                      : oneHot ? Words::tr("one-hot letter")
                                               : Words::tr("input", "what a step reads"),
                                  size(inputs)}
               << ShapeTable::Row{letters.join(", "), {}, size(spec.hiddenSize)}
               << ShapeTable::Row{"W", name("weight_ih"), size(spec.blockRows(), inputs)}
               << ShapeTable::Row{"U", name("weight_hh"), size(spec.blockRows(), spec.hiddenSize)};
    if (spec.bias)
        table.rows << ShapeTable::Row{"b_{ih}", name("bias_ih"), size(spec.blockRows())}
                   << ShapeTable::Row{"b_{hh}", name("bias_hh"), size(spec.blockRows())};
    return table;
}

} // namespace

double ProductSum::sum() const
{
    return std::accumulate(products.begin(), products.end(), 0.0,
                           [](double sum, const Product &product) { return sum + product.product(); });
}

Explanation explain(const Scene &scene)
{
    const FollowedUnit unit(scene);
    const CellDescription &cell = unit.cell();
    const CellExplanation &cellExplanation = explanationOf(cell.kind);
    const int part = scene.playhead.part;
    const bool backward = scene.playhead.pass == Pass::backward;
    const QString name = nameOf(cell, cell.stepParts[part]);

    Explanation explanation;
    explanation.title = (backward ? Words::tr("Backward through: %1, unit %2") : Words::tr("%1, unit %2"))
                            .arg(backward ? name : capitalised(name), unitLabel(scene, unit.unit()));
    explanation.place = Words::tr("part %1 of 0–%2").arg(part).arg(cell.stepParts.size() - 1);
    (backward ? cellExplanation.backward : cellExplanation.forward)[part](unit, explanation);
    if (const auto completes = cell.stepParts[part].completes; completes && !backward)
        if (const auto held = unit.held(*completes); held && !isSquashed(cell, *completes))
            tellHeld(explanation, *held);
    explanation.names = TermNames(scene);
    explanation.shapes = shapesOf(unit);
    explanation.code = backward ? backwardCode(unit) : cellExplanation.forwardCode(unit);
    return explanation;
}

QString plainText(const NumberLine &line)
{
    QString text;
    for (const Span &span : line)
        text += span.text;
    return text;
}

QString plainMath(const QString &markup)
{
    static const QRegularExpression marks(QStringLiteral(R"(\[[a-z/]\]|[*{}_^])"));
    return QString(markup).remove(marks);
}

QString plainText(const Explanation &explanation)
{
    QStringList lines{explanation.title + " (" + explanation.place + ")"};
    for (const ExplanationBlock &block : explanation.blocks) {
        if (const auto *heading = std::get_if<Heading>(&block))
            lines << heading->text;
        if (const auto *remark = std::get_if<Remark>(&block))
            lines << remark->text;
        if (const auto *equation = std::get_if<Equation>(&block)) {
            for (const QString &line : equation->lines)
                lines << plainMath(line);
        }
        if (const auto *numbers = std::get_if<Numbers>(&block)) {
            for (const NumberLine &line : numbers->lines)
                lines << plainText(line);
        }
        if (const auto *bars = std::get_if<UnitBars>(&block)) {
            for (const UnitBars::Row &row : bars->rows)
                lines << Words::tr("unit %1: %2")
                             .arg(row.unit, bars->isGradient ? gradientNumber(row.value, 3) : inInspector(row.value));
        }
        if (const auto *values = std::get_if<Values>(&block)) {
            for (const NumberLine &line : values->lines)
                lines << plainText(line);
        }
    }
    return lines.join('\n');
}

} // namespace gatescope
