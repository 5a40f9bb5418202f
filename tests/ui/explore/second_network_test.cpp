// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explore/open_place.h"
#include "ui/document/edits/edits.h"
#include "ui/explore/beside/caption_label.h"
#include "ui/explore/beside/second_network.h"
#include "ui/explore/beside/stage_pair.h"
#include "ui/explore/stage/stage_panel.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

const Otherness &otherness(const char *name)
{
    return *std::ranges::find_if(othernesses(), [&](const Otherness &row) { return std::string(row.name) == name; });
}

} // namespace

/// Another network beside the open one, on the same input.
class SecondNetworkTest : public QObject
{
    Q_OBJECT
private slots:
    void aSecondNetworkReadsTheSameInTheOtherConvention()
    {
        Open open(spelling({.hiddenSize = 3}));
        SecondNetwork &second = open.place.second();
        QVERIFY(second.open(otherness("reset")));
        second.document().waitForRecord();
        open.paint();
        auto *pair = open.place.findChild<StagePair *>();
        QVERIFY(pair->beside().isVisible());
        QVERIFY(second.document().experiment().spec.reset == ResetPlacement::before);
        QVERIFY(second.document().experiment().parameters == open.document.experiment().parameters);
        QVERIFY(!pair->beside().hitAreas().empty());
        QVERIFY(open.document.edit("t", *withText(open.document.experiment(), 0, "hold")));
        second.document().waitForRecord();
        QVERIFY(second.document().experiment().input == open.document.experiment().input);
        second.close();
        QVERIFY(!pair->beside().isVisible());
    }

    void whatMakesNoSenseBesideIsNotOffered()
    {
        const NetworkSpec rnn{.cell = CellKind::rnn};
        QVERIFY(!otherness("reset").spec(rnn) && !otherness("update").spec(rnn) && !otherness("rnn").spec(rnn));
        QVERIFY(otherness("gru").spec(rnn) && otherness("lstm").spec(rnn));
    }

    void anotherFilesNetworkMustReadTheSame()
    {
        Open open(spelling({.hiddenSize = 3}));
        QVERIFY(open.place.second().open(spelling({.hiddenSize = 7}, 9)));
        open.place.second().document().waitForRecord();
        QCOMPARE(open.place.second().document().record().spec().hiddenSize, 7);
        const auto refused = open.place.second().open(counting({.inputSize = 2, .hiddenSize = 3}));
        QVERIFY(!refused);
    }

    void eachCaptionStandsOverItsStageHoweverLongItIs()
    {
        for (const QSize &size : {QSize(960, 700), QSize(1844, 1028), QSize(3764, 2108)}) {
            Open open(spelling({.hiddenSize = 3}), size);
            Experiment other = spelling({.hiddenSize = 7}, 9);
            const QString name = QStringLiteral("a network with a very long name ").repeated(9);
            other.title = name.toStdString();
            QVERIFY(open.place.second().open(other));
            open.place.second().document().waitForRecord();
            open.paint();
            auto *pair = open.place.findChild<StagePair *>();
            const auto captions = pair->findChildren<CaptionLabel *>();
            QCOMPARE(captions.size(), 2);
            QVERIFY(std::abs(pair->first().width() - pair->beside().width()) <= 1);
            for (const CaptionLabel *caption : captions) {
                const QWidget &stage = caption->words() == name ? pair->beside() : pair->first();
                const QRect where(caption->mapTo(pair, QPoint()), caption->size());
                QVERIFY(where.left() >= stage.geometry().left() && where.right() <= stage.geometry().right());
                QVERIFY(where.bottom() < stage.geometry().top());
                QVERIFY(caption->fontMetrics().horizontalAdvance(caption->text()) <= caption->width());
                QCOMPARE(caption->text() == caption->words(), caption->words() != name);
                QCOMPARE(caption->toolTip(), caption->words() == name ? name : QString());
            }
        }
    }

    void theSecondStageFollowsThePlayhead()
    {
        Open open(spelling({.hiddenSize = 3}));
        QVERIFY(open.place.second().open(otherness("lstm")));
        open.place.second().document().waitForRecord();
        open.paint();
        auto *pair = open.place.findChild<StagePair *>();
        const QImage before = pair->beside().grab().toImage();
        open.player.stepOn();
        open.paint();
        QVERIFY(pair->beside().grab().toImage() != before);
    }
};

QTEST_MAIN(SecondNetworkTest)
#include "second_network_test.moc"
