// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/io/model_file.h"
#include "core/io/safetensors.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace gatescope;

namespace {

Tensor tensor(const std::string &name, std::vector<std::int64_t> shape, StoredType type = StoredType::f32)
{
    Tensor made{name, std::string(dtypeName(type)), type, std::move(shape), {}};
    made.values.resize(static_cast<std::size_t>(valueCount(made.shape).value()));
    for (std::size_t i = 0; i < made.values.size(); ++i)
        made.values[i] = 0.125 * static_cast<double>(i % 17) - 1;
    return made;
}

Tensor counter(const std::string &name)
{
    return {name, "I64", StoredType::other, {}, {}};
}

/// The tensors of a recurrent module under a prefix.
std::vector<Tensor> module(const std::string &prefix, const NetworkSpec &spec)
{
    std::vector<Tensor> tensors;
    for (int layer = 0; layer < spec.layers; ++layer) {
        for (int d = 0; d < spec.directions(); ++d) {
            const Direction direction = d == 0 ? Direction::forward : Direction::backward;
            const auto add = [&](const char *kind, std::vector<std::int64_t> shape) {
                tensors.push_back(tensor(prefix + tensorName(kind, layer, direction), std::move(shape)));
            };
            add("weight_ih", {spec.blockRows(), spec.layerInputSize(layer)});
            add("weight_hh", {spec.blockRows(), spec.hiddenSize});
            if (spec.bias) {
                add("bias_ih", {spec.blockRows()});
                add("bias_hh", {spec.blockRows()});
            }
        }
    }
    return tensors;
}

std::vector<Tensor> operator+(std::vector<Tensor> first, const std::vector<Tensor> &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

std::vector<Tensor> without(std::vector<Tensor> tensors, const std::string &name)
{
    if (std::erase_if(tensors, [&](const Tensor &t) { return t.name == name; }) != 1)
        qFatal("no such tensor");
    return tensors;
}

std::vector<Tensor> with(std::vector<Tensor> tensors, const Tensor &other)
{
    return without(std::move(tensors), other.name) + std::vector{other};
}

std::vector<Tensor> withValue(std::vector<Tensor> tensors, const std::string &name, std::size_t place, double value)
{
    const auto found = std::ranges::find(tensors, name, &Tensor::name);
    if (found == tensors.end())
        qFatal("no such tensor");
    found->values.at(place) = value;
    return tensors;
}

Result<ImportedModel> import(std::vector<Tensor> tensors, const ImportOptions &options = {})
{
    const Result<ModelInventory> inventory = takeInventory(std::move(tensors));
    if (!inventory)
        return inventory.error();
    return importModel(*inventory, options);
}

std::string refusal(std::vector<Tensor> tensors, const ImportOptions &options = {})
{
    const Result<ImportedModel> model = import(std::move(tensors), options);
    return model ? "accepted" : model.error().english();
}

const NetworkSpec small{CellKind::gru, 3, 4};

} // namespace

Q_DECLARE_METATYPE(gatescope::NetworkSpec)
Q_DECLARE_METATYPE(std::vector<gatescope::Tensor>)

class ModelFileTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

private slots:
    void theSpecIsReadOffTheShapes_data()
    {
        QTest::addColumn<NetworkSpec>("spec");
        QTest::newRow("GRU") << small;
        QTest::newRow("LSTM") << NetworkSpec{CellKind::lstm, 5, 2};
        QTest::newRow("RNN") << NetworkSpec{CellKind::rnn, 2, 3};
        QTest::newRow("one unit") << NetworkSpec{CellKind::gru, 1, 1};
        QTest::newRow("three layers") << NetworkSpec{CellKind::gru, 7, 2, 3};
        QTest::newRow("both directions") << NetworkSpec{CellKind::lstm, 3, 4, 1, true};
        QTest::newRow("two layers in both directions") << NetworkSpec{CellKind::gru, 3, 4, 2, true};
        QTest::newRow("no bias") << NetworkSpec{CellKind::rnn, 3, 4, 2, true, false};
        QTest::newRow("twelve layers") << NetworkSpec{CellKind::gru, 2, 2, 12};
    }
    void theSpecIsReadOffTheShapes()
    {
        QFETCH(NetworkSpec, spec);
        for (const std::string prefix : {"", "encoder.gru.", "0.", "module.a.b.c.", "gru_"}) {
            std::vector<Tensor> tensors = module(prefix, spec);
            std::ranges::reverse(tensors); // the order must not matter
            const Result<ModelInventory> inventory = takeInventory(tensors);
            QCOMPARE(inventory->modules.size(), std::size_t(1));
            QCOMPARE(inventory->modules[0].prefix, prefix);
            QCOMPARE(inventory->modules[0].dtype, std::string("F32"));
            QVERIFY(inventory->modules[0].spec == spec);
            const Result<ImportedModel> model = importModel(*inventory);
            QVERIFY2(model.ok(), model ? "" : model.error().english().c_str());
            QVERIFY(model->spec == spec);
            QVERIFY(check(model->spec, model->parameters).ok());
            QVERIFY(model->unused.empty());
            for (const ConstParameterView &view : views(model->spec, model->parameters)) {
                const auto source = std::ranges::find(tensors, prefix + view.name, &Tensor::name);
                QVERIFY(source != tensors.end());
                QVERIFY(toMatrix(*source) == view.values);
            }
        }
    }

    void theConventionIsWhatOneSays()
    {
        const Result<ImportedModel> gru
            = import(module("", small), {{}, ResetPlacement::before, UpdateMeaning::overwrites});
        QVERIFY(gru->spec.reset == ResetPlacement::before);
        QVERIFY(gru->spec.update == UpdateMeaning::overwrites);
        const Result<ImportedModel> lstm
            = import(module("", {CellKind::lstm, 3, 4}), {{}, ResetPlacement::before, UpdateMeaning::overwrites});
        QVERIFY((lstm->spec == NetworkSpec{CellKind::lstm, 3, 4})); // it means nothing there
        const ImportOptions relu{.nonlinearity = StateActivation::relu};
        QVERIFY(import(module("", {CellKind::rnn, 3, 4}), relu)->spec.stateActivation == StateActivation::relu);
        QVERIFY(import(module("", small), relu)->spec.stateActivation == StateActivation::tanh);
    }

    void amongSeveralModulesOneSaysWhich()
    {
        const std::vector<Tensor> tensors
            = module("encoder.gru.", small) + module("decoder.gru.", {CellKind::gru, 2, 4});
        const std::string said = refusal(tensors);
        QVERIFY2(said.find("2 recurrent modules: encoder.gru, decoder.gru. Say") != std::string::npos, said.c_str());
        QCOMPARE(import(tensors, {.layerPrefix = "decoder.gru."})->spec.inputSize, 2);
        QCOMPARE(import(tensors, {.layerPrefix = "decoder.gru"})->spec.inputSize, 2);
        QCOMPARE(import(tensors, {.layerPrefix = "encoder.gru"})->unused.size(), std::size_t(4));
        QVERIFY(refusal(tensors, {.layerPrefix = "gru"})
                    .find("under the prefix \"gru\"; there is: encoder.gru, decoder.gru.")
                != std::string::npos);
        QCOMPARE(import(module("", small) + module("a.", small), {.layerPrefix = ""})->prefix, std::string());
    }

    void whatDoesNotFitIsRefusedByName_data()
    {
        QTest::addColumn<std::vector<Tensor>>("tensors");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::vector<Tensor> &tensors, const std::string &says) {
            QTest::newRow(name) << tensors << says;
        };
        const NetworkSpec deep{CellKind::gru, 3, 4, 2, true};
        const auto gru = module("a.", small);
        row("no tensors", {}, "no recurrent module among the 0 tensors");
        row("no recurrent tensors", {tensor("fc.weight", {2, 4}), counter("n")},
            "no recurrent module among the 2 tensors");
        row("names that only look recurrent",
            {tensor("weight_ih_l", {12, 3}), tensor("weight_ih_l00", {12, 3}), tensor("weight_ih_lx", {12, 3}),
             tensor("weight_ih_l1000", {12, 3}), tensor("weight_xh_l0", {1, 1})},
            "no recurrent module among the 5 tensors");
        row("name twice", gru + std::vector{tensor("a.weight_hh_l0", {12, 4})}, "a.weight_hh_l0 stands twice");
        row("no weight_ih", without(gru, "a.weight_ih_l0"), "a.weight_ih_l0 is missing");
        row("no weight_hh", without(gru, "a.weight_hh_l0"), "a.weight_hh_l0 is missing");
        row("no bias_ih", without(gru, "a.bias_ih_l0"), "a.bias_ih_l0 is missing");
        row("no bias_hh", without(gru, "a.bias_hh_l0"), "a.bias_hh_l0 is missing");
        row("layer missing", without(module("", {CellKind::gru, 3, 4, 3}), "weight_ih_l1"), "weight_ih_l1 is missing");
        row("only a high layer", {tensor("weight_hh_l7", {12, 4}), tensor("weight_ih_l7", {12, 4})},
            "weight_ih_l0 is missing");
        row("backward tensor missing", without(module("", deep), "weight_hh_l1_reverse"),
            "weight_hh_l1_reverse is missing");
        row("backward bias missing", without(module("", deep), "bias_ih_l0_reverse"), "bias_ih_l0_reverse is missing");
        row("rows no multiple", with(gru, tensor("a.weight_hh_l0", {13, 4})), "a.weight_hh_l0 has the shape [13, 4]");
        row("two blocks", with(gru, tensor("a.weight_hh_l0", {8, 4})), "a.weight_hh_l0 has the shape [8, 4]");
        row("weight_hh no matrix", with(gru, tensor("a.weight_hh_l0", {48})), "a.weight_hh_l0 has the shape [48]");
        row("weight_hh with three dimensions", with(gru, tensor("a.weight_hh_l0", {1, 12, 4})),
            "a.weight_hh_l0 has the shape [1, 12, 4]");
        row("weight_hh empty", with(gru, tensor("a.weight_hh_l0", {0, 0})), "a.weight_hh_l0 has the shape [0, 0]");
        row("weight_ih of another cell", with(gru, tensor("a.weight_ih_l0", {16, 3})),
            "a.weight_ih_l0 has the shape [16, 3], expected [12, 3]");
        row("weight_ih without columns", with(gru, tensor("a.weight_ih_l0", {12, 0})),
            "a.weight_ih_l0 has the shape [12, 0]");
        row("weight_ih no matrix", with(gru, tensor("a.weight_ih_l0", {12})), "a.weight_ih_l0 has the shape [12]");
        row("bias of another length", with(gru, tensor("a.bias_ih_l0", {4})),
            "a.bias_ih_l0 has the shape [4], expected [12]");
        row("bias a matrix", with(gru, tensor("a.bias_hh_l0", {12, 1})),
            "a.bias_hh_l0 has the shape [12, 1], expected [12]");
        row("second layer reads one direction", with(module("", deep), tensor("weight_ih_l1", {12, 4})),
            "weight_ih_l1 has the shape [12, 4], expected [12, 8]");
        row("layers of different cells", with(module("", deep), tensor("weight_hh_l1", {16, 4})),
            "weight_hh_l1 has the shape [16, 4], expected [12, 4]");
        row("stored as integers", with(gru, {"a.weight_ih_l0", "I8", StoredType::other, {12, 3}, {}}),
            "a.weight_ih_l0 is stored as I8");
        row("projections", gru + std::vector{tensor("a.weight_hr_l0", {2, 4})},
            "a.weight_hr_l0 is an LSTM with projections");
        row("NaN", withValue(gru, "a.weight_hh_l0", 14, std::numeric_limits<double>::quiet_NaN()),
            "a.weight_hh_l0[3, 2] is not a finite number");
        row("infinite bias", withValue(gru, "a.bias_hh_l0", 11, -std::numeric_limits<double>::infinity()),
            "a.bias_hh_l0[11] is not a finite number");
        row("NaN in the head",
            withValue(gru + std::vector{tensor("fc.weight", {2, 4})}, "fc.weight", 5,
                      std::numeric_limits<double>::quiet_NaN()),
            "fc.weight[1, 1] is not a finite number");
        row("NaN in the embedding",
            withValue(gru + std::vector{tensor("emb.weight", {9, 3})}, "emb.weight", 4,
                      std::numeric_limits<double>::quiet_NaN()),
            "emb.weight[1, 1] is not a finite number");
    }
    void whatDoesNotFitIsRefusedByName()
    {
        QFETCH(std::vector<Tensor>, tensors);
        QFETCH(std::string, says);
        const std::string said = refusal(tensors);
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
    }

    void anIncompleteModuleIsListedWithItsReason()
    {
        const auto inventory = takeInventory(module("a.", small) + without(module("b.", small), "b.bias_hh_l0"));
        QVERIFY(inventory->modules[0].complete.ok());
        QVERIFY(!inventory->modules[1].complete);
        QVERIFY(importModel(*inventory, {.layerPrefix = "a"}).ok());
        QVERIFY(!importModel(*inventory, {.layerPrefix = "b"}));
    }

    void whatIsNotUsedMayBeNaN()
    {
        const auto tensors = withValue(module("", small) + std::vector{tensor("norm.weight", {7})}, "norm.weight", 0,
                                       std::numeric_limits<double>::quiet_NaN());
        QVERIFY(import(tensors).ok());
    }

    void headAndEmbeddingAreFoundByShapeAndName_data()
    {
        QTest::addColumn<std::vector<Tensor>>("others"); // beside a GRU from 3 to 4 under "net.gru."
        QTest::addColumn<std::string>("head");
        QTest::addColumn<std::string>("embedding");
        const auto row
            = [](const char *name, const std::vector<Tensor> &others, const char *head, const char *embedding) {
                  QTest::newRow(name) << others << std::string(head) << std::string(embedding);
              };
        const auto linear = [](const std::string &name, std::int64_t rows, std::int64_t columns) {
            return std::vector{tensor(name + ".weight", {rows, columns}), tensor(name + ".bias", {rows})};
        };
        const auto weight = [](const std::string &name, std::int64_t rows, std::int64_t columns) {
            return std::vector{tensor(name + ".weight", {rows, columns})};
        };
        row("none", {}, "", "");
        row("both", linear("net.fc", 2, 4) + weight("net.embedding", 9, 3), "net.fc.", "net.embedding.");
        row("head without bias", weight("net.fc", 2, 4), "net.fc.", "");
        row("any name when only one fits", linear("elsewhere.q", 2, 4), "elsewhere.q.", "");
        row("embedding in capitals", weight("net.WordEmb", 9, 3), "", "net.WordEmb.");
        row("embedding in a Sequential", weight("net.embed.0", 9, 3), "", "net.embed.0.");
        row("no embedding without the name", weight("net.table", 9, 3), "", "");
        row("a model's name is no embedding's", linear("embedder.fc", 2, 4) + weight("embedder.q", 9, 3),
            "embedder.fc.", "");
        row("an embedding is no head", weight("net.embedding", 9, 4), "", "");
        row("wrong columns", linear("net.fc", 2, 5) + weight("net.embedding", 9, 4), "", "");
        row("bias does not fit", std::vector{tensor("net.fc.weight", {2, 4}), tensor("net.fc.bias", {3})}, "", "");
        row("bias of integers",
            std::vector{tensor("net.fc.weight", {2, 4}), Tensor{"net.fc.bias", "I64", StoredType::other, {2}, {}}}, "",
            "");
        row("weight of integers", std::vector{Tensor{"net.fc.weight", "I8", StoredType::other, {2, 4}, {}}}, "", "");
        row("one dimension", std::vector{tensor("net.norm.weight", {4})}, "", "");
        row("the same parent wins", linear("net.q", 2, 4) + linear("other.fc", 2, 4), "net.q.", "");
        row("the same parent wins for embeddings", weight("net.emb", 9, 3) + weight("other.emb", 9, 3), "", "net.emb.");
        row("then a head's name", linear("net.q", 2, 4) + linear("net.classifier", 2, 4), "net.classifier.", "");
        row("the whole name before a part of it", linear("net.attn_out", 2, 4) + linear("net.out", 2, 4), "net.out.",
            "");
        row("a part of the name", linear("net.q", 2, 4) + linear("net.my_fc_layer", 2, 4), "net.my_fc_layer.", "");
        row("two fit equally", linear("net.fc", 2, 4) + linear("net.head", 3, 4), "", "");
        row("two embeddings fit equally", weight("net.emb_a", 9, 3) + weight("net.emb_b", 9, 3), "", "");
        row("recurrent tensors are no head", std::vector{tensor("x.weight_hq", {2, 4})}, "", "");
    }
    void headAndEmbeddingAreFoundByShapeAndName()
    {
        QFETCH(std::vector<Tensor>, others);
        QFETCH(std::string, head);
        QFETCH(std::string, embedding);
        const Result<ImportedModel> model = import(module("net.gru.", small) + others);
        QVERIFY2(model.ok(), model ? "" : model.error().english().c_str());
        QCOMPARE(model->headName, head);
        QCOMPARE(model->embeddingName, embedding);
        QCOMPARE(model->parameters.head.has_value(), !head.empty());
        QCOMPARE(model->parameters.embedding.has_value(), !embedding.empty());
        QCOMPARE(model->spec.headOutputs > 0, !head.empty());
        QCOMPARE(model->spec.embeddingRows, embedding.empty() ? 0 : 9);
        std::size_t used = 0;
        for (const Tensor &other : others)
            used += (!head.empty() && other.name.starts_with(head))
                || (!embedding.empty() && other.name.starts_with(embedding));
        QCOMPARE(model->unused.size(), others.size() - used);
    }

    void theHeadOfBothDirectionsReadsBoth()
    {
        const NetworkSpec spec{CellKind::gru, 4, 3, 2, true};
        const Result<ImportedModel> model = import(module("gru.", spec)
                                                   + std::vector{tensor("fc.weight", {2, 6}), tensor("fc.bias", {2}),
                                                                 tensor("embedding.weight", {10, 4}), tensor("w", {2}),
                                                                 counter("norm.num_batches_tracked")});
        QCOMPARE(model->spec.headOutputs, 2);
        QCOMPARE(model->spec.embeddingRows, 10);
        QVERIFY((model->unused == std::vector<std::string>{"w F32 [2]", "norm.num_batches_tracked I64 []"}));
        QVERIFY(model->parameters.head->weight == toMatrix(tensor("fc.weight", {2, 6})));
        QVERIFY(model->parameters.head->bias == toMatrix(tensor("fc.bias", {2})));
        QVERIFY(check(model->spec, model->parameters).ok());
    }

    void otherFormatsAreAnsweredWithWhatToDo_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("says");
        const std::string save = "torch.save(model.state_dict(), \"model.pt\")";
        QTest::newRow("zip") << std::string("PK\x03\x04\x14\0\x08\0", 8) << std::string("zip archive is damaged");
        QTest::newRow("pickle 2") << std::string("\x80\x02\x8A\nl\xFC\x9C") << save;
        QTest::newRow("pickle 4") << std::string("\x80\x04\x95\x10\0\0\0\0\0\0\0}", 12) << save;
        QTest::newRow("GGUF") << std::string("GGUF\x03\0\0\0", 8) << std::string("GGUF");
        QTest::newRow("text") << std::string("hello, world") << std::string("This is a text");
        QTest::newRow("empty") << std::string() << std::string("This file is empty");
    }
    void otherFormatsAreAnsweredWithWhatToDo()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, says);
        QVERIFY(writeFileAtomically(path("other"), bytes).ok());
        const Result<ModelInventory> inventory = readModelFile(path("other"));
        QVERIFY(!inventory);
        const std::string said = inventory.error().english();
        QVERIFY2(said.starts_with(path("other").string() + ": "), said.c_str());
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
    }

    void aHeaderWhoseLengthLooksLikeAPickleIsRead()
    {
        SafetensorsFile file;
        file.tensors = module("", small);
        std::string bytes = writeSafetensors(file);
        const std::size_t length = 0x480; // stored as 80 04, as a pickle begins
        const auto old = static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])
                                                  | static_cast<unsigned char>(bytes[1]) << 8);
        QVERIFY(old < length);
        bytes.insert(8 + old, length - old, ' ');
        bytes[0] = '\x80';
        bytes[1] = '\x04';
        QVERIFY(writeFileAtomically(path("pickle-like"), bytes).ok());
        QVERIFY(readModelFile(path("pickle-like")).ok());
    }
};

QTEST_GUILESS_MAIN(ModelFileTest)
#include "model_file_test.moc"
