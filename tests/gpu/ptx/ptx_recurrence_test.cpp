// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/cuda_device.h"
#include "tests/gpu/ptx/runtime/stand_in.h"
#include "tests/gpu/recurrence_problem.h"

#include <QTest>

#include <algorithm>

namespace gatescope::ptx {

// The kernels of gpu/device/recurrence_….cu, as nvcc has compiled them, in the hands of the real CudaDevice.

namespace {

using namespace gpu;

std::shared_ptr<CudaDevice> deviceWith(ProductPrecision products, int processors = 8)
{
    standIn().processors = processors;
    auto device = CudaDevice::open(products);
    if (!device)
        qFatal("%s", device.error().english().c_str());
    return std::static_pointer_cast<CudaDevice>(*device);
}

} // namespace

class PtxRecurrenceTest : public QObject
{
    Q_OBJECT
private slots:
    void cleanup()
    {
        standIn().plant({});
        standIn().forget();
        QCOMPARE(standIn().memory.allocations(), std::size_t(0)); // all was freed
    }

    void aKernelLeavesWhatThePlainPathLeaves_data()
    {
        QTest::addColumn<int>("H");
        QTest::addColumn<int>("sequences");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("processors");
        QTest::newRow("a block") << 20 << 3 << 3 << 8;
        QTest::newRow("a block of some rounds") << 20 << 40 << 2 << 1;
        QTest::newRow("some blocks") << 72 << 5 << 3 << 8;
        QTest::newRow("some blocks, some rounds") << 136 << 18 << 1 << 5;
    }
    void aKernelLeavesWhatThePlainPathLeaves()
    {
        QFETCH(int, H);
        QFETCH(int, sequences);
        QFETCH(int, steps);
        QFETCH(int, processors);
        for (const ProductPrecision products : precisions) {
            for (const Kind &kind : kinds) {
                if (H > 100 && kind.bidirectional)
                    continue; // nothing that the others do not show
                const Problem problem{H, sequences, steps, kind};
                const auto device = deviceWith(products, processors);
                const auto plain = tried(problem, *device, NetworkPass::Way::plain);
                QVERIFY2(plain.has_value(), standIn().complaintLines().c_str());
                const auto kernel = tried(problem, *device, NetworkPass::Way::asPlanned);
                QVERIFY2(kernel.has_value(), standIn().complaintLines().c_str());
                QVERIFY(plain->isPlain && !kernel->isPlain);
                const std::string apart = farApart(*kernel, *plain, toleranceOf(products));
                QVERIFY2(apart.empty(), (kind.name + std::string(": ") + apart).c_str());
            }
        }
    }

    void everyPlanLeavesTheSame()
    {
        const Problem problem{72, 17, 2};
        std::size_t plans = 0;
        for (const ProductPrecision products : precisions) {
            const auto device = deviceWith(products, 24);
            const Left plain = passed(problem, *device, NetworkPass::Way::plain);
            for (const RecurrencePlan &plan : device->plans({RecurrentCell::gru, 72, 17})) {
                const auto kernel = tried(problem, *device, plan);
                QVERIFY2(kernel.has_value(), standIn().complaintLines().c_str());
                const std::string apart = farApart(*kernel, plain, toleranceOf(products));
                QVERIFY2(apart.empty(), (describe(plan).english() + ": " + apart).c_str());
                ++plans;
            }
        }
        QVERIFY(plans >= 12);
    }

    /// Warps that hold 8 chunks: of so many units that one step of it is enough here.
    void manyUnitsAreOneKernelToo()
    {
        for (const ProductPrecision products : precisions) {
            for (const Kind &kind : {kinds[0], kinds[4], kinds[6]}) {
                const bool isLstm = kind.cell == CellKind::lstm;
                if (isLstm && products != ProductPrecision::bf16)
                    continue; // of it there are no such warps
                const Problem problem{524, 2, 1, kind};
                const auto device = deviceWith(products, 132);
                const Left plain = passed(problem, *device, NetworkPass::Way::plain);
                const auto kernel = tried(problem, *device, NetworkPass::Way::asPlanned);
                QVERIFY2(kernel.has_value(), standIn().complaintLines().c_str());
                QVERIFY(!kernel->isPlain);
                const std::string apart = farApart(*kernel, plain, toleranceOf(products));
                QVERIFY2(apart.empty(), (kind.name + std::string(": ") + apart).c_str());
            }
        }
    }

    void everyKernelOfAllStepsHasBeenExecuted()
    {
        int kinds = 0;
        for (const auto &[function, kernel] : standIn().kernels)
            if (kernel.name.find("goThrough") != std::string::npos) {
                ++kinds;
                QVERIFY2(standIn().launches().contains(kernel.name), kernel.name.c_str());
            }
        QCOMPARE(kinds, 34);
        QVERIFY(standIn().cooperativeLaunches() > 100);
    }

    void aMistakeIsSeen_data()
    {
        QTest::addColumn<int>("H");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("instruction");
        QTest::addColumn<int>("count");
        const std::pair<int, const char *> cells[] = {{0, "GRU"}, {4, "GRU that resets before"}, {6, "LSTM"}};
        for (const int H : {24, 72})
            for (const auto &[kind, name] : cells) {
                const int phases = kind == 4 ? 2 : 1; // in a step
                const auto row = [&, name = name, kind = kind](const char *instruction, int count) {
                    QTest::addRow("%s of %d units without %s", name, H, instruction)
                        << H << kind << QString(instruction) << count;
                };
                row("bar.sync", 2 * phases);
                row("cp.async.wait_group", phases);
                row("st.shared", 3);
                if (H == 72)
                    row("st.relaxed", 2);
            }
    }
    /// Each of these instructions is needed, and the machine says what happens without it.
    void aMistakeIsSeen()
    {
        QFETCH(int, H);
        QFETCH(int, kind);
        QFETCH(QString, instruction);
        QFETCH(int, count);
        for (int nth = 0; nth < count; ++nth) {
            standIn().plant({instruction.toStdString(), nth});
            const auto device = deviceWith(ProductPrecision::tf32);
            QVERIFY(!tried({H, 9, 3, kinds[kind]}, *device, NetworkPass::Way::asPlanned));
            QCOMPARE(standIn().complaints().size(), std::size_t(1));
            const std::string said = standIn().complaintLines();
            QVERIFY2(said.find("goThrough") != std::string::npos, said.c_str());
            const bool isNamed = instruction == "st.relaxed"
                ? said.find("for ever") != std::string::npos
                : said.find("a race") != std::string::npos || said.find("nobody has written") != std::string::npos;
            QVERIFY2(isNamed, said.c_str());
            standIn().forget();
        }
    }

    /// Blocks that must run at once are refused where there is no room for all of them.
    void aGridThatIsTooLargeIsRefused()
    {
        const auto device = deviceWith(ProductPrecision::tf32, 24);
        const Problem problem{72, 17, 2};
        const auto plans = device->plans({RecurrentCell::gru, 72, 17});
        const auto large = std::ranges::find_if(plans, [](const RecurrencePlan &plan) { return plan.blocks > 2; });
        QVERIFY(large != plans.end());
        standIn().processors = 1;
        QVERIFY(!tried(problem, *device, *large));
        QCOMPARE(standIn().complaints().size(), std::size_t(0)); // CUDA says so, and nothing was executed
    }
};

} // namespace gatescope::ptx

using gatescope::ptx::PtxRecurrenceTest;
QTEST_GUILESS_MAIN(PtxRecurrenceTest)
#include "ptx_recurrence_test.moc"
