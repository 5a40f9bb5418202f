// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/layer_code.h"
#include "core/model/parameters.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

using namespace gatescope;
using nlohmann::json;

namespace {

json golden(const char *name)
{
    QFile file(QString(GATESCOPE_SOURCE_DIR "/tests/golden/labs/") + name);
    return file.open(QIODevice::ReadOnly) ? json::parse(file.readAll().toStdString()) : json();
}

LayerArguments argumentsIn(const json &given)
{
    LayerArguments a;
    a.framework = given["framework"] == "keras" ? Framework::keras : Framework::pytorch;
    a.inputSize = given["input_size"];
    a.hiddenSize = given["hidden_size"];
    a.layers = given["layers"];
    a.bias = given["bias"];
    a.bidirectional = given["bidirectional"];
    a.batchFirst = given.value("batch_first", false);
    a.returnSequences = given.value("return_sequences", false);
    a.returnState = given.value("return_state", false);
    a.resetAfter = given.value("reset_after", true);
    a.batch = given["batch"];
    a.steps = given["steps"];
    return a;
}

const TensorShape &named(const std::vector<TensorShape> &shapes, const std::string &name)
{
    return *std::ranges::find(shapes, name, &TensorShape::name);
}

} // namespace

/// Shapes are those of the frameworks' own layers.
class LayerShapesTest : public QObject
{
    Q_OBJECT
private slots:
    void shapesAreThoseOfPytorchAndKeras()
    {
        const json cases = golden("shapes.json");
        QVERIFY(cases.size() > 100);
        for (const json &each : cases) {
            const LayerArguments arguments = argumentsIn(each["arguments"]);
            json shapes = json::array();
            for (const TensorShape &tensor : shapesOf(arguments)) {
                json sizes = json::array();
                for (const ShapeAxis &axis : tensor.axes)
                    sizes.push_back(axis.size);
                shapes.push_back({tensor.name, sizes});
            }
            QVERIFY2(shapes == each["shapes"], (each.dump() + " got " + shapes.dump()).c_str());
            QCOMPARE(parameterCount(arguments), each["parameters"].get<std::int64_t>());
            QVERIFY(check(arguments).ok());
        }
    }

    void parametersAreThoseOfTheEngine()
    {
        for (const bool bias : {false, true})
            for (const bool bidirectional : {false, true}) {
                LayerArguments a{.hiddenSize = 4, .layers = 3, .bias = bias, .bidirectional = bidirectional};
                NetworkSpec spec{.inputSize = 3, .hiddenSize = 4, .layers = 3, .bidirectional = bidirectional};
                spec.bias = bias;
                Parameters parameters = zeroParameters(spec);
                const auto shapes = shapesOf(a);
                std::size_t at = 4; // behind input, h_0, output and h_n
                for (const ParameterView &view : views(spec, parameters)) {
                    QCOMPARE(shapes[at].name, view.name);
                    QCOMPARE(shapes[at].axes[0].size, int(view.values.rows()));
                    QCOMPARE(shapes[at].axes.size(), std::size_t(view.isVector ? 1 : 2));
                    if (!view.isVector)
                        QCOMPARE(shapes[at].axes[1].size, int(view.values.cols()));
                    ++at;
                }
                QCOMPARE(at, shapes.size());
                QCOMPARE(parameterCount(a), recurrentParameterCount(spec));
            }
    }

    void batchFirstMovesInputAndOutputButNoState()
    {
        LayerArguments a;
        const auto timeFirst = shapesOf(a);
        a.batchFirst = true;
        const auto batchFirst = shapesOf(a);
        for (const char *name : {"input", "output"}) {
            QCOMPARE(named(timeFirst, name).axes[0].axis, Axis::time);
            QCOMPARE(named(batchFirst, name).axes[0].axis, Axis::batch);
        }
        for (const char *name : {"h_0", "h_n", "weight_ih_l0"})
            QVERIFY(named(timeFirst, name) == named(batchFirst, name));
    }

    void shapesAreWrittenAsPythonDoes()
    {
        const auto shapes = shapesOf(LayerArguments{});
        QCOMPARE(written(named(shapes, "output")), std::string("(4, 2, 5)"));
        QCOMPARE(written(named(shapes, "bias_ih_l0")), std::string("(15,)"));
    }

    void codeSaysOnlyWhatIsNotTheDefault()
    {
        LayerArguments a;
        QVERIFY(pytorchCode(a).find("nn.GRU(3, 5)\n") != std::string::npos);
        a.layers = 2;
        a.bidirectional = a.batchFirst = true;
        QVERIFY(pytorchCode(a).find("nn.GRU(3, 5, num_layers=2, batch_first=True, bidirectional=True)\n")
                != std::string::npos);
        QVERIFY(pytorchCode(a).find("torch.randn(2, 4, 3)") != std::string::npos);
        QVERIFY(pytorchCode(a).find("torch.zeros(4, 2, 5)") != std::string::npos);
        a.framework = Framework::keras;
        QVERIFY(kerasCode(a).find("h = layers.Bidirectional(layers.GRU(5, return_sequences=True))(x)\n")
                != std::string::npos);
        QVERIFY(kerasCode(a).find("output = layers.Bidirectional(layers.GRU(5))(h)\n") != std::string::npos);
    }

    /// h_n has the last states of every layer, and dropout acts between the layers.
    void kerasCodeOfAPytorchLayerAnswersAsItDoes()
    {
        LayerArguments a{.layers = 2, .bidirectional = true, .dropout = 0.5};
        const std::string layer = "layers.Bidirectional(layers.GRU(5, return_sequences=True, return_state=True))";
        QVERIFY(kerasCode(a).find("h, forward_0, backward_0 = " + layer + "(x)\n") != std::string::npos);
        QVERIFY(kerasCode(a).find("output, forward_1, backward_1 = " + layer + "(layers.Dropout(0.5)(h))\n")
                != std::string::npos);
        a = {};
        QVERIFY(kerasCode(a).find("output, state = layers.GRU(5, return_sequences=True, return_state=True)(x)\n")
                != std::string::npos);
    }

    void whatPytorchRefusesIsRefusedInItsWords()
    {
        LayerArguments a{.hiddenSize = 0};
        QVERIFY(check(a).error().english().starts_with("hidden_size must be greater than zero"));
        a = {.steps = 0};
        QVERIFY(check(a).error().english().starts_with("Expected sequence length to be larger than 0 in RNN"));
        a = {.dropout = 1.5};
        QVERIFY(check(a).error().english().starts_with("dropout should be a number in range [0, 1]"));
        a = {.dropout = 0.3};
        QVERIFY(check(a).ok() && warning(a));
        a.layers = 2;
        QVERIFY(!warning(a));
    }
};

QTEST_GUILESS_MAIN(LayerShapesTest)
#include "layer_shapes_test.moc"
