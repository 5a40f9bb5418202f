// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/cublas.h"

#include <QTest>

namespace gatescope::gpu {

class CublasTest : public QObject
{
    Q_OBJECT
private slots:
    void aLibraryThatIsMissingIsASentence()
    {
        const auto loaded = loadCublas("libabacus.so.13");
        QVERIFY(!loaded);
        const QString refusal = QString::fromStdString(loaded.error().english());
        QVERIFY2(refusal.startsWith("A library of the CUDA toolkit is missing: libabacus.so.13"), qPrintable(refusal));
        QVERIFY2(refusal.endsWith("Install cuBLAS of CUDA 13."), qPrintable(refusal));
    }

    void aLibraryThatLacksAFunctionIsASentence()
    {
        const auto loaded = loadCublas("libm.so.6");
        QVERIFY(!loaded);
        const QString refusal = QString::fromStdString(loaded.error().english());
        QVERIFY2(refusal.startsWith("libm.so.6 has no function cublas"), qPrintable(refusal));
    }
};

} // namespace gatescope::gpu

using gatescope::gpu::CublasTest;
QTEST_GUILESS_MAIN(CublasTest)
#include "cublas_test.moc"
