// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "small_experiments.h"
#include "weight_edits.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace gatescope;

namespace {

/// Lets each run begin only when it is told to; can be told to fail.
class WaitingBackend : public ReferenceBackend
{
public:
    Result<std::shared_ptr<const Trace>> run(const NetworkSpec &spec, const Parameters &parameters,
                                             std::shared_ptr<const Batch> batch) const override
    {
        begun.release();
        let.acquire();
        ++runs;
        if (fails)
            return error("The backend is tired.");
        return ReferenceBackend::run(spec, parameters, std::move(batch));
    }

    mutable QSemaphore begun;
    mutable QSemaphore let;
    mutable std::atomic<int> runs = 0;
    std::atomic<bool> fails = false;
};

} // namespace

/// Which record a document shows while others are computed, or cannot be.
class DocumentRecordTest : public QObject
{
    Q_OBJECT

private slots:
    void anOvertakenAnswerIsShownUntilTheNextIsThere();
    void theFailureOfAnOvertakenEditIsNotTold();
    void whatWasAskedBeforeOpeningIsNotShown();
    void openingForgetsTheRecordBefore();
    void ofWaitingRequestsOnlyTheNewestIsComputed();
    void aFailedComputationKeepsTheOldRecord();
    void destroyedWhileComputing();
};

void DocumentRecordTest::anOvertakenAnswerIsShownUntilTheNextIsThere()
{
    auto owned = std::make_unique<WaitingBackend>();
    const WaitingBackend &backend = *owned;
    Document document(std::move(owned));
    QSignalSpy changed(&document, &Document::recordChanged);

    QVERIFY(document.open(numberExperiment()));
    const double before = weightOf(document.experiment());
    QVERIFY(backend.begun.tryAcquire(1, 5000));                  // the first is being computed …
    QVERIFY(document.edit("weight", withWeight(document, 0.5))); // … and overtaken
    backend.let.release();
    QVERIFY(backend.begun.tryAcquire(1, 5000)); // so its answer is there
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(weightOf(*document.record().experiment), before);
    QVERIFY(!document.isRecordCurrent());

    backend.let.release();
    document.waitForRecord();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(weightOf(*document.record().experiment), 0.5);
}

void DocumentRecordTest::theFailureOfAnOvertakenEditIsNotTold()
{
    auto owned = std::make_unique<WaitingBackend>();
    WaitingBackend &backend = *owned;
    Document document(std::move(owned));
    QSignalSpy failed(&document, &Document::computationFailed);
    backend.fails = true;
    QVERIFY(document.open(numberExperiment()));
    QVERIFY(backend.begun.tryAcquire(1, 5000));
    QVERIFY(document.edit("weight", withWeight(document, 0.5)));
    backend.let.release();
    QVERIFY(backend.begun.tryAcquire(1, 5000));
    backend.fails = false;
    backend.let.release();
    document.waitForRecord();
    QCoreApplication::processEvents();
    QCOMPARE(failed.count(), 0);
    QVERIFY(document.isRecordCurrent());
}

void DocumentRecordTest::whatWasAskedBeforeOpeningIsNotShown()
{
    auto owned = std::make_unique<WaitingBackend>();
    const WaitingBackend &backend = *owned;
    Document document(std::move(owned));
    QVERIFY(document.open(numberExperiment()));
    QVERIFY(backend.begun.tryAcquire(1, 5000));
    QVERIFY(document.open(letterExperiment()));
    backend.let.release();
    QVERIFY(backend.begun.tryAcquire(1, 5000));
    QCoreApplication::processEvents();
    QVERIFY(!document.record());
    backend.let.release();
    document.waitForRecord();
    QVERIFY(document.isRecordCurrent());
}

void DocumentRecordTest::openingForgetsTheRecordBefore()
{
    auto owned = std::make_unique<WaitingBackend>();
    WaitingBackend &backend = *owned;
    backend.let.release(10);
    Document document(std::move(owned));
    QVERIFY(document.open(numberExperiment()));
    document.waitForRecord();
    QVERIFY(document.record());
    QSignalSpy changed(&document, &Document::recordChanged);
    backend.fails = true;
    QVERIFY(document.open(letterExperiment()));
    QVERIFY(!document.record());
    QCOMPARE(changed.count(), 1);
    document.waitForRecord();
    QVERIFY(!document.record()); // no old numbers under the new title
}

void DocumentRecordTest::ofWaitingRequestsOnlyTheNewestIsComputed()
{
    auto owned = std::make_unique<WaitingBackend>();
    const WaitingBackend &backend = *owned;
    Document document(std::move(owned));
    QVERIFY(document.open(numberExperiment()));
    QVERIFY(backend.begun.tryAcquire(1, 5000));
    for (int i = 0; i < 20; ++i)
        QVERIFY(document.edit("weight", withWeight(document, 0.1 * i)));
    backend.let.release(21);
    document.waitForRecord();
    QVERIFY(document.isRecordCurrent());
    QCOMPARE(backend.runs.load(), 2);
}

void DocumentRecordTest::aFailedComputationKeepsTheOldRecord()
{
    auto owned = std::make_unique<WaitingBackend>();
    WaitingBackend &backend = *owned;
    backend.let.release(10);
    Document document(std::move(owned));
    QVERIFY(document.open(numberExperiment()));
    document.waitForRecord();
    const auto trace = document.record().trace;

    std::vector<std::string> failures;
    connect(&document, &Document::computationFailed, this,
            [&failures](const Error &error) { failures.push_back(error.english()); });
    backend.fails = true;
    QVERIFY(document.edit("weight", withWeight(document, 0.5)));
    document.waitForRecord();
    QCOMPARE(failures, std::vector<std::string>{"The backend is tired."});
    QCOMPARE(document.record().trace, trace);
    QVERIFY(!document.isRecordCurrent());

    backend.fails = false;
    document.undoStack().undo();
    document.waitForRecord();
    QVERIFY(document.isRecordCurrent());
}

void DocumentRecordTest::destroyedWhileComputing()
{
    for (int i = 0; i < 50; ++i) {
        Document document(std::make_unique<ReferenceBackend>());
        QVERIFY(document.open(numberExperiment()));
        QVERIFY(document.edit("weight", withWeight(document, i)));
        if (i % 3 == 0)
            QTest::qSleep(1);
    }
    auto owned = std::make_unique<WaitingBackend>();
    WaitingBackend &backend = *owned;
    auto document = std::make_unique<Document>(std::move(owned));
    QSignalSpy changed(document.get(), &Document::recordChanged);
    QVERIFY(document->open(numberExperiment()));
    QVERIFY(backend.begun.tryAcquire(1, 5000));
    QVERIFY(document->edit("weight", withWeight(*document, 0.5))); // waits; must not be computed any more
    const std::unique_ptr<QThread> later(QThread::create([&backend] {
        QThread::msleep(50);
        backend.let.release();
    }));
    later->start();
    document.reset(); // a second run would wait for ever
    later->wait();
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 0);
}

QTEST_GUILESS_MAIN(DocumentRecordTest)
#include "document_record_test.moc"
