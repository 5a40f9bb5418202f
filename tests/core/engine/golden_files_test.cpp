// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "golden_file.h"

#include <QTest>

using namespace gatescope;

namespace {

constexpr double tolerance = 1e-12;

void compareNumbers(double difference, const std::string &what)
{
    QVERIFY2(difference <= tolerance, qPrintable(QString("%1 is off by %2").arg(what.c_str()).arg(difference)));
}

/// Every part of every layer and direction; `expected` is the "steps" of a golden file.
void compareSteps(const NetworkSpec &spec, const std::vector<LayerTrace> &layers, const nlohmann::json &expected)
{
    QCOMPARE(expected.size(), layers.size());
    for (const nlohmann::json &steps : expected) {
        const Direction direction = steps.at("direction") == "forward" ? Direction::forward : Direction::backward;
        const LayerTrace &layer = layers.at(std::size_t(spec.layerIndex(steps.at("layer"), direction)));
        for (const Part part : describe(spec.cell).recorded) {
            const std::string key(describe(part).key);
            compareNumbers(difference(layer[part], steps.at(key)), key + " of layer " + steps.at("layer").dump());
        }
    }
}

} // namespace

/// The reference backend computes what PyTorch computed (tests/golden/pytorch), and what a few lines
/// of Python computed for the conventions that PyTorch does not have (tests/golden/conventions), and for other
/// activations and layer normalisation (tests/golden/options), held against PyTorch's and Keras' layers there.
class GoldenFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void thereAreEnoughFilesToCompareWith()
    {
        QVERIFY2(goldenFiles("pytorch").size() >= 40, "tests/golden/pytorch should hold at least 40 files");
        QVERIFY2(goldenFiles("conventions").size() >= 12, "tests/golden/conventions should hold at least 12 files");
        QVERIFY2(goldenFiles("options").size() >= 20, "tests/golden/options should hold at least 20 files");
    }

    void forwardPassIsTheSame_data() { listFiles(); }
    void forwardPassIsTheSame()
    {
        QFETCH(std::string, path);
        const GoldenFile golden = readGoldenFile(path);
        const auto trace = ReferenceBackend().run(golden.spec, golden.parameters, golden.batch);
        QVERIFY2(trace.ok(), trace.ok() ? "" : trace.error().english().c_str());

        compareNumbers(difference((*trace)->output, golden.expected.at("output")), "output");
        compareNumbers(difference((*trace)->hN, golden.expected.at("h_n")), "h_n");
        if (describe(golden.spec.cell).hasCellState)
            compareNumbers(difference((*trace)->cN, golden.expected.at("c_n")), "c_n");
        compareSteps(golden.spec, (*trace)->layers, golden.expected.at("steps"));
    }

    void everyGradientIsTheSame_data() { listFiles(); }
    void everyGradientIsTheSame()
    {
        QFETCH(std::string, path);
        const GoldenFile golden = readGoldenFile(path);
        const auto trace = ReferenceBackend().run(golden.spec, golden.parameters, golden.batch);
        QVERIFY(trace.ok());
        const auto gradients = ReferenceBackend().backpropagate(golden.parameters, **trace, golden.upstream);
        QVERIFY2(gradients.ok(), gradients.ok() ? "" : gradients.error().english().c_str());

        const nlohmann::json &expected = golden.expected.at("gradients");
        compareNumbers(difference((*gradients)->x, expected.at("x")), "gradient of x");
        compareNumbers(difference((*gradients)->h0, expected.at("h0")), "gradient of h0");
        if (describe(golden.spec.cell).hasCellState)
            compareNumbers(difference((*gradients)->c0, expected.at("c0")), "gradient of c0");
        const auto parameters = views(golden.spec, (*gradients)->parameters);
        QCOMPARE(parameters.size(), expected.at("parameters").size());
        for (const ConstParameterView &view : parameters)
            compareNumbers(difference(view, expected.at("parameters").at(view.name)), "gradient of " + view.name);
        compareSteps(golden.spec, (*gradients)->layers, expected.at("steps"));
    }

private:
    static void listFiles()
    {
        QTest::addColumn<std::string>("path");
        for (const char *folder : {"pytorch", "conventions", "options"})
            for (const std::string &path : goldenFiles(folder))
                QTest::newRow(path.substr(path.rfind('/') + 1).c_str()) << path;
    }
};

QTEST_GUILESS_MAIN(GoldenFilesTest)
#include "golden_files_test.moc"
