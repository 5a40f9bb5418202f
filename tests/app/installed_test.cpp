// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

/// An installed program needs nothing of the folder in which it was built.
class InstalledTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(m_root.isValid());
        const ProgramOutcome installed
            = run(CMAKE_PROGRAM, {"--install", GATESCOPE_BUILD, "--prefix", m_root.path()}, withoutDisplay());
        QVERIFY2(installed.code == 0, installed.err.constData());
        QVERIFY(QFile::exists(path("bin/gatescope")));
    }

    void itIsInTheDesktopsMenu()
    {
        QVERIFY(QFile::exists(path("share/applications/gatescope.desktop")));
        QVERIFY(QFile::exists(path("share/mime/packages/gatescope.xml")));
        QVERIFY(QFile::exists(path("share/icons/hicolor/scalable/apps/gatescope.svg")));
        QVERIFY(QFile::exists(path("share/man/man1/gatescope.1")));
    }

    void whatMakesResourcesIsNotInstalled()
    {
        const QDir translations(path("share/gatescope/translations"));
        QCOMPARE(translations.entryList(QDir::Files), QStringList{"gatescope_de.ts"});
        QVERIFY(QDir(path("share/gatescope/tables")).entryList({"*.py"}).isEmpty());
    }

    void itReadsItsOwnLessons()
    {
        const ProgramOutcome all = runInstalled({"list", "lessons"});
        QVERIFY2(all.code == 0 && all.err.isEmpty(), all.err.constData());
        const QDir lessons(path("share/gatescope/lessons"));
        const QStringList files = lessons.entryList({"*.json"}, QDir::Files);
        QCOMPARE(all.out.count('\n'), files.size());
        QVERIFY(QFile::remove(lessons.filePath(files.back()))); // gone for the installed program, not for the built one
        QCOMPARE(runInstalled({"list", "lessons"}).out.count('\n'), files.size() - 1);
        QCOMPARE(runProgram({"list", "lessons"}).out, all.out);
    }

    void itReadsAFileOfKeras()
    {
        const QString file = GATESCOPE_SOURCE_DIR "/tests/golden/keras_files/gru_before.keras";
        const ProgramOutcome checked = runInstalled({"check", file});
        QVERIFY2(checked.code == 0, checked.err.constData());
        QVERIFY(QFile::remove(path("bin/gatescope_import"))); // the installed one was asked
        QCOMPARE(runInstalled({"check", file}).code, 3);
    }

    void itWritesAProjectOfPyTorch()
    {
        const QString project = path("project");
        const ProgramOutcome written
            = runInstalled({"export", "--model", GATESCOPE_SOURCE_DIR "/resources/experiments/latch.gatescope", "--to",
                            "pytorch", "--out", project});
        QVERIFY2(written.code == 0, written.err.constData());
        QVERIFY(QFile::exists(project + "/check.py"));
    }

    void itReadsItsOwnTexts()
    {
        const QStringList learn{"train", "--task", "sentiment", "--updates", "1", "--hidden", "2"};
        const ProgramOutcome learned = runInstalled(learn);
        QVERIFY2(learned.code == 0, learned.err.constData());
        QVERIFY(QDir(path("share/gatescope/texts")).removeRecursively());
        QVERIFY(runInstalled(learn).code != 0);
    }

private:
    QString path(const QString &name) const { return m_root.filePath(name); }
    ProgramOutcome runInstalled(const QStringList &arguments) const
    {
        // Where core and ui are libraries of their own they are those of the build.
        return run(path("bin/gatescope"), arguments, withoutDisplay({{"LD_LIBRARY_PATH", GATESCOPE_LIBRARIES}}));
    }

    QTemporaryDir m_root;
};

QTEST_GUILESS_MAIN(InstalledTest)
#include "installed_test.moc"
