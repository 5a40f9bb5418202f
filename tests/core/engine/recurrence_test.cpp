// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "random_network.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

constexpr auto after = ResetPlacement::after;
constexpr auto before = ResetPlacement::before;
constexpr auto keeps = UpdateMeaning::keeps;
constexpr auto overwrites = UpdateMeaning::overwrites;

/// One of each: every cell, both places of the reset, both readings of the update.
const std::vector<NetworkSpec> kinds{
    {CellKind::gru, 3, 4, 2, true, true, after, keeps, 2},
    {CellKind::gru, 3, 4, 2, true, true, before, keeps, 2},
    {CellKind::gru, 3, 4, 2, true, false, after, overwrites, 2},
    {CellKind::gru, 3, 4, 2, true, true, before, overwrites, 2},
    {CellKind::lstm, 3, 4, 2, true, true, after, keeps, 2},
    {CellKind::rnn, 3, 4, 2, true, true, after, keeps, 2},
};

std::shared_ptr<const Trace> traceOf(const NetworkSpec &spec, const Parameters &parameters, const Batch &batch)
{
    const auto trace = ReferenceBackend().run(spec, parameters, std::make_shared<const Batch>(batch));
    return trace.ok() ? *trace : nullptr;
}

Upstream onesOnOutput(const Trace &trace)
{
    Upstream upstream;
    upstream.output = TimeArray(trace.output.steps(), trace.output.batch(), trace.output.units());
    for (int t = 0; t < trace.output.steps(); ++t)
        upstream.output.step(t).setOnes();
    return upstream;
}

/// A one-layer GRU whose update gate is the same everywhere, because only its bias is not 0.
Parameters withUpdateGate(const NetworkSpec &spec, Parameters parameters, double bias)
{
    const int H = spec.hiddenSize;
    LayerParameters &layer = parameters.layers[0];
    layer.W.middleRows(H, H).setZero();
    layer.U.middleRows(H, H).setZero();
    layer.bRec.segment(H, H).setZero();
    layer.bIn.segment(H, H).setConstant(bias);
    return parameters;
}

/// One step of a batch, carried on from the states after the steps before.
Batch nextStep(const Batch &batch, int step, const Trace *past)
{
    TimeArray x(1, batch.sequences(), batch.x.units());
    x.step(0) = batch.x.step(step);
    Batch next = fullLengthBatch(std::move(x));
    next.h0 = past ? past->hN : batch.h0;
    next.c0 = past ? past->cN : batch.c0;
    return next;
}

} // namespace

/// What holds for every recurrent network, and what its gates promise.
class RecurrenceTest : public QObject
{
    Q_OBJECT

private slots:
    void lastStateStandsWhereEachDirectionStopsReading()
    {
        for (const NetworkSpec &spec : kinds) {
            const RandomNetwork network = randomNetwork({spec, 5, {5, 3}, {}, {}, 0, true}, 1);
            const auto trace = traceOf(spec, network.parameters, *network.batch);
            QVERIFY(trace);
            for (int n = 0; n < 2; ++n) {
                const Vector first = trace->output.at(0, n);
                const Vector last = trace->output.at(network.batch->lengths[n] - 1, n);
                QCOMPARE(Vector(trace->hN[2].row(n)), Vector(last.head(4)));
                QCOMPARE(Vector(trace->hN[3].row(n)), Vector(first.tail(4)));
                QVERIFY(Vector(trace->hN[3].row(n)) != Vector(last.tail(4)));
            }
        }
    }

    void outputIsTheTopLayersStates()
    {
        for (const NetworkSpec &spec : kinds) {
            const RandomNetwork network = randomNetwork({spec, 4, {4, 2}}, 2);
            const auto trace = traceOf(spec, network.parameters, *network.batch);
            QVERIFY(trace);
            for (int t = 0; t < 4; ++t) {
                QCOMPARE(Matrix(trace->output.step(t).leftCols(4)),
                         Matrix(trace->at(1, Direction::forward)[Part::state].step(t)));
                QCOMPARE(Matrix(trace->output.step(t).rightCols(4)),
                         Matrix(trace->at(1, Direction::backward)[Part::state].step(t)));
            }
        }
    }

    void packedEqualsEachSequenceAloneToTheLastBit()
    {
        for (const NetworkSpec &spec : kinds) {
            const RandomNetwork network = randomNetwork({spec, 9, {9, 1, 5, 4, 9, 2, 7}, {}, {}, 0, true}, 3);
            const auto packed = traceOf(spec, network.parameters, *network.batch);
            QVERIFY(packed);
            const auto packedGradient
                = ReferenceBackend().backpropagate(network.parameters, *packed, onesOnOutput(*packed));
            QVERIFY(packedGradient.ok());
            for (int n = 0; n < 7; ++n) {
                const auto alone = traceOf(spec, network.parameters, sequenceAlone(*network.batch, n));
                QVERIFY(alone);
                const auto gradient
                    = ReferenceBackend().backpropagate(network.parameters, *alone, onesOnOutput(*alone));
                QVERIFY(gradient.ok());
                for (std::size_t i = 0; i < alone->layers.size(); ++i) {
                    QCOMPARE(Vector(packed->hN[i].row(n)), Vector(alone->hN[i].row(0)));
                    QCOMPARE(Vector((*packedGradient)->h0[i].row(n)), Vector((*gradient)->h0[i].row(0)));
                    for (const auto &[part, values] : alone->layers[i].parts)
                        for (int t = 0; t < values.steps(); ++t) {
                            QCOMPARE(packed->layers[i][part].at(t, n), values.at(t, 0));
                            QCOMPARE((*packedGradient)->layers[i][part].at(t, n),
                                     (*gradient)->layers[i][part].at(t, 0));
                        }
                }
                for (int t = 0; t < alone->output.steps(); ++t) {
                    QCOMPARE(packed->headOutput.at(t, n), alone->headOutput.at(t, 0));
                    QCOMPARE((*packedGradient)->x.at(t, n), (*gradient)->x.at(t, 0));
                }
            }
        }
    }

    void nothingIsComputedPastALength()
    {
        for (const NetworkSpec &spec : kinds) {
            RandomNetwork network = randomNetwork({spec, 6, {6, 2}, {}, {}, 0, true}, 4);
            const auto trace = traceOf(spec, network.parameters, *network.batch);
            QVERIFY(trace);
            Upstream upstream = onesOnOutput(*trace);
            upstream.headOutput = randomArrayLike(trace->headOutput);
            const auto gradient = ReferenceBackend().backpropagate(network.parameters, *trace, upstream);
            QVERIFY(gradient.ok());
            for (int t = 2; t < 6; ++t) {
                QVERIFY(trace->output.at(t, 1).isZero(0));
                QVERIFY(trace->headOutput.at(t, 1).isZero(0));
                QVERIFY((*gradient)->x.at(t, 1).isZero(0));
                QVERIFY((*gradient)->output.at(t, 1).isZero(0));
                for (std::size_t i = 0; i < trace->layers.size(); ++i)
                    for (const Part part : describe(spec.cell).recorded) {
                        QVERIFY(trace->layers[i][part].at(t, 1).isZero(0));
                        QVERIFY((*gradient)->layers[i][part].at(t, 1).isZero(0));
                    }
            }

            Batch otherPadding = *network.batch;
            for (int t = 2; t < 6; ++t)
                otherPadding.x.step(t).row(1).setConstant(1000);
            const auto same = traceOf(spec, network.parameters, otherPadding);
            QVERIFY(same && same->hN == trace->hN && same->output == trace->output);
        }
    }

    void streamingStepByStepEqualsTheWholeSequenceToTheLastBit()
    {
        for (NetworkSpec spec : kinds) {
            spec.bidirectional = false;
            const RandomNetwork network = randomNetwork({spec, 12, {12, 12}, {}, {}, 0, true}, 5);
            const auto whole = traceOf(spec, network.parameters, *network.batch);
            QVERIFY(whole);
            std::shared_ptr<const Trace> step;
            for (int t = 0; t < 12; ++t) {
                step = traceOf(spec, network.parameters, nextStep(*network.batch, t, step.get()));
                QVERIFY(step);
                QCOMPARE(Matrix(step->output.step(0)), Matrix(whole->output.step(t)));
            }
            QVERIFY(step->hN == whole->hN && step->cN == whole->cN);
        }
    }

    void backwardDirectionReadsTheReversedSequence()
    {
        const NetworkSpec bidirectional{CellKind::gru, 2, 3, 1, true, true};
        const RandomNetwork network = randomNetwork({bidirectional, 5, {5}}, 6);
        const auto both = traceOf(bidirectional, network.parameters, *network.batch);

        NetworkSpec forward = bidirectional;
        forward.bidirectional = false;
        Parameters parameters = zeroParameters(forward);
        parameters.layers[0] = network.parameters.layers[1];
        Batch reversed = *network.batch;
        for (int t = 0; t < 5; ++t)
            reversed.x.step(t) = network.batch->x.step(4 - t);
        const auto one = traceOf(forward, parameters, reversed);
        QVERIFY(both && one);
        for (int t = 0; t < 5; ++t)
            QCOMPARE(Vector(both->output.at(t, 0).tail(3)), one->output.at(4 - t, 0));
    }

    void openUpdateGateKeepsTheOldStateFor10000Steps()
    {
        const NetworkSpec spec{CellKind::gru, 2, 3, 1, false, true};
        const RandomNetwork network = randomNetwork({spec, 10000, {10000}, {}, {}, 0, true}, 7);
        const auto trace = traceOf(spec, withUpdateGate(spec, network.parameters, 40), *network.batch);
        QVERIFY(trace);
        QCOMPARE(trace->output.at(9999, 0), Vector(network.batch->h0[0].row(0)));
    }

    void shutUpdateGateHasNoMemoryWhenNothingElseReadsTheState()
    {
        const NetworkSpec spec{CellKind::gru, 2, 3, 1, false, true};
        RandomNetwork network = randomNetwork({spec, 6, {6}}, 8);
        network.parameters.layers[0].U.setZero();
        Batch otherPast = *network.batch;
        for (int t = 0; t < 5; ++t)
            otherPast.x.step(t) *= -2;
        const auto lastStates = [&](double updateBias, const Batch &batch) {
            const auto trace = traceOf(spec, withUpdateGate(spec, network.parameters, updateBias), batch);
            return trace ? Vector(trace->output.at(5, 0)) : Vector();
        };
        QCOMPARE(lastStates(-800, *network.batch), lastStates(-800, otherPast));
        QVERIFY(lastStates(0, *network.batch) != lastStates(0, otherPast));
    }

    void shutUpdateGateMakesTheStateTheCandidate()
    {
        const NetworkSpec spec{CellKind::gru, 2, 3, 1, false, true};
        const RandomNetwork network = randomNetwork({spec, 6, {6}}, 8);
        const auto trace = traceOf(spec, withUpdateGate(spec, network.parameters, -800), *network.batch);
        QVERIFY(trace);
        const LayerTrace &layer = trace->at(0, Direction::forward);
        for (int t = 0; t < 6; ++t)
            QCOMPARE(layer[Part::state].at(t, 0), layer[Part::candidate].at(t, 0));
    }

    void updateReadTheOtherWayRoundMirrorsTheGate()
    {
        const NetworkSpec keeping{CellKind::gru, 2, 3, 1, false, true};
        NetworkSpec overwriting = keeping;
        overwriting.update = overwrites;
        const RandomNetwork network = randomNetwork({keeping, 6, {6}}, 9);
        Parameters mirrored = network.parameters;
        mirrored.layers[0].W.middleRows(3, 3) *= -1;
        mirrored.layers[0].U.middleRows(3, 3) *= -1;
        mirrored.layers[0].bIn.segment(3, 3) *= -1;
        mirrored.layers[0].bRec.segment(3, 3) *= -1;
        const auto one = traceOf(keeping, network.parameters, *network.batch);
        const auto other = traceOf(overwriting, mirrored, *network.batch);
        QVERIFY(one && other);
        for (int t = 0; t < 6; ++t) {
            QVERIFY((one->output.at(t, 0) - other->output.at(t, 0)).cwiseAbs().maxCoeff() < 1e-15);
            const Vector z = one->at(0, Direction::forward)[Part::update].at(t, 0);
            const Vector mirroredZ = other->at(0, Direction::forward)[Part::update].at(t, 0);
            QVERIFY((z + mirroredZ - Vector::Ones(3)).cwiseAbs().maxCoeff() < 1e-15);
        }
    }

    void bothPlacesOfTheResetAgreeForOneUnitWithoutTheInnerBias()
    {
        const NetworkSpec afterSpec{CellKind::gru, 2, 1, 1, false, true};
        NetworkSpec beforeSpec = afterSpec;
        beforeSpec.reset = before;
        RandomNetwork network = randomNetwork({afterSpec, 6, {6}}, 10);
        network.parameters.layers[0].bRec[2] = 0;
        const auto one = traceOf(afterSpec, network.parameters, *network.batch);
        const auto other = traceOf(beforeSpec, network.parameters, *network.batch);
        QVERIFY(one && other);
        for (int t = 0; t < 6; ++t)
            QVERIFY(std::abs(one->output(t, 0, 0) - other->output(t, 0, 0)) < 1e-15);
    }

    void saturatedGatesStayFinite()
    {
        const NetworkSpec spec{CellKind::gru, 1, 1, 1, false, true};
        Parameters parameters = zeroParameters(spec);
        parameters.layers[0].W.setConstant(-1e6);
        Batch batch = fullLengthBatch(TimeArray(3, 1, 1));
        batch.x.set(0, 0, 0, 1e6);
        batch.x.set(1, 0, 0, -1e6);
        const auto trace = traceOf(spec, parameters, batch);
        QVERIFY(trace);
        const TimeArray &z = trace->at(0, Direction::forward)[Part::update];
        QCOMPARE(z(0, 0, 0), 0.0);
        QCOMPARE(z(1, 0, 0), 1.0);
        QCOMPARE(trace->output(1, 0, 0), -1.0);
    }

private:
    static TimeArray randomArrayLike(const TimeArray &array)
    {
        Random random(1);
        return randomArray(array.steps(), array.batch(), array.units(), random);
    }
};

QTEST_GUILESS_MAIN(RecurrenceTest)
#include "recurrence_test.moc"
