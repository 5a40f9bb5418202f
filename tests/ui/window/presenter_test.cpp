// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/screens.h"

#include "ui/common/numbers.h"
#include "ui/explore/beside/second_network.h"
#include "ui/explore/builder/builder_panel.h"
#include "ui/explore/inspector/inspector_panel.h"
#include "ui/explore/presenter/presenter_board.h"
#include "ui/explore/stage/spotlight.h"
#include "ui/explore/timeline/timeline_panel.h"
#include "ui/window/pill_button.h"
#include "ui/window/places.h"
#include "ui/window/presenter.h"
#include "ui/window/presenter_strip.h"
#include "ui/window/rail.h"
#include "ui/window/top_bar.h"

#include <QAction>
#include <QLineEdit>
#include <QMouseEvent>

#include <algorithm>

using namespace gatescope;

namespace {

/// Every visible widget and where it stands.
QStringList shownIn(MainWindow &window)
{
    QStringList shown;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const QRect where(widget->mapTo(&window, QPoint()), widget->size());
        if (widget->isVisible())
            shown += QStringLiteral("%1 “%2” %3,%4 %5×%6")
                         .arg(widget->metaObject()->className(), widget->accessibleName())
                         .arg(where.x())
                         .arg(where.y())
                         .arg(where.width())
                         .arg(where.height());
    }
    return shown;
}

/// What is in one list and not in the other.
QString difference(const QStringList &before, const QStringList &after)
{
    QString words;
    for (const QString &line : before)
        words += after.contains(line) ? QString() : "before: " + line + '\n';
    for (const QString &line : after)
        words += before.contains(line) ? QString() : "after: " + line + '\n';
    return words;
}

struct Presenting : OpenWindow {
    Presenter &presenter = window.presenter();

    Presenting()
    {
        press(Qt::Key_F5);
        QCoreApplication::processEvents();
        window.grab();
    }
    StagePanel &panel() { return window.explore().stage(); }
};

} // namespace

/// One person presents, a class looks on.
class PresenterTest : public QObject
{
    Q_OBJECT

private slots:
    void aButtonOfTheBarPresents();
    void onlyBoardStageAndKeysAreShown();
    void afterEscapeEverythingIsAsBefore();
    void anotherPlaceEndsIt();
    void aClickerGoesOnAndBackByParts();
    void theFullStopAndBBlackenAndEveryKeyComesBack();
    void aFieldTakesItsLetters();
    void theBoardSaysWhatTheTraceSays();
    void theFirstPictureHasAllOfTheKeys();
    void eachPartHasItsOwnEquationAndTheBlendItsProducts();
    void theSpotlightDimsAllButThePart();
    void theSpotlightLeavesWhatIsToComeAsTheStageHasIt();
    void theSpotlightShowsWhatGoesBackAndWhereItCameTo();
    void theSpotlightLightsAllOfAUnitAndTheAnswerOfAStep();
    void theSpotlightFollowsThePointer();
    void theSpotlightFallsOnBothOfTwoStages();
    void thePressedKeyIsShownWhenWanted();
    void withOneScreenThereAreNoNotesAndTheTipSaysSo();
};

void PresenterTest::aButtonOfTheBarPresents()
{
    OpenWindow open;
    auto *present = open.named<PillButton>("Present");
    QVERIFY(present);
    QVERIFY2(present->toolTip().contains("(F5)"), qPrintable(present->toolTip()));
    auto *bar = open.window.findChild<TopBar *>();
    for (const QSize &size : {QSize(960, 600), {1024, 768}, {1280, 800}, {1920, 1080}}) {
        open.window.resize(size);
        QCoreApplication::processEvents();
        open.window.grab();
        QList<PillButton *> shown = bar->findChildren<PillButton *>();
        shown.removeIf([](const PillButton *button) { return !button->isVisible(); });
        QVERIFY(shown.contains(present));
        std::ranges::sort(shown, {}, [](const PillButton *button) { return button->x(); });
        int right = 0;
        for (const PillButton *button : shown) { // whole, one beside the other, in the bar
            QVERIFY2(button->x() > right, qPrintable(button->text()));
            QCOMPARE(button->width(), button->sizeHint().width());
            right = button->geometry().right();
        }
        QVERIFY(right < bar->width());
    }
    open.window.goTo(
        int(std::ranges::find(placeTable(), std::string_view("train"), &PlaceRow::name) - placeTable().begin()));
    QVERIFY(!present->isVisible()); // there is no stage to present
    open.window.goTo(0);
    QTest::mouseClick(present, Qt::LeftButton);
    QVERIFY(open.window.presenter().isOn());
}

void PresenterTest::onlyBoardStageAndKeysAreShown()
{
    Presenting open;
    QVERIFY(open.presenter.isOn());
    QVERIFY(open.window.isFullScreen());
    QVERIFY(open.window.look().isClassroom());
    ExplorePlace &explore = open.window.explore();
    for (QWidget *shown : QList<QWidget *>{&explore.stage(), &explore.board(), &open.presenter.strip()})
        QVERIFY(shown->isVisible());
    for (QWidget *away : QList<QWidget *>{&explore.inspector(), &explore.builder(), &explore.timeline(),
                                          open.window.findChild<Rail *>(), open.window.findChild<TopBar *>()})
        QVERIFY2(!away->isVisible(), away->metaObject()->className());
    QVERIFY(explore.stage().width() >= 1919); // beside it there is a line, where a second network would stand
}

void PresenterTest::afterEscapeEverythingIsAsBefore()
{
    for (const bool classroom : {false, true}) {
        for (const bool building : {false, true}) {
            OpenWindow open;
            open.window.look().setClassroom(!classroom); // what was measured before the first show is measured anew
            open.window.look().setClassroom(classroom);
            open.window.explore().setBuilderOpen(building);
            for (const int width : {1300, 1280}) {
                open.window.resize(width, 800);
                QCoreApplication::processEvents();
            }
            open.window.explore().stage().setFocus();
            QCoreApplication::processEvents();
            const QStringList before = shownIn(open.window);
            const QRect where = open.window.geometry();
            const QImage picture = open.stage();

            open.press(Qt::Key_F5);
            open.press(Qt::Key_PageDown);
            open.press(Qt::Key_PageUp);
            open.press(Qt::Key_Escape);
            QCoreApplication::processEvents();
            QVERIFY(!open.window.presenter().isOn());
            QVERIFY(!open.window.isFullScreen());
            QCOMPARE(open.window.look().isClassroom(), classroom);
            QCOMPARE(QApplication::focusWidget(), &open.window.explore().stage());
            QTRY_COMPARE(open.window.geometry(), where);
            QTRY_VERIFY2(shownIn(open.window) == before, qPrintable(difference(before, shownIn(open.window))));
            QCOMPARE(open.stage(), picture);
            open.press(Qt::Key_B); // is the pass again
            QCOMPARE(open.at().pass, Pass::backward);
        }
    }
}

void PresenterTest::anotherPlaceEndsIt()
{
    Presenting open;
    open.press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(!open.presenter.isOn());
    QVERIFY(open.window.findChild<Rail *>()->isVisible());
    QVERIFY(!open.presenter.strip().isVisible());
    open.press(Qt::Key_F5); // there is nothing to present there
    QVERIFY(!open.presenter.isOn());
}

void PresenterTest::aClickerGoesOnAndBackByParts()
{
    Presenting open;
    const PlayheadState first = open.at();
    open.press(Qt::Key_PageDown);
    QCOMPARE(open.at(), partOn(first, *open.document.record().trace).value());
    open.press(Qt::Key_PageUp);
    QCOMPARE(open.at(), first);
}

void PresenterTest::theFullStopAndBBlackenAndEveryKeyComesBack()
{
    Presenting open;
    for (const Qt::Key black : {Qt::Key_Period, Qt::Key_B}) {
        for (const Qt::Key back : {Qt::Key_Period, Qt::Key_PageDown, Qt::Key_Escape}) {
            const PlayheadState here = open.at();
            open.press(black);
            QVERIFY(open.presenter.isBlack());
            const QImage dark = open.window.grab().toImage();
            for (const QPoint point : {QPoint(5, 5), dark.rect().center(), dark.rect().bottomRight()})
                QCOMPARE(dark.pixelColor(point), QColor(Qt::black));
            open.press(back);
            QVERIFY(!open.presenter.isBlack());
            QVERIFY(open.presenter.isOn());
            QCOMPARE(open.at(), here);
        }
    }
}

void PresenterTest::aFieldTakesItsLetters()
{
    Presenting open;
    QLineEdit field(&open.window);
    field.show();
    field.setFocus();
    for (const Qt::Key key : {Qt::Key_S, Qt::Key_Period})
        QTest::keyClick(&field, key, {}, 0);
    QTest::keyClicks(&field, "0.5");
    QVERIFY(!open.presenter.isBlack());
    QVERIFY(field.text().contains("0.5"));
    QVERIFY(open.window.explore().spotlight().isOn());
}

void PresenterTest::theBoardSaysWhatTheTraceSays()
{
    Presenting open;
    const Trace &trace = *open.document.record().trace;
    for (int i = 0; i < 12; ++i) {
        open.press(Qt::Key_PageDown);
        const BoardWords &shown = open.window.explore().board().shown();
        const StepPart &part = describe(trace.spec.cell).stepParts[std::size_t(open.at().part)];
        QVERIFY(!shown.equation.isEmpty());
        QVERIFY(shown.value);
        if (part.completes)
            QCOMPARE(*shown.value, trace.at(0, Direction::forward)[*part.completes](open.at().step, 0, open.at().unit));
    }
    open.window.explore().stage().camera().goTo(1);
    open.player.setPass(Pass::backward);
    QVERIFY(!open.window.explore().board().shown().equation.isEmpty());
}

void PresenterTest::theFirstPictureHasAllOfTheKeys()
{
    OpenWindow open;
    open.press(Qt::Key_F5);
    QTRY_VERIFY(open.window.width() >= 1919);
    open.window.grab(); // what is drawn first
    const QWidget &strip = open.window.presenter().strip();
    QCOMPARE(strip.height(), strip.width() * 72 / 1920);
    QCOMPARE(strip.mapTo(&open.window, QPoint(0, strip.height())).y(), open.window.height());
}

void PresenterTest::eachPartHasItsOwnEquationAndTheBlendItsProducts()
{
    Presenting open;
    for (const Pass pass : {Pass::forward, Pass::backward}) {
        QSet<QString> equations;
        for (int part = 0; part < 5; ++part) {
            open.playhead.moveTo({.step = 2, .part = part, .unit = 1, .pass = pass, .level = 1});
            equations += open.window.explore().board().shown().equation;
        }
        QCOMPARE(int(equations.size()), 5);
    }
    open.playhead.moveTo({.step = 2, .part = 4, .unit = 1, .level = 1});
    const Trace &trace = *open.document.record().trace;
    const double z = trace.at(0, Direction::forward)[Part::update](2, 0, 1);
    const QString reckoning = open.window.explore().board().shown().reckoning;
    QVERIFY2(reckoning.contains(onStage(z) + " × ") && reckoning.contains(onStage(1 - z) + " × "),
             qPrintable(reckoning));
    open.playhead.moveTo({.step = 2, .part = 4, .progress = 0.5, .unit = 1, .level = 1});
    QVERIFY(open.window.explore().board().shown().reckoning.isEmpty());
}

void PresenterTest::theSpotlightDimsAllButThePart()
{
    Presenting open;
    open.press(Qt::Key_PageDown);
    open.press(Qt::Key_PageDown);
    Spotlight &spotlight = open.window.explore().spotlight();
    QVERIFY(spotlight.isOn());
    QWidget &place = *spotlight.parentWidget();
    const QRect stage(open.panel().mapTo(&place, QPoint()), open.panel().size());
    const QImage dimmed = place.grab(stage).toImage();
    const QRegion light = spotlight.light().translated(-stage.topLeft());
    const QRegion toCome = spotlight.toCome().translated(-stage.topLeft());
    open.press(Qt::Key_S);
    QVERIFY(!spotlight.isOn());
    const QImage full = place.grab(stage).toImage();

    QVERIFY(!light.isEmpty());
    const QColor paper = open.window.look().theme().paper;
    const auto distance = [&](const QColor &colour) {
        return std::abs(colour.red() - paper.red()) + std::abs(colour.green() - paper.green())
            + std::abs(colour.blue() - paper.blue());
    };
    const QRegion clear = light + toCome; // the stage has dimmed what is to come
    int dimmer = 0, between = 0;
    for (int y = 0; y < full.height(); y += 3) {
        for (int x = 0; x < full.width(); x += 3) {
            const QColor was = full.pixelColor(x, y), is = dimmed.pixelColor(x, y);
            if (clear.contains(QPoint(x, y)))
                QCOMPARE(is, was);
            else if (distance(was) > 60 && !clear.intersects(QRect(x - 14, y - 14, 29, 29))) {
                QVERIFY(distance(is) < 0.35 * distance(was));
                ++dimmer;
            } else if (distance(was) > 60 && clear.intersects(QRect(x - 4, y - 4, 9, 9))) {
                between += distance(is) > 0.4 * distance(was); // light has no edge that would cut what stands there
            }
        }
    }
    QVERIFY(dimmer > 1000);
    QVERIFY(between > 20);
    const auto current = std::ranges::find_if(open.panel().hitAreas(), [&](const HitArea &area) {
        return area.leadsTo.part == open.at().part && area.leadsTo.unit == open.at().unit;
    });
    QVERIFY(current != open.panel().hitAreas().end());
    QVERIFY(light.contains(current->where.center().toPoint()));
}

/// 0.3 of it stays to be seen, as without the spotlight.
void PresenterTest::theSpotlightLeavesWhatIsToComeAsTheStageHasIt()
{
    Presenting open;
    open.playhead.moveTo({.step = 2, .part = 1, .unit = 1, .level = 1});
    open.panel().grab();
    const Spotlight &spotlight = open.window.explore().spotlight();
    QWidget &place = *spotlight.parentWidget();
    const auto isToCome = [&](const QString &symbol) {
        const auto found = std::ranges::find(open.panel().hitAreas(), Term{symbol, 1}, &HitArea::term);
        return found != open.panel().hitAreas().end()
            && spotlight.toCome().contains(open.panel().mapTo(&place, found->where.center().toPoint()));
    };
    for (const QString symbol : {"z", "n"})
        QVERIFY2(isToCome(symbol), qPrintable(symbol));
    QVERIFY(!isToCome(QStringLiteral("r")));
    open.playhead.moveTo({.step = 2, .part = 4, .unit = 1, .level = 1});
    open.panel().grab();
    QVERIFY(!isToCome(QStringLiteral("n")));
    const auto says = std::ranges::find_if(open.panel().hitAreas(),
                                           [](const HitArea &area) { return area.term.symbol == QStringLiteral("y"); });
    QVERIFY(says != open.panel().hitAreas().end()); // what the new state says is light with it
    QVERIFY(spotlight.light().contains(open.panel().mapTo(&place, says->where.center().toPoint())));
}

void PresenterTest::theSpotlightShowsWhatGoesBackAndWhereItCameTo()
{
    Presenting open;
    // The candidate: its gradient has come from the blend.
    open.playhead.moveTo({.step = 2, .part = 3, .unit = 1, .pass = Pass::backward, .level = 1});
    open.panel().grab();
    const QRegion light = open.window.explore().spotlight().light();
    for (const QString symbol : {"n", "r"}) {
        const auto found = std::ranges::find_if(open.panel().hitAreas(), [&](const HitArea &area) {
            return area.term == Term{symbol, open.at().unit};
        });
        QVERIFY(found != open.panel().hitAreas().end());
        QVERIFY2(light.contains(found->where.center().toPoint()), qPrintable(symbol));
    }
}

/// A unit's picture is of one part; its words stand beside what they name.
void PresenterTest::theSpotlightLightsAllOfAUnitAndTheAnswerOfAStep()
{
    Presenting open;
    const Spotlight &spotlight = open.window.explore().spotlight();
    QWidget &place = *spotlight.parentWidget();
    const QRect stage(open.panel().mapTo(&place, QPoint()), open.panel().size());
    open.playhead.moveTo({.step = 2, .part = 4, .unit = 1, .level = 2});
    open.panel().grab();
    QCOMPARE(spotlight.light(), QRegion(stage));
    const auto isAnswerLit = [&](int part) {
        open.playhead.moveTo({.step = 2, .part = part, .unit = 1, .level = 0});
        open.panel().grab();
        const auto says = std::ranges::find_if(open.panel().hitAreas(), [](const HitArea &area) {
            return area.leadsTo.output != PlayheadState::none && area.leadsTo.step == 2;
        });
        return says != open.panel().hitAreas().end()
            && spotlight.light().contains(open.panel().mapTo(&place, says->where.center().toPoint()));
    };
    QVERIFY(isAnswerLit(4));
    QVERIFY(!isAnswerLit(1));
}

void PresenterTest::theSpotlightFollowsThePointer()
{
    Presenting open;
    open.press(Qt::Key_PageDown);
    Spotlight &spotlight = open.window.explore().spotlight();
    const QRegion before = spotlight.light();
    const auto other = std::ranges::find_if(
        open.panel().hitAreas(), [&](const HitArea &area) { return area.term.symbol == u"n" && area.term.unit == 0; });
    QVERIFY(other != open.panel().hitAreas().end());
    const QPointF at = other->where.center();
    QMouseEvent move(QEvent::MouseMove, at, open.panel().mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&open.panel(), &move);
    QVERIFY(spotlight.light() != before);
    QVERIFY(spotlight.light().contains(at.toPoint()));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&open.panel(), &leave);
    QCOMPARE(spotlight.light(), before);
}

void PresenterTest::theSpotlightFallsOnBothOfTwoStages()
{
    Presenting open;
    QVERIFY(open.window.explore().second().open(othernesses().front()).ok());
    open.playhead.moveTo({.step = 2, .part = 3, .unit = 1, .level = 1});
    QCoreApplication::processEvents();
    auto &beside = *open.named<StagePanel>("Stage of the second network");
    QWidget &place = *beside.parentWidget();
    const Spotlight &spotlight = open.window.explore().spotlight();
    const auto isLit = [&](StagePanel &stage, const Term &term) {
        stage.grab();
        const auto found = std::ranges::find(stage.hitAreas(), term, &HitArea::term);
        return found != stage.hitAreas().end()
            && spotlight.light().contains(stage.mapTo(&place, found->where.center().toPoint()));
    };
    const Term candidate{"n", 1}, gate{"z", 1};
    for (StagePanel *stage : {&open.panel(), &beside}) {
        QVERIFY(isLit(*stage, candidate));
        QVERIFY(!isLit(*stage, gate));
    }
    // Where the pointer is on one, the same term is lit on the other.
    const auto pointed = std::ranges::find(beside.hitAreas(), gate, &HitArea::term);
    QVERIFY(pointed != beside.hitAreas().end());
    const QPointF at = pointed->where.center();
    QMouseEvent move(QEvent::MouseMove, at, beside.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&beside, &move);
    for (StagePanel *stage : {&open.panel(), &beside}) {
        QVERIFY(isLit(*stage, gate));
        QVERIFY(!isLit(*stage, candidate));
    }
}

void PresenterTest::thePressedKeyIsShownWhenWanted()
{
    Presenting open;
    auto &strip = static_cast<PresenterStrip &>(open.presenter.strip());
    open.press(Qt::Key_PageDown);
    QVERIFY(strip.pressed().isEmpty());
    open.press(Qt::Key_K);
    open.press(Qt::Key_PageDown);
    QCOMPARE(strip.pressed(), QKeySequence(Qt::Key_PageDown).toString(QKeySequence::NativeText));
    QVERIFY(strip.accessibleDescription().contains(open.window.findChild<QAction *>("partOn")->text()));
    open.press(Qt::Key_K);
    QVERIFY(strip.pressed().isEmpty());
}

void PresenterTest::withOneScreenThereAreNoNotesAndTheTipSaysSo()
{
    Presenting open;
    QCOMPARE(QGuiApplication::screens().size(), 1);
    QVERIFY(!open.presenter.notes());
    QVERIFY(open.window.findChild<QAction *>("present")->toolTip().contains("left out"));
}

int main(int argc, char **argv)
{
    const Screens screens({{1920, 1080}});
    QApplication application(argc, argv);
    PresenterTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "presenter_test.moc"
