// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_experiments.h"
#include "ui/document/edits/edits.h"
#include "ui/document/history.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatescope;

namespace {

SharedExperiment withTitle(int number)
{
    Experiment experiment = numberExperiment();
    experiment.title = std::to_string(number);
    return std::make_shared<const Experiment>(std::move(experiment));
}

} // namespace

/// A stack that went from experiment 0 to `count`, and where it stands.
class HistoryTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void withinItsBytesNothingIsForgotten();
    void theOldestEditsAreForgottenFirst();
    void whatWasSavedStaysTheCleanPlace();
    void aForgottenCleanPlaceIsNeverCleanAgain();
    void tooLittleRoomForAnyForgetsAll();
    void parametersAreMostOfTheBytes();

private:
    void push(const QString &key = {});
    int shown() const { return std::stoi(m_shown->title); }

    std::unique_ptr<QUndoStack> m_stack;
    SharedExperiment m_shown;
    std::size_t m_each = 0;
};

void HistoryTest::init()
{
    m_stack = std::make_unique<QUndoStack>();
    m_shown = withTitle(0);
    m_each = bytesOf(*m_shown);
}

void HistoryTest::push(const QString &key)
{
    m_stack->push(new ExperimentCommand(QString::number(shown() + 1), m_shown, withTitle(shown() + 1), key,
                                        [this](SharedExperiment experiment) { m_shown = std::move(experiment); }));
}

void HistoryTest::withinItsBytesNothingIsForgotten()
{
    for (int i = 0; i < 5; ++i)
        push();
    const QUndoCommand *oldest = m_stack->command(0);
    keepWithin(*m_stack, 5 * m_each);
    QCOMPARE(m_stack->count(), 5);
    QCOMPARE(m_stack->command(0), oldest);
}

void HistoryTest::theOldestEditsAreForgottenFirst()
{
    for (int i = 0; i < 5; ++i)
        push();
    keepWithin(*m_stack, 3 * m_each);
    QCOMPARE(shown(), 5);
    push();
    QCOMPARE(m_stack->count(), 4);
    for (int left = 5; left >= 2; --left) {
        m_stack->undo();
        QCOMPARE(shown(), left);
    }
    QVERIFY(!m_stack->canUndo());
    m_stack->setIndex(4);
    QCOMPARE(shown(), 6);
    QCOMPARE(m_stack->undoText(), QString("6"));
}

void HistoryTest::whatWasSavedStaysTheCleanPlace()
{
    for (int i = 0; i < 3; ++i)
        push();
    m_stack->setClean();
    push();
    push();
    keepWithin(*m_stack, 3 * m_each);
    push();
    QVERIFY(!m_stack->isClean());
    m_stack->setIndex(m_stack->cleanIndex());
    QCOMPARE(shown(), 3);
}

void HistoryTest::aForgottenCleanPlaceIsNeverCleanAgain()
{
    for (int i = 0; i < 5; ++i)
        push();
    keepWithin(*m_stack, 2 * m_each);
    push();
    while (m_stack->canUndo()) {
        QVERIFY(!m_stack->isClean());
        m_stack->undo();
    }
    QVERIFY(!m_stack->isClean());
}

void HistoryTest::tooLittleRoomForAnyForgetsAll()
{
    for (int i = 0; i < 3; ++i)
        push();
    keepWithin(*m_stack, 0);
    push();
    QCOMPARE(m_stack->count(), 1);
    m_stack->undo();
    QCOMPARE(shown(), 3);
    QVERIFY(!m_stack->isClean());
}

void HistoryTest::parametersAreMostOfTheBytes()
{
    const Experiment small = numberExperiment();
    const auto large = withHead(small, 1000, 1);
    QVERIFY(large);
    const std::size_t head = 1000 * (3 + 1) * sizeof(double);
    QCOMPARE(bytesOf(*large), bytesOf(small) + head);
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
