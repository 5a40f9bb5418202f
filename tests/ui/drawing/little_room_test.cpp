// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"
#include "tests/ui/common/drawn_texts.h"
#include "timeline_scenes.h"

#include "ui/common/numbers.h"
#include "ui/drawing/cell/cell_geometry.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/cell_kinds/cell_pictures.h"
#include "ui/drawing/cell_kinds/gru_moment.h"
#include "ui/drawing/cell_kinds/lstm_moment.h"
#include "ui/drawing/cell_kinds/rnn_moment.h"
#include "ui/drawing/network/network_drawing.h"
#include "ui/drawing/network/network_layout.h"
#include "ui/drawing/stage/moment_words.h"
#include "ui/drawing/timeline/timeline_drawing.h"
#include "ui/drawing/words/step_words.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const QSize board(1468, 748);
const QSize besideAnother(452, 508); ///< one of two stages in a window of 1280 × 800
const QSize smallTimeline(904, 156); ///< there, while a what-if has a lane of its own

std::vector<DrawnText> textsOf(const Drawing &drawing, const QSize &size, const Scene &scene)
{
    TextRecorder recorder(size);
    QPainter painter(&recorder);
    drawing(painter, size, scene);
    painter.end();
    return recorder.texts();
}

HitAreas cell(QPainter &painter, const QSizeF &size, const Scene &scene)
{
    return drawCell(painter, size, scene);
}

/// How often a text is drawn at full strength in letters of 9.5 pixels or more.
int countOf(const std::vector<DrawnText> &texts, const QString &text)
{
    return int(std::ranges::count_if(texts, [&](const DrawnText &drawn) {
        return drawn.text == text && drawn.opacity > 0.95 && drawn.pixels >= 9.5;
    }));
}

Scene lastOf(const Record &record, int step, int unit)
{
    const int part = int(describe(record.spec().cell).stepParts.size()) - 1;
    return sceneOf(record, clamped({.step = step, .part = part, .unit = unit}, *record.trace));
}

} // namespace

/// What is drawn small, or of little, can still be read.
class LittleRoomTest : public QObject
{
    Q_OBJECT

private slots:
    /// The index of U_z, and the step of h, are no smaller than 9 pixels in the smallest window.
    void whatIsLoweredCanBeRead()
    {
        const Record record = numbersRecord({.hiddenSize = 4});
        const std::vector<DrawnText> texts = textsOf(cell, {640, 300}, lastOf(record, 2, 1));
        bool lowered = false, loweredStep = false;
        for (const DrawnText &drawn : texts) {
            lowered = lowered || (drawn.text == u"z" && drawn.pixels < 12); // the column's own letter is larger
            loweredStep = loweredStep || drawn.text == u"t−1";
            QVERIFY2(drawn.text.isEmpty() || drawn.pixels >= 9, qPrintable(drawn.text));
        }
        QVERIFY(lowered && loweredStep);
    }

    void theFollowedNumbersAreReadInOneOfTwoStages();
    void theFollowedUnitIsNoBareNumber();
    void fewUnitsHaveLargerNumbersAndStayInTheirBand();
    void theFrameOfTheInputEnclosesTheFirstNameToo();
    void aLayerSaysHowManyUnitsItHas_data();
    void aLayerSaysHowManyUnitsItHas();
    void aNetworkOfOneStepWritesItsStatesDown();
    void oneUnitInOneStepIsLargeAndTheOnlyOne();
    void lanesKeepTheirNamesInAWhatIf();
    void lowLanesKeepTheirNames();
    void numbersThatDoNotComeOutAreNotCalledEqual();
};

void LittleRoomTest::theFollowedNumbersAreReadInOneOfTwoStages()
{
    const Record gru = numbersRecord({.hiddenSize = 8});
    const Scene scene = lastOf(gru, 2, 1);
    const GruMoment moment = gruMoment(scene);
    const std::vector<DrawnText> texts = textsOf(cell, besideAnother, scene);
    for (const Vector *vector :
         {&moment.hBefore, &moment.z, &moment.r, &moment.u, &moment.p, &moment.w, &moment.n, &moment.h})
        QVERIFY2(countOf(texts, onStage((*vector)[1])) > 0, qPrintable(onStage((*vector)[1])));

    const Record lstm = numbersRecord({.cell = CellKind::lstm, .hiddenSize = 8});
    const LstmMoment cellMoment = lstmMoment(lastOf(lstm, 2, 1));
    const std::vector<DrawnText> others = textsOf(cell, besideAnother, lastOf(lstm, 2, 1));
    for (const Vector *vector :
         {&cellMoment.f, &cellMoment.i, &cellMoment.g, &cellMoment.o, &cellMoment.c, &cellMoment.h})
        QVERIFY2(countOf(others, onStage((*vector)[1])) > 0, qPrintable(onStage((*vector)[1])));
}

/// "5" beside the row would be any number.
void LittleRoomTest::theFollowedUnitIsNoBareNumber()
{
    for (const CellKind kind : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
        const Record record = numbersRecord({.cell = kind, .hiddenSize = 8});
        for (const Pass pass : {Pass::forward, Pass::backward})
            for (const QSize &size : {board, QSize(904, 536), QSize(760, 600), QSize(648, 472), besideAnother}) {
                Scene scene = lastOf(record, 2, 5);
                scene.playhead.pass = pass;
                QCOMPARE(countOf(textsOf(cell, size, scene), QStringLiteral("5")), 0);
            }
    }
}

void LittleRoomTest::fewUnitsHaveLargerNumbersAndStayInTheirBand()
{
    for (const QSizeF &size : {QSizeF(board), QSizeF(904, 536), QSizeF(648, 472)}) {
        const CellPlan eight = cellPlan(size, 8, 2, false), four = cellPlan(size, 4, 2, false),
                       one = cellPlan(size, 1, 0, false);
        QVERIFY(four.rows.pitch > eight.rows.pitch);
        QVERIFY(one.rows.focus > eight.rows.focus);
        for (const CellPlan &plan : {four, one})
            QVERIFY(plan.stripTop + plan.stripHeight <= size.height());
    }
}

void LittleRoomTest::theFrameOfTheInputEnclosesTheFirstNameToo()
{
    const Record record = numbersRecord({.inputSize = 3});
    const Scene scene = sceneOf(record, clamped({.step = 2, .part = 0}, *record.trace));
    QImage image(board, QImage::Format_RGB32);
    QPainter painter(&image);
    CellCanvas canvas(painter, board, scene);
    drawCell(canvas);
    const auto first = std::ranges::find(canvas.labels(), QStringLiteral("x_{0}"), &PlacedLabel::text);
    QVERIFY(first != canvas.labels().end());
    const QColor frame = scene.theme.wire(Role::input);
    const int y = qRound(canvas.plan().stripTop + canvas.plan().stripHeight / 2);
    const int left = int(first->box.left());
    const auto isFrame = [&](int x) { return image.pixelColor(x, y) == frame; };
    int x = left - 16;
    while (x < left && !isFrame(x))
        ++x;
    QVERIFY2(x < left, "the frame begins before the name");
    for (int inside = left; inside < int(first->box.right()); ++inside)
        QVERIFY(!isFrame(inside));
}

void LittleRoomTest::aLayerSaysHowManyUnitsItHas_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1920 × 1080") << board;
    QTest::newRow("1280 × 800") << QSize(904, 536);
    QTest::newRow("with a bar over the timeline") << QSize(904, 440);
    QTest::newRow("1024 × 768") << QSize(648, 472);
}

void LittleRoomTest::aLayerSaysHowManyUnitsItHas()
{
    QFETCH(QSize, size);
    for (const auto &[units, words] : {std::pair(1, "1 unit"), {4, "4 units"}}) {
        const Record record = numbersRecord({.hiddenSize = units});
        QCOMPARE(countOf(textsOf(drawNetwork, size, lastOf(record, 2, 0)), QString::fromLatin1(words)), 1);
    }
}

void LittleRoomTest::aNetworkOfOneStepWritesItsStatesDown()
{
    const Record one = numbersRecord({.hiddenSize = 4, .lengths = {1}}),
                 many = numbersRecord({.hiddenSize = 4, .lengths = {11}});
    const auto isWritten = [](const Record &record, bool predicting, int unit) {
        Scene scene = sceneOf(record, clamped({.step = 0, .part = predicting ? 0 : 4}, *record.trace));
        scene.predicting = predicting;
        const double state = record.trace->at(0, Direction::forward)[Part::state](0, 0, unit);
        return countOf(textsOf(drawNetwork, board, scene), onStage(state)) > 0;
    };
    for (int unit = 0; unit < 4; ++unit) {
        QVERIFY(isWritten(one, false, unit));
        QVERIFY(!isWritten(one, true, unit));
        QVERIFY(!isWritten(many, false, unit));
    }
}

void LittleRoomTest::oneUnitInOneStepIsLargeAndTheOnlyOne()
{
    const Record one = numbersRecord({.hiddenSize = 1, .lengths = {1}}),
                 eight = numbersRecord({.hiddenSize = 8, .lengths = {1}});
    const auto glyphOf = [](const Record &record) { return currentGlyph(board, lastOf(record, 0, 0)); };
    QVERIFY(glyphOf(one).height() >= 70 && glyphOf(one).height() > 1.5 * glyphOf(eight).height() / 8);
    const std::vector<DrawnText> texts = textsOf(drawNetwork, board, lastOf(one, 0, 0));
    const double state = one.trace->at(0, Direction::forward)[Part::state](0, 0, 0);
    QVERIFY(std::ranges::any_of(
        texts, [&](const DrawnText &drawn) { return drawn.text == onStage(state) && drawn.pixels >= 22; }));

    QCOMPARE(stepWords(0, 0), QStringLiteral("step 0, the only one"));
    QCOMPARE(stepWords(2, 10), QStringLiteral("step 2 of 0–10"));
    for (const Drawing &drawing : {Drawing(drawNetwork), Drawing(cell)}) {
        QString all;
        for (const DrawnText &drawn : textsOf(drawing, board, lastOf(one, 0, 0)))
            all += drawn.text + '|';
        QVERIFY2(all.contains("the only one") && !all.contains("0–0"), qPrintable(all));
    }
    QVERIFY(momentInWords(lastOf(one, 0, 0)).contains("the only one"));
}

void LittleRoomTest::lanesKeepTheirNamesInAWhatIf()
{
    const Record before = numbersRecord({.hiddenSize = 4}), after = numbersRecord({.hiddenSize = 4});
    Scene scene = sceneOf(after, clamped({.step = 2, .part = 4}, *after.trace));
    scene.ghost = &before;
    const std::vector<DrawnText> texts = textsOf(drawTimeline, smallTimeline, scene);
    for (const char *name : {"reset", "update", "candidate", "state"})
        QVERIFY2(countOf(texts, QString::fromLatin1(name)) == 1, name);
}

void LittleRoomTest::lowLanesKeepTheirNames()
{
    const Record record = numbersRecord({.cell = CellKind::lstm, .hiddenSize = 8});
    const Scene scene = sceneOf(record, clamped({.step = 2, .part = 4}, *record.trace));
    for (const QSize &size : {QSize(1468, 144), QSize(1468, 130), QSize(904, 140), QSize(904, 128), QSize(2936, 270)}) {
        const std::vector<DrawnText> texts = textsOf(drawTimeline, size, scene);
        std::vector<QRect> names;
        for (const char *name : {"input", "forget", "candidate", "output", "cell", "state"}) {
            const auto drawn = std::ranges::find(texts, QString::fromLatin1(name), &DrawnText::text);
            QVERIFY2(drawn != texts.end() && drawn->pixels >= 11, name);
            names.push_back(drawn->where);
        }
        for (std::size_t i = 0; i < names.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!names[i].adjusted(0, 2, 0, -2).intersects(names[j].adjusted(0, 2, 0, -2)));
    }
}

void LittleRoomTest::numbersThatDoNotComeOutAreNotCalledEqual()
{
    int marked = 0;
    for (const CellKind kind : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
        const Record record = numbersRecord({.cell = kind, .hiddenSize = 8});
        const Scene scene = lastOf(record, 2, 1);
        int expected = 0;
        const auto expect = [&](double reckoned, double made) { expected += onStage(reckoned) != onStage(made); };
        for (int unit = 0; unit < 8; ++unit) {
            const auto on = [unit](const Vector &values) { return shownOnStage(values[unit]); };
            if (kind == CellKind::gru) {
                const GruMoment moment = gruMoment(scene);
                expect(on(moment.r) * on(moment.u), moment.p[unit]);
            } else if (kind == CellKind::lstm) {
                const LstmMoment moment = lstmMoment(scene);
                expect(on(moment.i) * on(moment.g), moment.written[unit]);
                expect(on(moment.o) * on(moment.squashed), moment.h[unit]);
            } else {
                const RnnMoment moment = rnnMoment(scene);
                expect(on(moment.u) + on(moment.w), moment.a[unit]);
            }
        }
        const std::vector<DrawnText> texts = textsOf(cell, board, scene);
        QCOMPARE(countOf(texts, QStringLiteral("≈")), expected);
        marked += expected;
    }
    QVERIFY(marked > 0);
}

QTEST_MAIN(LittleRoomTest)
#include "little_room_test.moc"
