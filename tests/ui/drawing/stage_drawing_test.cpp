// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/network/network_drawing.h"
#include "ui/drawing/stage/stage_drawing.h"
#include "ui/drawing/stage/stage_levels.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

constexpr QSizeF board(734, 374);

Scene sceneAt(const Record &record, double level)
{
    return {record, clamped({.step = 2, .part = 4, .unit = 1, .level = level}, *record.trace), theme(ThemeName::light)};
}

QImage stageAt(const Record &record, double level)
{
    return pictureOf(
        [](QPainter &painter, const QSizeF &size, const Scene &scene) { return drawStage(painter, size, scene); },
        board, sceneAt(record, level));
}

/// Between two pictures, in grey levels per pixel.
double difference(const QImage &a, const QImage &b)
{
    qint64 sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    return double(sum) / (double(a.width()) * a.height());
}

} // namespace

/// One canvas from the network to a unit.
class StageDrawingTest : public QObject
{
    Q_OBJECT

private slots:
    void wholeLevelsAreThePicturesOfTheTable()
    {
        const Record record = lettersRecord("hello");
        QCOMPARE(stageAt(record, 0), pictureOf(drawNetwork, board, sceneAt(record, 0)));
        for (int level = 0; level <= nearestStageLevel(); ++level)
            QCOMPARE(stageAt(record, level),
                     pictureOf(stageLevels()[std::size_t(level)].draw, board, sceneAt(record, level)));
        QCOMPARE(stageAt(record, 1),
                 pictureOf([](QPainter &painter, const QSizeF &size,
                              const Scene &scene) { return drawCell(painter, size, scene); },
                           board, sceneAt(record, 1)));
    }

    void thePictureBeginsAndEndsAtTheWholeLevels()
    {
        const Record record = lettersRecord("hello");
        QVERIFY(difference(stageAt(record, 0.002), stageAt(record, 0)) < 2);
        QVERIFY(difference(stageAt(record, 0.999), stageAt(record, 1)) < 2);
        QVERIFY(difference(stageAt(record, 0.5), stageAt(record, 0))
                > difference(stageAt(record, 0.002), stageAt(record, 0)));
    }

    /// From a third of the way on only what the nearer picture's paper leaves free is painted of the farther one.
    void whatThePaperHidesIsMissedNowhere()
    {
        const Record record = lettersRecord("hello");
        for (int level = 0; level < nearestStageLevel(); ++level) {
            const double third = level + 1.0 / 3;
            QVERIFY(difference(stageAt(record, third - 1e-9), stageAt(record, third + 1e-9)) < 0.02);
        }
    }

    void keptPicturesAreTheSame()
    {
        const Record record = lettersRecord("hello");
        const Record other = lettersRecord("holly");
        StageCache cache;
        const auto kept = [&cache](QPainter &painter, const QSizeF &size, const Scene &scene) {
            return drawStage(painter, size, scene, cache);
        };
        for (const double level : {0.3, 0.6, 0.3}) {
            QCOMPARE(pictureOf(kept, board, sceneAt(record, level)), stageAt(record, level));
            QCOMPARE(pictureOf(kept, board, sceneAt(other, level)), stageAt(other, level));
        }
    }

    void betweenLevelsNothingHasAnArea()
    {
        const Record record = lettersRecord("hello");
        QImage image(board.toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        QVERIFY(drawStage(painter, board, sceneAt(record, 0.5)).empty());
        QVERIFY(!drawStage(painter, board, sceneAt(record, 0)).empty());
    }

    void crumbsLeadToTheirLevels()
    {
        const Record record = lettersRecord("hello");
        QImage image(board.toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        for (int level = 0; level <= nearestStageLevel(); ++level) {
            const HitAreas areas = drawStage(painter, board, sceneAt(record, level));
            for (const int goal : {0, 1, 2}) {
                QVERIFY(std::ranges::any_of(areas, [&](const HitArea &area) {
                    return area.leadsTo.level == goal && area.where.bottom() < 60
                        && area.says().startsWith(goal == level ? "You see" : "Go to");
                }));
            }
        }
    }

    void aUnitsValueIsInsideItsCell()
    {
        const Record record = lettersRecord("hello");
        const Scene scene = sceneAt(record, 1);
        QImage image(board.toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        const HitAreas areas = drawCell(painter, board, scene);
        const QRectF place = followedValue(board, scene, areas);
        QVERIFY(QRectF(QPointF(), board).contains(place));
        const HitArea *area = areaAt(areas, place.center());
        QVERIFY(area && area->leadsTo.unit == 1 && area->leadsTo.part == 4);
    }
};

QTEST_MAIN(StageDrawingTest)
#include "stage_drawing_test.moc"
