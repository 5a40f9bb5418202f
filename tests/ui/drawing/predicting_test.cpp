// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_experiments.h"

#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/scene/known.h"
#include "ui/drawing/timeline/timeline_drawing.h"
#include "ui/drawing/unit/unit_drawing.h"
#include "ui/drawing/unit/unit_geometry.h"

#include <QTest>

using namespace gatescope;

namespace {

void overwrite(TimeArray &values, int step)
{
    for (int unit = 0; unit < values.units(); ++unit)
        values.set(step, 0, unit, values(step, 0, unit) > 0.3 ? -0.75 : 0.875);
}

/// The record with other numbers wherever a walk forwards has not been at this step and part.
Record otherToCome(const Record &record, int step, int part)
{
    auto trace = std::make_shared<Trace>(*record.trace);
    const auto &parts = describe(trace->spec.cell).stepParts;
    for (int t = step; t < trace->length(0); ++t) {
        for (int p = t == step ? part + 1 : 0; p < std::ssize(parts); ++p) {
            if (parts[p].completes)
                overwrite(trace->layers[0][*parts[p].completes], t);
            if (parts[p].completes == Part::candidate)
                overwrite(trace->layers[0][Part::recurrentCandidate], t);
        }
        if (!trace->headOutput.empty() && (t > step || part + 1 < std::ssize(parts)))
            overwrite(trace->headOutput, t);
    }
    auto gradients = std::make_shared<GradientTrace>(*record.gradients);
    for (auto &[part_, values] : gradients->layers[0].parts)
        for (int t = 0; t < trace->length(0); ++t)
            overwrite(values, t);
    Record other = record;
    other.trace = trace;
    other.gradients = gradients;
    return other;
}

std::vector<QRectF> placesOf(const HitAreas &areas)
{
    std::vector<QRectF> places;
    for (const HitArea &area : areas)
        places.push_back(area.where);
    return places;
}

QStringList wordsOf(const HitAreas &areas)
{
    QStringList words;
    for (const HitArea &area : areas)
        words += area.says();
    return words;
}

} // namespace

class PredictingTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingToComeCanBeSeen_data()
    {
        QTest::addColumn<int>("cell");
        QTest::addColumn<bool>("letters");
        QTest::newRow("gru") << int(CellKind::gru) << false;
        QTest::newRow("gru that reads letters") << int(CellKind::gru) << true;
        QTest::newRow("lstm") << int(CellKind::lstm) << false;
        QTest::newRow("rnn") << int(CellKind::rnn) << false;
    }
    /// Two records that differ only in what is to come give the same picture and the same words, and another one
    /// as soon as predicting is off.
    void nothingToComeCanBeSeen()
    {
        QFETCH(int, cell);
        QFETCH(bool, letters);
        const Record record
            = letters ? lettersRecord("hello hole") : numbersRecord({.cell = CellKind(cell), .lengths = {6}});
        const auto &parts = describe(record.spec().cell).stepParts;
        using Picture = HitAreas (*)(QPainter &, const QSizeF &, const Scene &);
        const std::vector<std::pair<Drawing, QSizeF>> drawings{{drawTimeline, {1468, 224}},
                                                               {static_cast<Picture>(drawCell), {1468, 748}},
                                                               {static_cast<Picture>(drawUnit), {1468, 748}}};
        for (int part = 0; part < std::ssize(parts); ++part) {
            PlayheadState here{.step = 2, .part = part};
            const Record other = otherToCome(record, here.step, part);
            for (const auto &[drawing, size] : drawings) {
                Scene one{record, here, theme(ThemeName::light)};
                Scene two{other, here, theme(ThemeName::light)};
                one.predicting = two.predicting = true;
                QCOMPARE(pictureOf(drawing, size, one), pictureOf(drawing, size, two));
                QImage paper(size.toSize(), QImage::Format_RGB32);
                QPainter painter(&paper);
                const HitAreas areas = drawing(painter, size, one), otherAreas = drawing(painter, size, two);
                QCOMPARE(wordsOf(areas), wordsOf(otherAreas));
                QCOMPARE(placesOf(areas), placesOf(otherAreas));
            }
            Scene open{record, here, theme(ThemeName::light)};
            Scene openOther{other, here, theme(ThemeName::light)};
            QVERIFY(pictureOf(drawTimeline, {1468, 224}, open) != pictureOf(drawTimeline, {1468, 224}, openOther));
        }
    }

    void whereAUnitsSumWillStandIsNotTold()
    {
        const Record record = lettersRecord("hello");
        Scene scene{record, {.step = 2, .part = 2, .progress = 0, .unit = 1}, theme(ThemeName::light)};
        scene.predicting = true;
        QImage paper(1468, 748, QImage::Format_RGB32);
        QPainter painter(&paper);
        const UnitPlan plan = unitPlan({1468, 748}, false);
        int told = 0;
        for (const HitArea &area : drawUnit(painter, {1468, 748}, scene)) {
            const bool toCome = area.says().startsWith("sum: not") || area.says().startsWith("the point: not");
            told += toCome;
            QVERIFY2(!toCome || (area.where.left() == plan.sumLeft && area.where.right() == plan.sumRight),
                     qPrintable(area.says()));
        }
        QCOMPARE(told, 2);
    }

    /// At the beginning of a part of the backward pass nothing tells its gradients; at its end the picture does.
    void theGradientsToComeOfAUnitCannotBeSeen()
    {
        const Record record = lettersRecord("hello");
        Record other = record;
        auto gradients = std::make_shared<GradientTrace>(*record.gradients);
        for (auto &[part, values] : gradients->layers[0].parts)
            overwrite(values, 2);
        other.gradients = gradients;
        for (int part = 0; part < 5; ++part) {
            for (const double progress : {0.0, 1.0}) {
                const PlayheadState here{
                    .step = 2, .part = part, .progress = progress, .unit = 1, .pass = Pass::backward};
                Scene one{record, here, theme(ThemeName::light)}, two{other, here, theme(ThemeName::light)};
                one.predicting = two.predicting = true;
                const Drawing draw = static_cast<HitAreas (*)(QPainter &, const QSizeF &, const Scene &)>(drawUnit);
                QImage paper(1468, 748, QImage::Format_RGB32);
                QPainter painter(&paper);
                const HitAreas areas = draw(painter, {1468, 748}, one), otherAreas = draw(painter, {1468, 748}, two);
                const bool same = pictureOf(draw, {1468, 748}, one) == pictureOf(draw, {1468, 748}, two);
                QVERIFY2(same == (progress == 0), qPrintable(QString::number(part)));
                if (progress == 0) {
                    QCOMPARE(wordsOf(areas), wordsOf(otherAreas));
                    QCOMPARE(placesOf(areas), placesOf(otherAreas));
                }
            }
        }
    }

    void whatIsBehindIsSeen()
    {
        const Record record = lettersRecord("hello");
        PlayheadState here{.step = 2, .part = 2};
        Scene scene{record, here, theme(ThemeName::light)};
        scene.predicting = true;
        QVERIFY(isKnown(scene, 1, Part::state));
        QVERIFY(isKnown(scene, 2, Part::update));
        QVERIFY(!isKnown(scene, 2, Part::candidate));
        QVERIFY(!isKnown(scene, 3, Part::reset));
        QVERIFY(isAnswerKnown(scene, 1));
        QVERIFY(!isAnswerKnown(scene, 2));
        QVERIFY(!isGradientKnown(scene, 0));
        scene.playhead.progress = 0.5;
        QVERIFY2(!isKnown(scene, 2, Part::update), "a part is known when it is done");
    }

    void theBackwardPassKnowsAllStatesAndTheGradientsBehindIt()
    {
        const Record record = lettersRecord("hello");
        PlayheadState here{.step = 2, .part = 2, .pass = Pass::backward};
        Scene scene{record, here, theme(ThemeName::light)};
        scene.predicting = true;
        QVERIFY(isKnown(scene, 4, Part::state));
        QVERIFY(isAnswerKnown(scene, 4));
        QVERIFY(isGradientKnown(scene, 3));
        QVERIFY(isGradientKnown(scene, 2));
        QVERIFY(!isGradientKnown(scene, 1));
    }

    void aNetworkThatReadsBothWaysAnswersOnceBothHaveBeenThere()
    {
        const Record record = numbersRecord({.bidirectional = true});
        Scene scene{record, {.step = 2, .part = 4}, theme(ThemeName::light)};
        scene.predicting = true;
        QVERIFY(!isAnswerKnown(scene, 0));
        scene.playhead.direction = Direction::backward;
        QVERIFY(isAnswerKnown(scene, 3));
        QVERIFY(!isAnswerKnown(scene, 1));
        QVERIFY(isKnown(scene, 3, Part::state));
        QVERIFY(!isKnown(scene, 1, Part::state));
    }
};

QTEST_MAIN(PredictingTest)
#include "predicting_test.moc"
