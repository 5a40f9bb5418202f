// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "small_experiments.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/document/playing/player.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace gatescope;

/// Time passes by Player::advance, so no test waits, except the one that asks for the timer.
class PlayerTest : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void aMoveGoesMonotonouslyFromZeroToOne();
    void aMoveIsSlowAtBothEnds();
    void speedShortensAMove();
    void reducedMotionJumps();
    void goingOnDuringAMoveFinishesItFirst();
    void everyJumpRestsAtProgressOne();
    void aJumpThatLeadsNowhereStillFinishesTheMove();
    void thePictureAtRestIsTheSameWhicheverWayItWasReached();
    void playingGoesThroughEveryPartToTheEndAndStops_data();
    void playingGoesThroughEveryPartToTheEndAndStops();
    void playingHoldsBetweenTheParts();
    void playAtTheEndBeginsAgain();
    void pausingLetsTheMoveComeToRest();
    void goingBackStopsPlaying();
    void anotherPassKeepsStepAndPart();
    void somebodyElsesMoveEndsOurs();
    void followingAnotherUnitDisturbsNoMove();
    void aSmallerRecordTakesThePlayheadAlong();
    void anotherCellKeepsThePartOfTheSameName();
    void openingAnotherNetworkStopsPlaying();
    void nothingMovesBeforeTheFirstRecord();
    void theTimerMovesItInRealTimeAndRestsAfterwards();

private:
    const PlayheadState &state() const { return m_playhead->state(); }
    int lastStep() const { return 3; }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<Playhead> m_playhead;
    std::unique_ptr<Player> m_player;
};

void PlayerTest::init()
{
    m_document = std::make_unique<Document>(std::make_unique<ReferenceBackend>());
    QVERIFY(m_document->open(numberExperiment()));
    m_document->waitForRecord();
    m_playhead = std::make_unique<Playhead>();
    m_player = std::make_unique<Player>(*m_document, *m_playhead);
}

void PlayerTest::cleanup()
{
    m_player.reset();
    m_playhead.reset();
    m_document.reset();
}

void PlayerTest::aMoveGoesMonotonouslyFromZeroToOne()
{
    m_player->partOn();
    QCOMPARE(state().part, 1);
    QCOMPARE(state().progress, 0.0);
    QVERIFY(m_player->isMoving());
    double before = 0;
    int frames = 0;
    for (; m_player->isMoving() && frames < 1000; ++frames) {
        m_player->advance(16);
        QVERIFY(state().progress > before);
        before = state().progress;
    }
    QCOMPARE(state().progress, 1.0);
    QCOMPARE(state().part, 1);
    QCOMPARE(frames, 29); // 450 ms / 16 ms
    m_player->advance(1000);
    QCOMPARE(state().part, 1);
}

void PlayerTest::aMoveIsSlowAtBothEnds()
{
    m_player->partOn();
    m_player->advance(45);
    QVERIFY(state().progress < 0.05);
    m_player->advance(180);
    QCOMPARE(state().progress, 0.5);
    m_player->advance(180);
    QVERIFY(state().progress > 0.95);
}

void PlayerTest::speedShortensAMove()
{
    QSignalSpy changed(m_player.get(), &Player::speedChanged);
    m_player->setSpeed(2);
    m_player->partOn();
    m_player->advance(112.5);
    QCOMPARE(state().progress, 0.5);
    m_player->advance(112.5);
    QCOMPARE(state().progress, 1.0);
    m_player->setSpeed(100);
    QCOMPARE(m_player->speed(), 4.0);
    m_player->setSpeed(0);
    QCOMPARE(m_player->speed(), 0.25);
    QCOMPARE(changed.count(), 3);
}

void PlayerTest::reducedMotionJumps()
{
    m_player->setReducedMotion(true);
    m_player->partOn();
    QCOMPARE(state().part, 1);
    QCOMPARE(state().progress, 1.0);
    QVERIFY(!m_player->isMoving());

    m_player->setReducedMotion(false);
    m_player->partOn();
    m_player->advance(100);
    m_player->setReducedMotion(true); // in the middle of a move
    QCOMPARE(state().progress, 1.0);
}

void PlayerTest::goingOnDuringAMoveFinishesItFirst()
{
    m_player->partOn();
    m_player->advance(100);
    QSignalSpy moved(m_playhead.get(), &Playhead::moved);
    m_player->partOn();
    QCOMPARE(moved.count(), 2); // part 1 done, part 2 begun
    QCOMPARE(state().part, 2);
    QCOMPARE(state().progress, 0.0);
}

void PlayerTest::everyJumpRestsAtProgressOne()
{
    const std::vector<void (Player::*)()> jumps{&Player::partBack, &Player::stepOn, &Player::stepBack,
                                                &Player::toStart,  &Player::toEnd,  &Player::finishMove};
    for (const auto jump : jumps) {
        m_playhead->moveTo({.step = 1, .part = 2});
        m_player->partOn();
        m_player->advance(100);
        QVERIFY(state().progress < 1.0);
        (*m_player.*jump)();
        QCOMPARE(state().progress, 1.0);
        QVERIFY(!m_player->isMoving());
    }
}

void PlayerTest::aJumpThatLeadsNowhereStillFinishesTheMove()
{
    m_playhead->moveTo({.step = lastStep()});
    m_player->partOn();
    m_player->stepOn();
    QCOMPARE(state(), (PlayheadState{.step = lastStep(), .part = 1}));
    m_player->toStart();
    m_player->partBack();
    QCOMPARE(state(), PlayheadState{});
}

void PlayerTest::thePictureAtRestIsTheSameWhicheverWayItWasReached()
{
    std::vector<PlayheadState> there;
    for (int i = 0; i < 12; ++i) {
        m_player->partOn();
        while (m_player->isMoving())
            m_player->advance(16);
        there.push_back(state());
    }
    m_player->partOn();
    m_player->finishMove();
    for (int i = 12; i-- > 0;) {
        m_player->partBack();
        QCOMPARE(state(), there[static_cast<std::size_t>(i)]);
    }
}

void PlayerTest::playingGoesThroughEveryPartToTheEndAndStops_data()
{
    QTest::addColumn<Pass>("pass");
    QTest::addColumn<bool>("reducedMotion");
    QTest::newRow("forward") << Pass::forward << false;
    QTest::newRow("backward") << Pass::backward << false;
    QTest::newRow("reduced motion") << Pass::forward << true;
}

void PlayerTest::playingGoesThroughEveryPartToTheEndAndStops()
{
    QFETCH(Pass, pass);
    QFETCH(bool, reducedMotion);
    m_player->setReducedMotion(reducedMotion);
    m_player->setPass(pass);
    m_player->toStart();
    std::vector<std::pair<int, int>> visited{{state().step, state().part}};
    connect(m_playhead.get(), &Playhead::moved, this, [&visited](const PlayheadState &now) {
        const std::pair place{now.step, now.part};
        if (place != visited.back())
            visited.push_back(place);
    });
    m_player->play();
    QVERIFY(m_player->isPlaying());
    for (int frame = 0; m_player->isPlaying() && frame < 5000; ++frame)
        m_player->advance(16);
    QVERIFY(!m_player->isPlaying());
    QCOMPARE(visited.size(), std::size_t(4 * 5));
    QCOMPARE(state(), atEnd(state(), *m_document->record().trace));
    m_player->advance(5000);
    QCOMPARE(visited.size(), std::size_t(4 * 5));
}

void PlayerTest::playingHoldsBetweenTheParts()
{
    m_player->play();
    QCOMPARE(state().part, 1);
    m_player->advance(450);
    QCOMPARE(state().progress, 1.0);
    m_player->advance(240);
    QCOMPARE(state().part, 1);
    m_player->advance(10);
    QCOMPARE(state().part, 2);
    QCOMPARE(state().progress, 0.0);
}

void PlayerTest::playAtTheEndBeginsAgain()
{
    m_player->toEnd();
    m_player->play();
    QVERIFY(m_player->isPlaying());
    QCOMPARE(state(), PlayheadState{});
    m_player->advance(250);
    QCOMPARE(state().part, 1);
}

void PlayerTest::pausingLetsTheMoveComeToRest()
{
    m_player->play();
    m_player->advance(100);
    m_player->pause();
    QVERIFY(m_player->isMoving());
    m_player->advance(350);
    QCOMPARE(state().progress, 1.0);
    m_player->advance(5000);
    QCOMPARE(state().part, 1);
}

void PlayerTest::goingBackStopsPlaying()
{
    m_player->play();
    m_player->partBack();
    QVERIFY(!m_player->isPlaying());
    QCOMPARE(state(), PlayheadState{});
}

void PlayerTest::anotherPassKeepsStepAndPart()
{
    m_playhead->moveTo({.step = 2, .part = 3});
    m_player->setPass(Pass::backward);
    QCOMPARE(state(), (PlayheadState{.step = 2, .part = 3, .pass = Pass::backward}));
    m_player->partOn();
    QCOMPARE(state().part, 2);
}

void PlayerTest::somebodyElsesMoveEndsOurs()
{
    m_player->partOn();
    m_player->advance(100);
    PlayheadState clicked = state();
    clicked.step = 2;
    m_playhead->moveTo(clicked);
    QVERIFY(!m_player->isMoving());
    QCOMPARE(state(), (PlayheadState{.step = 2, .part = 1}));
    m_player->advance(100);
    QCOMPARE(state(), (PlayheadState{.step = 2, .part = 1}));
}

void PlayerTest::followingAnotherUnitDisturbsNoMove()
{
    m_player->partOn();
    m_player->advance(100);
    PlayheadState clicked = state();
    clicked.unit = 2;
    m_playhead->moveTo(clicked);
    QVERIFY(m_player->isMoving());
    m_player->advance(125);
    QCOMPARE(state().progress, 0.5);
    QCOMPARE(state().unit, 2);
}

void PlayerTest::aSmallerRecordTakesThePlayheadAlong()
{
    m_playhead->moveTo({.step = 3, .part = 4, .unit = 2});
    NetworkSpec spec = m_document->experiment().spec;
    spec.cell = CellKind::rnn;
    spec.hiddenSize = 2;
    QVERIFY(m_document->edit("size", withSpec(m_document->experiment(), spec, 1).value()));
    m_document->waitForRecord();
    QCOMPARE(state().part, 0); // an RNN blends nothing
    QCOMPARE(state().unit, 1);
}

void PlayerTest::anotherCellKeepsThePartOfTheSameName()
{
    const auto become = [&](CellKind cell) {
        NetworkSpec spec = m_document->experiment().spec;
        spec.cell = cell;
        QVERIFY(m_document->edit("cell", withSpec(m_document->experiment(), spec, 1).value()));
        m_document->waitForRecord();
    };
    m_playhead->moveTo({.step = 1, .part = 3}); // a GRU's candidate
    become(CellKind::lstm);
    QCOMPARE(state().part, 3);
    m_playhead->moveTo({.step = 1, .part = 2}); // an LSTM's input gate, which a GRU has not
    m_document->undoStack().undo();
    m_document->waitForRecord();
    QCOMPARE(state().part, 0);
    become(CellKind::lstm);
    m_playhead->moveTo({.step = 1, .part = 6}); // the state
    become(CellKind::rnn);
    QCOMPARE(state().part, 1);
    QCOMPARE(state().step, 1);
}

void PlayerTest::openingAnotherNetworkStopsPlaying()
{
    m_player->play();
    QVERIFY(m_document->open(letterExperiment()));
    m_player->advance(10'000); // there is nothing to move through
    QVERIFY(!m_player->isPlaying());
}

void PlayerTest::nothingMovesBeforeTheFirstRecord()
{
    Document empty(std::make_unique<ReferenceBackend>());
    Playhead playhead;
    Player player(empty, playhead);
    QSignalSpy moved(&playhead, &Playhead::moved);
    player.partOn();
    player.stepBack();
    player.toEnd();
    player.play();
    QVERIFY(!player.isPlaying());
    QCOMPARE(moved.count(), 0);
}

void PlayerTest::theTimerMovesItInRealTimeAndRestsAfterwards()
{
    m_player->setSpeed(4);
    QSignalSpy moved(m_playhead.get(), &Playhead::moved);
    m_player->partOn();
    QTRY_VERIFY_WITH_TIMEOUT(!m_player->isMoving(), 5000);
    QCOMPARE(state(), PlayheadState{.part = 1});
    const auto count = moved.count();
    QVERIFY(count > 2);
    QTest::qWait(100);
    QCOMPARE(moved.count(), count);
}

QTEST_GUILESS_MAIN(PlayerTest)
#include "player_test.moc"
