// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_grid.h"

#include <QTest>

#include <array>

namespace gatescope::gpu {

// The grid that stands in for a device has to be as unkind as one.

class HostGridTest : public QObject
{
    Q_OBJECT
private slots:
    /// A device may show it earlier, or may not: so no kernel can count on it.
    void whatABlockWritesOthersSeeWhenTheKernelIsOver()
    {
        for (const ThreadOrder order : {ThreadOrder::firstToLast, ThreadOrder::lastToFirst}) {
            std::array<float, 3> memory{-1, -1, -1};
            alignas(16) std::array<std::uint32_t, 4> words{};
            HostGrid grid(2, 32, 0, order, {});
            const bool isOver = grid.run(
                [&](const HostGrid::Thread &thread) {
                    if (thread.number() != 0)
                        return;
                    if (thread.block() == 0) {
                        memory[0] = 5;
                        thread.publish(words.data(), 1);
                        memory[1] = memory[0];
                        return;
                    }
                    std::uint32_t seen[4] = {};
                    for (unsigned attempts = 1; seen[0] != 1; ++attempts) {
                        thread.awaitOthers(attempts);
                        thread.read(words.data(), seen);
                    }
                    memory[2] = memory[0];
                },
                {memory});
            QVERIFY(isOver);
            QCOMPARE(memory, (std::array<float, 3>{5, 5, -1}));
        }
    }

    void blocksThatWaitForEachOtherForEverAreNoticed()
    {
        alignas(16) std::array<std::uint32_t, 4> words{};
        HostGrid grid(2, 32, 0, ThreadOrder::shuffled, {});
        QVERIFY(!grid.run(
            [&](const HostGrid::Thread &thread) {
                std::uint32_t seen[4] = {};
                for (unsigned attempts = 1; seen[0] != 1; ++attempts) {
                    thread.awaitOthers(attempts);
                    thread.read(words.data(), seen);
                }
            },
            {}));
    }
};

} // namespace gatescope::gpu

using gatescope::gpu::HostGridTest;
QTEST_APPLESS_MAIN(HostGridTest)
#include "host_grid_test.moc"
