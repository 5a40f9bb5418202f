// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/measuring.h"

#include "core/base/program_files.h"
#include "core/learning/lessons/lesson.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

/// What a card claims, where networks have to learn for it.
class MeasuringTest : public QObject
{
    Q_OBJECT

private slots:
    void whoeverClosesTheWindowDoesNotWaitForTheRaceOfACard()
    {
        const ReadLessons read = readLessonFolder(resourceFolder());
        for (const Lesson &lesson : read.lessons) {
            const auto card = std::ranges::find_if(lesson.cards, Measuring::takesTime);
            if (card == lesson.cards.end())
                continue;
            {
                Measuring measuring;
                measuring.ask(*card, lesson);
                QVERIFY(measuring.isAwaited());
                QTest::qWait(50); // the networks have begun to learn
                QVERIFY(measuring.isAwaited());
            }
            // What had been learned to the end would be there.
            std::stop_source stopped;
            stopped.request_stop();
            for (const std::string &name : card->evidence)
                if (const Claim &claim = *claimNamed(name); claim.isTrained())
                    QVERIFY2(claim.measure({}, stopped.get_token()).said.text.empty(), name.c_str());
            return;
        }
        QFAIL("No card lets networks learn.");
    }
};

QTEST_MAIN(MeasuringTest)
#include "measuring_test.moc"
