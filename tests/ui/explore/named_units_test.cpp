// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody notes on units, and where it is seen: names, and units that are kept at the top of the timeline.
#include "open_place.h"

#include "core/experiment/files/experiment_file.h"
#include "core/trace/unit_likeness.h"
#include "ui/document/edits/edits.h"
#include "ui/drawing/stage/moment_words.h"
#include "ui/drawing/timeline/timeline_layout.h"
#include "ui/explore/bars/message_bar.h"
#include "ui/explore/controls/step_view.h"
#include "ui/explore/dialogs/unit_name_dialog.h"
#include "ui/explore/inspector/explanation.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/explore/stage/stage_values.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_panel.h"
#include "ui/explore/timeline/unit_order_chooser.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <algorithm>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

/// A network of five units that reads letters, following unit 3.
struct Studied : Open {
    explicit Studied(NetworkSpec spec = {.inputSize = 5, .hiddenSize = 5}, QSize size = {1844, 1028})
        : Open(spelling(spec), size)
    {
        PlayheadState there = playhead.state();
        there.unit = 3;
        playhead.moveTo(there);
        paint();
    }
    UnitNameDialog &dialog() { return *place.findChild<UnitNameDialog *>(); }
    QLineEdit &field() { return *dialog().findChild<QLineEdit *>(); }
    QString refused()
    {
        for (const QLabel *label : dialog().findChildren<QLabel *>())
            if (label->isVisible() && label != dialog().findChild<QLabel *>())
                return label->text();
        return {};
    }
    void name(const QString &name)
    {
        place.showUnitName();
        field().setText(name);
        QTest::keyClick(&field(), Qt::Key_Return);
        document.waitForRecord();
        paint();
    }
    Scene scene() { return {document.record(), playhead.state(), theme(ThemeName::light)}; }
    QStringList saidBy(const HitAreas &areas)
    {
        QStringList said;
        for (const HitArea &area : areas)
            said += area.says();
        return said;
    }
};

bool anyHolds(const QStringList &texts, const QString &part)
{
    return std::ranges::any_of(texts, [&](const QString &text) { return text.contains(part); });
}

} // namespace

class NamedUnitsTest : public QObject
{
    Q_OBJECT
private slots:
    void aNameIsSaidWhereverTheUnitIs()
    {
        Studied open;
        open.name(u"  counts open brackets "_qs);
        QVERIFY(!open.dialog().isVisible());
        const QString label = u"3 “counts open brackets”"_qs;
        const Scene scene = open.scene();
        QVERIFY(explain(scene).title.endsWith(u"unit "_qs + label));
        QVERIFY(momentInWords(scene).contains(label) || scene.playhead.part == 0);
        QVERIFY(anyHolds(open.saidBy(open.place.timeline().canvas().hitAreas()), u"unit "_qs + label + u':'));
        for (const double level : {0.0, 1.0, 2.0}) {
            PlayheadState there = open.playhead.state();
            there.level = level;
            there.part = 2;
            open.playhead.moveTo(there);
            open.paint();
            const QStringList said = open.saidBy(open.place.stage().hitAreas());
            QVERIFY(anyHolds(said, u"Go to the unit "_qs + label) || anyHolds(said, u"You see the unit "_qs + label));
            QVERIFY(anyHolds(said, label + u':'));
            QVERIFY(momentInWords(open.scene()).contains(label));
        }
        // Another unit, and the same of another layer, have no part in it.
        QVERIFY(!anyHolds(open.saidBy(open.place.timeline().canvas().hitAreas()), u"2 “"_qs));
    }

    void aNameIsAnEditOfTheDocument()
    {
        Studied open;
        const auto trace = open.document.record().trace;
        open.name(u"first"_qs);
        open.name(u"second"_qs);
        QVERIFY(open.document.isRecordCurrent());
        QCOMPARE(open.document.record().trace, trace); // nothing was computed again
        QCOMPARE(open.document.undoStack().count(), 2);
        open.document.undoStack().undo();
        QCOMPARE(open.document.experiment().units.front().name, std::string("first"));
        open.document.undoStack().undo();
        QVERIFY(open.document.experiment().units.empty() && !open.document.isModified());
        open.document.undoStack().redo();
        open.place.showUnitName();
        QCOMPARE(open.field().text(), u"first"_qs);
        open.name({}); // an empty field takes it away
        QVERIFY(open.document.experiment().units.empty());
        // What changes the numbers is computed.
        QVERIFY(open.document.edit(u"Fresh"_qs, withFreshParameters(open.document.experiment(), 9)));
        open.document.waitForRecord();
        QVERIFY(open.document.record().trace != trace);
    }

    void aNameIsKeptInTheFile()
    {
        Studied open;
        open.name(u"counts"_qs);
        open.place.turnUnitKept();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.gatescope"_qs);
        QVERIFY(open.document.save(path, toView(open.playhead.state())));
        const auto read = readExperimentFile(path.toStdString());
        QVERIFY(read);
        QVERIFY((read->units == std::vector<UnitNote>{{0, Direction::forward, 3, "counts", true}}));
    }

    void whatIsNoNameIsRefusedInASentence()
    {
        Studied open;
        open.name(QString(41, u'x'));
        QVERIFY(open.dialog().isVisible()); // what was typed stays
        QCOMPARE(open.refused(), u"A unit's name has at most 40 characters; this one has 41."_qs);
        open.field().setText(u"a\u0007b"_qs);
        QTest::keyClick(&open.field(), Qt::Key_Return);
        QVERIFY(open.refused().contains(u"U+0007"_qs));
        QTest::keyClick(&open.field(), Qt::Key_Escape);
        QVERIFY(!open.dialog().isVisible() && open.document.experiment().units.empty());
        QCOMPARE(open.document.undoStack().count(), 0);
    }

    /// Names may hold what the words around them are taken apart by.
    void anyNameIsToldWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("colon") << u"a: b = c"_qs;
        QTest::newRow("place") << u"50%1 of %2"_qs;
        QTest::newRow("digits") << u"h3 10"_qs;
        QTest::newRow("tag") << u"<b>bold</b>"_qs;
    }
    void anyNameIsToldWhole()
    {
        QFETCH(QString, name);
        for (const int units : {5, 24}) {
            Studied open({.inputSize = 5, .hiddenSize = units});
            const auto before = stageValues(open.place.stage().hitAreas(), open.scene());
            open.name(name);
            const auto after = stageValues(open.place.stage().hitAreas(), open.scene());
            QCOMPARE(after.size(), before.size());
            const QString label = u"3 “%1”"_qs.arg(QString(name).replace(u'%', u'\x1')).replace(u'\x1', u'%');
            int named = 0;
            for (std::size_t i = 0; i < after.size(); ++i) {
                const QString was = before[i].name + u'|' + before[i].value, is = after[i].name + u'|' + after[i].value;
                QCOMPARE(QString(is).replace(label, u"3"_qs), was); // nothing else has changed
                named += is.contains(label);
            }
            QVERIFY(named > 0);
        }
    }

    void aKeptUnitStandsAtTheTopOfTheLanes()
    {
        Studied open;
        const auto layout = [&] {
            const Scene scene = open.scene();
            TimelineCanvas &canvas = open.place.timeline().canvas();
            return timelineLayout(canvas.size(), scene, canvas.stepView().viewOf(scene));
        };
        const QImage before = open.place.timeline().canvas().grab().toImage();
        QCOMPARE(layout().places[3], 3);
        open.place.turnUnitKept();
        open.document.waitForRecord();
        QCOMPARE(layout().places[3], 0);
        QVERIFY(open.place.timeline().canvas().grab().toImage() != before);
        open.document.undoStack().undo();
        open.document.waitForRecord();
        QCOMPARE(layout().places[3], 3);
        open.document.undoStack().redo();
        open.document.waitForRecord();
        open.place.turnUnitKept(); // no more
        open.document.waitForRecord();
        QVERIFY(open.document.experiment().units.empty());
        QCOMPARE(open.place.timeline().canvas().grab().toImage(), before);
    }

    void moreThanEightAreRefused()
    {
        Studied open({.inputSize = 5, .hiddenSize = 12});
        for (int unit = 0; unit < 9; ++unit) {
            PlayheadState there = open.playhead.state();
            there.unit = unit;
            open.playhead.moveTo(there);
            open.place.turnUnitKept();
            open.document.waitForRecord();
        }
        QCOMPARE(keptUnits(open.document.experiment().units, 0, Direction::forward).size(), std::size_t(8));
        QVERIFY(open.place.findChild<MessageBar *>()->message().startsWith(u"At most 8 units"_qs));
    }

    void namesLeaveRoomForThePictures()
    {
        for (const QSize &size : {QSize(948, 724), QSize(1204, 756), QSize(1844, 1028)}) {
            Studied open({.inputSize = 5, .hiddenSize = 8}, size);
            const QRectF before = open.place.stage().hitAreas().front().where;
            open.name(QString(40, u'W'));
            QCOMPARE(open.place.stage().hitAreas().front().where, before);
            QCOMPARE(open.place.size(), size);
        }
    }

    void manyUnitsAreOrderedByLikenessOnAnotherThread()
    {
        Studied open({.inputSize = 5, .hiddenSize = 1000});
        auto *chooser = open.child<UnitOrderChooser>(u"Order of the units"_qs);
        const int row = chooser->findText(u"by likeness"_qs);
        QVERIFY(row > 0);
        StepView &steps = open.place.timeline().canvas().stepView();
        const Scene scene = open.scene();
        const std::vector<int> before = steps.viewOf(scene).order;
        chooser->setCurrentIndex(row);
        emit chooser->activated(row);
        if (likenessEffort(1000, scene.trace().length(0)) > 4e6)
            QCOMPARE(steps.viewOf(scene).order, before); // meanwhile
        const auto wanted = unitsByLikeness(scene.trace(), scene.moment());
        QTRY_COMPARE_WITH_TIMEOUT(steps.viewOf(scene).order, *wanted, 60'000);
        chooser->setCurrentIndex(0);
        emit chooser->activated(0);
        QCOMPARE(steps.viewOf(scene).order, before);
    }
};

QTEST_MAIN(NamedUnitsTest)
#include "named_units_test.moc"
