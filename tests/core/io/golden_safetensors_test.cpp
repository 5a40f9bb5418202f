// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/engine/reference_backend.h"
#include "core/io/model_file.h"
#include "core/io/safetensors.h"
#include "core/io/trace_json.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace gatescope;
namespace fs = std::filesystem;

namespace {

const fs::path folder = GATESCOPE_SOURCE_DIR "/tests/golden/safetensors";

/// The module that NAME.expected.json was made from, where a file has several.
ImportOptions optionsFor(const std::string &name)
{
    return name == "two_modules" ? ImportOptions{.layerPrefix = "decoder.gru"} : ImportOptions{};
}

Json readJson(const fs::path &path)
{
    return parseJson(readFile(path, 16 << 20).value()).value();
}

/// The largest difference between the numbers of two documents; everything in `expected` must be in
/// `computed`. Infinite where texts, keys or sizes differ, which `place` then names.
double difference(const Json &computed, const Json &expected, const std::string &at, std::string &place)
{
    if (expected.is_number() && computed.is_number())
        return std::abs(computed.get<double>() - expected.get<double>());
    double largest = 0;
    bool fits = computed.type() == expected.type();
    if (fits && expected.is_array()) {
        fits = computed.size() == expected.size();
        for (std::size_t i = 0; fits && i < expected.size(); ++i)
            largest
                = std::max(largest, difference(computed[i], expected[i], at + "[" + std::to_string(i) + "]", place));
    } else if (fits && expected.is_object()) {
        for (const auto &[key, value] : expected.items())
            largest = std::max(
                largest, difference(computed.contains(key) ? computed[key] : Json(), value, at + "." + key, place));
    } else {
        fits = computed == expected;
    }
    if (!fits)
        place = at;
    return fits ? largest : HUGE_VAL;
}

} // namespace

class GoldenSafetensorsTest : public QObject
{
    Q_OBJECT

private:
    void addFiles()
    {
        QTest::addColumn<std::string>("name");
        for (const auto &entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".safetensors")
                QTest::newRow(entry.path().stem().c_str()) << entry.path().stem().string();
        }
    }

private slots:
    void theFilesAreThere()
    {
        for (const char *name : {"gru_f64", "gru_f32", "gru_f16", "gru_bf16", "lstm", "rnn", "prefixed", "classifier",
                                 "two_modules", "with_counter"})
            QVERIFY2(fs::exists(folder / (std::string(name) + ".safetensors")), name);
    }

    void aFileOfPyTorchGivesTheExpectedTrace_data() { addFiles(); }
    void aFileOfPyTorchGivesTheExpectedTrace()
    {
        QFETCH(std::string, name);
        if (!fs::exists(folder / (name + ".expected.json")))
            QSKIP("no expected trace");
        const Result<ModelInventory> inventory = readModelFile(folder / (name + ".safetensors"));
        QVERIFY2(inventory.ok(), inventory ? "" : inventory.error().english().c_str());
        const Result<ImportedModel> model = importModel(*inventory, optionsFor(name));
        QVERIFY2(model.ok(), model ? "" : model.error().english().c_str());

        NetworkSpec spec = model->spec; // the verb's answer is about the recurrent layers
        Parameters parameters = model->parameters;
        spec.headOutputs = spec.embeddingRows = 0;
        parameters.head.reset();
        parameters.embedding.reset();
        const Result<TraceInput> input = readTraceInput(readJson(folder / (name + ".input.json")), spec);
        QVERIFY2(input.ok(), input ? "" : input.error().english().c_str());

        const ReferenceBackend backend;
        const auto trace = backend.run(spec, parameters, std::make_shared<const Batch>(input->batch));
        QVERIFY2(trace.ok(), trace ? "" : trace.error().english().c_str());
        const auto gradients = backend.backpropagate(parameters, **trace, input->upstream);
        QVERIFY2(gradients.ok(), gradients ? "" : gradients.error().english().c_str());

        const Json computed = parseJson(writeJson(traceToJson(**trace, gradients->get()))).value();
        std::string place = name;
        const double found = difference(computed, readJson(folder / (name + ".expected.json")), name, place);
        QVERIFY2(found < 1e-12, (place + ": " + std::to_string(found)).c_str());
    }

    void aFileOfPyTorchIsWrittenWithTheSameBytesPerTensor_data() { addFiles(); }
    void aFileOfPyTorchIsWrittenWithTheSameBytesPerTensor()
    {
        QFETCH(std::string, name);
        const ModelInventory inventory = readModelFile(folder / (name + ".safetensors")).value();
        const ImportedModel model = importModel(inventory, optionsFor(name)).value();
        const StoredType type = storedTypeNamed(inventory.modules[0].dtype).value();
        QTemporaryDir temporary;
        const fs::path copy = fs::path(temporary.path().toStdString()) / "copy.safetensors";
        QVERIFY(writeModelFile(copy, model.spec, model.parameters, type).ok());

        const ModelInventory read = readModelFile(copy).value();
        QVERIFY(importModel(read)->parameters == model.parameters);
        for (const Tensor &tensor : read.tensors) {
            const std::string source = tensor.name.starts_with("head.") ? model.headName + tensor.name.substr(5)
                : tensor.name.starts_with("embedding.")                 ? model.embeddingName + tensor.name.substr(10)
                                                                        : model.prefix + tensor.name;
            const auto original = std::ranges::find(inventory.tensors, source, &Tensor::name);
            QVERIFY2(original != inventory.tensors.end(), source.c_str());
            QCOMPARE(tensor.dtype, original->dtype);
            QVERIFY(tensor.shape == original->shape);
            QCOMPARE(encodeValues(type, tensor.values), encodeValues(type, original->values));
        }
    }

    void whatTheFilesHoldIsFound()
    {
        const ImportedModel classifier = importModel(readModelFile(folder / "classifier.safetensors").value()).value();
        QVERIFY((classifier.spec
                 == NetworkSpec{CellKind::gru, 4, 3, 2, true, true, ResetPlacement::after, UpdateMeaning::keeps, 2,
                                true, 10}));
        QCOMPARE(classifier.prefix, std::string("gru."));
        QCOMPARE(classifier.headName, std::string("fc."));
        QCOMPARE(classifier.embeddingName, std::string("embedding."));
        QVERIFY((classifier.unused == std::vector<std::string>{"class_weights F32 [2]"}));

        const ImportedModel counted = importModel(readModelFile(folder / "with_counter.safetensors").value()).value();
        QVERIFY((counted.unused == std::vector<std::string>{"norm.num_batches_tracked I64 []"}));
        QCOMPARE(importModel(readModelFile(folder / "prefixed.safetensors").value())->prefix,
                 std::string("encoder.gru."));
        const Result<ImportedModel> two = importModel(readModelFile(folder / "two_modules.safetensors").value());
        QVERIFY(!two);
        QVERIFY(two.error().english().find("decoder.gru, encoder.gru") != std::string::npos);
    }

    void everyPrefixOfAFileIsRefused_data() { addFiles(); }
    void everyPrefixOfAFileIsRefused()
    {
        QFETCH(std::string, name);
        const std::string bytes = readFile(folder / (name + ".safetensors"), 1 << 20).value();
        QVERIFY(readSafetensors(bytes).ok());
        for (std::size_t length = 0; length < bytes.size(); ++length)
            QVERIFY2(!readSafetensors(std::string_view(bytes).substr(0, length)), std::to_string(length).c_str());
    }
};

QTEST_GUILESS_MAIN(GoldenSafetensorsTest)
#include "golden_safetensors_test.moc"
