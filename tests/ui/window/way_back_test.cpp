// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "ui/document/playing/predictions.h"

#include <random>

using namespace gatescope;

namespace {

constexpr int moves = 1000;
constexpr int between = 100; ///< moves from one compared picture of the window to the next

struct Stroke {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
};

/// A move by key and the key that takes it back. Where there is none the place before is remembered and jumped to.
struct Move {
    const char *name;
    Stroke on;
    std::optional<Stroke> back;
};

const std::vector<Move> moveTable{
    {"part on", {Qt::Key_Space}, Stroke{Qt::Key_Left}},
    {"part back", {Qt::Key_Left}, Stroke{Qt::Key_Space}},
    {"step on", {Qt::Key_Right, Qt::ShiftModifier}, Stroke{Qt::Key_Left, Qt::ShiftModifier}},
    {"step back", {Qt::Key_Left, Qt::ShiftModifier}, Stroke{Qt::Key_Right, Qt::ShiftModifier}},
    {"to the start", {Qt::Key_Home}, std::nullopt},
    {"to the end", {Qt::Key_End}, std::nullopt},
    {"other pass", {Qt::Key_B}, Stroke{Qt::Key_B}},
    {"unit up", {Qt::Key_Up, Qt::ControlModifier}, Stroke{Qt::Key_Down, Qt::ControlModifier}},
    {"unit down", {Qt::Key_Down, Qt::ControlModifier}, Stroke{Qt::Key_Up, Qt::ControlModifier}},
    {"layer up", {Qt::Key_Up, Qt::ShiftModifier}, Stroke{Qt::Key_Down, Qt::ShiftModifier}},
    {"layer down", {Qt::Key_Down, Qt::ShiftModifier}, Stroke{Qt::Key_Up, Qt::ShiftModifier}},
    {"nearer", {Qt::Key_Plus}, Stroke{Qt::Key_Minus}},
    {"farther", {Qt::Key_Minus}, Stroke{Qt::Key_Plus}},
    {"predict", {Qt::Key_Q}, Stroke{Qt::Key_Q}},
};

/// A move that changed something.
struct Done {
    const Move *move;
    PlayheadState from;
    QImage picture; ///< of the whole window before; mostly none is kept
};

QString inWords(const PlayheadState &at)
{
    return QStringLiteral("step %1, part %2, layer %3 direction %4, unit %5, pass %6, level %7, progress %8")
        .arg(at.step)
        .arg(at.part)
        .arg(at.layer)
        .arg(int(at.direction))
        .arg(at.unit)
        .arg(int(at.pass))
        .arg(at.level)
        .arg(at.progress);
}

/// The window on a walk that remembers its way.
struct Walk {
    OpenWindow open;
    std::vector<Done> way;

    Predictions &predictions() { return open.window.explore().predictions(); }
    QImage picture()
    {
        QCoreApplication::processEvents();
        return open.window.grab().toImage();
    }

    /// While one predicts, the first press asks and the second one shows.
    void stroke(const Stroke &stroke)
    {
        open.press(stroke.key, stroke.modifiers);
        if (predictions().question() && !predictions().isRevealed())
            open.press(stroke.key, stroke.modifiers);
    }

    void go(const Move &move, bool keepsPicture)
    {
        const bool predicted = predictions().isOn();
        Done done{&move, open.at(), {}};
        if (keepsPicture && !predicted) // what was asked last is forgotten on the way
            done.picture = picture();
        stroke(move.on);
        if (!(open.at() == done.from) || predictions().isOn() != predicted)
            way.push_back(std::move(done));
    }

    void back(const Done &done)
    {
        if (done.move->back)
            stroke(*done.move->back);
        else
            open.playhead.moveTo(done.from);
    }
};

} // namespace

/// Whatever moves one made, the moves back lead to the same place and to the same picture, pixel by pixel.
class WayBackTest : public QObject
{
    Q_OBJECT

private slots:
    void everyMoveHasAWayBack_data();
    void everyMoveHasAWayBack();
};

void WayBackTest::everyMoveHasAWayBack_data()
{
    QTest::addColumn<QString>("demo");
    QTest::addColumn<Pass>("pass");
    QTest::addColumn<unsigned>("seed");
    unsigned seed = 1;
    for (const char *demo : {"hello-world", "bidirectional", "latch"}) {
        QTest::addRow("%s, forward pass first", demo) << QString(demo) << Pass::forward << seed++;
        QTest::addRow("%s, backward pass first", demo) << QString(demo) << Pass::backward << seed++;
    }
}

void WayBackTest::everyMoveHasAWayBack()
{
    QFETCH(QString, demo);
    QFETCH(Pass, pass);
    QFETCH(unsigned, seed);
    Walk walk;
    walk.open.window.files().show(*openDemo(demo));
    walk.open.document.waitForRecord();
    if (pass == Pass::backward)
        walk.open.press(Qt::Key_B);
    const PlayheadState start = walk.open.at();
    const QImage startPicture = walk.picture();

    std::mt19937 random(seed); // the same walk everywhere
    for (int i = 0; i < moves; ++i)
        walk.go(moveTable[random() % moveTable.size()], i % between == 0);
    QVERIFY(walk.way.size() > moves / 4);

    for (; !walk.way.empty(); walk.way.pop_back()) {
        const Done &done = walk.way.back();
        const PlayheadState there = walk.open.at();
        walk.back(done);
        QVERIFY2(walk.open.at() == done.from,
                 qPrintable(QStringLiteral("%1 from %2 to %3 and back to %4")
                                .arg(QLatin1String(done.move->name), inWords(done.from), inWords(there),
                                     inWords(walk.open.at()))));
        if (!done.picture.isNull())
            QVERIFY2(walk.picture() == done.picture, qPrintable(inWords(done.from)));
    }
    QCOMPARE(walk.open.at(), start);
    QVERIFY(!walk.predictions().isOn());
    QVERIFY(walk.picture() == startPicture);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    WayBackTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "way_back_test.moc"
