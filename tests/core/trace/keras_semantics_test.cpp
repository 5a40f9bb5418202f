// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/keras_semantics.h"

#include "core/engine/reference_backend.h"

#include <nlohmann/json.hpp>
#include <QTest>

#include <fstream>

using namespace gatescope;

namespace {

using nlohmann::json;

constexpr double tolerance = 1e-5; // Keras computed in float32

/// A layer of Keras with its weights under PyTorch's names, what it read, and what it answered.
struct KerasModel {
    json file;
    NetworkSpec spec;
    Parameters parameters;

    explicit KerasModel(const std::string &name)
    {
        std::ifstream stream(std::string(GATESCOPE_SOURCE_DIR) + "/tests/golden/keras_semantics/" + name + ".json");
        file = json::parse(stream);
        spec = {cellNamed(file["spec"]["cell"].get<std::string>()).value(), 2, 3, 1, file["spec"]["bidirectional"]};
        parameters = zeroParameters(spec);
        for (ParameterView &view : views(spec, parameters))
            for (int row = 0; row < view.values.rows(); ++row)
                for (int column = 0; column < view.values.cols(); ++column) {
                    const json &value = file["parameters"][view.name][row];
                    view.values(row, column) = view.isVector ? value : value[column];
                }
    }

    Batch batch(const char *name = "x") const
    {
        const json &x = file[name];
        TimeArray array(int(x[0].size()), int(x.size()), 2);
        for (int t = 0; t < array.steps(); ++t)
            for (int n = 0; n < array.batch(); ++n)
                for (int i = 0; i < 2; ++i)
                    array.set(t, n, i, x[n][t][i]);
        return fullLengthBatch(std::move(array));
    }

    StepMask mask() const
    {
        StepMask mask;
        for (const json &row : file["mask"]) {
            mask.emplace_back();
            for (const json &one : row)
                mask.back().push_back(one == 1);
        }
        return mask;
    }

    std::shared_ptr<const Trace> run(Batch batch) const
    {
        return ReferenceBackend().run(spec, parameters, std::make_shared<const Batch>(std::move(batch))).value();
    }

    void compare(const TimeArray &found, int answer) const
    {
        const json &expected = file["answers"][answer];
        QCOMPARE(int(expected.size()), found.batch());
        QCOMPARE(int(expected[0].size()), found.steps());
        for (int n = 0; n < found.batch(); ++n)
            for (int t = 0; t < found.steps(); ++t)
                for (int i = 0; i < found.units(); ++i)
                    QVERIFY(std::abs(found(t, n, i) - expected[n][t][i].get<double>()) < tolerance);
    }
    void compare(const Matrix &found, int answer) const
    {
        const json &expected = file["answers"][answer];
        QCOMPARE(int(expected[0].size()), int(found.cols()));
        for (int n = 0; n < found.rows(); ++n)
            for (int i = 0; i < found.cols(); ++i)
                QVERIFY(std::abs(found(n, i) - expected[n][i].get<double>()) < tolerance);
    }
};

} // namespace

/// What Keras answered (tests/golden/keras_semantics) is what a run here says that it answers.
class KerasSemanticsTest : public QObject
{
    Q_OBJECT

private slots:
    void aMaskedStepKeepsTheStateAndRepeatsTheOutput()
    {
        const KerasModel keras("gru_sequences");
        const auto trace = keras.run(unmasked(keras.batch(), keras.mask()));
        const TimeArray answer = kerasSequences(*trace, keras.mask());
        keras.compare(answer, 0);
        QVERIFY(answer.at(2, 0) == answer.at(1, 0)); // masked
        QVERIFY(answer.at(0, 1).isZero(0));          // masked before anything was read
    }

    void aMaskedStepAnswersZerosIfAsked()
    {
        const KerasModel keras("gru_sequences_zero");
        const auto trace = keras.run(unmasked(keras.batch(), keras.mask()));
        keras.compare(kerasSequences(*trace, keras.mask(), true), 0);
    }

    void withoutSequencesTheLastStateIsTheAnswer()
    {
        const KerasModel keras("gru_last");
        keras.compare(kerasOutput(*keras.run(unmasked(keras.batch(), keras.mask()))), 0);
    }

    void anLstmsStatesAreHAndC()
    {
        const KerasModel keras("lstm_states");
        const auto trace = keras.run(unmasked(keras.batch(), keras.mask()));
        keras.compare(kerasSequences(*trace, keras.mask()), 0);
        const std::vector<Matrix> states = kerasStates(*trace);
        QCOMPARE(states.size(), std::size_t(2));
        keras.compare(states[0], 1);
        keras.compare(states[1], 2);
    }

    void goBackwardsAnswersInTheOrderOfReading()
    {
        const KerasModel keras("gru_backwards");
        const Batch turned = goingBackwards(keras.batch());
        const auto trace = keras.run(turned);
        keras.compare(trace->output, 0);
        QVERIFY(turned.x.at(0, 2) == keras.batch().x.at(5, 2));
        QVERIFY(goingBackwards(turned) == keras.batch());
    }

    void aStatefulLayerGoesOnWhereItEnded()
    {
        const KerasModel keras("gru_stateful");
        const auto first = keras.run(keras.batch());
        keras.compare(first->output, 0);
        const auto next = stateful(*first, keras.batch("x_next"));
        QVERIFY(next.ok());
        keras.compare(keras.run(*next)->output, 1);
        const auto other = stateful(*first, fullLengthBatch(TimeArray(4, 2, 2)));
        QVERIFY(
            other.error().english().starts_with("When using `stateful=True` in a RNN, the batch size must be static"));
    }

    void inBothDirectionsAMaskedStepAnswersZerosUnasked()
    {
        for (const char *name : {"gru_both", "gru_both_zero"}) {
            const KerasModel keras(name);
            const auto trace = keras.run(unmasked(keras.batch(), keras.mask()));
            keras.compare(kerasSequences(*trace, keras.mask()), 0);
        }
    }

    void inBothDirectionsTheLastOfEachIsTheAnswer()
    {
        const KerasModel gru("gru_both_last"), lstm("lstm_both_states");
        for (const KerasModel &keras : {gru, lstm}) {
            const auto trace = keras.run(unmasked(keras.batch(), keras.mask()));
            keras.compare(kerasOutput(*trace), 0);
            const std::vector<Matrix> states = kerasStates(*trace);
            QCOMPARE(states.size() + 1, keras.file["answers"].size());
            for (std::size_t i = 0; i < states.size(); ++i)
                keras.compare(states[i], int(i) + 1);
        }
    }

    void rowsOfTheEmbeddingAreMaskedAndTurnedWithTheirSteps()
    {
        Batch batch = fullLengthBatch(TimeArray(3, 1, 2));
        batch.embeddingRows = {{7, 0, 9}};
        QCOMPARE(unmasked(batch, {{true, false, true}}).embeddingRows, (std::vector<std::vector<int>>{{7, 9}}));
        QCOMPARE(unmasked(batch, {{true, false, true}}).lengths, std::vector<int>{2});
        QCOMPARE(goingBackwards(batch).embeddingRows, (std::vector<std::vector<int>>{{9, 0, 7}}));
    }
};

QTEST_GUILESS_MAIN(KerasSemanticsTest)
#include "keras_semantics_test.moc"
