// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playing/predictions.h"

#include "core/engine/reference_backend.h"
#include "small_experiments.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/document/playing/player.h"

#include <QTest>

using namespace gatescope;

class PredictionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>(std::make_unique<ReferenceBackend>());
        QVERIFY(m_document->open(letterExperiment()));
        m_document->waitForRecord();
        m_playhead = std::make_unique<Playhead>();
        m_player = std::make_unique<Player>(*m_document, *m_playhead);
        m_player->setReducedMotion(true);
        m_predictions = std::make_unique<Predictions>(*m_document, *m_playhead, *m_player);
        m_predictions->setOn(true);
    }
    void cleanup()
    {
        m_predictions.reset();
        m_player.reset();
        m_playhead.reset();
        m_document.reset();
    }

    void nothingIsComputedBeforeItWasAsked()
    {
        m_player->partOn();
        QCOMPARE(part(), 0);
        QVERIFY(m_predictions->question());
        QVERIFY(!m_predictions->isRevealed());
    }

    void anAnswerGoesOnAndIsCounted()
    {
        m_player->partOn();
        m_predictions->answer(static_cast<int>(m_predictions->question()->right));
        QCOMPARE(part(), 1);
        QVERIFY(m_predictions->isRevealed());
        QCOMPARE(m_predictions->right(), 1);
        m_player->partOn();
        const int wrong = m_predictions->question()->right == 0 ? 1 : 0;
        m_predictions->answer(wrong);
        QCOMPARE(part(), 2);
        QCOMPARE(m_predictions->right(), 1);
        QCOMPARE(m_predictions->answered(), 2);
    }

    void goingOnAgainShowsItWithoutAnAnswer()
    {
        m_player->partOn();
        m_player->partOn();
        QCOMPARE(part(), 1);
        QVERIFY(m_predictions->isRevealed());
        QCOMPARE(m_predictions->answered(), 0);
    }

    void handsOfAClassAreCounted()
    {
        m_player->partOn();
        std::vector<int> hands(m_predictions->question()->options.size(), 2);
        hands[m_predictions->question()->right] = 11;
        m_predictions->answer(hands);
        QCOMPARE(m_predictions->answered(), 11 + 2 * (std::ssize(hands) - 1));
        QCOMPARE(m_predictions->right(), 11);
        QCOMPARE(m_predictions->answers(), hands);
    }

    void aSecondAnswerDoesNotCount()
    {
        m_player->partOn();
        m_predictions->answer(0);
        m_predictions->answer(0);
        QCOMPARE(m_predictions->answered(), 1);
        m_player->partOn();
        m_predictions->answer(-1);
        m_predictions->answer(99);
        m_predictions->answer(std::vector<int>{1});
        QVERIFY(!m_predictions->isRevealed());
    }

    void playingWaitsForAnAnswerAndThenGoesOn()
    {
        m_player->play();
        QVERIFY(!m_player->isPlaying());
        QVERIFY(m_predictions->question());
        m_predictions->answer(0);
        QCOMPARE(part(), 1);
        QVERIFY(m_player->isPlaying());
        QVERIFY2(m_predictions->isRevealed(), "the outcome is seen before the next question");
        m_player->advance(Player::moveMilliseconds + Player::holdMilliseconds + 1);
        QVERIFY(!m_predictions->isRevealed() && m_predictions->question());
    }

    void inTheNetworkFollowingAnotherUnitKeepsTheQuestion()
    {
        m_playhead->moveTo({.step = 0, .part = 4, .level = 0});
        m_player->partOn();
        QVERIFY(m_predictions->question());
        PlayheadState other = m_playhead->state();
        other.unit = 1;
        m_playhead->moveTo(other);
        QVERIFY(m_predictions->question());
    }

    void aPlayingWalkIsTakenUpAgain()
    {
        m_predictions->setOn(false);
        m_player->play();
        m_predictions->setOn(true);
        m_player->advance(Player::moveMilliseconds + Player::holdMilliseconds + 1);
        QVERIFY(m_predictions->question());
        QVERIFY(!m_player->isPlaying());
        const int before = part();
        m_predictions->answer(0);
        QCOMPARE(part(), before + 1);
        m_player->advance(Player::moveMilliseconds + Player::holdMilliseconds + 1);
        QVERIFY2(!m_predictions->isRevealed(), "the next part is asked without a key");
    }

    void lookingElsewhereForgetsTheQuestion()
    {
        m_player->partOn();
        PlayheadState other = m_playhead->state();
        other.unit = 1;
        m_playhead->moveTo(other);
        QVERIFY2(m_predictions->question(), "following another unit is no move");
        m_player->toEnd();
        QVERIFY(!m_predictions->question());
    }

    void anEditForgetsTheQuestion()
    {
        m_player->partOn();
        QVERIFY(m_document->edit("w", *withParameter(m_document->experiment(), {"weight_hh_l0", 0, 0}, 0.5)));
        m_document->waitForRecord();
        QVERIFY(!m_predictions->question());
    }

    void theBackwardPassIsNotAskedAbout()
    {
        m_player->setPass(Pass::backward);
        m_player->toStart();
        const PlayheadState before = m_playhead->state();
        m_player->partOn();
        QVERIFY(!m_predictions->question());
        QVERIFY(!(m_playhead->state() == before));
    }

    void turnedOffItAsksNothing()
    {
        m_predictions->setOn(false);
        m_player->partOn();
        QCOMPARE(part(), 1);
    }

private:
    int part() const { return m_playhead->state().part; }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<Playhead> m_playhead;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<Predictions> m_predictions;
};

QTEST_GUILESS_MAIN(PredictionsTest)
#include "predictions_test.moc"
