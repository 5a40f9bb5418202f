// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameters.h"
#include "core/model/squash.h"
#include "core/trace/moment.h"
#include "tests/core/base/arithmetic.h"
#include "tests/ui/explore/experiments.h"
#include "ui/common/numbers.h"
#include "ui/explore/inspector/explanation.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

struct Network {
    QString name;
    NetworkSpec spec;
};

/// Every cell, with and without biases, in all conventions, one layer and two that read both ways.
QList<Network> networks()
{
    QList<Network> list;
    for (const CellDescription &cell : cells()) {
        for (const bool bias : {true, false}) {
            for (const bool deep : {false, true}) {
                NetworkSpec spec{
                    .cell = cell.kind, .hiddenSize = 4, .layers = deep ? 2 : 1, .bidirectional = deep, .bias = bias};
                const QString name = QString::fromUtf8(cell.pytorchName.data()) + (bias ? "" : " without biases")
                    + (deep ? ", 2 layers both ways" : "");
                list.append({name, spec});
                if (cell.kind != CellKind::gru)
                    continue;
                NetworkSpec hard = spec;
                hard.gateActivation = GateActivation::hardSigmoid;
                hard.stateActivation = StateActivation::relu;
                list.append({name + ", hard sigmoids and relu", hard});
                spec.reset = ResetPlacement::before;
                list.append({name + ", reset before", spec});
                spec.update = UpdateMeaning::overwrites;
                list.append({name + ", reset before, z overwrites", spec});
                spec.reset = ResetPlacement::after;
                list.append({name + ", z overwrites", spec});
            }
        }
    }
    return list;
}

/// Every place of a record, in one pass, for two units.
QList<PlayheadState> places(const Record &record, Pass pass)
{
    QList<PlayheadState> list;
    const NetworkSpec &spec = record.spec();
    const int parts = int(describe(spec.cell).stepParts.size());
    for (int sequence = 0; sequence < record.trace->batch->sequences(); ++sequence)
        for (int layer = 0; layer < spec.layers; ++layer)
            for (int direction = 0; direction < spec.directions(); ++direction)
                for (int step = 0; step < record.trace->length(sequence); ++step)
                    for (int part = 0; part < parts; ++part)
                        for (const int unit : {0, spec.hiddenSize - 1})
                            list.append({sequence, step, part, 1.0, layer,
                                         direction ? Direction::backward : Direction::forward, unit, pass});
    return list;
}

Explanation explained(const Record &record, const PlayheadState &place)
{
    return explain(Scene{record, place, theme(ThemeName::light)});
}

template<typename Type>
QList<Type> blocksOf(const Explanation &explanation)
{
    QList<Type> found;
    for (const ExplanationBlock &block : explanation.blocks) {
        if (const auto *content = std::get_if<Type>(&block))
            found.append(*content);
    }
    return found;
}

QString arithmeticOf(const Numbers &numbers)
{
    QString text;
    for (const NumberLine &line : numbers.lines)
        for (const Span &span : line)
            text += span.isComment ? QString() : span.text;
    return text;
}

/// How far the printed arithmetic may be off, when each number in it is rounded to its last digit.
double allowance(const QString &expression, bool isGradient)
{
    if (!isGradient)
        return 4e-4;
    // 4.900e−5, or near 1 plainly 1.204: three digits behind the point, where values have four.
    static const QRegularExpression gradients(QStringLiteral("[0-9.]+e−?[0-9]+|[0-9]+\\.[0-9]{3}(?![0-9e])"));
    double largest = 0;
    auto matches = gradients.globalMatch(expression);
    while (matches.hasNext())
        largest = std::max(largest, valueOfArithmetic(matches.next().captured()).value_or(0));
    return 2e-3 * largest;
}

void isTrue(const Numbers &numbers, const QString &where)
{
    const QStringList sides = arithmeticOf(numbers).split('=', Qt::SkipEmptyParts);
    QVERIFY2(!sides.isEmpty(), qPrintable(where));
    for (const QString &side : sides) {
        if (side.trimmed().isEmpty())
            continue;
        const auto printed = valueOfArithmetic(side);
        QVERIFY2(printed, qPrintable(where + ": cannot read " + side));
        const QByteArray what = qPrintable(where + ": " + side + " is not " + QString::number(numbers.value));
        QVERIFY2(std::abs(*printed - numbers.value) <= allowance(side, numbers.isGradient), what.constData());
    }
    const QString shown = sides.last().trimmed();
    QCOMPARE(shown, numbers.isGradient ? gradientNumber(numbers.value, 3) : inInspector(numbers.value));
}

QString inWords(const PlayheadState &place, const Explanation &explanation)
{
    return QStringLiteral("%1, step %2, sequence %3").arg(explanation.title).arg(place.step).arg(place.sequence);
}

} // namespace

class ExplanationTest : public QObject
{
    Q_OBJECT
private slots:
    void everyPrintedEquationIsTrue_data() { networkRows(); }
    void everyPrintedEquationIsTrue();
    void thePartsResultIsTheTraces_data() { networkRows(); }
    void thePartsResultIsTheTraces();
    void productsSumToWhatIsSquashed_data() { networkRows(); }
    void productsSumToWhatIsSquashed();
    void waysBackAddUpToWhatIsPassedOn_data() { networkRows(); }
    void waysBackAddUpToWhatIsPassedOn();
    void aNormalisedSumIsNotCalledThePlainOne();
    void rowsAreNamedAsStored();
    void oneHotInputsKnowTheirLetter();
    void numbersThatAreZeroAndOneAreNoLetter();
    void whatIsPassedOnIsNotCalledTheWholeGradient_data() { networkRows(); }
    void whatIsPassedOnIsNotCalledTheWholeGradient();
    void roundingIsNoGradientOfItsOwn();
    void pytorchCodeSaysWhatItCannotDo();
    void kerasSlicesAreInItsOwnOrder();
    void theCodeSquashesAsTheNetworkDoes();
    void theCurrentPartIsMarkedInTheCode();
    void theCandidateWearsTheLetterOfOnesBook();
    void whereNoCellIsSeenTheLayerIsTold();

private:
    void networkRows();
};

void ExplanationTest::networkRows()
{
    QTest::addColumn<NetworkSpec>("spec");
    for (const Network &network : networks())
        QTest::newRow(qPrintable(network.name)) << network.spec;
}

void ExplanationTest::everyPrintedEquationIsTrue()
{
    QFETCH(NetworkSpec, spec);
    for (const Experiment &experiment : {spelling(spec), counting(spec)}) {
        const Record record = recordOf(experiment);
        QVERIFY(record);
        for (const Pass pass : {Pass::forward, Pass::backward}) {
            for (const PlayheadState &place : places(record, pass)) {
                const Explanation explanation = explained(record, place);
                for (const Numbers &numbers : blocksOf<Numbers>(explanation)) {
                    isTrue(numbers, inWords(place, explanation));
                    if (QTest::currentTestFailed())
                        return;
                }
            }
        }
    }
}

void ExplanationTest::aNormalisedSumIsNotCalledThePlainOne()
{
    const Record record = recordOf(counting({.hiddenSize = 4, .layers = 2, .layerNorm = true}));
    for (const Pass pass : {Pass::forward, Pass::backward})
        for (const PlayheadState &place : places(record, pass))
            for (const Numbers &numbers : blocksOf<Numbers>(explained(record, place))) {
                isTrue(numbers, inWords(place, explained(record, place)));
                if (QTest::currentTestFailed())
                    return;
            }
    for (const PlayheadState &place : places(record, Pass::forward)) {
        const Explanation explanation = explained(record, place);
        if (!explanation.sums.isEmpty())
            QVERIFY(plainText(explanation).contains("LN, the layer normalisation"));
        for (const Equation &equation : blocksOf<Equation>(explanation))
            for (const QString &line : equation.lines)
                QCOMPARE(line.contains("W_{") || line.contains("U_{"), line.contains("LN"));
    }
}

void ExplanationTest::thePartsResultIsTheTraces()
{
    QFETCH(NetworkSpec, spec);
    const Record record = recordOf(spelling(spec));
    for (const PlayheadState &place : places(record, Pass::forward)) {
        const auto completes = describe(spec.cell).stepParts[std::size_t(place.part)].completes;
        if (!completes)
            continue;
        const double value
            = record.trace->at(place.layer, place.direction)[*completes](place.step, place.sequence, place.unit);
        const auto all = blocksOf<Numbers>(explained(record, place));
        QVERIFY(std::ranges::any_of(all, [&](const Numbers &numbers) { return numbers.value == value; }));
    }
}

void ExplanationTest::productsSumToWhatIsSquashed()
{
    QFETCH(NetworkSpec, spec);
    const Record record = recordOf(counting(spec));
    for (const PlayheadState &place : places(record, Pass::forward)) {
        const auto completes = describe(spec.cell).stepParts[std::size_t(place.part)].completes;
        const auto &blocks = describe(spec.cell).blocks;
        const auto block = completes ? std::ranges::find(blocks, *completes, &Block::part) : blocks.end();
        if (block == blocks.end())
            continue;
        const Explanation explanation = explained(record, place);
        QCOMPARE(int(explanation.sums.size()), 2);
        const auto &values = record.trace->at(place.layer, place.direction);
        const bool gated = *completes == Part::candidate && spec.reset == ResetPlacement::after;
        const double r = gated ? values[Part::reset](place.step, place.sequence, place.unit) : 1.0;
        const double a = explanation.sums[0].total() + r * explanation.sums[1].total();
        const Eigen::ArrayXd sum = Eigen::ArrayXd::Constant(1, a);
        const double y = block->activation == Activation::tanh ? squashed(spec.stateActivation, sum)[0]
                                                               : squashed(spec.gateActivation, sum)[0];
        const double recorded = values[*completes](place.step, place.sequence, place.unit);
        QVERIFY2(std::abs(y - recorded) < 1e-12, qPrintable(inWords(place, explanation)));
        for (const SquashCurve &curve : blocksOf<SquashCurve>(explanation))
            QVERIFY(std::abs(curve.sum - a) < 1e-12 && std::abs(curve.squash(a) - recorded) < 1e-12);
    }
}

void ExplanationTest::waysBackAddUpToWhatIsPassedOn()
{
    QFETCH(NetworkSpec, spec);
    const Record record = recordOf(spelling(spec));
    int found = 0;
    for (const PlayheadState &place : places(record, Pass::backward)) {
        for (const Waterfall &waterfall : blocksOf<Waterfall>(explained(record, place))) {
            double sum = 0;
            for (const Waterfall::Bar &bar : waterfall.bars)
                sum += bar.value;
            QVERIFY(std::abs(sum - waterfall.total) <= 1e-12 * (1 + std::abs(sum)));
            ++found;
        }
    }
    QVERIFY(found > 0);
}

void ExplanationTest::rowsAreNamedAsStored()
{
    NetworkSpec spec{.hiddenSize = 8};
    const Record record = recordOf(spelling(spec));
    const Explanation update = explained(record, {.step = 2, .part = 2, .unit = 2});
    QCOMPARE(update.title, QStringLiteral("Update gate, unit 2"));
    QCOMPARE(update.place, QStringLiteral("part 2 of 0–4"));
    QCOMPARE(update.sums[0].where, QStringLiteral("row 10 of weight_ih_l0 (z rows are 8–15)"));
    QCOMPARE(update.sums[1].where, QStringLiteral("row 10 of weight_hh_l0 (z rows are 8–15)"));
    const Matrix &W = record.experiment->parameters.layers[0].W;
    for (int column = 0; column < 6; ++column)
        QCOMPARE(update.sums[0].products[column].weight, W(10, column));
    const Explanation single = explained(recordOf(spelling({.hiddenSize = 1})), {.step = 2, .part = 2});
    QCOMPARE(single.sums[0].where, QStringLiteral("row 1 of weight_ih_l0 (the only z row)"));
}

void ExplanationTest::oneHotInputsKnowTheirLetter()
{
    const Record record = recordOf(spelling({.hiddenSize = 3}));
    const Explanation explanation = explained(record, {.step = 2, .part = 1});
    QCOMPARE(explanation.sums[0].lit, std::optional(2));
    QCOMPARE(explanation.sums[0].products[2].reads, QStringLiteral("l"));
    QCOMPARE(explanation.sums[0].sum(), explanation.sums[0].products[2].weight);
    const Record numbers = recordOf(counting({.hiddenSize = 3}));
    QVERIFY(!explained(numbers, {.part = 1}).sums[0].lit);
    QCOMPARE(explained(numbers, {.part = 1}).sums[0].products[1].reads, QStringLiteral("b"));
}

void ExplanationTest::numbersThatAreZeroAndOneAreNoLetter()
{
    Experiment latch = counting({.hiddenSize = 3});
    std::get<NumberInput>(latch.input.source).sequences[0].row(1) << 0, 1, 0;
    const Record record = recordOf(latch);
    const Explanation explanation = explained(record, {.step = 1});
    QVERIFY(!explained(record, {.step = 1, .part = 1}).sums[0].lit);
    QVERIFY(!plainText(explanation).contains("one-hot"));
    QCOMPARE(explanation.shapes.rows.first().name, QStringLiteral("input"));
}

/// Every step's loss is watched, so the state before also has what comes from its own step.
void ExplanationTest::whatIsPassedOnIsNotCalledTheWholeGradient()
{
    QFETCH(NetworkSpec, spec);
    const Record record = recordOf(counting(spec));
    for (const PlayheadState &place : places(record, Pass::backward)) {
        for (const Equation &equation : blocksOf<Equation>(explained(record, place))) {
            static const QRegularExpression claim(QStringLiteral("^∂L/∂h(t[−+]1), [0-9]+ ="));
            for (const QString &line : equation.lines)
                QVERIFY2(!plainMath(line).contains(claim), qPrintable(plainMath(line)));
        }
    }
}

/// Two ways of nearly 1 and −1, and a gradient before the step that differs from their sum by rounding.
void ExplanationTest::roundingIsNoGradientOfItsOwn()
{
    Record record = recordOf(spelling({.cell = CellKind::lstm, .hiddenSize = 2}));
    const Moment moment{.step = 3};
    Experiment cancelling = *record.experiment;
    Matrix &U = cancelling.parameters.layers[0].U;
    U.col(0).setZero();
    U(0, 0) = 1 / preactivationGradient(*record.trace, *record.gradients, moment, 0)[0];
    U(2, 0) = -(1 - 1e-6) / preactivationGradient(*record.trace, *record.gradients, moment, 1)[0];
    double sum = 0;
    for (const GradientPath &way : waysBack(*record.trace, *record.gradients, cancelling.parameters, moment))
        sum += way.gradient[0];
    QVERIFY(std::abs(sum) < 1e-5);
    GradientTrace gradients = *record.gradients;
    gradients.layers[0][Part::state].set(2, 0, 0, sum + 3e-16);
    record.experiment = std::make_shared<const Experiment>(cancelling);
    record.gradients = std::make_shared<const GradientTrace>(gradients);
    const PlayheadState inputs{.step = 3, .part = 0, .pass = Pass::backward};
    QVERIFY(!plainText(explained(record, inputs)).contains("read at its own step"));
}

void ExplanationTest::pytorchCodeSaysWhatItCannotDo()
{
    const auto pytorch = [](const NetworkSpec &spec) {
        return explained(recordOf(spelling(spec)), {.part = 3}).code[0].lines.join('\n');
    };
    QVERIFY(!pytorch({.hiddenSize = 3}).contains("cannot"));
    QVERIFY(pytorch({.hiddenSize = 3}).contains("n = tanh(i_n + r * h_n)"));
    const QString before = pytorch({.hiddenSize = 3, .reset = ResetPlacement::before});
    QVERIFY(before.contains("nn.GRU cannot do this"));
    QVERIFY(before.contains("U_n @ (r * h)"));
    QVERIFY(pytorch({.hiddenSize = 3, .update = UpdateMeaning::overwrites}).contains("h = (1 - z) * h + z * n"));
}

void ExplanationTest::kerasSlicesAreInItsOwnOrder()
{
    const Explanation explanation = explained(recordOf(spelling({.hiddenSize = 8})), {.part = 2});
    const QString keras = explanation.code[1].lines.join('\n');
    QVERIFY(keras.contains("z: kernel[:, 0:8], r: kernel[:, 8:16]"));
    QVERIFY(keras.contains("h: kernel[:, 16:24]"));
    QVERIFY(keras.contains("x_z, x_r, x_h = split("));
}

void ExplanationTest::theCodeSquashesAsTheNetworkDoes()
{
    const auto listing = [](const NetworkSpec &spec, int language, Pass pass = Pass::forward) {
        return explained(recordOf(spelling(spec)), {.step = 1, .part = 1, .pass = pass})
            .code[language]
            .lines.join('\n');
    };
    NetworkSpec rnn{.cell = CellKind::rnn, .hiddenSize = 3};
    rnn.stateActivation = StateActivation::relu;
    QVERIFY(listing(rnn, 0).contains("nonlinearity='relu')\nh = relu(W @ x"));
    QVERIFY(listing(rnn, 1).contains("SimpleRNN(3, activation='relu')\nh = relu(x @ kernel"));
    QVERIFY(listing(rnn, 2).contains("*relu*(W"));
    QVERIFY(listing(rnn, 0, Pass::backward).contains("nn.RNNCell(…, nonlinearity='relu')"));

    NetworkSpec gru{.hiddenSize = 3, .gateActivation = GateActivation::hardSigmoid};
    QVERIFY(listing(gru, 0).startsWith("# nn.GRU has no hard sigmoid. By hand:"));
    QVERIFY(listing(gru, 0).contains("r = hardsigmoid(i_r + h_r)\nz = hardsigmoid(i_z + h_z)\nn = tanh("));
    QVERIFY(listing(gru, 1).contains("GRU(3, reset_after=True, recurrent_activation='hard_sigmoid')"));
    QVERIFY(listing(gru, 2).contains(QStringLiteral("*hσ*(")));
    QVERIFY(listing(gru, 0, Pass::backward).contains("nn.GRUCell has no hard sigmoid"));
    gru.gateActivation = GateActivation::hardSigmoidKeras2;
    gru.reset = ResetPlacement::before;
    QVERIFY(listing(gru, 0).contains("return (0.2 * a + 0.5).clamp(0, 1)\nW_r, W_z, W_n = W.chunk(3)"));
    QVERIFY(listing(gru, 1).contains("# in Keras 2"));

    const NetworkSpec norm{.hiddenSize = 3, .layerNorm = true};
    QVERIFY(listing(norm, 0).contains("(layer_norm(U @ h, [9], norm_hh) + b_hh).chunk(3)"));
    QVERIFY(listing(norm, 1).contains("split(layer_normalization(x @ kernel, norm_ih, epsilon=1e-5) + bias[0], 3)"));
    QVERIFY(listing(norm, 2).contains("*LN*(U[h]h[/])_{r}"));

    NetworkSpec lstm{.cell = CellKind::lstm, .hiddenSize = 3, .gateActivation = GateActivation::hardSigmoid};
    lstm.stateActivation = StateActivation::relu;
    QVERIFY(listing(lstm, 0).startsWith("# nn.LSTM has no hard sigmoid, no relu. By hand:"));
    QVERIFY(listing(lstm, 0).endsWith("h = o * relu(c)"));
    QVERIFY(!(listing(lstm, 0) + listing(lstm, 1) + listing(lstm, 2)).contains("tanh"));
}

void ExplanationTest::theCurrentPartIsMarkedInTheCode()
{
    const Record record = recordOf(spelling({.hiddenSize = 3}));
    const QStringList starts{"i_r", "r = ", "z = ", "n = ", "h = "};
    for (int part = 0; part < 5; ++part) {
        const CodeListing pytorch = explained(record, {.part = part}).code[0];
        QVERIFY(pytorch.lines[pytorch.marked].startsWith(starts[part]));
    }
    const Record lstm = recordOf(spelling({.cell = CellKind::lstm, .hiddenSize = 3}));
    const CodeListing cellLine = explained(lstm, {.part = 4}).code[0];
    QCOMPARE(cellLine.lines[cellLine.marked], QStringLiteral("c = f * c + i * g"));
    NetworkSpec hard{.cell = CellKind::lstm, .hiddenSize = 3, .gateActivation = GateActivation::hardSigmoidKeras2};
    for (const int language : {0, 1}) { // what is said first moves the lines
        const CodeListing code = explained(recordOf(spelling(hard)), {.part = 1}).code[language];
        QVERIFY(code.lines[code.marked].startsWith("i, f, o = hard_sigmoid("));
    }
}

void ExplanationTest::theCandidateWearsTheLetterOfOnesBook()
{
    const Record record = recordOf(spelling({.hiddenSize = 3}));
    Scene scene{record, {.part = 4}, theme(ThemeName::light)};
    scene.candidateLetter = QStringLiteral("h̃");
    const auto equations = blocksOf<Equation>(explain(scene));
    QVERIFY(equations.first().lines.first().contains(QStringLiteral("[n]h̃_{0}[/]")));
}

void ExplanationTest::whereNoCellIsSeenTheLayerIsTold()
{
    const Record small = recordOf(spelling({.hiddenSize = 3})), large = recordOf(spelling({.hiddenSize = 20}));
    for (const Record &record : {small, large}) {
        for (const Pass pass : {Pass::forward, Pass::backward}) {
            const PlayheadState at{.step = 2, .pass = pass, .level = 0};
            const Explanation told = explainLayer(Scene{record, at, theme(ThemeName::light)});
            const UnitBars bars = blocksOf<UnitBars>(told).value(0);
            const int units = record.experiment->spec.hiddenSize;
            const Vector all = pass == Pass::forward
                ? Vector(record.trace->at(0, Direction::forward)[Part::state].at(2, 0))
                : Vector(record.gradients->at(record.experiment->spec, 0, Direction::forward)[Part::state].at(2, 0));
            QCOMPARE(bars.rows.size(), std::min(units, 12));
            double least = bars.most;
            for (const UnitBars::Row &row : bars.rows) {
                QCOMPARE(row.value, all[row.unit.toInt()]);
                least = std::min(least, std::abs(row.value));
            }
            int louder = 0; // than the least that is shown
            for (const double value : all)
                louder += std::abs(value) > least;
            QCOMPARE(louder, bars.rows.size() - 1);
        }
    }
    const Explanation told = explainLayer(Scene{small, {.step = 2, .level = 0}, theme(ThemeName::light)});
    const int wanted = small.experiment->objective.classes[0][2];
    const double loss = -std::log(headProbabilities(*small.trace, 2, 0)[wanted]);
    QVERIFY2(plainText(told).contains(inInspector(loss)), qPrintable(plainText(told)));
    const auto numbers = blocksOf<ShapeTable>(told).value(0).rows.last().shape.toLongLong();
    std::int64_t counted = 0;
    for (const ConstParameterView &view : views(small.experiment->spec, small.experiment->parameters))
        counted += view.values.size();
    QCOMPARE(numbers, counted);
}

QTEST_GUILESS_MAIN(ExplanationTest)
#include "explanation_test.moc"
