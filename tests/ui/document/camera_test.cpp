// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "small_experiments.h"
#include "ui/document/document.h"
#include "ui/document/playing/camera.h"
#include "ui/document/playing/player.h"

#include <QTest>

using namespace gatescope;

/// The camera goes from level to level and disturbs nothing else.
class CameraTest : public QObject
{
    Q_OBJECT

private slots:
    void aMoveEndsExactlyAtItsLevel()
    {
        camera.goTo(0);
        QVERIFY(camera.isMoving());
        camera.advance(Camera::moveMilliseconds(1) / 2);
        QVERIFY(playhead.state().level > 0 && playhead.state().level < 1);
        camera.advance(1000);
        QCOMPARE(playhead.state().level, 0.0);
        QVERIFY(!camera.isMoving());
    }

    void aMoveCanBeTurnedRound()
    {
        camera.goTo(0);
        camera.advance(200);
        const double there = playhead.state().level;
        camera.nearer();
        camera.advance(16);
        QVERIFY(playhead.state().level >= there);
        camera.advance(1000);
        QCOMPARE(playhead.state().level, 1.0);
    }

    void itGoesNoFurtherThanItsLevels()
    {
        for (int i = 0; i < 5; ++i)
            camera.nearer();
        camera.advance(1000);
        QCOMPARE(playhead.state().level, 2.0);
        for (int i = 0; i < 5; ++i)
            camera.farther();
        camera.advance(1000);
        QCOMPARE(playhead.state().level, 0.0);
    }

    void longWaysTakeLonger()
    {
        QCOMPARE(Camera::moveMilliseconds(0), 200.0);
        QVERIFY(Camera::moveMilliseconds(2) > Camera::moveMilliseconds(1));
        QCOMPARE(Camera::moveMilliseconds(9), 700.0);
    }

    void reducedMotionJumps()
    {
        player.setReducedMotion(true);
        camera.goTo(2);
        QCOMPARE(playhead.state().level, 2.0);
        QVERIFY(!camera.isMoving());
    }

    void fingersLetGoAtTheNextWholeLevel()
    {
        camera.hold(0.4);
        QCOMPARE(playhead.state().level, 0.4);
        camera.letGo();
        camera.advance(1000);
        QCOMPARE(playhead.state().level, 0.0);
    }

    void aMoveDoesNotDisturbAPartOnItsWay()
    {
        Document document(std::make_unique<ReferenceBackend>());
        QVERIFY(document.open(letterExperiment()));
        document.waitForRecord();
        Player running(document, playhead);
        running.partOn();
        running.advance(100);
        const double progress = playhead.state().progress;
        QVERIFY(progress > 0 && progress < 1);
        camera.goTo(0);
        camera.advance(100);
        QVERIFY(running.isMoving());
        QCOMPARE(playhead.state().progress, progress);
        running.advance(1000);
        camera.advance(1000);
        QCOMPARE(playhead.state().level, 0.0);
        QCOMPARE(playhead.state().progress, 1.0);
    }

    void inTheNetworkOneGoesOnByWholeSteps()
    {
        Document document(std::make_unique<ReferenceBackend>());
        QVERIFY(document.open(letterExperiment()));
        document.waitForRecord();
        Player walking(document, playhead);
        walking.setReducedMotion(true);
        const int last = int(describe(document.record().spec().cell).stepParts.size()) - 1;
        playhead.moveTo({.part = 1, .level = 0});
        walking.partOn();
        QCOMPARE(playhead.state().step, 0);
        QCOMPARE(playhead.state().part, last);
        walking.partOn();
        QCOMPARE(playhead.state().step, 1);
        QCOMPARE(playhead.state().part, last);
        walking.partBack();
        QCOMPARE(playhead.state().step, 0);
        walking.setPass(Pass::backward);
        walking.toStart();
        walking.partOn();
        QCOMPARE(playhead.state().part, 0);
    }

    void init()
    {
        player.setReducedMotion(false);
        camera.hold(1);
        playhead.moveTo(PlayheadState());
    }

private:
    Document nothing{std::make_unique<ReferenceBackend>()};
    Playhead playhead;
    Player player{nothing, playhead};
    Camera camera{playhead, player, 2};
};

QTEST_MAIN(CameraTest)
#include "camera_test.moc"
