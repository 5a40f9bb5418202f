// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/breakpoints/breakpoint_search.h"

#include "core/base/json.h"
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "core/experiment/files/experiment_file.h"
#include "some_experiments.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

using Looks = Breakpoint::Looks;
using Reduction = Breakpoint::Reduction;
using Comparison = Breakpoint::Comparison;

Breakpoint parsed(const char *text, CellKind cell = CellKind::gru)
{
    const auto read = parseBreakpoint(text, cell);
    if (!read)
        qFatal("%s: %s", text, read.error().english().c_str());
    return *read;
}

/// An experiment and what it computed.
struct Run {
    Experiment experiment;
    Evaluation evaluation;

    explicit Run(Experiment given) : experiment(std::move(given))
    {
        const auto batch
            = std::make_shared<const Batch>(toBatch(experiment.input, experiment.spec, experiment.parameters).value());
        evaluation
            = evaluate(ReferenceBackend(), experiment.spec, experiment.parameters, batch, experiment.objective).value();
    }

    BreakpointSight sight() const
    {
        return {*evaluation.trace, evaluation.gradients.get(),
                [this](int sequence, int step) { return stepLabel(experiment.input, sequence, step); }};
    }
};

std::optional<int> stepOf(const std::optional<BreakpointHit> &hit)
{
    return hit ? std::optional(hit->step) : std::nullopt;
}

/// Where somebody stops who walks from one end to the other.
std::vector<int> stops(const Breakpoint &breakpoint, const BreakpointSight &sight, Moment moment, int sense)
{
    std::vector<int> steps;
    while (const auto hit = nextHit(std::span(&breakpoint, 1), sight, moment, sense)) {
        steps.push_back(hit->step);
        moment.step = hit->step;
    }
    return steps;
}

} // namespace

class BreakpointTest : public QObject
{
    Q_OBJECT

private slots:
    void signsAndWordsMeanTheSame_data();
    void signsAndWordsMeanTheSame();
    void whatIsWrittenReadsBackTheSame();
    void theCandidateIsTheOneOfTheCell();
    void aMistakeIsShownWhereItStands_data();
    void aMistakeIsShownWhereItStands();
    void aNetworkMustHaveWhatIsLookedAt();
    void itComparesTheNumberOfTheTrace();
    void gradientsAreLookedAtWhereThereAreAny();
    void oneStopsWhereItBecomesTrueAndNotWhereItStays();
    void aLetterIsMetEachTimeItIsRead();
    void aBackwardDirectionHasItsOwnNumbers();
    void theFirstOfSeveralIsNamed();
    void breakpointsAreSavedWithTheExperiment();
    void aFileWithAnUnreadableBreakpointIsRefused();
};

void BreakpointTest::signsAndWordsMeanTheSame_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("written");
    const auto add = [](const char *typed, const char *written) {
        QTest::newRow(typed) << QByteArray(typed) << QByteArray(written);
    };
    add("z[3] > 0.9", "z[3] > 0.9");
    add("z[3]>.9", "z[3] > 0.9");
    add("  Z [ 3 ]  >  0.90 ", "z[3] > 0.9");
    add("z of unit 3 above 0.9", "z[3] > 0.9");
    add("the update gate of unit 3 is over 0.9", "z[3] > 0.9");
    add("unit 3 of z rises above 0.9", "z[3] > 0.9");
    add("h[0] < 0", "h[0] < 0");
    add("h[0] ≥ −0.5", "h[0] >= -0.5");
    add("state of unit 0 at most 1", "h[0] <= 1");
    add("|dh| < 1e-4", "|dh| < 1e-4");
    add("gradient under 1e-4", "|dh| < 1e-4");
    add("the length of the gradient falls below 0.0001", "|dh| < 1e-4");
    add("gradient of z at unit 2 above 0.5", "dz[2] > 0.5");
    add("|dz| > 1e12", "|dz| > 1e12");
    add("dh[2] < -1", "dh[2] < -1");
    add("max z > 0.95", "max z > 0.95");
    add("the largest z exceeds 0.95", "max z > 0.95");
    add("mean r < 0.1", "mean r < 0.1");
    add("the mean of the reset gate is less than 0.1", "mean r < 0.1");
    add("min n >= 0.25", "min n >= 0.25");
    add("f[1] > 0.5", "f[1] > 0.5");
    add("c[1] > 2", "c[1] > 2");
    add("forget gate of unit 1 greater than 0.5", "f[1] > 0.5");
    add("x[0] > 1", "x[0] > 1");
    add("input of feature 0 at least 1", "x[0] >= 1");
    add("x = \" \"", "letter is space");
    add("letter is space", "letter is space");
    add("letter is a space", "letter is space");
    add("the letter is a", "letter is \"a\"");
    add("letter is an a", "letter is \"a\"");
    add("x == 'l'", "letter is \"l\"");
    add("x is l", "letter is \"l\"");
    add("letter != e", "letter is not \"e\"");
    add("letter is not a new line", "letter is not new line");
    add("letter is ü", "letter is \"ü\"");
    add("letter is L", "letter is \"L\"");
    add("letter is “?”", "letter is \"?\"");
    add("letter is '\"'", "letter is '\"'");
    add("token is 7", "letter is \"7\"");
}

void BreakpointTest::signsAndWordsMeanTheSame()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, written);
    const Breakpoint breakpoint = parsed(typed.constData());
    QCOMPARE(QByteArray::fromStdString(breakpointText(breakpoint)), written);
    QVERIFY(parsed(written.constData()) == breakpoint);
}

void BreakpointTest::whatIsWrittenReadsBackTheSame()
{
    for (const Looks looks : {Looks::values, Looks::gradients, Looks::input})
        for (const Reduction reduction :
             {Reduction::unit, Reduction::largest, Reduction::smallest, Reduction::mean, Reduction::length})
            for (const Comparison comparison :
                 {Comparison::above, Comparison::atLeast, Comparison::under, Comparison::atMost})
                for (const Part part :
                     {Part::update, Part::recurrentCandidate, Part::cellCandidate, Part::outputGate, Part::state})
                    for (const double bound : {0.0, -1.0 / 3, 1e-300, 6.02e23, 0.1}) {
                        Breakpoint breakpoint{
                            looks, looks == Looks::input ? Part::state : part, reduction, 0, comparison, bound, {},
                            false};
                        breakpoint.unit = reduction == Reduction::unit ? 12 : 0;
                        QVERIFY(parsed(breakpointText(breakpoint).c_str(), CellKind::lstm) == breakpoint);
                    }
    for (const char *letter : {" ", "\n", "\t", "a", "A", "\"", "'", "ü", "space", "0.5, -1", "”"})
        for (const bool isNot : {false, true}) {
            Breakpoint breakpoint;
            breakpoint.looks = Looks::letter;
            breakpoint.letter = letter;
            breakpoint.isNot = isNot;
            QVERIFY2(parsed(breakpointText(breakpoint).c_str()) == breakpoint, letter);
        }
}

void BreakpointTest::theCandidateIsTheOneOfTheCell()
{
    QCOMPARE(parsed("candidate of unit 0 above 0", CellKind::gru).part, Part::candidate);
    QCOMPARE(parsed("candidate of unit 0 above 0", CellKind::lstm).part, Part::cellCandidate);
    QCOMPARE(parsed("n[0] > 0", CellKind::lstm).part, Part::candidate); // a letter is itself in any cell
}

void BreakpointTest::aMistakeIsShownWhereItStands_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("says");
    const auto add
        = [](const char *typed, const char *says) { QTest::newRow(typed) << QByteArray(typed) << QByteArray(says); };
    add("",
        "The condition ends before character 1, expected z, r, n, h or another part of a step, “gradient”, “letter” or "
        "x there.");
    add("q[3] > 1",
        "At character 1 stands “q”, expected z, r, n, h or another part of a step, “gradient”, “letter” or x.");
    add("z > 0.9",
        "At character 3 stands “>”, expected a unit, as in z[3] or z of unit 3; for all units say max z, min z or mean "
        "z.");
    add("z[3 > 0.9", "At character 5 stands “>”, expected “]” after the unit.");
    add("z[-1] > 0.9", "At character 3 stands “-1”, expected a whole number from 0 on.");
    add("z[1.5] > 0.9", "At character 3 stands “1.5”, expected a whole number from 0 on.");
    add("z[3] 0.9",
        "At character 6 stands “0.9”, expected a comparison: >, >=, <, <=, above, under, at least or at most.");
    add("z[3] = 0.9",
        "At character 6 stands “=”, expected a comparison: >, >=, <, <=, above, under, at least or at most.");
    add("z[3] >", "The condition ends before character 7, expected a number with a point, as 0.9 or 1e-4 there.");
    add("z[3] > big", "At character 8 stands “big”, expected a number with a point, as 0.9 or 1e-4.");
    add("z[3] > 1e999", "At character 8 stands “1e999”, expected a number with a point, as 0.9 or 1e-4.");
    add("z[3] > 0,9", "At character 9 stands “,”, expected nothing more.");
    add("|dh < 1", "At character 5 stands “<”, expected “|” after the vector.");
    add("ü = z[3] > 0", "At character 1 stands “ü”");
    add("letter", "The condition ends before character 7, expected “is” or “=” there.");
    add("letter is",
        "The condition ends before character 10, expected a letter, as e or \"e\", or space, tab or new line there.");
    add("letter is banana", "At character 11 stands “banana”, expected a letter");
    add("letter is \"a", "The quote at character 11 is not closed");
    add("\xff", "not UTF-8");
}

void BreakpointTest::aMistakeIsShownWhereItStands()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, says);
    const auto read = parseBreakpoint(typed.toStdString());
    QVERIFY(!read);
    const QByteArray sentence = QByteArray::fromStdString(read.error().english());
    QVERIFY2(sentence.contains(says), sentence.constData());
}

void BreakpointTest::aNetworkMustHaveWhatIsLookedAt()
{
    const auto refusal = [](const NetworkSpec &spec, const char *text) {
        const auto fits = check(spec, parsed(text));
        return fits ? std::string() : fits.error().english();
    };
    const NetworkSpec gru = letterExperiment().spec; // 7 → 3
    QCOMPARE(refusal(gru, "z[2] > 0"), std::string());
    QCOMPARE(refusal(gru, "letter is q"), std::string());
    QCOMPARE(refusal(gru, "x[6] > 0"), std::string());
    QCOMPARE(refusal(gru, "z[3] > 0"), std::string("There is no unit 3; there are 3, counted from 0."));
    QCOMPARE(refusal(gru, "x[7] > 0"), std::string("There is no feature 7; there are 7, counted from 0."));
    QCOMPARE(refusal(gru, "max f > 0"), std::string("The cell GRU has no forget gate (f); it has r, z, u, n, h."));

    // An experiment may have it nevertheless: it never holds.
    const Run run(letterExperiment());
    QVERIFY(!holds(parsed("max f > -9"), run.sight(), {}));
    QVERIFY(!holds(parsed("z[3] > -9"), run.sight(), {}));
}

void BreakpointTest::itComparesTheNumberOfTheTrace()
{
    const Run run(letterExperiment());
    const Moment moment{0, Direction::forward, 3, 0};
    const LayerTrace &layer = run.evaluation.trace->layers[0];
    const Vector z = layer[Part::update].at(3, 0);
    const auto value = [&](const char *text) { return valueAt(parsed(text), run.sight(), moment).value(); };
    QCOMPARE(value("z[1] > 0"), z[1]);
    QCOMPARE(value("max z > 0"), z.maxCoeff());
    QCOMPARE(value("min z > 0"), z.minCoeff());
    QCOMPARE(value("mean z > 0"), z.mean());
    QCOMPARE(value("|n| > 0"), layer[Part::candidate].at(3, 0).norm());
    QCOMPARE(value("x[2] > 0"), 1.0); // hel-l-o, one-hot
    Breakpoint breakpoint = parsed("z[1] > 0");
    breakpoint.bound = z[1];
    const auto isTrue = [&](Comparison comparison) {
        breakpoint.comparison = comparison;
        return holds(breakpoint, run.sight(), moment);
    };
    QVERIFY(!isTrue(Comparison::above) && isTrue(Comparison::atLeast) && !isTrue(Comparison::under)
            && isTrue(Comparison::atMost));
    QVERIFY(!holds(parsed("z[1] > -1"), run.sight(), {0, Direction::forward, 4, 1})); // “wow” has three steps
}

void BreakpointTest::gradientsAreLookedAtWhereThereAreAny()
{
    const Run run(letterExperiment());
    const Moment moment{0, Direction::forward, 1, 0};
    const double length = run.evaluation.gradients->layers[0][Part::state].at(1, 0).norm();
    QCOMPARE(valueAt(parsed("gradient above 0"), run.sight(), moment), std::optional(length));
    QVERIFY(holds(parsed("|dh| > 0"), run.sight(), moment));
    BreakpointSight without = run.sight();
    without.gradients = nullptr;
    QVERIFY(!valueAt(parsed("|dh| > 0"), without, moment) && !holds(parsed("|dh| > 0"), without, moment));
    QVERIFY(!holds(parsed("|dh| < 9"), without, moment));
}

void BreakpointTest::oneStopsWhereItBecomesTrueAndNotWhereItStays()
{
    Experiment experiment = numberExperiment();
    experiment.input.source = NumberInput{{}, {Matrix{{0, 0}, {1, 0}, {1, 0}, {0, 0}, {1, 0}, {1, 0}}}};
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    const Run run(experiment);
    const Breakpoint isOne = parsed("x[0] > 0.5");
    QCOMPARE(stops(isOne, run.sight(), {0, Direction::forward, 0, 0}, 1), (std::vector<int>{1, 4}));
    QCOMPARE(stops(isOne, run.sight(), {0, Direction::forward, 5, 0}, -1), (std::vector<int>{2})); // 5 itself holds
    QCOMPARE(stops(isOne, run.sight(), {0, Direction::forward, 1, 0}, 1), (std::vector<int>{4}));
    QVERIFY(stops(parsed("x[0] > -1"), run.sight(), {}, 1).empty()); // true all the time, so it never becomes so
}

void BreakpointTest::aLetterIsMetEachTimeItIsRead()
{
    const Run run(letterExperiment());
    QCOMPARE(stops(parsed("letter is l"), run.sight(), {}, 1), (std::vector<int>{2, 3}));
    QCOMPARE(stops(parsed("letter is l"), run.sight(), {0, Direction::forward, 2, 0}, 1), (std::vector<int>{3}));
    QCOMPARE(stops(parsed("letter is l"), run.sight(), {0, Direction::forward, 4, 0}, -1), (std::vector<int>{3, 2}));
    QCOMPARE(stops(parsed("letter is not l"), run.sight(), {0, Direction::forward, 2, 0}, 1), (std::vector<int>{4}));

    Experiment spaced = letterExperiment();
    spaced.input.source = CharacterInput{{"h", "e", "l", "o", "w", " ", "ü"}, {"he low"}};
    spaced.objective = naturalObjective(spaced.spec, spaced.input);
    QCOMPARE(stops(parsed("letter is a space"), Run(spaced).sight(), {}, 1), (std::vector<int>{2}));
    const Run tokens(tokenExperiment());
    QCOMPARE(stops(parsed("token is 5"), tokens.sight(), {}, 1), (std::vector<int>{2}));
}

void BreakpointTest::aBackwardDirectionHasItsOwnNumbers()
{
    const Run run(numberExperiment());
    const Moment forward{1, Direction::forward, 2, 0}, backward{1, Direction::backward, 2, 0};
    const Breakpoint breakpoint = parsed("h[1] > 0");
    const auto &trace = *run.evaluation.trace;
    QCOMPARE(valueAt(breakpoint, run.sight(), forward),
             std::optional(trace.at(1, Direction::forward)[Part::state](2, 0, 1)));
    QCOMPARE(valueAt(breakpoint, run.sight(), backward),
             std::optional(trace.at(1, Direction::backward)[Part::state](2, 0, 1)));
    QVERIFY(valueAt(breakpoint, run.sight(), forward) != valueAt(breakpoint, run.sight(), backward));
}

void BreakpointTest::theFirstOfSeveralIsNamed()
{
    const Run run(letterExperiment());
    const std::vector<Breakpoint> both{parsed("letter is o"), parsed("letter is e"), parsed("x[1] > 0.5")};
    QCOMPARE(nextHit(both, run.sight(), {}, 1), std::optional(BreakpointHit{1, 1}));
    QCOMPARE(stepOf(nextHit(both, run.sight(), {0, Direction::forward, 1, 0}, 1)), std::optional(4));
    QVERIFY(!nextHit({}, run.sight(), {}, 1));
}

void BreakpointTest::breakpointsAreSavedWithTheExperiment()
{
    Experiment experiment = letterExperiment();
    QVERIFY(writeExperiment(experiment).find("breakpoints") == std::string::npos);
    experiment.breakpoints = {parsed("letter is space"), parsed("z[1] > 0.9"), parsed("gradient under 1e-4")};
    const Json json = parseJson(writeExperiment(experiment)).value();
    QVERIFY(json["breakpoints"] == Json::parse(R"(["letter is space", "z[1] > 0.9", "|dh| < 1e-4"])"));
    QVERIFY(readExperiment(writeExperiment(experiment)).value() == experiment);
}

void BreakpointTest::aFileWithAnUnreadableBreakpointIsRefused()
{
    Json json = parseJson(writeExperiment(letterExperiment())).value();
    json["breakpoints"] = Json::array({"h[0] < 0", "z > 1"});
    const auto read = readExperiment(writeJson(json));
    QVERIFY(!read);
    QVERIFY2(read.error().english().starts_with("breakpoints[1]: At character 3"), read.error().english().c_str());
    json["breakpoints"] = 3;
    QVERIFY(!readExperiment(writeJson(json)));
}

QTEST_GUILESS_MAIN(BreakpointTest)
#include "breakpoint_test.moc"
