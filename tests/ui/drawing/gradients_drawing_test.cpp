// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"

#include "core/trace/moment.h"
#include "ui/common/numbers.h"
#include "ui/drawing/gradients/gradients_drawing.h"

#include <QTest>

using namespace gatescope;

namespace {

const QSizeF size(1468, 748);

Scene sceneAt(const Record &record, int step, int unit = 1)
{
    PlayheadState playhead;
    playhead.step = step;
    playhead.unit = unit;
    playhead.pass = Pass::backward;
    return Scene{record, playhead, theme(ThemeName::light)};
}

HitAreas areasOf(const Scene &scene)
{
    HitAreas areas;
    pictureOf([&](QPainter &painter, const QSizeF &where,
                  const Scene &drawn) { return areas = drawGradients(painter, where, drawn); },
              size, scene);
    return areas;
}

bool someAreaSays(const HitAreas &areas, const QString &words)
{
    return std::ranges::any_of(areas, [&](const HitArea &area) { return area.says().contains(words); });
}

} // namespace

class GradientsDrawingTest : public QObject
{
    Q_OBJECT
private slots:
    void theSameSceneGivesTheSamePicture();
    void everyLayerAndDirectionSaysItsLengthAtEveryStep();
    void theSplitSaysEveryWayBackOfTheFollowedUnit_data();
    void theSplitSaysEveryWayBackOfTheFollowedUnit();
    void everySizeIsDrawnWithoutAreasOutside();
};

void GradientsDrawingTest::theSameSceneGivesTheSamePicture()
{
    const Record record = lettersRecord("hello world");
    const QImage picture = pictureOf(drawGradients, size, sceneAt(record, 4));
    QCOMPARE(picture, pictureOf(drawGradients, size, sceneAt(record, 4)));
    QVERIFY(picture != pictureOf(drawGradients, size, sceneAt(record, 5)));
    QVERIFY(picture != pictureOf(drawGradients, size, sceneAt(record, 4, 2)));
}

void GradientsDrawingTest::everyLayerAndDirectionSaysItsLengthAtEveryStep()
{
    const Record record = numbersRecord({.layers = 2, .bidirectional = true, .lengths = {6}});
    const HitAreas areas = areasOf(sceneAt(record, 2));
    for (int layer = 0; layer < 2; ++layer) {
        for (const Direction direction : {Direction::forward, Direction::backward}) {
            const TimeArray &dh = record.gradients->at(record.spec(), layer, direction)[Part::state];
            for (int step = 0; step < 6; ++step) {
                const bool found = std::ranges::any_of(areas, [&](const HitArea &area) {
                    const PlayheadState &to = area.leadsTo;
                    return to.layer == layer && to.direction == direction && to.step == step
                        && area.says().contains(gradientNumber(dh.at(step, 0).norm(), 3));
                });
                QVERIFY2(found, qPrintable(QStringLiteral("layer %1, step %2").arg(layer).arg(step)));
            }
        }
    }
}

void GradientsDrawingTest::theSplitSaysEveryWayBackOfTheFollowedUnit_data()
{
    QTest::addColumn<int>("cell");
    QTest::addColumn<int>("step");
    for (const int cell : {0, 1, 2}) {
        QTest::addRow("cell %d, inside", cell) << cell << 3;
        QTest::addRow("cell %d, at the initial state", cell) << cell << 0;
    }
}

void GradientsDrawingTest::theSplitSaysEveryWayBackOfTheFollowedUnit()
{
    QFETCH(int, cell);
    QFETCH(int, step);
    const Record record = numbersRecord({.cell = CellKind(cell)});
    const Scene scene = sceneAt(record, step);
    const HitAreas areas = areasOf(scene);
    const auto ways = waysBack(*record.trace, *record.gradients, record.experiment->parameters, scene.moment());
    QVERIFY(!ways.empty());
    for (const GradientPath &way : ways) {
        QVERIFY(someAreaSays(areas, gradientNumber(way.gradient[1], 3)));
        QVERIFY(someAreaSays(areas, gradientNumber(way.gradient.norm(), 3)));
    }
    const Vector altogether = stateGradientBefore(*record.trace, *record.gradients, scene.moment());
    QVERIFY(someAreaSays(areas, gradientNumber(altogether[1], 3)));
}

void GradientsDrawingTest::everySizeIsDrawnWithoutAreasOutside()
{
    for (const int length : {1, 4, 300, 3000}) {
        const Record record = numbersRecord({.cell = CellKind::lstm, .lengths = {length}});
        for (const QSizeF &where : {QSizeF(884, 480), QSizeF(1468, 748), QSizeF(2936, 1496)}) {
            HitAreas areas;
            pictureOf([&](QPainter &painter, const QSizeF &s,
                          const Scene &scene) { return areas = drawGradients(painter, s, scene); },
                      where, sceneAt(record, length / 2));
            QVERIFY(areas.size() > std::size_t(std::min(length, 500)));
            for (const HitArea &area : areas)
                QVERIFY2(QRectF({0, 0}, where).adjusted(-1, -1, 1, 1).contains(area.where), qPrintable(area.says()));
        }
    }
}

QTEST_MAIN(GradientsDrawingTest)
#include "gradients_drawing_test.moc"
