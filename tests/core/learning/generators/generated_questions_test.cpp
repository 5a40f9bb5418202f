// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/experiment/files/experiment_file.h"
#include "core/learning/generators/generator.h"
#include "core/learning/questions/marking.h"
#include "core/learning/questions/question_json.h"
#include "core/learning/quiz/quiz.h"
#include "tests/core/learning/questions/checked_answer.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace gatescope;

namespace {

/// Whether two answers agree as far as they were computed: central differences have some six digits.
bool agree(const Answer &one, const Answer &other)
{
    const auto *a = std::get_if<double>(&one);
    const auto *b = std::get_if<double>(&other);
    return a && b ? std::abs(*a - *b) < 1e-6 : one == other;
}

QByteArray shown(const Question &question)
{
    return QByteArray::fromStdString(writeJson(toJson(question), 1)).left(3000);
}

/// A word of a language among a sentence's arguments, which is not marked to be translated; empty: there is none. Code
/// and names of PyTorch's are the same in every language.
std::string wordPutInto(const Sentence &sentence)
{
    static const QRegularExpression word(
        QStringLiteral("(?<![\\w.])(?!(?:tanh|sigmoid|output|LSTM|GRU|RNN)\\b)[A-Za-z]{3,}(?![\\w(=])"));
    static const QRegularExpression call(QStringLiteral("nn\\.\\w+\\([^)]*\\)"));
    for (const Argument &argument : sentence.arguments) {
        const std::string found = argument.sentence()
            ? wordPutInto(*argument.sentence())
            : word.match(QString::fromStdString(argument.written()).remove(call)).captured().toStdString();
        if (!found.empty())
            return found;
    }
    return {};
}

} // namespace

class GeneratedQuestionsTest : public QObject
{
    Q_OBJECT

private slots:
    /// Who is asked the same once more is asked with other numbers, and where it has none, in another order.
    void asAskedAgainItHasOtherNumbers()
    {
        for (const Generator &generator : generators()) {
            std::set<std::string> different;
            bool isReordered = false;
            Random random(4);
            for (std::uint64_t seed = 0; seed < 12; ++seed) {
                const Question question = makeQuestion(generator, seed);
                const Question again = withOtherNumbers(question, nullptr, random);
                different.insert(question.text.english() + answerText(question, question.answer));
                isReordered = isReordered
                    || !std::ranges::equal(again.options, question.options, {}, &Sentence::english, &Sentence::english);
                if (question.kind != QuestionKind::order)
                    QVERIFY2(!givesAway(question, again), shown(again).constData());
            }
            if (generator.name.starts_with("order"))
                QVERIFY2(isReordered, generator.name.data());
            else
                QVERIFY2(different.size() >= 8, generator.name.data());
        }
    }

    /// The order of its options makes no other question.
    void whatIsPutInOrderIsTheSameInAnyOrder()
    {
        const Generator &order = *generatorNamed("order-backwards");
        for (std::uint64_t seed = 1; seed < 6; ++seed)
            QVERIFY(givesAway(makeQuestion(order, 0), makeQuestion(order, seed)));
    }

    /// The answer of each is worked out by another way than the generator's.
    void twoThousandStateWhatIsTrue()
    {
        const int each = 2000 / int(generators().size()) + 1;
        int asked = 0;
        for (const Generator &generator : generators()) {
            std::set<std::string> measured; // as many as there are: each student gets other numbers
            int numeric = 0;
            for (int seed = 0; seed < each; ++seed, ++asked) {
                const Question question = makeQuestion(generator, std::uint64_t(seed));
                const auto fine = check(question);
                QVERIFY2(fine.ok(), fine.ok() ? "" : (fine.error().english() + shown(question).toStdString()).c_str());
                const auto expected = checkedAnswer(question);
                QVERIFY2(expected.has_value(), shown(question));
                QVERIFY2(agree(*expected, question.answer), shown(question));
                QCOMPARE(mark(question, *expected).verdict, MarkingVerdict::right);
                QVERIFY2(endsInAnswer(question), shown(question));
                if (const auto *option = std::get_if<int>(&question.answer))
                    QCOMPARE(optionsMarkedRight(question), std::vector{*option});
                if (question.kind == QuestionKind::choices)
                    QVERIFY(Answer(optionsMarkedRight(question)) == question.answer);
                for (const Misconception &one : question.misconceptions) {
                    const Marking marking = mark(question, one.answer);
                    QCOMPARE(marking.verdict, MarkingVerdict::wrong);
                    QCOMPARE(marking.why.english(), one.why.english());
                }
                if (question.kind == QuestionKind::numeric && generator.aboutNumbers) {
                    ++numeric;
                    measured.insert(question.text.english());
                }
            }
            QCOMPARE(int(measured.size()), numeric);
        }
        QVERIFY(asked >= 2000);
    }

    /// In another language only the texts are translated: a word among what is put into them would stay English.
    void onlyNumbersFormulasAndNamesArePutIntoASentence()
    {
        for (const Generator &generator : generators())
            for (std::uint64_t seed = 0; seed < 20; ++seed) {
                const Question question = makeQuestion(generator, seed);
                std::vector<Sentence> sentences = question.options;
                sentences.push_back(question.text);
                sentences.push_back(question.hint);
                for (const SolutionStep &step : question.solution)
                    sentences.push_back(step.text);
                for (const Misconception &one : question.misconceptions)
                    sentences.push_back(one.why);
                for (const Sentence &one : sentences) {
                    const std::string word = wordPutInto(one);
                    QVERIFY2(word.empty(), (question.id + ": " + one.english() + " | " + word).c_str());
                }
            }
    }

    /// What a worked solution plays on travels with the question.
    void everyPlaceOfASolutionIsInTheNetworkThatTheQuestionBrings()
    {
        int played = 0;
        for (const Generator &generator : generators())
            for (std::uint64_t seed = 0; seed < 5; ++seed) {
                const Question question = makeQuestion(generator, seed);
                for (const SolutionStep &step : question.solution) {
                    if (!step.place)
                        continue;
                    ++played;
                    const auto experiment = readExperiment(writeJson(question.experiment));
                    QVERIFY2(experiment.ok(), question.id.c_str());
                    QVERIFY2(step.place->step < experiment->input.longest(), question.id.c_str());
                    QVERIFY2(step.place->layer < experiment->spec.layers, question.id.c_str());
                    QVERIFY2(step.place->unit.value_or(0) < experiment->spec.hiddenSize, question.id.c_str());
                    const auto &parts = describe(experiment->spec.cell).stepParts;
                    QVERIFY2(std::ranges::find(parts, step.place->part, &StepPart::name) != parts.end(),
                             question.id.c_str());
                }
            }
        QVERIFY(played > 100);
    }

    /// A mistake planted into a stated answer is seen by the other way of working it out.
    void aPlantedMistakeIsCaught()
    {
        for (const Generator &generator : generators()) {
            Question question = makeQuestion(generator, 7);
            question.answer = question.misconceptions.front().answer;
            QVERIFY2(!agree(*checkedAnswer(question), question.answer), std::string(generator.name).c_str());
        }
    }

    void theSameSeedGivesTheSameQuestion()
    {
        for (const Generator &generator : generators()) {
            const Question question = makeQuestion(generator, 12);
            QVERIFY(toJson(question) == toJson(makeQuestion(generator, 12)));
            QVERIFY(toJson(question) == toJson(questionOfId(question.id).value()));
        }
        QVERIFY(!questionOfId("blend-by-hand"));
        QVERIFY(!questionOfId("blend-by-hand:1x"));
        QVERIFY(!questionOfId("nonsense:1"));
    }

    void whatIsWrittenReadsBack()
    {
        for (const Generator &generator : generators()) {
            const Json json = toJson(makeQuestion(generator, 3));
            std::optional<Error> refusal;
            const Question back = readQuestion(JsonReader(json, "", refusal));
            QVERIFY2(!refusal, refusal ? refusal->english().c_str() : "");
            QVERIFY(toJson(back) == json);
        }
    }

    /// The network on the screen is asked about too, if the question suits it.
    void aNetworkOnTheScreenIsAskedAbout()
    {
        Experiment experiment;
        experiment.spec.inputSize = 2;
        experiment.spec.hiddenSize = 3;
        experiment.parameters = initialParameters(experiment.spec, 5);
        experiment.input.source = NumberInput{{}, {Matrix::Random(6, 2)}};
        const auto studied = study(experiment);
        const auto question = askAbout(*studied, *generatorNamed("blend-by-hand"), 1);
        QVERIFY(question && question->experiment.is_null());
        experiment.spec.cell = CellKind::rnn;
        experiment.parameters = initialParameters(experiment.spec, 5);
        QVERIFY(!askAbout(*study(experiment), *generatorNamed("blend-by-hand"), 1));
    }
};

QTEST_GUILESS_MAIN(GeneratedQuestionsTest)
#include "generated_questions_test.moc"
