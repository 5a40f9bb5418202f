// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"

#include "core/engine/reference_backend.h"
#include "ui/common/numbers.h"
#include "ui/drawing/gradients/itemised_drawing.h"
#include "ui/drawing/marks/value_fill.h"

#include <QTest>

#include <limits>

using namespace gatescope;

namespace {

Scene sceneOf(const Record &record, int step = 2)
{
    return Scene{record, {.step = step}, theme(ThemeName::light)};
}

ItemisedGradient itemsOf(const Record &record)
{
    Objective every = record.experiment->objective;
    every.watched = WatchedSteps::every;
    return itemisedGradient(ReferenceBackend(), record.experiment->parameters, *record.trace, every, {}).value();
}

HitAreas areasOf(const Scene &scene, const ItemisedGradient &items, const QSizeF &size = {860, 600})
{
    QImage image(size.toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    return drawItemised(painter, size, scene, items);
}

} // namespace

class ItemisedDrawingTest : public QObject
{
    Q_OBJECT
private slots:
    void everyCellTellsTheEnginesNumber()
    {
        const Record record = lettersRecord("hello hole");
        const ItemisedGradient items = itemsOf(record);
        const HitAreas areas = areasOf(sceneOf(record), items);
        QCOMPARE(areas.size(), std::size_t(items.lengths.size()));
        for (int row = 0; row < items.lengths.rows(); ++row) {
            for (int column = 0; column < items.lengths.cols(); ++column) {
                const HitArea &area = areas[std::size_t(row * items.lengths.cols() + column)];
                QCOMPARE(area.leadsTo.step, column);
                QVERIFY(area.leadsTo.pass == Pass::backward);
                const double length = items.lengths(row, column);
                if (column > items.sources[std::size_t(row)])
                    QVERIFY2(area.says().contains("nothing"), "no loss reaches a later step");
                else
                    QVERIFY(area.says().contains(gradientNumber(length, 3)));
            }
        }
    }

    void oneLengthColoursOneCell()
    {
        const Record record = lettersRecord("hello");
        ItemisedGradient items{{0, 1, 2, 3, 4}, 5, Matrix::Zero(5, 5), Vector::Zero(5)};
        const auto picture = [&] {
            return pictureOf([&](QPainter &painter, const QSizeF &size,
                                 const Scene &scene) { return drawItemised(painter, size, scene, items); },
                             {860, 600}, sceneOf(record));
        };
        items.lengths(4, 4) = 1e-2; // the colours and their legend are of the same decade before and after
        const QImage empty = picture();
        items.lengths(3, 1) = 1e-2;
        const QImage one = picture();
        const HitAreas areas = areasOf(sceneOf(record), items);
        const QRectF cell = areas[3 * 5 + 1].where;
        int inside = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x) {
                if (one.pixel(x, y) == empty.pixel(x, y))
                    continue;
                QVERIFY(cell.adjusted(-1, -1, 1, 1).contains(x, y));
                ++inside;
            }
        }
        QVERIFY(inside > cell.width() * cell.height() * 0.8);
    }

    void coloursSpanTheDecadesThatThereAre()
    {
        const Theme &light = theme(ThemeName::light);
        for (const auto &[least, most] : {std::pair{2e-15, 4e-9}, {3e-3, 0.5}, {2.0, 5e7}}) {
            Matrix lengths(2, 2);
            lengths << least, 0, std::sqrt(least * most), most;
            const DecadeScale scale(lengths);
            QVERIFY(std::pow(10.0, scale.lowest()) <= least && least < std::pow(10.0, scale.lowest() + 1));
            QVERIFY(std::pow(10.0, scale.highest() - 1) < most && most <= std::pow(10.0, scale.highest()));
            QVERIFY(scale.share(least) < scale.share(lengths(1, 0)) && scale.share(lengths(1, 0)) < scale.share(most));
            const auto strength = [&](double length) { return 255 - scale.fill(length, light).blue(); };
            QVERIFY2(strength(least) > 255 - light.paper.blue() + 10, "the smallest is not empty");
            QVERIFY(strength(most) > strength(least) + 90);
            QCOMPARE(scale.fill(0, light), light.paper);
            const QImage image = scale.image(lengths, light);
            QVERIFY(std::abs(QColor(image.pixel(1, 1)).blue() - scale.fill(most, light).blue()) <= 1);
            QCOMPARE(QColor(image.pixel(1, 0)), light.paper);
        }
    }

    void whatNoNumberHoldsSpoilsNoColour()
    {
        Matrix lengths(1, 3);
        lengths << 1e-4, std::numeric_limits<double>::infinity(), 1e-2;
        const DecadeScale scale(lengths);
        QCOMPARE(scale.lowest(), -4);
        QCOMPARE(scale.highest(), -2);
        QCOMPARE(scale.share(std::numeric_limits<double>::infinity()), 1.0);
        const Record record = lettersRecord("hello");
        const ItemisedGradient items{{2}, 1, lengths, Vector::Zero(1)};
        const HitAreas areas = areasOf(sceneOf(record), items);
        QVERIFY(areas[1].says().contains("more than a number can hold"));
        QVERIFY(areas[0].says().contains(gradientNumber(1e-4, 3)));
        const DecadeScale none(Matrix::Constant(2, 2, std::numeric_limits<double>::infinity()));
        QVERIFY(none.lowest() < none.highest());
    }

    void aPointIsInTheCellOfItsArea()
    {
        const Record record = lettersRecord("hello hole");
        const ItemisedGradient items = itemsOf(record);
        const HitAreas areas = areasOf(sceneOf(record), items);
        const ItemisedGeometry at = itemisedGeometry({860, 600}, false, items);
        for (const HitArea &area : areas)
            QCOMPARE(itemisedWords(items, *at.cellAt(area.where.center())), area.says());
        QVERIFY(!at.cellAt({1, 1}));
    }

    void aSampleSaysSoInThePicture()
    {
        const Record record = lettersRecord("hello");
        ItemisedGradient whole{{0, 2, 4}, 3, Matrix::Constant(3, 5, 1e-3), Vector::Zero(3)};
        ItemisedGradient sample = whole;
        sample.watched = 5;
        const auto picture = [&](const ItemisedGradient &items) {
            return pictureOf([&](QPainter &painter, const QSizeF &size,
                                 const Scene &scene) { return drawItemised(painter, size, scene, items); },
                             {860, 600}, sceneOf(record));
        };
        QVERIFY(picture(whole) != picture(sample));
    }

    void smallestAndLargestDraw()
    {
        const Record record = lettersRecord("hello");
        QVERIFY(!areasOf(sceneOf(record, 0), {{0}, 1, Matrix::Constant(1, 1, 0.5), Vector::Zero(1)}).empty());
        ItemisedGradient large{{}, 3000, Matrix::Constant(500, 3000, 1e-4), Vector::Zero(500)};
        for (int i = 0; i < 500; ++i)
            large.sources.push_back(6 * i);
        const Record longer = numbersRecord({.lengths = {3000}});
        const HitAreas areas = areasOf(sceneOf(longer), large);
        QVERIFY(!areas.empty() && areas.size() < 200000);
        for (const HitArea &area : areas)
            QVERIFY(QRectF(0, 0, 860, 600).adjusted(-1, -1, 1, 1).contains(area.where));
        QVERIFY(areasOf(sceneOf(record), {{}, 0, Matrix(0, 5), Vector(0)}).empty());
    }
};

QTEST_MAIN(ItemisedDrawingTest)
#include "itemised_drawing_test.moc"
