// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pinning.h"

#include "core/base/random.h"

#include <QTest>

#include <map>

using namespace gatescope;

namespace {

constexpr int units = 2;
const std::vector<int> lengths{6, 2, 5};

/// What is held: [unit, step, sequence] → value.
using Held = std::map<std::array<int, 3>, double>;

Held heldBy(const std::vector<Pin> &pins)
{
    Held held;
    for (const Pin &pin : pins)
        for (int t = pin.firstStep; t <= pin.lastStep; ++t)
            for (int n = 0; n < 3; ++n)
                if (pin.sequence.value_or(n) == n && t < lengths[n])
                    held[{pin.unit, t, n}] = pin.value;
    return held;
}

Pin pinAt(int first, int last, double value, std::optional<int> sequence = {})
{
    return {.part = Part::update, .firstStep = first, .lastStep = last, .sequence = sequence, .value = value};
}

Pin somePin(Random &random)
{
    std::optional<int> sequence;
    if (random.below(2) == 0)
        sequence = random.below(3);
    const int steps = lengths[sequence.value_or(0)];
    Pin pin = pinAt(random.below(steps), 0, random.uniform(), sequence);
    pin.unit = random.below(units);
    pin.lastStep = pin.firstStep + random.below(steps - pin.firstStep);
    return pin;
}

} // namespace

class PinningTest : public QObject
{
    Q_OBJECT

private slots:
    void theLastPinHoldsAndTheOthersKeepTheRest()
    {
        Random random(1);
        const NetworkSpec spec{CellKind::gru, 1, units};
        std::vector<Pin> pins;
        Held expected;
        for (int i = 0; i < 300; ++i) {
            const Pin pin = somePin(random);
            const Held touched = heldBy({pin});
            if (random.below(4) == 0) {
                pins = withoutPin(pins, pin, lengths);
                for (const auto &[place, value] : touched)
                    expected.erase(place);
            } else {
                pins = withPin(pins, pin, lengths);
                for (const auto &[place, value] : touched)
                    expected[place] = value;
            }
            QVERIFY(heldBy(pins) == expected);
            QVERIFY(check(spec, lengths, pins).ok());
            for (std::size_t a = 0; a < pins.size(); ++a)
                for (std::size_t b = a + 1; b < pins.size(); ++b)
                    QVERIFY(!meet(pins[a], pins[b]));
        }
        QVERIFY(expected.size() > 10);
    }

    void aDraggedPinStaysWhereItStandsInTheList()
    {
        const std::vector<Pin> pins{pinAt(0, 2, 0.1), pinAt(4, 5, 0.2)};
        QVERIFY(withPin(pins, pinAt(0, 2, 0.7), lengths) == (std::vector{pinAt(0, 2, 0.7), pinAt(4, 5, 0.2)}));
    }

    void aPinInTheMiddleOfAnotherCutsItInTwo()
    {
        QVERIFY(withPin({pinAt(0, 5, 1)}, pinAt(2, 3, 0), lengths)
                == (std::vector{pinAt(0, 1, 1), pinAt(4, 5, 1), pinAt(2, 3, 0)}));
    }

    void aPinOfOneSequenceLeavesTheOthersToTheOldOne()
    {
        QVERIFY(withoutPin({pinAt(0, 1, 1)}, pinAt(1, 1, 0, 1), lengths)
                == (std::vector{pinAt(0, 0, 1), pinAt(1, 1, 1, 0), pinAt(1, 1, 1, 2)}));
    }

    void otherPlacesAreNotTouched()
    {
        Pin otherPart = pinAt(0, 5, 0.5), otherUnit = otherPart, otherLayer = otherPart, otherDirection = otherPart;
        otherPart.part = Part::reset;
        otherUnit.unit = 1;
        otherLayer.layer = 1;
        otherDirection.direction = Direction::backward;
        const std::vector<Pin> others{otherPart, otherUnit, otherLayer, otherDirection};
        QVERIFY(withoutPin(others, pinAt(0, 5, 0.5), lengths) == others);
    }

    void pinsThatNoLongerFitAreDroppedAndLongOnesCut()
    {
        const NetworkSpec spec{CellKind::gru, 1, units};
        Pin gone = pinAt(0, 1, 0.5), stays = pinAt(1, 2, 0.5);
        gone.unit = units;
        stays.part = Part::state;
        const std::vector<Pin> pins{pinAt(0, 5, 1),   gone, stays, pinAt(3, 3, 0, 1), pinAt(2, 3, 0, 0),
                                    pinAt(4, 5, 0, 2)};
        QVERIFY(fittingPins(pins, spec, {4, 2}) == (std::vector{pinAt(0, 3, 1), stays, pinAt(2, 3, 0, 0)}));

        const NetworkSpec rnn{CellKind::rnn, 1, units};
        QVERIFY(fittingPins(pins, rnn, {4, 2}) == std::vector{stays});
        NetworkSpec writer = spec;
        writer.headOutputs = 1;
        writer.decoder = true;
        QVERIFY(fittingPins(pins, writer, {4, 2}).empty());
        QVERIFY(fittingPins(pins, spec, {}).empty());
    }
};

QTEST_GUILESS_MAIN(PinningTest)
#include "pinning_test.moc"
