// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/io/foreign/importer.h"
#include "core/io/model_file.h"
#include "core/io/safetensors.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <chrono>
#include <random>
#include <stop_token>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace gatescope;

namespace {

const QDir golden(GATESCOPE_SOURCE_DIR "/tests/golden");

QString folderOf(const QString &file)
{
    return file.endsWith(".onnx") ? "onnx_files" : "keras_files";
}

std::string bytesOf(const QString &file)
{
    const auto bytes = readFile(golden.filePath(folderOf(file) + '/' + file).toStdString(), 1 << 20);
    return bytes ? *bytes : std::string();
}

QString refusal(const std::filesystem::path &file)
{
    const auto inventory = readModelFile(file);
    return inventory ? QString() : QString::fromStdString(inventory.error().english());
}

} // namespace

class HostileFilesTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        // A fault of HDF5, which no sanitizer watches, is a signal there too.
        qputenv("ASAN_OPTIONS",
                qgetenv("ASAN_OPTIONS") + ":handle_segv=0:handle_sigbus=0:handle_sigfpe=0:allocator_may_return_null=1");
    }
    void init() { qputenv("GATESCOPE_IMPORT", GATESCOPE_IMPORT_PROGRAM); }

    void whatLeadsOutOfAFileOrIsTooLargeIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("says");
        QTest::newRow("external link") << "external_link.h5"
                                       << "layers/gru/cell/vars/0 is a link to another place or file";
        QTest::newRow("soft link") << "soft_link.h5"
                                   << "is a link to another place or file";
        QTest::newRow("external storage") << "external_storage.h5"
                                          << "keeps its numbers in another file";
        QTest::newRow("virtual") << "virtual.h5"
                                 << "keeps its numbers in another file";
        QTest::newRow("huge shape") << "huge_shape.h5"
                                    << "[1099511627776, 1048576], for which the file has too few bytes";
        QTest::newRow("packed") << "packed.h5"
                                << "is stored in pieces or packed";
        QTest::newRow("cycle") << "cycle.h5"
                               << "nested more than 16 deep";
        QTest::newRow("nothing") << "nothing.h5"
                                 << "no recurrent layer";
        QTest::newRow("bomb") << "bomb.keras"
                              << "would grow from";
        QTest::newRow("external data") << "external_data.onnx"
                                       << "keeps its numbers in another file";
        QTest::newRow("huge tensor") << "huge_shape.onnx"
                                     << "[1, 1099511627776, 4194304], for which the file has too few bytes";
        QTest::newRow("nested") << "nested.onnx"
                                << "no network in ONNX";
        QTest::newRow("no weights") << "no_weights.keras"
                                    << "holds no model.weights.h5";
    }
    void whatLeadsOutOfAFileOrIsTooLargeIsRefused()
    {
        QFETCH(QString, file);
        QFETCH(QString, says);
        const QString said = refusal(golden.filePath(folderOf(file) + "/hostile/" + file).toStdString());
        QVERIFY2(said.contains(says), qPrintable(said));
        QVERIFY2(said.contains(file), qPrintable(said));
    }

    void aFileThatIsCutIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("archive") << "gru_before.keras";
        QTest::newRow("HDF5") << "gru_before.h5";
        QTest::newRow("ONNX") << "torch_gru.onnx";
    }
    void aFileThatIsCutIsRefused()
    {
        QFETCH(QString, file);
        const std::string bytes = bytesOf(file);
        for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 97) {
            const QString said = refusal(write(bytes.substr(0, length)));
            QVERIFY2(!said.isEmpty(), qPrintable(QString::number(length)));
            QVERIFY2(!said.contains("broke off"), qPrintable(QString::number(length) + ": " + said));
        }
    }

    void bytesThatChangedNeverDoHarm_data() { aFileThatIsCutIsRefused_data(); }
    void bytesThatChangedNeverDoHarm()
    {
        QFETCH(QString, file);
        const std::string good = bytesOf(file);
        std::mt19937 random(11);
        int refused = 0;
        for (int i = 0; i < 1000; ++i) {
            std::string bytes = good;
            for (int changes = 1 + int(random() % 3); changes > 0; --changes)
                bytes[random() % bytes.size()] = char(random());
            QElapsedTimer timer;
            timer.start();
            const auto inventory = readModelFile(write(bytes));
            const std::string said = inventory ? std::string() : inventory.error().english();
            const bool hasOwnFaults = !file.endsWith(".onnx"); // HDF5 has; ours end with a status where sanitizers are
            QVERIFY2(said.find(hasOwnFaults ? "broke off (status" : "broke off") == std::string::npos, said.c_str());
            refused += !inventory || !importModel(*inventory);
            QVERIFY2(timer.elapsed() < 40'000, qPrintable(QString::number(i)));
        }
        QVERIFY(refused > 20); // the others changed a number, or what nobody reads
    }

    void whatBecomesOfTheProgramIsSaid_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("says");
        QTest::newRow("killed") << QByteArray("kill -9 $$") << "broke off (signal 9)";
        QTest::newRow("crashed") << QByteArray("kill -11 $$") << "broke off (signal 11)";
        QTest::newRow("too busy") << QByteArray("kill -XCPU $$") << "too much of the processor's time";
        QTest::newRow("failed") << QByteArray("exit 3") << "broke off (status 3)";
        QTest::newRow("silent") << QByteArray("exit 0") << "cannot be understood";
        QTest::newRow("babbling") << QByteArray("echo nothing of the kind") << "cannot be understood";
    }
    void whatBecomesOfTheProgramIsSaid()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, says);
        pretend(script);
        const QString said = refusal(golden.filePath("keras_files/gru_before.keras").toStdString());
        QVERIFY2(said.contains(says), qPrintable(said));
    }

    void theProgramLimitsItself()
    {
        // Its output is full, so that it waits with what it would say.
        const QByteArray full = m_folder.filePath("full").toUtf8();
        QCOMPARE(::mkfifo(full.constData(), 0600), 0);
        const int fifo = ::open(full.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        QVERIFY(fifo >= 0);
        const std::array<char, 4096> page{};
        while (::write(fifo, page.data(), page.size()) > 0) { }
        QProcess program;
        program.setStandardInputFile(QProcess::nullDevice());
        program.setStandardOutputFile(QString::fromUtf8(full));
        program.start(GATESCOPE_IMPORT_PROGRAM, {});
        QVERIFY(program.waitForStarted());
        const auto limit = [&](const char *name) {
            QFile file(QString("/proc/%1/limits").arg(program.processId()));
            const QString limits = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
            const qsizetype at = limits.indexOf(name);
            return at < 0 ? QStringList()
                          : limits.mid(at + qsizetype(qstrlen(name)))
                                .section('\n', 0, 0)
                                .split(' ', Qt::SkipEmptyParts)
                                .mid(0, 2);
        };
        QTRY_COMPARE(limit("Max open files"), QStringList({"32", "32"})); // the last one that it sets
        QCOMPARE(limit("Max cpu time"), QStringList({"20", "25"}));
        QCOMPARE(limit("Max core file size"), QStringList({"0", "0"}));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QCOMPARE(limit("Max address space"), QStringList({"1073741824", "1073741824"}));
#endif
        program.kill();
        QVERIFY(program.waitForFinished());
        ::close(fifo);
    }

    void aProgramThatIsMissingIsSaid()
    {
        qputenv("GATESCOPE_IMPORT", m_folder.filePath("not-there").toUtf8());
        const QString said = refusal(golden.filePath("keras_files/gru_before.h5").toStdString());
        QVERIFY2(said.contains("cannot be started") && said.contains("not-there"), qPrintable(said));
    }

    void aProgramThatDoesNotEndIsStopped_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("says nothing") << QByteArray("exec sleep 600");
        QTest::newRow("closes its output and stays") << QByteArray("exec sleep 600 >&-");
    }
    void aProgramThatDoesNotEndIsStopped()
    {
        QFETCH(QByteArray, script);
        pretend(script);
        QElapsedTimer timer;
        timer.start();
        const auto answer
            = importInOwnProcess(golden.filePath("keras_files/gru_before.h5").toStdString(), {.seconds = 1});
        QVERIFY(!answer);
        QCOMPARE(answer.error().english(), "Reading the file took more than 1 seconds and was stopped.");
        QVERIFY(timer.elapsed() < 20'000);
    }

    void aReadingThatIsGivenUpEndsAtOnce()
    {
        for (const QByteArray &script : {QByteArray("exec sleep 600"), QByteArray("exec sleep 600 >&-")}) {
            pretend(script);
            QElapsedTimer timer;
            timer.start();
            std::stop_source source;
            std::jthread someone([&source] {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
                source.request_stop();
            });
            const auto answer
                = readModelFile(golden.filePath("keras_files/gru_before.h5").toStdString(), source.get_token());
            QVERIFY(!answer);
            QVERIFY(answer.error().english().find("somebody asked to stop") != std::string::npos);
            QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        }
    }

    void aProgramThatDoesNotStopTalkingIsStopped()
    {
        pretend("exec cat /dev/zero");
        const auto answer = importInOwnProcess(golden.filePath("keras_files/gru_before.h5").toStdString(),
                                               {.seconds = 60, .bytes = 1 << 20});
        QVERIFY(!answer);
        QVERIFY(answer.error().english().find("more than 1048576 bytes") != std::string::npos);
    }

    void anAnswerIsNotBelieved()
    {
        SafetensorsFile file;
        const auto saidOf = [&](const std::string &refused) {
            file.metadata = {{answerRefusal, refused}};
            return QString::fromStdString(readImportAnswer(writeSafetensors(file)).error().english());
        };
        QCOMPARE(saidOf(R"(["%1 is wrong.", "this"])"), "this is wrong.");
        QVERIFY(saidOf(R"(["two\nlines"])").contains("cannot be understood"));
        QVERIFY(saidOf("[1]").contains("cannot be understood"));
        QVERIFY(saidOf("[]").contains("cannot be understood"));
        QVERIFY(saidOf("{").contains("cannot be understood"));
    }

private:
    std::filesystem::path write(const std::string &bytes)
    {
        QFile file(m_folder.filePath("a.h5"));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes.data(), qsizetype(bytes.size()));
        return file.fileName().toStdString();
    }

    /// A shell script takes the place of the program that reads files.
    void pretend(const QByteArray &script)
    {
        QFile file(m_folder.filePath("pretender"));
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + script + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("GATESCOPE_IMPORT", file.fileName().toUtf8());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(HostileFilesTest)
#include "hostile_files_test.moc"
