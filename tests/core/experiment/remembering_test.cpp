// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/remembering.h"

#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"

#include <QTest>

using namespace gatescope;

namespace {

/// Holds a or b in unit 1 until it reads "!", and is asked for it at the last step.
Experiment recall(const std::string &text)
{
    Experiment experiment;
    experiment.spec.inputSize = 4;
    experiment.spec.hiddenSize = 2;
    experiment.spec.headOutputs = 2;
    experiment.parameters = zeroParameters(experiment.spec);
    LayerParameters &layer = experiment.parameters.layers[0];
    layer.W.row(3) << -20, -20, 0, -20;
    layer.bIn[3] = 10;
    layer.W.row(5) << 4, -4, 0, 0;
    experiment.parameters.head->weight << 0, 3, 0, -3;
    experiment.input.source = CharacterInput{{"a", "b", ".", "!"}, {text}};
    experiment.objective.kind = LossKind::crossEntropy;
    experiment.objective.classes = {std::vector<int>(text.size(), -1)};
    experiment.objective.classes[0].back() = 0;
    return experiment;
}

std::shared_ptr<const Trace> traceOf(const Experiment &experiment)
{
    const auto batch = std::make_shared<const Batch>(batchOf(experiment).value());
    return ReferenceBackend().run(experiment.spec, experiment.parameters, batch).value();
}

Finding found(const Experiment &experiment)
{
    return firstOneRemembered(ReferenceBackend(), experiment, *traceOf(experiment)).value();
}

} // namespace

class RememberingTest : public QObject
{
    Q_OBJECT

private slots:
    void theStepTheGateAndTheUnitAreNamed();
    void whatIsAskedWhenItIsGoneIsAProblem();
    void whatIsHeldIsNoProblem();
    void theLayerThatHoldsLongestSpeaks();
    void anythingElseThatMightHaveBeenReadIsAnAlternative();
    void whatMakesHardlyADifferenceIsNotCalledRemembered();
    void nothingIsSaidOfASingleStep();
};

void RememberingTest::theStepTheGateAndTheUnitAreNamed()
{
    const Finding finding = found(recall("a..!.."));
    QVERIFY(finding.kind == FindingKind::forgotten);
    QVERIFY2(
        finding.sentence.english().starts_with(
            "Layer 0: “a”, read at step 0, is forgotten at step 3: the update gate of unit 1 lets it go (z = 0.00)."),
        finding.sentence.english().c_str());
    QCOMPARE(finding.place, (Moment{.step = 3}));
    QCOMPARE(finding.units, std::vector<int>{1});
    QCOMPARE(finding.part, std::optional(Part::update));
}

void RememberingTest::whatIsAskedWhenItIsGoneIsAProblem()
{
    Experiment experiment = recall("a..!..");
    QVERIFY(found(experiment).severity == Severity::problem);
    QVERIFY(experiment.objective.watched == WatchedSteps::last);
    experiment.objective.classes[0][1] = 0; // asked in time, too, though nobody watches that loss
    QVERIFY(found(experiment).severity == Severity::remark);
    experiment.objective = {};
    QVERIFY(found(experiment).severity == Severity::remark);
}

void RememberingTest::whatIsHeldIsNoProblem()
{
    const Finding finding = found(recall("a....."));
    QVERIFY(finding.severity == Severity::note);
    const std::string said = finding.sentence.english();
    QVERIFY2(said.find("is not forgotten") != std::string::npos && said.find("100\u00a0%") != std::string::npos,
             said.c_str());
}

void RememberingTest::theLayerThatHoldsLongestSpeaks()
{
    Experiment experiment = recall("a..!..");
    experiment.spec.layers = 2;
    const LayerParameters first = experiment.parameters.layers[0];
    const HeadParameters head = *experiment.parameters.head;
    experiment.parameters = zeroParameters(experiment.spec);
    experiment.parameters.layers[0] = first;
    experiment.parameters.head = head;
    LayerParameters &second = experiment.parameters.layers[1]; // leaks slowly what the first tells it
    second.bIn[3] = 2;
    second.W(5, 1) = 2;
    const Finding finding = found(experiment);
    QVERIFY(finding.place.layer == 1);
    QVERIFY2(finding.sentence.english().starts_with("Layer 1: “a”"), finding.sentence.english().c_str());
}

void RememberingTest::anythingElseThatMightHaveBeenReadIsAnAlternative()
{
    const auto at = [](const Experiment &experiment, int step) {
        return alternativesAt(experiment, batchOf(experiment).value(), 0, step);
    };
    Experiment experiment = recall("a..!..");
    const Matrix letters = at(experiment, 3);
    QCOMPARE(letters.rows(), 3);
    QCOMPARE(letters, Matrix(Matrix::Identity(4, 4).topRows(3)));

    NumberInput numbers;
    numbers.sequences = {Matrix(3, 4)};
    numbers.sequences[0] << 9, 2, 3, 4, 0, 0, 0, 0, 9, 2, 3, 5;
    experiment.input.source = numbers;
    experiment.objective = {};
    QCOMPARE(at(experiment, 0).rows(), 2); // zeros, and what is read at step 2
    QCOMPARE(at(experiment, 1).rows(), 2);
    QCOMPARE(at(experiment, 0).row(0).norm(), 0.0);

    experiment.spec.inputSize = 2;
    experiment.parameters = zeroParameters(experiment.spec);
    numbers.sequences = {Matrix(3, 2)};
    numbers.sequences[0] << 0.25, 1, 0.75, 0, 0.5, 1;
    experiment.input.source = numbers;
    const Matrix marked = at(experiment, 0), plain = at(experiment, 1);
    QCOMPARE(marked, (Matrix(3, 2) << 0, 1, 0.75, 1, 0.5, 1).finished()); // another value with the same mark
    QCOMPARE(plain.col(1).norm(), 0.0);

    numbers.sequences[0] << 0, 1, 1, 0, 1, 1;
    experiment.input.source = numbers;
    QCOMPARE(at(experiment, 0).rows(), 3); // where all are 0 or 1 no feature is a mark
}

void RememberingTest::whatMakesHardlyADifferenceIsNotCalledRemembered()
{
    Experiment experiment = recall("a.....");
    experiment.parameters.layers[0].W.row(5) << 4, 4.001, 0, 0; // a and b are nearly the same to it
    const auto trace = traceOf(experiment);
    const Matrix b = Matrix::Identity(4, 4).row(1);
    const auto followed = forgettingOf(ReferenceBackend(), experiment.parameters, *trace, {}, b);
    QVERIFY(followed.ok());
    QVERIFY(followed->largest > 0 && followed->largest < 0.01);
    const Finding finding = findingOf(experiment, *trace, *followed);
    QVERIFY2(
        finding.sentence.english().starts_with("Layer 0: “a”, read at step 0, makes next to no difference: at most "),
        finding.sentence.english().c_str());
    QVERIFY(finding.severity != Severity::problem);
    QCOMPARE(finding.place, Moment());
}

void RememberingTest::nothingIsSaidOfASingleStep()
{
    const Experiment experiment = recall("a");
    QVERIFY(!firstOneRemembered(ReferenceBackend(), experiment, *traceOf(experiment)));
    QVERIFY(!forgettingOf(ReferenceBackend(), experiment, *traceOf(experiment), {.step = 1}));
}

QTEST_GUILESS_MAIN(RememberingTest)
#include "remembering_test.moc"
