// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/cuda_device.h"
#include "tests/gpu/ptx/runtime/stand_in.h"
#include "tests/gpu/recurrence_problem.h"

#include <QTest>

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

std::string complaints()
{
    std::string all;
    for (const std::string &each : standIn().complaints())
        all += each + "\n";
    return all;
}

/// Whether something of a kernel of all steps was executed, by what its name has in it.
int launched(const std::string &part)
{
    int count = 0;
    for (const auto &[name, times] : standIn().launches())
        count += name.find("goThrough") != std::string::npos && name.find(part) != std::string::npos ? times : 0;
    return count;
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
                QVERIFY2(plain.has_value(), complaints().c_str());
                const auto kernel = tried(problem, *device, NetworkPass::Way::asPlanned);
                QVERIFY2(kernel.has_value(), complaints().c_str());
                QVERIFY(plain->isPlain && !kernel->isPlain);
                const std::string apart = farApart(*kernel, *plain, toleranceOf(products));
                QVERIFY2(apart.empty(), (kind.name + std::string(": ") + apart).c_str());
            }
        }
    }

    void probe()
    {
        for (const ProductPrecision products : {ProductPrecision::tf32, ProductPrecision::float32}) {
            for (const Kind &kind : {kinds[0], kinds[3], kinds[6], kinds[8]}) {
                for (const int H : {24, 72}) {
                    const Problem problem{H, 9, 3, kind};
                    for (const char *what :
                         {"bar.sync", "cp.async.wait_group", "cp.async.ca", "st.relaxed", "st.shared"}) {
                        std::string row;
                        for (int nth = 0; nth < 6; ++nth) {
                            standIn().plant({what, nth});
                            const auto device = deviceWith(products);
                            const auto left = tried(problem, *device, NetworkPass::Way::asPlanned);
                            row += left ? " -" : " " + complaints().substr(complaints().find("\": ") + 3, 60);
                            standIn().forget();
                        }
                        qWarning() << int(products) << kind.name << H << what << row.c_str();
                    }
                }
            }
        }
    }
};

} // namespace gatescope::ptx

using gatescope::ptx::PtxRecurrenceTest;
QTEST_GUILESS_MAIN(PtxRecurrenceTest)
#include "ptx_recurrence_test.moc"
