// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_device.h"
#include "tests/gpu/recurrence_problem.h"

#include <QTest>

#include <cmath>

namespace gatescope::gpu {

// All steps of a recurrence as one kernel, which this computer executes in the place of a device.

namespace {

constexpr RecurrenceLimits h200{132};
/// Processors that hold all groups at once, and so few that a group takes several rounds of 16 sequences; or of 8, for
/// want of memory that a block shares.
constexpr RecurrenceLimits devices[] = {h200, {7}, {7, 64 * 1024}};
constexpr RecurrenceLimits few{5};

struct DeviceWith : HostDevice {
    DeviceWith(ProductPrecision products, const RecurrenceLimits &limits, ThreadOrder order = ThreadOrder::firstToLast,
               const HostGrid::Mistake &mistake = {})
        : HostDevice({}, products)
    {
        setRecurrence(limits, order, mistake);
    }
};

} // namespace

class WholeRecurrenceTest : public QObject
{
    Q_OBJECT
private slots:
    void oneKernelLeavesWhatThePlainPathLeaves_data()
    {
        QTest::addColumn<int>("H");
        QTest::addColumn<int>("sequences");
        QTest::addColumn<int>("steps");
        QTest::newRow("a block") << 4 << 1 << 5;
        QTest::newRow("a block, not whole") << 20 << 17 << 4;
        QTest::newRow("two blocks or one") << 72 << 5 << 3;
        QTest::newRow("two splits") << 132 << 3 << 3;
        QTest::newRow("one step of some rounds") << 72 << 60 << 1;
        QTest::newRow("a block of some rounds") << 20 << 120 << 2;
        QTest::newRow("many blocks") << 200 << 18 << 2;
    }
    void oneKernelLeavesWhatThePlainPathLeaves()
    {
        QFETCH(int, H);
        QFETCH(int, sequences);
        QFETCH(int, steps);
        std::size_t next = std::size_t(H / 4); // so that over all shapes each kind meets each device
        for (const ProductPrecision products : precisions) {
            for (const Kind &kind : kinds) {
                const Problem problem{H, sequences, steps, kind};
                DeviceWith plainly(products, h200);
                const Left plain = passed(problem, plainly, NetworkPass::Way::plain);
                QVERIFY(plain.isPlain);
                DeviceWith device(products, devices[next++ % std::size(devices)]);
                const Left kernel = passed(problem, device, NetworkPass::Way::asPlanned);
                QVERIFY(!kernel.isPlain);
                QCOMPARE(device.recurrences(), kind.bidirectional ? 4 : 2);
                const std::string apart = farApart(kernel, plain, toleranceOf(products));
                QVERIFY2(apart.empty(), (kind.name + std::string(": ") + apart).c_str());
            }
            static_assert(std::size(kinds) % std::size(devices) == 0); // or the same meet again
            ++next;
        }
    }

    /// Threads that wrote what others read, or read what others wrote, without a meeting between would show here.
    void theOrderOfThreadsDoesNotMatter_data()
    {
        QTest::addColumn<int>("H");
        QTest::addColumn<int>("sequences");
        QTest::addColumn<int>("steps");
        QTest::newRow("two blocks or one") << 72 << 9 << 5;
        QTest::newRow("some rounds") << 136 << 40 << 2;
    }
    void theOrderOfThreadsDoesNotMatter()
    {
        QFETCH(int, H);
        QFETCH(int, sequences);
        QFETCH(int, steps);
        const bool hasRounds = sequences > 16;
        std::size_t begin = 0; // a third of the kinds in each precision, for they take long here
        for (const ProductPrecision products : precisions) {
            for (std::size_t i = begin++; i < std::size(kinds); i += 3) {
                const Problem problem{H, sequences, steps, kinds[i]};
                const RecurrenceLimits &limits = hasRounds ? few : devices[i % std::size(devices)];
                DeviceWith first(products, limits);
                const Left one = passed(problem, first, NetworkPass::Way::asPlanned);
                for (const ThreadOrder order : {ThreadOrder::lastToFirst, ThreadOrder::shuffled}) {
                    DeviceWith device(products, limits, order);
                    const Left other = passed(problem, device, NetworkPass::Way::asPlanned);
                    QVERIFY(!one.isPlain && !other.isPlain);
                    QVERIFY2(farApart(one, other, 0).empty(), kinds[i].name);
                }
            }
        }
    }

    /// The devices of these tests make of their shapes what is to be tested.
    void groupsTakeRoundsOfEightAndOfSixteen()
    {
        for (const ProductPrecision products : precisions) {
            const auto plan = recurrencePlan({RecurrentCell::gru, 136, 40}, products, few).value();
            QVERIFY(plan.rounds > 1 && plan.rows == 16 && !plan.staysInBlock());
            const auto little = recurrencePlan({RecurrentCell::gru, 200, 18, true}, products, devices[2]).value();
            QVERIFY(little.rounds > 1 && little.rows == 8);
            const auto block = recurrencePlan({RecurrentCell::gru, 20, 120}, products, devices[1]).value();
            QVERIFY(block.rounds > 1 && block.staysInBlock());
        }
    }

    /// A kernel with a mistake is seen to be wrong, here as on a device: in some order of its threads.
    void aMistakeIsSeen_data()
    {
        QTest::addColumn<int>("H");
        QTest::addColumn<HostGrid::Mistake>("mistake");
        QTest::newRow("no meeting once a message is heard") << 136 << HostGrid::Mistake{0, 2};
        QTest::newRow("no meeting once units have told the block's others") << 24 << HostGrid::Mistake{0, 2};
        QTest::newRow("no meeting once the warps have their sums") << 136 << HostGrid::Mistake{1, 2};
        QTest::newRow("no meeting once the warps of one block have their sums") << 24 << HostGrid::Mistake{1, 2};
        QTest::newRow("copies are not waited for") << 24 << HostGrid::Mistake{.forgetsCopies = true};
        QTest::newRow("messages have one slot") << 136 << HostGrid::Mistake{.hasOneSlot = true};
    }
    void aMistakeIsSeen()
    {
        QFETCH(int, H);
        QFETCH(HostGrid::Mistake, mistake);
        const Problem problem{H, 18, 4};
        DeviceWith right(ProductPrecision::tf32, h200);
        const Left expected = passed(problem, right, NetworkPass::Way::asPlanned);
        bool isSeen = false;
        for (const ThreadOrder order : {ThreadOrder::firstToLast, ThreadOrder::lastToFirst, ThreadOrder::shuffled}) {
            DeviceWith wrong(ProductPrecision::tf32, h200, order, mistake);
            const auto left = tried(problem, wrong, NetworkPass::Way::asPlanned);
            isSeen = isSeen || !left || !farApart(*left, expected, 0).empty();
        }
        QVERIFY(isSeen);
    }

    void whatIsNoNumberStaysNone()
    {
        for (const ProductPrecision products : precisions) {
            const Problem problem{72, 9, 2, kinds[0], true};
            DeviceWith plainly(products, h200), device(products, h200);
            const Left plain = passed(problem, plainly, NetworkPass::Way::plain);
            const Left kernel = passed(problem, device, NetworkPass::Way::asPlanned);
            const auto nones = [](const std::vector<float> &numbers) {
                std::vector<bool> none;
                for (const float each : numbers)
                    none.push_back(std::isnan(each));
                return none;
            };
            QVERIFY(std::ranges::count(nones(kernel.states), true) > 72);
            QCOMPARE(nones(kernel.states), nones(plain.states));
            QCOMPARE(nones(kernel.dh), nones(plain.dh));
        }
    }

    /// Not only the plan that is taken: a measurement chooses among all of them.
    void everyPlanLeavesTheSame()
    {
        const Problem problem{136, 17, 2};
        std::size_t plans = 0;
        for (const ProductPrecision products : precisions) {
            DeviceWith plainly(products, h200);
            const Left plain = passed(problem, plainly, NetworkPass::Way::plain);
            for (const RecurrencePlan &plan : recurrencePlans({RecurrentCell::gru, 136, 17}, products, h200)) {
                DeviceWith device(products, h200);
                const std::string apart = farApart(passed(problem, device, plan), plain,
                                                   products == ProductPrecision::float32 ? 2e-6 : 3e-3);
                QVERIFY2(apart.empty(), (describe(plan).english() + ": " + apart).c_str());
                ++plans;
            }
        }
        QVERIFY(plans >= 16);
    }

    /// Warps that hold 8 chunks: of so many units that one step of it is enough here.
    void manyUnitsAreOneKernelToo()
    {
        for (const ProductPrecision products : precisions) {
            const Problem problem{524, 5, 1, products == ProductPrecision::bf16 ? kinds[5] : kinds[0]};
            DeviceWith plainly(products, h200);
            DeviceWith device(products, h200);
            const Left plain = passed(problem, plainly, NetworkPass::Way::plain);
            const Left kernel = passed(problem, device, NetworkPass::Way::asPlanned);
            QVERIFY(!kernel.isPlain);
            const std::string apart = farApart(kernel, plain, products == ProductPrecision::float32 ? 2e-6 : 3e-3);
            QVERIFY2(apart.empty(), apart.c_str());
        }
    }

    void whatTheKernelCannotDoTakesThePlainPathAndSaysWhy()
    {
        const auto wayOf = [](NetworkSpec spec, PassSize size) {
            DeviceWith device(ProductPrecision::tf32, h200);
            const FlatShape flat(spec);
            const auto pass = NetworkPass::make(device, flat, size).value();
            return pass->way().english();
        };
        const NetworkSpec gru{.cell = CellKind::gru, .inputSize = 2, .hiddenSize = 8};
        NetworkSpec resetsBefore = gru, lstm = gru, odd = gru;
        resetsBefore.reset = ResetPlacement::before;
        lstm.cell = CellKind::lstm;
        odd.hiddenSize = 9;
        const PassSize size{.steps = 2, .sequences = 3, .back = PassSize::Back::parameters};
        PassSize everything = size;
        everything.back = PassSize::Back::everything;
        for (const NetworkSpec &spec : {gru, lstm})
            QCOMPARE(wayOf(spec, size),
                     std::string("All steps of a layer are one kernel: 1 × 1 blocks of 16 units, 1 × 8 sequences a "
                                 "step, exchanged within the block."));
        QVERIFY(wayOf(resetsBefore, size).ends_with("exchanged twice within the block."));
        QCOMPARE(wayOf(odd, size),
                 std::string("Each step is computed by itself. One kernel for all steps takes up to 1024 units in "
                             "multiples of 4, not 9."));
        QVERIFY(wayOf(gru, everything).ends_with("The kernel for all steps does not record every part's gradient."));
    }
};

} // namespace gatescope::gpu

using gatescope::gpu::WholeRecurrenceTest;
QTEST_GUILESS_MAIN(WholeRecurrenceTest)
#include "whole_recurrence_test.moc"
