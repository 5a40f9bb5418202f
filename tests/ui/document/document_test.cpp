// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "core/experiment/files/experiment_file.h"
#include "small_experiments.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "weight_edits.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace gatescope;

namespace {

std::unique_ptr<Document> openDocument(Experiment experiment = numberExperiment())
{
    auto document = std::make_unique<Document>(std::make_unique<ReferenceBackend>());
    if (!document->open(std::move(experiment)))
        qFatal("the experiment does not fit together");
    return document;
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT
private slots:
    void theRecordComesWithoutAnEventLoop();
    void theRecordComesByTheEventLoop();
    void anUnfitExperimentIsNotOpened();
    void openingForgetsUndoAndIsClean();
    void undoAndRedoRestoreTheIdenticalExperiment();
    void twoHundredRandomEditsUndoneGiveTheVerySameBytes();
    void aRefusedEditChangesNothing();
    void anEditThatChangesNothingLeavesNoTrace();
    void editsWithTheSameKeyInARowAreOne();
    void keyedEditsThatComeBackLeaveNoTrace();
    void anEditMovesTheViewToWhatIsStillThere();
    void savingMakesItCleanAndKeepsTheView();
    void savingMovesAViewThatIsNoLongerThere();
    void whatCannotBeSavedStaysModified();
    void undoingBackToTheSavedExperimentIsClean();
};

void DocumentTest::theRecordComesWithoutAnEventLoop()
{
    const auto document = openDocument();
    QVERIFY(!document->record());
    QSignalSpy changed(document.get(), &Document::recordChanged);
    document->waitForRecord();
    QCOMPARE(changed.count(), 1);
    QVERIFY(document->isRecordCurrent());
    QCOMPARE(document->record().trace->output.steps(), 4);

    // The loss is the sum of each sequence's last output.
    const Trace &trace = *document->record().trace;
    double sum = 0;
    for (int n = 0; n < 3; ++n)
        sum += trace.output.at(trace.length(n) - 1, n).sum();
    QVERIFY(std::abs(document->record().loss - sum) < 1e-12);

    document->waitForRecord();
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 1);
}

void DocumentTest::theRecordComesByTheEventLoop()
{
    const auto document = openDocument();
    QTRY_VERIFY(document->isRecordCurrent());
    QVERIFY(document->edit("weight", withWeight(*document, 0.5)));
    QVERIFY(!document->isRecordCurrent());
    QTRY_VERIFY(document->isRecordCurrent());
    QCOMPARE(weightOf(*document->record().experiment), 0.5);
}

void DocumentTest::anUnfitExperimentIsNotOpened()
{
    const auto document = openDocument();
    const auto before = document->sharedExperiment();
    Experiment unfit = numberExperiment();
    unfit.spec.hiddenSize = 4;
    QVERIFY(!document->open(unfit, "/somewhere"));
    QCOMPARE(document->sharedExperiment(), before);
    QCOMPARE(document->path(), QString());
}

void DocumentTest::openingForgetsUndoAndIsClean()
{
    const auto document = openDocument();
    QVERIFY(document->edit("weight", withWeight(*document, 0.5)));
    QVERIFY(document->isModified());
    QSignalSpy modified(document.get(), &Document::modifiedChanged);
    QVERIFY(document->open(letterExperiment(), "/letters.gatescope"));
    QVERIFY(!document->undoStack().canUndo());
    QVERIFY(!document->isModified());
    QCOMPARE(modified.count(), 1);
    QCOMPARE(modified[0][0].toBool(), false);
    QCOMPARE(document->path(), QString("/letters.gatescope"));
    QCOMPARE(document->experiment().title, std::string("Letters"));
}

void DocumentTest::undoAndRedoRestoreTheIdenticalExperiment()
{
    const auto document = openDocument();
    const auto before = document->sharedExperiment();
    QVERIFY(document->edit("weight", withWeight(*document, 0.5)));
    const auto after = document->sharedExperiment();
    QSignalSpy changed(document.get(), &Document::experimentChanged);
    document->undoStack().undo();
    QCOMPARE(document->sharedExperiment(), before);
    document->undoStack().redo();
    QCOMPARE(document->sharedExperiment(), after);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(document->undoStack().undoText(), QString("weight"));
    document->undoStack().undo();
    document->waitForRecord();
    QCOMPARE(document->record().experiment, before);
}

namespace {

/// Some edit of a kind that fits any experiment here; it may be refused.
Result<Experiment> randomEdit(const Experiment &experiment, Random &random)
{
    const NetworkSpec &spec = experiment.spec;
    switch (random.below(8)) {
    case 0:
        return withParameter(experiment, {"weight_ih_l0", random.below(20), random.below(3)}, random.normal());
    case 1:
        return withInputValue(experiment, random.below(4), random.below(5), random.below(3), random.normal());
    case 2:
        return withInitialState(experiment, random.below(3), random.below(4), random.below(4), random.normal());
    case 3: {
        NetworkSpec other = spec;
        other.hiddenSize = 2 + random.below(3);
        other.cell = cells()[static_cast<std::size_t>(random.below(3))].kind;
        return withSpec(experiment, other, random.next());
    }
    case 4:
        return withLength(experiment, random.below(4), random.below(6));
    case 5:
        return withWatched(experiment, WatchedSteps(random.below(3)), random.below(5));
    case 6: {
        Pin pin{.part = random.below(2) == 0 ? Part::state : Part::update,
                .unit = random.below(3),
                .value = random.uniform()};
        pin.firstStep = pin.lastStep = random.below(4);
        return random.below(4) == 0 ? withoutPin(experiment, pin) : withPin(experiment, pin);
    }
    default:
        return withHead(experiment, random.below(3), random.next());
    }
}

} // namespace

void DocumentTest::twoHundredRandomEditsUndoneGiveTheVerySameBytes()
{
    const auto document = openDocument();
    std::vector<std::string> bytes{writeExperiment(document->experiment())};
    Random random(3);
    for (int tries = 0; bytes.size() <= 200 && tries < 5000; ++tries) {
        const int before = document->undoStack().count();
        const auto next = randomEdit(document->experiment(), random);
        if (next && document->edit("edit", *next) && document->undoStack().count() > before)
            bytes.push_back(writeExperiment(document->experiment()));
    }
    QCOMPARE(bytes.size(), std::size_t(201));
    for (std::size_t i = bytes.size(); i-- > 0; document->undoStack().undo())
        QVERIFY2(writeExperiment(document->experiment()) == bytes[i], qPrintable(QString::number(i)));
    for (const std::string &expected : bytes) {
        QVERIFY(writeExperiment(document->experiment()) == expected);
        document->undoStack().redo();
    }
    document->waitForRecord();
    QVERIFY(document->isRecordCurrent());
}

void DocumentTest::aRefusedEditChangesNothing()
{
    const auto document = openDocument();
    document->waitForRecord();
    const auto before = document->sharedExperiment();
    QSignalSpy changed(document.get(), &Document::experimentChanged);
    Experiment unfit = document->experiment();
    unfit.parameters.layers.pop_back();
    QVERIFY(!document->edit("break", unfit));
    QCOMPARE(document->sharedExperiment(), before);
    QCOMPARE(document->undoStack().count(), 0);
    QCOMPARE(changed.count(), 0);
    QVERIFY(!document->isModified());
    QVERIFY(document->isRecordCurrent());
}

void DocumentTest::anEditThatChangesNothingLeavesNoTrace()
{
    const auto document = openDocument();
    QVERIFY(document->edit("nothing", document->experiment()));
    QCOMPARE(document->undoStack().count(), 0);
    QVERIFY(!document->isModified());
}

void DocumentTest::editsWithTheSameKeyInARowAreOne()
{
    const auto document = openDocument();
    const auto before = document->sharedExperiment();
    for (const double value : {0.1, 0.2, 0.3})
        QVERIFY(document->edit("weight", withWeight(*document, value), "weight 1, 2"));
    QCOMPARE(document->undoStack().count(), 1);
    QVERIFY(document->edit("weight", withWeight(*document, 0.4), "another key"));
    QVERIFY(document->edit("weight", withWeight(*document, 0.5)));
    QVERIFY(document->edit("weight", withWeight(*document, 0.6)));
    QCOMPARE(document->undoStack().count(), 4);
    document->undoStack().setIndex(1);
    QCOMPARE(weightOf(document->experiment()), 0.3);
    document->undoStack().undo();
    QCOMPARE(document->sharedExperiment(), before);
    document->undoStack().redo();
    QCOMPARE(weightOf(document->experiment()), 0.3);
}

void DocumentTest::keyedEditsThatComeBackLeaveNoTrace()
{
    const auto document = openDocument();
    const double old = weightOf(document->experiment());
    QVERIFY(document->edit("weight", withWeight(*document, 0.1), "drag"));
    QVERIFY(document->edit("weight", withWeight(*document, old), "drag"));
    QCOMPARE(document->undoStack().count(), 0);
    QVERIFY(!document->isModified());
    QCOMPARE(weightOf(document->experiment()), old);
}

void DocumentTest::anEditMovesTheViewToWhatIsStillThere()
{
    Experiment looking = letterExperiment(); // hello, ol
    looking.view.step = 4;
    const auto document = openDocument(looking);
    QVERIFY(document->edit("text", withText(document->experiment(), 0, "he").value()));
    QCOMPARE(document->experiment().view.step, 1);
    document->undoStack().undo();
    QCOMPARE(document->experiment().view.step, 4);
}

void DocumentTest::savingMakesItCleanAndKeepsTheView()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QString::fromUtf8("Grüße.gatescope"));
    const auto document = openDocument();
    QVERIFY(document->edit("weight", withWeight(*document, 0.1 + 0.2)));
    QSignalSpy modified(document.get(), &Document::modifiedChanged);
    QSignalSpy moved(document.get(), &Document::pathChanged);
    const ExperimentView view{.sequence = 2, .step = 1, .part = 3};
    QVERIFY(document->save(path, view));
    QVERIFY(!document->isModified());
    QCOMPARE(modified.count(), 1);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(document->path(), path);
    QVERIFY(document->undoStack().canUndo());

    QVERIFY(QFile::exists(path));
    Experiment expected = document->experiment();
    expected.view = view;
    const auto read = readExperimentFile(path.toStdString());
    QVERIFY(read);
    QVERIFY(*read == expected);
}

void DocumentTest::savingMovesAViewThatIsNoLongerThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.gatescope");
    const auto document = openDocument();
    QVERIFY(document->save(path, {.sequence = 1, .step = 3, .unit = 7})); // sequence 1 has one step
    const auto read = readExperimentFile(path.toStdString());
    QVERIFY(read);
    QVERIFY((read->view == ExperimentView{.sequence = 1, .step = 0, .unit = 2}));
}

void DocumentTest::whatCannotBeSavedStaysModified()
{
    const auto document = openDocument();
    QVERIFY(document->edit("weight", withWeight(*document, 0.5)));
    QVERIFY(!document->save("/no/such/folder/a.gatescope", {}));
    QVERIFY(document->isModified());
    QCOMPARE(document->path(), QString());
}

void DocumentTest::undoingBackToTheSavedExperimentIsClean()
{
    const QTemporaryDir folder;
    const auto document = openDocument();
    QVERIFY(document->edit("weight", withWeight(*document, 0.5), "drag"));
    QVERIFY(document->save(folder.filePath("a.gatescope"), {}));
    QVERIFY(document->edit("weight", withWeight(*document, 0.6), "drag")); // not merged into what is saved
    QVERIFY(document->isModified());
    document->undoStack().undo();
    QVERIFY(!document->isModified());
    QCOMPARE(weightOf(document->experiment()), 0.5);
}

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
