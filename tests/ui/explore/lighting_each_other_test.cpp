// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explore/open_place.h"
#include "ui/document/playing/pointing.h"
#include "ui/explore/inspector/explanation_view.h"
#include "ui/explore/inspector/inspector_panel.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_panel.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

#include <algorithm>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

NetworkSpec gru()
{
    NetworkSpec spec;
    spec.hiddenSize = 6;
    return spec;
}

void pointAt(QWidget &widget, const QPointF &at)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

void leave(QWidget &widget)
{
    QEvent event(QEvent::Leave);
    QApplication::sendEvent(&widget, &event);
}

/// The open place at the update gate of unit 2.
struct AtUpdate : Open {
    AtUpdate() : Open(spelling(gru()))
    {
        PlayheadState state = playhead.state();
        state.step = 2;
        state.part = 2;
        state.unit = 2;
        state.level = 1;
        playhead.moveTo(state);
        paint();
    }
    StagePanel &stage() { return place.stage(); }
    Pointing &pointing() { return place.pointing(); }
    ExplanationView &equations() { return *place.inspector().findChild<ExplanationView *>(); }
    std::vector<QRectF> boxes(const Term &term)
    {
        std::vector<QRectF> found;
        for (const auto &painted : equations().terms()) {
            if (painted.term == term)
                found.push_back(painted.where);
        }
        return found;
    }
    QPointF inStage(const Term &term)
    {
        const auto &areas = stage().hitAreas();
        const auto found = std::ranges::find_if(areas, [&](const HitArea &area) { return area.term == term; });
        return found == areas.end() ? QPointF(-1, -1) : found->where.center();
    }
};

const Term z{QStringLiteral("z"), 2};

} // namespace

/// The equations and the picture light each other.
class LightingEachOtherTest : public QObject
{
    Q_OBJECT

private slots:
    void aValueInTheStageLightsItsLetterAndNothingElseOfTheEquations()
    {
        AtUpdate open;
        const QImage plain = open.equations().grab().toImage();
        const std::vector<QRectF> boxes = open.boxes(z);
        QCOMPARE(boxes.size(), std::size_t(2)); // the letter and the number that it is
        pointAt(open.stage(), open.inStage(z));
        QTRY_COMPARE(open.pointing().lit(), z);
        const QImage lit = open.equations().grab().toImage();
        QCOMPARE(lit.size(), plain.size());
        std::vector<bool> changed(boxes.size());
        for (int y = 0; y < plain.height(); ++y) {
            for (int x = 0; x < plain.width(); ++x) {
                if (plain.pixel(x, y) == lit.pixel(x, y))
                    continue;
                bool inside = false;
                for (std::size_t i = 0; i < boxes.size(); ++i) {
                    if (boxes[i].adjusted(-4, -2, 4, 2).contains(x, y))
                        inside = changed[i] = true;
                }
                QVERIFY2(inside, qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
            }
        }
        QVERIFY(std::ranges::all_of(changed, std::identity()));
        leave(open.stage());
        QTRY_VERIFY(!open.pointing().lit());
        QCOMPARE(open.equations().grab().toImage(), plain);
    }

    void everyLetterOfTheEquationLightsTheStage()
    {
        AtUpdate open;
        const QImage plain = open.stage().grab().toImage();
        const std::vector<Term> expected{z,
                                         {QStringLiteral("W_z"), 2},
                                         {QStringLiteral("x"), -1},
                                         {QStringLiteral("U_z"), 2},
                                         {QStringLiteral("h"), -1}};
        for (const Term &term : expected) {
            const std::vector<QRectF> boxes = open.boxes(term);
            QVERIFY2(!boxes.empty(), qPrintable(term.symbol));
            pointAt(open.equations(), boxes.front().center());
            QTRY_COMPARE(open.pointing().lit(), term);
            QVERIFY2(open.stage().grab().toImage() != plain, qPrintable(term.symbol));
            leave(open.equations());
            QTRY_VERIFY(!open.pointing().lit());
            QCOMPARE(open.stage().grab().toImage(), plain);
        }
    }

    void aLaneLightsTheStageAndIsFramed()
    {
        AtUpdate open;
        TimelineCanvas &lanes = open.place.timeline().canvas();
        const QImage plain = open.stage().grab().toImage();
        const QImage plainLanes = lanes.grab().toImage();
        const HitAreas areas = lanes.hitAreas();
        const auto area
            = std::ranges::find_if(areas, [](const HitArea &a) { return a.term == z && a.leadsTo.step == 1; });
        QVERIFY(area != areas.end());
        pointAt(lanes, area->where.center());
        QTRY_COMPARE(open.pointing().lit(), z);
        QVERIFY(open.stage().grab().toImage() != plain);
        QVERIFY(lanes.grab().toImage() != plainLanes);
        leave(lanes);
        QTRY_VERIFY(!open.pointing().lit());
        QCOMPARE(lanes.grab().toImage(), plainLanes);
    }

    void aKeyLightsWhatThePartMakesAndGoesOnWithIt()
    {
        AtUpdate open;
        open.place.turnLit();
        QCOMPARE(open.pointing().lit(), z);
        open.player.partOn();
        QCOMPARE(open.pointing().lit(), (Term{QStringLiteral("n"), 2}));
        open.player.partOn();
        QCOMPARE(open.pointing().lit(), (Term{QStringLiteral("h_new"), 2}));
        open.place.turnLit();
        QVERIFY(!open.pointing().lit());
        open.player.partBack();
        QVERIFY(!open.pointing().lit());
    }
};

QTEST_MAIN(LightingEachOtherTest)
#include "lighting_each_other_test.moc"
