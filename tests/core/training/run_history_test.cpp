// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/history.h"

#include <QTest>

using namespace gatescope;

namespace {

UpdateRecord recordOf(int update)
{
    UpdateRecord record;
    record.update = update;
    return record;
}

} // namespace

class RunHistoryTest : public QObject
{
    Q_OBJECT
private slots:
    void aRunIsRememberedWhole()
    {
        RunHistory history;
        for (int update = 1; update <= 5000; ++update)
            history.add(recordOf(update));
        QCOMPARE(history.records().size(), std::size_t(5000));
    }

    void aVeryLongRunIsRememberedFromEndToEndWithAllLooksAtHeldOutData()
    {
        RunHistory history(1000, 10);
        for (int update = 1; update <= 20'000; ++update) {
            UpdateRecord record = recordOf(update);
            if (update % 500 == 0)
                record.heldOut = Outcome{double(update), 0};
            if (update % 100 == 0)
                record.probe = Probe();
            history.add(record);
            QVERIFY(history.records().size() <= 1000);
        }
        int last = 0, looks = 0, probes = 0;
        for (const UpdateRecord &record : history.records()) {
            QVERIFY(record.update > last);
            QVERIFY(record.update - last
                    <= 64); // the next power of two over 20,000 / 1,000, and one more where looks take room
            last = record.update;
            looks += record.heldOut.has_value();
            probes += record.probe.has_value();
        }
        QCOMPARE(history.records().front().update, 1);
        QCOMPARE(last, 20'000);
        QCOMPARE(looks, 40);
        QVERIFY(probes >= 5 && probes <= 10);
    }

    void looksInsideCoverALongRunFromItsFirstToItsNewest()
    {
        RunHistory history(100'000, 20);
        for (int update = 1; update <= 10'000; ++update) {
            UpdateRecord record = recordOf(update);
            if (update % 10 == 0)
                record.probe = Probe();
            history.add(std::move(record));
        }
        std::vector<int> looks;
        for (const UpdateRecord &record : history.records())
            if (record.probe)
                looks.push_back(record.update);
        QVERIFY(looks.size() >= 10 && looks.size() <= 20);
        QCOMPARE(looks.front(), 10);
        QCOMPARE(looks.back(), 10'000);
        for (std::size_t i = 1; i < looks.size(); ++i)
            QVERIFY(looks[i] - looks[i - 1] <= 2048); // twice 10,000 / 20, to the next power of two
        QVERIFY(history.thinnings() > 0);
    }

    void whatHasSettledStaysUntilTheHistoryIsThinned()
    {
        RunHistory history(64, 10);
        std::vector<int> settled;
        int thinnings = 0;
        for (int update = 1; update <= 1000; ++update) {
            history.add(recordOf(update));
            if (history.thinnings() != thinnings)
                settled.clear();
            thinnings = history.thinnings();
            QVERIFY(history.settled() >= settled.size());
            for (std::size_t i = 0; i < settled.size(); ++i)
                QCOMPARE(history.records()[i].update, settled[i]);
            for (std::size_t i = settled.size(); i < history.settled(); ++i)
                settled.push_back(history.records()[i].update);
        }
    }

    void aRunThatLooksAtHeldOutDataAtEveryUpdateFitsToo()
    {
        RunHistory history(100, 10);
        for (int update = 1; update <= 3000; ++update) {
            UpdateRecord record = recordOf(update);
            record.heldOut = Outcome{1, 1};
            history.add(std::move(record));
        }
        QVERIFY(history.records().size() <= 100);
        QCOMPARE(history.records().back().update, 3000);
    }
};

QTEST_GUILESS_MAIN(RunHistoryTest)
#include "run_history_test.moc"
