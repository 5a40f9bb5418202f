// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/forgetting.h"

#include "core/engine/influence.h"
#include "core/engine/reference_backend.h"

#include <QTest>

#include <cmath>
#include <string>

using namespace gatescope;

namespace {

/// The letters that the planted networks read: two to be told apart, one that says nothing, one that closes a gate.
const std::string alphabet = "ab.!";

/// A network of two units of which unit 1 is what is planted; unit 0 says nothing.
struct Planted {
    NetworkSpec spec;
    Parameters parameters;

    explicit Planted(CellKind cell, UpdateMeaning update = UpdateMeaning::keeps, bool bidirectional = false)
    {
        spec.cell = cell;
        spec.update = update;
        spec.bidirectional = bidirectional;
        spec.inputSize = int(alphabet.size());
        spec.hiddenSize = 2;
        parameters = zeroParameters(spec);
    }

    /// Unit 1's row of a block: what each letter adds, and the bias.
    void plant(int block, double a, double b, double nothing, double closes, double bias, std::size_t layer = 0)
    {
        LayerParameters &at = parameters.layers[layer];
        at.W.row(2 * block + 1) << a, b, nothing, closes;
        at.bIn[2 * block + 1] = bias;
    }
    void plantRecurrence(int block, double weight) { parameters.layers[0].U(2 * block + 1, 1) = weight; }

    std::shared_ptr<const Trace> read(const std::string &text) const
    {
        TimeArray x(int(text.size()), 1, spec.inputSize);
        for (std::size_t t = 0; t < text.size(); ++t)
            x.set(int(t), 0, int(alphabet.find(text[t])), 1);
        return ReferenceBackend().run(spec, parameters, std::make_shared<const Batch>(fullLengthBatch(x))).value();
    }

    /// What becomes of a letter where another might have stood.
    Result<Forgetting> follow(const std::string &text, Moment at = {}, char other = 'b') const
    {
        Matrix alternatives = Matrix::Zero(1, spec.inputSize);
        alternatives(0, Eigen::Index(alphabet.find(other))) = 1;
        return forgettingOf(ReferenceBackend(), parameters, *read(text), at, alternatives);
    }
};

/// Holds a or b with its update gate until a "!" is read.
Planted latch(UpdateMeaning update = UpdateMeaning::keeps)
{
    Planted network(CellKind::gru, update);
    const double keep = update == UpdateMeaning::keeps ? 1 : -1;
    network.plant(1, -20 * keep, -20 * keep, 0, -20 * keep, 10 * keep);
    network.plant(2, 4, -4, 0, 0, 0);
    return network;
}

/// Never keeps by its update gate, but its candidate says again what the state says, unless "!" closes the reset gate.
Planted echo()
{
    Planted network(CellKind::gru);
    network.plant(0, 0, 0, 0, -20, 10);
    network.plant(1, 0, 0, 0, 0, -10);
    network.plant(2, 4, -4, 0, 0, 0);
    network.plantRecurrence(2, 5);
    return network;
}

} // namespace

class ForgettingTest : public QObject
{
    Q_OBJECT

private slots:
    void anOpenedUpdateGateIsWhereItIsForgotten_data();
    void anOpenedUpdateGateIsWhereItIsForgotten();
    void aClosedResetGateIsBlamedWhereTheCandidateCarries();
    void anLstmForgetsByItsForgetGate();
    void inAnRnnNoGateDidIt();
    void whatIsHeldFirmlyIsHeldThoughNoSlopeIsLeft();
    void aBackwardDirectionForgetsTowardsTheBeginning();
    void whatTheHeadStillTellsApartIsNotGone();
    void leftIsTheDistanceOfTwoRuns();
    void whatCannotBeAskedIsRefused();
};

void ForgettingTest::anOpenedUpdateGateIsWhereItIsForgotten_data()
{
    QTest::addColumn<bool>("keeps");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("step");
    QTest::newRow("z keeps") << true << "a..!.." << 3;
    QTest::newRow("z overwrites") << false << "a..!.." << 3;
    QTest::newRow("elsewhere") << true << "a.....!." << 6;
    QTest::newRow("by another letter") << true << "a.b..!." << 2;
}

void ForgettingTest::anOpenedUpdateGateIsWhereItIsForgotten()
{
    QFETCH(bool, keeps);
    QFETCH(QString, text);
    QFETCH(int, step);
    const auto found = latch(keeps ? UpdateMeaning::keeps : UpdateMeaning::overwrites).follow(text.toStdString());
    QVERIFY(found && found->loss);
    QCOMPARE(found->loss->step, step);
    QCOMPARE(found->gone, std::optional(step));
    QCOMPARE(found->loss->unit, 1);
    QVERIFY(found->loss->before > 0.99 && found->loss->after < 0.01);
    QVERIFY(!found->loss->gates.empty());
    const LettingGate &gate = found->loss->gates.front();
    QCOMPARE(gate.gate, Part::update);
    QVERIFY(keeps ? gate.value < 0.01 : gate.value > 0.99);
    QVERIFY(std::abs(gate.saves - found->loss->before) < 0.01);
}

void ForgettingTest::aClosedResetGateIsBlamedWhereTheCandidateCarries()
{
    const auto found = echo().follow("a..!..");
    QVERIFY(found && found->loss);
    QCOMPARE(found->loss->step, 3);
    QCOMPARE(found->loss->unit, 1);
    QCOMPARE(found->loss->gates.size(), 2u); // an update gate that keeps would have helped too, but it never does
    QCOMPARE(found->loss->gates[0].gate, Part::reset);
    QVERIFY(found->loss->gates[0].value < 0.01 && found->loss->gates[0].usual > 0.99);
    QCOMPARE(found->loss->gates[1].gate, Part::update);
}

void ForgettingTest::anLstmForgetsByItsForgetGate()
{
    Planted network(CellKind::lstm);
    network.plant(0, 20, 20, 0, 0, -10);    // i
    network.plant(1, -20, -20, 0, -20, 10); // f
    network.plant(2, 4, -4, 0, 0, 0);       // g
    network.plant(3, 0, 0, 0, 0, -10);      // o: h tells nothing of it
    const auto found = network.follow("a...!.");
    QVERIFY(found && found->loss && found->loss->gates.size() == 1);
    QCOMPARE(found->loss->step, 4);
    QCOMPARE(found->loss->unit, 1);
    QCOMPARE(found->loss->gates[0].gate, Part::forgetGate);
    QVERIFY(found->loss->gates[0].value < 0.01);
}

void ForgettingTest::inAnRnnNoGateDidIt()
{
    Planted network(CellKind::rnn);
    network.plant(0, 2, -2, 0, 0, 0);
    network.plantRecurrence(0, 0.5);
    const auto found = network.follow("a......");
    QVERIFY(found && found->loss && found->loss->gates.empty());
    QCOMPARE(found->loss->step, 1);
    QCOMPARE(found->gone, std::optional(4)); // 0.97, 0.45, 0.22, 0.11, 0.055 …
}

void ForgettingTest::whatIsHeldFirmlyIsHeldThoughNoSlopeIsLeft()
{
    const Planted network = echo();
    const std::string text = "a.........";
    const auto found = network.follow(text);
    QVERIFY(found && !found->gone);
    QVERIFY(found->leftAtEnd() > 0.99);
    const auto slope = influenceOn(ReferenceBackend(), network.parameters, *network.read(text), {0, 9, 1});
    QVERIFY(slope && slope->lengths[0] < 1e-9);
}

void ForgettingTest::aBackwardDirectionForgetsTowardsTheBeginning()
{
    Planted network(CellKind::gru, UpdateMeaning::keeps, true);
    network.plant(1, -20, -20, 0, -20, 10, 1);
    network.plant(2, 4, -4, 0, 0, 0, 1);
    const auto found = network.follow("..!..a", {.direction = Direction::backward, .step = 5});
    QVERIFY(found && found->loss);
    QCOMPARE(found->loss->step, 2);
    QCOMPARE(found->gone, std::optional(2));
    QVERIFY(found->left[3] > 0.99 && found->left[1] < 0.01 && found->leftAtEnd() < 0.01);
}

void ForgettingTest::whatTheHeadStillTellsApartIsNotGone()
{
    Planted network = latch();
    network.spec.headOutputs = 1;
    network.parameters.head = HeadParameters{Matrix::Zero(1, 2), Vector::Zero(1)};
    // Unit 0 holds for ever a twentieth of what unit 1 holds until the "!"; the head reads unit 0 alone.
    network.parameters.layers[0].W.row(2) << -20, -20, 0, 0;
    network.parameters.layers[0].bIn[2] = 10;
    network.parameters.layers[0].W.row(4) << 0.05, -0.05, 0, 0;
    network.parameters.head->weight(0, 0) = 1;
    const auto told = network.follow("a..!..");
    QVERIFY(told && told->loss && !told->gone);
    QVERIFY(told->leftAtEnd() < forgottenShare);
    network.parameters.head->weight << 0, 1;
    QCOMPARE(network.follow("a..!..")->gone, std::optional(3));
}

void ForgettingTest::leftIsTheDistanceOfTwoRuns()
{
    const Planted network = latch();
    const auto found = network.follow("a.b..");
    const TimeArray one = network.read("a.b..")->at(0, Direction::forward)[Part::state];
    const TimeArray other = network.read("b.b..")->at(0, Direction::forward)[Part::state];
    double largest = 0;
    for (int t = 0; t < 5; ++t)
        largest = std::max(largest, (one.at(t, 0) - other.at(t, 0)).norm());
    for (int t = 0; t < 5; ++t)
        QVERIFY(std::abs(found->left[t] - (one.at(t, 0) - other.at(t, 0)).norm() / largest) < 1e-12);
}

void ForgettingTest::whatCannotBeAskedIsRefused()
{
    const Planted network = latch();
    QVERIFY(!network.follow("a..", {.step = 2}));
    QVERIFY(!network.follow("a..", {.step = 3}));
    QVERIFY(!network.follow("a..", {.step = -1}));
    QVERIFY(!network.follow("...", {}, '.'));
    QVERIFY(!forgettingOf(ReferenceBackend(), network.parameters, *network.read("a.."), {}, Matrix(0, 4)));
}

QTEST_GUILESS_MAIN(ForgettingTest)
#include "forgetting_test.moc"
