// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explore/open_place.h"
#include "ui/common/fonts.h"
#include "ui/document/edits/edits.h"
#include "ui/drawing/timeline/timeline_layout.h"
#include "ui/explore/controls/icon_button.h"
#include "ui/explore/inspector/inspector_panel.h"
#include "ui/explore/inspector/nudge_view.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_choices.h"
#include "ui/explore/timeline/timeline_panel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyleFactory>
#include <QTest>
#include <QUndoStack>

using namespace gatescope;
using namespace gatescope::testing;

class ExplorePlaceTest : public QObject
{
    Q_OBJECT
private slots:
    void typedTextIsRead();
    void unknownLetterIsRefusedUnderTheField();
    void typedRowNumbersAreRead();
    void movingThePlayheadRewritesNoChooser();
    void watchedLossChanges();
    void clickingAStageCellMovesThePlayhead();
    void clickingTheTimelineMovesThePlayhead();
    void dragTakesThePlayheadAlong();
    void everyButtonHasANameAndAToolTip();
    void segmentsLeadToTheirParts();
    void backwardButtonTurnsThePass();
    void nudgingAgreesWithTheChainRule();
    void nudgingWithoutMemorySaysSo();
    void openingCardGoesWithTheFirstStep();
    void theInspectorBeginsEachPartAtItsTop();
    void openProductsCanBeHidden();
    void messageDoesNotBlock();
    void shortListsShowAllTheirRows();
    void everyLaneOfAnLstmIsNamedInASmallWindow();
    void aMuchLargerWindowHasLargerButtonsAndWords();
    void nothingIsCutOffInSmallWindows_data();
    void nothingIsCutOffInSmallWindows();
    void placeLivesWithoutAnExperiment();
};

void ExplorePlaceTest::typedTextIsRead()
{
    Open open(spelling({.hiddenSize = 4}));
    auto *field = open.child<QLineEdit>("Type your own text");
    QCOMPARE(field->text(), QStringLiteral("hello"));
    field->setText("doled");
    QTest::keyClick(field, Qt::Key_Return);
    open.document.waitForRecord();
    QCOMPARE(stepLabel(open.document.record().experiment->input, 0, 0), std::string("d"));
    open.document.undoStack().undo();
    open.document.waitForRecord();
    QCOMPARE(field->text(), QStringLiteral("hello"));
}

void ExplorePlaceTest::unknownLetterIsRefusedUnderTheField()
{
    Open open(spelling({.hiddenSize = 4}));
    const Experiment before = open.document.experiment();
    auto *field = open.child<QLineEdit>("Type your own text");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, "jello");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(open.document.experiment() == before);
    QCOMPARE(field->text(), QStringLiteral("jello")); // to be mended, and not with keys of the stage
    QCOMPARE(open.place.window()->focusWidget(), field);
    bool said = false;
    for (auto *label : open.place.timeline().choices().findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().contains('j'));
    QVERIFY(said);
    field->selectAll();
    QTest::keyClicks(field, "hello");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(open.place.window()->focusWidget() != field);
}

void ExplorePlaceTest::typedRowNumbersAreRead()
{
    Experiment words = counting({.hiddenSize = 3});
    words.spec.embeddingRows = 6;
    words.parameters = initialParameters(words.spec, 2);
    words.input = {TokenInput{{{3, 1, 5}, {0}}}, {}, {}};
    Open open(words);
    auto *field = open.child<QLineEdit>("Type your own text");
    const auto rows = [&] { return std::get<TokenInput>(open.document.experiment().input.source).sequences[0]; };
    const auto type = [&](const QString &text) {
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    };
    const auto isSaid = [&](const QString &word) {
        const auto labels = open.place.timeline().choices().findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](QLabel *label) { return label->isVisible() && label->text().contains(word); });
    };
    QCOMPARE(field->text(), QStringLiteral("3 1 5"));
    type("2 0, 5 5");
    QCOMPARE(rows(), (std::vector{2, 0, 5, 5}));
    type("2 six");
    QVERIFY(isSaid("six"));
    type("2 6");
    QVERIFY(isSaid("token 6"));
    QCOMPARE(rows(), (std::vector{2, 0, 5, 5}));
}

void ExplorePlaceTest::movingThePlayheadRewritesNoChooser()
{
    Open open(spelling({.hiddenSize = 4}));
    auto *sequence = open.child<QComboBox>("Sequence");
    QSignalSpy written(sequence->model(), &QAbstractItemModel::dataChanged);
    QSignalSpy added(sequence->model(), &QAbstractItemModel::rowsInserted);
    open.player.stepOn();
    open.playhead.moveTo({.sequence = 1});
    QCOMPARE(sequence->currentIndex(), 1);
    QCOMPARE(open.child<QLineEdit>("Type your own text")->text(), QStringLiteral("hold"));
    QCOMPARE(written.size() + added.size(), 0);
}

void ExplorePlaceTest::watchedLossChanges()
{
    Open open(spelling({.hiddenSize = 4}));
    open.playhead.moveTo({.step = 1});
    auto *watched = open.child<QComboBox>("Loss that is watched");
    emit watched->activated(2);
    QVERIFY(open.document.experiment().objective.watched == WatchedSteps::one);
    QCOMPARE(open.document.experiment().objective.step, 1);
    emit watched->activated(0);
    QVERIFY(open.document.experiment().objective.watched == WatchedSteps::every);
    open.document.undoStack().undo();
    QVERIFY(open.document.experiment().objective.watched == WatchedSteps::one);
}

void ExplorePlaceTest::clickingAStageCellMovesThePlayhead()
{
    Open open(spelling({.hiddenSize = 4}));
    open.playhead.moveTo({.step = 2, .part = 4, .unit = 0});
    open.paint();
    StagePanel &stage = open.place.stage();
    QVERIFY(!stage.hitAreas().empty());
    const HitAreas areas = stage.hitAreas();
    int tried = 0;
    for (const HitArea &area : areas) {
        const HitArea *top = areaAt(areas, area.where.center());
        if (top != &area || area.leadsTo.unit != 3)
            continue;
        QTest::mouseClick(&stage, Qt::LeftButton, {}, area.where.center().toPoint());
        QCOMPARE(open.playhead.state(), area.leadsTo);
        open.playhead.moveTo({.step = 2, .part = 4, .unit = 0});
        open.paint();
        ++tried;
    }
    QVERIFY(tried > 3);
}

void ExplorePlaceTest::clickingTheTimelineMovesThePlayhead()
{
    Open open(spelling({.hiddenSize = 4}));
    TimelineCanvas &canvas = open.place.timeline().canvas();
    open.playhead.moveTo({.step = 0, .part = 2});
    const QPoint end(canvas.width() - 60, 4); // at the numbers of the steps: a lane would lead to its own part
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, end);
    QVERIFY(open.playhead.state().step >= 3);
    QCOMPARE(open.playhead.state().part, 2);
}

void ExplorePlaceTest::dragTakesThePlayheadAlong()
{
    Open open(spelling({.hiddenSize = 4}));
    TimelineCanvas &canvas = open.place.timeline().canvas();
    const int y = canvas.height() / 2;
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {canvas.width() - 60, y});
    const int late = open.playhead.state().step;
    QTest::mouseMove(&canvas, {160, y});
    QVERIFY(open.playhead.state().step < late);
    QTest::mouseMove(&canvas, {-200, y});
    QCOMPARE(open.playhead.state().step, 0);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {160, y});
}

void ExplorePlaceTest::everyButtonHasANameAndAToolTip()
{
    Open open(spelling({.hiddenSize = 4, .layers = 2, .bidirectional = true}));
    open.place.setBuilderOpen(true);
    int buttons = 0;
    for (auto *button : open.place.findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->objectName().startsWith("qt_") || button->inherits("QTableCornerButton"))
            continue;
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), button->metaObject()->className());
        ++buttons;
    }
    QVERIFY(buttons > 15);
    for (auto *choice : open.place.findChildren<QComboBox *>())
        QVERIFY(!choice->accessibleName().isEmpty());
    for (auto *field : open.place.findChildren<QSpinBox *>())
        QVERIFY(!field->accessibleName().isEmpty());
}

void ExplorePlaceTest::segmentsLeadToTheirParts()
{
    Open open(spelling({.cell = CellKind::lstm, .hiddenSize = 4}));
    open.child<QAbstractButton>("Part 4: cell")->click();
    QCOMPARE(open.playhead.state().part, 4);
    open.child<QAbstractButton>("One step on")->click();
    QCOMPARE(open.playhead.state().step, 1);
}

void ExplorePlaceTest::backwardButtonTurnsThePass()
{
    Open open(spelling({.hiddenSize = 4}));
    open.child<QAbstractButton>("Backward pass")->click();
    QVERIFY(open.playhead.state().pass == Pass::backward);
    QVERIFY(open.place.inspector().explanation().title.startsWith("Backward through"));
    open.child<QAbstractButton>("Forward pass")->click();
    QVERIFY(open.playhead.state().pass == Pass::forward);
}

void ExplorePlaceTest::nudgingAgreesWithTheChainRule()
{
    Open open(spelling({.hiddenSize = 4}));
    open.playhead.moveTo({.step = 2, .part = 2, .unit = 1, .pass = Pass::backward});
    NudgeView &nudge = open.place.inspector().nudge();
    QVERIFY(!nudge.found());
    QSignalSpy answered(&nudge, &NudgeView::answered);
    nudge.check();
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(nudge.found() && nudge.found()->check);
    QVERIFY(nudge.found()->check->chain != 0);
    QVERIFY(nudge.found()->check->relativeError(1e-12) < 1e-5);
    QCOMPARE(QString::fromStdString(nudge.place().tensor).left(6), QStringLiteral("weight"));
    QCOMPARE(nudge.place().row, 5); // z of unit 1
}

namespace {

class GreedyBackend : public ReferenceBackend
{
public:
    Result<std::shared_ptr<const Trace>> run(const NetworkSpec &, const Parameters &,
                                             std::shared_ptr<const Batch>) const override
    {
        throw std::bad_alloc();
    }
};

} // namespace

void ExplorePlaceTest::nudgingWithoutMemorySaysSo()
{
    const Record record = recordOf(spelling({.hiddenSize = 4}));
    const GreedyBackend backend;
    Nudging nudging(backend);
    std::string said;
    connect(&nudging, &Nudging::answered, this,
            [&](const NudgeAnswer &answer) { said = answer.check ? "found" : answer.check.error().english(); });
    nudging.ask(record, {"weight_hh_l0", 0, 0});
    QTRY_VERIFY(!said.empty());
    QVERIFY(said.starts_with("There is not enough memory"));
}

void ExplorePlaceTest::openingCardGoesWithTheFirstStep()
{
    Open open(spelling({.hiddenSize = 4}));
    open.place.showOpeningCard();
    open.player.partOn();
    QVERIFY(!open.place.dismissOpeningCard());
    open.place.showOpeningCard();
    NetworkSpec larger = open.document.experiment().spec;
    larger.hiddenSize = 5; // of this one it says nothing
    QVERIFY(open.document.edit({}, *withSpec(open.document.experiment(), larger, 1)).ok());
    QVERIFY(!open.place.dismissOpeningCard());
    open.place.showOpeningCard();
    QTest::keyClick(&open.place, Qt::Key_Escape);
    QVERIFY(!open.place.dismissOpeningCard());
    QSignalSpy asked(&open.place, &ExplorePlace::openRequested);
    open.place.showOpeningCard();
    open.withText<QAbstractButton>("Open my model or data")->click();
    QCOMPARE(asked.size(), 1);
}

void ExplorePlaceTest::theInspectorBeginsEachPartAtItsTop()
{
    Open open(spelling({.hiddenSize = 8}), {1280, 700});
    open.withText<QAbstractButton>("In code")->click();
    open.paint();
    QScrollBar *bar = open.place.inspector().verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    open.player.partOn();
    QCOMPARE(bar->value(), 0);
}

void ExplorePlaceTest::openProductsCanBeHidden()
{
    Open open(spelling({.hiddenSize = 4}));
    auto *head = open.withText<QAbstractButton>("Show all products");
    QVERIFY(head);
    head->click();
    QCOMPARE(head->text(), QStringLiteral("Hide products"));
    head->click();
    QCOMPARE(head->text(), QStringLiteral("Show all products"));
}

void ExplorePlaceTest::messageDoesNotBlock()
{
    Open open(spelling({.hiddenSize = 4}));
    open.place.setMessage("model.safetensors: there is no recurrent module");
    open.player.stepOn();
    QCOMPARE(open.playhead.state().step, 1);
    open.child<QAbstractButton>("Close the message")->click();
    QVERIFY(!open.child<QAbstractButton>("Close the message")->isVisible());
}

void ExplorePlaceTest::shortListsShowAllTheirRows()
{
    qApp->setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    qApp->setFont(interfaceFont(14));
    qApp->setStyleSheet(widgetStyleSheet(theme(ThemeName::light)));
    for (const QSize size : {QSize(1204, 756), QSize(1844, 1028), QSize(3764, 2108)}) {
        Open open(spelling({.hiddenSize = 4, .layers = 3}), size);
        for (const char *name : {"Layer", "Loss that is watched", "Speed"}) {
            auto *list = open.child<QComboBox>(name);
            QVERIFY2(list, name);
            open.place.activateWindow();
            list->setFocus();
            QTest::mousePress(list, Qt::LeftButton, {}, list->rect().center());
            QVERIFY(QTest::qWaitForWindowExposed(list->view()->window()));
            QTest::qWait(50);
            const QRect last = list->view()->visualRect(list->model()->index(list->count() - 1, 0));
            QVERIFY2(last.bottom() < list->view()->viewport()->height(), name);
            list->hidePopup();
        }
    }
    qApp->setStyleSheet({});
}

void ExplorePlaceTest::everyLaneOfAnLstmIsNamedInASmallWindow()
{
    Open open(spelling({.cell = CellKind::lstm, .hiddenSize = 8}), {1204, 756});
    const auto scene = currentScene(open.document, open.playhead, {.compact = true});
    const TimelineLayout layout = timelineLayout(open.place.timeline().canvas().size(), *scene);
    QCOMPARE(layout.lanes.size(), std::size_t(6));
    for (std::size_t lane = 1; lane < layout.lanes.size(); ++lane)
        QVERIFY2(layout.lanes[lane].top - layout.lanes[lane - 1].top >= 14, "room for its letter");
    for (const TimelineLane &lane : layout.lanes)
        QVERIFY2(lane.height >= 12, "room for its name");
}

void ExplorePlaceTest::aMuchLargerWindowHasLargerButtonsAndWords()
{
    Open open(spelling({.hiddenSize = 4}));
    const auto *play = open.child<IconButton>("Play");
    const auto *inspector = open.place.findChild<InspectorPanel *>();
    const auto *speed = open.child<QComboBox>("Speed");
    QVERIFY(play && speed);
    const QSize before = play->size();
    const int side = inspector->width(), words = speed->fontInfo().pixelSize();
    open.place.resize(3764, 2108);
    open.paint();
    QCOMPARE(play->size(), 2 * before);
    QCOMPARE(inspector->width(), 2 * side);
    QCOMPARE(speed->fontInfo().pixelSize(), 2 * words);
    open.place.resize(1844, 1028);
    open.paint();
    QCOMPARE(play->size(), before);
}

void ExplorePlaceTest::nothingIsCutOffInSmallWindows_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1920x1080") << QSize(1844, 1028);
    QTest::newRow("1280x800") << QSize(1220, 752);
    QTest::newRow("1024x768") << QSize(964, 720);
}

void ExplorePlaceTest::nothingIsCutOffInSmallWindows()
{
    QFETCH(QSize, size);
    for (const CellKind kind : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
        Open open(spelling({.cell = kind, .hiddenSize = 4, .layers = 2, .bidirectional = true}), size);
        for (const bool classroom : {false, true}) {
            open.place.setClassroom(classroom);
            open.paint();
            QCOMPARE(open.place.size(), size);
            QCOMPARE(open.place.inspector().horizontalScrollBar()->maximum(), 0);
            for (auto *widget : open.place.inspector().widget()->findChildren<QWidget *>()) {
                if (widget->isVisible() && widget->hasHeightForWidth())
                    QVERIFY2(widget->height() >= widget->heightForWidth(widget->width()),
                             widget->metaObject()->className());
            }
            for (auto *widget : open.place.findChildren<QWidget *>()) {
                if (!widget->isVisible() || !widget->parentWidget() || widget->parentWidget() != &open.place)
                    continue;
                QVERIFY2(open.place.rect().contains(widget->geometry()), widget->metaObject()->className());
                const QSize least = widget->minimumSizeHint();
                QVERIFY2(widget->width() >= least.width() && widget->height() >= least.height(),
                         qPrintable(QStringLiteral("%1 needs %2 × %3, has %4 × %5")
                                        .arg(widget->metaObject()->className())
                                        .arg(least.width())
                                        .arg(least.height())
                                        .arg(widget->width())
                                        .arg(widget->height())));
            }
        }
    }
}

void ExplorePlaceTest::placeLivesWithoutAnExperiment()
{
    Document document(std::make_unique<ReferenceBackend>());
    Playhead playhead;
    Player player(document, playhead);
    ExplorePlace place(document, playhead, player);
    place.resize(1280, 800);
    place.setBuilderOpen(true);
    place.grab();
    QVERIFY(document.open(spelling({.hiddenSize = 3})));
    document.waitForRecord();
    place.grab();
    QVERIFY(!place.stage().hitAreas().empty());
}

QTEST_MAIN(ExplorePlaceTest)
#include "explore_place_test.moc"
