// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/health_report.h"

#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "core/experiment/files/experiment_file.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatescope;

namespace {

constexpr int H = 6;

NetworkSpec specOf(CellKind cell, UpdateMeaning update = UpdateMeaning::keeps)
{
    NetworkSpec spec;
    spec.cell = cell;
    spec.update = update;
    spec.inputSize = 3;
    spec.hiddenSize = H;
    return spec;
}

/// A network that reads so many random steps, before somebody plants something in it.
struct Patient {
    NetworkSpec spec;
    Parameters parameters;
    Batch batch;
    Objective objective;

    explicit Patient(const NetworkSpec &network, int steps = 20)
        : spec(network), parameters(initialParameters(network, 4))
    {
        Random random(9);
        TimeArray x(steps, 1, spec.inputSize);
        for (int t = 0; t < steps; ++t)
            for (int i = 0; i < spec.inputSize; ++i)
                x.set(t, 0, i, random.normal());
        batch = fullLengthBatch(std::move(x));
    }

    LayerParameters &layer() { return parameters.layers[0]; }

    /// Nothing but the bias decides over this unit's row of a block.
    void plantBias(int block, int unit, double bias)
    {
        layer().W.row(block * H + unit).setZero();
        layer().U.row(block * H + unit).setZero();
        layer().bRec[block * H + unit] = 0;
        layer().bIn[block * H + unit] = bias;
    }

    std::vector<Finding> report() const
    {
        const auto done
            = evaluate(ReferenceBackend(), spec, parameters, std::make_shared<const Batch>(batch), objective).value();
        return healthReport(*done.trace, done.gradients.get(), parameters);
    }
};

std::vector<Finding> ofKind(const std::vector<Finding> &findings, FindingKind kind)
{
    std::vector<Finding> found;
    std::ranges::copy_if(findings, std::back_inserter(found),
                         [=](const Finding &finding) { return finding.kind == kind; });
    return found;
}

bool says(const Finding &finding, const char *words)
{
    return finding.sentence.english().find(words) != std::string::npos;
}

bool concerns(const std::vector<Finding> &findings, FindingKind kind, Part part, int unit, const char *words)
{
    return std::ranges::any_of(findings, [=](const Finding &finding) {
        return finding.kind == kind && finding.part == part && says(finding, words)
            && std::ranges::find(finding.units, unit) != finding.units.end();
    });
}

} // namespace

class HealthReportTest : public QObject
{
    Q_OBJECT

private slots:
    void aUnitWithAnOpenUpdateGateKeepsItsState();
    void aGateSaysWhichWayItIsStuck_data();
    void aGateSaysWhichWayItIsStuck();
    void anLstmsGatesHaveTheirOwnWords();
    void aSaturatedCandidateIsNamed();
    void aUnitThatNeverMovesIsNamed();
    void aUnitThatIsAlwaysOneIsNamedOnce();
    void twoUnitsThatSayTheSameAreDuplicates();
    void memoryIsTheHalfLifeOfTheKeptShare();
    void memoryLeadsToWhereMostIsLetGo();
    void aShortSequenceDoesNotHideThatALongOneLosesItsGradient();
    void anRnnHasNoHalfLife();
    void aFreshNetworkLosesItsGradientOverAHundredSteps();
    void aLargeRecurrentWeightMakesTheGradientExplode();
    void anInputThatNobodyReadsIsNamed();
    void oneMoreFindingKeepsTheOrder();
    void theConventionIsSaidInWords();
    void theGravestComesFirst();
    void ofAFewStepsNothingIsAlways();
    void everyFindingLeadsToAPlaceThatIsThere();
    void ofATrainedDemonstrationOnlyWhatIsTrueIsSaid();
};

void HealthReportTest::aUnitWithAnOpenUpdateGateKeepsItsState()
{
    Patient patient(specOf(CellKind::gru));
    QVERIFY(ofKind(patient.report(), FindingKind::gateSaturated).empty());
    patient.plantBias(1, 2, 20);
    const auto found = ofKind(patient.report(), FindingKind::gateSaturated);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].units, std::vector<int>{2});
    QCOMPARE(found[0].part, std::optional(Part::update));
    QVERIFY(found[0].severity == Severity::problem);
    QCOMPARE(found[0].sentence.english(),
             std::string("Layer 0: the update gate of 1 of 6 units (2) is over 0.95 at 100 % of the steps or more: "
                         "on this input the old state is always kept, and nothing new comes in."));
    QCOMPARE(found[0].numbers, (std::vector<FindingNumber>{{"smallest_share", 1.0}}));
}

void HealthReportTest::aGateSaysWhichWayItIsStuck_data()
{
    QTest::addColumn<bool>("overwrites");
    QTest::addColumn<int>("block");
    QTest::addColumn<double>("bias");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("keeps, open") << false << 1 << 20.0 << QByteArray("always kept");
    QTest::newRow("keeps, shut") << false << 1 << -20.0 << QByteArray("always overwritten");
    QTest::newRow("overwrites, open") << true << 1 << 20.0 << QByteArray("always overwritten");
    QTest::newRow("overwrites, shut") << true << 1 << -20.0 << QByteArray("always kept");
    QTest::newRow("reset, shut") << false << 0 << -20.0 << QByteArray("never heard");
    QTest::newRow("reset, open") << false << 0 << 20.0 << QByteArray("heard in full");
}

void HealthReportTest::aGateSaysWhichWayItIsStuck()
{
    QFETCH(bool, overwrites);
    QFETCH(int, block);
    QFETCH(double, bias);
    QFETCH(QByteArray, words);
    Patient patient(specOf(CellKind::gru, overwrites ? UpdateMeaning::overwrites : UpdateMeaning::keeps));
    patient.plantBias(block, 5, bias);
    const Part part = block == 0 ? Part::reset : Part::update;
    QVERIFY(concerns(patient.report(), FindingKind::gateSaturated, part, 5, words.constData()));
}

void HealthReportTest::anLstmsGatesHaveTheirOwnWords()
{
    Patient patient(specOf(CellKind::lstm));
    patient.plantBias(0, 1, -20);
    patient.plantBias(1, 2, 20);
    patient.plantBias(3, 3, -20);
    const auto findings = patient.report();
    QVERIFY(concerns(findings, FindingKind::gateSaturated, Part::inputGate, 1, "nothing new comes into the cell"));
    QVERIFY(concerns(findings, FindingKind::gateSaturated, Part::forgetGate, 2, "always keeps"));
    QVERIFY(concerns(findings, FindingKind::gateSaturated, Part::outputGate, 3, "never shown"));
    QCOMPARE(ofKind(findings, FindingKind::gateSaturated).size(), 3u);
}

void HealthReportTest::aSaturatedCandidateIsNamed()
{
    Patient patient(specOf(CellKind::gru));
    QVERIFY(ofKind(patient.report(), FindingKind::candidateSaturated).empty());
    patient.plantBias(2, 0, -10);
    QVERIFY(concerns(patient.report(), FindingKind::candidateSaturated, Part::candidate, 0, "1 of 6 units (0)"));
    patient.spec.stateActivation = StateActivation::relu; // has no upper end
    QVERIFY(ofKind(patient.report(), FindingKind::candidateSaturated).empty());
}

void HealthReportTest::aUnitThatNeverMovesIsNamed()
{
    Patient patient(specOf(CellKind::rnn));
    QVERIFY(ofKind(patient.report(), FindingKind::unitStill).empty());
    patient.plantBias(0, 4, 0.2);
    patient.plantBias(0, 1, 0);
    const auto found = ofKind(patient.report(), FindingKind::unitStill);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].units, (std::vector<int>{1, 4}));
    QVERIFY(found[0].numbers[0].value < stillRange);
}

void HealthReportTest::aUnitThatIsAlwaysOneIsNamedOnce()
{
    Patient patient(specOf(CellKind::rnn));
    patient.plantBias(0, 3, 8);
    const auto findings = patient.report();
    QVERIFY(concerns(findings, FindingKind::unitAtBound, Part::state, 3, "(3)"));
    QVERIFY(ofKind(findings, FindingKind::unitStill).empty());
}

void HealthReportTest::twoUnitsThatSayTheSameAreDuplicates()
{
    Patient patient(specOf(CellKind::gru));
    QVERIFY(ofKind(patient.report(), FindingKind::duplicateUnits).empty());
    for (int block = 0; block < 3; ++block) {
        patient.layer().W.row(block * H + 4) = patient.layer().W.row(block * H + 1);
        patient.layer().U.row(block * H + 4) = patient.layer().U.row(block * H + 1);
        patient.layer().bIn[block * H + 4] = patient.layer().bIn[block * H + 1];
        patient.layer().bRec[block * H + 4] = patient.layer().bRec[block * H + 1];
    }
    const auto found = ofKind(patient.report(), FindingKind::duplicateUnits);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].units, (std::vector<int>{1, 4}));
}

void HealthReportTest::memoryIsTheHalfLifeOfTheKeptShare()
{
    for (const UpdateMeaning update : {UpdateMeaning::keeps, UpdateMeaning::overwrites}) {
        Patient patient(specOf(CellKind::gru, update));
        const double bias = std::log(0.9 / 0.1); // σ(bias) = 0.9
        for (int unit = 0; unit < H; ++unit)
            patient.plantBias(1, unit, 0);
        patient.plantBias(1, 3, update == UpdateMeaning::keeps ? bias : -bias);
        const auto found = ofKind(patient.report(), FindingKind::memoryLength);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].units.front(), 3);
        QVERIFY(std::abs(found[0].numbers[3].value - 0.9) < 1e-12);
        QVERIFY(std::abs(found[0].numbers[0].value - 0.5) < 1e-12);
        // ln ½ / ln 0.9 = 6.58; what keeps a half has lost the other after one step
        QVERIFY2(says(found[0], "after 1 steps (unit 0) to 6.58 steps (unit 3)"), found[0].sentence.english().c_str());
    }
}

void HealthReportTest::aShortSequenceDoesNotHideThatALongOneLosesItsGradient()
{
    Patient patient(specOf(CellKind::gru), 100);
    TimeArray x(100, 2, patient.spec.inputSize);
    for (int t = 0; t < 100; ++t)
        for (int i = 0; i < patient.spec.inputSize; ++i)
            for (const int n : {0, 1})
                x.set(t, n, i, t < 5 || n == 1 ? patient.batch.x(t, 0, i) : 0);
    patient.batch = fullLengthBatch(std::move(x));
    patient.batch.lengths = {5, 100};
    const auto found = ofKind(patient.report(), FindingKind::gradientDies);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].place.sequence, 1);
}

void HealthReportTest::memoryLeadsToWhereMostIsLetGo()
{
    Patient patient(specOf(CellKind::gru));
    const auto found = ofKind(patient.report(), FindingKind::memoryLength);
    QCOMPARE(found.size(), 1u);
    const auto trace
        = ReferenceBackend().run(patient.spec, patient.parameters, std::make_shared<const Batch>(patient.batch));
    const LayerTrace &layer = (*trace)->at(0, Direction::forward);
    const int unit = found[0].units.front(), at = found[0].place.step;
    const auto lost = [&](int step) {
        const double held = step == 0 ? 0 : std::abs(layer[Part::state](step - 1, 0, unit));
        return (1 - layer[Part::update](step, 0, unit)) * held;
    };
    QVERIFY(at > 0); // at first there is nothing to lose, however far the gate is open
    for (int step = 0; step < 20; ++step)
        QVERIFY(lost(at) >= lost(step));
}

void HealthReportTest::anRnnHasNoHalfLife()
{
    const auto found = ofKind(Patient(specOf(CellKind::rnn)).report(), FindingKind::memoryLength);
    QCOMPARE(found.size(), 1u);
    QVERIFY(says(found[0], "no gate") && found[0].numbers.empty());
}

void HealthReportTest::aFreshNetworkLosesItsGradientOverAHundredSteps()
{
    for (const CellDescription &cell : cells()) {
        const Patient patient(specOf(cell.kind), 100); // the loss is of the last step
        const auto found = ofKind(patient.report(), FindingKind::gradientDies);
        QCOMPARE(found.size(), 1u);
        QVERIFY(found[0].severity == Severity::problem);
        QVERIFY(found[0].place.step > 0 && found[0].place.step < 99);
        QVERIFY(found[0].numbers[1].value < deadShare * found[0].numbers[0].value);

        // One step before, on its way back, it was still alive.
        const auto done = evaluate(ReferenceBackend(), patient.spec, patient.parameters,
                                   std::make_shared<const Batch>(patient.batch), patient.objective)
                              .value();
        const TimeArray &dh = done.gradients->layers[0][Part::state];
        QVERIFY(dh.at(found[0].place.step + 1, 0).norm() >= deadShare * found[0].numbers[0].value);
        QCOMPARE(dh.at(found[0].place.step, 0).norm(), found[0].numbers[1].value);
    }
    const auto few = Patient(specOf(CellKind::gru), 5).report();
    QVERIFY(ofKind(few, FindingKind::gradientDies).empty());
    QCOMPARE(ofKind(few, FindingKind::gradientReaches).size(), 1u);
}

void HealthReportTest::aLargeRecurrentWeightMakesTheGradientExplode()
{
    Patient patient(specOf(CellKind::rnn));
    QVERIFY(ofKind(patient.report(), FindingKind::gradientExplodes).empty());
    // Small states, on which tanh is steep, and a weight that multiplies by 3 at each step: 3^19 = 1.2e9.
    patient.layer().W.setZero();
    patient.layer().bIn.setZero();
    patient.layer().bRec.setZero();
    patient.layer().U = 3 * Matrix::Identity(H, H);
    const auto found = ofKind(patient.report(), FindingKind::gradientExplodes);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].place.step, 0);
    QVERIFY2(says(found[0], "grows 1.16e+09 times"), found[0].sentence.english().c_str());
}

void HealthReportTest::anInputThatNobodyReadsIsNamed()
{
    Patient patient(specOf(CellKind::lstm));
    QVERIFY(ofKind(patient.report(), FindingKind::unusedInput).empty());
    patient.layer().W.col(1) *= 1e-4;
    const auto found = ofKind(patient.report(), FindingKind::unusedInput);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].units, std::vector<int>{1});
    QVERIFY(says(found[0], "inputs (1)"));
    const auto done = evaluate(ReferenceBackend(), patient.spec, patient.parameters,
                               std::make_shared<const Batch>(patient.batch), patient.objective)
                          .value();
    const auto named
        = ofKind(healthReport(*done.trace, nullptr, patient.parameters, {"a", "b", "c"}), FindingKind::unusedInput);
    QVERIFY(says(named.at(0), "inputs (b)"));
}

void HealthReportTest::oneMoreFindingKeepsTheOrder()
{
    std::vector<Finding> findings(3);
    findings[0].severity = Severity::problem;
    findings[1].severity = findings[2].severity = Severity::note;
    for (const Severity severity : {Severity::remark, Severity::problem, Severity::note}) {
        Finding finding;
        finding.severity = severity;
        finding.kind = FindingKind::forgotten;
        addInOrder(findings, finding);
    }
    QVERIFY(std::ranges::is_sorted(findings, {}, &Finding::severity));
    QVERIFY(findings[0].kind == FindingKind::forgotten); // before those that are as grave
}

void HealthReportTest::theConventionIsSaidInWords()
{
    const auto sentenceOf = [](ResetPlacement reset, UpdateMeaning update) {
        NetworkSpec spec = specOf(CellKind::gru, update);
        spec.reset = reset;
        return ofKind(Patient(spec).report(), FindingKind::convention).front().sentence.english();
    };
    using enum ResetPlacement;
    using enum UpdateMeaning;
    QVERIFY(sentenceOf(after, keeps).find("PyTorch") != std::string::npos);
    QVERIFY(sentenceOf(before, keeps).find("reset_after=False") != std::string::npos);
    QVERIFY(sentenceOf(before, overwrites).find("Chung") != std::string::npos);
    QVERIFY(sentenceOf(after, overwrites).find("overwrites") != std::string::npos);
    QVERIFY(ofKind(Patient(specOf(CellKind::lstm)).report(), FindingKind::convention).empty());
}

void HealthReportTest::theGravestComesFirst()
{
    Patient patient(specOf(CellKind::gru), 100);
    patient.plantBias(0, 1, 20);
    patient.plantBias(1, 1, -20);
    const auto findings = patient.report();
    QVERIFY(std::ranges::is_sorted(findings, {}, &Finding::severity));
    QVERIFY(findings.front().severity == Severity::problem && findings.back().severity == Severity::note);
}

void HealthReportTest::ofAFewStepsNothingIsAlways()
{
    Patient patient(specOf(CellKind::gru), fewestSteps - 1);
    patient.plantBias(1, 2, 20);
    QVERIFY(ofKind(patient.report(), FindingKind::gateSaturated).empty());
}

void HealthReportTest::everyFindingLeadsToAPlaceThatIsThere()
{
    NetworkSpec spec = specOf(CellKind::gru);
    spec.layers = 2;
    spec.bidirectional = true;
    Patient patient(spec, 30);
    patient.plantBias(1, 0, 20);
    const auto findings = patient.report();
    QVERIFY(std::ranges::any_of(findings, [](const Finding &finding) { return says(finding, "Layer 1, backward"); }));
    for (const Finding &finding : findings) {
        QVERIFY(finding.place.layer < 2 && finding.place.step >= 0 && finding.place.step < 30
                && finding.place.sequence == 0);
        QVERIFY(finding.sentence.english().find('%' + std::string("1")) == std::string::npos);
        QVERIFY(!findingName(finding.kind).empty() && !severityName(finding.severity).empty());
    }
}

/// Every finding of the demonstration is looked up in its trace, and what is not found is not true.
void HealthReportTest::ofATrainedDemonstrationOnlyWhatIsTrueIsSaid()
{
    const Experiment demo
        = readExperimentFile(GATESCOPE_SOURCE_DIR "/resources/experiments/hello-world.gatescope").value();
    const auto batch = std::make_shared<const Batch>(toBatch(demo.input, demo.spec, demo.parameters).value());
    const auto done = evaluate(ReferenceBackend(), demo.spec, demo.parameters, batch, demo.objective).value();
    const auto findings = healthReport(*done.trace, done.gradients.get(), demo.parameters);
    const LayerTrace &layer = done.trace->layers[0];
    const int steps = done.trace->length(0);
    const auto stepsWhere = [&](Part part, int unit, auto isTrue) {
        int count = 0;
        for (int t = 0; t < steps; ++t)
            count += isTrue(layer[part](t, 0, unit));
        return count;
    };
    for (const Part gate : {Part::reset, Part::update}) {
        for (int unit = 0; unit < demo.spec.hiddenSize; ++unit) {
            const int open = stepsWhere(gate, unit, [](double value) { return value >= 0.95; });
            const int shut = stepsWhere(gate, unit, [](double value) { return value <= 0.05; });
            QCOMPARE(concerns(findings, FindingKind::gateSaturated, gate, unit, "over 0.95"), open >= 0.95 * steps);
            QCOMPARE(concerns(findings, FindingKind::gateSaturated, gate, unit, "under 0.05"), shut >= 0.95 * steps);
        }
    }
    for (int unit = 0; unit < demo.spec.hiddenSize; ++unit) {
        const int far = stepsWhere(Part::candidate, unit, [](double value) { return std::abs(value) >= 0.95; });
        QCOMPARE(concerns(findings, FindingKind::candidateSaturated, Part::candidate, unit, ""), far >= 0.95 * steps);
        const int ends = stepsWhere(Part::state, unit, [](double value) { return std::abs(value) >= 0.95; });
        QCOMPARE(concerns(findings, FindingKind::unitAtBound, Part::state, unit, ""), ends >= 0.95 * steps);
    }
    for (const FindingKind ill : {FindingKind::gradientDies, FindingKind::gradientExplodes, FindingKind::unitStill,
                                  FindingKind::duplicateUnits})
        QVERIFY(ofKind(findings, ill).empty());
    const auto unused = ofKind(findings, FindingKind::unusedInput);
    const Eigen::RowVectorXd columns = demo.parameters.layers[0].W.colwise().norm();
    QCOMPARE(unused.empty(), columns.minCoeff() > 0.01 * columns.maxCoeff());
    const auto reaches = ofKind(findings, FindingKind::gradientReaches);
    QCOMPARE(reaches.size(), 1u);
    const TimeArray &dh = done.gradients->layers[0][Part::state];
    QCOMPARE(reaches[0].numbers[1].value, dh.at(0, 0).norm());
}

QTEST_GUILESS_MAIN(HealthReportTest)
#include "health_report_test.moc"
