// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/common/fonts.h"
#include "ui/common/scripts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/labs/labs_page.h"
#include "ui/learn/labs/merging_canvas.h"
#include "ui/learn/labs/merging_drawing.h"
#include "ui/learn/labs/merging_form.h"
#include "ui/learn/labs/merging_lab.h"
#include "ui/learn/labs/stack_layout.h"
#include "ui/learn/learn_place.h"

#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>

#include <atomic>
#include <latch>

using namespace gatescope;

namespace {

MergingLab &mergingLab(OpenWindow &open)
{
    open.press(Qt::Key_4, Qt::AltModifier);
    open.window.learn().openLab(2);
    return *qobject_cast<MergingLab *>(open.window.learn().labs()->lab(2));
}

QString says(MergingLab &lab)
{
    return lab.canvas().accessibleDescription();
}

/// Both questions are answered, the second one right.
void answerAll(MergingLab &lab)
{
    lab.question().chooseOption(1);
    lab.onwards().click();
    lab.question().chooseOption(2);
}

QList<QRectF> boxesOf(const StackLayout &layout, StackPart part, Multiplied by, int gate = -1)
{
    QList<QRectF> boxes;
    for (const StackBlock &block : layout.blocks)
        if (block.part == part && block.by == by && block.gate == gate)
            boxes.append(block.box);
    return boxes;
}

StackLayout laidOut(StackingConvention convention, const LayerSizes &sizes, double place)
{
    MergingSettings settings{convention, sizes};
    settings.way = ProductWay(int(std::round(place)));
    return stackLayout({0, 0, 1200, 400}, settings, place, 14);
}

MergingTime madeUp()
{
    return {{{{3e-3, 2e-3, 4e-3}, {2e-3, 2e-3, 2e-3}, {1e-3, 1e-3, 1e-3}}}, 5};
}

/// Whether nothing is drawn between these two: every line of pixels has one colour there.
bool isClear(const QImage &picture, double from, double to)
{
    for (int y = 0; y < picture.height(); ++y)
        for (int x = int(from); x < int(to); ++x)
            if (picture.pixel(x, y) != picture.pixel(int(from), y))
                return false;
    return true;
}

/// The ways of a layer that is measured, without the note below them.
QImage waysPicture(double width, double pixels)
{
    MergingPicture picture;
    picture.reading = readMerged(mergedLayer(StackingConvention::kerasResetBefore, picture.settings.sizes, 1));
    picture.settings.convention = StackingConvention::kerasResetBefore;
    picture.time = madeUp();
    picture.knowsCounts = true;
    QImage image(int(width), int(8.2 * pixels), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawWays(painter, {0, 0, width, 400}, picture, theme(ThemeName::light), pixels);
    return image;
}

/// Of the first measurement 3 ms, of each further one 7 ms; the first one lasts until it may go, stopped or not.
struct SlowTiming {
    std::latch go{1};
    std::atomic<int> begun = 0;

    MergingLab::Timing timing()
    {
        return [this](const MergingSettings &, const std::stop_token &) {
            MergingTime time = madeUp();
            if (++begun == 1)
                go.wait();
            else
                time.ways[0] = {7e-3, 7e-3, 7e-3};
            return time;
        };
    }
};

/// A lab that measures nothing; its times are made up.
struct TimedLab {
    MergingLab lab{nullptr, [](const MergingSettings &, const std::stop_token &) { return madeUp(); }};

    TimedLab() { answerAll(lab); }
};

} // namespace

/// The lab of merged matrices in the real window, and how its matrices stand.
class MergingLabTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsAskedIsNotToldBefore()
    {
        OpenWindow open;
        MergingLab &lab = mergingLab(open);
        QVERIFY(says(lab).contains("Six matrices: 72 products"));
        QVERIFY(says(lab).contains("Two stacked: not told yet"));
        QVERIFY(!says(lab).contains("13 products") && !says(lab).contains("rounding"));
        QVERIFY(!lab.form().wayButton(ProductWay::allSteps)->isEnabled());
        lab.question().chooseOption(1);
        QVERIFY(says(lab).contains("Two stacked: 24 products") && says(lab).contains("13 products"));
        QVERIFY(!says(lab).contains("rounding"));
        lab.onwards().click();
        lab.question().chooseOption(2);
        QVERIFY(says(lab).contains("changes no number but by rounding"));
        QVERIFY(lab.onwards().isHidden());
    }

    void answersAreShownWithoutAGuessToo()
    {
        OpenWindow open;
        MergingLab &lab = mergingLab(open);
        for (int i = 0; i < 3; ++i) // the answer, the next question, its answer
            lab.onwards().click();
        QVERIFY(says(lab).contains("13 products") && says(lab).contains("rounding"));
    }

    void theLabIsWorkedByKeysAlone()
    {
        OpenWindow open;
        MergingLab &lab = mergingLab(open);
        const auto tabTo = [&open](QWidget *widget) {
            for (int i = 0; i < 80 && !widget->hasFocus(); ++i)
                open.press(Qt::Key_Tab);
            return widget->hasFocus();
        };
        const auto tabToOption = [&](int number) {
            for (QAbstractButton *option : lab.question().findChildren<QAbstractButton *>())
                if (option->accessibleName().startsWith(QString("Option %1").arg(number)))
                    return tabTo(option);
            return false;
        };
        QVERIFY(tabToOption(2));
        open.press(Qt::Key_Return);
        QVERIFY(lab.question().isAnswered() && lab.onwards().hasFocus());
        open.press(Qt::Key_Space);
        QVERIFY(!lab.question().isAnswered());
        QVERIFY(tabToOption(2));
        open.press(Qt::Key_Space);
        QVERIFY(says(lab).contains("rounding"));
        QVERIFY(tabTo(lab.form().wayButton(ProductWay::stacked)));
        open.press(Qt::Key_Space);
        QCOMPARE(lab.form().settings().way, ProductWay::stacked);
        QVERIFY(tabTo(lab.form().sizeField(&LayerSizes::steps)));
        open.press(Qt::Key_Up);
        QVERIFY(says(lab).contains("Six matrices: 78 products"));
        QVERIFY(open.window.learn().isInLab());
    }

    void withTheResetBeforeTwoProductsAStepAreLeft()
    {
        OpenWindow open;
        MergingLab &lab = mergingLab(open);
        lab.form().conventionField()->setCurrentIndex(2);
        QVERIFY(lab.question().inWords().contains("reset_after=False"));
        lab.question().chooseOption(3);
        QVERIFY(says(lab).contains("Two stacked: 36 products") && says(lab).contains("25 products"));
        QVERIFY(says(lab).contains("recurrent_kernel [8, 24]: blocks z, r, n"));
        QVERIFY(says(lab).contains("U_n multiplies r∘h"));
        lab.form().conventionField()->setCurrentIndex(0);
        QVERIFY(says(lab).contains("13 products") && says(lab).contains("weight_hh [24, 8]: blocks r, z, n"));
        QVERIFY(says(lab).contains("r multiplies b_hn"));
    }

    void theReasonTellsOfTheLayerThatIsDrawn()
    {
        MergingLab lab;
        lab.question().chooseOption(1);
        lab.form().conventionField()->setCurrentIndex(2);
        QVERIFY(lab.question().isAnswered() && lab.question().inWords().contains("1 + 2·T: one for all inputs"));
        lab.form().conventionField()->setCurrentIndex(0);
        QVERIFY(lab.question().isAnswered() && lab.question().inWords().contains("1 + T: all inputs"));
    }

    void theReasonGivesTheDifferenceOfTheLayerThatIsDrawn()
    {
        MergingLab lab;
        const auto isOfTheLayer = [&lab] {
            const MergingSettings &now = lab.form().settings();
            const MergingReading reading = readMerged(mergedLayer(now.convention, now.sizes, now.seed));
            const std::string meant = numberText(reading.farthestInSingle);
            return lab.question().question()->solution[0].text.arguments.at(0).written() == meant
                && (!lab.question().isAnswered()
                    || lab.question().inWords().contains(inScripts(QString::fromStdString(meant))));
        };
        lab.question().chooseOption(1);
        lab.onwards().click();
        for (const bool isOut : {false, true}) {
            if (isOut)
                lab.question().chooseOption(2);
            for (int i = 0; i < 3; ++i) {
                lab.form().anotherButton()->click();
                QVERIFY(isOfTheLayer() && lab.question().isAnswered() == isOut);
            }
            lab.form().sizeField(&LayerSizes::units)->setValue(isOut ? 7 : 6);
            QVERIFY(isOfTheLayer() && lab.question().isAnswered() == isOut);
            lab.form().conventionField()->setCurrentIndex(isOut ? 2 : 1);
            QVERIFY(isOfTheLayer() && lab.question().isAnswered() == isOut);
        }
    }

    void everyWayDoesTheSameWork()
    {
        OpenWindow open;
        MergingLab &lab = mergingLab(open);
        answerAll(lab);
        for (const ProductWay way : {ProductWay::separate, ProductWay::stacked, ProductWay::allSteps}) {
            lab.form().wayButton(way)->click();
            QVERIFY(says(lab).contains("every way does 16,128 multiply–adds")); // 3·12·4·8·(6 + 8)
        }
    }

    void theMatricesSlide()
    {
        OpenWindow open;
        MergingLab &lab = mergingLab(open);
        answerAll(lab);
        for (int convention = 0; convention < 3; ++convention) {
            lab.form().conventionField()->setCurrentIndex(convention);
            QList<QImage> pictures;
            for (const double place : {0.0, 0.5, 1.0, 1.5, 2.0}) {
                lab.canvas().setPlace(place);
                pictures.append(lab.canvas().grab().toImage());
            }
            for (int i = 1; i < pictures.size(); ++i)
                QVERIFY(pictures[i] != pictures[i - 1]);
        }
        lab.setReducedMotion(true);
        lab.form().wayButton(ProductWay::separate)->click();
        QCOMPARE(lab.canvas().place(), 0.0);
        lab.setReducedMotion(false);
        lab.form().wayButton(ProductWay::stacked)->click();
        QVERIFY(lab.canvas().place() < 1);
        QTRY_COMPARE_WITH_TIMEOUT(lab.canvas().place(), 1.0, 5000);
    }

    void matricesAreDrawnToScale()
    {
        for (const StackingConvention convention : {StackingConvention::pytorch, StackingConvention::keras}) {
            const LayerSizes sizes{6, 9, 4, 2};
            const StackLayout layout = laidOut(convention, sizes, 1);
            for (const StackBlock &block : layout.blocks) {
                QVERIFY(std::abs(block.box.width() - block.columns * layout.scale) < 1e-6);
                QVERIFY(std::abs(block.box.height() - block.rows * layout.scale) < 1e-6);
                QVERIFY(block.box.left() >= 0 && block.box.right() <= 1200 && block.box.bottom() <= 400);
            }
        }
    }

    /// In a high room the two halves stand one over the other, and the numbers are larger by it.
    void aHighRoomIsUsed()
    {
        const QRectF low(0, 0, 840, 300), high(0, 0, 840, 640);
        for (const StackingConvention convention : {StackingConvention::pytorch, StackingConvention::keras})
            for (const double place : {0.0, 1.0, 2.0}) {
                const MergingSettings settings{convention, {6, 8, 12, 1}};
                const double spare = spareHeight(high.size(), settings, 14);
                const StackLayout layout = stackLayout(high.adjusted(0, spare / 2, 0, 0), settings, place, 14);
                if (convention == StackingConvention::pytorch) // whose matrices are high
                    QVERIFY(layout.scale > 1.15 * stackLayout(low, settings, place, 14).scale);
                QCOMPARE(layout.scale, stackLayout(high, settings, place, 14).scale);
                for (const StackBlock &block : layout.blocks)
                    QVERIFY(high.contains(block.box));
            }
    }

    /// Apart at first; then without a gap, in the order of the framework, as rows or as columns.
    void stackedMatricesTouchInTheOrderOfTheFramework()
    {
        const auto matrix = [](const StackLayout &layout, int gate) {
            return boxesOf(layout, StackPart::matrix, Multiplied::input, gate).front();
        };
        const StackLayout rows = laidOut(StackingConvention::pytorch, {}, 1);
        for (const int gate : {0, 1})
            QVERIFY(std::abs(matrix(rows, gate).bottom() - matrix(rows, gate + 1).top()) < 1e-6);
        const StackLayout columns = laidOut(StackingConvention::keras, {}, 1);
        QVERIFY(std::abs(matrix(columns, 1).right() - matrix(columns, 0).left()) < 1e-6);
        QVERIFY(std::abs(matrix(columns, 0).right() - matrix(columns, 2).left()) < 1e-6);
        const StackLayout apart = laidOut(StackingConvention::keras, {}, 0);
        QVERIFY(matrix(apart, 0).right() + 5 < matrix(apart, 1).left());
        QVERIFY(matrix(apart, 1).right() + 5 < matrix(apart, 2).left());
    }

    void onceAllIsMergedEveryStepOfTheInputTouchesTheNext()
    {
        const QList<QRectF> steps
            = boxesOf(laidOut(StackingConvention::pytorch, {3, 4, 5, 2}, 2), StackPart::read, Multiplied::input);
        QCOMPARE(steps.size(), 5);
        for (int t = 1; t < steps.size(); ++t)
            QVERIFY(std::abs(steps[t].top() - steps[t - 1].bottom()) < 1e-6);
        QCOMPARE(
            boxesOf(laidOut(StackingConvention::pytorch, {3, 4, 5, 2}, 2), StackPart::read, Multiplied::state).size(),
            1);
    }

    void everySizeFits()
    {
        for (const StackingConvention convention :
             {StackingConvention::pytorch, StackingConvention::keras, StackingConvention::kerasResetBefore})
            for (const LayerSizes &sizes :
                 {LayerSizes{1, 1, 1, 1}, largestMerging, LayerSizes{256, 1, 200, 64}, LayerSizes{1, 256, 1, 1}})
                for (const double place : {0.0, 1.0, 2.0}) {
                    const StackLayout layout = laidOut(convention, sizes, place);
                    for (const StackBlock &block : layout.blocks)
                        QVERIFY(block.box.left() >= 0 && block.box.right() <= 1200 && block.box.bottom() <= 400);
                }
    }

    void timesAreSaidUntilTheLayerIsAnother()
    {
        TimedLab timed;
        QVERIFY(says(timed.lab).contains("has not been measured"));
        timed.lab.form().measureButton()->click();
        QVERIFY(says(timed.lab).contains("Measuring"));
        QCOMPARE(timed.lab.form().measureButton()->text(), QString("Measuring …"));
        QTRY_VERIFY(says(timed.lab).contains("Six matrices: 72 products, 3.00 ms"));
        QVERIFY(says(timed.lab).contains("13 products, 1.00 ms"));
        QVERIFY(says(timed.lab).contains("Median of 5 rounds") && says(timed.lab).contains("do not overlap"));
        timed.lab.form().wayButton(ProductWay::separate)->click(); // the same layer, drawn another way
        QVERIFY(says(timed.lab).contains("3.00 ms"));
        timed.lab.form().sizeField(&LayerSizes::units)->setValue(9);
        QVERIFY(!says(timed.lab).contains("3.00 ms") && says(timed.lab).contains("has not been measured"));
    }

    void timesOfALayerThatIsNotDrawnAnyMoreAreDropped()
    {
        SlowTiming slow;
        MergingLab lab(nullptr, slow.timing());
        answerAll(lab);
        lab.form().measureButton()->click();
        lab.form().sizeField(&LayerSizes::units)->setValue(9);
        QVERIFY(!says(lab).contains("Measuring"));
        QCOMPARE(lab.form().measureButton()->text(), QString("Measure the time"));
        slow.go.count_down();
        QTest::qWait(100); // its end changes nothing
        QVERIFY(says(lab).contains("has not been measured"));
        QCOMPARE(int(slow.begun), 1);
    }

    void whatIsAskedForWhileAStoppedMeasurementEndsIsMeasuredNext()
    {
        for (const int units : {9, 8}) { // the second time the layer is the one again that was stopped
            SlowTiming slow;
            MergingLab lab(nullptr, slow.timing());
            answerAll(lab);
            lab.form().measureButton()->click();
            lab.form().sizeField(&LayerSizes::units)->setValue(9);
            lab.form().sizeField(&LayerSizes::units)->setValue(units);
            lab.form().measureButton()->click();
            QVERIFY(says(lab).contains("Measuring"));
            QCOMPARE(lab.form().measureButton()->text(), QString("Measuring …"));
            slow.go.count_down();
            QTRY_VERIFY(says(lab).contains("72 products, 7.00 ms"));
            QCOMPARE(lab.form().measureButton()->text(), QString("Measure the time"));
            QCOMPARE(int(slow.begun), 2);
        }
    }

    void aWishForTimesEndsWithTheLayerItWasFor()
    {
        SlowTiming slow;
        MergingLab lab(nullptr, slow.timing());
        answerAll(lab);
        lab.form().measureButton()->click();
        lab.form().sizeField(&LayerSizes::units)->setValue(9);
        lab.form().measureButton()->click();
        lab.form().sizeField(&LayerSizes::units)->setValue(10);
        QVERIFY(says(lab).contains("has not been measured"));
        slow.go.count_down();
        QTest::qWait(100);
        QCOMPARE(int(slow.begun), 1);
        QCOMPARE(lab.form().measureButton()->text(), QString("Measure the time"));
    }

    void theColumnsOfTheWaysKeepApart()
    {
        for (const double pixels : {13.0, 17.0, 18.0})
            for (const double width : {38 * pixels, 675.0, 826.0, 46 * pixels, 52 * pixels, 60 * pixels, 80 * pixels}) {
                if (width < 37 * pixels)
                    continue;
                const WaysColumns columns = waysColumns(width, pixels);
                const QImage picture = waysPicture(width, pixels);
                const double end = columns.strip + columns.stripWidth;
                QVERIFY(columns.stripWidth >= 0 && end <= columns.times);
                QVERIFY(textWidth(stripHeading(columns.stripWidth, pixels), interfaceFont(0.85 * pixels))
                        <= columns.stripWidth);
                QVERIFY2(isClear(picture, columns.counts - 5, columns.counts - 1), qPrintable(QString::number(width)));
                QVERIFY2(isClear(picture, columns.strip - 5, columns.strip - 1), qPrintable(QString::number(width)));
                QVERIFY2(isClear(picture, columns.times - 5, columns.times - 1), qPrintable(QString::number(width)));
            }
    }

    /// As in windows of 1024 x 768, and of 1280 x 800 in the size of classrooms.
    void theLabIsDrawnInSmallWindows()
    {
        for (const auto &[size, pixels] : {std::pair(QSize(980, 640), 13.0), {QSize(1236, 680), 18.0}}) {
            TimedLab timed;
            timed.lab.setLook(theme(ThemeName::light), pixels);
            timed.lab.resize(size);
            timed.lab.form().measureButton()->click();
            QTRY_VERIFY(says(timed.lab).contains("3.00 ms"));
            QVERIFY(!timed.lab.grab().isNull());
            QCOMPARE(waysColumns(timed.lab.canvas().width(), pixels).stripWidth > 0, pixels == 13);
        }
    }

    void timesAreShort()
    {
        QCOMPARE(asTime(2.5), QString("2.50 s"));
        QCOMPARE(asTime(3.1e-3), QString("3.10 ms"));
        QCOMPARE(asTime(41.23e-6), QString("41.2 µs"));
        QCOMPARE(asTime(412e-9), QString("412 ns"));
    }
};

QTEST_MAIN(MergingLabTest)
#include "merging_lab_test.moc"
