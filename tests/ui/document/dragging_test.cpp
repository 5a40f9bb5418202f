// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "small_experiments.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/document/what_if.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <array>
#include <functional>

using namespace gatescope;

class DraggingTest : public QObject
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

    void aDragIsOneEdit()
    {
        stand({.step = 2, .part = 2});
        const double made = *m_whatIf->valueAt(m_playhead->state());
        m_whatIf->beginDrag(m_playhead->state());
        for (const double up : {3, 9, 20, 10})
            m_whatIf->dragBy(up);
        m_whatIf->endDrag();
        QVERIFY(std::abs(m_document->experiment().pins.at(0).value - (made + 0.1)) < 1e-15);
        m_document->undoStack().undo();
        QVERIFY(m_document->experiment().pins.empty());
        QVERIFY(!m_document->undoStack().canUndo());
    }

    void aDragOfAWeightIsOneEdit()
    {
        const ParameterPlace place{"weight_hh_l0", 1, 0};
        const double before = *m_whatIf->numberAt(place);
        for (const double upTo : {40, -30}) {
            const double start = *m_whatIf->numberAt(place);
            m_whatIf->beginNumberDrag(place);
            for (const double up : {5.0, 90.0, upTo})
                m_whatIf->dragBy(up);
            m_whatIf->endDrag();
            QVERIFY(std::abs(*m_whatIf->numberAt(place) - (start + upTo / 100)) < 1e-15);
        }
        wait();
        QVERIFY2(m_document->ghost(), "the run before stays as a ghost");
        m_document->undoStack().undo();
        QVERIFY(std::abs(*m_whatIf->numberAt(place) - (before + 0.4)) < 1e-15);
        m_document->undoStack().undo();
        QCOMPARE(*m_whatIf->numberAt(place), before);
        QVERIFY(!m_document->undoStack().canUndo());
    }

    void aDragOfAValueAfterOneOfAWeightHoldsTheValue()
    {
        m_whatIf->beginNumberDrag({"weight_hh_l0", 1, 0});
        m_whatIf->dragBy(10);
        m_whatIf->endDrag();
        const Parameters before = m_document->experiment().parameters;
        m_whatIf->beginDrag({.step = 2, .part = 2});
        m_whatIf->dragBy(10);
        m_whatIf->endDrag();
        QVERIFY(m_document->experiment().parameters == before);
        QCOMPARE(m_document->experiment().pins.size(), std::size_t(1));
    }

    void aDragOfAnInputAndOfTheFirstStateIsOneEditEach()
    {
        using What = GivenPlace::What;
        for (const GivenPlace &place : {GivenPlace{What::input, 0, 1, 0, 1}, GivenPlace{What::state, 0, 0, 0, 2}}) {
            const double before = givenValue(m_document->experiment(), place);
            m_whatIf->beginGivenDrag(place);
            for (const double up : {5.0, 90.0, 40.0})
                m_whatIf->dragBy(up);
            m_whatIf->endDrag();
            QVERIFY(std::abs(givenValue(m_document->experiment(), place) - (before + 0.4)) < 1e-15);
            wait();
            QVERIFY2(m_document->ghost(), "the run before stays as a ghost");
            m_document->undoStack().undo();
            QCOMPARE(givenValue(m_document->experiment(), place), before);
            QVERIFY(!m_document->undoStack().canUndo());
        }
    }

    void whatIsDraggedIsWhatOneEditOfItGives()
    {
        const ParameterPlace weight{"weight_hh_l0", 1, 0};
        const GivenPlace input{GivenPlace::What::input, 0, 1, 0, 1};
        stand({.step = 2, .part = 2});
        const PlayheadState gate = m_playhead->state();
        const Experiment original = m_document->experiment();
        const double made = *m_whatIf->valueAt(gate), stored = *m_whatIf->numberAt(weight);
        const Pin pin{gate.layer, gate.direction, Part::update, gate.unit, 2, 2, 0, made + 0.2};
        const std::array<std::function<void()>, 3> begins{[&] { m_whatIf->beginDrag(gate); },
                                                          [&] { m_whatIf->beginNumberDrag(weight); },
                                                          [&] { m_whatIf->beginGivenDrag(input); }};
        const std::array<Experiment, 3> edited{*withPin(original, pin), *withParameter(original, weight, stored + 0.2),
                                               *withGiven(original, input, givenValue(original, input) + 0.2)};
        for (std::size_t i = 0; i < begins.size(); ++i) {
            for (const bool isComputedBefore : {false, true}) {
                begins[i]();
                for (const double up : {-7.0, 90.0, 20.0})
                    m_whatIf->dragBy(up);
                if (isComputedBefore)
                    wait();
                m_whatIf->endDrag();
                QVERIFY(m_document->experiment() == edited[i]);
                wait();
                QVERIFY(m_document->isRecordCurrent() && m_document->ghost());
                const Record alone
                    = *computeRecord(m_document->backend(), std::make_shared<const Experiment>(edited[i]));
                QCOMPARE(Matrix(m_document->record().trace->output.step(3)), Matrix(alone.trace->output.step(3)));
                QCOMPARE(m_document->record().loss, alone.loss);
                m_document->undoStack().undo();
                QVERIFY(m_document->experiment() == original && !m_document->undoStack().canUndo());
                wait();
            }
        }
    }

    void movesOfADragWaitForOneAnother()
    {
        const ParameterPlace place{"weight_hh_l0", 1, 0};
        const double before = *m_whatIf->numberAt(place);
        m_whatIf->beginNumberDrag(place);
        QSignalSpy changed(m_document.get(), &Document::experimentChanged);
        for (int up = 1; up <= 500; ++up)
            m_whatIf->dragBy(up);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(*m_whatIf->numberAt(place), before);
        wait();
        QVERIFY2(changed.size() <= 2, "what was computed meanwhile, and the latest");
        QVERIFY(std::abs(*m_whatIf->numberAt(place) - (before + 5)) < 1e-12);
        QVERIFY2(m_document->isRecordCurrent(), "a draft's numbers and its run come together");
        QVERIFY2(!m_document->undoStack().canUndo(), "the button is still down");
        m_whatIf->endDrag();
        QCOMPARE(m_document->undoStack().count(), 1);
        QCOMPARE(m_document->undoStack().undoText(), u"Change weight_hh_l0"_qs);
    }

    void aDragBackToWhereItBeganIsNoEdit()
    {
        const Experiment original = m_document->experiment();
        for (const bool isComputedBefore : {false, true}) {
            m_whatIf->beginNumberDrag({"weight_hh_l0", 1, 0});
            m_whatIf->dragBy(50);
            wait();
            m_whatIf->dragBy(0);
            if (isComputedBefore)
                wait();
            m_whatIf->endDrag();
            wait();
            QVERIFY(m_document->experiment() == original && m_document->isRecordCurrent());
            QVERIFY(!m_document->undoStack().canUndo() && !m_document->isModified());
        }
    }

    void anEditAmidADragEndsIt()
    {
        const Experiment original = m_document->experiment();
        m_whatIf->beginNumberDrag({"weight_hh_l0", 1, 0});
        m_whatIf->dragBy(50);
        wait();
        const Experiment dragged = m_document->experiment();
        stand({.step = 1, .part = 2});
        m_whatIf->holdHere(1);
        m_document->undoStack().undo();
        QVERIFY(m_document->experiment() == dragged);
        m_document->undoStack().undo();
        QVERIFY(m_document->experiment() == original);
    }

    void undoAmidADragTakesTheDragBackToo()
    {
        const ParameterPlace place{"weight_hh_l0", 1, 0};
        const double before = *m_whatIf->numberAt(place);
        m_whatIf->setParameter(place, 0.5);
        m_whatIf->beginNumberDrag(place);
        m_whatIf->dragBy(50);
        wait();
        m_document->undoStack().undo();
        QCOMPARE(*m_whatIf->numberAt(place), before);
        m_whatIf->endDrag();
        wait();
        QCOMPARE(*m_whatIf->numberAt(place), before);
        QVERIFY(m_document->isRecordCurrent() && !m_document->undoStack().canUndo());
    }

private:
    void stand(const PlayheadState &state) { m_playhead->moveTo(state); }
    void wait() { m_document->waitForRecord(); }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<Playhead> m_playhead;
    std::unique_ptr<WhatIf> m_whatIf;
};

QTEST_GUILESS_MAIN(DraggingTest)
#include "dragging_test.moc"
