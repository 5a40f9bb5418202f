// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/generators/generator.h"
#include "core/learning/generators/reckoning.h"
#include "core/learning/questions/marking.h"
#include "core/learning/quiz/class_question.h"
#include "tests/core/learning/generators/worked_equations.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>

using namespace gatescope;

namespace {

QString text(const std::string &written)
{
    return QString::fromStdString(written);
}

QString english(const Sentence &sentence)
{
    return text(sentence.english());
}

} // namespace

/// What a worked solution writes between its numbers.
class ReckoningTest : public QObject
{
    Q_OBJECT

private slots:
    void equalsStandsWhereTheShownNumbersGiveTheShownResult()
    {
        QCOMPARE(text(equation(shown(0.90124) * shown(0.76416), 0.90124 * 0.76416)),
                 QStringLiteral("0.9012 × 0.7642 = 0.6887"));
        QCOMPARE(text(equation(shown(0.90116) * shown(-0.76416), 0.90116 * -0.76416)),
                 QStringLiteral("0.9012 × (−0.7642) ≈ −0.6886"));
        QCOMPARE(text(equation(shown(0.33334) + shown(0.33334), 0.66668)), QStringLiteral("0.3333 + 0.3333 ≈ 0.6667"));
        QCOMPARE(text(equation(tanhOf(shown(0.5)), std::tanh(0.5))), QStringLiteral("tanh(0.5000) = 0.4621"));
        QCOMPARE(text(equation(shown(0.33364) * shown(0.06246), 0.33364 * 0.06246)),
                 QStringLiteral("0.3336 × 0.0625 = 0.0208")); // 0.02085
        QCOMPARE(text(statedEquation(stated(1) / stated(0.5), 2)), QStringLiteral("1 / 0.5 = 2"));
    }

    void whatWasMeasuredHasFourDecimals()
    {
        QCOMPARE(text(madeText(2)), QStringLiteral("2.0000"));
        QCOMPARE(text(madeText(-1)), QStringLiteral("−1.0000"));
        QCOMPARE(text(madeText(-0.12)), QStringLiteral("−0.1200"));
        QCOMPARE(text(madeText(0.000041)), QStringLiteral("4.10e−5"));
        QCOMPARE(text(statedText(0.5)), QStringLiteral("0.5"));
        QCOMPARE(text(statedText(-4)), QStringLiteral("−4"));
        QCOMPARE(text(statedText(10)), QStringLiteral("10"));
    }

    void noGeneratorWritesEqualsBetweenUnequalNumbers()
    {
        std::map<std::string_view, int> equations, rounded;
        for (const Generator &generator : generators())
            for (std::uint64_t seed = 0; seed < 40; ++seed) {
                const Question question = makeQuestion(generator, seed);
                for (const SolutionStep &step : question.solution)
                    for (const WorkedEquation &one : workedEquations(english(step.text))) {
                        QVERIFY2(one.isExact == one.holds(), qPrintable(english(step.text)));
                        QVERIFY2(std::abs(one.gives - one.says) < 20 * one.lastPlace, qPrintable(english(step.text)));
                        ++equations[generator.name];
                        rounded[generator.name] += one.isExact ? 0 : 1;
                    }
            }
        for (const char *name : {"which-convention", "misread-gate", "reset-placement", "blend-by-hand", "conveyor",
                                 "candidate-by-hand", "gradient-factor", "softmax-warmed", "compute-update-gate",
                                 "reset-shut", "share-left", "parameters", "dropout-scale"})
            QVERIFY2(equations[name] >= 40, name);
        QVERIFY(rounded["which-convention"] > 5); // so the sign was looked at
    }

    void aWrongEqualsIsSeen()
    {
        const auto seen = workedEquations(u"If z keeps: 0.2283 × 0.8163 + 0.7717 × 0.9483 = 0.9181."_qs);
        QCOMPARE(int(seen.size()), 1);
        QVERIFY(seen[0].isExact && !seen[0].holds());
        QVERIFY(workedEquations(u"z = 0.5, U_n hₜ₋₁ + b_hn = 0.3."_qs).empty());
        QVERIFY(workedEquations(u"n = tanh(−0.5000) = −0.4621."_qs)[0].holds());
        QVERIFY(workedEquations(u"Left: 0.5000^(1/5) = 0.8706."_qs)[0].holds());
    }

    void noPluralStandsWithOne()
    {
        static const QRegularExpression wrong(
            QStringLiteral("\\b1 (layers|directions|blocks|steps|states|sequences|numbers)\\b|\\(s\\)"));
        for (const Generator &generator : generators())
            for (std::uint64_t seed = 0; seed < 30; ++seed) {
                const Question question = makeQuestion(generator, seed);
                QStringList texts{english(question.text), english(question.hint)};
                for (const SolutionStep &step : question.solution)
                    texts += english(step.text);
                for (const QString &text : texts)
                    QVERIFY2(!text.contains(wrong), qPrintable(text));
            }
    }

    void aMomentWithinASentenceIsSmall()
    {
        for (std::uint64_t seed = 0; seed < 20; ++seed)
            QVERIFY(!english(makeQuestion(*generatorNamed("which-convention"), seed).text).contains("at Step"));
    }

    /// What n is as it is would pass for the answer.
    void aShutResetGateChangesTheCandidate()
    {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const Question question = makeQuestion(*generatorNamed("reset-shut"), seed);
            static const QRegularExpression now(QStringLiteral("n is (−?[\\d.]+)\\."));
            const double before = now.match(english(question.text)).captured(1).replace(u'−', u'-').toDouble();
            QVERIFY2(std::abs(before - std::get<double>(question.answer)) >= 0.0199, question.text.english().c_str());
        }
    }

    void numbersOfAClassHaveTheSameDecimals()
    {
        int measured = 0;
        for (const Generator &generator : generators())
            for (std::uint64_t seed = 0; seed < 20; ++seed) {
                const Question question = makeQuestion(generator, seed);
                if (question.kind != QuestionKind::numeric)
                    continue;
                const std::vector<ClassAnswer> answers = classAnswers(question);
                const auto decimals = [](const ClassAnswer &one) {
                    const QString words = english(one.text);
                    return words.contains(u'.') ? words.size() - words.indexOf(u'.') - 1 : 0;
                };
                for (const ClassAnswer &one : answers)
                    QCOMPARE(decimals(one), decimals(answers.front()));
                measured += decimals(answers.front()) == 4 ? 1 : 0;
            }
        QVERIFY(measured > 50);
    }
};

QTEST_GUILESS_MAIN(ReckoningTest)
#include "reckoning_test.moc"
