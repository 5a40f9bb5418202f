// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"

#include "core/trace/moment.h"
#include "ui/common/numbers.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/cell_kinds/cell_pictures.h"
#include "ui/drawing/cell_kinds/lstm_moment.h"
#include "ui/drawing/cell_kinds/rnn_moment.h"

#include <QTest>

using namespace gatescope;

namespace {

const QSizeF large(1468, 748);
const QSizeF small(884, 522);

PlayheadState at(int part, Pass pass, double progress = 1)
{
    PlayheadState state;
    state.step = 2;
    state.unit = 1;
    state.part = part;
    state.progress = progress;
    state.pass = pass;
    return state;
}

int lastPart(CellKind cell)
{
    return static_cast<int>(describe(cell).stepParts.size()) - 1;
}

HitAreas areasOf(const Scene &scene)
{
    HitAreas areas;
    pictureOf([&](QPainter &painter, const QSizeF &size,
                  const Scene &drawn) { return areas = drawCell(painter, size, drawn); },
              large, scene);
    return areas;
}

QImage smallPicture(const Scene &scene)
{
    return pictureOf(
        [](QPainter &painter, const QSizeF &size, const Scene &drawn) { return drawCell(painter, size, drawn); }, small,
        scene);
}

bool someAreaSays(const HitAreas &areas, int unit, const QString &begins, const QString &ends)
{
    return std::ranges::any_of(areas, [&](const HitArea &area) {
        return area.leadsTo.unit == unit && area.says().startsWith(begins) && area.says().endsWith(ends);
    });
}

} // namespace

class LstmRnnDrawingTest : public QObject
{
    Q_OBJECT
private slots:
    void theSameSceneGivesTheSamePicture_data();
    void theSameSceneGivesTheSamePicture();
    void columnsSayTheNumbersOfTheTrace();
    void gradientColumnsSayTheNumbersOfTheGradients();
    void whatIsNotComputedYetIsEmpty();
    void theLstmsTermsAddUp();
    void theLstmsWaysBackAddUp();
    void theRnnsTermsAddUp();
    void labelsNeitherOverlapNorLeaveThePicture_data();
    void labelsNeitherOverlapNorLeaveThePicture();
};

void LstmRnnDrawingTest::theSameSceneGivesTheSamePicture_data()
{
    QTest::addColumn<int>("cell");
    QTest::addColumn<int>("pass");
    for (const int cell : {1, 2}) {
        QTest::addRow("cell %d, forward", cell) << cell << 0;
        QTest::addRow("cell %d, backward", cell) << cell << 1;
    }
}

void LstmRnnDrawingTest::theSameSceneGivesTheSamePicture()
{
    QFETCH(int, cell);
    QFETCH(int, pass);
    const Record record = numbersRecord({.cell = CellKind(cell)});
    QImage previous;
    for (int part = 0; part <= lastPart(CellKind(cell)); ++part) {
        for (const double progress : {0.5, 1.0}) {
            const Scene scene = sceneOf(record, at(part, Pass(pass), progress));
            const QImage picture = smallPicture(scene);
            QCOMPARE(picture, smallPicture(scene));
            QVERIFY(picture != previous);
            previous = picture;
        }
    }
}

void LstmRnnDrawingTest::columnsSayTheNumbersOfTheTrace()
{
    for (const CellKind cell : {CellKind::lstm, CellKind::rnn}) {
        const Record record = numbersRecord({.cell = cell});
        const HitAreas areas = areasOf(sceneOf(record, at(lastPart(cell), Pass::forward)));
        for (const Part part : describe(cell).recorded) {
            for (int unit = 0; unit < 3; ++unit) {
                const double value = record.trace->at(0, Direction::forward)[part](2, 0, unit);
                QVERIFY2(someAreaSays(areas, unit, {}, QStringLiteral("unit %1: %2").arg(unit).arg(inInspector(value))),
                         describe(part).key.data());
            }
        }
    }
}

void LstmRnnDrawingTest::gradientColumnsSayTheNumbersOfTheGradients()
{
    for (const CellKind cell : {CellKind::lstm, CellKind::rnn}) {
        const Record record = numbersRecord({.cell = cell});
        const HitAreas areas = areasOf(sceneOf(record, at(0, Pass::backward)));
        for (const Part part : describe(cell).recorded) {
            for (int unit = 0; unit < 3; ++unit) {
                const double value = record.gradients->at(record.spec(), 0, Direction::forward)[part](2, 0, unit);
                const QString begins = QStringLiteral("dL/d") + QString::fromUtf8(describe(part).symbol.data());
                QVERIFY2(someAreaSays(areas, unit, begins, gradientNumber(value, 3)), describe(part).key.data());
            }
        }
    }
}

void LstmRnnDrawingTest::whatIsNotComputedYetIsEmpty()
{
    const Record record = numbersRecord({.cell = CellKind::lstm});
    const QString pending = QStringLiteral("not computed yet");
    const HitAreas input = areasOf(sceneOf(record, at(LstmPart::input, Pass::forward)));
    QVERIFY(!someAreaSays(input, 1, QStringLiteral("forget gate"), pending));
    QVERIFY(!someAreaSays(input, 1, QStringLiteral("input gate"), pending));
    QVERIFY(someAreaSays(input, 1, QStringLiteral("candidate"), pending));
    QVERIFY(someAreaSays(input, 1, QStringLiteral("new cell state"), pending));
    QVERIFY(someAreaSays(input, 1, QStringLiteral("new state"), pending));
    const Record plain = numbersRecord({.cell = CellKind::rnn});
    QVERIFY(someAreaSays(areasOf(sceneOf(plain, at(0, Pass::forward))), 1, QStringLiteral("new state"), pending));
    QVERIFY(someAreaSays(areasOf(sceneOf(plain, at(1, Pass::backward))), 1, QStringLiteral("dL/dh before"), pending));
}

void LstmRnnDrawingTest::theLstmsTermsAddUp()
{
    const Record record = numbersRecord({.cell = CellKind::lstm, .layers = 2, .bidirectional = true});
    PlayheadState playhead = at(6, Pass::forward);
    playhead.layer = 1;
    playhead.direction = Direction::backward;
    const LstmMoment m = lstmMoment(sceneOf(record, playhead));
    QVERIFY((m.kept + m.written - m.c).norm() < 1e-12);
    QVERIFY((m.o.cwiseProduct(m.squashed) - m.h).norm() < 1e-12);
    QVERIFY(m.c.cwiseAbs().maxCoeff() <= m.scale);
}

void LstmRnnDrawingTest::theLstmsWaysBackAddUp()
{
    const Record record = numbersRecord({.cell = CellKind::lstm});
    // Only the last output counts, so nothing reaches an earlier state from above.
    const Scene scene = sceneOf(record, at(0, Pass::backward));
    const LstmGradients g = lstmGradients(scene);
    const LayerTrace &layer = record.gradients->at(record.spec(), 0, Direction::forward);
    QVERIFY(g.passedOn.norm() > 0);
    QVERIFY((g.passedOn - layer[Part::state].at(1, 0)).norm() < 1e-12);
    // dL/dc before: along the conveyor, and through h before.
    PlayheadState before = scene.playhead;
    before.step = 1;
    const LstmGradients earlier = lstmGradients(sceneOf(record, before));
    QVERIFY((earlier.fromNext - g.conveyor).norm() < 1e-12);
}

void LstmRnnDrawingTest::theRnnsTermsAddUp()
{
    const Record record = numbersRecord({.cell = CellKind::rnn});
    const Scene scene = sceneOf(record, at(0, Pass::backward));
    const RnnMoment m = rnnMoment(scene);
    QVERIFY((Vector(m.a.array().tanh()) - m.h).norm() < 1e-12);
    const RnnGradients g = rnnGradients(scene);
    QVERIFY((g.h - g.fromNext).norm() < 1e-12);
    QVERIFY((g.passedOn - record.gradients->at(record.spec(), 0, Direction::forward)[Part::state].at(1, 0)).norm()
            < 1e-12);
}

void LstmRnnDrawingTest::labelsNeitherOverlapNorLeaveThePicture_data()
{
    QTest::addColumn<int>("cell");
    QTest::addColumn<int>("pass");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("units");
    for (const int cell : {1, 2}) {
        for (const int pass : {0, 1}) {
            for (const QSizeF &size : {large, small, QSizeF(2936, 1496), QSizeF(1100, 600)}) {
                for (const int units : {1, 8, 64})
                    QTest::addRow("cell %d, pass %d, %g, %d units", cell, pass, size.width(), units)
                        << cell << pass << size << units;
            }
        }
    }
}

void LstmRnnDrawingTest::labelsNeitherOverlapNorLeaveThePicture()
{
    QFETCH(int, cell);
    QFETCH(int, pass);
    QFETCH(QSizeF, size);
    QFETCH(int, units);
    const Record record = numbersRecord({.cell = CellKind(cell), .hiddenSize = units, .lengths = {12}});
    PlayheadState playhead = at(pass ? 0 : lastPart(CellKind(cell)), Pass(pass));
    playhead.unit = units / 2;
    const Scene scene = sceneOf(record, playhead);
    QImage image(size.toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    CellCanvas canvas(painter, size, scene);
    drawCell(canvas);
    const std::vector<PlacedLabel> &labels = canvas.labels();
    QVERIFY(labels.size() > 10);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        QVERIFY2(QRectF({0, 0}, size).contains(labels[i].box), qPrintable(labels[i].text));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(!labels[i].box.intersects(labels[j].box), qPrintable(labels[i].text + " over " + labels[j].text));
    }
}

QTEST_MAIN(LstmRnnDrawingTest)
#include "lstm_rnn_drawing_test.moc"
