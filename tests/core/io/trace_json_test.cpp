// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/engine/reference_backend.h"
#include "core/io/pins_json.h"
#include "core/io/trace_json.h"

#include <QTest>

#include <bit>

using namespace gatescope;

namespace {

const NetworkSpec gru{CellKind::gru, 3, 2, 2, true};
const NetworkSpec lstm{CellKind::lstm, 1, 2};

Result<TraceInput> read(const std::string &text, const NetworkSpec &spec = gru)
{
    return readTraceInput(parseJson(text).value(), spec);
}

/// A trace and its gradients of a network with random parameters, two sequences of lengths 3 and 2.
struct Run {
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const GradientTrace> gradients;
};
Run runOf(const NetworkSpec &spec)
{
    const ReferenceBackend backend;
    const Parameters parameters = initialParameters(spec, 1);
    Random random(2);
    Batch batch;
    batch.x = TimeArray(3, 2, spec.inputSize);
    batch.lengths = {3, 2};
    for (int t = 0; t < 3; ++t)
        for (int n = 0; n < 2; ++n)
            for (int i = 0; i < spec.inputSize; ++i)
                batch.x.set(t, n, i, random.normal());
    Upstream upstream;
    upstream.hN.assign(static_cast<std::size_t>(spec.layers * spec.directions()), Matrix::Ones(2, spec.hiddenSize));
    Run run;
    run.trace = backend.run(spec, parameters, std::make_shared<const Batch>(batch)).value();
    run.gradients = backend.backpropagate(parameters, *run.trace, upstream).value();
    return run;
}

/// Whether [N][T][units] holds exactly an array's numbers.
bool same(const Json &json, const TimeArray &array)
{
    for (int n = 0; n < array.batch(); ++n)
        for (int t = 0; t < array.steps(); ++t)
            for (int j = 0; j < array.units(); ++j)
                if (std::bit_cast<std::uint64_t>(json.at(n).at(t).at(j).get<double>())
                    != std::bit_cast<std::uint64_t>(array(t, n, j)))
                    return false;
    return json.size() == std::size_t(array.batch()) && json[0].size() == std::size_t(array.steps())
        && json[0][0].size() == std::size_t(array.units());
}

bool same(const Json &json, const std::vector<Matrix> &states)
{
    for (std::size_t i = 0; i < states.size(); ++i)
        for (int n = 0; n < states[i].rows(); ++n)
            for (int j = 0; j < states[i].cols(); ++j)
                if (json.at(i).at(n).at(j).get<double>() != states[i](n, j))
                    return false;
    return json.size() == states.size();
}

std::vector<std::string> keysOf(const Json &json)
{
    std::vector<std::string> keys;
    for (const auto &[key, value] : json.items())
        keys.push_back(key);
    return keys;
}

} // namespace

class TraceJsonTest : public QObject
{
    Q_OBJECT

private slots:
    void everythingInTheInputIsRead()
    {
        const NetworkSpec spec{CellKind::lstm, 2, 1, 1, true};
        const Result<TraceInput> input = read(R"({"x": [[[1,2],[3,4]],[[5,6],[7,8]]], "lengths": [2,1],
            "h0": [[[0.1],[0.2]],[[0.3],[0.4]]], "c0": [[[1.1],[1.2]],[[1.3],[1.4]]],
            "grad_output": [[[1,2],[3,4]],[[5,6],[7,8]]],
            "grad_h_n": [[[2.1],[2.2]],[[2.3],[2.4]]], "grad_c_n": [[[3.1],[3.2]],[[3.3],[3.4]]],
            "remark": "kept out"})",
                                              spec);
        QVERIFY2(input.ok(), input ? "" : input.error().english().c_str());
        QVERIFY((input->batch.lengths == std::vector<int>{2, 1}));
        QCOMPARE(input->batch.x(1, 0, 0), 3.0);
        QCOMPARE(input->batch.x(0, 1, 1), 6.0);
        QVERIFY((input->batch.h0 == std::vector<Matrix>{Matrix{{0.1}, {0.2}}, Matrix{{0.3}, {0.4}}}));
        QVERIFY((input->batch.c0 == std::vector<Matrix>{Matrix{{1.1}, {1.2}}, Matrix{{1.3}, {1.4}}}));
        QCOMPARE(input->upstream.output(1, 0, 1), 4.0);
        QCOMPARE(input->upstream.output(0, 1, 0), 5.0);
        QCOMPARE(input->upstream.output(1, 1, 0), 0.0); // past the length there is nothing to be moved
        QVERIFY((input->upstream.hN == std::vector<Matrix>{Matrix{{2.1}, {2.2}}, Matrix{{2.3}, {2.4}}}));
        QVERIFY((input->upstream.cN == std::vector<Matrix>{Matrix{{3.1}, {3.2}}, Matrix{{3.3}, {3.4}}}));
        QVERIFY(check(spec, input->batch).ok());
    }

    void pinsAreReadAndTheRestOfThemIsMadeUp()
    {
        const Result<TraceInput> input = read(R"({"x": [[[1,2],[3,4],[5,6]],[[1,2],[3,4],[0,0]]], "lengths": [3,2],
            "pins": [{"layer": 1, "direction": "backward", "part": "update", "unit": 2, "from": 1, "to": 2,
                      "value": 0.25, "sequence": 0},
                     {"part": "state", "unit": 0, "value": -1},
                     {"part": "reset", "unit": 1, "from": 1, "value": 1, "sequence": 1}]})",
                                              {CellKind::gru, 2, 3, 2, true});
        QVERIFY2(input.ok(), input ? "" : input.error().english().c_str());
        const std::vector<Pin> expected{{1, Direction::backward, Part::update, 2, 1, 2, 0, 0.25},
                                        {0, Direction::forward, Part::state, 0, 0, 2, {}, -1},
                                        {0, Direction::forward, Part::reset, 1, 1, 1, 1, 1}};
        QVERIFY(input->batch.pins == expected);
        const Json json = pinsToJson(expected);
        QVERIFY(pinsFromJson(json, {}).value() == expected);
        QVERIFY(!json[1].contains("sequence"));
    }

    void aTraceTellsWhatWasHeld()
    {
        const Run plain = runOf({CellKind::gru, 2, 3});
        QVERIFY(!traceToJson(*plain.trace, nullptr).contains("pins"));
        Trace held = *plain.trace;
        auto batch = std::make_shared<Batch>(*held.batch);
        batch->pins = {{.unit = 2, .lastStep = 1, .value = 0.5}};
        held.batch = batch;
        QVERIFY(traceToJson(held, nullptr)["pins"]
                == Json::parse(R"([{"layer": 0, "direction": "forward", "part": "update", "unit": 2, "from": 0, "to": 1,
                                    "value": 0.5}])"));
    }

    void withoutAnyGradientTheRealOutputsCountOneEach()
    {
        const Result<TraceInput> input
            = read(R"({"x": [[[1],[2],[3]],[[4],[5],[6]]], "lengths": [1, 3]})", {CellKind::gru, 1, 2});
        const TimeArray &output = input->upstream.output;
        QCOMPARE(output.units(), 2);
        for (int n = 0; n < 2; ++n)
            for (int t = 0; t < 3; ++t)
                for (int j = 0; j < 2; ++j)
                    QCOMPARE(output(t, n, j), t < (n == 0 ? 1 : 3) ? 1.0 : 0.0);
        QVERIFY(input->upstream.hN.empty());
        QVERIFY(input->batch.h0.empty());
    }

    void oneGivenGradientLeavesTheOthersZero()
    {
        const Result<TraceInput> input = read(R"({"x": [[[1]]], "grad_h_n": [[[1, 2]]]})", {CellKind::gru, 1, 2});
        QVERIFY(input->upstream.output.empty());
        QCOMPARE(input->upstream.hN.size(), std::size_t(1));
    }

    void faultsAreRefusedWithThePlace_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &text, const std::string &says) {
            QTest::newRow(name) << text << says;
        };
        const std::string x = R"("x": [[[1],[2]],[[3],[4]]])";
        row("no object", "[]", "Expected an object with \"x\": [N][T][1]");
        row("no x", "{}", "Expected an object with \"x\"");
        row("no sequence", R"({"x": []})", "x is empty");
        row("no step", R"({"x": [[]]})", "x[0] is empty");
        row("other features", R"({"x": [[[1,2]]]})", "x[0][0] has 2 values, expected 1");
        row("other steps", R"({"x": [[[1],[2]],[[3]]]})", "x[1] has 1 values, expected 2");
        row("no number", R"({"x": [[["a"]]]})", "x[0][0][0] is \"a\", expected a number");
        row("two levels", R"({"x": [[1]]})", "x[0][0] is 1, expected a list");
        row("four levels", R"({"x": [[[[1]]]]})", "x[0][0][0] is a list, expected a number");
        row("lengths no list", "{" + x + R"(, "lengths": 2})", "lengths must be a list of 2");
        row("too few lengths", "{" + x + R"(, "lengths": [2]})", "lengths must be a list of 2");
        row("length 0", "{" + x + R"(, "lengths": [1, 0]})", "lengths[1] is 0, expected 1 to 2");
        row("length too large", "{" + x + R"(, "lengths": [3, 1]})", "lengths[0] is 3, expected 1 to 2");
        row("length 1.5", "{" + x + R"(, "lengths": [1.5, 1]})", "lengths[0] is 1.5");
        row("h0 of other layers", "{" + x + R"(, "h0": [[[1,2],[3,4]],[[1,2],[3,4]]]})", "h0 has 2 values, expected 1");
        row("h0 of other sequences", "{" + x + R"(, "h0": [[[1,2]]]})", "h0[0] has 1 values, expected 2");
        row("h0 of other units", "{" + x + R"(, "h0": [[[1,2],[3]]]})", "h0[0][1] has 1 values, expected 2");
        row("h0 null", "{" + x + R"(, "h0": null})", "h0 is null, expected a list");
        row("c0 no number", "{" + x + R"(, "c0": [[[1,true],[3,4]]]})", "c0[0][0][1] is true");
        row("grad_output of other steps", "{" + x + R"(, "grad_output": [[[1,2]],[[3,4]]]})",
            "grad_output[0] has 1 values, expected 2");
        row("grad_output of other units", "{" + x + R"(, "grad_output": [[[1],[1]],[[1],[1]]]})",
            "grad_output[0][0] has 1 values, expected 2");
        row("grad_h_n empty", "{" + x + R"(, "grad_h_n": []})", "grad_h_n is empty");
        row("grad_c_n of other units", "{" + x + R"(, "grad_c_n": [[[1,2],[3,4,5]]]})",
            "grad_c_n[0][1] has 3 values, expected 2");
        const auto pin = [&](const char *name, const std::string &pins, const std::string &says) {
            row(name, "{" + x + ", \"pins\": " + pins + "}", says);
        };
        const std::string good = R"("part": "forget_gate", "unit": 0, "value": 1)";
        pin("pins no list", "3", "pins is 3, expected a list");
        pin("pin no object", "[[1]]", "pins[0] is a list, expected an object");
        pin("pin of no part", R"([{"unit": 0, "value": 1}])", "pins[0].part is missing");
        pin("pin of no unit", "[{" + good + R"(}, {"part": "state", "value": 1}])", "pins[1].unit is missing");
        pin("pin of no value", R"([{"part": "state", "unit": 0}])", "pins[0].value is missing");
        pin("pin of an unknown part", R"([{"part": "z", "unit": 0, "value": 1}])",
            "pins[0].part is \"z\", expected the key");
        pin("pin of another cell", R"([{"part": "update", "unit": 0, "value": 1}])",
            "pins[0]: Nothing called update gate");
        pin("pin of unit 1.5", R"([{"part": "state", "unit": 1.5, "value": 1}])",
            "pins[0].unit is 1.5, expected a whole number");
        pin("pin of unit 2", R"([{"part": "state", "unit": 2, "value": 1}])", "pins[0]: There is no unit 2");
        pin("pin of no direction", "[{" + good + R"(, "direction": "up"}])",
            "pins[0].direction is \"up\", expected \"forward\"");
        pin("pin backwards", "[{" + good + R"(, "direction": "backward"}])",
            "pins[0]: The network reads only forwards");
        pin("pin to a step beyond", "[{" + good + R"(, "to": 2}])", "pins[0]: Steps 0 to 2 cannot be held");
        pin("pin from a step beyond", "[{" + good + R"(, "from": 2}])", "pins[0]: Steps 2 to 1 are none");
        pin("pin of a sequence beyond", "[{" + good + R"(, "sequence": 2}])", "pins[0]: There is no sequence 2");
        pin("pin of sequence −1", "[{" + good + R"(, "sequence": -1}])", "pins[0].sequence is -1");
        pin("pin of a layer beyond", "[{" + good + R"(, "layer": 1}])", "pins[0]: There is no layer 1");
        pin("pin with a text", R"([{"part": "state", "unit": 0, "value": "1"}])",
            "pins[0].value is \"1\", expected a number");
        pin("pin beyond 1", R"([{"part": "state", "unit": 0, "value": 1.5}])",
            "pins[0]: The state cannot be held at 1.5");
        pin("pins against each other", "[{" + good + R"(}, {"part": "forget_gate", "unit": 0, "to": 0, "value": 0}])",
            "pins[0] holds the forget gate of unit 0 at step 0 at 1 and pins[1] at 0");
    }
    void faultsAreRefusedWithThePlace()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, says);
        const Result<TraceInput> input = read(text, lstm);
        QVERIFY(!input);
        QVERIFY2(input.error().english().find(says) != std::string::npos, input.error().english().c_str());
    }

    void aCellStateIsOnlyForAnLstm()
    {
        for (const std::string key : {"c0", "grad_c_n"}) {
            const Result<TraceInput> input = read("{\"x\": [[[1,2,3]]], \"" + key + "\": [[[1,2]]]}");
            QVERIFY(!input);
            QVERIFY(input.error().english().starts_with(key + " is given, but only an LSTM"));
        }
    }

    void theSpecSurvivesJson_data()
    {
        QTest::addColumn<NetworkSpec>("spec");
        QTest::newRow("GRU") << gru;
        QTest::newRow("LSTM") << lstm;
        QTest::newRow("everything") << NetworkSpec{
            CellKind::rnn, 5, 6, 7, true, false, ResetPlacement::before, UpdateMeaning::overwrites, 8, true, 9};
        NetworkSpec options{CellKind::gru, 3, 2};
        options.headOutputs = 4;
        options.embeddingRows = 5;
        options.paddingRow = 0;
        options.gateActivation = GateActivation::hardSigmoidKeras2;
        options.stateActivation = StateActivation::relu;
        options.layerNorm = true;
        options.headReads = HeadReads::attention;
        QTest::newRow("options") << options;
    }
    void theSpecSurvivesJson()
    {
        QFETCH(NetworkSpec, spec);
        const Result<NetworkSpec> read = specFromJson(parseJson(writeJson(specToJson(spec))).value());
        QVERIFY(read.ok());
        QVERIFY(*read == spec);
    }

    void theDecoderSurvivesJson()
    {
        NetworkSpec spec{CellKind::gru, 3, 2};
        spec.headOutputs = 4;
        spec.gateActivation = GateActivation::hardSigmoid;
        spec.decoder = true;
        QVERIFY(specFromJson(parseJson(writeJson(specToJson(spec))).value()).value() == spec);
    }

    void theSpecIsWrittenAsTheContractSays()
    {
        QCOMPARE(
            writeJson(specToJson({CellKind::gru, 3, 4})),
            std::string(R"({"cell":"gru","input_size":3,"hidden_size":4,"layers":1,"bidirectional":false,"bias":true,)"
                        R"("reset":"after","update":"keeps"})"));
        QVERIFY(writeJson(specToJson({CellKind::gru, 3, 4, 1, false, true, ResetPlacement::before,
                                      UpdateMeaning::overwrites, 2, true, 9}))
                    .ends_with(R"("reset":"before","update":"overwrites","head_outputs":2,"embedding_rows":9})"));
    }

    void aWrongSpecIsRefusedWithTheField_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &rest, const std::string &says) {
            QTest::newRow(name) << R"({"cell": "gru", "input_size": 1, "hidden_size": 2)" + rest + "}" << says;
        };
        row("layers 0", R"(, "layers": 0)", "\"layers\" is 0, expected a whole number from 1");
        row("layers a text", R"(, "layers": "2")", "\"layers\" is \"2\"");
        row("layers 1.5", R"(, "layers": 1.5)", "\"layers\" is 1.5");
        row("layers past an int", R"(, "layers": 4294967297)", "\"layers\" is 4294967297");
        row("layers past 64 bits", R"(, "layers": 18446744073709551615)", "\"layers\" is 18446744073709551615");
        row("bias 1", R"(, "bias": 1)", "\"bias\" is 1, expected true or false");
        row("bidirectional null", R"(, "bidirectional": null)", "\"bidirectional\" is null");
        row("reset unknown", R"(, "reset": "while")", "\"reset\" is \"while\", expected \"after\" or \"before\"");
        row("update unknown", R"(, "update": true)", "\"update\" is true, expected \"keeps\" or \"overwrites\"");
        row("head negative", R"(, "head_outputs": -1)", "\"head_outputs\" is -1, expected a whole number from 0");
        row("embedding no number", R"(, "embedding_rows": [])", "\"embedding_rows\" is a list");
        row("gate unknown", R"(, "gate_activation": "step")",
            "\"gate_activation\" is \"step\", expected \"sigmoid\", \"hard_sigmoid\" or \"hard_sigmoid_keras2\".");
        row("padding past the embedding", R"(, "embedding_rows": 2, "padding_row": 2)", "padding_idx is 2");
        row("too large for memory", R"(, "layers": 1000, "embedding_rows": 2147483647, "head_outputs": 2147483647)",
            "spec: ");
        QTest::newRow("no object") << std::string("3") << std::string("spec is 3");
        QTest::newRow("no cell") << std::string(R"({"input_size": 1, "hidden_size": 2})")
                                 << std::string("\"cell\" is missing");
        QTest::newRow("no size") << std::string(R"({"cell": "gru", "hidden_size": 2})")
                                 << std::string("\"input_size\" is missing");
        QTest::newRow("unknown cell") << std::string(R"({"cell": "mgu", "input_size": 1, "hidden_size": 2})")
                                      << std::string("\"cell\" is \"mgu\"");
        QTest::newRow("cell a number") << std::string(R"({"cell": 1, "input_size": 1, "hidden_size": 2})")
                                       << std::string("\"cell\" is 1");
    }
    void aWrongSpecIsRefusedWithTheField()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, says);
        const Result<NetworkSpec> spec = specFromJson(parseJson(text).value());
        QVERIFY(!spec);
        QVERIFY2(spec.error().english().find(says) != std::string::npos, spec.error().english().c_str());
    }

    void aTraceReadsBackBitForBit_data() { theSpecSurvivesJson_data(); }
    void aTraceReadsBackBitForBit()
    {
        QFETCH(NetworkSpec, spec);
        spec.headOutputs = 2;
        const Run run = runOf(spec);
        const Json json = parseJson(writeJson(traceToJson(*run.trace, run.gradients.get()))).value();

        QVERIFY(json["spec"] == specToJson(spec));
        QVERIFY(same(json["output"], run.trace->output));
        QVERIFY(same(json["h_n"], run.trace->hN));
        QCOMPARE(json.contains("c_n"), spec.cell == CellKind::lstm);
        if (spec.cell == CellKind::lstm)
            QVERIFY(same(json["c_n"], run.trace->cN) && same(json["gradients"]["c0"], run.gradients->c0));
        QVERIFY(same(json["head_output"], run.trace->headOutput));
        QVERIFY(same(json["gradients"]["x"], run.gradients->x));
        QVERIFY(same(json["gradients"]["h0"], run.gradients->h0));

        const std::size_t count = run.trace->layers.size();
        QCOMPARE(json["steps"].size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<std::string> keys{"layer", "direction"};
            for (const Part part : describe(spec.cell).recorded) {
                const std::string key(describe(part).key);
                keys.push_back(key);
                QVERIFY(same(json["steps"][i][key], run.trace->layers[i][part]));
                QVERIFY(same(json["gradients"]["steps"][i][key], run.gradients->layers[i][part]));
            }
            QVERIFY(keysOf(json["steps"][i]) == keys);
            QCOMPARE(json["steps"][i]["layer"].get<int>(), static_cast<int>(i) / spec.directions());
            QCOMPARE(json["steps"][i]["direction"].get<std::string>(),
                     std::string(static_cast<int>(i) % spec.directions() == 0 ? "forward" : "backward"));
        }
    }

    void gradientsOfParametersStandUnderPyTorchsNames()
    {
        const Run run = runOf(gru);
        const Json json = traceToJson(*run.trace, run.gradients.get())["gradients"]["parameters"];
        const auto all = views(gru, run.gradients->parameters);
        QCOMPARE(json.size(), all.size());
        for (const ConstParameterView &view : all) {
            const Json &found = json.at(view.name);
            QCOMPARE(found.size(), static_cast<std::size_t>(view.values.rows()));
            for (Eigen::Index i = 0; i < view.values.rows(); ++i)
                for (Eigen::Index j = 0; j < view.values.cols(); ++j)
                    QCOMPARE(
                        (view.isVector ? found[std::size_t(i)] : found[std::size_t(i)][std::size_t(j)]).get<double>(),
                        view.values(i, j));
        }
    }

    void tablesOfDifferentLengthsArePacked()
    {
        const NetworkSpec spec{.inputSize = 2, .hiddenSize = 3};
        const Result<TraceInput> input
            = traceInputOf({{{}, Matrix::Constant(2, 2, 0.5)}, {{}, Matrix::Constant(3, 2, 0.25)}}, spec);
        QVERIFY(input.ok());
        QCOMPARE(input->batch.lengths, (std::vector<int>{2, 3}));
        QCOMPARE(input->batch.x.at(2, 1)[0], 0.25);
        QCOMPARE(input->batch.x.at(2, 0)[0], 0.0);
        QCOMPARE(input->upstream.output.at(2, 0)[0], 0.0);
        QCOMPARE(input->upstream.output.at(1, 0)[0], 1.0);
        QVERIFY(!traceInputOf({{{}, Matrix::Zero(2, 3)}}, spec));
        QVERIFY(!traceInputOf({}, spec));
    }

    void withoutGradientsThereAreNone()
    {
        const Json json = traceToJson(*runOf(gru).trace, nullptr);
        QVERIFY((keysOf(json) == std::vector<std::string>{"spec", "output", "h_n", "steps"}));
    }
};

QTEST_GUILESS_MAIN(TraceJsonTest)
#include "trace_json_test.moc"
