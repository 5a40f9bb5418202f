// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/classroom/loopback_phone.h"
#include "tests/ui/quiz/open_quiz.h"

#include "ui/document/playing/predictions.h"
#include "ui/explore/bars/prediction_bar.h"

#include <QPushButton>

using namespace gatescope;

/// A class that predicts from its phones in Explore.
class ClassPredictionsTest : public QObject
{
    Q_OBJECT
private slots:
    void phonesPredictAndAreToldWhatItBecame();
};

void ClassPredictionsTest::phonesPredictAndAreToldWhatItBecame()
{
    OpenWindow open;
    ClassPhones &phones = open.window.quiz().phones();
    Predictions &predictions = open.window.explore().predictions();
    QVERIFY(phones.open(loopback, false, 0).ok());
    const Phones all = phonesJoining(phones, 3);
    const auto every = [&](const char *kind) {
        return soon([&] {
            return std::ranges::all_of(all, [&](const auto &phone) { return phone->page["kind"].toString() == kind; });
        });
    };
    QVERIFY(every("waiting"));
    predictions.setOn(true);
    open.player.partOn();
    QVERIFY(predictions.question() && !predictions.isRevealed());
    QVERIFY(every("asking"));
    const int right = int(predictions.question()->right), wrong = right == 0 ? 1 : 0;
    const QJsonArray rows = all[0]->page["rows"].toArray();
    QCOMPARE(rows.size(), qsizetype(predictions.question()->options.size()));
    const int ask = all[0]->page["ask"].toInt();
    all[0]->answer(ask, {right});
    all[1]->answer(ask, {wrong});
    auto *bar = open.window.explore().findChild<PredictionBar *>();
    const auto says = [&](const QString &words) {
        return std::ranges::any_of(bar->findChildren<QPushButton *>(),
                                   [&](const QPushButton *button) { return button->text() == words; });
    };
    QVERIFY(soon([&] { return says("Phones: 2 of 3"); }));
    open.player.partOn(); // shown, without a hand in the room
    QVERIFY(predictions.isRevealed());
    QCOMPARE(predictions.answered(), 2);
    QCOMPARE(predictions.right(), 1);
    QVERIFY(every("shown"));
    QVERIFY(all[0]->page["isRight"].toBool());
    QVERIFY(!all[1]->page["isRight"].toBool());
    QVERIFY(!all[1]->page["why"].toString().isEmpty());
    while (!predictions.question() || predictions.isRevealed()) // on to the next one, and hands beside the phones
        open.player.partOn();
    QVERIFY(every("asking"));
    QVERIFY(!all[0]->page.contains("mine"));
    const std::size_t next = predictions.question()->right;
    all[2]->answer(all[2]->page["ask"].toInt(), {int(next)});
    QVERIFY(soon([&] { return all[2]->hasKept({int(next)}); }));
    std::vector<int> hands(predictions.question()->options.size());
    hands[next] = 5;
    predictions.answer(hands);
    QCOMPARE(predictions.answers()[next], 6);
    open.window.goTo(placeNamed("quiz")); // where nothing is asked
    QVERIFY(every("waiting"));
    LoopbackPhone late(phones, 99);
    QVERIFY(soon([&] { return late.page["kind"].toString() == "waiting"; }));
}

QTEST_MAIN(ClassPredictionsTest)
#include "class_predictions_test.moc"
