// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/foreign/importer.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace gatescope;

/// What a file can make the program do that reads it.
class SystemCallsTest : public QObject
{
    Q_OBJECT
private slots:
    void whatNoReadingTakesEndsTheProgram_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("says");
        for (const char *call :
             {"socket", "fork", "execute", "kill", "remove", "run memory", "write elsewhere", "seek"})
            QTest::newRow(call) << call << "broke off (signal 31): the file is damaged, or made to do harm.";
        QTest::newRow("open") << "open"
                              << "nothing is there";
        QTest::newRow("memory") << "memory"
                                << "there is memory";
    }
    void whatNoReadingTakesEndsTheProgram()
    {
        QFETCH(QString, call);
        QFETCH(QString, says);
        QFile script(m_folder.filePath("importer"));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nexec " PLANTED_CALL " '" + call.toUtf8() + "'\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("GATESCOPE_IMPORT", script.fileName().toUtf8());
        const auto answer = importInOwnProcess(m_file.toStdString());
        QVERIFY(!answer);
        const QString said = QString::fromStdString(answer.error().english());
        QVERIFY2(said.contains(says), qPrintable(said));
    }

    /// It waits with its answer, as its output is full.
    void theProgramItselfReadsUnderThisLimit()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("A program built with a sanitizer keeps all calls.");
#endif
        const QByteArray full = m_folder.filePath("full").toUtf8();
        QCOMPARE(::mkfifo(full.constData(), 0600), 0);
        const int fifo = ::open(full.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(fifo >= 0);
        const std::array<char, 4096> page{};
        while (::write(fifo, page.data(), page.size()) > 0) { }
        QProcess program;
        program.setStandardInputFile(m_file);
        program.setStandardOutputFile(QString::fromUtf8(full));
        program.start(GATESCOPE_IMPORT_PROGRAM, {});
        QVERIFY(program.waitForStarted());
        const auto filters = [&] {
            QFile status(QString("/proc/%1/status").arg(program.processId()));
            return status.open(QIODevice::ReadOnly) && status.readAll().contains("Seccomp:\t2");
        };
        QTRY_VERIFY(filters());
        program.kill();
        QVERIFY(program.waitForFinished());
        ::close(fifo);
    }

    /// HDF5 refuses a file in memory where one on the disk has its name.
    void aFileBesideTheProgramIsNotInTheWay()
    {
        qputenv("GATESCOPE_IMPORT", GATESCOPE_IMPORT_PROGRAM);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder.path()));
        QFile weights("weights");
        QVERIFY(weights.open(QIODevice::WriteOnly));
        const auto answer = importInOwnProcess(m_file.toStdString());
        QVERIFY(QDir::setCurrent(before));
        QVERIFY2(answer.ok(), answer.ok() ? "" : answer.error().english().c_str());
    }

private:
    QTemporaryDir m_folder;
    const QString m_file = GATESCOPE_SOURCE_DIR "/tests/golden/keras_files/gru_before.h5";
};

QTEST_GUILESS_MAIN(SystemCallsTest)
#include "system_calls_test.moc"
