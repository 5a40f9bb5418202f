// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "small_experiments.h"
#include "ui/document/document.h"
#include "ui/document/playing/hover_pause.h"
#include "ui/document/playing/player.h"
#include "ui/document/playing/pointing.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace gatescope;

namespace {

const Term z{QStringLiteral("z"), 2};
const Term r{QStringLiteral("r"), 1};

} // namespace

class PointingTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsLitWhenThePointerHasRestedAndNotBefore()
    {
        Pointing pointing;
        QElapsedTimer clock;
        clock.start();
        pointing.pointAt(z);
        QVERIFY(!pointing.lit());
        QTRY_COMPARE(pointing.lit(), z);
        QVERIFY(clock.elapsed() >= Pointing::restMilliseconds - 20);
        QVERIFY(pointing.isResting());
    }

    void itGoesOutAMomentAfterThePointerHasLeft()
    {
        Pointing pointing;
        pointing.pointAt(z);
        QTRY_COMPARE(pointing.lit(), z);
        QSignalSpy changes(&pointing, &Pointing::litChanged);
        pointing.pointAt({});
        QCOMPARE(pointing.lit(), z);
        pointing.pointAt(z); // back before it went out
        QTest::qWait(2 * Pointing::leaveMilliseconds);
        QCOMPARE(pointing.lit(), z);
        QCOMPARE(changes.size(), 0);
        pointing.pointAt({});
        QTRY_VERIFY(!pointing.lit());
        QCOMPARE(changes.size(), 1);
    }

    void passingOverLightsNothing()
    {
        Pointing pointing;
        QSignalSpy changes(&pointing, &Pointing::litChanged);
        pointing.pointAt(z);
        pointing.pointAt(r);
        pointing.pointAt({});
        QTest::qWait(Pointing::restMilliseconds + 100);
        QCOMPARE(changes.size(), 0);
    }

    void theNextRestLightsTheNext()
    {
        Pointing pointing;
        pointing.pointAt(z);
        QTRY_COMPARE(pointing.lit(), z);
        QSignalSpy rests(&pointing, &Pointing::restingChanged);
        pointing.pointAt(r);
        QTRY_VERIFY(!pointing.lit());
        QTRY_COMPARE(pointing.lit(), r);
        QVERIFY2(rests.isEmpty(), "a walk that waits does not go on between two values");
        pointing.pointAt(z);
        QTRY_VERIFY(!pointing.lit());
        pointing.pointAt({}); // away before it was lit
        QTRY_VERIFY(!pointing.isResting());
        QCOMPARE(rests.size(), 1);
    }

    void thePointerComesBeforeWhatAKeyHolds()
    {
        Pointing pointing;
        pointing.hold(r);
        QCOMPARE(pointing.lit(), r);
        QVERIFY(!pointing.isResting());
        pointing.pointAt(z);
        QTRY_COMPARE(pointing.lit(), z);
        pointing.pointAt({});
        QTRY_COMPARE(pointing.lit(), r);
        pointing.hold({});
        QVERIFY(!pointing.lit());
    }

    void aWalkWaitsWhileThePointerRestsAndGoesOnAfterwards()
    {
        Document document(std::make_unique<ReferenceBackend>());
        Playhead playhead;
        Player player(document, playhead);
        Pointing pointing;
        const HoverPause pause(player, pointing);
        QVERIFY(document.open(letterExperiment()));
        document.waitForRecord();
        player.setReducedMotion(true);
        player.setSpeed(0.25);
        player.play();
        QVERIFY(player.isPlaying());
        pointing.pointAt(z);
        QTRY_VERIFY(!player.isPlaying());
        pointing.pointAt({});
        QTRY_VERIFY(player.isPlaying());
    }

    void aWalkThatSomebodyStoppedStaysStopped()
    {
        Document document(std::make_unique<ReferenceBackend>());
        Playhead playhead;
        Player player(document, playhead);
        Pointing pointing;
        const HoverPause pause(player, pointing);
        QVERIFY(document.open(letterExperiment()));
        document.waitForRecord();
        player.setReducedMotion(true);
        player.setSpeed(0.25);
        pointing.pointAt(z);
        QTRY_VERIFY(pointing.isResting());
        pointing.pointAt({});
        QTRY_VERIFY(!pointing.isResting());
        QVERIFY2(!player.isPlaying(), "it did not play before");
        player.play();
        pointing.pointAt(z);
        QTRY_VERIFY(!player.isPlaying());
        player.play(); // in spite of the pointer
        player.pause();
        pointing.pointAt({});
        QTRY_VERIFY(!pointing.isResting());
        QVERIFY(!player.isPlaying());
    }
};

QTEST_MAIN(PointingTest)
#include "pointing_test.moc"
