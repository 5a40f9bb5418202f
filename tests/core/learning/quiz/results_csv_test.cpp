// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz/results_csv.h"

#include <QTest>

using namespace gatescope;

class ResultsCsvTest : public QObject
{
    Q_OBJECT

private slots:
    void whatALearnerAnsweredIsReadBack()
    {
        Progress progress;
        Question question;
        question.id = "a";
        question.topic = "update-gate";
        for (const bool right : {true, true, true, false})
            progress.note(question, right);
        const std::vector<TopicScore> scores = scoresOf("Ada \"the first\", Lovelace\nof London", progress);
        QCOMPARE(scores.size(), std::size_t(1));
        QCOMPARE(scores[0].right, 3);
        QCOMPARE(scores[0].wrong, 1);
        QVERIFY(scores[0].level == Level::medium);
        QVERIFY(readResultsCsv(writeResultsCsv(scores)).value() == scores);
        QVERIFY(readResultsCsv("\xEF\xBB\xBF" + writeResultsCsv(scores)).value() == scores);
    }

    void noTextBecomesAFormulaAndNoneIsLost()
    {
        std::vector<HandsScore> scores;
        for (const char *text :
             {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "'", "", "−0.5", "plain", "\"q\";,"})
            scores.push_back({text, "gates", text, 3, 28});
        const std::string csv = writeHandsCsv(scores);
        for (const char *begins : {"=", "+", "-", "@", "\t", "\r"})
            for (const std::string &separator : {std::string("\n"), std::string(",")})
                for (const std::string &quote : {std::string(), std::string("\"")})
                    QVERIFY2(csv.find(separator + quote + begins) == std::string::npos, csv.c_str());
        QVERIFY(readHandsCsv(csv).value() == scores);
    }

    void anotherTableIsRefusedWithItsLine()
    {
        QVERIFY(!readResultsCsv(""));
        QVERIFY(readResultsCsv("a,b\n").error().english().starts_with("line 1: "));
        QVERIFY(readResultsCsv("learner,topic,right,wrong,level\nAda,gates,x,1,easy\n")
                    .error()
                    .english()
                    .starts_with("line 2: "));
        QVERIFY(!readResultsCsv("learner,topic,right,wrong,level\nAda,gates,1,1,low\n"));
        QVERIFY(!readResultsCsv("learner,topic,right,wrong,level\nAda,gates,-1,1,easy\n"));
        QVERIFY(!readHandsCsv("learner,topic,right,wrong,level\n"));
    }
};

QTEST_GUILESS_MAIN(ResultsCsvTest)
#include "results_csv_test.moc"
