// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/engine/reference_backend.h"
#include "core/io/model_file.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

/// What a network's safetensors file says must be what PyTorch would compute from it, or it is not written.
class ModelWritingTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private slots:
    void whatIsWrittenIsRead()
    {
        const NetworkSpec spec{CellKind::gru,        3, 4,    2, true, true, ResetPlacement::after,
                               UpdateMeaning::keeps, 5, true, 7};
        const Parameters parameters = initialParameters(spec, 1);
        QVERIFY(writeModelFile(path("f64"), spec, parameters).ok());
        const Result<ImportedModel> model = importModel(readModelFile(path("f64")).value());
        QVERIFY2(model.ok(), model ? "" : model.error().english().c_str());
        QVERIFY(model->spec == spec);
        QVERIFY(model->parameters == parameters);
        QCOMPARE(model->headName, std::string("head."));
        QCOMPARE(model->embeddingName, std::string("embedding."));
    }

    void anImportedFileIsWrittenWithTheSameBytesPerTensor()
    {
        const NetworkSpec spec{CellKind::lstm, 3, 4, 2, true};
        for (const StoredType type : {StoredType::f64, StoredType::f32, StoredType::f16, StoredType::bf16}) {
            QVERIFY(writeModelFile(path("first"), spec, initialParameters(spec, 2), type).ok());
            const auto first = readModelFile(path("first")).value();
            QCOMPARE(first.modules[0].dtype, std::string(dtypeName(type)));
            QVERIFY(writeModelFile(path("second"), spec, importModel(first)->parameters, type).ok());
            QCOMPARE(readFile(path("second"), 1 << 20).value(), readFile(path("first"), 1 << 20).value());
        }
    }

    void anUpdateGateThatOverwritesIsWrittenAsPyTorchReadsIt()
    {
        for (const bool bias : {true, false}) {
            const NetworkSpec spec{
                CellKind::gru, 3, 4, 2, true, bias, ResetPlacement::after, UpdateMeaning::overwrites};
            const Parameters parameters = initialParameters(spec, 3);
            QVERIFY(writeModelFile(path("turned"), spec, parameters).ok());
            const ImportedModel model = importModel(readModelFile(path("turned")).value()).value();
            QVERIFY(model.spec.update == UpdateMeaning::keeps);

            TimeArray x(3, 2, 3);
            for (int t = 0; t < 3; ++t)
                x.set(t, t % 2, t, 1);
            const auto batch = std::make_shared<const Batch>(fullLengthBatch(x));
            const auto own = ReferenceBackend().run(spec, parameters, batch).value();
            const auto pytorch = ReferenceBackend().run(model.spec, model.parameters, batch).value();
            for (int t = 0; t < 3; ++t)
                QVERIFY((own->output.step(t) - pytorch->output.step(t)).cwiseAbs().maxCoeff() < 1e-15);
        }
    }

    void whatTorchDoesNotHaveIsNotWrittenAsIfItHad()
    {
        const auto refusal = [&](const NetworkSpec &spec) {
            const Result<void> written = writeModelFile(path("options"), spec, initialParameters(spec, 4));
            return written ? std::string() : written.error().english();
        };
        NetworkSpec spec{CellKind::gru, 3, 4};
        spec.stateActivation = StateActivation::relu;
        QVERIFY(
            refusal(spec).find("torch.nn.GRU has no relu and would compute something else from this file: save it as "
                               ".gatescope.")
            != std::string::npos);
        spec.cell = CellKind::rnn; // nonlinearity='relu'
        QCOMPARE(refusal(spec), std::string());
        const ImportedModel rectified = importModel(readModelFile(path("options")).value()).value();
        QVERIFY(rectified.spec == spec); // the file says so itself
        spec.headOutputs = 2;
        spec.headReads = HeadReads::attention;
        QVERIFY(refusal(spec).find("torch.nn.RNN has no attention") != std::string::npos);
        NetworkSpec norm{CellKind::gru, 3, 4};
        norm.layerNorm = true;
        QVERIFY(refusal(norm).find("torch.nn.GRU has no layer normalisation") != std::string::npos);
    }

    void aResetBeforeTheProductIsNotWrittenAsIfPyTorchHadIt()
    {
        const NetworkSpec spec{CellKind::gru, 3, 4, 1, false, true, ResetPlacement::before};
        const Result<void> written = writeModelFile(path("before"), spec, initialParameters(spec, 4));
        QVERIFY(!written);
        QVERIFY(written.error().english().find("torch.nn.GRU has its reset after") != std::string::npos);
        QVERIFY(!std::filesystem::exists(path("before")));

        Parameters alone = zeroParameters(spec); // with U_n = 0 both places of the reset are the same
        alone.layers[0].bRec[8] = 0.5;
        QVERIFY(writeModelFile(path("before"), spec, alone).ok());
        const ImportedModel moved = importModel(readModelFile(path("before")).value()).value();
        QCOMPARE(moved.parameters.layers[0].bIn[8], 0.5);
        QCOMPARE(moved.parameters.layers[0].bRec[8], 0.0);
    }

    void aNumberThatOverflowsTheTypeIsRefused()
    {
        const NetworkSpec small{CellKind::gru, 3, 4};
        Parameters parameters = zeroParameters(small);
        parameters.layers[0].U(2, 1) = 70000;
        const Result<void> written = writeModelFile(path("half"), small, parameters, StoredType::f16);
        QVERIFY(!written);
        QVERIFY2(written.error().english().find("weight_hh_l0[2, 1] is 70000") != std::string::npos,
                 written.error().english().c_str());
        QVERIFY(writeModelFile(path("half"), small, parameters, StoredType::bf16).ok());
    }
};

QTEST_GUILESS_MAIN(ModelWritingTest)
#include "model_writing_test.moc"
