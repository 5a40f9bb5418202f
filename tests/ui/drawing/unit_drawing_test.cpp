// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"

#include "core/engine/reference_backend.h"
#include "ui/common/numbers.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/unit/unit_drawing.h"
#include "ui/drawing/unit/unit_stops.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const QSizeF large(1468, 748);
const QSizeF small(900, 520);

HitAreas areasOf(const Scene &scene, const QSizeF &size = large)
{
    HitAreas areas;
    pictureOf([&](QPainter &painter, const QSizeF &room,
                  const Scene &drawn) { return areas = drawUnit(painter, room, drawn); },
              size, scene);
    return areas;
}

QImage image(const Scene &scene, const QSizeF &size = small)
{
    return pictureOf(
        [](QPainter &painter, const QSizeF &room, const Scene &drawn) { return drawUnit(painter, room, drawn); }, size,
        scene);
}

const HitArea *areaThatSays(const HitAreas &areas, const QString &text)
{
    const auto found = std::ranges::find(areas, text, &HitArea::says);
    return found == areas.end() ? nullptr : &*found;
}

} // namespace

class UnitDrawingTest : public QObject
{
    Q_OBJECT
private slots:
    void theRowsOfABlendAreReadFromFarBackwardsToo()
    {
        const Record record = lettersRecord("hello world");
        for (const QSizeF &size : {QSizeF(large), QSizeF(2 * large)}) {
            const double scale = size.width() / large.width();
            const auto heightOf = [&](Pass pass, int part, const char *says) {
                const Scene scene = sceneOf(record, {.step = 2, .part = part, .unit = 1, .pass = pass, .level = 2});
                QImage image(size.toSize(), QImage::Format_RGB32);
                QPainter painter(&image);
                double height = 0;
                for (const HitArea &area : drawUnit(painter, size, scene)) {
                    if (area.says().startsWith(says) && area.where.left() > size.width() / 3)
                        height = std::max(height, area.where.height());
                    if (!QRectF({0, 0}, size).adjusted(-1, -1, 1, 1).contains(area.where))
                        return 0.0;
                }
                return height;
            };
            QVERIFY(heightOf(Pass::backward, 4, "sent back to") >= 60 * scale);
            QVERIFY2(heightOf(Pass::backward, 2, "sent back to") <= 37 * scale, "many rows stay as they were");
        }
    }

    void aClickOnAnOldStateLeadsToWhereItWasMade()
    {
        const Record record = numbersRecord({.layers = 2});
        const PlayheadState here{.step = 2, .part = 2, .layer = 1, .unit = 1, .level = 2};
        const HitAreas areas = areasOf(sceneOf(record, here));
        const double h = record.trace->at(1, Direction::forward)[Part::state](1, 0, 2);
        const HitArea *area = areaThatSays(areas, u"h before, unit 2 = "_qs + inInspector(h));
        QVERIFY(area);
        QCOMPARE(area->leadsTo, (PlayheadState{.step = 1, .part = 4, .layer = 1, .unit = 2, .level = 2}));
        QCOMPARE(area->term, (Term{u"h"_qs, 2}));
        QCOMPARE(areaAt(areas, area->where.center()), area);
        const double x = record.trace->at(0, Direction::forward)[Part::state](2, 0, 0);
        area = areaThatSays(areas, u"x, unit 0 of layer 0 = "_qs + inInspector(x));
        QVERIFY(area);
        QCOMPARE(area->leadsTo, (PlayheadState{.step = 2, .part = 4, .layer = 0, .unit = 0, .level = 2}));
        const double w = record.experiment->parameters.layers[1].U(3 + 1, 2);
        area = areaThatSays(areas, u"weight_hh_l1[4, 2] = "_qs + inInspector(w));
        QVERIFY(area);
        QCOMPARE(area->term, (Term{u"U_z"_qs, 1}));
    }

    /// Where a stored number stands, its area says which: W and U by row and column, a bias by its two halves.
    void aStoredNumbersAreaKnowsItsPlace()
    {
        const Record record = numbersRecord({});
        const LayerParameters &layer = record.experiment->parameters.layers[0];
        const int H = record.spec().hiddenSize;
        QStringList found;
        for (const HitArea &area : areasOf(sceneOf(record, {.step = 2, .part = 2, .unit = 1, .level = 2}))) {
            if (!area.parameter)
                continue;
            const ParameterPlace &place = *area.parameter;
            QCOMPARE(place.row, H + 1);
            const double value = place.tensor == "weight_ih_l0" ? layer.W(place.row, place.column)
                : place.tensor == "weight_hh_l0"                ? layer.U(place.row, place.column)
                : place.tensor == "bias_ih_l0"                  ? layer.bIn[place.row]
                                                                : layer.bRec[place.row];
            QCOMPARE(area.says(), placeWords(place) + u" = "_qs + inInspector(value));
            found += placeWords(place);
        }
        QCOMPARE(found.size(), layer.W.cols() + layer.U.cols() + 2);
        QCOMPARE(found.removeDuplicates(), 0);
    }

    void theStopsOfABlendLeadToWhatIsBlended()
    {
        const Record record = numbersRecord({});
        const PlayheadState here{.step = 2, .part = 4, .unit = 1, .level = 2};
        const std::vector<UnitStop> stops = unitStops(sceneOf(record, here));
        QCOMPARE(stops.size(), std::size_t(3));
        QCOMPARE(stops[0].leadsTo, (PlayheadState{.step = 2, .part = 2, .unit = 1, .level = 2}));
        QCOMPARE(stops[1].leadsTo, (PlayheadState{.step = 1, .part = 4, .unit = 1, .level = 2}));
        QCOMPARE(stops[2].leadsTo, (PlayheadState{.step = 2, .part = 3, .unit = 1, .level = 2}));
    }

    void theChosenRowIsAlwaysShown()
    {
        const Record record = numbersRecord({.hiddenSize = 128});
        Scene scene = sceneOf(record, {.step = 2, .part = 2, .unit = 1, .level = 2});
        const UnitStory story = unitStory(scene);
        const auto smallest = std::ranges::min_element(story.sum.terms, {},
                                                       [](const UnitTerm &term) { return std::abs(term.product); });
        const UnitPlan plan = unitPlan({1468, 748}, false);
        const auto isShown = [&](const UnitRows &rows) {
            return std::ranges::count(rows.terms, smallest->index, &UnitTerm::index) == 1;
        };
        QVERIFY(!isShown(unitRows(plan, story.sum, true)));
        QVERIFY(isShown(unitRows(plan, story.sum, true, smallest->index)));
    }

    void whatIsHeldWearsAPinHereAndInTheCell()
    {
        const Record free = lettersRecord("hello world");
        Experiment experiment = *free.experiment;
        // Held where it stands already, so that nothing but the mark can differ.
        const double z = free.trace->at(0, Direction::forward)[Part::update](2, 0, 1);
        experiment.pins = {{.part = Part::update, .unit = 1, .firstStep = 2, .lastStep = 2, .value = z}};
        const Record held = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(experiment)).value();
        for (const int part : {2, 4}) {
            const PlayheadState here{.step = 2, .part = part, .unit = 1};
            QVERIFY(image(sceneOf(held, here)) != image(sceneOf(free, here)));
            const auto cell = [](const Scene &scene) {
                QImage paper(1468, 748, QImage::Format_RGB32);
                QPainter painter(&paper);
                drawCell(painter, {1468, 748}, scene);
                return paper;
            };
            QVERIFY(cell(sceneOf(held, here)) != cell(sceneOf(free, here)));
        }
        const PlayheadState before{.step = 1, .part = 2, .unit = 1};
        QCOMPARE(image(sceneOf(held, before)), image(sceneOf(free, before)));
    }

    void whatIsToBePredictedCannotBeSeen()
    {
        Experiment experiment = *lettersRecord("hello world").experiment;
        Experiment other = experiment;
        other.parameters.layers[0].W.bottomRows(4) *= -0.5; // another candidate
        other.parameters.layers[0].U.bottomRows(4) *= 1.7;
        const auto shown = [](const Experiment &of, int part) {
            const Record record = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(of)).value();
            Scene scene = sceneOf(record, {.step = 0, .part = part, .unit = 1});
            scene.predicting = true;
            return image(scene);
        };
        for (const int part : {1, 2})
            QCOMPARE(shown(other, part), shown(experiment, part));
        QVERIFY(shown(other, 3) != shown(experiment, 3));
    }

    void atTheBeginningOfAPartItsResultsAreNotSaid()
    {
        const Record record = lettersRecord("hello world");
        for (const HitArea &area : areasOf(sceneOf(record, {.step = 2, .part = 2, .progress = 0}))) {
            QVERIFY2(!area.says().startsWith(u"product "_qs) && !area.says().startsWith(u"sum a ="_qs)
                         && !area.says().startsWith(u"update gate z, "_qs),
                     qPrintable(area.says()));
        }
        QVERIFY(
            areaThatSays(areasOf(sceneOf(record, {.step = 2, .part = 2, .progress = 0})), u"sum: not computed yet"_qs));
    }

    void progressAndTheGhostAndTheLitTermChangeThePicture()
    {
        const Record record = lettersRecord("hello world");
        Scene scene = sceneOf(record, {.step = 2, .part = 2, .unit = 1});
        const QImage plain = image(scene);
        QCOMPARE(image(scene), plain);
        Scene begun = scene;
        begun.playhead.progress = 0.4;
        QVERIFY(image(begun) != plain);
        scene.lit = {u"h"_qs, 1};
        QVERIFY(image(scene) != plain);
        scene.lit = {u"c_new"_qs, 1}; // is of another picture
        QCOMPARE(image(scene), plain);
        scene.ghost = &record; // the same run leaves no mark
        QCOMPARE(image(scene), plain);
        Experiment changed = *record.experiment;
        changed.parameters.layers[0].bIn.array() += 1;
        const Record before = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(changed)).value();
        scene.ghost = &before;
        QVERIFY(image(scene) != plain);
    }

    void labelsNeitherOverlapNorLeaveThePicture_data()
    {
        QTest::addColumn<int>("cell");
        QTest::addColumn<int>("units");
        QTest::addColumn<QSizeF>("size");
        for (const int cell : {0, 1, 2}) {
            for (const int units : {1, 8, 64}) {
                for (const QSizeF &size : {large, small, QSizeF(700, 400), QSizeF(2400, 1300)})
                    QTest::addRow("cell %d, %d units, %g", cell, units, size.width()) << cell << units << size;
            }
        }
    }
    void labelsNeitherOverlapNorLeaveThePicture()
    {
        QFETCH(int, cell);
        QFETCH(int, units);
        QFETCH(QSizeF, size);
        const Record record = numbersRecord({.cell = CellKind(cell), .hiddenSize = units});
        for (const bool classroom : {false, true}) {
            for (const Pass pass : {Pass::forward, Pass::backward}) {
                for (int part = 0; part < int(describe(CellKind(cell)).stepParts.size()); ++part) {
                    Scene scene = sceneOf(record, {.step = 2, .part = part, .unit = units / 2, .pass = pass});
                    scene.classroom = classroom;
                    QImage picture(size.toSize(), QImage::Format_RGB32);
                    QPainter painter(&picture);
                    UnitCanvas canvas(painter, size, scene);
                    drawUnit(canvas);
                    const std::vector<PlacedLabel> &labels = canvas.labels();
                    QVERIFY(labels.size() > 6);
                    const QByteArray where = QByteArray(classroom ? "classroom " : "")
                        + (pass == Pass::forward ? "part " : "back ") + QByteArray::number(part) + " ";
                    for (std::size_t i = 0; i < labels.size(); ++i) {
                        QVERIFY2(QRectF({0, 0}, size).contains(labels[i].box),
                                 (where + labels[i].text.toUtf8()).data());
                        QVERIFY2(labels[i].box.height() >= 0.96 * 11 - 1e-9, qPrintable(labels[i].text));
                        for (std::size_t j = 0; j < i; ++j) {
                            const QRectF shared = labels[i].box.adjusted(0.5, 0.5, -0.5, -0.5)
                                & labels[j].box.adjusted(0.5, 0.5, -0.5, -0.5);
                            QVERIFY2(shared.isEmpty(),
                                     (where + labels[i].text.toUtf8() + " over " + labels[j].text.toUtf8()).data());
                        }
                    }
                }
            }
        }
    }
};

QTEST_MAIN(UnitDrawingTest)
#include "unit_drawing_test.moc"
