// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include "core/learning/generators/generator.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/questions/question_json.h"
#include "core/learning/quiz/results_csv.h"
#include "core/learning/quiz/worksheet.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

constexpr int students = 30;
const QStringList asked{"blend-by-hand", "kept-term", "output-shape", "order-of-a-step"};

QString readerOutput(const char *program, const QStringList &arguments)
{
    QProcess process;
    process.start(QLatin1String(program), arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput())
                                                                : QString();
}

int pagesIn(const QString &pdf)
{
    static const QRegularExpression pages(QStringLiteral("Pages:\\s+(\\d+)"));
    return pages.match(readerOutput("pdfinfo", {pdf})).captured(1).toInt();
}

QString pageText(const QString &pdf, int page)
{
    const QString number = QString::number(page);
    return readerOutput("pdftotext", {"-f", number, "-l", number, pdf, "-"});
}

/// Without blanks, ligatures and signs that are low or high, with powers of ten in full: what a text is on paper,
/// wherever its lines are parted.
QString bare(QString text)
{
    const QString low = QStringLiteral("₀₁₂₃₄₅₆₇₈₉₋ₐₖₙₜ⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᵃᵏⁿᵗ");
    const QString plain = QStringLiteral("0123456789−aknt0123456789−aknt");
    for (QChar &sign : text)
        if (const qsizetype at = low.indexOf(sign); at >= 0)
            sign = plain[at];
    for (const char *mark : {"_", "^", "`"})
        text.remove(QLatin1String(mark));
    text.replace(QChar::Nbsp, u' ');
    text.replace(QRegularExpression(QStringLiteral("(?<=\\d)e(?=[-−]\\d)")), QStringLiteral("×10"));
    text.replace(QStringLiteral("ﬁ"), QStringLiteral("fi")).replace(QStringLiteral("ﬂ"), QStringLiteral("fl"));
    return text.remove(QRegularExpression(QStringLiteral("\\s")));
}

} // namespace

class WorksheetVerbTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable("pdftotext").isEmpty())
            QSKIP("pdftotext (package poppler-utils) reads the pages back");
        const ProgramOutcome made
            = runProgram(QStringList{"worksheet", "--students", QString::number(students), "--seed", "5", "--title",
                                     "Gates on Monday", "--out", file("a.pdf"), "--key", file("k.pdf"), "--solutions",
                                     file("s.pdf"), "--id"}
                         + asked);
        QVERIFY2(made.code == 0, made.err.constData());
        QVERIFY(made.out.isEmpty());
    }

    void everyStudentHasPagesOfTheirOwn()
    {
        QCOMPARE(pagesIn(file("a.pdf")), students);
        QCOMPARE(pagesIn(file("s.pdf")), students);
        QVERIFY(pagesIn(file("k.pdf")) <= 2);
        for (int page : {1, students}) {
            const QString text = pageText(file("a.pdf"), page);
            for (const QString &words :
                 {QStringLiteral("Gates on Monday"), QStringLiteral("Student %1").arg(page),
                  QStringLiteral("page 1 of 1"), QStringLiteral("Name:"), QStringLiteral("seed 5")})
                QVERIFY2(text.contains(words), qPrintable(words + text));
        }
    }

    void everyStudentsNumbersAreThoseOfTheKeyAndOfTheEngine()
    {
        static const QRegularExpression id(QStringLiteral("([a-z_-]+:\\d+)"));
        const QString key = readerOutput("pdftotext", {"-layout", file("k.pdf"), "-"});
        QSet<QString> texts;
        for (int student = 1; student <= students; ++student) {
            const QString sheet = bare(pageText(file("a.pdf"), student)), solved = pageText(file("s.pdf"), student);
            QStringList ids;
            for (auto match = id.globalMatch(solved); match.hasNext();)
                ids += match.next().captured(1);
            QCOMPARE(ids.size(), asked.size());
            const QString row = keyRow(key, student);
            QString expected;
            for (int i = 0; i < ids.size(); ++i) {
                const auto question = questionOfId(ids[i].toStdString());
                QVERIFY(question && ids[i].startsWith(asked[i]));
                const QString text = bare(QString::fromStdString(question->text.english()));
                QVERIFY2(sheet.contains(text), qPrintable(text + '\n' + sheet));
                for (const Sentence &option : question->options)
                    QVERIFY(sheet.contains(bare(QString::fromStdString(option.english()))));
                const QString right = QString::fromStdString(keyText(*question));
                expected += QString::number(i + 1) + ':' + bare(right);
                const QString last = QString::fromStdString(question->solution.back().text.english());
                const QString ending = bare(last + QStringLiteral("Answer: ") + right + ids[i]);
                QVERIFY2(bare(solved).contains(ending), qPrintable(ending + '\n' + solved));
                if (i == 0)
                    texts += text;
            }
            QVERIFY2(bare(row) == expected || bare(row).startsWith(expected + "Gatescope"), qPrintable(row + expected));
            QVERIFY2(!sheet.contains(QStringLiteral("blend-by-hand")),
                     "a sheet tells no names by which it can be made again");
        }
        QCOMPARE(texts.size(), students);
    }

    void theSameSeedPrintsTheSameSheets()
    {
        QCOMPARE(runProgram(QStringList{"worksheet", "--students", "2", "--seed", "5", "--title", "Gates on Monday",
                                        "--out", file("b.pdf"), "--id"}
                            + asked)
                     .code,
                 0);
        QCOMPARE(pageText(file("b.pdf"), 2), pageText(file("a.pdf"), 2));
    }

    void theSheetsSpeakTheLanguageThatIsAskedFor()
    {
        const ProgramOutcome made
            = runProgram(QStringList{"worksheet", "--language", "de", "--students", "2", "--seed", "5", "--out",
                                     file("de.pdf"), "--key", file("dek.pdf"), "--solutions", file("des.pdf"), "--id"}
                         + asked);
        QVERIFY2(made.code == 0, made.err.constData());
        const QString sheet = pageText(file("de.pdf"), 1), solved = pageText(file("des.pdf"), 2);
        const QString key = pageText(file("dek.pdf"), 1);
        for (const QString &page : {sheet, solved, key})
            for (const char *words : {"Answer", "Student", "Worksheet", "page 1", "key"})
                QVERIFY2(!page.contains(QLatin1String(words)), qPrintable(page));
        QVERIFY2(sheet.contains("Arbeitsblatt") && sheet.contains("Person 1"), qPrintable(sheet));
        QVERIFY2(solved.contains("Antwort: "), qPrintable(solved));
        QVERIFY2(key.contains("Person 2"), qPrintable(key));
        const auto titleBy = [this](const QStringList &arguments) {
            const QStringList sheetOf{"--id", "blend-by-hand", "--out", file("before.pdf")};
            return runProgram(arguments + sheetOf).code == 0 ? pageText(file("before.pdf"), 1) : QString();
        };
        QVERIFY(titleBy({"--language", "de", "worksheet"}).contains("Arbeitsblatt")); // for every verb
        QVERIFY(titleBy({"--language", "de", "worksheet", "--language", "en"}).contains("Worksheet"));
        QCOMPARE(runProgram({"worksheet", "--language", "xx", "--out", file("xx.pdf")}).code, 2);
    }

    void namedStudentsFindTheirNameAndLongSheetsArePartedBetweenQuestions()
    {
        write("names.txt", "Ada Lovelace\nBär, Björn\n");
        const ProgramOutcome made = runProgram({"worksheet", "--names", file("names.txt"), "--topic", "step", "--count",
                                                "14", "--out", file("n.pdf"), "--key", file("nk.pdf")});
        QVERIFY2(made.code == 0, made.err.constData());
        const int pages = pagesIn(file("n.pdf"));
        QVERIFY(pages > 2 && pages % 2 == 0);
        QVERIFY(pageText(file("n.pdf"), 1).contains("Ada Lovelace"));
        QVERIFY(!pageText(file("n.pdf"), 1).contains("Name:"));
        QVERIFY(pageText(file("n.pdf"), pages).contains("Bär, Björn"));
        for (int page = 1; page <= pages / 2; ++page) { // a page begins with a question
            const QStringList lines = pageText(file("n.pdf"), page).split('\n', Qt::SkipEmptyParts);
            static const QRegularExpression number(QStringLiteral("^\\d+\\.( |$)"));
            QVERIFY2(lines.size() > 3 && lines.filter(number).size() > 0, qPrintable(lines.join('|')));
        }
        QCOMPARE(pagesIn(file("nk.pdf")), 1);
    }

    void aQuestionThatOneHasToLookAtBringsItsStage()
    {
        const ProgramOutcome made = runProgram({"worksheet", "--id", "step-point-tanh", "--out", file("p.pdf")});
        QVERIFY2(made.code == 0, made.err.constData());
        QCOMPARE(pagesIn(file("p.pdf")), 1);
        const QString text = pageText(file("p.pdf"), 1);
        QVERIFY2(text.contains("Write the name of the part."), qPrintable(text));
        QVERIFY2(text.size() > 400, "the picture is drawn in shapes and letters");
        QVERIFY(readerOutput("pdfimages", {"-list", file("p.pdf")}).count('\n') <= 2); // its heading alone
    }

    void whatCannotBeIsRefusedInASentenceAndWritesNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const QString out = file("x.pdf");
        const auto row = [&](const char *name, QStringList arguments, int code, const char *says) {
            QTest::newRow(name) << arguments << code << QString::fromUtf8(says);
        };
        row("topic", {"--topic", "nonsense", "--out", out}, 2, "nonsense");
        row("lesson", {"--lesson", "nonsense", "--out", out}, 2, "There is no lesson \"nonsense\"");
        row("id", {"--id", "nonsense", "--out", out}, 2, "\"nonsense\"");
        row("level", {"--level", "easier", "--out", out}, 2, "easier");
        row("nobody", {"--students", "0", "--out", out}, 2, "--students");
        row("too many", {"--count", "51", "--out", out}, 2, "--count");
        row("no out", {"--topic", "gates"}, 2, "--out");
        row("same path", {"--out", out, "--solutions", out}, 2, "--out and --solutions name the same file");
        row("same path otherwise spelled", {"--out", out, "--key", file("./x.pdf")}, 2, "--out and --key");
        row("over its list of names", {"--out", file("twice.txt"), "--names", file("twice.txt")}, 2,
            "--out and --names");
        row("not writable", {"--out", out, "--key", "/dev/null/k.pdf"}, 5, "/dev/null/k.pdf");
        row("no list", {"--names", file("none.txt"), "--out", out}, 3, "none.txt");
        row("a name twice", {"--names", file("twice.txt"), "--out", out}, 3, "\"Ada\" stands there twice");
        row("a generator's name", {"--file", file("own.json"), "--out", out}, 3, "\"blend-by-hand\" is the name of");
        row("nothing of it", {"--topic", "race", "--lesson", "order-matters", "--out", out}, 1, "There is no question");
    }

    void whatCannotBeIsRefusedInASentenceAndWritesNothing()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        write("twice.txt", "Ada\nAda\n");
        Question own = makeQuestion(*generatorNamed("share-left"), 3);
        own.id = "blend-by-hand";
        write("own.json", QByteArray::fromStdString(writeJson(Json::array({toJson(own)}))));
        const QStringList before = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
        const ProgramOutcome outcome = runProgram(QStringList{"worksheet"} + arguments);
        QVERIFY2(outcome.code == code, outcome.err.constData());
        QVERIFY2(QString::fromUtf8(outcome.err).contains(says), outcome.err.constData());
        QCOMPARE(outcome.errorLines(), 1);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), before);
        QVERIFY(!QFile::exists(file("x.pdf")));
    }

    void ofSeveralFilesTheOldOnesComeBackWhereOneCannotBeWritten()
    {
        write("old.pdf", "what was there");
        QCOMPARE(
            runProgram({"worksheet", "--topic", "gates", "--out", file("old.pdf"), "--key", "/dev/null/k.pdf"}).code,
            5);
        QFile old(file("old.pdf"));
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("what was there"));
    }

    void resultsOfLearnersAreATable()
    {
        Progress progress;
        Question question;
        question.id = "a";
        question.topic = "gates";
        progress.note(question, true);
        for (const char *name : {"Ada%20L.json", "%3D1+1.json"})
            QVERIFY(writeProgress(file(name).toStdString(), progress).ok());
        const ProgramOutcome made
            = runProgram({"results", file("Ada%20L.json"), file("%3D1+1.json"), "--out", file("r.csv")});
        QVERIFY2(made.code == 0, made.err.constData());
        QFile csv(file("r.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QVERIFY(text.contains("\"'=1+1\""));
        const std::vector<TopicScore> expected{{"Ada L", "gates", 1, 0, Level::easy},
                                               {"=1+1", "gates", 1, 0, Level::easy}};
        QVERIFY(readResultsCsv(text.toStdString()).value() == expected);
        QCOMPARE(runProgram({"results", file("nobody.json")}).code, 3);
        write("broken.json", "{}");
        const ProgramOutcome refused = runProgram({"results", file("broken.json"), "--out", file("r2.csv")});
        QCOMPARE(refused.code, 3);
        QCOMPARE(refused.errorLines(), 1);
        QVERIFY(!QFile::exists(file("r2.csv")));
        QCOMPARE(runProgram({"results"}).code, 2);
    }

private:
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &bytes)
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    /// What stands behind a student's name.
    static QString keyRow(const QString &key, int student)
    {
        const QRegularExpression row(QStringLiteral("Student %1\\s(.*?)(?=Student|$)").arg(student),
                                     QRegularExpression::DotMatchesEverythingOption);
        return row.match(key).captured(1).simplified();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(WorksheetVerbTest)
#include "worksheet_verb_test.moc"
