// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/conversion.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/engine/reference_backend.h"
#include "core/io/json_numbers.h"

#include <QDirIterator>
#include <QTest>

using namespace gatescope;

namespace {

Matrix matrix(const Json &json)
{
    if (json[0].is_array())
        return toMatrix(readNumbers("", json, {anySize, anySize}).value());
    return toMatrix(readNumbers("", json, {anySize}).value()).transpose();
}

/// [batch][time][unit] as the engine has it, [time, batch, unit].
TimeArray timeArray(const Json &json)
{
    const Tensor tensor = readNumbers("", json, {anySize, anySize, anySize}).value();
    TimeArray array(int(tensor.shape[1]), int(tensor.shape[0]), int(tensor.shape[2]));
    std::size_t i = 0;
    for (int n = 0; n < array.batch(); ++n)
        for (int t = 0; t < array.steps(); ++t)
            for (int unit = 0; unit < array.units(); ++unit)
                array.set(t, n, unit, tensor.values[i++]);
    return array;
}

/// One layer of Keras' weights or gradients; names begin with `prefix`.
KerasLayer kerasLayer(const Json &json, const std::string &prefix)
{
    KerasLayer layer{matrix(json[prefix + "kernel"]), matrix(json[prefix + "recurrent_kernel"]), {}};
    if (json.contains(prefix + "bias"))
        layer.bias = matrix(json[prefix + "bias"]);
    return layer;
}

double difference(const TimeArray &one, const TimeArray &other)
{
    double largest = 0;
    for (int t = 0; t < one.steps(); ++t)
        largest = std::max(largest, (one.step(t) - other.step(t)).cwiseAbs().maxCoeff());
    return largest;
}

/// Relative to the largest element.
double difference(const Matrix &one, const Matrix &other)
{
    return (one - other).cwiseAbs().maxCoeff() / std::max(1.0, other.cwiseAbs().maxCoeff());
}

} // namespace

class KerasGoldenTest : public QObject
{
    Q_OBJECT

private slots:
    void importedLayerComputesWhatKerasComputes_data();
    void importedLayerComputesWhatKerasComputes();
};

void KerasGoldenTest::importedLayerComputesWhatKerasComputes_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(GATESCOPE_SOURCE_DIR "/tests/golden/keras", {"*.json"});
    while (files.hasNext()) {
        files.next();
        QTest::newRow(qPrintable(files.fileName())) << files.filePath();
    }
}

void KerasGoldenTest::importedLayerComputesWhatKerasComputes()
{
    QFETCH(QString, path);
    const Json json = parseJson(readFile(path.toStdString(), 1 << 20).value()).value();
    const Json &keras = json["keras"];
    const double tolerance = keras["dtype"] == "float64" ? 1e-12 : 1e-5;

    NetworkSpec spec;
    spec.hiddenSize = keras["units"];
    spec.bidirectional = keras["bidirectional"];
    spec.bias = keras["use_bias"];
    spec.reset = keras["reset_after"] ? ResetPlacement::after : ResetPlacement::before;
    Parameters parameters;
    parameters.layers.push_back(fromKeras(kerasLayer(json["weights"], ""), spec.reset).value());
    if (spec.bidirectional)
        parameters.layers.push_back(fromKeras(kerasLayer(json["weights"], "backward_"), spec.reset).value());
    spec.inputSize = int(parameters.layers[0].W.cols());
    Batch batch = fullLengthBatch(timeArray(json["x"]));
    if (json.contains("h0"))
        batch.h0 = {matrix(json["h0"])};

    const ReferenceBackend backend;
    const auto run = backend.run(spec, parameters, std::make_shared<const Batch>(batch));
    QVERIFY2(run.ok(), run.ok() ? "" : run.error().english().c_str());
    const auto trace = *run;
    Upstream ones;
    ones.output = TimeArray(batch.steps(), batch.sequences(), spec.outputSize());
    for (int t = 0; t < batch.steps(); ++t)
        ones.output.step(t).setOnes();
    const auto gradients = backend.backpropagate(parameters, *trace, ones).value();

    QVERIFY(difference(trace->output, timeArray(json["output"])) < tolerance);
    for (std::size_t i = 0; i < trace->hN.size(); ++i)
        QVERIFY(difference(trace->hN[i], matrix(json["h_n"][i])) < tolerance);
    QVERIFY(difference(gradients->x, timeArray(json["grad_x"])) < 10 * tolerance);
    for (std::size_t i = 0; i < parameters.layers.size(); ++i) {
        // A gradient has the places of what it is a gradient of. With reset before, both biases have
        // the gradient of Keras' single one, so one of them is enough.
        LayerParameters gradient = gradients->parameters.layers[i];
        if (spec.reset == ResetPlacement::before)
            gradient.bRec.setZero();
        const KerasLayer ours = toKeras(gradient, spec.reset);
        const KerasLayer theirs = kerasLayer(json, i == 0 ? "grad_" : "grad_backward_");
        QVERIFY(difference(ours.kernel, theirs.kernel) < 10 * tolerance);
        QVERIFY(difference(ours.recurrentKernel, theirs.recurrentKernel) < 10 * tolerance);
        if (spec.bias)
            QVERIFY(difference(ours.bias, theirs.bias) < 10 * tolerance);
    }
}

QTEST_GUILESS_MAIN(KerasGoldenTest)
#include "keras_golden_test.moc"
