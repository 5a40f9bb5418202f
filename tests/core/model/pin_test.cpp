// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/batch.h"

#include <QTest>

#include <limits>

using namespace gatescope;

namespace {

const std::vector<int> lengths{6, 4};

NetworkSpec network(CellKind cell = CellKind::gru)
{
    return {cell, 2, 3, 2};
}

std::string refusalOf(const NetworkSpec &spec, const std::vector<Pin> &pins)
{
    const auto checked = check(spec, lengths, pins);
    return checked ? std::string() : checked.error().english();
}

} // namespace

Q_DECLARE_METATYPE(gatescope::Pin)
Q_DECLARE_METATYPE(gatescope::NetworkSpec)

class PinTest : public QObject
{
    Q_OBJECT

private slots:
    void gatesCandidatesAndStatesCanBeHeld()
    {
        const auto pinnable = [](CellKind cell) {
            std::vector<Part> parts;
            for (const auto part :
                 {Part::reset, Part::update, Part::recurrentCandidate, Part::candidate, Part::inputGate,
                  Part::forgetGate, Part::cellCandidate, Part::outputGate, Part::cell, Part::state})
                if (canBePinned(cell, part))
                    parts.push_back(part);
            return parts;
        };
        using enum Part;
        QVERIFY((pinnable(CellKind::gru) == std::vector{reset, update, candidate, state}));
        QVERIFY(
            (pinnable(CellKind::lstm) == std::vector{inputGate, forgetGate, cellCandidate, outputGate, cell, state}));
        QVERIFY((pinnable(CellKind::rnn) == std::vector{state}));
    }

    void whatFitsIsTaken()
    {
        NetworkSpec spec = network();
        spec.bidirectional = true;
        const std::vector<Pin> pins{
            {.part = Part::update, .unit = 0, .lastStep = 5, .value = 0},
            {.layer = 1, .part = Part::update, .unit = 2, .firstStep = 3, .lastStep = 3, .sequence = 1, .value = 1},
            {.direction = Direction::backward, .part = Part::candidate, .unit = 0, .lastStep = 5, .value = -1},
            {.part = Part::state, .unit = 0, .lastStep = 5, .value = 1}};
        QCOMPARE(refusalOf(spec, pins), std::string());
        QCOMPARE(refusalOf(network(CellKind::lstm), {{.part = Part::cell, .lastStep = 1, .value = -40}}),
                 std::string());
        NetworkSpec relu = network();
        relu.stateActivation = StateActivation::relu;
        QCOMPARE(refusalOf(relu, {{.part = Part::state, .lastStep = 1, .value = 40}}), std::string());
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<NetworkSpec>("spec");
        QTest::addColumn<Pin>("pin");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const Pin &pin, const char *says, const NetworkSpec &spec = network()) {
            QTest::newRow(name) << spec << pin << "pins[0]: " + std::string(says);
        };
        row("another cell's part", {.part = Part::forgetGate},
            "Nothing called forget gate (f) can be held in this GRU, only r, z, n, h.");
        row("u", {.part = Part::recurrentCandidate},
            "Nothing called the past (u) can be held in this GRU, only r, z, n, h.");
        row("a gate of an RNN", {.part = Part::update},
            "Nothing called update gate (z) can be held in this RNN, only h.", network(CellKind::rnn));
        row("layer", {.layer = 2}, "There is no layer 2; there are 2, counted from 0.");
        row("layer below 0", {.layer = -1}, "There is no layer -1; there are 2, counted from 0.");
        row("direction", {.direction = Direction::backward},
            "The network reads only forwards: nothing of a backward direction can be held.");
        row("unit", {.unit = 3}, "There is no unit 3; there are 3, counted from 0.");
        row("unit below 0", {.unit = -1}, "There is no unit -1; there are 3, counted from 0.");
        row("sequence", {.sequence = 2}, "There is no sequence 2; there are 2, counted from 0.");
        row("sequence below 0", {.sequence = -1}, "There is no sequence -1; there are 2, counted from 0.");
        row("last step", {.firstStep = 2, .lastStep = 6}, "Steps 2 to 6 cannot be held, there are only 0 to 5.");
        row("last step of a shorter sequence", {.firstStep = 2, .lastStep = 4, .sequence = 1},
            "Steps 2 to 4 cannot be held, there are only 0 to 3.");
        row("first step", {.firstStep = -1}, "Steps -1 to 0 cannot be held, there are only 0 to 5.");
        row("no step", {.firstStep = 3, .lastStep = 2},
            "Steps 3 to 2 are none: the last one must not be before the first.");
        row("gate above 1", {.value = 1.5}, "The update gate cannot be held at 1.5: it lies between 0 and 1.");
        row("gate below 0", {.part = Part::reset, .value = -0.25},
            "The reset gate cannot be held at -0.25: it lies between 0 and 1.");
        row("candidate below −1", {.part = Part::candidate, .value = -1.0000001},
            "The candidate cannot be held at -1.0000001: it lies between −1 and 1.");
        row("state above 1", {.part = Part::state, .value = 2},
            "The state cannot be held at 2: it lies between −1 and 1.");
        row("nan", {.value = std::numeric_limits<double>::quiet_NaN()},
            "The update gate cannot be held at what is not a finite number.");
        row("infinite cell state", {.part = Part::cell, .value = std::numeric_limits<double>::infinity()},
            "The cell state cannot be held at what is not a finite number.", network(CellKind::lstm));
        NetworkSpec writer = network();
        writer.headOutputs = 2;
        writer.decoder = true;
        row("decoder", {}, "Nothing can be held in a network with a decoder: remove the pins, or the decoder.", writer);
    }

    void whatCannotBeIsRefused()
    {
        QFETCH(NetworkSpec, spec);
        QFETCH(Pin, pin);
        QFETCH(std::string, says);
        QCOMPARE(refusalOf(spec, {pin}), says);
    }

    void withoutSequencesNothingCanBeHeld()
    {
        QCOMPARE(check(network(), {}, std::vector<Pin>(1)).error().english(),
                 std::string("pins[0]: There is no sequence in which something could be held."));
        QVERIFY(check(network(), {}, std::vector<Pin>()).ok());
    }

    void twoPinsMayNotContradictEachOther()
    {
        const Pin some{.part = Part::update, .unit = 1, .firstStep = 1, .lastStep = 4, .value = 1};
        const auto other = [&](auto change) {
            Pin pin = some;
            pin.value = 0.5;
            change(pin);
            return pin;
        };
        const Pin ofOneSequence = other([](Pin &pin) { pin.sequence = 1, pin.firstStep = pin.lastStep = 3; });
        const Pin elsewhere = other([](Pin &pin) { pin.unit = 2; });
        QCOMPARE(refusalOf(network(), {some, elsewhere, ofOneSequence}),
                 std::string(
                     "pins[0] holds the update gate of unit 1 at step 3 at 1 and pins[2] at 0.5: keep one of them."));
        QCOMPARE(refusalOf(network(), {other([](Pin &pin) { pin.firstStep = 4, pin.lastStep = 5; }), elsewhere, some}),
                 std::string(
                     "pins[0] holds the update gate of unit 1 at step 4 at 0.5 and pins[2] at 1: keep one of them."));

        QCOMPARE(refusalOf(network(), {some, elsewhere}), std::string());
        QCOMPARE(refusalOf(network(), {some, other([](Pin &pin) { pin.layer = 1; })}), std::string());
        QCOMPARE(refusalOf(network(), {some, other([](Pin &pin) { pin.part = Part::reset; })}), std::string());
        QCOMPARE(refusalOf(network(), {some, other([](Pin &pin) { pin.firstStep = 5, pin.lastStep = 5; })}),
                 std::string());
        QCOMPARE(refusalOf(network(), {ofOneSequence, other([](Pin &pin) { pin.sequence = 0, pin.value = 1; })}),
                 std::string());
        QCOMPARE(
            refusalOf(network(), {some, other([](Pin &pin) { pin.value = 1, pin.sequence = 0, pin.lastStep = 5; })}),
            std::string());
    }

    void aPinBetweenDoesNotHideAContradiction()
    {
        const Pin wide{.unit = 1, .firstStep = 0, .lastStep = 5, .value = 1};
        const Pin inside{.unit = 1, .firstStep = 1, .lastStep = 1, .value = 1};
        const Pin later{.unit = 1, .firstStep = 4, .lastStep = 4, .value = 0};
        QCOMPARE(
            refusalOf(network(), {later, inside, wide}),
            std::string("pins[0] holds the update gate of unit 1 at step 4 at 0 and pins[2] at 1: keep one of them."));
    }

    void aPinHoldsAtItsPlaceOnly()
    {
        const Pin pin{1, Direction::forward, Part::update, 2, 2, 3, 1, 0.5};
        QVERIFY(holdsAt(pin, 1, Direction::forward, 2, 1));
        QVERIFY(holdsAt(pin, 1, Direction::forward, 3, 1));
        QVERIFY(!holdsAt(pin, 1, Direction::forward, 1, 1));
        QVERIFY(!holdsAt(pin, 1, Direction::forward, 4, 1));
        QVERIFY(!holdsAt(pin, 0, Direction::forward, 2, 1));
        QVERIFY(!holdsAt(pin, 1, Direction::backward, 2, 1));
        QVERIFY(!holdsAt(pin, 1, Direction::forward, 2, 0));
        Pin ofAll = pin;
        ofAll.sequence.reset();
        QVERIFY(holdsAt(ofAll, 1, Direction::forward, 2, 0));
    }

    void aBatchIsCheckedWithItsPins()
    {
        Batch batch = fullLengthBatch(TimeArray(6, 2, 2));
        batch.pins = {{.unit = 3}};
        QCOMPARE(check(network(), batch).error().english(),
                 std::string("pins[0]: There is no unit 3; there are 3, counted from 0."));
        batch.pins = {{.unit = 2}};
        QVERIFY(check(network(), batch).ok());
    }
};

QTEST_GUILESS_MAIN(PinTest)
#include "pin_test.moc"
