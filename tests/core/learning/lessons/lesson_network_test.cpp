// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/lesson_network.h"
#include "core/learning/lessons/question_places.h"
#include "core/model/initialisation.h"
#include "core/model/pruning.h"

#include "core/learning/lessons/question_file.h"
#include "core/learning/study/studied.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatescope;

namespace {

const std::string resources = GATESCOPE_SOURCE_DIR "/resources";

/// The sentence of a refusal, or nothing where there is none.
std::string refusalOf(const std::string &text, Experiment *read = nullptr)
{
    std::optional<Error> refusal;
    const Json json = parseJson(text).value();
    const auto network = networkFromJson(JsonReader(json, "experiment", refusal), resources, nullptr);
    if (refusal)
        return refusal->english();
    if (!network)
        return network.error().english();
    if (read)
        *read = *network;
    return {};
}

Experiment networkOf(const std::string &text)
{
    Experiment read;
    if (const std::string refusal = refusalOf(text, &read); !refusal.empty())
        qFatal("%s", refusal.c_str());
    return read;
}

/// A fresh GRU of three units that reads two numbers, with more fields.
std::string gruWith(const std::string &fields)
{
    return R"({"spec": {"cell": "gru", "input_size": 2, "hidden_size": 3}, "seed": 4, "lengths": [6])" + fields + "}";
}

const ReadLessons &lessons()
{
    static const ReadLessons read = readLessonFolder(resources);
    return read;
}

} // namespace

class LessonNetworkTest : public QObject
{
    Q_OBJECT

private slots:
    void itsFieldsChangeJustWhatTheyName()
    {
        const Experiment plain = networkOf(gruWith(""));
        const Experiment eight = networkOf(gruWith(R"(, "recurrent_scale": 8)"));
        QVERIFY(eight.parameters.layers[0].U == 8 * plain.parameters.layers[0].U);
        QVERIFY(eight.parameters.layers[0].W == plain.parameters.layers[0].W);

        const Experiment set = networkOf(gruWith(R"(, "weights": {"bias_ih_l0": [1, 2, 3, 4, 5, 6, 7, 8, 9]})"));
        QCOMPARE(set.parameters.layers[0].bIn[4], 5.0);
        QVERIFY(set.parameters.layers[0].U == plain.parameters.layers[0].U);

        const Experiment half = networkOf(gruWith(R"(, "pruned": 0.5)"));
        QVERIFY(half.parameters == pruned(plain.spec, plain.parameters, 0.5, PruningScope::network)->parameters);

        const Matrix U = networkOf(gruWith(R"(, "quantised": true)")).parameters.layers[0].U;
        const Matrix exact = plain.parameters.layers[0].U;
        const double scale = exact.cwiseAbs().maxCoeff() / 127.5;
        QVERIFY((U - exact).cwiseAbs().maxCoeff() <= 0.5 * scale + 1e-7 && U != exact);

        const Experiment held
            = networkOf(gruWith(R"(, "pins": [{"part": "update", "unit": 1, "from": 2, "value": 1}])"));
        const auto studied = study(held);
        const TimeArray &state = studied->trace->at(0, Direction::forward)[Part::state];
        QCOMPARE(state(5, 0, 1), state(1, 0, 1));
        QVERIFY(state(5, 0, 0) != state(1, 0, 0));
    }

    /// U reads nothing of the units that are dropped, block by block, and the others louder; the old state that is kept
    /// is not touched.
    void recurrentDropoutIsWhatUReads()
    {
        const Matrix plain = networkOf(gruWith("")).parameters.layers[0].U;
        const Matrix U
            = networkOf(gruWith(R"(, "recurrent_dropout": {"share": 0.25, "dropped": {"n": [2], "z": [0]}})"))
                  .parameters.layers[0]
                  .U;
        for (int row = 0; row < 9; ++row)
            for (int unit = 0; unit < 3; ++unit) {
                const bool isDropped = (row / 3 == 2 && unit == 2) || (row / 3 == 1 && unit == 0);
                QVERIFY(std::abs(U(row, unit) - (isDropped ? 0 : plain(row, unit) / 0.75)) < 1e-15);
            }
    }

    /// With what the task asks at its steps, and one sequence of it.
    void aTaskBringsItsSequenceAndWhatItAsks()
    {
        const Experiment adding
            = networkOf(R"({"spec": {"cell": "lstm", "input_size": 1, "hidden_size": 3}, "seed": 1, "task": "adding", )"
                        R"("length": 20})");
        QCOMPARE(adding.input.sequences(), 1);
        QCOMPARE(adding.input.length(0), 20);
        QCOMPARE(adding.spec.inputSize, 2);
        QCOMPARE(adding.spec.headOutputs, 1);
        const Matrix x = std::get<NumberInput>(adding.input.source).sequences[0];
        QCOMPARE(x.col(1).sum(), 2.0); // marks
        QVERIFY(std::abs(adding.objective.values(19, 0, 0) - x.col(0).dot(x.col(1))) < 1e-12);
        const Experiment text = networkOf(R"({"spec": {"cell": "gru", "input_size": 1, "hidden_size": 4}, "seed": 1,
 "task": "text", "length": 9, "text": "sentences.txt"})");
        QCOMPARE(std::get<CharacterInput>(text.input.source).texts.size(), std::size_t(1));
        QCOMPARE(text.objective.classes[0].size(), std::size_t(9));
    }

    void anInputOfAnEmbeddingIsAListOfRows()
    {
        const std::string rows = R"({"spec": {"cell": "gru", "input_size": 2, "hidden_size": 3, "embedding_rows": 5},
 "seed": 4, "lengths": [3], "input": [4, 0, 4, %1]})";
        const auto with = [&](const char *last) {
            std::string text = rows;
            return text.replace(text.find("%1"), 2, last);
        };
        QCOMPARE(std::get<TokenInput>(networkOf(with("2")).input.source).sequences[0], (std::vector{4, 0, 4, 2}));
        QVERIFY(!refusalOf(with("5")).empty());
    }

    void whatTheNetworkHasNotIsRefused()
    {
        const auto refuses = [](const std::string &fields, const char *words) {
            const std::string said = refusalOf(gruWith(fields));
            if (said.find(words) == std::string::npos)
                qWarning("%s", said.c_str());
            return said.find(words) != std::string::npos;
        };
        QVERIFY(refuses(R"(, "weights": {"bias_ih_l7": [1]})", "no tensor \"bias_ih_l7\""));
        QVERIFY(
            refuses(R"(, "weights": {"bias_ih_l0": [1]})", "weights.bias_ih_l0: it has so many rows: 1; expected 9"));
        QVERIFY(refuses(R"(, "weights": {"weight_ih_l0": [[1], [1], [1], [1], [1], [1], [1], [1], [1]]})",
                        "it has so many numbers: 1; expected 2"));
        QVERIFY(refuses(R"(, "recurrent_scale": "x")", "recurrent_scale is \"x\""));
        QVERIFY(refuses(R"(, "recurrent_scale": 1e9)", "recurrent_scale is beyond"));
        QVERIFY(refuses(R"(, "recurrent_dropout": {"share": 1, "dropped": {}})", "share is not within"));
        QVERIFY(refuses(R"(, "recurrent_dropout": {"share": 0, "dropped": {"f": [0]}})", "no block \"f\""));
        QVERIFY(refuses(R"(, "recurrent_dropout": {"share": 0, "dropped": {"n": [3]}})", "dropped.n[0] is 3"));
        QVERIFY(refuses(R"(, "pruned": 2)", "pruned"));
        QVERIFY(refuses(R"(, "pins": [{"part": "update", "unit": 3, "value": 1}])", "pins[0]"));
        QVERIFY(refuses(R"(, "task": "magic")", "magic"));
        QVERIFY(refuses(R"(, "task": "text", "text": "../lessons/de")", "not the name of a file"));
    }

    /// "A gradient explodes": it does so on the stage.
    void theRnnOfTheLessonOnGradientsExplodes()
    {
        const Lesson &reach = lessons().lessons[12];
        QCOMPARE(reach.name, std::string("how-far-a-gradient-reaches"));
        const auto leftOf = [&](int card) {
            const auto back = gradientsBack(*study(shownOn(reach.cards[std::size_t(card)], reach))->trace,
                                            *study(shownOn(reach.cards[std::size_t(card)], reach))->gradients);
            return back.back() / back.front();
        };
        QVERIFY2(leftOf(5) < 1e-6, std::to_string(leftOf(5)).c_str());
        QVERIFY2(leftOf(6) > 1e3, std::to_string(leftOf(6)).c_str());
    }

    /// "An LSTM's c may grow by 1 at each step, as in the picture."
    void theLstmOfTheLessonOnRacesCounts()
    {
        const Lesson &race = lessons().lessons[14];
        const auto card = std::ranges::find(race.cards, "What an LSTM can", &LessonCard::title);
        const auto studied = study(shownOn(*card, race));
        for (int t = 0; t < studied->trace->length(0); ++t)
            QVERIFY(std::abs(studied->trace->at(0, Direction::forward)[Part::cell](t, 0, 0) - (t + 1)) < 1e-9);
    }

    /// A fifth of the states is put to 0, and so many as the card says.
    void theDroppedStatesOfTheLessonOnDropoutAreCounted()
    {
        const Lesson &dropout = lessons().lessons[16];
        const auto card = std::ranges::find(dropout.cards, "Why not on the state", &LessonCard::title);
        const auto studied = study(shownOn(*card, dropout));
        const TimeArray &state = studied->trace->at(0, Direction::forward)[Part::state];
        int zeros = 0, all = 0;
        for (int t = 0; t < state.steps(); ++t)
            for (int j = 0; j < state.units(); ++j, ++all)
                zeros += state(t, 0, j) == 0;
        QVERIFY(card->text.find(std::to_string(zeros) + " of its " + std::to_string(all)) != std::string::npos);
        QVERIFY(std::abs(zeros / double(all) - 0.2) < 0.03);
    }

    /// Over every state stands as much attention as it gets; it goes to the cue.
    void theAttentionOfTheLastLessonLooksAtTheCue()
    {
        const Lesson &attention = lessons().lessons[25];
        const auto card = std::ranges::find(attention.cards, "One state for all", &LessonCard::title);
        const auto studied = study(shownOn(*card, attention));
        QVERIFY(studied.ok());
        const TimeArray &weights = studied->trace->attention;
        for (int n = 0; n < weights.batch(); ++n)
            QVERIFY2(weights(0, n, 0) > 0.9, std::to_string(weights(0, n, 0)).c_str());
    }

    /// In the quiz too a question is played on what its card showed.
    void aQuestionIsAboutTheNetworkOfItsCard()
    {
        const auto questions = readQuestionFolder(resources, lessons().lessons);
        QVERIFY2(questions.refused.empty(), questions.refused.empty() ? "" : questions.refused[0].english().c_str());
        const auto networkOfQuestion = [&](const char *id) {
            return *lessonNetworkOf(*std::ranges::find(questions.questions, id, &Question::id), lessons().lessons);
        };
        QCOMPARE(networkOfQuestion("fore-walk").input.length(0), 30);
        QCOMPARE(networkOfQuestion("stream-equal").input.length(0), 40);
        QVERIFY(networkOfQuestion("reach-explode").spec.cell == CellKind::rnn);
        Question elsewhere;
        elsewhere.lesson = "nowhere";
        QVERIFY(!lessonNetworkOf(elsewhere, lessons().lessons));
    }
};

QTEST_GUILESS_MAIN(LessonNetworkTest)
#include "lesson_network_test.moc"
