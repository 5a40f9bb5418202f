// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/cell_explanation.h"

#include "core/model/squash.h"
#include "ui/common/numbers.h"
#include "ui/drawing/scene/ways_back.h"
#include "ui/explore/inspector/number_line.h"

namespace gatescope {

namespace {

/// Whether what squashes is made of straight pieces, whose slope is no formula of the value.
bool isStraight(const NetworkSpec &spec, Activation activation)
{
    return activation == Activation::sigmoid ? spec.gateActivation != GateActivation::sigmoid
                                             : spec.stateActivation == StateActivation::relu;
}

/// The slope of what squashes this block, where its value is y.
double slopeAt(const NetworkSpec &spec, Activation activation, double y)
{
    const Eigen::ArrayXd at = Eigen::ArrayXd::Constant(1, y);
    return activation == Activation::sigmoid ? slope(spec.gateActivation, at)[0] : slope(spec.stateActivation, at)[0];
}

/// What is read, in a sentence.
QString whatIsRead(const FollowedUnit &unit)
{
    const Moment at = unit.moment();
    const ProductSum read = unit.inputProducts(0);
    if (at.layer > 0)
        return Words::tr("It reads the state of the layer below, %1 units.").arg(read.products.size());
    if (read.lit)
        return Words::tr("It reads a letter, one-hot: x is 1 at place %1 and 0 at the %2 others.")
            .arg(*read.lit)
            .arg(read.products.size() - 1);
    return read.products.size() == 1 ? Words::tr("It reads x, which is one number.")
                                     : Words::tr("It reads x, which has %1 components.").arg(read.products.size());
}

/// The letter and its place, or the first few numbers by name.
QList<NumberLine> valuesRead(const FollowedUnit &unit)
{
    constexpr qsizetype most = 8;
    const ProductSum read = unit.inputProducts(0);
    if (read.lit)
        return {{Span{read.products[*read.lit].reads, Role::input, true},
                 comment("   " + Words::tr("place %1").arg(*read.lit))}};
    QList<NumberLine> lines;
    for (const ProductSum::Product &product : read.products.first(std::min(most, read.products.size())))
        lines << NumberLine{comment(product.reads + "  "), value(product.value, Role::input)};
    if (read.products.size() > most)
        lines << NumberLine{comment(Words::tr("and %1 more").arg(read.products.size() - most))};
    return lines;
}

} // namespace

QString squashing(const NetworkSpec &spec, Activation activation)
{
    if (activation == Activation::sigmoid)
        return spec.gateActivation == GateActivation::sigmoid ? QStringLiteral("σ") : QStringLiteral("hσ");
    return spec.stateActivation == StateActivation::tanh ? QStringLiteral("tanh") : QStringLiteral("relu");
}

QString squashingSign(const NetworkSpec &spec, Activation activation)
{
    const QString name = squashing(spec, activation);
    return name == QStringLiteral("σ") ? name : "*" + name + "*";
}

SquashCurve squashCurve(const NetworkSpec &spec, Activation activation, double sum, double value, Role role)
{
    const auto squash = [spec, activation](double a) {
        const Eigen::ArrayXd at = Eigen::ArrayXd::Constant(1, a);
        return activation == Activation::sigmoid ? squashed(spec.gateActivation, at)[0]
                                                 : squashed(spec.stateActivation, at)[0];
    };
    return {squash, activation == Activation::tanh && spec.stateActivation == StateActivation::tanh, sum, value, role};
}

void explainInputs(const FollowedUnit &unit, Explanation &explanation)
{
    const bool first = !previousStep(unit.scene().trace(), unit.moment());
    explanation.blocks << Remark{
        Words::tr("The step begins with what it reads, and with the state that the step before left behind.") + ' '
        + whatIsRead(unit)};
    std::vector<Part> kept{Part::state};
    if (unit.cell().hasCellState)
        kept.insert(kept.begin(), Part::cell);
    for (const Part part : kept) {
        const double before = unit.before(part);
        explanation.blocks << Equation{{unit.symbolBefore(part)}}
                           << Numbers{{NumberLine{words("= "), of(unit.termBefore(part), result(before))}}, before};
    }
    if (first)
        explanation.blocks << Remark{Words::tr("It is the first step that is read, so this is the initial state.")};
    explanation.blocks << Heading{Words::tr("What it reads")} << Values{valuesRead(unit)};
}

Remark heldRemark(double value)
{
    return {Words::tr("A what-if holds it at %1 here: what the network makes of its inputs does not count.")
                .arg(inInspector(value))};
}

QString summand(const NetworkSpec &spec, const ProductSum &product)
{
    return spec.layerNorm ? "*LN*(" + product.symbol + ")" : product.symbol;
}

void addNormalisation(const NetworkSpec &spec, Explanation &explanation)
{
    if (spec.layerNorm)
        explanation.blocks << Remark{Words::tr(
            "LN, the layer normalisation, takes the mean of all rows of W x (of U h) off each, divides by their spread "
            "and multiplies by a gain. The products below are as they were before.")};
}

void addSquashedSum(const FollowedUnit &unit, int block, Explanation &explanation)
{
    const Block &described = unit.cell().blocks[block];
    const FollowedUnit::Sums sums = unit.sums(block);
    const ProductSum input = unit.inputProducts(block);
    const ProductSum state = unit.stateProducts(block);
    const QString squash = squashing(unit.spec(), described.activation);
    const double y = unit.value(described.part);
    const bool bias = unit.spec().bias;

    // y = σ(W·x + U·h + b)
    const QString equation = unit.symbol(described.part) + " = *" + squash + "*(" + summand(unit.spec(), input) + " + "
        + summand(unit.spec(), state) + (bias ? " + " + unit.subscripted("b", block) : QString()) + ")";
    NumberLine first{words("= " + squash + "("), of(unit.weights("W", block), value(sums.Wx, Role::input)),
                     of(unit.weights("U", block), term(sums.Uh, Role::state))};
    if (bias)
        first << term(sums.bias());
    first << words(")");
    const NumberLine last{words("= " + squash + "("), value(sums.total()), words(") = "),
                          of(unit.term(described.part), result(y))};
    explanation.blocks << Equation{{upright(equation)}};
    if (const auto held = unit.held(described.part))
        explanation.blocks << heldRemark(*held);
    else
        explanation.blocks << Numbers{{first, last}, y}
                           << squashCurve(unit.spec(), described.activation, sums.total(), y, roleOf(described.part));
    addNormalisation(unit.spec(), explanation);
    explanation.sums << input << state;
}

void addSumOfWays(const FollowedUnit &unit, const QString &sum, Explanation &explanation)
{
    const Scene &scene = unit.scene();
    QList<NumberLine> lines;
    double total = 0;
    for (const GradientPath &way : rememberedWaysBack(scene, unit.moment())) {
        const double share = way.gradient[unit.unit()];
        total += share;
        NumberLine line{words(lines.isEmpty() ? QStringLiteral("= ") : QStringLiteral(" "))};
        line << (lines.isEmpty() ? gradientFactor(share) : gradientTerm(share));
        if (way.through)
            line << comment("  " + Words::tr(way.name.data()), roleOf(*way.through));
        lines << line;
    }
    lines << NumberLine{words("= "), gradientResult(total)};
    explanation.blocks << Equation{{upright(unit.gradientSymbolBefore() + " ← " + sum)}} << Numbers{lines, total, true};
}

void addWaysBack(const FollowedUnit &unit, Explanation &explanation)
{
    const Scene &scene = unit.scene();
    const auto ways = rememberedWaysBack(scene, unit.moment());
    Waterfall waterfall;
    for (const GradientPath &way : ways) {
        waterfall.bars << Waterfall::Bar{Words::tr(way.name.data()), way.gradient[unit.unit()]};
        waterfall.total += way.gradient[unit.unit()];
    }
    waterfall.totalLabel = Words::tr("passed on");
    explanation.blocks << waterfall
                       << Remark{Words::tr(
                              "Positive in vermilion, negative in grey. The bars add up from top to bottom.")};
    const double whole = unit.gradientBefore();
    const double direct = whole - waterfall.total;
    double lengths = 0; // of the bars: where they cancel, their rounding is large beside the rest
    for (const Waterfall::Bar &bar : waterfall.bars)
        lengths += std::abs(bar.value);
    if (!previousStep(scene.trace(), unit.moment()) || std::abs(direct) <= 1e-12 * lengths)
        return;
    // ∂L/∂h_{t−1} = what the recurrence passes on + what comes from above at that step
    explanation.blocks << Remark{Words::tr(
        "The state before is also read at its own step; with what comes back from there:")}
                       << Equation{{upright(unit.gradientSymbolBefore())}}
                       << Numbers{{NumberLine{words("= "), gradientFactor(waterfall.total), gradientTerm(direct)},
                                   NumberLine{words("= "), gradientResult(whole)}},
                                  whole,
                                  true};
}

void addGradientProduct(Explanation &explanation, const QString &equation, const NumberLine &factorNumbers,
                        double right, double result)
{
    NumberLine first{words("= ")};
    first << factorNumbers << words(" × ") << gradientFactor(right);
    explanation.blocks << Equation{{upright(equation)}}
                       << Numbers{{first, NumberLine{words("= "), gradientResult(result)}}, result, true};
}

void addThroughSquashing(const FollowedUnit &unit, Part part, Explanation &explanation)
{
    const int block = unit.blockOf(part);
    const double y = unit.value(part);
    const QString letter = unit.symbol(part);
    const QString sum = QStringLiteral("[g]∂L/∂a_{%1, %2}[/]").arg(unit.letter(part)).arg(unit.unit());
    explanation.blocks << Heading{Words::tr("Through the squashing function")};
    const Activation activation = unit.cell().blocks[block].activation;
    if (isStraight(unit.spec(), activation)) {
        addGradientProduct(explanation,
                           sum + " = *" + squashing(unit.spec(), activation) + "′* " + unit.gradientSymbol(part),
                           {value(slopeAt(unit.spec(), activation, y), roleOf(part))}, unit.gradient(part),
                           unit.preactivationGradient(block));
        return;
    }
    if (activation == Activation::sigmoid) {
        // y = σ(a): ∂a = y(1−y)·∂y
        addGradientProduct(explanation, sum + " = " + letter + " (1 − " + letter + ") " + unit.gradientSymbol(part),
                           {value(y, roleOf(part)), words(" × (1 − "), value(y, roleOf(part)), words(")")},
                           unit.gradient(part), unit.preactivationGradient(block));
        return;
    }
    // y = tanh(a): ∂a = (1−y²)·∂y
    addGradientProduct(explanation, sum + " = (1 − " + letter + "^{2}) " + unit.gradientSymbol(part),
                       {words("(1 − "), factor(y, roleOf(part)), words("²)")}, unit.gradient(part),
                       unit.preactivationGradient(block));
}

} // namespace gatescope
