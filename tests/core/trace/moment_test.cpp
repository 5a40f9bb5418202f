// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/moment.h"

#include "core/trace/input_gradient.h"

#include "core/engine/reference_backend.h"

#include <QTest>

using namespace gatescope;

namespace {

constexpr double tolerance = 1e-12;

/// A run and the gradients of some loss of its last states, which come in nowhere else.
struct Run {
    NetworkSpec spec;
    Parameters parameters;
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const GradientTrace> gradients;
};

TimeArray someNumbers(int steps, int sequences, int units, Random &random)
{
    TimeArray values(steps, sequences, units);
    for (int t = 0; t < steps; ++t)
        for (int n = 0; n < sequences; ++n)
            for (int i = 0; i < units; ++i)
                values.set(t, n, i, random.uniform(-1, 1));
    return values;
}

std::vector<Matrix> someStates(const NetworkSpec &spec, int sequences, Random &random)
{
    std::vector<Matrix> states;
    for (int i = 0; i < spec.layers * spec.directions(); ++i)
        states.push_back(Matrix::NullaryExpr(sequences, spec.hiddenSize, [&] { return random.uniform(-1, 1); }));
    return states;
}

/// Some of everything that this cell makes, at several steps, in both directions where there are two.
std::vector<Pin> somePins(const NetworkSpec &spec)
{
    std::vector<Pin> pins;
    for (const Part part : describe(spec.cell).recorded) {
        const int i = static_cast<int>(pins.size()) / 2;
        if (!canBePinned(spec.cell, part))
            continue;
        pins.push_back({.part = part, .unit = i % 4, .firstStep = 1 + i % 2, .lastStep = 3, .value = 0.25});
        pins.push_back(
            {.part = part, .unit = (i + 2) % 4, .firstStep = 2, .lastStep = 2, .sequence = 1, .value = 0.75});
        if (spec.bidirectional)
            pins.back().direction = Direction::backward;
    }
    return pins;
}

Run run(const NetworkSpec &spec, bool upstreamEverywhere = false, bool held = false)
{
    Random random(3);
    Batch batch = fullLengthBatch(someNumbers(6, 2, spec.inputSize, random));
    batch.lengths[1] = 4;
    batch.h0 = someStates(spec, 2, random);
    if (describe(spec.cell).hasCellState)
        batch.c0 = someStates(spec, 2, random);
    if (held)
        batch.pins = somePins(spec);
    Upstream upstream;
    upstream.hN = someStates(spec, 2, random);
    if (upstreamEverywhere)
        upstream.output = someNumbers(6, 2, spec.outputSize(), random);

    Run made{spec, initialParameters(spec, 1), {}, {}};
    const ReferenceBackend backend;
    made.trace = backend.run(spec, made.parameters, std::make_shared<const Batch>(std::move(batch))).value();
    made.gradients = backend.backpropagate(made.parameters, *made.trace, upstream).value();
    return made;
}

NetworkSpec network(CellKind cell, ResetPlacement reset = ResetPlacement::after,
                    UpdateMeaning update = UpdateMeaning::keeps)
{
    NetworkSpec spec;
    spec.cell = cell;
    spec.inputSize = 3;
    spec.hiddenSize = 4;
    spec.reset = reset;
    spec.update = update;
    return spec;
}

void addNetworks()
{
    QTest::addColumn<NetworkSpec>("spec");
    QTest::addColumn<bool>("held");
    for (const bool bias : {true, false}) {
        for (const bool bidirectional : {false, true}) {
            const auto add = [&](const char *name, NetworkSpec spec) {
                spec.bias = bias;
                spec.bidirectional = bidirectional;
                const QByteArray row
                    = QByteArray(name) + (bias ? "" : ", no bias") + (bidirectional ? ", both directions" : "");
                QTest::newRow(row.constData()) << spec << false;
                QTest::newRow((row + ", held values").constData()) << spec << true;
            };
            using enum ResetPlacement;
            using enum UpdateMeaning;
            add("GRU after keeps", network(CellKind::gru, after, keeps));
            add("GRU after overwrites", network(CellKind::gru, after, overwrites));
            add("GRU before keeps", network(CellKind::gru, before, keeps));
            add("GRU before overwrites", network(CellKind::gru, before, overwrites));
            add("LSTM", network(CellKind::lstm));
            add("RNN", network(CellKind::rnn));
        }
    }
}

/// Every layer, direction, sequence and real step of a run.
std::vector<Moment> moments(const Trace &trace)
{
    std::vector<Moment> all;
    for (int layer = 0; layer < trace.spec.layers; ++layer)
        for (int d = 0; d < trace.spec.directions(); ++d)
            for (int n = 0; n < trace.batch->sequences(); ++n)
                for (int t = 0; t < trace.length(n); ++t)
                    all.push_back({layer, d == 0 ? Direction::forward : Direction::backward, t, n});
    return all;
}

Vector sum(const std::vector<GradientPath> &ways)
{
    Vector total = Vector::Zero(ways.front().gradient.size());
    for (const GradientPath &way : ways)
        total += way.gradient;
    return total;
}

double largest(const Vector &vector)
{
    return vector.cwiseAbs().maxCoeff();
}

Vector squashed(const Vector &a, Activation activation)
{
    if (activation == Activation::tanh)
        return a.array().tanh();
    return 1 / (1 + (-a.array()).exp());
}

} // namespace

Q_DECLARE_METATYPE(gatescope::NetworkSpec)

class MomentTest : public QObject
{
    Q_OBJECT

private slots:
    void stateBeforeTheFirstStepIsH0();
    void backwardDirectionStartsAtTheLastRealStep();
    void upperLayerReadsBothDirectionsBelow();
    void sumsAreWhatTheGatesSquash_data() { addNetworks(); }
    void sumsAreWhatTheGatesSquash();
    void waysBackAddUpToTheGradientBefore_data() { addNetworks(); }
    void waysBackAddUpToTheGradientBefore();
    void restOfTheGradientComesFromAbove_data() { addNetworks(); }
    void restOfTheGradientComesFromAbove();
    void whatBothDirectionsSendDownIsTheGradientOfTheInput_data() { addNetworks(); }
    void whatBothDirectionsSendDownIsTheGradientOfTheInput();
    void whatComesFromAboveIsWhatTheLayerAboveSendsDown_data() { addNetworks(); }
    void whatComesFromAboveIsWhatTheLayerAboveSendsDown();
    void gruHasFourWaysBack();
    void openUpdateGateKeepsTheGradient();
    void waysBackOfTheCellStateAreTheForgetGate();
    void nothingGoesBackThroughWhatIsHeld();
    void preactivationGradientsMakeTheGradientOfW_data() { addNetworks(); }
    void preactivationGradientsMakeTheGradientOfW();
    void headProbabilitiesAddUpToOne();
};

void MomentTest::stateBeforeTheFirstStepIsH0()
{
    const Run made = run(network(CellKind::lstm));
    const Moment first{0, Direction::forward, 0, 1};
    QVERIFY(!previousStep(*made.trace, first));
    QVERIFY(stateBefore(*made.trace, first) == made.trace->batch->h0[0].row(1).transpose());
    QVERIFY(stateBefore(*made.trace, first, Part::cell) == made.trace->batch->c0[0].row(1).transpose());
    QVERIFY(stateGradientBefore(*made.trace, *made.gradients, first) == made.gradients->h0[0].row(1).transpose());

    const Moment third{0, Direction::forward, 2, 1};
    QCOMPARE(previousStep(*made.trace, third), std::optional(1));
    QVERIFY(stateBefore(*made.trace, third) == made.trace->at(0, Direction::forward)[Part::state].at(1, 1));
    QVERIFY(stateBefore(*made.trace, third, Part::cell) == made.trace->at(0, Direction::forward)[Part::cell].at(1, 1));
}

void MomentTest::backwardDirectionStartsAtTheLastRealStep()
{
    NetworkSpec spec = network(CellKind::gru);
    spec.bidirectional = true;
    const Run made = run(spec);
    const Moment first{0, Direction::backward, 3, 1}; // sequence 1 has four steps
    QVERIFY(!previousStep(*made.trace, first));
    QCOMPARE(nextStep(*made.trace, first), std::optional(2));
    QVERIFY(stateBefore(*made.trace, first) == made.trace->batch->h0[1].row(1).transpose());
    const Moment last{0, Direction::backward, 0, 1};
    QCOMPARE(previousStep(*made.trace, last), std::optional(1));
    QVERIFY(!nextStep(*made.trace, last));
    QVERIFY(!nextStep(*made.trace, Moment{0, Direction::forward, 3, 1}));
}

void MomentTest::upperLayerReadsBothDirectionsBelow()
{
    NetworkSpec spec = network(CellKind::gru);
    spec.layers = 2;
    spec.bidirectional = true;
    const Run made = run(spec);
    const Vector read = layerInput(*made.trace, {1, Direction::forward, 2, 0});
    QCOMPARE(read.size(), 8);
    QVERIFY(read.head(4) == made.trace->at(0, Direction::forward)[Part::state].at(2, 0));
    QVERIFY(read.tail(4) == made.trace->at(0, Direction::backward)[Part::state].at(2, 0));
    QVERIFY(layerInput(*made.trace, {0, Direction::backward, 2, 0}) == made.trace->batch->x.at(2, 0));
}

void MomentTest::sumsAreWhatTheGatesSquash()
{
    QFETCH(NetworkSpec, spec);
    QFETCH(bool, held);
    spec.layers = 2;
    const Run made = run(spec, false, held);
    for (const Moment &moment : moments(*made.trace)) {
        const auto &blocks = describe(spec.cell).blocks;
        for (int k = 0; k < static_cast<int>(blocks.size()); ++k) {
            const BlockSums sums = blockSums(*made.trace, made.parameters, moment, k);
            const LayerTrace &layer = made.trace->at(moment.layer, moment.direction);
            Vector recurrent = sums.Uh + sums.bRec;
            if (blocks[k].part == Part::candidate) {
                QVERIFY(largest(recurrent - layer[Part::recurrentCandidate].at(moment.step, moment.sequence))
                        < tolerance);
                if (spec.reset == ResetPlacement::after)
                    recurrent = recurrent.cwiseProduct(layer[Part::reset].at(moment.step, moment.sequence));
            }
            Vector squashedSum = squashed(sums.Wx + sums.bIn + recurrent, blocks[k].activation);
            for (int unit = 0; unit < spec.hiddenSize; ++unit)
                squashedSum[unit] = heldAt(*made.trace, moment, blocks[k].part, unit).value_or(squashedSum[unit]);
            QVERIFY(largest(squashedSum - layer[blocks[k].part].at(moment.step, moment.sequence)) < tolerance);
        }
    }
}

void MomentTest::waysBackAddUpToTheGradientBefore()
{
    QFETCH(NetworkSpec, spec);
    QFETCH(bool, held);
    const Run made = run(spec, false, held); // one layer, a loss of the last states: all comes through the recurrence
    for (const Moment &moment : moments(*made.trace)) {
        const Vector ways = sum(waysBack(*made.trace, *made.gradients, made.parameters, moment));
        const Vector before = stateGradientBefore(*made.trace, *made.gradients, moment);
        QVERIFY(largest(before) > 1e-6);
        QVERIFY(largest(ways - before) < tolerance);
    }
}

void MomentTest::restOfTheGradientComesFromAbove()
{
    QFETCH(NetworkSpec, spec);
    QFETCH(bool, held);
    const Run made = run(spec, true, held);
    const int H = spec.hiddenSize;
    for (const Moment &moment : moments(*made.trace)) {
        const auto previous = previousStep(*made.trace, moment);
        const Vector ways = sum(waysBack(*made.trace, *made.gradients, made.parameters, moment));
        Vector above = Vector::Zero(H);
        if (previous)
            above = made.gradients->output.at(*previous, moment.sequence)
                        .segment(moment.direction == Direction::backward ? H : 0, H);
        const Vector before = stateGradientBefore(*made.trace, *made.gradients, moment);
        QVERIFY(largest(before - above - ways) < tolerance);
    }
}

void MomentTest::whatBothDirectionsSendDownIsTheGradientOfTheInput()
{
    QFETCH(NetworkSpec, spec);
    QFETCH(bool, held);
    for (const bool layerNorm : {false, true}) {
        if (layerNorm && (spec.cell != CellKind::gru || spec.reset == ResetPlacement::before))
            continue;
        spec.layerNorm = layerNorm;
        const Run made = run(spec, true, held);
        for (int n = 0; n < 2; ++n) {
            const int steps = made.trace->length(n);
            Matrix dx = Matrix::Zero(steps, spec.inputSize);
            for (int d = 0; d < spec.directions(); ++d)
                dx += inputGradients(*made.trace, *made.gradients, made.parameters,
                                     {0, d == 0 ? Direction::forward : Direction::backward, 0, n}, steps);
            for (int t = 0; t < steps; ++t)
                QVERIFY(largest(dx.row(t).transpose() - made.gradients->x.at(t, n)) < tolerance);
        }
    }
}

void MomentTest::whatComesFromAboveIsWhatTheLayerAboveSendsDown()
{
    QFETCH(NetworkSpec, spec);
    QFETCH(bool, held);
    spec.layers = 2;
    const Run made = run(spec, true, held);
    const int H = spec.hiddenSize, steps = made.trace->length(0);
    Matrix sent = Matrix::Zero(steps, spec.outputSize());
    for (int d = 0; d < spec.directions(); ++d)
        sent += inputGradients(*made.trace, *made.gradients, made.parameters,
                               {1, d == 0 ? Direction::forward : Direction::backward, 0, 0}, steps);
    for (int t = 0; t + 1 < steps; ++t) {
        const Vector here = made.gradients->at(spec, 0, Direction::forward)[Part::state].at(t, 0);
        const Vector later
            = sum(waysBack(*made.trace, *made.gradients, made.parameters, {0, Direction::forward, t + 1, 0}));
        QVERIFY(largest(here - later - sent.row(t).head(H).transpose()) < tolerance);
    }
}

void MomentTest::gruHasFourWaysBack()
{
    const Run made = run(network(CellKind::gru));
    const auto ways = waysBack(*made.trace, *made.gradients, made.parameters, {0, Direction::forward, 2, 0});
    QCOMPARE(ways.size(), 4u);
    QCOMPARE(ways[0].name, "conveyor");
    QVERIFY(!ways[0].through);
    QCOMPARE(ways[1].name, "candidate");
    QCOMPARE(ways[2].name, "update gate");
    QCOMPARE(ways[2].through, std::optional(Part::update));
    QCOMPARE(ways[3].name, "reset gate");
}

void MomentTest::openUpdateGateKeepsTheGradient()
{
    for (const UpdateMeaning update : {UpdateMeaning::keeps, UpdateMeaning::overwrites}) {
        const NetworkSpec spec = network(CellKind::gru, ResetPlacement::after, update);
        const Run before = run(spec);
        Parameters parameters = before.parameters;
        parameters.layers[0].bIn.segment(4, 4).setConstant(update == UpdateMeaning::keeps ? 60 : -60);
        const ReferenceBackend backend;
        const auto trace = backend.run(spec, parameters, before.trace->batch).value();
        Upstream upstream;
        upstream.hN = {Matrix::Ones(2, 4)};
        const auto gradients = backend.backpropagate(parameters, *trace, upstream).value();
        const auto ways = waysBack(*trace, *gradients, parameters, {0, Direction::forward, 0, 0});
        QVERIFY(largest(ways[0].gradient - Vector::Ones(4)) < tolerance);
        for (std::size_t i = 1; i < ways.size(); ++i)
            QVERIFY(largest(ways[i].gradient) < tolerance);
    }
}

void MomentTest::waysBackOfTheCellStateAreTheForgetGate()
{
    for (const bool held : {false, true}) {
        const Run made = run(network(CellKind::lstm), false, held);
        for (const Moment &moment : moments(*made.trace)) {
            const auto ways = waysBack(*made.trace, *made.gradients, made.parameters, moment, Part::cell);
            QCOMPARE(ways.size(), 1u);
            const Vector before = stateGradientBefore(*made.trace, *made.gradients, moment, Part::cell);
            Vector throughState = Vector::Zero(4); // h = o∘tanh(c), before this step
            if (const auto previous = previousStep(*made.trace, moment)) {
                const LayerTrace &layer = made.trace->at(0, Direction::forward);
                const Eigen::ArrayXd o = layer[Part::outputGate].at(*previous, moment.sequence);
                const Eigen::ArrayXd c = layer[Part::cell].at(*previous, moment.sequence);
                Eigen::ArrayXd dh = stateGradientBefore(*made.trace, *made.gradients, moment);
                const Moment earlier{moment.layer, moment.direction, *previous, moment.sequence};
                for (int unit = 0; unit < 4; ++unit)
                    if (heldAt(*made.trace, earlier, Part::state, unit))
                        dh[unit] = 0;
                throughState = dh * o * (1 - c.tanh().square());
            }
            QVERIFY(largest(before - throughState - ways[0].gradient) < tolerance);
        }
    }
}

void MomentTest::nothingGoesBackThroughWhatIsHeld()
{
    const NetworkSpec spec = network(CellKind::gru);
    const Run made = run(spec, true, true);
    int held = 0;
    for (const Moment &moment : moments(*made.trace)) {
        const auto ways = waysBack(*made.trace, *made.gradients, made.parameters, moment);
        const LayerTrace &gradients = made.gradients->at(spec, 0, Direction::forward);
        for (int unit = 0; unit < spec.hiddenSize; ++unit) {
            if (heldAt(*made.trace, moment, Part::state, unit)) {
                QVERIFY(gradients[Part::state](moment.step, moment.sequence, unit) != 0);
                QCOMPARE(ways[0].gradient[unit], 0.0); // the conveyor
                QCOMPARE(gradients[Part::update](moment.step, moment.sequence, unit), 0.0);
                ++held;
            } else if (heldAt(*made.trace, moment, Part::update, unit)) {
                QVERIFY(gradients[Part::update](moment.step, moment.sequence, unit) != 0);
                QCOMPARE(preactivationGradient(*made.trace, *made.gradients, moment, 1)[unit], 0.0);
                ++held;
            }
        }
    }
    QVERIFY(held > 5);
}

void MomentTest::preactivationGradientsMakeTheGradientOfW()
{
    QFETCH(NetworkSpec, spec);
    QFETCH(bool, held);
    const Run made = run(spec, true, held);
    for (int k = 0; k < static_cast<int>(describe(spec.cell).blocks.size()); ++k) {
        Matrix dW = Matrix::Zero(4, 3);
        for (const Moment &moment : moments(*made.trace))
            if (moment.direction == Direction::forward)
                dW += preactivationGradient(*made.trace, *made.gradients, moment, k)
                    * layerInput(*made.trace, moment).transpose();
        const Matrix rest = dW - made.gradients->parameters.layers[0].W.middleRows(4 * k, 4);
        QVERIFY(rest.cwiseAbs().maxCoeff() < tolerance);
    }
}

void MomentTest::headProbabilitiesAddUpToOne()
{
    NetworkSpec spec = network(CellKind::gru);
    spec.headOutputs = 3;
    Run made = run(spec);
    Trace trace = *made.trace;
    trace.headOutput.set(0, 0, 0, 1000);
    trace.headOutput.set(0, 0, 1, 1000);
    trace.headOutput.set(0, 0, 2, -1000);
    const Vector extreme = headProbabilities(trace, 0, 0);
    QVERIFY(largest(extreme - Vector{{0.5, 0.5, 0}}) < tolerance);
    const Vector usual = headProbabilities(trace, 1, 1);
    QVERIFY(std::abs(usual.sum() - 1) < tolerance);
    const Vector logits = trace.headOutput.at(1, 1);
    QVERIFY(std::abs(std::log(usual[0] / usual[1]) - (logits[0] - logits[1])) < tolerance);
}

QTEST_GUILESS_MAIN(MomentTest)
#include "moment_test.moc"
