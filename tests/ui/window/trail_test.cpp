// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "core/base/random.h"
#include "ui/common/numbers.h"
#include "ui/explore/builder/builder_panel.h"
#include "ui/explore/builder/numbers_form.h"

#include <QRegularExpression>
#include <QTableView>

#include <cmath>

using namespace gatescope;

namespace {

/// "a = −1.5", "b = 2" … in what a window says, in its order.
QList<std::pair<QString, double>> numbersIn(const QString &words)
{
    static const QRegularExpression number(QStringLiteral("([^;:=]*?) = (−?[0-9.]+)"));
    QList<std::pair<QString, double>> numbers;
    for (auto match = number.globalMatch(words); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        numbers.append({found.captured(1), found.captured(2).replace(QChar(0x2212), '-').toDouble()});
    }
    return numbers;
}

/// What is said of the chosen row: "weight_hh_l0[10, 3] = −1.5444 times h before, unit 3 = 0.2210".
QString rowSaid(const QString &description)
{
    static const QRegularExpression row(QStringLiteral("Row \\d+ of \\d+: (.*?)\\.(?: |$)(?=[A-Z]|$)"));
    return row.match(description).captured(1);
}

QString answerSaid(const QString &description)
{
    static const QRegularExpression answer(QStringLiteral("The network says (\\S+) with"));
    return answer.match(description).captured(1);
}

/// The same window with the network as it was and as it is; the former looks where the latter does.
struct Both {
    OpenWindow intact, planted;

    QString said() { return planted.window.explore().stage().accessibleDescription(); }
    QString saidBefore()
    {
        intact.playhead.moveTo(planted.at());
        return intact.window.explore().stage().accessibleDescription();
    }
};

/// Changes one recurrent weight until some answer changes.
ParameterPlace plant(Document &document, Random &random)
{
    const Experiment before = document.experiment();
    const std::shared_ptr<const Trace> trace = document.record().trace;
    for (;;) {
        Experiment after = before;
        Matrix &U = after.parameters.layers[0].U;
        const ParameterPlace place{"weight_hh_l0", random.below(int(U.rows())), random.below(int(U.cols()))};
        U(place.row, place.column) += random.below(2) == 0 ? -9 : 9;
        const auto run = computeRecord(ReferenceBackend(), std::make_shared<Experiment>(after));
        if (!run)
            continue;
        for (int step = 0; step < trace->length(0); ++step) {
            Eigen::Index was = 0, is = 0;
            trace->headOutput.at(step, 0).maxCoeff(&was);
            run->trace->headOutput.at(step, 0).maxCoeff(&is);
            if (was != is && document.edit(QStringLiteral("Plant"), after))
                return place;
        }
    }
}

} // namespace

/// From a wrong number to its cause, by the keys alone.
class TrailTest : public QObject
{
    Q_OBJECT

private slots:
    void aPlantedWeightIsReachedFromTheWrongAnswer_data();
    void aPlantedWeightIsReachedFromTheWrongAnswer();
    void backGoesTheSameWayExactly();
    void upAndDownChooseARowAndControlFollowsTheUnit();
    void aClickOnAnAnswerShowsHowTheHeadMakesIt();
    void theChosenRowIsNotSaved();
};

void TrailTest::aPlantedWeightIsReachedFromTheWrongAnswer_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TrailTest::aPlantedWeightIsReachedFromTheWrongAnswer()
{
    QFETCH(int, seed);
    Both both;
    OpenWindow &window = both.planted;
    Random random(static_cast<std::uint64_t>(seed));
    QTRY_VERIFY(window.document.record());
    const ParameterPlace planted = plant(window.document, random);
    QTRY_VERIFY(window.document.isRecordCurrent());

    // The first answer that is another than before.
    window.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window.window));
    window.window.setFocus();
    window.press(Qt::Key_1);
    window.press(Qt::Key_Home);
    window.press(Qt::Key_Space); // to where the step's answer is known
    while (answerSaid(both.said()) == answerSaid(both.saidBefore())) {
        const int step = window.at().step;
        window.press(Qt::Key_Space);
        QVERIFY2(window.at().step > step, "No answer is wrong.");
    }
    window.press(Qt::Key_Return);
    QVERIFY(window.at().output >= 0);
    QCOMPARE(window.at().level, 2.0);

    // At each stop the row whose number of the run is most another than before.
    for (int stops = 0; stops < 200; ++stops) {
        int worst = -1;
        double most = 0;
        for (int row = 0;; ++row) {
            window.press(Qt::Key_Down);
            if (window.at().row < row)
                break; // the last was chosen already
            const auto now = numbersIn(rowSaid(both.said())), before = numbersIn(rowSaid(both.saidBefore()));
            QVERIFY2(!now.isEmpty() && now.size() == before.size(), qPrintable(both.said()));
            if (now.front().first.contains("weight_") && now.front().second != before.front().second) {
                window.press(Qt::Key_Return, Qt::ControlModifier);
                QTableView &table = window.window.explore().builder().numbers().table();
                QCOMPARE(table.currentIndex().row(), planted.row);
                QCOMPARE(table.currentIndex().column(), planted.column);
                QCOMPARE(window.window.explore().builder().numbers().model().source().name,
                         QString::fromStdString(planted.tensor));
                QVERIFY(table.hasFocus());
                return;
            }
            const double difference = std::abs(now.back().second - before.back().second);
            if (difference > most) {
                most = difference;
                worst = row;
            }
        }
        QVERIFY2(worst >= 0, qPrintable(both.said()));
        while (window.at().row > worst)
            window.press(Qt::Key_Up);
        const PlayheadState here = window.at();
        window.press(Qt::Key_Return);
        QVERIFY2(!(window.at() == here), qPrintable(both.said()));
    }
    QFAIL("The planted weight is not reached.");
}

void TrailTest::backGoesTheSameWayExactly()
{
    OpenWindow open;
    open.press(Qt::Key_A);
    QList<PlayheadState> way;
    for (int i = 0; i < 5; ++i) {
        for (int down = 0; down <= i + 2; ++down)
            open.press(Qt::Key_Down);
        way.append(open.at());
        open.press(Qt::Key_Return);
        QVERIFY(!(open.at() == way.last()));
        QCOMPARE(open.at().row, PlayheadState::none);
    }
    while (!way.isEmpty()) {
        open.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(open.at(), way.takeLast());
    }
    open.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(open.at().level, 1.0);
    QCOMPARE(open.at().output, PlayheadState::none);
    const PlayheadState first = open.at();
    open.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(open.at(), first);
}

void TrailTest::upAndDownChooseARowAndControlFollowsTheUnit()
{
    OpenWindow open;
    open.press(Qt::Key_Space);
    open.press(Qt::Key_3);
    const int unit = open.at().unit;
    const QImage none = open.stage();
    open.press(Qt::Key_Down);
    QCOMPARE(open.at().row, 0);
    QCOMPARE(open.at().unit, unit);
    QVERIFY(open.stage() != none);
    QVERIFY(rowSaid(open.window.explore().stage().accessibleDescription()).startsWith("weight_ih_l0["));
    open.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(open.at().unit, unit + 1);
    open.press(Qt::Key_Space); // another part has rows of its own
    QCOMPARE(open.at().row, PlayheadState::none);
}

void TrailTest::aClickOnAnAnswerShowsHowTheHeadMakesIt()
{
    OpenWindow open;
    open.press(Qt::Key_2);
    for (int i = 0; i < 4; ++i)
        open.press(Qt::Key_Space);
    open.stage();
    StagePanel &stage = open.window.explore().stage();
    const auto answer
        = std::ranges::find_if(stage.hitAreas(), [](const HitArea &area) { return area.leadsTo.output >= 0; });
    QVERIFY(answer != stage.hitAreas().end());
    const int output = answer->leadsTo.output;
    QTest::mouseClick(&stage, Qt::LeftButton, {}, answer->where.center().toPoint());
    QCOMPARE(open.at().output, output);
    QCOMPARE(open.at().level, 2.0);
    const Vector y = open.document.record().trace->headOutput.at(open.at().step, 0);
    QVERIFY(stage.accessibleDescription().contains(inInspector(y[output])));
}

void TrailTest::theChosenRowIsNotSaved()
{
    const PlayheadState chosen{.step = 1, .level = 2, .row = 3, .output = 1};
    const PlayheadState read = fromView(toView(chosen));
    QCOMPARE(read.row, PlayheadState::none);
    QCOMPARE(read.output, PlayheadState::none);
    QCOMPARE(read.step, 1);
}

QTEST_MAIN(TrailTest)
#include "trail_test.moc"
