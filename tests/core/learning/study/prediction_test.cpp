// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/study/prediction.h"

#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"

#include <QTest>

#include <set>

using namespace gatescope;

namespace {

Experiment lettersExperiment(CellKind cell, bool bidirectional = false)
{
    Experiment experiment;
    experiment.spec.cell = cell;
    experiment.spec.inputSize = 5;
    experiment.spec.hiddenSize = 3;
    experiment.spec.headOutputs = 5;
    experiment.spec.bidirectional = bidirectional;
    experiment.parameters = initialParameters(experiment.spec, 4);
    experiment.input.source = CharacterInput{{"e", "h", "l", "o", " "}, {"hello hole"}};
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    return experiment;
}

std::shared_ptr<const Trace> traceOf(const Experiment &experiment)
{
    auto batch = std::make_shared<const Batch>(*toBatch(experiment.input, experiment.spec, experiment.parameters));
    return *ReferenceBackend().run(experiment.spec, experiment.parameters, batch);
}

} // namespace

class PredictionTest : public QObject
{
    Q_OBJECT

private slots:
    void theRightOptionIsWhatTheTraceHolds_data()
    {
        QTest::addColumn<int>("cell");
        QTest::newRow("gru") << int(CellKind::gru);
        QTest::newRow("lstm") << int(CellKind::lstm);
        QTest::newRow("rnn") << int(CellKind::rnn);
    }
    /// Worked out anew from the recorded numbers, over all steps, parts and units.
    void theRightOptionIsWhatTheTraceHolds()
    {
        QFETCH(int, cell);
        const Experiment experiment = lettersExperiment(CellKind(cell), true); // both ways: no letter is asked
        const auto trace = traceOf(experiment);
        const auto &parts = describe(experiment.spec.cell).stepParts;
        std::set<std::string> chosen;
        for (int step = 0; step < trace->length(0); ++step) {
            for (int part = 0; part < std::ssize(parts); ++part) {
                for (int unit = 0; unit < 3; ++unit) {
                    const auto prediction = predictionOf(experiment, *trace, {.step = step}, part, unit);
                    QCOMPARE(prediction.has_value(), parts[part].completes.has_value());
                    if (!prediction)
                        continue;
                    const Part made = *parts[part].completes;
                    const double value = trace->at(0, Direction::forward)[made](step, 0, unit);
                    const std::string option = prediction->options.at(prediction->right).english();
                    chosen.insert(option);
                    if (describe(made).range == Range::gate) {
                        const int quarter = value < 0.25 ? 0 : value < 0.5 ? 1 : value < 0.75 ? 2 : 3;
                        QCOMPARE(int(prediction->right), quarter);
                    } else if (made == Part::state || made == Part::cell) {
                        const double before = step == 0 ? 0 : trace->at(0, Direction::forward)[made](step - 1, 0, unit);
                        const std::string expected = value - before > 0.05 ? "up"
                            : before - value > 0.05                        ? "down"
                                                                           : "it stays, within 0.05";
                        QCOMPARE(option, expected);
                    } else {
                        QCOMPARE(option.starts_with("positive"), value > 1.0 / 3);
                        QCOMPARE(option.starts_with("negative"), value < -1.0 / 3);
                    }
                    const QByteArray said = QByteArray::fromStdString(prediction->outcome.english());
                    const double told = said.mid(said.lastIndexOf(' ') + 1).chopped(1).toDouble();
                    QVERIFY(std::abs(told - value) <= 0.5001e-4);
                }
            }
        }
        QVERIFY2(chosen.size() > 2, "the network is too dull to tell right from wrong");
    }

    void theLetterThatTheHeadFindsLikeliestIsAskedAtTheEndOfAStep()
    {
        const Experiment experiment = lettersExperiment(CellKind::gru);
        const auto trace = traceOf(experiment);
        const auto &alphabet = std::get<CharacterInput>(experiment.input.source).alphabet;
        for (int step = 0; step < trace->length(0); ++step) {
            const auto prediction = predictionOf(experiment, *trace, {.step = step}, 4, 0);
            Eigen::Index likeliest = 0;
            headProbabilities(*trace, step, 0).maxCoeff(&likeliest);
            QCOMPARE(prediction->options.size(), std::size_t(4));
            QCOMPARE(prediction->options.at(prediction->right).english(), visibleLetter(alphabet[likeliest]));
        }
    }

    void theOrderOfTheLettersTellsNothing()
    {
        const Experiment experiment = lettersExperiment(CellKind::gru);
        const auto trace = traceOf(experiment);
        const auto &alphabet = std::get<CharacterInput>(experiment.input.source).alphabet;
        const auto prediction = predictionOf(experiment, *trace, {.step = 3}, 4, 0);
        std::vector<std::string> letters;
        for (const std::string &letter : alphabet)
            letters.push_back(visibleLetter(letter));
        auto from = letters.begin();
        for (const Sentence &option : prediction->options) {
            from = std::find(from, letters.end(), option.english());
            QVERIFY(from != letters.end());
        }
    }

    void aGateAtItsEndIsInTheLastQuarter()
    {
        Experiment experiment = lettersExperiment(CellKind::gru);
        experiment.parameters.layers[0].bIn.segment(3, 3).setConstant(1000); // z is 1
        const auto prediction = predictionOf(experiment, *traceOf(experiment), {.step = 0}, 2, 0);
        QCOMPARE(prediction->right, std::size_t(3));
        QCOMPARE(prediction->outcome.english(), std::string("z of unit 0 became 1.0000."));
    }
};

QTEST_GUILESS_MAIN(PredictionTest)
#include "prediction_test.moc"
