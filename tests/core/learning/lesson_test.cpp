// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/evidence.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lesson.h"
#include "core/learning/question_file.h"

#include <QFile>
#include <QTest>

using namespace gatescope;

namespace {

const std::string resources = GATESCOPE_SOURCE_DIR "/resources";

const ReadLessons &lessons()
{
    static const ReadLessons read = readLessonFolder(resources);
    return read;
}

std::string firstLesson()
{
    QFile file(QString::fromStdString(resources + "/lessons/01-order-matters.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The test cannot read its files.");
    return file.readAll().toStdString();
}

} // namespace

class LessonTest : public QObject
{
    Q_OBJECT

private slots:
    void thereAreTwelveInTheirOrder()
    {
        for (const Error &refused : lessons().refused)
            QFAIL(refused.english().c_str());
        QCOMPARE(lessons().lessons.size(), std::size_t(12));
        for (int i = 0; i < 12; ++i) {
            const Lesson &lesson = lessons().lessons[std::size_t(i)];
            QCOMPARE(lesson.number, i + 1);
            QVERIFY2(lesson.cards.size() >= 5 && lesson.cards.size() <= 12, lesson.name.c_str());
        }
    }

    void theShortPathTakesTwentyMinutes()
    {
        int minutes = 0;
        for (const Lesson &lesson : lessons().lessons)
            minutes += lesson.essential ? lesson.minutes : 0;
        QVERIFY(minutes > 10 && minutes <= 20);
    }

    /// On the lesson's own network.
    void everyLessonsEvidenceHolds()
    {
        for (const Lesson &lesson : lessons().lessons) {
            const auto studied = study(lesson.experiment);
            QVERIFY2(studied.ok(), lesson.name.c_str());
            QVERIFY2(claimNamed(lesson.claim)->holds(*studied), lesson.name.c_str());
        }
    }

    /// A claim that no network could break would be no evidence.
    void aNetworkThatDoesOtherwiseIsCaught()
    {
        Experiment silent; // of zeros alone: it neither moves nor keeps
        silent.spec.inputSize = 2;
        silent.spec.hiddenSize = 2;
        silent.parameters = zeroParameters(silent.spec);
        silent.input.source = NumberInput{{}, {Matrix::Random(6, 2), Matrix::Random(6, 2)}};
        const auto studied = study(silent);
        for (const char *claim :
             {"order-matters", "ripple-dies", "reset-silences", "open-gate-keeps", "latch-holds", "swapped-axes-leak"})
            QVERIFY2(!claimNamed(claim)->holds(*studied), claim);
    }

    void whatIsAskedOnACardExists()
    {
        const auto written = readQuestionFolder(resources + "/questions").questions;
        for (const Lesson &lesson : lessons().lessons) {
            bool asks = false;
            for (const LessonCard &card : lesson.cards) {
                asks = asks || !card.commitment.empty();
                QVERIFY2(card.commitment.empty()
                             || std::ranges::find(written, card.commitment, &Question::id) != written.end(),
                         card.commitment.c_str());
            }
            QVERIFY(asks);
        }
        const auto isLesson = [](const std::string &name) {
            return std::ranges::find(lessons().lessons, name, &Lesson::name) != lessons().lessons.end();
        };
        for (const Question &question : written)
            QVERIFY2(isLesson(question.lesson), question.id.c_str());
        for (const Generator &generator : generators())
            QVERIFY2(isLesson(std::string(generator.lesson)), std::string(generator.name).c_str());
    }

    /// Qt 6.4's setMarkdown swallows what looks like HTML.
    void noTextIsLostAsHtml()
    {
        for (const Lesson &lesson : lessons().lessons)
            for (const LessonCard &card : lesson.cards)
                QVERIFY2(!card.text.empty() && card.text.find('<') == std::string::npos
                             && card.text.find('&') == std::string::npos,
                         card.title.c_str());
    }

    void aBrokenLessonIsRefusedWithItsPlace()
    {
        const auto broken = [](const char *old, const char *by) {
            std::string text = firstLesson();
            text.replace(text.find(old), std::string_view(old).size(), by);
            const auto read = readLesson(text, resources);
            return read ? std::string("read") : read.error().english();
        };
        QCOMPARE(broken("\"order-matters\"", "\"order-matters\""), std::string("read"));
        QVERIFY(broken("\"minutes\": 5", "\"minutes\": \"x\"").starts_with("minutes is \"x\""));
        QVERIFY(broken("\"step\": 7", "\"step\": 8").starts_with("cards[4].place: The view looks at step 8"));
        QVERIFY(broken("\"evidence\": \"order-matters\"", "\"evidence\": \"magic\"")
                    .starts_with("evidence: there is no claim"));
        QVERIFY(broken("\"hidden_size\": 4", "\"hidden_size\": 0").starts_with("experiment: "));
        QVERIFY(broken("{", "[").starts_with("Line "));
    }
};

QTEST_GUILESS_MAIN(LessonTest)
#include "lesson_test.moc"
