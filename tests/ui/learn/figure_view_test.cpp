// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/open_learn.h"
#include "ui/learn/figure_view.h"
#include "ui/learn/labs/axis_look.h"

#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QTest>

using namespace gatescope;

namespace {

QImage pictureOf(FigureView &figure)
{
    return figure.grab().toImage();
}

} // namespace

class FigureViewTest : public QObject
{
    Q_OBJECT
private slots:
    /// Before the guess of lesson 9's first card the stage, after it the axes; on the next card the stage is gone.
    void itTakesThePlaceOfTheStageAndGivesItBack()
    {
        OpenLearn open;
        open.place.openLesson(8, 0);
        QVERIFY(open.view().stage().isVisible() && !open.view().figure().isVisible());
        open.doWhatIsAsked();
        QVERIFY(!open.view().stage().isVisible() && open.view().figure().isVisible());
        QVERIFY(open.view().figure().accessibleDescription().contains("input (5, 2, 3)"));
        open.place.openLesson(8, 1);
        QVERIFY(open.view().figure().isVisible());
        open.place.openLesson(8, 5);
        QVERIFY(open.view().stage().isVisible() && !open.view().figure().isVisible());
    }

    /// There is nothing to be played in a figure.
    void onlyTheStageIsPlayed()
    {
        OpenLearn open;
        const auto play = [&] {
            for (const QPushButton *button : open.view().panel().findChildren<QPushButton *>())
                if (button->text() == "Play again")
                    return button->isVisible();
            return false;
        };
        open.place.openLesson(8, 6);
        QVERIFY(!play());
        open.place.openLesson(8, 5);
        QVERIFY(play());
    }

    /// Reset, update and candidate as PyTorch has them, update first as Keras has them.
    void theBlocksOfATensorStandInTheirLibrarysOrder()
    {
        const Theme &light = theme(ThemeName::light);
        for (const bool updateFirst : {false, true}) {
            QImage image(90, 30, QImage::Format_RGB32);
            image.fill(light.paper);
            QPainter painter(&image);
            MovingAxis axis;
            axis.axis = Axis::gate;
            axis.updateFirst = updateFirst;
            drawAxisTile(painter, QRectF(0, 0, 90, 30), axis, light, 12);
            painter.end();
            const Role first = updateFirst ? Role::keeps : Role::letsBy,
                       second = updateFirst ? Role::letsBy : Role::keeps;
            const QColor wanted[]{blended(light.of(first).hue, 0.4, light.paper),
                                  blended(light.of(second).hue, 0.4, light.paper),
                                  blended(light.of(Role::candidate).hue, 0.4, light.paper)};
            for (int block = 0; block < 3; ++block)
                QCOMPARE(image.pixelColor(30 * block + 3, 3).rgb(), wanted[block].rgb());
        }
    }

    /// Each kind draws something.
    void eachFigureOfTheLessonsIsDrawn()
    {
        OpenLearn open;
        int drawn = 0;
        std::set<FigureKind> kinds;
        for (int lesson = 0; lesson < int(open.place.lessons().size()); ++lesson) {
            const Lesson &whole = open.place.lessons()[std::size_t(lesson)];
            for (const LessonCard &card : whole.cards)
                for (const auto &figure : {card.figureBefore, card.figure}) {
                    if (!figure)
                        continue;
                    FigureView view;
                    view.resize(832, 700);
                    view.setReducedMotion(true);
                    view.show(*figure, shownOn(card, whole));
                    QImage empty(view.size(), QImage::Format_ARGB32_Premultiplied);
                    empty.fill(theme(ThemeName::light).paper);
                    QVERIFY2(pictureOf(view).convertToFormat(empty.format()) != empty, card.title.c_str());
                    QVERIFY2(!view.accessibleDescription().isEmpty(), card.title.c_str());
                    kinds.insert(figure->kind);
                    ++drawn;
                }
        }
        QVERIFY(drawn > 20);
        QCOMPARE(kinds.size(), std::size_t(6));
    }
};

QTEST_MAIN(FigureViewTest)
#include "figure_view_test.moc"
