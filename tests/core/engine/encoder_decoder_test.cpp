// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/encoder_decoder.h"

#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/gradient_check.h"
#include "core/engine/reference_backend.h"
#include "core/model/halves.h"
#include "random_network.h"

#include <QTest>

using namespace gatescope;

namespace {

constexpr auto gru = CellKind::gru;
constexpr int outputs = 4;

NetworkSpec writer(CellKind cell = gru, int layers = 1)
{
    NetworkSpec spec{cell, 3, 5, layers};
    spec.headOutputs = outputs;
    spec.decoder = true;
    return spec;
}

/// Sequences of 5, 2 and 3 steps are read; 3, 4 and 1 symbols are to be written.
RandomNetwork network(const NetworkSpec &spec, const DropoutSettings &dropout = {})
{
    Shape shape{spec, 5, {5, 2, 3}};
    shape.initialStates = true;
    shape.dropout = dropout;
    RandomNetwork made = randomNetwork(shape, 21);
    made.objective.kind = LossKind::crossEntropy;
    made.objective.watched = WatchedSteps::every;
    made.objective.classes = {{1, 3, 0}, {2, -1, 2, 1}, {3}};
    return made;
}

Result<Evaluation> evaluated(const RandomNetwork &network)
{
    return evaluate(ReferenceBackend(), network.spec, network.parameters, network.batch, network.objective);
}

std::string errorOf(const RandomNetwork &network)
{
    const auto fits = check(network.spec, *network.batch, network.objective);
    return fits ? "no error" : fits.error().english();
}

struct Kind {
    const char *name;
    NetworkSpec spec;
    DropoutSettings dropout = {};
};

std::vector<Kind> kinds()
{
    std::vector<Kind> all{{"GRU", writer()},
                          {"GRU of 2 layers", writer(gru, 2)},
                          {"LSTM of 2 layers", writer(CellKind::lstm, 2)},
                          {"RNN", writer(CellKind::rnn)},
                          {"reset before", writer()},
                          {"layer normalisation", writer(gru, 2)},
                          {"without biases", writer()},
                          {"dropout in the encoder", writer(gru, 2), {0.3, 0.3, 0.3}}};
    all[4].spec.reset = ResetPlacement::before;
    all[4].spec.update = UpdateMeaning::overwrites;
    all[5].spec.layerNorm = true;
    all[6].spec.bias = false;
    all[6].spec.headBias = false;
    return all;
}

} // namespace

class EncoderDecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void chainRuleAgreesWithNudgingEveryNumber_data()
    {
        QTest::addColumn<int>("kind");
        for (int i = 0; i < int(kinds().size()); ++i)
            QTest::newRow(kinds()[std::size_t(i)].name) << i;
    }
    void chainRuleAgreesWithNudgingEveryNumber()
    {
        QFETCH(int, kind);
        const Kind given = kinds()[std::size_t(kind)];
        RandomNetwork made = network(given.spec, given.dropout);
        for (const WatchedSteps watched : {WatchedSteps::every, WatchedSteps::last, WatchedSteps::one}) {
            made.objective.watched = watched;
            made.objective.step = 2;
            const auto report
                = checkGradients(ReferenceBackend(), made.spec, made.parameters, made.batch, made.objective);
            QVERIFY2(report.ok(), report ? "" : report.error().english().c_str());
            QVERIFY2(report->passed(1e-6),
                     qPrintable(QString("%1: chain rule %2, nudged %3")
                                    .arg(report->worstPlace.c_str())
                                    .arg(report->worst.chain)
                                    .arg(report->worst.nudged)));
            const int inputs = (5 + 2 + 3) * 3;
            const int states = 3 * 5 * made.spec.layers * (given.spec.cell == CellKind::lstm ? 2 : 1);
            QCOMPARE(report->checked, int(parameterCount(made.spec)) + inputs + states);
        }
    }

    void everyTensorHasAGradient()
    {
        const auto made = evaluated(network(writer(gru, 2)));
        QVERIFY(made.ok());
        for (const ConstParameterView &view : views(writer(gru, 2), made->gradients->parameters))
            QVERIFY2(!view.values.isZero(1e-9), view.name.c_str());
        QVERIFY(check(writer(gru, 2), made->gradients->parameters).ok());
    }

    void aTaughtDecoderReadsTheSymbolBefore()
    {
        const Batch batch = taught(decoderOf(writer()), {{1, 3, 0}, {2, -1, 2, 1}, {3}}, {}, {});
        QCOMPARE(batch.lengths, (std::vector<int>{3, 4, 1}));
        QVERIFY(batch.x.at(0, 0).isZero(0));
        QCOMPARE(batch.x.at(1, 0), (Vector{{0, 1, 0, 0}}));
        QCOMPARE(batch.x.at(2, 0), (Vector{{0, 0, 0, 1}}));
        QVERIFY(batch.x.at(3, 0).isZero(0)); // past its length
        QVERIFY(batch.x.at(2, 1).isZero(0)); // −1 says nothing
        QCOMPARE(batch.x.at(3, 1), (Vector{{0, 0, 1, 0}}));
    }

    void theDecoderBeginsWhereTheEncoderEnded()
    {
        const RandomNetwork given = network(writer(CellKind::lstm, 2));
        const auto made = evaluated(given);
        QVERIFY(made.ok());
        QCOMPARE(made->decoder->batch->h0, made->trace->hN);
        QCOMPARE(made->decoder->batch->c0, made->trace->cN);
        // Without the encoder's states the loss is another.
        Batch alone = *made->decoder->batch;
        alone.h0.clear();
        const auto forgetful = evaluate(ReferenceBackend(), decoderOf(given.spec), decoderOf(given.parameters),
                                        std::make_shared<const Batch>(alone), given.objective);
        QVERIFY(std::abs(forgetful->loss - made->loss) > 1e-6);
    }

    void theLossIsTheMeanOverTheSymbolsThatAreToBeWritten()
    {
        const RandomNetwork given = network(writer());
        const auto made = evaluated(given);
        double sum = 0;
        for (int n = 0; n < 3; ++n)
            for (int t = 0; t < int(given.objective.classes[n].size()); ++t) {
                const int symbol = given.objective.classes[n][t];
                const Vector y = made->decoder->headOutput.at(t, n);
                if (symbol >= 0)
                    sum += std::log(y.array().exp().sum()) - y[symbol];
            }
        QVERIFY(std::abs(made->loss - sum / 7) < 1e-12); // eight symbols, one of them -1
        QCOMPARE(made->stepLoss.steps(), 4);
    }

    void whatItDecodesIsWhatItSaysWhenTaughtThat()
    {
        RandomNetwork given = network(writer(gru, 2));
        given.parameters.decoder[0].W *= 4; // so that what is read matters
        const std::vector<int> lengths{6, 4, 5};
        const auto written = decode(ReferenceBackend(), given.spec, given.parameters, given.batch, lengths);
        QVERIFY2(written.ok(), written ? "" : written.error().english().c_str());
        given.objective.classes = *written;
        const auto made = evaluated(given);
        QVERIFY(made.ok());
        QCOMPARE(made->right, 1.0);
        for (int n = 0; n < 3; ++n)
            QCOMPARE(int((*written)[n].size()), lengths[n]);
        // Another symbol at the first step changes what is said later.
        given.objective.classes[0][0] = (given.objective.classes[0][0] + 1) % outputs;
        QVERIFY(evaluated(given)->decoder->headOutput.at(1, 0) != made->decoder->headOutput.at(1, 0));
    }

    void aSequenceIsWrittenAsIfItWereAlone()
    {
        const RandomNetwork given = network(writer(CellKind::lstm));
        const auto together = decode(ReferenceBackend(), given.spec, given.parameters, given.batch, {4, 6, 2});
        const auto alone = decode(ReferenceBackend(), given.spec, given.parameters,
                                  std::make_shared<const Batch>(sequenceAlone(*given.batch, 1)), {6});
        QCOMPARE((*together)[1], (*alone)[0]);
    }

    void anyBackendRunsTheHalves()
    {
        const RandomNetwork given = network(writer(CellKind::lstm, 2));
        const auto precise = evaluated(given);
        const auto fast = evaluate(CpuBackend(), given.spec, given.parameters, given.batch, given.objective);
        QVERIFY2(fast.ok(), fast ? "" : fast.error().english().c_str());
        QVERIFY(std::abs(fast->loss - precise->loss) < 1e-5);
        const auto expected = views(given.spec, precise->gradients->parameters);
        const auto found = views(given.spec, fast->gradients->parameters);
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2((found[i].values - expected[i].values).cwiseAbs().maxCoeff() < 1e-5, expected[i].name.c_str());
    }

    void itLearnsToWriteBackwardsWhatItRead()
    {
        // Two symbols, one-hot, to be written in the opposite order.
        NetworkSpec spec = writer();
        spec.inputSize = outputs;
        spec.hiddenSize = 16;
        const int pairs = outputs * outputs;
        Batch batch = fullLengthBatch(TimeArray(2, pairs, outputs));
        Objective objective;
        objective.kind = LossKind::crossEntropy;
        objective.watched = WatchedSteps::every;
        for (int n = 0; n < pairs; ++n) {
            const int first = n / outputs, second = n % outputs;
            batch.x.set(0, n, first, 1);
            batch.x.set(1, n, second, 1);
            objective.classes.push_back({second, first});
        }
        TrainingSettings settings;
        settings.optimizer.learningRate = 0.02;
        const auto training = ReferenceBackend().startTraining(spec, initialParameters(spec, 4), settings).value();
        for (int i = 0; i < 150; ++i)
            QVERIFY(training->update(batch, objective).ok());
        const auto report = training->measure(batch, objective);
        QVERIFY2(report->right == 1, qPrintable(QString::number(report->right)));
        const auto shared = std::make_shared<const Batch>(batch);
        const auto written
            = decode(ReferenceBackend(), spec, training->parameters(), shared, std::vector<int>(std::size_t(pairs), 2));
        QCOMPARE(*written, objective.classes);
    }

    void tensorsOfTheDecoderHaveItsPrefix()
    {
        std::vector<std::string> names;
        Parameters parameters = initialParameters(writer(gru, 2), 1);
        for (const ParameterView &view : views(writer(gru, 2), parameters))
            names.push_back(view.name);
        const std::vector<std::string> tail(names.begin() + 8, names.end());
        QCOMPARE(tail,
                 (std::vector<std::string>{"decoder.weight_ih_l0", "decoder.weight_hh_l0", "decoder.bias_ih_l0",
                                           "decoder.bias_hh_l0", "decoder.weight_ih_l1", "decoder.weight_hh_l1",
                                           "decoder.bias_ih_l1", "decoder.bias_hh_l1", "head.weight", "head.bias"}));
        QCOMPARE(parameters.decoder[0].W.cols(), outputs);
        QCOMPARE(parameters.decoder[1].W.cols(), 5);
        parameters.decoder.pop_back();
        QVERIFY(check(writer(gru, 2), parameters).error().english().starts_with("The parameters have 1 layers of a"));
    }

    void whatADecoderCannotWriteIsRefused()
    {
        RandomNetwork given = network(writer());
        QCOMPARE(errorOf(given), std::string("no error"));
        given.objective.classes[1] = {};
        QCOMPARE(errorOf(given), std::string("Sequence 1 has nothing to be written: give it at least one class."));
        given.objective.classes[1] = {4};
        QVERIFY(errorOf(given).starts_with("Target 4 is out of bounds: step 0 of sequence 1"));
        given.objective.classes.pop_back();
        QVERIFY(errorOf(given).starts_with("Expected input batch_size (3) to match target batch_size (2)"));
        given = network(writer());
        given.objective.watched = WatchedSteps::one;
        given.objective.step = 4;
        QVERIFY(errorOf(given).starts_with("The loss of step 4 is watched, but the steps are 0 to 3"));
        given.objective.kind = LossKind::outputSum;
        QVERIFY(errorOf(given).starts_with("A decoder writes symbols: watch the cross entropy"));
    }

    void aWholeIsNotRunAsIfItWerePlain()
    {
        const RandomNetwork given = network(writer());
        QVERIFY(ReferenceBackend()
                    .run(given.spec, given.parameters, given.batch)
                    .error()
                    .english()
                    .starts_with("A network with a decoder is run by halves"));
        QCOMPARE(decode(ReferenceBackend(), encoderOf(given.spec), encoderOf(given.parameters), given.batch, {1, 1, 1})
                     .error()
                     .english(),
                 std::string("This network has no decoder to write with: give it one."));
        QVERIFY(decode(ReferenceBackend(), given.spec, given.parameters, given.batch, {1})
                    .error()
                    .english()
                    .starts_with("The batch has 3 sequences, but lengths of what to write for 1"));
    }
};

QTEST_GUILESS_MAIN(EncoderDecoderTest)
#include "encoder_decoder_test.moc"
