// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/machine/grid.h"
#include "tests/gpu/ptx/machine/read_program.h"
#include "tests/gpu/ptx/machine/tensor_core.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>
#include <set>

namespace gatescope::ptx {

namespace {

/// A kernel of which the test writes the body. It has the array `out`, whose place for this thread is in %rd1, and the
/// number of the thread in the block is in %r0.
std::string kernelOf(const std::string &body)
{
    return ".version 9.0\n.target sm_90\n.address_size 64\n"
           ".visible .entry k(\n.param .u64 out\n)\n{\n"
           ".reg .pred %p<8>;\n.reg .b16 %rs<8>;\n.reg .f32 %f<16>;\n.reg .b32 %r<32>;\n.reg .b64 %rd<16>;\n"
           ".reg .f64 %fd<8>;\n.shared .align 16 .b8 room[1024];\n"
           "ld.param.u64 %rd0, [out];\nmov.u32 %r0, %tid.x;\nmul.wide.u32 %rd1, %r0, 4;\n"
           "add.s64 %rd1, %rd0, %rd1;\n"
        + body + "ret;\n}\n";
}

struct Ran {
    std::string wrong;
    std::vector<float> out;
};

/// Runs it on an array of numbers, which has one for each thread of a block unless told otherwise.
Ran run(const std::string &body, std::vector<float> out = std::vector<float>(32), int threads = 32, int blocks = 1,
        bool isCooperative = false)
{
    const std::string text = kernelOf(body);
    const auto kernel = Program(text).kernel("k");
    if (const auto *unknown = std::get_if<std::string>(&kernel))
        return {*unknown, {}};
    Memory memory;
    const std::size_t bytes = out.size() * sizeof(float);
    void *place = memory.allocate(bytes);
    std::memcpy(place, out.data(), bytes);
    memory.find(place, bytes)->allocation->shadow.setWritten(0, bytes, true);
    Launch launch{.kernel = std::get<std::shared_ptr<const Kernel>>(kernel),
                  .blocks = blocks,
                  .threads = threads,
                  .isCooperative = isCooperative,
                  .parameters = std::vector<std::byte>(8),
                  .mostInstructions = 1'000'000};
    std::memcpy(launch.parameters.data(), &place, 8);
    const auto wrong = Grid(memory, launch, 1).run();
    std::memcpy(out.data(), place, bytes);
    return {wrong.value_or(""), std::move(out)};
}

/// What the first lane stores of a number that these instructions leave in %f0.
float result(const std::string &instructions)
{
    const Ran ran = run(instructions + "st.global.f32 [%rd1], %f0;\n");
    if (!ran.wrong.empty())
        qFatal("%s", ran.wrong.c_str());
    return ran.out[0];
}

std::uint32_t bits(const std::string &instructions)
{
    return std::bit_cast<std::uint32_t>(result(instructions + "mov.b32 %f0, %r1;\n"));
}

void compareFailure(const std::string &wrong, const char *thread, const char *instruction, const char *what)
{
    for (const char *part : {"k, block ", thread, instruction, what})
        QVERIFY2(wrong.find(part) != std::string::npos, (wrong + " does not say " + part).c_str());
}

} // namespace

class PtxMachineTest : public QObject
{
    Q_OBJECT
private slots:
    void integersLoseWhatHasNoRoom()
    {
        QCOMPARE(bits("mov.u32 %r2, -1;\nadd.s32 %r1, %r2, 3;\n"), 2u);
        QCOMPARE(bits("mov.u32 %r2, 0x10000;\nmul.lo.s32 %r1, %r2, %r2;\n"), 0u);
        QCOMPARE(bits("mov.u32 %r2, -7;\nshr.s32 %r1, %r2, 1;\n"), std::uint32_t(-4));
        QCOMPARE(bits("mov.u32 %r2, -7;\nshr.u32 %r1, %r2, 40;\n"), 0u); // at most as many as there are
        QCOMPARE(bits("mov.u32 %r2, -7;\nshr.s32 %r1, %r2, 40;\n"), ~0u);
        QCOMPARE(bits("mov.u32 %r2, -7;\ndiv.s32 %r1, %r2, 2;\n"), std::uint32_t(-3)); // towards 0
        QCOMPARE(bits("mov.u32 %r2, -7;\nrem.s32 %r1, %r2, 2;\n"), std::uint32_t(-1));
        QCOMPARE(bits("mov.u32 %r2, 5;\nmad.lo.s32 %r1, %r2, %r2, -1;\n"), 24u);
    }

    void wideNumbersTakeTwoWords()
    {
        QCOMPARE(bits("mov.u32 %r2, -3;\nmul.wide.s32 %rd2, %r2, 5;\nshr.s64 %rd2, %rd2, 1;\ncvt.u32.u64 %r1, %rd2;\n"),
                 std::uint32_t(-8));
        QCOMPARE(bits("mov.u64 %rd2, 0;\nmov.u64 %rd3, 0xABCD;\nbfi.b64 %rd2, %rd3, %rd2, 32, 8;\n"
                      "shr.u64 %rd2, %rd2, 32;\ncvt.u32.u64 %r1, %rd2;\n"),
                 0xCDu);
    }

    void floatsAreRoundedAsTheInstructionSays()
    {
        // 1 + 1.5 · 2⁻²³ lies in the middle between two floats, of which the upper one is even.
        const std::string middle = "mov.f32 %f1, 0f3F800000;\nmov.f32 %f2, 0f34400000;\n";
        QVERIFY(result(middle + "add.f32 %f0, %f1, %f2;\n") == 1 + 0x1p-22f);
        QVERIFY(result(middle + "add.rz.f32 %f0, %f1, %f2;\n") == 1 + 0x1p-23f);
        QVERIFY(result(middle + "fma.rm.f32 %f0, %f1, 0f3F800000, %f2;\n") == 1 + 0x1p-23f);
        const std::string below = "mov.f32 %f1, 0fBF800000;\nmov.f32 %f2, 0fB3000000;\n"; // −1 − 2⁻²⁵
        QVERIFY(result(below + "add.rz.f32 %f0, %f1, %f2;\n") == -1);
        QVERIFY(result(below + "fma.rm.f32 %f0, %f1, 0f3F800000, %f2;\n") == -1 - 0x1p-23f);
        QVERIFY(result("mov.f32 %f1, 0f3F800001;\nfma.rn.f32 %f0, %f1, %f1, 0fBF800000;\n") // rounded once
                == float(0x1p-22 + 0x1p-46));
    }

    void whatIsNoNumberIsTreatedAsTheManualSays()
    {
        const std::string nan = "mov.f32 %f1, 0f7FC00000;\n";
        QCOMPARE(result(nan + "cvt.sat.f32.f32 %f0, %f1;\n"), 0.0f);
        QCOMPARE(result("mov.f32 %f1, 0f40000000;\ncvt.sat.f32.f32 %f0, %f1;\n"), 1.0f);
        const std::string ifHolds = "selp.f32 %f0, 0f3F800000, 0f00000000, %p1;\n";
        QCOMPARE(result(nan + "setp.lt.f32 %p1, %f1, 0f3F800000;\n" + ifHolds), 0.0f);
        QCOMPARE(result(nan + "setp.geu.f32 %p1, %f1, 0f3F800000;\n" + ifHolds), 1.0f);
        QCOMPARE(result(nan + "setp.leu.f32 %p1, %f1, 0f3F800000;\n" + ifHolds), 1.0f);
        QCOMPARE(result(nan + "setp.num.f32 %p1, %f1, %f1;\n" + ifHolds), 0.0f);
        QCOMPARE(result("mov.f64 %fd1, 0d7FF8000000000000;\nmin.f64 %fd2, %fd1, 0d3FF0000000000000;\n"
                        "cvt.rn.f32.f64 %f0, %fd2;\n"),
                 1.0f);
        QCOMPARE(result("mov.f32 %f1, 0fC0000000;\nmov.f32 %f2, 0f40400000;\ncopysign.f32 %f0, %f1, %f2;\n"), -3.0f);
        QCOMPARE(result("mov.f32 %f1, 0f00000001;\nrcp.approx.ftz.f32 %f0, %f1;\n"), // of 0, for it is so small
                 std::numeric_limits<float>::infinity());
        QCOMPARE(result("mov.f32 %f1, 0fC3000000;\nex2.approx.ftz.f32 %f0, %f1;\n"), 0.0f); // 2⁻¹²⁸ is too small
    }

    void lanesThatPartMeetAgain()
    {
        // Each lane counts up to its own number; then all shuffle, which needs all of them.
        const Ran ran = run("mov.u32 %r1, 0;\n$again:\nsetp.ge.s32 %p1, %r1, %r0;\n@%p1 bra $done;\n"
                            "add.s32 %r1, %r1, 1;\nbra.uni $again;\n$done:\n"
                            "shfl.sync.bfly.b32 %r2|%p2, %r1, 1, 31, -1;\n"
                            "cvt.rn.f32.s32 %f0, %r2;\nst.global.f32 [%rd1], %f0;\n");
        QCOMPARE(ran.wrong, std::string());
        for (int lane = 0; lane < 32; ++lane)
            QCOMPARE(ran.out[std::size_t(lane)], float(lane ^ 1));
    }

    void aVectorIsLoadedAndStoredWhole()
    {
        const Ran ran = run("mul.wide.u32 %rd2, %r0, 16;\nmov.u32 %r9, room;\ncvt.u32.u64 %r8, %rd2;\n"
                            "add.s32 %r9, %r9, %r8;\n"
                            "st.shared.v4.u32 [%r9], {%r0, 1, 2, 3};\nld.shared.v2.u32 {%r1, %r2}, [%r9+8];\n"
                            "add.s32 %r3, %r1, %r2;\ncvt.rn.f32.s32 %f0, %r3;\nst.global.f32 [%rd1], %f0;\n");
        QCOMPARE(ran.wrong, std::string());
        QCOMPARE(ran.out[7], 5.0f);
    }

    void eachNumberOfAFragmentHasItsPlace()
    {
        const auto placesOf = [](auto place, int numbers) {
            std::set<std::pair<int, int>> places;
            for (int lane = 0; lane < 32; ++lane)
                for (int i = 0; i < numbers; ++i)
                    places.insert({place(lane, i).row, place(lane, i).column});
            return places.size();
        };
        QCOMPARE(placesOf(placeInA8, 4), std::size_t(16 * 8));
        QCOMPARE(placesOf(placeInB8, 2), std::size_t(8 * 8));
        QCOMPARE(placesOf(placeInA16, 8), std::size_t(16 * 16));
        QCOMPARE(placesOf(placeInB16, 4), std::size_t(16 * 8));
        QCOMPARE(placesOf(placeInC, 4), std::size_t(16 * 8));
    }

    void theTensorCoreAddsProductsToSums()
    {
        // A has 1 everywhere, B 2 and more bits than TF32 looks at, C the lane's number.
        const Ran ran = run("mov.u32 %r1, 0x3F800000;\nmov.u32 %r2, 0x40001FFF;\ncvt.rn.f32.s32 %f1, %r0;\n"
                            "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%f2,%f3,%f4,%f5}, "
                            "{%r1,%r1,%r1,%r1}, {%r2,%r2}, {%f1,%f1,%f1,%f1};\nst.global.f32 [%rd1], %f4;\n");
        QCOMPARE(ran.wrong, std::string());
        for (int lane = 0; lane < 32; ++lane)
            QCOMPARE(ran.out[std::size_t(lane)], 16.0f + float(lane));
        // In bf16 the lower halves are 1 and 3, the upper ones 2 and 0: (1·3 + 2·0) of 8 pairs.
        const Ran halves = run("mov.u32 %r1, 0x40003F80;\nmov.u32 %r2, 0x00004040;\nmov.f32 %f1, 0f00000000;\n"
                               "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {%f2,%f3,%f4,%f5}, "
                               "{%r1,%r1,%r1,%r1}, {%r2,%r2}, {%f1,%f1,%f1,%f1};\nst.global.f32 [%rd1], %f2;\n");
        QCOMPARE(halves.wrong, std::string());
        QCOMPARE(halves.out[0], 24.0f);
    }

    void copiesAreThereOnceTheyAreWaitedFor()
    {
        const std::string copy = "shl.b32 %r1, %r0, 2;\nmov.u32 %r2, room;\nadd.s32 %r1, %r1, %r2;\n"
                                 "cp.async.ca.shared.global [%r1], [%rd1], 4, 4;\ncp.async.commit_group;\n";
        const std::string use = "ld.shared.f32 %f0, [%r1];\nadd.f32 %f0, %f0, %f0;\nst.global.f32 [%rd1], %f0;\n";
        const Ran good = run(copy + "cp.async.wait_group 0;\n" + use, std::vector<float>(32, 4.0f));
        QCOMPARE(good.wrong, std::string());
        QCOMPARE(good.out[31], 8.0f);
        compareFailure(run(copy + "cp.async.wait_group 1;\n" + use).wrong, "thread 0", "ld.shared.f32",
                       "nobody has written");
    }

    void aStoreOutOfBoundsIsNamed()
    {
        compareFailure(run("st.global.f32 [%rd1], 0f3F800000;\n", std::vector<float>(31)).wrong, "block 0, thread 31",
                       "line 19 \"st.global.f32", "4 bytes out of bounds: 124 bytes after the beginning of 124");
        compareFailure(run("mov.u32 %r1, room;\nst.shared.u32 [%r1+1024], 1;\n").wrong, "thread 0", "st.shared.u32",
                       "out of bounds: 1024 bytes after the beginning of 1024 shared ones");
        compareFailure(run("ld.global.f32 %f0, [%rd1+2];\n").wrong, "thread 0", "ld.global.f32", "not a multiple");
        compareFailure(run("mov.u32 %r1, room;\nld.shared.u32 %r2, [%r1];\n").wrong, "thread 0", "ld.shared.u32",
                       "nobody has written");
    }

    void aRaceIsNamed()
    {
        const std::string own = "shl.b32 %r1, %r0, 2;\nmov.u32 %r2, room;\nadd.s32 %r1, %r1, %r2;\n"
                                "st.shared.u32 [%r1], %r0;\n";
        const std::string other = "xor.b32 %r3, %r1, 4;\nld.shared.u32 %r4, [%r3];\n";
        QCOMPARE(run(own + "bar.sync 0;\n" + other).wrong, std::string());
        compareFailure(run(own + other).wrong, "thread 0", "ld.shared.u32", "a race: thread 1 of block 0 writes");
        compareFailure(run(own + "bar.sync 0;\n" + other + "st.shared.u32 [%r1], 0;\n").wrong, "thread 0",
                       "st.shared.u32", "a race: thread 1 of block 0 reads");
        // In global memory: two blocks of a grid, whether they run at once or not.
        compareFailure(run("st.global.f32 [%rd1], 0f00000000;\n", std::vector<float>(32), 32, 2).wrong,
                       "block 1, thread 0", "st.global.f32", "a race: thread 0 of block 0 writes");
    }

    void aBarrierThatHalfOfThemMissIsNamed()
    {
        QCOMPARE(run("bar.sync 0;\n", std::vector<float>(64), 64).wrong, std::string());
        compareFailure(run("setp.ge.s32 %p1, %r0, 16;\n@%p1 bra $end;\nbar.sync 0;\n$end:\n").wrong, "thread 0",
                       "bar.sync", "only 16 of 32 threads of a warp");
        compareFailure(
            run("setp.ge.s32 %p1, %r0, 32;\n@%p1 bra $end;\nbar.sync 0;\n$end:\n", std::vector<float>(64), 64).wrong,
            "thread 0", "bar.sync", "only 1 of 2 warps");
    }

    void whatNeverEndsIsNamed()
    {
        const std::string await = "$again:\nld.relaxed.gpu.global.u32 %r1, [%rd0];\nsetp.eq.s32 %p1, %r1, 0;\n"
                                  "@%p1 bra $again;\n";
        compareFailure(run(await).wrong, "thread 0", "bra $again", "waits for ever for what nobody writes");
        compareFailure(run("$again:\nbra.uni $again;\n").wrong, "thread 0", "bra.uni", "does not come to an end");
        // Block 1 writes what block 0 awaits: well if both run at once, else for ever.
        const std::string two = "mov.u32 %r3, %ctaid.x;\nsetp.eq.s32 %p2, %r3, 1;\n@%p2 bra $writes;\n" + await
            + "ret;\n$writes:\nsetp.ne.s32 %p3, %r0, 0;\n@%p3 ret;\nst.relaxed.gpu.global.u32 [%rd0], 1;\n";
        QCOMPARE(run(two, std::vector<float>(32), 32, 2, true).wrong, std::string());
        compareFailure(run(two, std::vector<float>(32), 32, 2).wrong, "block 0, thread 0", "bra $again", "for ever");
        // A lane that waits for one of its own warp, further ahead, gets what it waits for.
        QCOMPARE(run("setp.eq.s32 %p2, %r0, 31;\n@%p2 bra $writes;\n" + await
                     + "ret;\n$writes:\nst.relaxed.gpu.global.u32 [%rd0], 1;\n")
                     .wrong,
                 std::string());
    }

    void aTrapIsNamed() { compareFailure(run("trap;\n").wrong, "thread 0", "trap", "the kernel gives up"); }

    void whatTheMachineDoesNotKnowIsNamed()
    {
        QCOMPARE(run("sin.approx.f32 %f0, %f1;\n").wrong,
                 std::string("k, line 19: this machine does not know sin.approx.f32"));
        QCOMPARE(run("add.s32 %r1, %r2, %rd1;\n").wrong, std::string("k, line 19: this machine does not know add.s32"));
    }
};

} // namespace gatescope::ptx

using gatescope::ptx::PtxMachineTest;
QTEST_GUILESS_MAIN(PtxMachineTest)
#include "ptx_machine_test.moc"
