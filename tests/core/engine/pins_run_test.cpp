// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/encoder_decoder.h"
#include "core/engine/gradient_check.h"
#include "core/engine/reference_backend.h"
#include "core/trace/moment.h"
#include "plain_network.h"
#include "random_network.h"

#include <QTest>

using namespace gatescope;

namespace {

constexpr double tolerance = 1e-12;
const std::vector<int> lengths{5, 3};

std::vector<Matrix> randomStates(const NetworkSpec &spec, Random &random)
{
    std::vector<Matrix> states;
    for (int i = 0; i < spec.layers * spec.directions(); ++i)
        states.push_back(Matrix::NullaryExpr(2, spec.hiddenSize, [&] { return random.uniform(-1, 1); }));
    return states;
}

/// A gradient by everything that a network puts out.
Upstream randomUpstream(const NetworkSpec &spec)
{
    Random random(11);
    Upstream upstream;
    upstream.output = randomArray(5, 2, spec.outputSize(), random);
    for (int t = lengths[1]; t < 5; ++t)
        upstream.output.step(t).row(1).setZero();
    upstream.hN = randomStates(spec, random);
    if (describe(spec.cell).hasCellState)
        upstream.cN = randomStates(spec, random);
    return upstream;
}

RandomNetwork networkWith(const NetworkSpec &spec, const std::vector<Pin> &pins)
{
    return randomNetwork({spec, 5, lengths, LossKind::outputSum, WatchedSteps::every, 0, true, {}, pins}, 4);
}

std::shared_ptr<const Trace> runOf(const RandomNetwork &network)
{
    return ReferenceBackend().run(network.spec, network.parameters, network.batch).value();
}

bool close(double one, double other)
{
    return std::abs(one - other) <= tolerance * std::max(1.0, std::abs(other));
}

void addNetworks()
{
    QTest::addColumn<NetworkSpec>("spec");
    QTest::addColumn<int>("seed");
    using enum ResetPlacement;
    using enum UpdateMeaning;
    const std::pair<const char *, NetworkSpec> networks[]{
        {"GRU after keeps", {CellKind::gru, 2, 3, 2, true, true, after, keeps}},
        {"GRU after overwrites", {CellKind::gru, 2, 3, 2, true, true, after, overwrites}},
        {"GRU before keeps", {CellKind::gru, 2, 3, 2, true, true, before, keeps}},
        {"GRU before overwrites", {CellKind::gru, 2, 3, 2, true, true, before, overwrites}},
        {"LSTM", {CellKind::lstm, 2, 3, 2, true}},
        {"RNN", {CellKind::rnn, 2, 3, 2, true}},
    };
    for (const auto &[name, spec] : networks)
        for (const int seed : {1, 2})
            QTest::addRow("%s, pins %d", name, seed) << spec << seed;
}

/// With everything that a network may have and an option of it in each row.
void addOptions()
{
    QTest::addColumn<NetworkSpec>("spec");
    const auto add = [](const char *name, CellKind cell, void (*apply)(NetworkSpec &)) {
        NetworkSpec spec{cell, 2, 3, 2, true};
        apply(spec);
        QTest::newRow(name) << spec;
    };
    add("plain", CellKind::gru, [](NetworkSpec &) {});
    add("reset before, overwrites", CellKind::gru,
        [](NetworkSpec &s) { s.reset = ResetPlacement::before, s.update = UpdateMeaning::overwrites; });
    add("layer normalisation", CellKind::gru, [](NetworkSpec &s) { s.layerNorm = true; });
    add("hard sigmoid", CellKind::gru, [](NetworkSpec &s) { s.gateActivation = GateActivation::hardSigmoid; });
    add("relu", CellKind::gru, [](NetworkSpec &s) { s.stateActivation = StateActivation::relu; });
    add("no bias", CellKind::gru, [](NetworkSpec &s) { s.bias = false; });
    add("LSTM", CellKind::lstm, [](NetworkSpec &) {});
    add("LSTM, attention", CellKind::lstm,
        [](NetworkSpec &s) { s.headReads = HeadReads::attention, s.headOutputs = 2; });
    add("RNN, head", CellKind::rnn, [](NetworkSpec &s) { s.headOutputs = 2; });
}

} // namespace

Q_DECLARE_METATYPE(gatescope::NetworkSpec)

class PinsRunTest : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreThoseOfAPlainNetwork_data() { addNetworks(); }
    void valuesAreThoseOfAPlainNetwork();
    void gradientsAreThoseOfAPlainNetwork_data() { addNetworks(); }
    void gradientsAreThoseOfAPlainNetwork();
    void gradientsAreCentralDifferences_data() { addOptions(); }
    void gradientsAreCentralDifferences();
    void gradientOfAHeldValueIsWhatDraggingThePinDoes();
    void updateGateHeldAt1KeepsTheOldState();
    void aHeldStateForgetsWhatCameBefore();
    void aPinOfOneSequenceLeavesTheOthersAlone();
    void aPinOfTheBackwardDirectionActsFromItsStepToTheFirst();
    void pastALengthNothingIsHeld();
    void valuesThatTheNetworkMakesAnywayChangeNothing();
    void theCpuBackendRefusesPins();
    void trainingRefusesPins();
    void aNetworkWithADecoderRefusesPins();
    void whatDoesNotFitIsRefusedByTheRun();
};

void PinsRunTest::valuesAreThoseOfAPlainNetwork()
{
    QFETCH(NetworkSpec, spec);
    QFETCH(int, seed);
    const RandomNetwork network = networkWith(spec, randomPins(spec, lengths, 6, seed));
    QVERIFY(network.batch->pins.size() > 5);
    const auto trace = runOf(network);
    const Upstream upstream = randomUpstream(spec);
    PlainNetwork plain(spec, network.parameters, *network.batch, upstream);
    plain.loss();
    for (const auto &[place, value] : plain.recorded())
        QVERIFY(close(trace->layers[place.index][place.part](place.step, place.sequence, place.unit), value.real()));
    int held = 0;
    for (const Pin &pin : network.batch->pins)
        for (int t = pin.firstStep; t <= pin.lastStep; ++t)
            for (int n = 0; n < 2; ++n)
                if (t < lengths[n] && pin.sequence.value_or(n) == n) {
                    QCOMPARE(trace->at(pin.layer, pin.direction)[pin.part](t, n, pin.unit), pin.value);
                    QCOMPARE(heldAt(*trace, {pin.layer, pin.direction, t, n}, pin.part, pin.unit),
                             std::optional(pin.value));
                    ++held;
                }
    QVERIFY(held > 5);
}

void PinsRunTest::gradientsAreThoseOfAPlainNetwork()
{
    QFETCH(NetworkSpec, spec);
    QFETCH(int, seed);
    const RandomNetwork network = networkWith(spec, randomPins(spec, lengths, 6, seed));
    const Batch &batch = *network.batch;
    const Upstream upstream = randomUpstream(spec);
    const auto gradients = ReferenceBackend().backpropagate(network.parameters, *runOf(network), upstream).value();
    PlainNetwork plain(spec, network.parameters, batch, upstream);

    const auto numbers = views(spec, network.parameters), chain = views(spec, std::as_const(gradients->parameters));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        for (Eigen::Index k = 0; k < numbers[i].values.size(); ++k)
            QVERIFY2(close(chain[i].values.data()[k], plain.gradientBy(numbers[i].values.data()[k])),
                     chain[i].name.c_str());
    for (int n = 0; n < 2; ++n)
        for (int t = 0; t < lengths[n]; ++t)
            for (int j = 0; j < spec.inputSize; ++j)
                QVERIFY(close(gradients->x(t, n, j), plain.gradientBy(batch.x.step(t).coeffRef(n, j))));
    for (std::size_t i = 0; i < batch.h0.size(); ++i) {
        for (Eigen::Index k = 0; k < batch.h0[i].size(); ++k)
            QVERIFY(close(gradients->h0[i].data()[k], plain.gradientBy(batch.h0[i].data()[k])));
        for (Eigen::Index k = 0; k < (batch.c0.empty() ? 0 : batch.c0[i].size()); ++k)
            QVERIFY(close(gradients->c0[i].data()[k], plain.gradientBy(batch.c0[i].data()[k])));
    }
    plain.loss();
    const auto recorded = plain.recorded();
    for (const auto &[place, value] : recorded)
        QVERIFY2(close(gradients->layers[place.index][place.part](place.step, place.sequence, place.unit),
                       plain.gradientBy(place)),
                 describe(place.part).key.data());
}

void PinsRunTest::gradientsAreCentralDifferences()
{
    QFETCH(NetworkSpec, spec);
    for (const bool drops : {false, true}) {
        const DropoutSettings dropout = drops ? DropoutSettings{0.3, 0.3, 0.3} : DropoutSettings();
        const LossKind loss = spec.headOutputs > 0 ? LossKind::squaredError : LossKind::outputSum;
        const RandomNetwork network = randomNetwork(
            {spec, 5, lengths, loss, WatchedSteps::every, 0, true, dropout, randomPins(spec, lengths, 4, 5)}, 6);
        const auto report
            = checkGradients(ReferenceBackend(), spec, network.parameters, network.batch, network.objective);
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().english().c_str());
        QVERIFY2(report->passed(), report->worstPlace.c_str());
        QVERIFY(report->worst.chain != 0 || report->checked > 100);
    }
}

void PinsRunTest::gradientOfAHeldValueIsWhatDraggingThePinDoes()
{
    const NetworkSpec spec{CellKind::gru, 2, 3, 2};
    for (const Part part : {Part::reset, Part::update, Part::candidate, Part::state}) {
        const Pin pin{0, Direction::forward, part, 1, 2, 2, 0, 0.4};
        const RandomNetwork network = networkWith(spec, {pin});
        const auto evaluation
            = evaluate(ReferenceBackend(), spec, network.parameters, network.batch, network.objective).value();
        const auto lossAt = [&](double value) {
            Batch batch = *network.batch;
            batch.pins[0].value = value;
            return measure(ReferenceBackend(), spec, network.parameters, std::make_shared<const Batch>(batch),
                           network.objective)
                .value()
                .loss.value;
        };
        const double dragged = (lossAt(0.4 + 1e-5) - lossAt(0.4 - 1e-5)) / 2e-5;
        QVERIFY(std::abs(dragged) > 1e-6);
        QVERIFY(std::abs(evaluation.gradients->layers[0][part](2, 0, 1) - dragged) < 1e-8);
    }
}

void PinsRunTest::updateGateHeldAt1KeepsTheOldState()
{
    for (const UpdateMeaning update : {UpdateMeaning::keeps, UpdateMeaning::overwrites}) {
        NetworkSpec spec{CellKind::gru, 2, 3};
        spec.update = update;
        const double open = update == UpdateMeaning::keeps ? 1 : 0;
        const RandomNetwork network
            = networkWith(spec, {{.part = Part::update, .unit = 2, .lastStep = 4, .value = open}});
        const auto trace = runOf(network);
        for (int n = 0; n < 2; ++n)
            for (int t = 0; t < lengths[n]; ++t)
                QCOMPARE(trace->layers[0][Part::state](t, n, 2), network.batch->h0[0](n, 2));
        QVERIFY(trace->layers[0][Part::state](4, 0, 1) != network.batch->h0[0](0, 1));
    }
}

void PinsRunTest::aHeldStateForgetsWhatCameBefore()
{
    // All units are held at step 2: what was read until then, and how it was read, no longer counts.
    for (const CellKind cell : {CellKind::gru, CellKind::rnn}) {
        const NetworkSpec spec{cell, 2, 3};
        std::vector<Pin> pins;
        for (const int unit : {0, 1, 2})
            pins.push_back({.part = Part::state, .unit = unit, .firstStep = 2, .lastStep = 2, .value = 0.3 * unit});
        RandomNetwork network = networkWith(spec, pins);
        network.objective.watched = WatchedSteps::last;
        const auto made
            = evaluate(ReferenceBackend(), spec, network.parameters, network.batch, network.objective).value();
        for (int t = 0; t < 3; ++t)
            QVERIFY(made.gradients->x.step(t).row(0).isZero(0));
        QVERIFY(!made.gradients->x.step(3).row(0).isZero(0));
        QVERIFY(made.gradients->h0[0].isZero(0));
        QVERIFY(!made.gradients->layers[0][Part::state].step(2).row(0).isZero(0));
        QVERIFY(made.gradients->layers[0][Part::state].step(1).row(0).isZero(0));
    }
}

void PinsRunTest::aPinOfOneSequenceLeavesTheOthersAlone()
{
    const NetworkSpec spec{CellKind::lstm, 2, 3, 2, true};
    const auto plain = runOf(networkWith(spec, {}));
    const auto held
        = runOf(networkWith(spec, {{.part = Part::forgetGate, .unit = 1, .lastStep = 2, .sequence = 1, .value = 0}}));
    for (std::size_t i = 0; i < plain->layers.size(); ++i) {
        for (const Part part : describe(spec.cell).recorded) {
            for (int t = 0; t < 5; ++t)
                QVERIFY(plain->layers[i][part].at(t, 0) == held->layers[i][part].at(t, 0));
        }
    }
    QVERIFY(plain->output.at(2, 1) != held->output.at(2, 1));
}

void PinsRunTest::aPinOfTheBackwardDirectionActsFromItsStepToTheFirst()
{
    const NetworkSpec spec{CellKind::gru, 2, 3, 1, true};
    const auto plain = runOf(networkWith(spec, {}));
    const auto held = runOf(networkWith(spec,
                                        {{.direction = Direction::backward,
                                          .part = Part::candidate,
                                          .unit = 0,
                                          .firstStep = 1,
                                          .lastStep = 1,
                                          .value = -1}}));
    QVERIFY(plain->at(0, Direction::forward)[Part::state] == held->at(0, Direction::forward)[Part::state]);
    const TimeArray &before = plain->at(0, Direction::backward)[Part::state];
    const TimeArray &after = held->at(0, Direction::backward)[Part::state];
    for (int n = 0; n < 2; ++n)
        for (int t = 0; t < lengths[n]; ++t)
            QCOMPARE(before.at(t, n) == after.at(t, n), t > 1);
}

void PinsRunTest::pastALengthNothingIsHeld()
{
    const NetworkSpec spec{CellKind::gru, 2, 3};
    const RandomNetwork network = networkWith(spec, {{.part = Part::state, .unit = 1, .lastStep = 4, .value = 0.5}});
    const auto evaluation
        = evaluate(ReferenceBackend(), spec, network.parameters, network.batch, network.objective).value();
    for (const int t : {3, 4}) {
        QCOMPARE(evaluation.trace->layers[0][Part::state](t, 1, 1), 0.0);
        QCOMPARE(evaluation.gradients->layers[0][Part::state](t, 1, 1), 0.0);
    }
    QCOMPARE(evaluation.trace->hN[0](1, 1), 0.5);
}

void PinsRunTest::valuesThatTheNetworkMakesAnywayChangeNothing()
{
    const NetworkSpec spec{CellKind::gru, 2, 3, 2, true};
    const auto plain = runOf(networkWith(spec, {}));
    std::vector<Pin> pins;
    for (const Part part : {Part::reset, Part::update, Part::candidate, Part::state})
        pins.push_back({.part = part,
                        .unit = 1,
                        .firstStep = 1,
                        .lastStep = 1,
                        .sequence = 0,
                        .value = plain->layers[0][part](1, 0, 1)});
    const auto held = runOf(networkWith(spec, pins));
    QVERIFY(plain->output == held->output);
}

void PinsRunTest::theCpuBackendRefusesPins()
{
    const std::string refusal = "The cpu backend holds no values: use the reference backend, or remove the pins.";
    const NetworkSpec spec{CellKind::gru, 2, 3};
    const RandomNetwork network = networkWith(spec, {{.lastStep = 1, .value = 1}});
    QCOMPARE(CpuBackend().run(spec, network.parameters, network.batch).error().english(), refusal);

    Trace made = *CpuBackend().run(spec, network.parameters, networkWith(spec, {}).batch).value();
    made.batch = network.batch;
    QCOMPARE(CpuBackend().backpropagate(network.parameters, made, {}).error().english(), refusal);
}

void PinsRunTest::trainingRefusesPins()
{
    const NetworkSpec spec{CellKind::gru, 2, 3};
    const RandomNetwork network = networkWith(spec, {{.lastStep = 1, .value = 1}});
    const ReferenceBackend reference;
    const CpuBackend cpu;
    for (const Backend *backend : {static_cast<const Backend *>(&reference), static_cast<const Backend *>(&cpu)}) {
        const auto training = backend->startTraining(spec, network.parameters, {});
        QVERIFY(training.ok());
        const Parameters before = (*training)->parameters();
        const std::string refusal = "A network learns as it is, with no value held: remove the pins.";
        QCOMPARE((*training)->update(*network.batch, network.objective).error().english(), refusal);
        QCOMPARE((*training)->measure(*network.batch, network.objective).error().english(), refusal);
        QVERIFY((*training)->parameters() == before);
    }
}

void PinsRunTest::aNetworkWithADecoderRefusesPins()
{
    NetworkSpec spec{CellKind::gru, 2, 3};
    spec.headOutputs = 3;
    spec.decoder = true;
    const RandomNetwork network = randomNetwork(
        {spec, 5, lengths, LossKind::crossEntropy, WatchedSteps::every, 0, false, {}, {{.lastStep = 1, .value = 1}}},
        4);
    const std::string refusal
        = "pins[0]: Nothing can be held in a network with a decoder: remove the pins, or the decoder.";
    const ReferenceBackend backend;
    QCOMPARE(evaluate(backend, spec, network.parameters, network.batch, network.objective).error().english(), refusal);
    QCOMPARE(decode(backend, spec, network.parameters, network.batch, {2, 2}).error().english(), refusal);
}

void PinsRunTest::whatDoesNotFitIsRefusedByTheRun()
{
    const NetworkSpec spec{CellKind::gru, 2, 3};
    const RandomNetwork network = networkWith(spec, {{.unit = 3, .value = 1}});
    QCOMPARE(ReferenceBackend().run(spec, network.parameters, network.batch).error().english(),
             std::string("pins[0]: There is no unit 3; there are 3, counted from 0."));
}

QTEST_GUILESS_MAIN(PinsRunTest)
#include "pins_run_test.moc"
