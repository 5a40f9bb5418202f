// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments.h"
#include "gated_backend.h"
#include "ui/document/document.h"
#include "ui/explore/bars/computing_note.h"

#include <QTest>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

/// A stage whose document has its first record; the next is held up until `gate` lets it go.
struct Held {
    Gate gate;
    Document document{std::make_unique<GatedBackend>(gate)};
    QWidget stage;
    ComputingNote note{document, stage};

    Held()
    {
        stage.resize(600, 400);
        stage.show();
        if (!document.open(spelling({.hiddenSize = 3})))
            qFatal("The experiment of the test does not fit together.");
        document.waitForRecord();
    }
    ~Held()
    {
        if (document.isComputing()) // otherwise a test that fails would wait for ever
            gate.isFree.release();
    }
    void edit()
    {
        Experiment next = document.experiment();
        next.parameters.layers.front().W(0, 0) += 0.5;
        QVERIFY(document.edit("weight", next));
    }
};

} // namespace

class ComputingNoteTest : public QObject
{
    Q_OBJECT

private slots:
    void whatTakesLongIsSaidUntilItIsThere();
    void whatIsThereSoonSaysNothing();
    void aDraftThatTakesLongIsSaidToo();
    void itStaysWithinItsStage();
};

void ComputingNoteTest::whatTakesLongIsSaidUntilItIsThere()
{
    Held held;
    QVERIFY(held.note.words().isEmpty());
    held.gate.holds = true;
    held.edit();
    QVERIFY(held.document.isComputing());
    QVERIFY(held.note.words().isEmpty()); // it may be there at once
    QTRY_VERIFY(!held.note.words().isEmpty());
    const QString first = held.note.words();
    QVERIFY2(first.startsWith("Computing (steps: 5, units: 3): "), qPrintable(first));
    QCOMPARE(held.note.accessibleName(), first);
    QTRY_VERIFY(held.note.words() != first); // the seconds count on
    held.gate.isFree.release();
    QTRY_VERIFY(!held.document.isComputing());
    QVERIFY(held.note.words().isEmpty());
}

void ComputingNoteTest::whatIsThereSoonSaysNothing()
{
    Held held;
    held.edit();
    held.document.waitForRecord();
    QTest::qWait(700);
    QVERIFY(held.note.words().isEmpty());
}

void ComputingNoteTest::aDraftThatTakesLongIsSaidToo()
{
    Held held;
    held.gate.holds = true;
    held.document.draft({"weight", {}, [](const Experiment &experiment) -> Result<Experiment> {
                             Experiment next = experiment;
                             next.parameters.layers.front().W(0, 0) += 0.5;
                             return next;
                         }});
    QTRY_VERIFY(!held.note.words().isEmpty());
    held.gate.isFree.release();
    QTRY_VERIFY(held.note.words().isEmpty());
}

void ComputingNoteTest::itStaysWithinItsStage()
{
    Held held;
    held.gate.holds = true;
    held.edit();
    QTRY_VERIFY(!held.note.words().isEmpty());
    for (const QSize &size : {QSize(900, 500), QSize(120, 80)}) {
        held.stage.resize(size);
        QTRY_VERIFY2(QRect({}, size).contains(held.note.geometry()), "the note hangs over the stage");
    }
    held.gate.isFree.release();
    QTRY_VERIFY(!held.document.isComputing());
}

QTEST_MAIN(ComputingNoteTest)
#include "computing_note_test.moc"
