// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment.h"

#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "some_experiments.h"

#include <QTest>

using namespace gatescope;

class ExperimentTest : public QObject
{
    Q_OBJECT

private slots:
    void soundExperimentsPassTheirCheck();
    void everyPartMustFitTheOthers();
    void viewMustLookAtSomethingThatIsThere();
    void theNearestViewIsOneThatIsThere();
    void lettersWithAHeadAsWideAsTheAlphabetForetellTheNextOne();
    void rowsWithAHeadAsWideAsTheEmbeddingIsLongForetellTheNextOne();
    void aDecoderWritesWhatWasRead();
    void otherInputsSumTheirOutputs();
    void objectiveFollowsTheNewText();
    void lastTargetOfATextIsKept();
    void objectiveIsKeptWhileItFits();
    void objectiveThatNoLongerFitsBecomesTheNaturalOne();
    void newSizesKeepTheTextAndStartAfresh();
    void pinsMustFit();
    void pinsAreKeptWhereTheyFit();
    void sameSeedGivesTheSameNetwork();
    void onlyAnotherConventionKeepsTheNumbers();
    void anotherActivationKeepsTheNumbers();
    void anotherInputSizeGetsAnInstructiveInputOfTheSameLengths();
    void embeddingGetsRowsToRead();
    void initialStatesAreKeptWhereTheyFit();
    void viewStaysInsideTheNewNetwork();
    void anyNetworkRunsAfterAnyOther_data();
    void anyNetworkRunsAfterAnyOther();
    void emptyExperimentCanBeginANetwork();
    void freshNumbersAreFloats();
};

void ExperimentTest::soundExperimentsPassTheirCheck()
{
    for (const Experiment &experiment : {letterExperiment(), tokenExperiment(), numberExperiment()}) {
        const auto sound = check(experiment);
        QVERIFY2(sound.ok(), sound.ok() ? "" : sound.error().english().c_str());
    }
}

void ExperimentTest::everyPartMustFitTheOthers()
{
    const Experiment good = letterExperiment();
    Experiment bad = good;
    bad.spec.hiddenSize = 0;
    QVERIFY(!check(bad));
    bad = good;
    bad.parameters.layers[0].U(0, 0) = std::nan("");
    QVERIFY(!check(bad));
    bad = good;
    bad.parameters.layers[0].U.resize(2, 2);
    QVERIFY(!check(bad));
    bad = good;
    std::get<CharacterInput>(bad.input.source).texts[0] = "hey";
    QVERIFY(check(bad).error().english().find("“y”") != std::string::npos);
    bad = good;
    bad.objective.classes[0].pop_back();
    QVERIFY(!check(bad));
}

void ExperimentTest::viewMustLookAtSomethingThatIsThere()
{
    const Experiment good = letterExperiment();
    const auto refusal = [&](ExperimentView view) {
        Experiment bad = good;
        bad.view = view;
        const auto sound = checkView(bad);
        return sound ? QString("accepted") : QString::fromStdString(sound.error().english());
    };
    QCOMPARE(refusal({.sequence = 2}), "The view looks at sequence 2, but there are only 0 to 1.");
    QCOMPARE(refusal({.sequence = 1, .step = 3}), "The view looks at step 3, but there are only 0 to 2.");
    QCOMPARE(refusal({.part = 5}), "The view looks at part 5, but there are only 0 to 4.");
    QCOMPARE(refusal({.layer = 1}), "The view looks at layer 1, but there are only 0 to 0.");
    QCOMPARE(refusal({.unit = -1}), "The view looks at unit -1, but there are only 0 to 2.");
    QCOMPARE(refusal({.direction = Direction::backward}),
             "The view looks at the backward direction, but the network reads only forwards.");
}

void ExperimentTest::theNearestViewIsOneThatIsThere()
{
    Experiment experiment = letterExperiment();
    QVERIFY(nearestView({}, experiment.spec, experiment.input) == ExperimentView{});
    experiment.view = {.sequence = 9, .step = 99, .part = 9, .layer = 3, .direction = Direction::backward, .unit = -4};
    QVERIFY(check(experiment)); // only a file is refused for it
    QVERIFY(!checkView(experiment));
    experiment.view = nearestView(experiment.view, experiment.spec, experiment.input);
    QVERIFY(checkView(experiment));
    QVERIFY((experiment.view == ExperimentView{.sequence = 1, .step = 2, .part = 4}));
}

void ExperimentTest::lettersWithAHeadAsWideAsTheAlphabetForetellTheNextOne()
{
    const Experiment experiment = letterExperiment(); // h e l o w ␣ ü
    const Objective objective = naturalObjective(experiment.spec, experiment.input);
    QCOMPARE(objective.kind, LossKind::crossEntropy);
    QCOMPARE(objective.watched, WatchedSteps::every);
    QCOMPARE(objective.classes, (std::vector<std::vector<int>>{{1, 2, 2, 3, -1}, {3, 4, -1}}));
}

void ExperimentTest::rowsWithAHeadAsWideAsTheEmbeddingIsLongForetellTheNextOne()
{
    Experiment experiment = tokenExperiment();
    experiment.spec.headOutputs = experiment.spec.embeddingRows;
    experiment.input.source = TokenInput{{{2, 0, 1}, {1, 2}}};
    const Objective objective = naturalObjective(experiment.spec, experiment.input);
    QCOMPARE(objective.kind, LossKind::crossEntropy);
    QCOMPARE(objective.classes, (std::vector<std::vector<int>>{{0, 1, -1}, {2, -1}}));
}

void ExperimentTest::aDecoderWritesWhatWasRead()
{
    NetworkSpec spec = letterExperiment().spec;
    spec.decoder = true;
    Experiment writing = experimentFor(spec, letterExperiment(), 1);
    QVERIFY(check(writing).ok());
    QCOMPARE(writing.objective.classes, (std::vector<std::vector<int>>{{0, 1, 2, 2, 3}, {4, 3, 4}})); // hello, wow
    writing.objective.classes = {{3}, {1, 2, 3, 4, 5, 6}}; // of lengths of its own
    QVERIFY(check(writing).ok());
    QCOMPARE(experimentFor(spec, writing, 1).objective.classes, writing.objective.classes);

    spec.headOutputs = 2; // fewer than there are letters
    const Experiment small = experimentFor(spec, letterExperiment(), 1);
    QVERIFY(check(small).ok());
    QCOMPARE(small.objective.classes, (std::vector<std::vector<int>>{{0}, {0}}));
}

void ExperimentTest::otherInputsSumTheirOutputs()
{
    const Objective sum;
    Experiment experiment = letterExperiment();
    experiment.spec.headOutputs = 6;
    QVERIFY(naturalObjective(experiment.spec, experiment.input) == sum);
    experiment.spec.headOutputs = 0;
    QVERIFY(naturalObjective(experiment.spec, experiment.input) == sum);
    QVERIFY(naturalObjective(tokenExperiment().spec, tokenExperiment().input) == sum);
    experiment = letterExperiment();
    std::get<CharacterInput>(experiment.input.source).texts = {"h"}; // nothing follows
    QVERIFY(naturalObjective(experiment.spec, experiment.input) == sum);
}

void ExperimentTest::objectiveFollowsTheNewText()
{
    Experiment experiment = letterExperiment();
    std::get<CharacterInput>(experiment.input.source).texts = {"who"};
    const Objective adapted = adaptedObjective(experiment.objective, experiment.spec, experiment.input);
    QCOMPARE(adapted.classes, (std::vector<std::vector<int>>{{0, 3, -1}}));
}

void ExperimentTest::lastTargetOfATextIsKept()
{
    Experiment experiment = letterExperiment();
    experiment.objective.classes[0].back() = 5; // a space ends the word
    experiment.objective.watched = WatchedSteps::last;
    std::get<CharacterInput>(experiment.input.source).texts = {"hole"};
    const Objective adapted = adaptedObjective(experiment.objective, experiment.spec, experiment.input);
    QCOMPARE(adapted.classes, (std::vector<std::vector<int>>{{3, 2, 1, 5}}));
    QCOMPARE(adapted.watched, WatchedSteps::last);

    // without a target at the end nothing would be watched
    Objective last = letterExperiment().objective;
    last.watched = WatchedSteps::last;
    QCOMPARE(adaptedObjective(last, experiment.spec, experiment.input).watched, WatchedSteps::every);
}

void ExperimentTest::objectiveIsKeptWhileItFits()
{
    Experiment experiment = numberExperiment();
    std::get<NumberInput>(experiment.input.source).sequences[0](1, 1) = 9;
    QVERIFY(adaptedObjective(experiment.objective, experiment.spec, experiment.input) == experiment.objective);
    experiment = tokenExperiment();
    experiment.input.source = TokenInput{{{1, 1}, {2, 2}}};
    QVERIFY(adaptedObjective(experiment.objective, experiment.spec, experiment.input) == experiment.objective);
}

void ExperimentTest::objectiveThatNoLongerFitsBecomesTheNaturalOne()
{
    Experiment experiment = numberExperiment();
    std::get<NumberInput>(experiment.input.source).sequences.pop_back();
    QVERIFY(adaptedObjective(experiment.objective, experiment.spec, experiment.input) == Objective());
    experiment = tokenExperiment(); // step 1 is watched
    experiment.input.source = TokenInput{{{1}, {2}}};
    QVERIFY(adaptedObjective(experiment.objective, experiment.spec, experiment.input) == Objective());
}

void ExperimentTest::newSizesKeepTheTextAndStartAfresh()
{
    const Experiment before = letterExperiment();
    NetworkSpec spec = before.spec;
    spec.hiddenSize = 5;
    spec.layers = 2;
    const Experiment after = experimentFor(spec, before, 9);
    QVERIFY(check(after));
    QVERIFY(after.spec == spec);
    QVERIFY(after.input == before.input);
    QVERIFY(after.objective == before.objective);
    QCOMPARE(after.title, before.title);
    QVERIFY(after.description.empty()); // it told of numbers that are gone
}

void ExperimentTest::pinsMustFit()
{
    Experiment experiment = letterExperiment();
    experiment.pins = {{.unit = 2, .lastStep = 4, .value = 1}};
    QVERIFY(check(experiment));
    QVERIFY(batchOf(experiment)->pins == experiment.pins);
    experiment.pins[0].lastStep = 5;
    const std::string refusal = "pins[0]: Steps 0 to 5 cannot be held, there are only 0 to 4.";
    QCOMPARE(check(experiment).error().english(), refusal);
    QCOMPARE(batchOf(experiment).error().english(), refusal);
}

void ExperimentTest::pinsAreKeptWhereTheyFit()
{
    Experiment before = letterExperiment();
    const Pin gate{.part = Part::update, .unit = 1, .lastStep = 4, .value = 1};
    const Pin state{.part = Part::state, .unit = 1, .firstStep = 2, .lastStep = 2, .sequence = 1, .value = -0.5};
    const Pin last{.part = Part::state, .unit = 2, .lastStep = 4, .sequence = 0, .value = 0};
    before.pins = {gate, state, last};
    NetworkSpec spec = before.spec;
    spec.hiddenSize = 2;
    QVERIFY((experimentFor(spec, before, 1).pins == std::vector{gate, state}));
    spec.cell = CellKind::rnn;
    QVERIFY((experimentFor(spec, before, 1).pins == std::vector{state}));
    spec.decoder = true;
    QVERIFY(experimentFor(spec, before, 1).pins.empty());

    const Input shorter{CharacterInput{{"h", "e", "l", "o", "w", " ", "ü"}, {"hell"}}, {}, {}};
    Pin cutGate = gate, cutLast = last;
    cutGate.lastStep = cutLast.lastStep = 3;
    QVERIFY((fittingPins(before.pins, before.spec, shorter) == std::vector{cutGate, cutLast}));
}

void ExperimentTest::sameSeedGivesTheSameNetwork()
{
    NetworkSpec spec = letterExperiment().spec;
    spec.hiddenSize = 5;
    QVERIFY(experimentFor(spec, letterExperiment(), 4) == experimentFor(spec, letterExperiment(), 4));
    QVERIFY(experimentFor(spec, letterExperiment(), 4).parameters
            != experimentFor(spec, letterExperiment(), 5).parameters);
}

void ExperimentTest::onlyAnotherConventionKeepsTheNumbers()
{
    const Experiment before = letterExperiment();
    NetworkSpec spec = before.spec;
    spec.reset = ResetPlacement::before;
    spec.update = UpdateMeaning::overwrites;
    const Experiment after = experimentFor(spec, before, 9);
    QVERIFY(after.spec == spec);
    QVERIFY(after.parameters == before.parameters);
    QCOMPARE(after.description, before.description);
    QVERIFY(after.view == before.view);
}

void ExperimentTest::anotherActivationKeepsTheNumbers()
{
    NetworkSpec spec = letterExperiment().spec;
    spec.gateActivation = GateActivation::hardSigmoid;
    spec.stateActivation = StateActivation::relu;
    QVERIFY(experimentFor(spec, letterExperiment(), 9).parameters == letterExperiment().parameters);
}

void ExperimentTest::anotherInputSizeGetsAnInstructiveInputOfTheSameLengths()
{
    NetworkSpec spec = letterExperiment().spec;
    spec.inputSize = 3;
    const Experiment after = experimentFor(spec, letterExperiment(), 9);
    QVERIFY(check(after));
    QCOMPARE(after.input.sequences(), 2);
    QCOMPARE(after.input.length(0), 5);
    QCOMPARE(after.input.length(1), 3);
    QVERIFY(after.objective == Objective());
    const Matrix &values = std::get<NumberInput>(after.input.source).sequences[0];
    QVERIFY(values.col(0).maxCoeff() > 0.5 && values.col(0).minCoeff() < -0.5); // a wave
    QCOMPARE(values.col(1).sum(), 1.0);                                         // one pulse
    QCOMPARE(values.col(1).maxCoeff(), 1.0);
}

void ExperimentTest::embeddingGetsRowsToRead()
{
    NetworkSpec spec = numberExperiment().spec;
    spec.inputSize = 3;
    spec.embeddingRows = 2;
    const Experiment after = experimentFor(spec, numberExperiment(), 9);
    QVERIFY(check(after));
    QCOMPARE(std::get<TokenInput>(after.input.source).sequences, (std::vector<std::vector<int>>{{0, 1, 0, 1}, {1, 0}}));
}

void ExperimentTest::initialStatesAreKeptWhereTheyFit()
{
    const Experiment before = tokenExperiment();
    NetworkSpec spec = before.spec;
    spec.bias = true;
    Experiment after = experimentFor(spec, before, 9);
    QVERIFY(after.input == before.input);
    spec.cell = CellKind::gru;
    after = experimentFor(spec, before, 9);
    QVERIFY(check(after));
    QVERIFY(after.input.h0 == before.input.h0);
    QVERIFY(after.input.c0.empty());
    spec.hiddenSize = 3;
    after = experimentFor(spec, before, 9);
    QVERIFY(check(after));
    QVERIFY(after.input.h0.empty());
}

void ExperimentTest::viewStaysInsideTheNewNetwork()
{
    const Experiment before = numberExperiment();
    NetworkSpec spec = before.spec;
    spec.layers = 1;
    spec.bidirectional = false;
    const Experiment after = experimentFor(spec, before, 9);
    QVERIFY(check(after));
    QCOMPARE(after.view.layer, 0);
    QCOMPARE(after.view.direction, Direction::forward);
}

void ExperimentTest::anyNetworkRunsAfterAnyOther_data()
{
    QTest::addColumn<int>("cell");
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("head");
    QTest::addColumn<int>("rows");
    for (int cell = 0; cell < 3; ++cell)
        for (const int inputs : {1, 2, 7})
            for (const int head : {0, 1, 7})
                for (const int rows : {0, 7})
                    QTest::addRow("%d, %d inputs, %d outputs, %d rows", cell, inputs, head, rows)
                        << cell << inputs << head << rows;
}

void ExperimentTest::anyNetworkRunsAfterAnyOther()
{
    QFETCH(int, cell);
    QFETCH(int, inputs);
    QFETCH(int, head);
    QFETCH(int, rows);
    for (const Experiment &before : {letterExperiment(), tokenExperiment(), numberExperiment()}) {
        NetworkSpec spec;
        spec.cell = cells()[cell].kind;
        spec.inputSize = inputs;
        spec.hiddenSize = 2;
        spec.headOutputs = head;
        spec.embeddingRows = rows;
        const Experiment after = experimentFor(spec, before, 1);
        const auto sound = check(after);
        QVERIFY2(sound.ok(), sound.ok() ? "" : sound.error().english().c_str());
        auto batch = toBatch(after.input, after.spec, after.parameters);
        const auto made = evaluate(ReferenceBackend(), after.spec, after.parameters,
                                   std::make_shared<const Batch>(std::move(*batch)), after.objective);
        QVERIFY2(made.ok(), made.ok() ? "" : made.error().english().c_str());
        QVERIFY(made->loss != 0);
    }
}

void ExperimentTest::emptyExperimentCanBeginANetwork()
{
    NetworkSpec spec;
    spec.inputSize = 3;
    spec.hiddenSize = 2;
    const Experiment first = experimentFor(spec, Experiment(), 1);
    QVERIFY(check(first));
    QCOMPARE(first.input.sequences(), 1);
    QVERIFY(first.input.length(0) > 1);
}

void ExperimentTest::freshNumbersAreFloats()
{
    NetworkSpec spec = letterExperiment().spec;
    spec.hiddenSize = 5;
    const Experiment fresh = experimentFor(spec, letterExperiment(), 1);
    for (const auto &view : views(spec, fresh.parameters))
        QVERIFY(view.values.cast<float>().cast<double>() == view.values);
}

QTEST_GUILESS_MAIN(ExperimentTest)
#include "experiment_test.moc"
