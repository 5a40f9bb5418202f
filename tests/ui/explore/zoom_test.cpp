// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explore/open_place.h"
#include "ui/explore/stage/stage_panel.h"

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

constexpr int notch = 120;

void turnWheel(StagePanel &stage, const QPointF &at, int delta)
{
    QWheelEvent event(at, stage.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&stage, &event);
}

/// The middle of the state that leads to this place.
QPointF stateAt(const StagePanel &stage, int layer, int step)
{
    const auto found = std::ranges::find_if(stage.hitAreas(), [&](const HitArea &area) {
        return area.says().startsWith(QStringLiteral("layer %1, step %2, state").arg(layer).arg(step));
    });
    return found == stage.hitAreas().end() ? QPointF(-1, -1) : found->where.center();
}

NetworkSpec twoLayers()
{
    NetworkSpec spec;
    spec.hiddenSize = 24;
    spec.layers = 2;
    return spec;
}

} // namespace

/// Wheel, fingers and mouse move between the network and its cells.
class ZoomTest : public QObject
{
    Q_OBJECT

private slots:
    void theWheelGoesToTheCellUnderThePointer()
    {
        Open open(spelling(twoLayers()));
        StagePanel &stage = open.place.stage();
        open.paint();
        const QImage cell = stage.grab().toImage();
        turnWheel(stage, {10, 200}, -notch);
        QCOMPARE(open.playhead.state().level, 0.0);
        open.paint();
        const QPointF there = stateAt(stage, 1, 3);
        QVERIFY(there.x() > 0);
        turnWheel(stage, there, notch);
        QCOMPARE(open.playhead.state().level, 1.0);
        QCOMPARE(open.playhead.state().layer, 1);
        QCOMPARE(open.playhead.state().step, 3);
        PlayheadState first = open.playhead.state();
        first.layer = first.step = first.unit = 0;
        open.playhead.moveTo(first);
        QCOMPARE(stage.grab().toImage(), cell);
    }

    void smallTurnsOfTheWheelAddUp()
    {
        Open open(spelling(twoLayers()));
        StagePanel &stage = open.place.stage();
        for (int i = 0; i < 7; ++i)
            turnWheel(stage, {10, 200}, -notch / 8);
        QCOMPARE(open.playhead.state().level, 1.0);
        turnWheel(stage, {10, 200}, notch / 8); // the other way begins anew
        turnWheel(stage, {10, 200}, -notch / 8);
        QCOMPARE(open.playhead.state().level, 1.0);
        for (int i = 0; i < 7; ++i)
            turnWheel(stage, {10, 200}, -notch / 8);
        QCOMPARE(open.playhead.state().level, 0.0);
    }

    void aClickFollowsAndADoubleClickGoesNearer()
    {
        Open open(spelling(twoLayers()));
        StagePanel &stage = open.place.stage();
        stage.camera().goTo(0);
        open.paint();
        const QPoint there = stateAt(stage, 1, 2).toPoint();
        QTest::mouseClick(&stage, Qt::LeftButton, {}, there);
        QCOMPARE(open.playhead.state().layer, 1);
        QCOMPARE(open.playhead.state().step, 2);
        QCOMPARE(open.playhead.state().level, 0.0);
        open.paint();
        QTest::mouseDClick(&stage, Qt::LeftButton, {}, there);
        QCOMPARE(open.playhead.state().level, 1.0);
    }

    void crumbsAreClicked()
    {
        Open open(spelling(twoLayers()));
        StagePanel &stage = open.place.stage();
        open.paint();
        const auto crumb = std::ranges::find_if(stage.hitAreas(),
                                                [](const HitArea &area) { return area.says() == "Go to the network"; });
        QVERIFY(crumb != stage.hitAreas().end());
        QTest::mouseClick(&stage, Qt::LeftButton, {}, crumb->where.center().toPoint());
        QCOMPARE(open.playhead.state().level, 0.0);
    }

    void theLevelIsSaidAndSaved()
    {
        Open open(spelling(twoLayers()));
        StagePanel &stage = open.place.stage();
        QVERIFY(stage.accessibleDescription().startsWith("A cell. Layer 0"));
        stage.camera().goTo(0);
        QVERIFY(stage.accessibleDescription().startsWith("The network. Layer 0"));
        QCOMPARE(toView(open.playhead.state()).level, 0);
        QCOMPARE(fromView(toView(open.playhead.state())).level, 0.0);
    }
};

QTEST_MAIN(ZoomTest)
#include "zoom_test.moc"
