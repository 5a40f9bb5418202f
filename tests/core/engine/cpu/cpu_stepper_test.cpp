// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_stepper.h"
#include "core/engine/reference_backend.h"
#include "tests/core/engine/random_network.h"

#include <QTest>

using namespace gatescope;

class CpuStepperTest : public QObject
{
    Q_OBJECT
private slots:
    void stepsReadAsAWholeSequenceDoes_data()
    {
        QTest::addColumn<int>("cell");
        QTest::addColumn<int>("reset");
        QTest::addColumn<int>("outputs");
        QTest::newRow("GRU") << int(CellKind::gru) << int(ResetPlacement::after) << 3;
        QTest::newRow("GRU that resets before") << int(CellKind::gru) << int(ResetPlacement::before) << 3;
        QTest::newRow("LSTM") << int(CellKind::lstm) << int(ResetPlacement::after) << 3;
        QTest::newRow("RNN without a head") << int(CellKind::rnn) << int(ResetPlacement::after) << 0;
    }

    void stepsReadAsAWholeSequenceDoes()
    {
        QFETCH(int, cell);
        QFETCH(int, reset);
        QFETCH(int, outputs);
        Shape shape;
        shape.spec.cell = CellKind(cell);
        shape.spec.reset = ResetPlacement(reset);
        shape.spec.inputSize = 5;
        shape.spec.hiddenSize = 19;
        shape.spec.layers = 2;
        shape.spec.headOutputs = outputs;
        shape.steps = 9;
        shape.lengths = {9};
        const RandomNetwork network = randomNetwork(shape, 4);
        const Parameters parameters = initialParameters(network.spec, 4);
        const auto trace = ReferenceBackend().run(network.spec, parameters, network.batch);
        QVERIFY(trace.ok());

        for (const Kernels *kernels : availableKernels()) {
            CpuStepper stepper(network.spec, parameters, *kernels);
            for (int pass = 0; pass < 2; ++pass) {
                for (int t = 0; t < shape.steps; ++t) {
                    const Eigen::VectorXf x = network.batch->x.at(t, 0).cast<float>();
                    const auto y = stepper.step({x.data(), std::size_t(x.size())});
                    const Vector expected = (outputs > 0 ? (*trace)->headOutput : (*trace)->output).at(t, 0);
                    QCOMPARE(qsizetype(y.size()), qsizetype(expected.size()));
                    for (std::size_t i = 0; i < y.size(); ++i)
                        QVERIFY2(std::abs(double(y[i]) - expected[Eigen::Index(i)]) < 2e-6,
                                 std::string(kernels->name).c_str());
                }
                stepper.reset();
            }
        }
    }
};

QTEST_APPLESS_MAIN(CpuStepperTest)
#include "cpu_stepper_test.moc"
