// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/what_if.h"

#include "core/engine/reference_backend.h"
#include "core/experiment/example_input.h"
#include "small_experiments.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/drawing/scene/difference.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace gatescope;

class WhatIfTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>(std::make_unique<ReferenceBackend>());
        QVERIFY(m_document->open(numberExperiment()));
        m_document->waitForRecord();
        m_playhead = std::make_unique<Playhead>();
        m_whatIf = std::make_unique<WhatIf>(*m_document, *m_playhead);
    }
    void cleanup()
    {
        m_whatIf.reset();
        m_playhead.reset();
        m_document.reset();
    }

    /// A quiz shows one run after the other of networks that are alike: none is what became of the one before.
    void aRunThatIsOpenedIsNoWhatIfOfTheLastOne()
    {
        const Record before = m_document->record();
        stand({.step = 1, .part = 2, .unit = 1});
        m_whatIf->holdHere(1);
        wait();
        QVERIFY(m_document->ghost());
        const Record held = m_document->record();
        m_document->open(before);
        QVERIFY(!m_document->ghost());
        QCOMPARE(m_document->record().trace, before.trace);
        m_document->open(held);
        QVERIFY(!m_document->ghost());
    }

    void aHeldGateIsHeldInTheNextRecord()
    {
        stand({.step = 1, .part = 2, .unit = 1});
        m_whatIf->holdHere(1);
        wait();
        QCOMPARE(valueOf(Part::update, 1, 1), 1.0);
        QCOMPARE(valueOf(Part::state, 1, 1), valueOf(Part::state, 0, 1));
        QVERIFY(valueOf(Part::update, 2, 1) < 1);
    }

    void aValueCannotLeaveItsRange()
    {
        stand({.step = 1, .part = 2});
        m_whatIf->holdHere(7);
        QCOMPARE(m_document->experiment().pins.at(0).value, 1.0);
        m_whatIf->holdHere(-7);
        QCOMPARE(m_document->experiment().pins.at(0).value, 0.0);
        stand({.step = 1, .part = 3});
        m_whatIf->holdHere(-7);
        QCOMPARE(m_document->experiment().pins.at(1).value, -1.0);
    }

    void nudgesAddUpFromWhatTheNetworkMade()
    {
        stand({.step = 2, .part = 2});
        const double made = *m_whatIf->valueAt(m_playhead->state());
        m_whatIf->nudge(0.05);
        m_whatIf->nudge(0.05);
        wait();
        QVERIFY(std::abs(valueOf(Part::update, 2, 0) - (made + 0.1)) < 1e-15);
        QCOMPARE(m_document->experiment().pins.size(), std::size_t(1));
    }

    void whatIsReadOtherwiseIsNamedAndLetGo()
    {
        stand({.step = 1});
        const Experiment original = m_document->experiment();
        const GivenPlace place{GivenPlace::What::input, 0, 1, 0, 1};
        m_whatIf->beginGivenDrag(place);
        m_whatIf->dragBy(40);
        m_whatIf->endDrag();
        wait();
        QVERIFY(m_whatIf->changedAt(m_playhead->state()) == place);
        QCOMPARE(m_whatIf->valueBefore(place), givenValue(original, place));
        QVERIFY(m_document->isModified());
        m_whatIf->letGo();
        wait();
        QVERIFY(!m_whatIf->changedAt(m_playhead->state()) && !m_document->ghost());
        QVERIFY(m_document->experiment() == original);
        QVERIFY2(!m_document->isModified(), "what was let go again is nothing to be saved");
    }

    void anotherStateAtTheStartIsLetGoWithWhatIsHeld()
    {
        stand({.step = 0, .part = 2, .unit = 1});
        const Experiment original = m_document->experiment();
        const GivenPlace place{GivenPlace::What::state, 0, 0, 1, 2};
        m_whatIf->setGiven(place, 0.5);
        wait();
        QVERIFY(m_whatIf->changedAt(m_playhead->state()) == place);
        m_whatIf->holdHere(1);
        wait();
        QCOMPARE(m_document->experiment().pins.size(), std::size_t(1));
        m_whatIf->letAllGo();
        wait();
        QVERIFY(m_document->experiment() == original && m_document->experiment().pins.empty());
        QVERIFY(!m_document->isModified());
        m_document->undoStack().undo();
        QVERIFY(m_document->isModified());
        m_document->undoStack().redo();
        QVERIFY(!m_document->isModified());
    }

    void ofSeveralChangesThePlaceHasItsOwn()
    {
        stand({.step = 2});
        m_whatIf->setGiven({GivenPlace::What::input, 0, 1, 0, 0}, 3);
        m_whatIf->setGiven({GivenPlace::What::input, 0, 2, 0, 1}, 3);
        wait();
        QCOMPARE(m_whatIf->changedGiven(0).size(), std::size_t(2));
        QCOMPARE(m_whatIf->changedAt(m_playhead->state())->step, 2);
        stand({.step = 3});
        QCOMPARE(m_whatIf->changedAt(m_playhead->state())->step, 1);
        stand({.sequence = 2});
        QVERIFY2(!m_whatIf->changedAt(m_playhead->state()), "another sequence reads what it did");
    }

    void whatTheNetworkMakesIsNotGiven()
    {
        wait();
        const Record &record = m_document->record();
        PlayheadState at = clamped({.step = 0}, *record.trace);
        QVERIFY(givenAt(record, at, {u"x"_qs, 1}) && givenAt(record, at, {u"h"_qs, 1}));
        QVERIFY(!givenAt(record, at, {u"x"_qs}) && !givenAt(record, at, {u"z"_qs, 1}));
        QVERIFY(!givenAt(record, at, {u"x"_qs, record.spec().inputSize}));
        at.step = 1;
        QVERIFY2(!givenAt(record, at, {u"h"_qs, 1}), "the step before has made it");
    }

    void aNumberThatIsNotThereCannotBeMoved()
    {
        for (const ParameterPlace &place :
             {ParameterPlace{"weight_hh_l9", 0, 0}, {"weight_hh_l0", 1000, 0}, {"weight_hh_l0", 0, -1}}) {
            QVERIFY(!m_whatIf->numberAt(place));
            m_whatIf->nudgeParameter(place, 1);
            m_whatIf->beginNumberDrag(place);
            m_whatIf->dragBy(10);
            m_whatIf->endDrag();
        }
        QVERIFY(!m_document->undoStack().canUndo());
    }

    void stepsCanBeChosen()
    {
        stand({.step = 1, .part = 2});
        m_whatIf->holdHere(0.5);
        m_whatIf->holdFrom(0, 3, 0.25);
        wait();
        for (int step = 0; step < 4; ++step)
            QCOMPARE(valueOf(Part::update, step, 0), 0.25);
        QCOMPARE(m_document->experiment().pins.size(), std::size_t(1));
    }

    void lettingGoGivesTheRunBefore()
    {
        const Matrix before = m_document->record().trace->output.step(3);
        stand({.step = 1, .part = 2});
        m_whatIf->holdHere(1);
        wait();
        QVERIFY(!Matrix(m_document->record().trace->output.step(3)).isApprox(before, 1e-12));
        m_whatIf->letGo();
        wait();
        QCOMPARE(Matrix(m_document->record().trace->output.step(3)), before);
        QVERIFY(!m_whatIf->pinAt(m_playhead->state()));
    }

    void thePartWithoutAValueIsRefusedWithASentence()
    {
        QSignalSpy refused(m_whatIf.get(), &WhatIf::refused);
        stand({.step = 1, .part = 0});
        m_whatIf->holdHere(1);
        QCOMPARE(refused.size(), 1);
        QVERIFY(m_document->experiment().pins.empty());
    }

    void aPinOfAllSequencesStaysOne()
    {
        const Pin all{.part = Part::update, .unit = 0, .firstStep = 0, .lastStep = 3, .value = 0.8734};
        QVERIFY(m_document->edit("p", *withPin(m_document->experiment(), all)));
        wait();
        stand({.step = 1, .part = 2});
        m_whatIf->holdFrom(0, 2, all.value);
        QCOMPARE(m_document->experiment().pins.size(), std::size_t(1));
        QVERIFY(!m_document->experiment().pins[0].sequence);
        QCOMPARE(m_document->experiment().pins[0].value, 0.8734);
    }

    void heldInTwoSequencesAreTwoEdits()
    {
        stand({.sequence = 0, .step = 1, .part = 2});
        m_whatIf->holdHere(1);
        wait();
        stand({.sequence = 2, .step = 1, .part = 2});
        m_whatIf->holdHere(1);
        m_document->undoStack().undo();
        QCOMPARE(m_document->experiment().pins.size(), std::size_t(1));
    }

    void anotherCellOnItsWayIsNotHeld()
    {
        NetworkSpec lstm = m_document->experiment().spec;
        lstm.cell = CellKind::lstm;
        stand({.step = 1, .part = 2});
        QVERIFY(m_document->edit("c", *withSpec(m_document->experiment(), lstm, 1)));
        m_whatIf->nudge(0.1); // the record is still the GRU's
        QVERIFY(m_document->experiment().pins.empty());
        wait();
        m_whatIf->holdHere(1);
        QCOMPARE(m_document->experiment().pins.size(), std::size_t(1));
    }

    void theRunBeforeStaysAsAGhost()
    {
        QVERIFY(!m_document->ghost());
        const auto original = m_document->record().trace;
        stand({.step = 1, .part = 2});
        m_whatIf->holdHere(1);
        wait();
        QVERIFY(m_document->ghost() && m_document->ghost()->trace == original);
        m_whatIf->holdHere(0);
        wait();
        QVERIFY2(m_document->ghost()->trace == original, "the ghost is what was before the first change");
        m_document->undoStack().undo();
        m_document->undoStack().undo();
        wait();
        QVERIFY2(!m_document->ghost(), "undone: nothing differs");
    }

    void aChangedWeightHasAGhostAndAnotherNetworkHasNone()
    {
        QVERIFY(m_document->edit("w", *withParameter(m_document->experiment(), {"weight_hh_l0", 0, 0}, 0.5)));
        wait();
        QVERIFY(m_document->ghost());
        NetworkSpec larger = m_document->experiment().spec;
        larger.hiddenSize = 5;
        QVERIFY(m_document->edit("n", *withSpec(m_document->experiment(), larger, 1)));
        wait();
        QVERIFY2(!m_document->ghost(), "runs of other sizes cannot be laid over each other");
    }

    /// A file that is opened has another thing at every step: it is no what-if of what was read before.
    void anotherInputIsARunOfItsOwn()
    {
        Input read = exampleInput(m_document->experiment().spec, {12});
        QVERIFY(m_document->edit("i", *withInput(m_document->experiment(), read)));
        wait();
        for (Matrix &numbers : std::get<NumberInput>(read.source).sequences)
            numbers.array() += 1;
        QVERIFY(m_document->edit("i", *withInput(m_document->experiment(), read)));
        wait();
        QVERIFY(!m_document->ghost() && m_whatIf->changedGiven(0).empty());
        m_document->undoStack().undo();
        wait();
        QVERIFY2(!m_document->ghost(), "nor the other way round");

        QVERIFY(m_document->edit("x", *withInputValue(m_document->experiment(), 0, 3, 0, 0.5)));
        wait();
        QVERIFY2(m_document->ghost(), "one number is a what-if");
        QCOMPARE(m_whatIf->changedGiven(0).size(), std::size_t(1));
    }

    void comparingFromHereDropsTheGhost()
    {
        stand({.step = 1, .part = 2});
        m_whatIf->holdHere(1);
        wait();
        QVERIFY(m_document->ghost());
        m_document->takeAsOriginal();
        QVERIFY(!m_document->ghost());
        m_whatIf->letGo();
        wait();
        QVERIFY(m_document->ghost());
    }

    void theLargestDifferenceIsFound()
    {
        stand({.step = 1, .part = 4, .unit = 2});
        const double made = *m_whatIf->valueAt(m_playhead->state());
        m_whatIf->holdHere(made > 0 ? -1 : 1);
        wait();
        const LargestDifference most
            = largestDifference(m_document->record(), *m_document->ghost(), m_playhead->state());
        QCOMPARE(most.step, 1);
        QCOMPARE(most.unit, 2);
        QVERIFY(std::abs(std::abs(most.value) - (1 + std::abs(made))) < 1e-12);
    }

private:
    void stand(const PlayheadState &state) { m_playhead->moveTo(state); }
    void wait() { m_document->waitForRecord(); }
    double valueOf(Part part, int step, int unit) const
    {
        return m_document->record().trace->at(0, Direction::forward)[part](step, 0, unit);
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<Playhead> m_playhead;
    std::unique_ptr<WhatIf> m_whatIf;
};

QTEST_GUILESS_MAIN(WhatIfTest)
#include "what_if_test.moc"
