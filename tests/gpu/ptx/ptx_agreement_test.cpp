// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backend_module.h"
#include "gpu/check/demand.h"
#include "gpu/check/times.h"
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <QTest>

extern "C" const gatescope::BackendModule *gatescope_backend_module();

namespace gatescope::ptx {

// The module as the program opens it and gpu/check checks it, with the machine in the device's place.

namespace {

/// Of shapes that are drawn from these numbers each is executed in a few seconds.
constexpr std::uint64_t firstSeed = 7, lastSeed = 24;

std::unique_ptr<Backend> cudaBackend(ProductPrecision products)
{
    auto backend = gatescope_backend_module()->open({products});
    if (!backend)
        qFatal("%s", backend.error().english().c_str());
    return std::move(*backend);
}

} // namespace

class PtxAgreementTest : public QObject
{
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(standIn().complaintLines(), std::string());
        QCOMPARE(standIn().memory.allocations(), std::size_t(0)); // all was freed
    }

    void theModuleFindsTheDevice()
    {
        QCOMPARE(cudaBackend(ProductPrecision::float32)->description(),
                 std::string("single precision on a device of NVIDIA: a machine that reads PTX, 1 GiB"));
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
        std::vector<std::unique_ptr<Backend>> backends;
        backends.push_back(cudaBackend(*productPrecisionNamed(wanted.precision)));
        int beyond = 0;
        for (std::uint64_t seed = firstSeed; seed <= lastSeed; ++seed) {
            const trial::DrawnCase drawn = trial::drawnCase(seed, trial::CaseSize::small, true);
            const auto found = trial::agreementsOn(backends, drawn).front();
            QVERIFY2(found.ok(), standIn().complaintLines().c_str());
            beyond += wanted.isMet(*found, 1) ? 0 : 1;
            QVERIFY2(wanted.isMet(*found, wanted.roundsFactors ? 3 : 1), drawn.text().c_str());
        }
        QVERIFY(beyond <= 1);
    }

    /// What the check measures on a device can be measured: the times mean nothing here.
    void timesAreTaken()
    {
        constexpr double seconds = 1e-3;
        for (const trial::TimedLayer &layer :
             {trial::TimedLayer{CellKind::gru, 72, 3, 2}, trial::TimedLayer{CellKind::lstm, 16, 3, 2},
              trial::TimedLayer{CellKind::rnn, 16, 3, 2}}) {
            const auto own = trial::ownTimes(ProductPrecision::tf32, layer, seconds);
            QVERIFY2(own.ok(), standIn().complaintLines().c_str());
            QCOMPARE(own->size(), std::size_t(2)); // step by step, and as one kernel
        }
        const auto plans = trial::planTimes(ProductPrecision::bf16, {CellKind::gru, 24, 3, 2}, seconds);
        QVERIFY2(plans.ok(), standIn().complaintLines().c_str());
        QVERIFY(plans->size() > 1);
        const auto demo = trial::updateMilliseconds(*cudaBackend(ProductPrecision::tf32), trial::demoCase(4), seconds);
        QVERIFY2(demo.ok(), standIn().complaintLines().c_str());
    }
};

} // namespace gatescope::ptx

using gatescope::ptx::PtxAgreementTest;
QTEST_GUILESS_MAIN(PtxAgreementTest)
#include "ptx_agreement_test.moc"
