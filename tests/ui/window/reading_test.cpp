// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/file_reading.h"

#include "core/experiment/files/open_file.h"
#include "tests/ui/window/open_window.h"
#include "ui/document/training/training.h"
#include "ui/explore/bars/message_bar.h"
#include "ui/explore/beside/second_network.h"
#include "ui/train/train_place.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gatescope;

/// What the window does while a file is read that takes its time. A script takes the place of the program that reads
/// other programs' files: it notes that it began and waits for a sign.
class ReadingTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theWindowGoesOnAndTheFileIsReadOnce();
    void escapeAndTheButtonGiveItUp();
    void aFileThatIsOpenedMeanwhileWins();
    void aFileThatVanishesIsSaid();
    void aSecondNetworkIsReadInTheSameWay();
    void aTrainingReadsTheFileThatItBeganWithOnce();
    void aLargeNetworkIsComputedWhileTheWindowGoesOn();
    void nothingIsTakenAwayFromUnderAMenu();
    void closingEndsTheReading();
    void aResetThatWasForgottenIsPutRight();

private:
    void letItRead();
    int begun() const;
    static QWidget *bar(OpenWindow &open) { return open.window.findChild<QWidget *>("readingBar"); }

    QTemporaryDir m_folder;
    const QString m_golden = GATESCOPE_SOURCE_DIR "/tests/golden/";
    const QString m_keras = m_golden + "keras_files/stacked_gru.keras";
};

void ReadingTest::init()
{
    QFile::remove(m_folder.filePath("sign"));
    QFile::remove(m_folder.filePath("begun"));
    QFile script(m_folder.filePath("slow"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(QStringLiteral("#!/bin/sh\necho >>%1/begun\nwhile [ ! -e %1/sign ]; do sleep 0.02; done\nexec %2\n")
                     .arg(m_folder.path(), QStringLiteral(GATESCOPE_IMPORT_PROGRAM))
                     .toUtf8());
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("GATESCOPE_IMPORT", script.fileName().toUtf8());
}

void ReadingTest::letItRead()
{
    QFile sign(m_folder.filePath("sign"));
    QVERIFY(sign.open(QIODevice::WriteOnly));
}

/// How often the program was started.
int ReadingTest::begun() const
{
    QFile lines(m_folder.filePath("begun"));
    return lines.open(QIODevice::ReadOnly) ? int(lines.readAll().count('\n')) : 0;
}

void ReadingTest::theWindowGoesOnAndTheFileIsReadOnce()
{
    OpenWindow open;
    const auto before = open.document.sharedExperiment();
    QElapsedTimer waited;
    waited.start();
    open.window.files().open(m_keras);
    QVERIFY2(waited.elapsed() < 1000, qPrintable(QString::number(waited.elapsed())));
    QVERIFY(open.window.files().reading().isBusy());
    QVERIFY(bar(open)->isHidden()); // a moment is nothing to be told

    int beats = 0;
    QTimer heart;
    heart.setInterval(16);
    connect(&heart, &QTimer::timeout, this, [&] { ++beats; });
    heart.start();
    QTRY_VERIFY(bar(open)->isVisible());
    QVERIFY(bar(open)->findChild<QLabel *>()->text().contains("stacked_gru.keras"));
    const int step = open.at().step;
    open.press(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(open.at().step, step + 1);
    QTRY_VERIFY(bar(open)->findChild<QLabel *>()->text().contains("s so far"));
    QVERIFY2(beats > 10, qPrintable(QString::number(beats)));
    QCOMPARE(open.document.sharedExperiment(), before);

    QSignalSpy used(&open.window.files(), &ExperimentFiles::used);
    letItRead();
    QTRY_COMPARE_WITH_TIMEOUT(used.count(), 1, 30'000);
    QCOMPARE(open.document.experiment().spec.embeddingRows, 7);
    QVERIFY(bar(open)->isHidden());
    QCOMPARE(begun(), 1);
}

void ReadingTest::escapeAndTheButtonGiveItUp()
{
    OpenWindow open;
    const auto before = open.document.sharedExperiment();
    QSignalSpy refused(&open.window.files(), &ExperimentFiles::refused);
    for (const bool byKey : {true, false}) {
        open.window.files().open(m_keras);
        QTRY_VERIFY(bar(open)->isVisible());
        if (byKey)
            open.press(Qt::Key_Escape);
        else
            bar(open)->findChild<QAbstractButton *>()->click();
        QVERIFY(!open.window.files().reading().isBusy());
        QVERIFY(bar(open)->isHidden());
    }
    letItRead();
    QTest::qWait(300); // whatever came late
    QCOMPARE(open.document.sharedExperiment(), before);
    QCOMPARE(refused.count(), 0);
    QVERIFY(open.opens(m_keras)); // and it can be opened again
}

void ReadingTest::aFileThatIsOpenedMeanwhileWins()
{
    OpenWindow open;
    QSignalSpy used(&open.window.files(), &ExperimentFiles::used);
    open.window.files().open(m_keras);
    QTRY_COMPARE(begun(), 1);
    QVERIFY(open.opens(m_golden + "safetensors/lstm.safetensors"));
    QCOMPARE(open.document.experiment().spec.cell, CellKind::lstm);
    letItRead();
    QTest::qWait(300);
    QCOMPARE(used.count(), 1);
    QCOMPARE(open.document.experiment().spec.cell, CellKind::lstm);

    QFile::remove(m_folder.filePath("sign"));
    open.window.files().open(m_keras);
    QVERIFY(open.window.files().openDemo("latch")); // a demo is there at once
    QVERIFY(!open.window.files().reading().isBusy());
}

void ReadingTest::aFileThatVanishesIsSaid()
{
    OpenWindow open;
    const auto before = open.document.sharedExperiment();
    const QString path = m_folder.filePath("gone.keras");
    QVERIFY(QFile::copy(m_keras, path));
    QSignalSpy refused(&open.window.files(), &ExperimentFiles::refused);
    open.window.files().open(path);
    QVERIFY(QFile::remove(path)); // before it is read, or while it is: then it is still there for who has opened it
    letItRead();
    QTRY_VERIFY_WITH_TIMEOUT(!open.window.files().reading().isBusy(), 30'000);
    if (refused.isEmpty())
        QCOMPARE(open.document.experiment().spec.embeddingRows, 7);
    else
        QCOMPARE(open.document.sharedExperiment(), before);
    QVERIFY(!open.opens(path));
    QVERIFY2(refused.last()[0].toString().contains("gone.keras"), qPrintable(refused.last()[0].toString()));
}

void ReadingTest::aSecondNetworkIsReadInTheSameWay()
{
    OpenWindow open;
    letItRead();
    QVERIFY(open.opens(m_keras));
    QFile::remove(m_folder.filePath("sign"));
    open.window.files().openSecond(m_golden + "keras_files/stacked_gru.h5");
    QTRY_COMPARE(begun(), 2);
    QVERIFY(!open.window.explore().second().isOpen());
    letItRead();
    QTRY_VERIFY_WITH_TIMEOUT(open.window.explore().second().isOpen(), 30'000);
}

void ReadingTest::aTrainingReadsTheFileThatItBeganWithOnce()
{
    auto begins = beginning(Training::usualPlan());
    QVERIFY(begins.ok());
    begins->first = FirstNumbers{};
    begins->first->model = m_keras.toStdString();
    const QString path = m_folder.filePath("kept.training");
    QVERIFY(writeTrainingFile(path.toStdString(), *begins).ok());

    OpenWindow open;
    TrainPlace &train = open.window.train();
    whenDialogOpens(&open.window, [&path](QDialog &chooser) {
        chooser.findChild<QLineEdit *>()->setText(path);
        QMetaObject::invokeMethod(&chooser, "accept");
    });
    train.resumeRun(open.window.files().reading());
    QTRY_COMPARE(begun(), 1);
    QTRY_VERIFY(bar(open)->isVisible());
    letItRead();
    QTRY_VERIFY_WITH_TIMEOUT(!open.window.files().reading().isBusy(), 30'000);
    QVERIFY2(train.message().contains("goes on behind update 0"), qPrintable(train.message()));

    TrainingPlan plan = train.training().planned().plan();
    QCOMPARE(plan.model, m_keras.toStdString());
    for (const double rate : {0.01, 0.02, 0.03}) {
        plan.settings.training.optimizer.learningRate = rate;
        train.training().setPlan(plan);
    }
    QVERIFY(train.training().planned().problem()); // the file holds a network for letters
    QCOMPARE(begun(), 1);
}

void ReadingTest::aLargeNetworkIsComputedWhileTheWindowGoesOn()
{
    OpenWindow open;
    Experiment large = open.document.experiment();
    large.spec.hiddenSize = 1024;
    large.parameters = initialParameters(large.spec, 1);
    large.view.step = 7;
    QVERIFY(open.window.files().show(large));
    QVERIFY(!open.document.record());
    QVERIFY(open.document.isComputing());
    QTRY_VERIFY_WITH_TIMEOUT(open.document.record(), 60'000);
    QCOMPARE(open.at().step, 7); // where it was last looked at
}

void ReadingTest::nothingIsTakenAwayFromUnderAMenu()
{
    OpenWindow open;
    const auto before = open.document.sharedExperiment();
    open.window.files().open(m_keras);
    open.window.showMenu();
    QTRY_VERIFY(QApplication::activePopupWidget());
    letItRead();
    QTest::qWait(1000);
    QVERIFY(open.window.files().reading().isBusy());
    QCOMPARE(open.document.sharedExperiment(), before);
    QApplication::activePopupWidget()->close();
    QTRY_VERIFY_WITH_TIMEOUT(!open.window.files().reading().isBusy(), 30'000);
    QCOMPARE(open.document.experiment().spec.embeddingRows, 7);
}

void ReadingTest::closingEndsTheReading()
{
    QElapsedTimer waited;
    {
        OpenWindow open;
        open.window.files().open(m_keras);
        QTRY_COMPARE(begun(), 1);
        waited.start();
        QVERIFY(open.window.close());
        QVERIFY(!open.window.files().reading().isBusy());
    }
    QVERIFY2(waited.elapsed() < 10'000, qPrintable(QString::number(waited.elapsed())));
}

void ReadingTest::aResetThatWasForgottenIsPutRight()
{
    letItRead();
    OpenWindow open;
    QVERIFY(open.opens(m_golden + "onnx_files/forgotten.onnx"));
    auto *message = open.window.findChild<MessageBar *>();
    auto *way = message->findChild<QAbstractButton *>("messageWay");
    QVERIFY2(message->message().contains("linear_before_reset=0"), qPrintable(message->message()));
    QTRY_VERIFY(way->isVisible());
    const Experiment before = open.document.experiment();
    QCOMPARE(before.spec.reset, ResetPlacement::before);
    way->click();
    const auto right
        = openNetwork((m_golden + "onnx_files/forgotten.onnx").toStdString(), {.reset = ResetPlacement::after});
    QVERIFY(right.ok());
    QVERIFY(open.document.experiment().spec == right->spec);
    QCOMPARE(open.document.experiment().parameters, right->parameters);
    open.document.waitForRecord();
    QVERIFY(message->message().contains("acts after the product now"));
    QVERIFY(!way->isVisible());
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(open.document.experiment().spec == before.spec);

    QVERIFY(open.opens(m_golden + "onnx_files/torch_lstm.onnx")); // nothing is in doubt
    QVERIFY(!way->isVisible());
}

QTEST_MAIN(ReadingTest)
#include "reading_test.moc"
