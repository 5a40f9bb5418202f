// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explore/open_place.h"

#include "ui/common/numbers.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/explore/stage/stage_values.h"

#include <QAccessible>
#include <QRegularExpression>
#include <QTest>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

/// One unit's number as a reader hears it.
struct Heard {
    QString column; ///< "update gate z", "layer 0, step 2, state h of"
    int unit = 0;
    QString number;
};

/// All numbers of units among a stage's children: each child has one, or those of a whole vector.
QList<Heard> heardFrom(QAccessibleInterface &stage)
{
    static const QRegularExpression one(QStringLiteral("^(.*?),? unit (\\d+)(?:, step \\d+)?$"));
    static const QRegularExpression many(QStringLiteral("^(.*?),? unit \\d+–\\d+(?:, step \\d+)?$"));
    static const QRegularExpression told(QStringLiteral("unit (\\d+): ([^;]*)"));
    QList<Heard> heard;
    for (int i = 0; i < stage.childCount(); ++i) {
        const QString name = stage.child(i)->text(QAccessible::Name), value = stage.child(i)->text(QAccessible::Value);
        if (const auto vector = many.match(name); vector.hasMatch()) {
            for (auto unit = told.globalMatch(value); unit.hasNext();) {
                const auto found = unit.next();
                heard.append({vector.captured(1), found.captured(1).toInt(), found.captured(2)});
            }
        } else if (const auto single = one.match(name); single.hasMatch() && !value.isEmpty()) {
            heard.append({single.captured(1), single.captured(2).toInt(), value});
        }
    }
    return heard;
}

/// How many numbers of this column were heard; each is held against what it should be.
int checked(const QList<Heard> &heard, const QString &column, const std::function<QString(int)> &number)
{
    int count = 0;
    for (const Heard &each : heard) {
        if (each.column != column)
            continue;
        if (each.number != number(each.unit)) {
            qWarning().noquote() << column << each.unit << "is said to be" << each.number << "and is"
                                 << number(each.unit);
            return -1;
        }
        ++count;
    }
    return count;
}

struct Stage : Open {
    QAccessibleInterface *reader = nullptr;

    Stage(int units, double level, Pass pass, int part = 4) : Open(spelling({.hiddenSize = units}))
    {
        goTo({.step = 2, .part = part, .unit = 1, .pass = pass, .level = level});
        reader = QAccessible::queryAccessibleInterface(&place.stage());
    }
    void goTo(const PlayheadState &state)
    {
        playhead.moveTo(state);
        paint();
    }
    QList<Heard> heard() { return heardFrom(*reader); }
    const LayerTrace &values() { return document.record().trace->layers[0]; }
    const LayerTrace &gradients() { return document.record().gradients->layers[0]; }
};

} // namespace

/// Those who cannot see the stage find in it what the others see.
class StageAccessibleTest : public QObject
{
    Q_OBJECT

private slots:
    void everyUnitOfACellIsAChildWithItsValue_data();
    void everyUnitOfACellIsAChildWithItsValue();
    void everyGradientIsAChildWithItsValue_data();
    void everyGradientIsAChildWithItsValue();
    void aStepOfTheNetworkIsOneVector_data();
    void aStepOfTheNetworkIsOneVector();
    void aUnitsFactorsAreChildren();
    void whatIsNotComputedIsNotTold();
    void ofManyUnitsSomeAreToldAndItSaysHowMany();
    void aPointLeadsToItsValue();
    void theFocusIsWhereThePlayheadStands();
    void focusingAValueGoesThere();
};

void StageAccessibleTest::everyUnitOfACellIsAChildWithItsValue_data()
{
    QTest::addColumn<int>("units");
    for (const int units : {3, 16, 17, 40})
        QTest::addRow("%d units", units) << units;
}

void StageAccessibleTest::everyUnitOfACellIsAChildWithItsValue()
{
    QFETCH(int, units);
    Stage stage(units, 1, Pass::forward);
    QCOMPARE(stage.reader->role(), QAccessible::Canvas);
    const QList<Heard> heard = stage.heard();
    const auto of = [&](Part part, int step) {
        return [&values = stage.values(), part, step](int unit) { return inInspector(values[part](step, 0, unit)); };
    };
    QCOMPARE(checked(heard, "old state h", of(Part::state, 1)), units);
    QCOMPARE(checked(heard, "new state h", of(Part::state, 2)), units);
    QCOMPARE(checked(heard, "update gate z", of(Part::update, 2)), units);
    QCOMPARE(checked(heard, "reset gate r", of(Part::reset, 2)), units);
    QCOMPARE(checked(heard, "candidate n", of(Part::candidate, 2)), units);
    QCOMPARE(checked(heard, "the past u", of(Part::recurrentCandidate, 2)), units);
    QCOMPARE(checked(heard, "what r lets by, p",
                     [&](int unit) {
                         return inInspector(stage.values()[Part::reset](2, 0, unit)
                                            * stage.values()[Part::recurrentCandidate](2, 0, unit));
                     }),
             units);
    int vectors = 0;
    for (int i = 0; i < stage.reader->childCount(); ++i)
        vectors += stage.reader->child(i)->text(QAccessible::Name).startsWith("update gate z, unit");
    QCOMPARE(vectors, units > singlyToldUnits ? 1 : units);
}

void StageAccessibleTest::everyGradientIsAChildWithItsValue_data()
{
    everyUnitOfACellIsAChildWithItsValue_data();
}

void StageAccessibleTest::everyGradientIsAChildWithItsValue()
{
    QFETCH(int, units);
    Stage stage(units, 1, Pass::backward, 0);
    const QList<Heard> heard = stage.heard();
    const auto of = [&](Part part, int step) {
        return [&values = stage.gradients(), part, step](int unit) {
            return gradientNumber(values[part](step, 0, unit), 3);
        };
    };
    QCOMPARE(checked(heard, "dL/dh", of(Part::state, 2)), units);
    QCOMPARE(checked(heard, "dL/dz", of(Part::update, 2)), units);
    QCOMPARE(checked(heard, "dL/dr", of(Part::reset, 2)), units);
    QCOMPARE(checked(heard, "dL/dn", of(Part::candidate, 2)), units);
    QCOMPARE(checked(heard, "dL/du", of(Part::recurrentCandidate, 2)), units);
}

void StageAccessibleTest::aStepOfTheNetworkIsOneVector_data()
{
    everyUnitOfACellIsAChildWithItsValue_data();
}

void StageAccessibleTest::aStepOfTheNetworkIsOneVector()
{
    QFETCH(int, units);
    for (const Pass pass : {Pass::forward, Pass::backward}) {
        Stage stage(units, 0, pass);
        const int last = pass == Pass::forward ? 4 : 0; // once all is computed
        stage.goTo({.step = last, .part = pass == Pass::forward ? 4 : 0, .unit = 1, .pass = pass, .level = 0});
        const QList<Heard> heard = stage.heard();
        for (int step = 0; step < 5; ++step) {
            const QString column = pass == Pass::forward ? QStringLiteral("layer 0, step %1, state h of").arg(step)
                                                         : QStringLiteral("layer 0, step %1, dL/dh of").arg(step);
            const int told = checked(heard, column, [&](int unit) {
                return pass == Pass::forward ? inInspector(stage.values()[Part::state](step, 0, unit))
                                             : gradientNumber(stage.gradients()[Part::state](step, 0, unit), 3);
            });
            QCOMPARE(told, units);
        }
    }
}

void StageAccessibleTest::aUnitsFactorsAreChildren()
{
    for (const Pass pass : {Pass::forward, Pass::backward}) {
        Stage stage(4, 2, pass, 2);
        const Parameters &parameters = stage.document.experiment().parameters;
        static const QRegularExpression weight(
            QStringLiteral("^weight_(ih|hh)_l0\\[(\\d+), (\\d+)\\](?:, step \\d+)?$"));
        int weights = 0;
        for (int i = 0; i < stage.reader->childCount(); ++i) {
            const auto found = weight.match(stage.reader->child(i)->text(QAccessible::Name));
            if (!found.hasMatch())
                continue;
            const int row = found.captured(2).toInt(), column = found.captured(3).toInt();
            const LayerParameters &layer = parameters.layers[0];
            const double stored = found.captured(1) == u"ih" ? layer.W(row, column) : layer.U(row, column);
            QCOMPARE(stage.reader->child(i)->text(QAccessible::Value), inInspector(stored));
            ++weights;
        }
        QCOMPARE(weights, 5); // of the letter that is read, and of the four units
        QCOMPARE(checked(stage.heard(), "h before",
                         [&](int unit) { return inInspector(stage.values()[Part::state](1, 0, unit)); })
                     >= 4,
                 true);
    }
}

void StageAccessibleTest::whatIsNotComputedIsNotTold()
{
    Stage stage(4, 1, Pass::forward, 1); // the reset gate
    const QList<Heard> heard = stage.heard();
    QCOMPARE(
        checked(heard, "reset gate r", [&](int unit) { return inInspector(stage.values()[Part::reset](2, 0, unit)); }),
        4);
    for (const QString column : {"update gate z", "candidate n", "new state h"})
        QCOMPARE(checked(heard, column, [](int) { return QStringLiteral("not computed yet"); }), 4);
}

void StageAccessibleTest::ofManyUnitsSomeAreToldAndItSaysHowMany()
{
    Stage stage(300, 1, Pass::forward);
    const QList<Heard> heard = stage.heard();
    const int told = checked(heard, "update gate z",
                             [&](int unit) { return inInspector(stage.values()[Part::update](2, 0, unit)); });
    QVERIFY(told > 10 && told <= toldUnits);
    bool says = false;
    for (int i = 0; i < stage.reader->childCount(); ++i) {
        const QAccessibleInterface *child = stage.reader->child(i);
        if (child->text(QAccessible::Name) == u"update gate z, unit 0–299, step 2")
            says = child->text(QAccessible::Value).endsWith(QStringLiteral("; %1 of 300 units are told").arg(told));
    }
    QVERIFY(says);
}

void StageAccessibleTest::aPointLeadsToItsValue()
{
    Stage stage(4, 1, Pass::forward);
    for (int i = 0; i < stage.reader->childCount(); ++i) {
        QAccessibleInterface *child = stage.reader->child(i);
        QVERIFY(child->isValid());
        QCOMPARE(child->parent(), stage.reader);
        QCOMPARE(stage.reader->indexOfChild(child), i);
        QVERIFY(!child->text(QAccessible::Name).isEmpty());
        QVERIFY(!child->rect().isEmpty());
        QVERIFY(stage.reader->rect().contains(child->rect().center()));
        QAccessibleInterface *under = stage.reader->childAt(child->rect().center().x(), child->rect().center().y());
        QVERIFY(under && under->rect().contains(child->rect().center()));
        if (child->text(QAccessible::Name).startsWith("update gate z, unit"))
            QCOMPARE(under->text(QAccessible::Name), child->text(QAccessible::Name));
    }
    const QRect all = stage.reader->rect();
    QVERIFY(!stage.reader->childAt(all.right() + 50, all.top()));
}

void StageAccessibleTest::theFocusIsWhereThePlayheadStands()
{
    Stage stage(4, 1, Pass::forward, 2);
    stage.place.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&stage.place));
    stage.place.stage().setFocus();
    const struct {
        int part, unit;
        Pass pass;
        QString name;
    } places[]{{1, 0, Pass::forward, "reset gate r, unit 0, step 2"},
               {2, 1, Pass::forward, "update gate z, unit 1, step 2"},
               {3, 3, Pass::forward, "candidate n, unit 3, step 2"},
               {2, 1, Pass::backward, "dL/dz, unit 1, step 2"}};
    for (const auto &at : places) {
        stage.goTo({.step = 2, .part = at.part, .unit = at.unit, .pass = at.pass, .level = 1});
        QAccessibleInterface *focus = stage.reader->focusChild();
        QVERIFY2(focus, qPrintable(at.name));
        QCOMPARE(focus->text(QAccessible::Name), at.name);
        QVERIFY(focus->state().focused);
    }
    int focused = 0;
    for (int i = 0; i < stage.reader->childCount(); ++i)
        focused += stage.reader->child(i)->state().focused;
    QCOMPARE(focused, 1);
}

void StageAccessibleTest::focusingAValueGoesThere()
{
    Stage stage(4, 1, Pass::forward, 4);
    for (int i = 0; i < stage.reader->childCount(); ++i) {
        QAccessibleInterface *child = stage.reader->child(i);
        if (child->text(QAccessible::Name) != u"candidate n, unit 3, step 2")
            continue;
        child->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(stage.playhead.state().unit, 3);
        QCOMPARE(stage.playhead.state().part, 3);
        return;
    }
    QFAIL("The candidate of unit 3 is no child.");
}

QTEST_MAIN(StageAccessibleTest)
#include "stage_accessible_test.moc"
