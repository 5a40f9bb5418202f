// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "small_experiments.h"
#include "ui/document/edits/edits.h"
#include "ui/document/record.h"

#include <QTest>

#include <limits>

using namespace gatescope;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

TimeArray outputOf(const Experiment &experiment)
{
    const ReferenceBackend backend;
    return computeRecord(backend, std::make_shared<const Experiment>(experiment)).value().trace->output;
}

double largestDifference(const TimeArray &a, const TimeArray &b)
{
    double largest = 0;
    for (int t = 0; t < a.steps(); ++t)
        largest = std::max(largest, (a.step(t) - b.step(t)).cwiseAbs().maxCoeff());
    return largest;
}

} // namespace

class EditsTest : public QObject
{
    Q_OBJECT
private slots:
    void aParameterIsChangedAloneAndInPlace();
    void placesThatDoNotExistAreRefused_data();
    void placesThatDoNotExistAreRefused();
    void valuesThatAreNotFiniteAreRefusedEverywhere();
    void parametersOfOtherShapesAreRefused();
    void anInputValueChangesOnlyThatValue();
    void aLongerSequenceGoesOnWithZeros();
    void anInitialStateStartsFromZeros();
    void onlyAnLstmHasACellState();
    void targetsFollowTheText();
    void whatIsRightForATypedTextIsNotKnownWhereItDoesNotFollow();
    void lettersOutsideTheAlphabetDoNotFitTogether();
    void aNumberInputHasNoTextAndLettersHaveNoNumbers();
    void onlyTheConventionChangesAndTheNumbersStay();
    void aConvertedNetworkComputesTheSame();
    void aConversionThatDoesNotExistIsRefused();
    void anotherSizeIsInitialisedBySeed();
    void whatPyTorchWouldRefuseIsRefused();
    void anotherHeadKeepsTheRecurrentNumbers();
    void aWatchedStepMustExist();
    void targetsAreChangedWhereTheyAre();
    void aHeldValueIsSeenInTheRecord();
    void aPinTakesThePlaceOfWhatItMeets();
    void pinsThatCannotBeAreRefused();
    void pinsFollowTheInput();
    void pinsFollowTheNetwork();
    void breakpointsAreSetAndTakenAway();
};

void EditsTest::aParameterIsChangedAloneAndInPlace()
{
    const Experiment before = numberExperiment();
    const auto after = withParameter(before, {"weight_hh_l1", 4, 2}, 0.25);
    QVERIFY(after);
    Experiment expected = before;
    expected.parameters.layers[1].U(4, 2) = 0.25;
    QVERIFY(*after == expected);
    QVERIFY(!(*after == before));
    QVERIFY(check(*after));

    const auto bias = withParameter(before, {"bias_ih_l0", 8, 0}, -1);
    QVERIFY(bias);
    QCOMPARE(bias->parameters.layers[0].bIn[8], -1.0);
}

void EditsTest::placesThatDoNotExistAreRefused_data()
{
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::newRow("no such tensor") << "weight_ih_l2" << 0 << 0;
    QTest::newRow("no backward direction") << "weight_ih_l0_reverse" << 0 << 0;
    QTest::newRow("row too large") << "weight_ih_l0" << 9 << 0;
    QTest::newRow("column too large") << "weight_ih_l0" << 0 << 2;
    QTest::newRow("negative") << "weight_ih_l0" << -1 << 0;
    QTest::newRow("a bias has one column") << "bias_ih_l0" << 0 << 1;
}

void EditsTest::placesThatDoNotExistAreRefused()
{
    QFETCH(QString, tensor);
    QFETCH(int, row);
    QFETCH(int, column);
    QVERIFY(!withParameter(numberExperiment(), {tensor.toStdString(), row, column}, 0.5));
}

void EditsTest::valuesThatAreNotFiniteAreRefusedEverywhere()
{
    for (const double value : {infinity, -infinity, std::numeric_limits<double>::quiet_NaN()}) {
        QVERIFY(!withParameter(numberExperiment(), {"weight_ih_l0", 0, 0}, value));
        QVERIFY(!withInputValue(numberExperiment(), 0, 0, 0, value));
        QVERIFY(!withInitialState(numberExperiment(), 0, 0, 0, value));
    }
    Parameters parameters = numberExperiment().parameters;
    parameters.layers[0].W(0, 0) = infinity;
    QVERIFY(!withParameters(numberExperiment(), parameters));
}

void EditsTest::parametersOfOtherShapesAreRefused()
{
    const Experiment experiment = numberExperiment();
    QVERIFY(withParameters(experiment, initialParameters(experiment.spec, 99)));
    NetworkSpec other = experiment.spec;
    other.hiddenSize = 5;
    QVERIFY(!withParameters(experiment, initialParameters(other, 99)));
    QVERIFY(withFreshParameters(experiment, 99).parameters == initialParameters(experiment.spec, 99));
}

void EditsTest::anInputValueChangesOnlyThatValue()
{
    const Experiment before = numberExperiment();
    const auto after = withInputValue(before, 2, 1, 1, 0.5);
    QVERIFY(after);
    Experiment expected = before;
    std::get<NumberInput>(expected.input.source).sequences[2](1, 1) = 0.5;
    QVERIFY(*after == expected);
    QVERIFY(!withInputValue(before, 3, 0, 0, 0.5));
    QVERIFY(!withInputValue(before, 1, 1, 0, 0.5)); // that sequence has one step
    QVERIFY(!withInputValue(before, 0, 0, 2, 0.5));
}

void EditsTest::aLongerSequenceGoesOnWithZeros()
{
    const Experiment before = numberExperiment();
    const auto longer = withLength(before, 1, 3);
    QVERIFY(longer && check(*longer));
    const Matrix &old = std::get<NumberInput>(before.input.source).sequences[1];
    const Matrix &x = std::get<NumberInput>(longer->input.source).sequences[1];
    QCOMPARE(x.rows(), Eigen::Index(3));
    QVERIFY(x.row(0) == old.row(0) && x.bottomRows(2).isZero(0));
    QVERIFY(*withLength(*longer, 1, 1) == before);
    QVERIFY(!withLength(before, 1, 0));
}

void EditsTest::anInitialStateStartsFromZeros()
{
    const auto after = withInitialState(numberExperiment(), 1, 2, 0, 0.75);
    QVERIFY(after && check(*after));
    QCOMPARE(after->input.h0.size(), std::size_t(2));
    QVERIFY(after->input.h0[0].isZero(0));
    QCOMPARE(after->input.h0[1](2, 0), 0.75);
    QCOMPARE(after->input.h0[1].sum(), 0.75);
    QVERIFY(withoutInitialState(*after) == numberExperiment());
    QVERIFY(!withInitialState(numberExperiment(), 2, 0, 0, 0.75));
    QVERIFY(!withInitialState(numberExperiment(), 0, 3, 0, 0.75));
    QVERIFY(!withInitialState(numberExperiment(), 0, 0, 3, 0.75));
}

void EditsTest::onlyAnLstmHasACellState()
{
    QVERIFY(!withInitialState(numberExperiment(CellKind::gru), 0, 0, 0, 0.5, true));
    const auto lstm = withInitialState(numberExperiment(CellKind::lstm), 0, 0, 0, 0.5, true);
    QVERIFY(lstm && check(*lstm));
    QCOMPARE(lstm->input.c0[0](0, 0), 0.5);
    QVERIFY(lstm->input.h0.empty());
}

void EditsTest::targetsFollowTheText()
{
    const auto after = withText(letterExperiment(), 0, "hole");
    QVERIFY(after && check(*after));
    QCOMPARE(after->objective.kind, LossKind::crossEntropy);
    const auto &classes = after->objective.classes[0];
    QCOMPARE(classes.size(), std::size_t(4));
    QCOMPARE(std::vector<int>(classes.begin(), classes.begin() + 3), (std::vector<int>{3, 2, 0})); // o, l, e
    QVERIFY(after->objective.classes[1] == letterExperiment().objective.classes[1]);
}

void EditsTest::whatIsRightForATypedTextIsNotKnownWhereItDoesNotFollow()
{
    Experiment recall = letterExperiment();
    recall.spec.headOutputs = 2; // which of two, at the end
    recall.parameters = initialParameters(recall.spec, 5);
    recall.objective = {};
    recall.objective.kind = LossKind::crossEntropy;
    recall.objective.classes = {{-1, -1, -1, -1, 1}, {-1, 0}};
    QVERIFY(check(recall));
    const auto after = withText(recall, 0, "hole");
    QVERIFY(after && check(*after));
    QCOMPARE(after->objective.kind, LossKind::crossEntropy);
    QCOMPARE(after->objective.classes, (std::vector<std::vector<int>>{{-1, -1, -1, -1}, {-1, 0}}));
    QVERIFY(withText(recall, 0, "hello")->objective == recall.objective);
    const auto alone = withText(*withText(recall, 0, "hole"), 1, "lo");
    QVERIFY2(alone && check(*alone) && alone->objective.kind == LossKind::crossEntropy, "it still answers in classes");
}

void EditsTest::lettersOutsideTheAlphabetDoNotFitTogether()
{
    const auto after = withText(letterExperiment(), 0, "hallo");
    QVERIFY(!after || !check(*after));
    const auto empty = withText(letterExperiment(), 0, "");
    QVERIFY(!empty || !check(*empty));
}

void EditsTest::aNumberInputHasNoTextAndLettersHaveNoNumbers()
{
    QVERIFY(!withText(numberExperiment(), 0, "hello"));
    QVERIFY(!withTokens(numberExperiment(), 0, {1}));
    QVERIFY(!withInputValue(letterExperiment(), 0, 0, 0, 1.0));
    QVERIFY(!withLength(letterExperiment(), 0, 2));
    QVERIFY(!withText(letterExperiment(), 2, "hello"));
}

void EditsTest::onlyTheConventionChangesAndTheNumbersStay()
{
    const Experiment before = numberExperiment();
    NetworkSpec spec = before.spec;
    spec.update = UpdateMeaning::overwrites;
    spec.reset = ResetPlacement::before;
    const auto after = withSpec(before, spec, 1);
    QVERIFY(after && check(*after));
    QVERIFY(after->parameters == before.parameters);
    QVERIFY(after->spec == spec);
    QVERIFY(largestDifference(outputOf(*after), outputOf(before)) > 1e-3);
}

void EditsTest::aConvertedNetworkComputesTheSame()
{
    const Experiment before = numberExperiment();
    NetworkSpec spec = before.spec;
    spec.update = UpdateMeaning::overwrites;
    const auto after = withSpec(before, spec, 1, true);
    QVERIFY(after && check(*after));
    QVERIFY(!(after->parameters == before.parameters));
    QVERIFY(largestDifference(outputOf(*after), outputOf(before)) < 1e-15);
    const auto back = withSpec(*after, before.spec, 1, true);
    QVERIFY(back && *back == before);
}

void EditsTest::aConversionThatDoesNotExistIsRefused()
{
    NetworkSpec spec = numberExperiment().spec;
    spec.reset = ResetPlacement::before;
    QVERIFY(!withSpec(numberExperiment(), spec, 1, true));
}

void EditsTest::anotherSizeIsInitialisedBySeed()
{
    const Experiment before = numberExperiment();
    NetworkSpec spec = before.spec;
    spec.hiddenSize = 6;
    const auto after = withSpec(before, spec, 4);
    QVERIFY(after && check(*after));
    QVERIFY(after->spec == spec);
    const Parameters exact = initialParameters(spec, 4);
    QVERIFY(after->parameters.layers[0].U.isApprox(exact.layers[0].U, 1e-7)); // PyTorch's are floats
    QVERIFY(*withSpec(before, spec, 4) == *after);
    QVERIFY(!(withSpec(before, spec, 5)->parameters == after->parameters));
}

void EditsTest::whatPyTorchWouldRefuseIsRefused()
{
    NetworkSpec spec = numberExperiment().spec;
    spec.hiddenSize = 0;
    QVERIFY(!withSpec(numberExperiment(), spec, 1));
    QVERIFY(!withHead(numberExperiment(), -1, 1));
}

void EditsTest::anotherHeadKeepsTheRecurrentNumbers()
{
    const Experiment before = letterExperiment();
    const auto after = withHead(before, 0, 1);
    QVERIFY(after && check(*after));
    QVERIFY(after->parameters.layers == before.parameters.layers);
    QVERIFY(!after->parameters.head);
    QCOMPARE(after->objective.kind, LossKind::outputSum);
    const auto back = withHead(*after, 4, 3);
    QVERIFY(back && check(*back));
    QVERIFY(*back->parameters.head == *initialParameters(before.spec, 3).head);
}

void EditsTest::aWatchedStepMustExist()
{
    const Experiment before = numberExperiment();
    QVERIFY(!withWatched(before, WatchedSteps::one, 4));
    QVERIFY(!withWatched(before, WatchedSteps::one, -1));
    const auto after = withWatched(before, WatchedSteps::one, 3);
    QVERIFY(after && check(*after));
    QCOMPARE(after->objective.step, 3);
    QCOMPARE(withWatched(before, WatchedSteps::every)->objective.watched, WatchedSteps::every);
}

void EditsTest::targetsAreChangedWhereTheyAre()
{
    const Experiment before = letterExperiment();
    const auto after = withTargetClass(before, 1, 0, 3);
    QVERIFY(after && check(*after));
    QCOMPARE(after->objective.classes[1][0], 3);
    QCOMPARE(withTargetClass(before, 1, 0, -1)->objective.classes[1][0], -1);
    QVERIFY(!withTargetClass(before, 1, 0, 4));
    QVERIFY(!withTargetClass(before, 1, 9, 0));
    QVERIFY(!withTargetClass(before, 2, 0, 0));
    QVERIFY(!withTargetValue(before, 0, 0, 0, 1.0)); // it has classes, no values
    Objective wrong = before.objective;
    wrong.classes.pop_back();
    QVERIFY(!withObjective(before, wrong));
}

void EditsTest::aHeldValueIsSeenInTheRecord()
{
    const Pin pin{1, Direction::forward, Part::update, 2, 0, 3, {}, 1};
    const auto held = withPin(numberExperiment(), pin);
    QVERIFY(held && check(*held));
    const Record record = computeRecord(ReferenceBackend(), std::make_shared<const Experiment>(*held)).value();
    for (int t = 0; t < 4; ++t) {
        QCOMPARE(record.trace->layers[1][Part::update](t, 0, 2), 1.0);
        QCOMPARE(record.trace->layers[1][Part::state](t, 0, 2), 0.0); // h0, kept
    }
    QVERIFY(outputOf(*held) != outputOf(numberExperiment()));
    QVERIFY(withoutPins(*held) == numberExperiment());
}

void EditsTest::aPinTakesThePlaceOfWhatItMeets()
{
    const Pin all{0, Direction::forward, Part::update, 1, 0, 3, {}, 1};
    const Pin one{0, Direction::forward, Part::update, 1, 2, 2, {}, 0};
    const auto both = withPin(*withPin(numberExperiment(), all), one);
    QVERIFY(both && check(*both));
    const auto steps = [&](int first, int last) {
        Pin pin = all;
        pin.firstStep = first;
        pin.lastStep = last;
        return pin;
    };
    QVERIFY((both->pins == std::vector{steps(0, 1), steps(3, 3), one}));
    QVERIFY((withoutPin(*both, steps(2, 2)).pins == std::vector{steps(0, 1), steps(3, 3)}));
    QVERIFY(withoutPin(*both, all) == numberExperiment());
    QVERIFY(withPin(*both, all)->pins == std::vector{all});
}

void EditsTest::pinsThatCannotBeAreRefused()
{
    const Experiment experiment = numberExperiment();
    QCOMPARE(withPin(experiment, {.unit = 3}).error().english(),
             std::string("There is no unit 3; there are 3, counted from 0."));
    QCOMPARE(withPin(experiment, {.lastStep = 1, .sequence = 1}).error().english(),
             std::string("Steps 0 to 1 cannot be held, there are only 0 to 0."));
    QVERIFY(!withPin(experiment, {.part = Part::cell}));
    QVERIFY(!withPin(experiment, {.value = infinity}));
    QVERIFY(!withPin(experiment, {.value = 1.01}));
}

void EditsTest::pinsFollowTheInput()
{
    const Pin all{.unit = 1, .lastStep = 4, .value = 1},
        ofSecond{.unit = 2, .firstStep = 1, .lastStep = 1, .sequence = 1, .value = 0};
    const auto held = withPin(*withPin(letterExperiment(), all), ofSecond);
    const auto shorter = withText(*held, 0, "hel");
    QVERIFY(shorter && check(*shorter));
    Pin cut = all;
    cut.lastStep = 2;
    QVERIFY((shorter->pins == std::vector{cut, ofSecond}));
    const auto second = withText(*held, 1, "o");
    QVERIFY(second && check(*second));
    QVERIFY(second->pins == std::vector{all});

    const auto numbers = withPin(numberExperiment(), {.unit = 1, .lastStep = 3, .value = 1});
    const auto cutNumbers = withLength(*numbers, 0, 2);
    QVERIFY(cutNumbers && check(*cutNumbers));
    QCOMPARE(cutNumbers->pins[0].lastStep, 2); // sequence 2 still has three steps
}

void EditsTest::pinsFollowTheNetwork()
{
    const auto held = withPin(*withPin(numberExperiment(), {1, Direction::forward, Part::update, 2, 0, 3, {}, 0.25}),
                              {0, Direction::forward, Part::state, 0, 1, 1, 0, 0.25});
    NetworkSpec spec = held->spec;
    spec.update = UpdateMeaning::overwrites;
    const auto converted = withSpec(*held, spec, 1, true);
    QVERIFY(converted && check(*converted));
    QCOMPARE(converted->pins[0].value, 0.75);
    QCOMPARE(converted->pins[1].value, 0.25);
    QVERIFY(largestDifference(outputOf(*converted), outputOf(*held)) < 1e-15);
    QVERIFY(withSpec(*held, spec, 1)->pins == held->pins);

    spec.layers = 1;
    const auto oneLayer = withSpec(*held, spec, 1);
    QVERIFY(oneLayer && check(*oneLayer));
    QVERIFY(oneLayer->pins == std::vector{held->pins[1]});
}

void EditsTest::breakpointsAreSetAndTakenAway()
{
    const Experiment none = numberExperiment();
    const auto one = withBreakpoint(none, "z of unit 2 above 0.9");
    QVERIFY(one && one->breakpoints.size() == 1);
    QCOMPARE(breakpointText(one->breakpoints[0]), std::string("z[2] > 0.9"));
    QVERIFY(withBreakpoint(*one, "z[2] > 0.90").value() == *one);
    const auto two = withBreakpoint(*one, "gradient under 1e-4");
    QVERIFY(two && check(*two));
    QCOMPARE(breakpointText(withoutBreakpoint(*two, 0)->breakpoints[0]), std::string("|dh| < 1e-4"));
    QVERIFY(withoutBreakpoint(*one, 0).value() == none);
    QVERIFY(!withoutBreakpoint(*one, 1) && !withoutBreakpoint(*one, -1));
    QVERIFY(!withBreakpoint(none, "z[3] > 0.9")); // three units
    QVERIFY(!withBreakpoint(none, "f[0] > 0.9")); // a GRU
    QVERIFY(!withBreakpoint(none, "z[2] >"));
}

QTEST_GUILESS_MAIN(EditsTest)
#include "edits_test.moc"
