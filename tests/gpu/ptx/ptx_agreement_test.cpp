// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/device_backend.h"
#include "gpu/check/agreement.h"
#include "gpu/device/cuda_device.h"
#include "tests/gpu/ptx/runtime/stand_in.h"

#include <QTest>

namespace gatescope::ptx {

using namespace trial;

class PtxAgreementTest : public QObject
{
    Q_OBJECT
private slots:
    void first()
    {
        for (const auto p : {ProductPrecision::float32, ProductPrecision::tf32, ProductPrecision::bf16}) {
            std::vector<std::unique_ptr<Backend>> backends;
            backends.push_back(std::make_unique<gpu::DeviceBackend>(
                "test", [p] { return gpu::CudaDevice::open(p); }, p));
            for (int seed = 1; seed <= (qEnvironmentVariableIsSet("SEEDS") ? qEnvironmentVariableIntValue("SEEDS") : 5); ++seed) {
                QElapsedTimer t;
                t.start();
                const auto before = standIn().executed();
                const DrawnCase drawn = drawnCase(seed, CaseSize::small, true);
                const auto found = agreementsOn(backends, drawn);
                if (!found[0])
                    qWarning() << found[0].error().english().c_str();
                for (auto &c : standIn().complaints())
                    qWarning() << c.c_str();
                if (!standIn().complaints().empty())
                    return;
                qWarning() << int(p) << seed << drawn.text().c_str() << found[0]->values << found[0]->gradients << found[0]->update
                           << t.elapsed() << "ms" << double(standIn().executed() - before) / 1e6 << "M";
            }
        }
        for (auto &[name, n] : standIn().launches())
            qWarning() << n << name.c_str();
    }
};

} // namespace gatescope::ptx

using gatescope::ptx::PtxAgreementTest;
QTEST_GUILESS_MAIN(PtxAgreementTest)
#include "ptx_agreement_test.moc"
