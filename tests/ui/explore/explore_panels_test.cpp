// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "tests/ui/explore/experiments.h"
#include "ui/document/document.h"
#include "ui/document/player.h"
#include "ui/explore/builder/builder_panel.h"
#include "ui/explore/builder/network_form.h"
#include "ui/explore/builder/numbers_form.h"
#include "ui/explore/builder/parameter_counts.h"
#include "ui/explore/explore_place.h"
#include "ui/explore/inspector/inspector_panel.h"
#include "ui/explore/inspector/nudge_view.h"
#include "ui/explore/stage_panel.h"
#include "ui/explore/timeline_canvas.h"
#include "ui/explore/timeline_choices.h"
#include "ui/explore/timeline_panel.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

/// An open place, as the window would have it.
struct Open {
    Document document{std::make_unique<ReferenceBackend>()};
    Playhead playhead;
    Player player{document, playhead};
    ExplorePlace place{document, playhead, player};

    explicit Open(const Experiment &experiment, QSize size = {1844, 1028})
    {
        player.setReducedMotion(true);
        opened = document.open(experiment).ok();
        document.waitForRecord();
        place.resize(size);
        place.show();
        grab();
    }
    void grab()
    {
        QCoreApplication::processEvents();
        place.grab();
    }
    template<typename Type>
    Type *child(const QString &accessibleName)
    {
        for (Type *widget : place.findChildren<Type *>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }
    bool opened = false;
};

qint64 total(const NetworkSpec &spec)
{
    qint64 sum = 0;
    for (const ParameterCount &count : parameterCounts(spec))
        sum += count.count;
    return sum;
}

} // namespace

class ExplorePanelsTest : public QObject
{
    Q_OBJECT
private slots:
    void parameterCountsAreTheReferences();
    void builderShowsCountsBeforeAnythingChanges();
    void whatPytorchRefusesIsRefusedInItsWords();
    void changingTheSizeIsUndone();
    void sameFunctionInTheOtherConvention();
    void resetCannotMoveWhereNoWeightsWouldDo();
    void aPresetIsAnEdit();
    void editingAWeightChangesTheTraceAndUndoRestoresIt();
    void textIsNoNumber();
    void selectionFollowsThePlayhead();
    void typedTextIsRead();
    void unknownLetterIsRefusedUnderTheField();
    void watchedLossChanges();
    void clickingAStageCellMovesThePlayhead();
    void clickingTheTimelineMovesThePlayhead();
    void dragTakesThePlayheadAlong();
    void everyButtonHasANameAndAToolTip();
    void segmentsLeadToTheirParts();
    void backwardButtonTurnsThePass();
    void nudgingAgreesWithTheChainRule();
    void openingCardGoesWithTheFirstStep();
    void messageDoesNotBlock();
    void nothingIsCutOffInSmallWindows_data();
    void nothingIsCutOffInSmallWindows();
    void placeLivesWithoutAnExperiment();
};

void ExplorePanelsTest::parameterCountsAreTheReferences()
{
    NetworkSpec spec{.cell = CellKind::gru, .inputSize = 10, .hiddenSize = 20};
    QCOMPARE(total(spec), 1920);
    spec.bias = false;
    QCOMPARE(total(spec), 1800);
    spec.bias = true;
    spec.bidirectional = true;
    QCOMPARE(total(spec), 3840);
    spec.layers = 2;
    QCOMPARE(total(spec), 11280);
    spec.layers = 5;
    spec.headOutputs = 7;
    QCOMPARE(total(spec), parameterCount(spec));
    QCOMPARE(total({.cell = CellKind::lstm, .inputSize = 10, .hiddenSize = 20}), 2560);
    QCOMPARE(total({.cell = CellKind::rnn, .inputSize = 10, .hiddenSize = 20}), 640);
}

void ExplorePanelsTest::builderShowsCountsBeforeAnythingChanges()
{
    Open open(spelling({.hiddenSize = 4}));
    NetworkForm &form = open.place.builder().network();
    open.child<QSpinBox>("Hidden size")->setValue(9);
    QCOMPARE(form.draft().hiddenSize, 9);
    QCOMPARE(open.document.experiment().spec.hiddenSize, 4);
    QVERIFY(form.refusal().isEmpty());
}

void ExplorePanelsTest::whatPytorchRefusesIsRefusedInItsWords()
{
    Open open(spelling({.hiddenSize = 4}));
    const Experiment before = open.document.experiment();
    NetworkForm &form = open.place.builder().network();
    auto *hidden = open.child<QSpinBox>("Hidden size");
    hidden->setValue(0);
    QVERIFY(form.refusal().contains("hidden_size must be greater than zero"));
    emit hidden->editingFinished();
    QVERIFY(open.document.experiment() == before);
    QCOMPARE(open.document.undoStack().count(), 0);
    hidden->setValue(4);
    open.child<QSpinBox>("Layers")->setValue(0);
    QVERIFY(form.refusal().contains("num_layers must be greater than zero"));
}

void ExplorePanelsTest::changingTheSizeIsUndone()
{
    Open open(spelling({.hiddenSize = 4}));
    const Experiment before = open.document.experiment();
    auto *hidden = open.child<QSpinBox>("Hidden size");
    hidden->setValue(6);
    emit hidden->editingFinished();
    open.document.waitForRecord();
    QCOMPARE(open.document.record().spec().hiddenSize, 6);
    open.document.undoStack().undo();
    QVERIFY(open.document.experiment() == before);
    QCOMPARE(hidden->value(), 4);
}

void ExplorePanelsTest::sameFunctionInTheOtherConvention()
{
    Open open(spelling({.hiddenSize = 4}));
    const Record before = open.document.record();
    for (auto *button : open.place.findChildren<QAbstractButton *>()) {
        if (button->text() == "Turn z round, same function")
            button->click();
    }
    open.document.waitForRecord();
    const Record after = open.document.record();
    QVERIFY(after.spec().update == UpdateMeaning::overwrites);
    QVERIFY(std::abs(after.trace->output(3, 0, 2) - before.trace->output(3, 0, 2)) < 1e-14);
    const auto z = [](const Record &record) { return record.trace->layers[0][Part::update](2, 0, 1); };
    QVERIFY(std::abs(z(before) + z(after) - 1) < 1e-14);
}

void ExplorePanelsTest::resetCannotMoveWhereNoWeightsWouldDo()
{
    Open open(spelling({.hiddenSize = 4}));
    const Experiment before = open.document.experiment();
    QSignalSpy refused(&open.place.builder(), &BuilderPanel::refused);
    for (auto *button : open.place.findChildren<QAbstractButton *>()) {
        if (button->text() == "Move the reset, same function")
            button->click();
    }
    QCOMPARE(refused.size(), 1);
    QVERIFY(!refused[0][0].toString().isEmpty());
    QVERIFY(open.document.experiment() == before);
}

void ExplorePanelsTest::aPresetIsAnEdit()
{
    Open open(spelling({.hiddenSize = 4}));
    auto *choice = open.child<QComboBox>("Begin with");
    const int index = choice->findText("nn.GRU(10, 20, num_layers=2, bidirectional=True)");
    QVERIFY(index >= 0);
    emit choice->activated(index);
    open.document.waitForRecord();
    NetworkSpec spec = open.document.record().spec();
    QCOMPARE(recurrentParameterCount(spec), 11280);
    open.document.undoStack().undo();
    QCOMPARE(open.document.experiment().spec.hiddenSize, 4);
}

void ExplorePanelsTest::editingAWeightChangesTheTraceAndUndoRestoresIt()
{
    Open open(spelling({.hiddenSize = 4}));
    NumbersForm &numbers = open.place.builder().numbers();
    numbers.showSource("weight_hh_l0");
    NumbersModel &model = numbers.model();
    QCOMPARE(model.headerData(5, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("z 1"));
    QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("h 3"));
    const auto z = [&] { return open.document.record().trace->layers[0][Part::update](2, 0, 1); };
    const double before = z();
    QVERIFY(model.setData(model.index(5, 3), "2.5", Qt::EditRole));
    open.document.waitForRecord();
    QCOMPARE(open.document.experiment().parameters.layers[0].U(5, 3), 2.5);
    QVERIFY(z() != before);
    open.document.undoStack().undo();
    open.document.waitForRecord();
    QCOMPARE(z(), before);
}

void ExplorePanelsTest::textIsNoNumber()
{
    Open open(counting({.hiddenSize = 4}));
    NumbersModel &model = open.place.builder().numbers().model();
    QSignalSpy refused(&model, &NumbersModel::refused);
    const Experiment before = open.document.experiment();
    QVERIFY(!model.setData(model.index(0, 0), "much", Qt::EditRole));
    QVERIFY(refused.last()[0].toString().contains("much"));
    QVERIFY(!model.setData(model.index(0, 0), "nan", Qt::EditRole));
    QVERIFY(open.document.experiment() == before);
    open.place.builder().numbers().showSource("input x, sequence 1");
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.setData(model.index(1, 2), "-1.5e-1", Qt::EditRole));
    QCOMPARE(std::get<NumberInput>(open.document.experiment().input.source).sequences[1](1, 2), -0.15);
    open.place.builder().numbers().showSource("initial state h0, layer 0");
    QVERIFY(model.setData(model.index(0, 3), "0.25", Qt::EditRole));
    QCOMPARE(open.document.experiment().input.h0[0](0, 3), 0.25);
}

void ExplorePanelsTest::selectionFollowsThePlayhead()
{
    Open open(spelling({.hiddenSize = 4}));
    open.place.setBuilderOpen(true);
    open.place.builder().showNumbers();
    open.playhead.moveTo({.step = 2, .part = 2, .unit = 3});
    const QModelIndex at = open.place.builder().numbers().table().currentIndex();
    QCOMPARE(at.row(), 7);    // z 3
    QCOMPARE(at.column(), 2); // the letter l
}

void ExplorePanelsTest::typedTextIsRead()
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

void ExplorePanelsTest::unknownLetterIsRefusedUnderTheField()
{
    Open open(spelling({.hiddenSize = 4}));
    const Experiment before = open.document.experiment();
    auto *field = open.child<QLineEdit>("Type your own text");
    field->setText("jello");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(open.document.experiment() == before);
    bool said = false;
    for (auto *label : open.place.timeline().choices().findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().contains('j'));
    QVERIFY(said);
}

void ExplorePanelsTest::watchedLossChanges()
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

void ExplorePanelsTest::clickingAStageCellMovesThePlayhead()
{
    Open open(spelling({.hiddenSize = 4}));
    open.playhead.moveTo({.step = 2, .part = 4, .unit = 0});
    open.grab();
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
        open.grab();
        ++tried;
    }
    QVERIFY(tried > 3);
}

void ExplorePanelsTest::clickingTheTimelineMovesThePlayhead()
{
    Open open(spelling({.hiddenSize = 4}));
    TimelineCanvas &canvas = open.place.timeline().canvas();
    open.playhead.moveTo({.step = 0, .part = 2});
    const QPoint end(canvas.width() - 60, canvas.height() / 2);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, end);
    QVERIFY(open.playhead.state().step >= 3);
    QCOMPARE(open.playhead.state().part, 2);
}

void ExplorePanelsTest::dragTakesThePlayheadAlong()
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

void ExplorePanelsTest::everyButtonHasANameAndAToolTip()
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

void ExplorePanelsTest::segmentsLeadToTheirParts()
{
    Open open(spelling({.cell = CellKind::lstm, .hiddenSize = 4}));
    open.child<QAbstractButton>("Part 4: cell")->click();
    QCOMPARE(open.playhead.state().part, 4);
    open.child<QAbstractButton>("One step on")->click();
    QCOMPARE(open.playhead.state().step, 1);
}

void ExplorePanelsTest::backwardButtonTurnsThePass()
{
    Open open(spelling({.hiddenSize = 4}));
    open.child<QAbstractButton>("Backward pass")->click();
    QVERIFY(open.playhead.state().pass == Pass::backward);
    QVERIFY(open.place.inspector().explanation().title.startsWith("Backward through"));
    open.child<QAbstractButton>("Forward pass")->click();
    QVERIFY(open.playhead.state().pass == Pass::forward);
}

void ExplorePanelsTest::nudgingAgreesWithTheChainRule()
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

void ExplorePanelsTest::openingCardGoesWithTheFirstStep()
{
    Open open(spelling({.hiddenSize = 4}));
    open.place.showOpeningCard();
    open.player.partOn();
    QVERIFY(!open.place.dismissOpeningCard());
    open.place.showOpeningCard();
    QTest::keyClick(&open.place, Qt::Key_Escape);
    QVERIFY(!open.place.dismissOpeningCard());
    QSignalSpy asked(&open.place, &ExplorePlace::openRequested);
    open.place.showOpeningCard();
    for (auto *button : open.place.findChildren<QAbstractButton *>()) {
        if (button->text() == "Open my model or data")
            button->click();
    }
    QCOMPARE(asked.size(), 1);
}

void ExplorePanelsTest::messageDoesNotBlock()
{
    Open open(spelling({.hiddenSize = 4}));
    open.place.setMessage("model.safetensors: there is no recurrent module");
    open.player.stepOn();
    QCOMPARE(open.playhead.state().step, 1);
    open.child<QAbstractButton>("Close the message")->click();
    QVERIFY(!open.child<QAbstractButton>("Close the message")->isVisible());
}

void ExplorePanelsTest::nothingIsCutOffInSmallWindows_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1920x1080") << QSize(1844, 1028);
    QTest::newRow("1280x800") << QSize(1220, 752);
    QTest::newRow("1024x768") << QSize(964, 720);
}

void ExplorePanelsTest::nothingIsCutOffInSmallWindows()
{
    QFETCH(QSize, size);
    for (const CellKind kind : {CellKind::gru, CellKind::lstm, CellKind::rnn}) {
        Open open(spelling({.cell = kind, .hiddenSize = 4, .layers = 2, .bidirectional = true}), size);
        for (const bool classroom : {false, true}) {
            open.place.setClassroom(classroom);
            open.grab();
            QCOMPARE(open.place.size(), size);
            QCOMPARE(open.place.inspector().horizontalScrollBar()->maximum(), 0);
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

void ExplorePanelsTest::placeLivesWithoutAnExperiment()
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

QTEST_MAIN(ExplorePanelsTest)
#include "explore_panels_test.moc"
