// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/kept_networks.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

/// A network that says after which update it was kept.
std::shared_ptr<const Parameters> marked(int update, int units = 2)
{
    NetworkSpec spec;
    spec.hiddenSize = units;
    Parameters parameters = zeroParameters(spec);
    parameters.layers[0].W(0, 0) = update;
    return std::make_shared<const Parameters>(std::move(parameters));
}

bool isWhatItSays(const KeptNetwork &kept)
{
    return kept.parameters->layers[0].W(0, 0) == kept.update;
}

} // namespace

class KeptNetworksTest : public QObject
{
    Q_OBJECT
private slots:
    void aShortRunIsKeptWhole()
    {
        KeptNetworks kept(8);
        QVERIFY(!kept.nearest(3));
        for (int update = 0; update < 8; ++update)
            kept.add(update, marked(update));
        QCOMPARE(kept.all().size(), std::size_t(8));
        QCOMPARE(kept.spacing(), 1);
        for (int update = 0; update < 8; ++update)
            QCOMPARE(kept.nearest(update)->update, update);
    }

    void aLongRunIsCoveredFromEndToEndByFewNetworks()
    {
        KeptNetworks kept;
        for (int update = 0; update <= 10'000; ++update) {
            kept.add(update, marked(update));
            QVERIFY(kept.all().size() <= 64);
            QCOMPARE(kept.all().front().update, 0);
            QCOMPARE(kept.all().back().update, update);
        }
        QVERIFY(kept.all().size() >= 32);
        QCOMPARE(kept.spacing(), 256); // the next power of two over 10,000 / 63
        for (std::size_t i = 0; i + 1 < kept.all().size(); ++i) {
            QVERIFY(isWhatItSays(kept.all()[i]));
            QVERIFY(kept.all()[i + 1].update - kept.all()[i].update <= 256);
        }
        for (const int update : {0, 1, 127, 129, 4'321, 9'999, 10'000, 20'000}) {
            const KeptNetwork *nearest = kept.nearest(update);
            for (const KeptNetwork &each : kept.all())
                QVERIFY(std::abs(nearest->update - update) <= std::abs(each.update - update));
        }
    }

    void snapshotsMayComeAtAnyUpdates()
    {
        KeptNetworks kept(16);
        int update = 0;
        for (int i = 0; i < 500; ++i) {
            kept.add(update, marked(update));
            update += 1 + i * i % 37;
        }
        QVERIFY(kept.all().size() <= 16);
        for (std::size_t i = 0; i + 2 < kept.all().size(); ++i)
            QVERIFY(kept.all()[i + 1].update - kept.all()[i].update >= kept.spacing());
        QVERIFY(std::ranges::all_of(kept.all(), isWhatItSays));
    }

    void largeNetworksAreKeptInFewerPlaces()
    {
        constexpr std::size_t bytes = 1'000'000;
        KeptNetworks kept(64, bytes);
        for (int update = 0; update < 300; ++update) {
            kept.add(update, marked(update, 64)); // 12,864 numbers of 8 bytes
            QVERIFY(kept.bytes() <= bytes);
        }
        QVERIFY(kept.all().size() >= 4);
        KeptNetworks two(64, 1);
        for (int update = 0; update < 50; ++update)
            two.add(update, marked(update, 64));
        QCOMPARE(two.all().size(), std::size_t(2));
        QCOMPARE(two.all().front().update, 0);
        QCOMPARE(two.all().back().update, 49);
    }
};

QTEST_GUILESS_MAIN(KeptNetworksTest)
#include "kept_networks_test.moc"
