// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/device_backend.h"
#include "gpu/check/demand.h"
#include "gpu/device/cuda_device.h"
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <QTest>

namespace gatescope::ptx {

// The check of gpu/check on small random shapes, with the machine in the device's place.

namespace {

/// Of shapes that are drawn from these numbers each is executed in a few seconds.
constexpr std::uint64_t firstSeed = 7, lastSeed = 24;

std::vector<std::unique_ptr<Backend>> cudaBackend(ProductPrecision products)
{
    std::vector<std::unique_ptr<Backend>> backends;
    backends.push_back(std::make_unique<gpu::DeviceBackend>(
        "a test", [products] { return gpu::CudaDevice::open(products); }, products));
    return backends;
}

} // namespace

class PtxAgreementTest : public QObject
{
    Q_OBJECT
private slots:
    void theDeviceIsFound()
    {
        const auto found = gpu::findCudaDevice();
        QVERIFY(found.ok());
        QCOMPARE(*found, std::string("a machine that reads PTX, 1 GiB"));
    }

    void randomShapesAgreeWithTheReference_data()
    {
        QTest::addColumn<int>("demand");
        for (std::size_t i = 0; i < trial::demands.size(); ++i)
            QTest::newRow(trial::demands[i].precision.data()) << int(i);
    }
    void randomShapesAgreeWithTheReference()
    {
        QFETCH(int, demand);
        const trial::Demand &wanted = trial::demands[std::size_t(demand)];
        const auto backend = cudaBackend(*productPrecisionNamed(wanted.precision));
        int beyond = 0;
        for (std::uint64_t seed = firstSeed; seed <= lastSeed; ++seed) {
            const trial::DrawnCase drawn = trial::drawnCase(seed, trial::CaseSize::small, true);
            const auto found = trial::agreementsOn(backend, drawn).front();
            for (const std::string &complaint : standIn().complaints())
                QFAIL((drawn.text() + ": " + complaint).c_str());
            QVERIFY2(found.ok(), found ? "" : found.error().english().c_str());
            beyond += wanted.isMet(*found, 1) ? 0 : 1;
            QVERIFY2(wanted.isMet(*found, wanted.roundsFactors ? 3 : 1), drawn.text().c_str());
        }
        QVERIFY(beyond <= 1);
        QCOMPARE(standIn().memory.allocations(), std::size_t(0));
    }
};

} // namespace gatescope::ptx

using gatescope::ptx::PtxAgreementTest;
QTEST_GUILESS_MAIN(PtxAgreementTest)
#include "ptx_agreement_test.moc"
