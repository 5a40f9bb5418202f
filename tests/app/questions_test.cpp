// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include "core/base/json.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

class QuestionsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsExportedIsImportedAgain_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"gift", "moodle", "csv"})
            QTest::newRow(format) << QString(format);
    }

    void whatIsExportedIsImportedAgain()
    {
        QFETCH(QString, format);
        const QString file = m_folder.filePath(format + ".out");
        const ProgramOutcome out = runProgram({"questions", "export", "--format", format, "--topic", "update-gate",
                                               "--variants", "2", "--seed", "9", "--out", file});
        QCOMPARE(out.code, 0);
        QVERIFY(out.out.isEmpty());
        const ProgramOutcome in = runProgram({"questions", "import", file});
        QVERIFY2(in.code == 0, in.err.constData());
        QVERIFY2(in.err.contains(" questions can be asked, 0 are to be completed, 0 were not read."),
                 in.err.constData());
        const Json questions = parseJson(in.out.toStdString()).value();
        QVERIFY(questions.size() > 4);
        int variants = 0;
        for (const Json &question : questions) {
            QCOMPARE(question["topic"].get<std::string>(), std::string("update-gate"));
            variants += question["id"].get<std::string>().ends_with("-9") ? 1 : 0;
        }
        QVERIFY(variants > 0);
        QCOMPARE(runProgram({"questions", "export", "--format", format, "--topic", "update-gate", "--variants", "2",
                             "--seed", "9"})
                     .out,
                 read(file));
    }

    void whatWasImportedIsAFileOfQuestionsToExportAgain()
    {
        const ProgramOutcome first
            = runProgram({"questions", "export", "--format", "gift", "--lesson", "order-matters"});
        const QString gift = write("a.txt", first.out);
        const QString json = m_folder.filePath("a.json");
        QCOMPARE(runProgram({"questions", "import", gift, "--out", json}).code, 0);
        const ProgramOutcome second = runProgram({"questions", "export", "--format", "gift", "--file", json});
        QVERIFY2(second.code == 0, second.err.constData());
        QCOMPARE(second.out, first.out);
    }

    void onlyTheQuestionsThatWereNamedAreExported()
    {
        const ProgramOutcome outcome = runProgram({"questions", "export", "--format", "csv", "--id", "order-bag",
                                                   "--id", "blend-by-hand", "--variants", "3"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out.count("blend-by-hand:"), 3);
        QVERIFY(outcome.out.contains("\norder-bag,") && !outcome.out.contains("order-weights"));
    }

    void whatIsToBeCompletedAndWhatCannotBeAskedIsSaid()
    {
        const QString file = write("m.txt", "::Two::Gates?{=2 ~3}\n\n::Tell::Why?{}\n");
        const ProgramOutcome outcome = runProgram({"questions", "import", file, "--topic", "gates", "--level", "hard"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.err.contains("question \"Tell\": it asks for an essay"));
        QVERIFY(outcome.err.contains("question \"two\" is to be completed: "));
        QVERIFY(outcome.err.contains("0 questions can be asked, 1 are to be completed, 1 were not read."));
        QCOMPARE(parseJson(outcome.out.toStdString()).value()[0]["level"].get<std::string>(), std::string("hard"));
    }

    void whatIsWrongHasTheUsualNumbers()
    {
        QCOMPARE(runProgram({"questions"}).code, 2);
        QCOMPARE(runProgram({"questions", "export"}).code, 2);
        QCOMPARE(runProgram({"questions", "export", "--format", "word"}).code, 2);
        QCOMPARE(runProgram({"questions", "export", "--format", "gift", "--id", "no-such"}).code, 2);
        QCOMPARE(runProgram({"questions", "export", "--format", "gift", "--lesson", "no-such"}).code, 1);
        for (const QString &file : {m_folder.filePath("absent.xml"), write("x.xml", "<quiz><question></quiz>"),
                                    write("d.xml", "<!DOCTYPE quiz><quiz/>"), write("e.txt", "")}) {
            const ProgramOutcome outcome = runProgram({"questions", "import", file});
            QCOMPARE(outcome.code, 3);
            QVERIFY2(outcome.errorLines() == 1 && outcome.out.isEmpty(), outcome.err.constData());
        }
        QCOMPARE(
            runProgram({"questions", "export", "--format", "gift", "--out", m_folder.filePath("no/such/folder")}).code,
            5);
    }

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test cannot write its files.");
        return file.fileName();
    }

    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(QuestionsTest)
#include "questions_test.moc"
