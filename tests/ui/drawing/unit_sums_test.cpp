// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"

#include "core/engine/reference_backend.h"
#include "ui/drawing/unit/unit_drawing.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <numeric>

using namespace gatescope;

namespace {

/// A network that differs from PyTorch's defaults by `change`, reading random numbers.
Record changedRecord(const NumberNetwork &network, const std::function<void(NetworkSpec &)> &change,
                     double strength = 3)
{
    Experiment experiment = *numbersRecord(network).experiment;
    change(experiment.spec);
    experiment.parameters = initialParameters(experiment.spec, 11);
    for (LayerParameters &layer : experiment.parameters.layers) {
        layer.W *= strength;
        layer.U *= strength;
    }
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    auto record = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(std::move(experiment)));
    if (!record)
        qFatal("%s", record.error().english().c_str());
    return *record;
}

std::vector<Record> manyRecords()
{
    const auto plain = [](NetworkSpec &) {};
    std::vector<Record> records;
    for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
        records.push_back(changedRecord({.cell = cell, .hiddenSize = 4, .layers = 2, .bidirectional = true}, plain));
        records.push_back(changedRecord({.cell = cell}, [](NetworkSpec &spec) { spec.bias = false; }));
        records.push_back(changedRecord(
            {.cell = cell},
            [](NetworkSpec &spec) {
                if (spec.cell != CellKind::rnn) // has no gates
                    spec.gateActivation = GateActivation::hardSigmoid;
                spec.stateActivation = StateActivation::relu;
            },
            1));
    }
    records.push_back(changedRecord({}, [](NetworkSpec &spec) { spec.layerNorm = true; }));
    records.push_back(changedRecord({}, [](NetworkSpec &spec) { spec.reset = ResetPlacement::before; }));
    records.push_back(changedRecord({}, [](NetworkSpec &spec) { spec.update = UpdateMeaning::overwrites; }));
    records.push_back(lettersRecord("hello world"));
    return records;
}

/// Calls check(scene) at every unit, part, layer and direction of a step in the middle.
void everywhere(const Record &record, Pass pass, const std::function<void(const Scene &)> &check)
{
    const NetworkSpec &spec = record.spec();
    for (int layer = 0; layer < spec.layers; ++layer) {
        for (int direction = 0; direction < spec.directions(); ++direction) {
            for (int part = 1; part < int(describe(spec.cell).stepParts.size()); ++part) {
                for (int unit = 0; unit < spec.hiddenSize; ++unit)
                    check(sceneOf(record,
                                  {.step = 2,
                                   .part = part,
                                   .layer = layer,
                                   .direction = Direction(direction),
                                   .unit = unit,
                                   .pass = pass}));
            }
        }
    }
}

double sumOf(const std::vector<UnitTerm> &terms)
{
    return std::accumulate(terms.begin(), terms.end(), 0.0,
                           [](double sum, const UnitTerm &term) { return sum + term.product; });
}

} // namespace

/// What a unit's picture adds up is what the engine recorded, forward and back.
class UnitSumsTest : public QObject
{
    Q_OBJECT
private slots:
    void theProductsAddUpToTheSumWhichSquashedIsTheRecordedPart()
    {
        for (const Record &record : manyRecords()) {
            everywhere(record, Pass::forward, [&](const Scene &scene) {
                const UnitStory story = unitStory(scene);
                QVERIFY(std::abs(sumOf(story.sum.terms) - story.sum.total) < 1e-12);
                const double made = story.curve ? story.curve->squash(story.sum.total) : story.sum.total;
                QVERIFY2(std::abs(made - story.made.value) < 1e-9, qPrintable(story.made.name));
                if (story.block >= 0 && story.sum.inner.empty()) {
                    const BlockSums sums
                        = blockSums(scene.trace(), record.experiment->parameters, scene.moment(), story.block);
                    const int j = scene.playhead.unit;
                    QVERIFY(std::abs(sums.Wx[j] + sums.Uh[j] + sums.bIn[j] + sums.bRec[j] - story.sum.total) < 1e-9);
                }
            });
        }
    }

    /// A hard sigmoid is not called σ, which is another curve.
    void theCurveIsCalledByItsName()
    {
        for (const auto &[kind, symbol] :
             {std::pair(GateActivation::sigmoid, u"σ"_qs), std::pair(GateActivation::hardSigmoid, u"hσ"_qs),
              std::pair(GateActivation::hardSigmoidKeras2, u"hσ"_qs)}) {
            const Record record
                = changedRecord({.cell = CellKind::gru}, [&](NetworkSpec &spec) { spec.gateActivation = kind; });
            QCOMPARE(unitStory(sceneOf(record, {.step = 2, .part = 1})).curve->symbol, symbol);
        }
    }

    void theHiddenRowsKeepTheSumExact()
    {
        const Record record = numbersRecord({.hiddenSize = 1024, .lengths = {3}});
        for (const int part : {1, 2, 3}) {
            const UnitStory story = unitStory(sceneOf(record, {.step = 2, .part = part, .unit = 700}));
            for (const QSizeF &size : {QSizeF(1468, 748), QSizeF(900, 520)}) {
                const UnitRows rows = unitRows(unitPlan(size, false), story.sum, true);
                QVERIFY(rows.terms.size() < 40);
                const std::vector<UnitTerm> inner(rows.terms.begin(), rows.terms.begin() + rows.inner),
                    outer(rows.terms.begin() + rows.inner, rows.terms.end());
                QVERIFY(std::abs(sumOf(outer) - story.sum.total) < 1e-12);
                QVERIFY(std::abs(sumOf(inner) - story.sum.innerTotal) < 1e-12);
                const auto more = std::ranges::find(rows.terms, UnitTerm::Kind::more, &UnitTerm::kind);
                QVERIFY(more != rows.terms.end() && more->count > 900);
                // No product that is left out is larger than one that is shown.
                double least = 1e9;
                int shown = 0;
                for (const UnitTerm &term : rows.terms) {
                    if (term.kind == UnitTerm::Kind::state) {
                        least = std::min(least, std::abs(term.product));
                        ++shown;
                    }
                }
                int larger = 0;
                for (const std::vector<UnitTerm> *terms : {&story.sum.inner, &story.sum.terms})
                    larger += int(std::ranges::count_if(*terms, [&](const UnitTerm &term) {
                        return term.kind == UnitTerm::Kind::state && std::abs(term.product) >= least;
                    }));
                QCOMPARE(larger, shown);
            }
        }
    }

    /// With more products of both kinds than rows, what stands together is a whole W x and a whole U h.
    void theHiddenRowsBelongToTheirOwnSum()
    {
        for (const CellKind cell : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
            const Record record = numbersRecord({.cell = cell, .hiddenSize = 40, .layers = 2, .lengths = {3}});
            const int gates = int(describe(cell).blocks.size());
            for (int part = 1; part <= gates; ++part) {
                const Scene scene = sceneOf(record, {.step = 2, .part = part, .layer = 1, .unit = 7});
                const UnitStory story = unitStory(scene);
                if (story.block < 0)
                    continue;
                const BlockSums sums
                    = blockSums(scene.trace(), record.experiment->parameters, scene.moment(), story.block);
                const UnitRows rows = unitRows(unitPlan({900, 520}, false), story.sum, true);
                int rests = 0;
                for (const UnitTerm &term : rows.terms)
                    rests += term.kind == UnitTerm::Kind::more;
                QCOMPARE(rests, 2);
                const double b = story.sum.inner.empty() ? 0 : sums.bRec[7]; // stands among the rows of u
                for (const UnitGroup &group : groupsOf(rows)) {
                    if (group.kind == UnitTerm::Kind::input)
                        QVERIFY(std::abs(group.total - sums.Wx[7]) < 1e-12);
                    if (group.kind == UnitTerm::Kind::state)
                        QVERIFY(std::abs(group.total - sums.Uh[7]) < 1e-12);
                    if (group.kind == UnitTerm::Kind::bias && group.first < rows.inner)
                        QVERIFY(std::abs(group.total - b) < 1e-12);
                }
            }
        }
    }

    void aOneHotInputIsTheOneWeightThatItPicks()
    {
        const Record record = lettersRecord("hello world");
        const UnitStory story = unitStory(sceneOf(record, {.step = 2, .part = 2}));
        QCOMPARE(std::ranges::count(story.sum.terms, UnitTerm::Kind::input, &UnitTerm::kind), 1);
        QCOMPARE(story.sum.terms.front().letter, u"l"_qs);
    }

    void theGradientsOfAllStepsAreThoseOfTheWeights()
    {
        for (const Record &record : manyRecords()) {
            const NetworkSpec &spec = record.spec();
            const LayerParameters &expected = record.gradients->parameters.layers[0];
            for (int block = 0; block < int(describe(spec.cell).blocks.size()); ++block) {
                const int row = block * spec.hiddenSize + 1;
                Vector W = Vector::Zero(expected.W.cols()), U = Vector::Zero(expected.U.cols());
                double bias = 0;
                for (int step = 0; step < record.trace->length(0); ++step) {
                    const UnitSum sum
                        = unitSum(sceneOf(record, {.step = step, .unit = 1, .pass = Pass::backward}), block);
                    for (const std::vector<UnitTerm> *terms : {&sum.inner, &sum.terms}) {
                        for (const UnitTerm &term : *terms) {
                            if (term.kind == UnitTerm::Kind::input)
                                W[term.valueTerm.unit] += term.weightGradient;
                            else if (term.kind == UnitTerm::Kind::state)
                                U[term.valueTerm.unit] += term.weightGradient;
                            else if (term.kind == UnitTerm::Kind::bias && terms == &sum.terms)
                                bias += term.weightGradient;
                        }
                    }
                }
                QVERIFY((W - expected.W.row(row).transpose()).norm() < 1e-9);
                QVERIFY((U - expected.U.row(row).transpose()).norm() < 1e-9);
                if (spec.bias)
                    QVERIFY(std::abs(bias - expected.bIn[row]) < 1e-9);
            }
        }
    }

    void whatAllUnitsSendBackIsWhatTheStateBeforeGets()
    {
        for (const Record &record : manyRecords()) {
            const NetworkSpec &spec = record.spec();
            for (const GradientPath &way :
                 waysBack(*record.trace, *record.gradients, record.experiment->parameters, {.step = 2})) {
                // The reset before multiplies h on the way; its own way goes through the gate.
                if (!way.through || spec.layerNorm)
                    continue;
                const auto &blocks = describe(spec.cell).blocks;
                const int block = int(std::ranges::find(blocks, *way.through, &Block::part) - blocks.begin());
                Vector sent = Vector::Zero(spec.hiddenSize);
                for (int unit = 0; unit < spec.hiddenSize; ++unit) {
                    const UnitSum sum
                        = unitSum(sceneOf(record, {.step = 2, .unit = unit, .pass = Pass::backward}), block);
                    for (const std::vector<UnitTerm> *terms : {&sum.inner, &sum.terms}) {
                        for (const UnitTerm &term : *terms) {
                            if (term.kind == UnitTerm::Kind::state)
                                sent[term.valueTerm.unit] += term.valueGradient;
                        }
                    }
                }
                QVERIFY2((sent - way.gradient).norm() < 1e-9, way.name.data());
            }
        }
    }

    void aBlendSendsItsGatesTheGradientsOfTheTrace()
    {
        for (const CellKind cell : {CellKind::gru, CellKind::lstm}) {
            const Record record = numbersRecord({.cell = cell});
            everywhere(record, Pass::backward, [&](const Scene &scene) {
                for (const UnitTerm &sent : unitStory(scene).sent) {
                    for (const Part part : {Part::update, Part::candidate, Part::inputGate, Part::forgetGate,
                                            Part::cellCandidate, Part::outputGate}) {
                        if (sent.valueTerm.symbol == QString::fromUtf8(describe(part).symbol.data())
                            && std::ranges::count(describe(cell).recorded, part)) {
                            const double recorded = scene.gradients().at(scene.spec(), 0, Direction::forward)[part](
                                2, 0, scene.playhead.unit);
                            QVERIFY(std::abs(sent.valueGradient - recorded) < 1e-12);
                        }
                    }
                }
            });
        }
    }

    void theHeadsProductsAddUpToItsOutput()
    {
        for (const Record &record : manyRecords()) {
            if (record.trace->headOutput.empty())
                continue;
            for (int output = 0; output < record.spec().headOutputs; ++output) {
                const Scene scene = sceneOf(record, atOutput({.step = 1}, record.spec(), output));
                const UnitStory story = unitStory(scene);
                double sum = 0;
                for (const UnitTerm &term : story.sum.terms)
                    sum += term.product;
                QVERIFY(std::abs(sum - record.trace->headOutput(1, 0, output)) < 1e-12);
            }
        }
    }
};

QTEST_MAIN(UnitSumsTest)
#include "unit_sums_test.moc"
