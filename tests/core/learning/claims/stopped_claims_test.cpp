// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/lessons/lesson.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

/// Claims for which networks have to learn, when nobody waits for them any more.
class StoppedClaimsTest : public QObject
{
    Q_OBJECT

private slots:
    void aStoppedClaimHasMeasuredNothing()
    {
        std::stop_source stopped;
        stopped.request_stop();
        int trained = 0;
        for (const Claim &claim : claims()) {
            if (!claim.isTrained())
                continue;
            ++trained;
            const Evidence evidence = claim.measure({}, stopped.get_token());
            QVERIFY2(!evidence.holds && evidence.said.text.empty(), claim.name.data());
        }
        QCOMPARE(trained, 12);
    }

    void aCardsStoppedMeasuringEndsWithEveryClaim()
    {
        std::stop_source stopped;
        stopped.request_stop();
        int measured = 0;
        for (const Lesson &lesson : readLessonFolder(resourceFolder()).lessons)
            for (const LessonCard &card : lesson.cards) {
                if (std::ranges::none_of(card.evidence, [](const auto &name) { return claimNamed(name)->isTrained(); }))
                    continue;
                const auto evidence = measuredOn(card, lesson, stopped.get_token());
                QCOMPARE(evidence.size(), card.evidence.size());
                ++measured;
            }
        QVERIFY(measured > 0);
    }

    void whatWasStoppedIsFoundOutTheNextTimeAndThenKept()
    {
        static int asked = 0;
        FoundOnce<int> answer([](const std::stop_token &) { return 40 + ++asked; });
        std::stop_source stopped;
        stopped.request_stop();
        QCOMPARE(answer.ask(stopped.get_token()), 0);
        QCOMPARE(answer.ask({}), 42);
        QCOMPARE(answer.ask({}), 42);
        QCOMPARE(answer.ask(stopped.get_token()), 42); // it is there
        QCOMPARE(asked, 2);
    }
};

QTEST_GUILESS_MAIN(StoppedClaimsTest)
#include "stopped_claims_test.moc"
