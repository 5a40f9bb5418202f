// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"
#include "ui/document/edits/edits.h"
#include "ui/drawing/stage/played_stage.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatescope;

namespace {

struct Shown {
    PlayedStage stage;
    Experiment experiment = *numbersRecord({.layers = 2}).experiment;

    Shown()
    {
        stage.setReducedMotion(true);
        stage.resize(1100, 560);
        if (!stage.open(experiment))
            qFatal("The experiment of the test does not fit together.");
        stage.show();
    }
    const PlayheadState &at() { return stage.playhead().state(); }
};

} // namespace

class PlayedStageTest : public QObject
{
    Q_OBJECT
private slots:
    void itGoesWhereALessonSays()
    {
        Shown shown;
        shown.stage.goTo({.layer = 1, .step = 2, .part = "candidate", .unit = 1});
        QCOMPARE(shown.at().layer, 1);
        QCOMPARE(shown.at().step, 2);
        QCOMPARE(shown.at().part, 3);
        QCOMPARE(shown.at().unit, 1);
        QCOMPARE(shown.at().level, 1.0);
        QVERIFY2(shown.stage.accessibleDescription().contains("At step 2 of 0–4"),
                 qPrintable(shown.stage.accessibleDescription()));
        shown.stage.goTo({.step = 4, .part = {}, .unit = {}, .backwardPass = true});
        QCOMPARE(shown.at().level, 0.0);
        QCOMPARE(shown.at().pass, Pass::backward);
        shown.stage.goTo({.step = 400, .part = "blend", .unit = 70});
        QCOMPARE(shown.at().step, 4);
        QCOMPARE(shown.at().unit, 2);
    }

    void aPartIsPlayedFromTheOneBeforeIt()
    {
        Shown shown;
        shown.stage.setReducedMotion(false);
        shown.stage.goTo({.step = 1, .part = "reset", .unit = {}});
        QVERIFY(shown.stage.player().isMoving());
        QCOMPARE(shown.at().part, 1);
        QTRY_COMPARE(shown.at().progress, 1.0);
        QCOMPARE(shown.at().part, 1);
    }

    void whatWasChangedIsTakenBackWhenItIsOpenedAgain()
    {
        Shown shown;
        Document &document = shown.stage.document();
        const auto changed = withParameter(shown.experiment, {"bias_ih_l0", 0, 0}, 5);
        QVERIFY(changed.ok() && document.edit("x", *changed).ok());
        QVERIFY(shown.stage.open(shown.experiment).ok());
        QVERIFY(document.experiment() == shown.experiment);
        const Trace *trace = document.record().trace.get();
        QVERIFY(shown.stage.open(shown.experiment).ok()); // the same: nothing is computed anew
        QCOMPARE(document.record().trace.get(), trace);
    }

    void aClickSaysWhatItPointsAt()
    {
        Shown shown;
        shown.stage.goTo({.step = 1, .part = "update", .unit = 0});
        shown.stage.grab();
        const QSignalSpy pointed(&shown.stage, &PlayedStage::pointedAt);
        const auto &areas = shown.stage.hitAreas();
        const auto other = std::ranges::find_if(areas, [&](const HitArea &area) { return area.leadsTo.unit == 2; });
        QVERIFY(other != areas.end());
        QTest::mouseClick(&shown.stage, Qt::LeftButton, {}, other->where.center().toPoint());
        QCOMPARE(pointed.count(), 1);
        QCOMPARE(shown.at().unit, 2);
    }

    void aLitTermDimsTheRest()
    {
        Shown shown;
        shown.stage.goTo({.step = 1, .part = "blend", .unit = 0});
        const QImage usual = shown.stage.grab().toImage();
        shown.stage.light({QStringLiteral("z")});
        QVERIFY(shown.stage.grab().toImage() != usual);
        shown.stage.light({});
        QCOMPARE(shown.stage.grab().toImage(), usual);
    }
};

QTEST_MAIN(PlayedStageTest)
#include "played_stage_test.moc"
