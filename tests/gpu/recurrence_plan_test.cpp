// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/recurrence/recurrence_plan.h"

#include <QTest>

namespace gatescope::gpu {

// How the steps of a recurrence are shared out among the processors of a device.

namespace {

constexpr RecurrenceLimits h200{132};
constexpr ProductPrecision precisions[] = {ProductPrecision::float32, ProductPrecision::tf32, ProductPrecision::bf16};

bool holds(const RecurrencePlan &plan, const RecurrenceShape &shape, ProductPrecision products,
           const RecurrenceLimits &limits)
{
    const int words = products == ProductPrecision::bf16 ? 1 : 2; // of half a register
    const int perUnit = shape.cell == RecurrentCell::lstm ? 4 : shape.cell == RecurrentCell::rnn ? 1 : 3;
    const int columns = 16 * plan.chunks;
    return plan.blocks * plan.blockUnits() >= shape.H && plan.splits * columns >= shape.H
        && (plan.splits - 1) * columns < shape.H && (plan.rows == 8 || plan.rows == 16)
        && plan.groups * plan.rounds * plan.rows >= shape.sequences
        // registers of a processor: a lane has half of a tile's columns, and some to work with
        && plan.threads() * (words * perUnit * 8 * plan.chunks / 2 + 60) <= 65536 && plan.threads() <= 1024
        && plan.rounds * plan.rows * plan.blockUnits() * 4 <= limits.sharedBytes
        && plan.groups * plan.blocks <= limits.processors && (plan.exchange == 0) == (plan.blocks == 1);
}

} // namespace

class RecurrencePlanTest : public QObject
{
    Q_OBJECT
private slots:
    void plansHoldAllWeightsAndAllSequences()
    {
        int plans = 0;
        for (const RecurrentCell cell :
             {RecurrentCell::gru, RecurrentCell::gruThatResetsBefore, RecurrentCell::lstm, RecurrentCell::rnn})
            for (const ProductPrecision products : precisions)
                for (int H = 4; H <= 1024; H += 4)
                    for (const int sequences : {1, 16, 17, 64, 256, 1000})
                        for (const RecurrenceLimits &limits :
                             {h200, RecurrenceLimits{108, 163 * 1024}, RecurrenceLimits{16}}) {
                            const RecurrenceShape shape{cell, H, sequences, H % 8 == 4};
                            if (const auto plan = recurrencePlan(shape, products, limits)) {
                                ++plans;
                                QVERIFY(holds(*plan, shape, products, limits));
                            }
                        }
        QVERIFY(plans > 4000);
    }

    void noOtherPlanHoldsLess()
    {
        int plans = 0;
        for (const ProductPrecision products : precisions)
            for (const int H : {4, 136, 512, 1024}) {
                const RecurrenceShape shape{RecurrentCell::gru, H, 17};
                for (const RecurrencePlan &plan : recurrencePlans(shape, products, h200)) {
                    ++plans;
                    QVERIFY(holds(plan, shape, products, h200));
                }
            }
        QVERIFY(plans > 20);
        QVERIFY(recurrencePlans({RecurrentCell::gru, 33, 1}, ProductPrecision::tf32, h200).empty());
    }

    void thePlanOfAnH200IsTheOneThatTheTableHas()
    {
        const auto planned
            = [](int H, int sequences, ProductPrecision products, RecurrentCell cell = RecurrentCell::gru) {
                  const auto plan = recurrencePlan({cell, H, sequences}, products, h200);
                  return plan ? describe(*plan).english() : plan.error().english();
              };
        QCOMPARE(planned(128, 16, ProductPrecision::bf16),
                 std::string("2 × 1 blocks of 128 units, 1 × 8 sequences a step, exchanged within the block"));
        QCOMPARE(planned(128, 16, ProductPrecision::tf32),
                 std::string("2 × 8 blocks of 16 units, 1 × 8 sequences a step, exchanged in memory"));
        QCOMPARE(planned(256, 64, ProductPrecision::tf32),
                 std::string("8 × 16 blocks of 16 units, 1 × 8 sequences a step, exchanged in memory"));
        QCOMPARE(planned(256, 256, ProductPrecision::tf32),
                 std::string("16 × 8 blocks of 32 units, 1 × 16 sequences a step, exchanged in memory"));
        QCOMPARE(planned(512, 256, ProductPrecision::tf32),
                 std::string("4 × 32 blocks of 16 units, 4 × 16 sequences a step, exchanged in memory"));
        QCOMPARE(planned(1024, 16, ProductPrecision::tf32),
                 std::string("2 × 64 blocks of 16 units, 1 × 8 sequences a step, exchanged in memory"));
        QCOMPARE(planned(1024, 64, ProductPrecision::bf16),
                 std::string("2 × 64 blocks of 16 units, 2 × 16 sequences a step, exchanged in memory"));
        QCOMPARE(planned(1024, 256, ProductPrecision::tf32),
                 std::string("256 sequences of 1024 units are multiplied as quickly step by step."));
        QCOMPARE(planned(1024, 16, ProductPrecision::tf32, RecurrentCell::lstm),
                 std::string("The weights of 1024 units do not fit into the registers of a block."));
        QCOMPARE(planned(1024, 16, ProductPrecision::float32),
                 std::string("2 × 64 blocks of 16 units, 1 × 8 sequences a step, exchanged in memory"));
        QCOMPARE(planned(256, 64, ProductPrecision::bf16, RecurrentCell::gruThatResetsBefore),
                 std::string("8 × 16 blocks of 16 units, 1 × 8 sequences a step, exchanged twice in memory"));
        QCOMPARE(planned(512, 256, ProductPrecision::float32),
                 std::string("256 sequences of 512 units are multiplied as quickly step by step."));
        QCOMPARE(planned(33, 16, ProductPrecision::tf32),
                 std::string("One kernel for all steps takes up to 1024 units in multiples of 4, not 33."));
        const auto refused = [](const RecurrenceShape &shape, const RecurrenceLimits &limits) {
            return recurrencePlan(shape, ProductPrecision::tf32, limits).error().english();
        };
        QCOMPARE(refused({RecurrentCell::gru, 1024, 16}, {60}),
                 std::string("The 64 blocks that hold the weights of 1024 units do not run on this device at once."));
        QCOMPARE(refused({RecurrentCell::lstm, 512, 128, true}, {132, 48 * 1024}),
                 std::string("What 32 sequences need does not fit into the memory that a block shares."));
    }
};

} // namespace gatescope::gpu

using gatescope::gpu::RecurrencePlanTest;
QTEST_GUILESS_MAIN(RecurrencePlanTest)
#include "recurrence_plan_test.moc"
