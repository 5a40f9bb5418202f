// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/keras/keras_network.h"

#include "core/io/keras/recurrent_layer.h"
#include "core/io/keras/saved_weights.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

/// Takes the layers one after the other and puts the network together.
class NetworkReader
{
public:
    NetworkReader(const std::vector<Tensor> &weights, int kerasVersion)
        : m_weights(weights), m_version(kerasVersion) { }

    Result<void> take(const SavedLayer &layer);
    Result<ModelInventory> finish();

    std::vector<Sentence> notes;

private:
    using Take = Result<void> (NetworkReader::*)(const SavedLayer &);
    struct LayerClass {
        std::string_view name;
        Take take;
    };
    static const std::array<LayerClass, 17> classes;

    Result<void> passOver(const SavedLayer &) { return {}; }
    Result<void> takeMasking(const SavedLayer &layer);
    Result<void> takeEmbedding(const SavedLayer &layer);
    Result<void> takeRecurrent(const SavedLayer &layer);
    Result<void> takeDense(const SavedLayer &layer);
    Result<void> takeTimeDistributed(const SavedLayer &layer);
    Result<void> takeActivation(const SavedLayer &layer);
    Result<void> takeSoftmax(const SavedLayer &layer) { return leaveOut(layer, "softmax"); }

    Result<void> takeHead(const SavedLayer &layer, WithinLayer within, const Json &config);
    Result<void> leaveOut(const SavedLayer &layer, const std::string &activation);
    Error misplaced(const SavedLayer &layer) const;

    SavedWeights m_weights;
    int m_version;
    std::vector<Tensor> m_tensors;
    std::optional<Tensor> m_embedding;
    std::vector<RecurrentLayer> m_layers;
    std::optional<SavedLayer> m_head;
    SaidNetwork m_said;   ///< its spec so far: the head
    bool m_ended = false; ///< by an activation
};

const std::array<NetworkReader::LayerClass, 17> NetworkReader::classes{{
    {"InputLayer", &NetworkReader::passOver},
    {"Dropout", &NetworkReader::passOver},
    {"SpatialDropout1D", &NetworkReader::passOver},
    {"GaussianDropout", &NetworkReader::passOver},
    {"GaussianNoise", &NetworkReader::passOver},
    {"AlphaDropout", &NetworkReader::passOver},
    {"ActivityRegularization", &NetworkReader::passOver},
    {"Masking", &NetworkReader::takeMasking},
    {"Embedding", &NetworkReader::takeEmbedding},
    {"GRU", &NetworkReader::takeRecurrent},
    {"LSTM", &NetworkReader::takeRecurrent},
    {"SimpleRNN", &NetworkReader::takeRecurrent},
    {"Bidirectional", &NetworkReader::takeRecurrent},
    {"Dense", &NetworkReader::takeDense},
    {"TimeDistributed", &NetworkReader::takeTimeDistributed},
    {"Activation", &NetworkReader::takeActivation},
    {"Softmax", &NetworkReader::takeSoftmax},
}};

Result<void> NetworkReader::take(const SavedLayer &layer)
{
    const auto known = std::ranges::find(classes, layer.className, &LayerClass::name);
    if (known == classes.end())
        return error("%1 is a layer of the class %2, which is not read; expected Embedding, GRU, LSTM, SimpleRNN, "
                     "Bidirectional and Dense, one after the other.",
                     {layer.shown(), printable(layer.className)});
    return (this->*known->take)(layer);
}

Error NetworkReader::misplaced(const SavedLayer &layer) const
{
    return error("%1 (%2) stands where it is not read; expected at most one Embedding, then recurrent layers, then at "
                 "most one Dense.",
                 {layer.shown(), printable(layer.className)});
}

Result<void> NetworkReader::takeMasking(const SavedLayer &layer)
{
    notes.push_back(sentence("%1 makes a mask: Keras passes over the steps that it marks, here every step is read.",
                             {layer.shown()}));
    return {};
}

Result<void> NetworkReader::takeEmbedding(const SavedLayer &layer)
{
    if (m_embedding || !m_layers.empty() || m_head)
        return misplaced(layer);
    const Tensor *rows = m_weights.find(layer, WithinLayer::itself, 0, "embeddings");
    if (!rows)
        return missingWeight(layer, "embeddings");
    if (rows->shape.size() != 2 || rows->dimension(0) < 1 || rows->type == StoredType::other)
        return wrongShape(layer, "embeddings", *rows, "[rows, columns]");
    m_embedding = *rows;
    m_embedding->name = layer.shown() + ".weight";
    m_said.embeddingName = layer.shown() + ".";
    if (layer.config.contains("mask_zero") && layer.config["mask_zero"] == true)
        return takeMasking(layer);
    return {};
}

Result<void> NetworkReader::takeRecurrent(const SavedLayer &layer)
{
    if (m_head || m_ended)
        return misplaced(layer);
    if (!m_layers.empty() && !m_layers.back().returnsSequences)
        return error("%1 has return_sequences=False, but the recurrent layer %2 follows; expected True.",
                     {m_layers.back().layer.shown(), layer.shown()});
    Result<RecurrentLayer> read = readRecurrentLayer(layer, m_weights, m_version);
    if (!read)
        return read.error();
    if (!m_layers.empty()) {
        if (const Result<void> alike = checkAlike(m_layers.front(), *read); !alike)
            return alike;
    }
    m_layers.push_back(std::move(*read));
    return {};
}

Result<void> NetworkReader::takeDense(const SavedLayer &layer)
{
    return takeHead(layer, WithinLayer::itself, layer.config);
}

Result<void> NetworkReader::takeTimeDistributed(const SavedLayer &layer)
{
    const Result<SavedLayer> wrapped = wrappedLayer(layer, "layer");
    if (!wrapped)
        return wrapped.error();
    if (wrapped->className != "Dense")
        return error("%1 repeats a layer of the class %2 at every step; expected Dense.",
                     {layer.shown(), printable(wrapped->className)});
    return takeHead(layer, WithinLayer::wrapped, wrapped->config);
}

Result<void> NetworkReader::takeHead(const SavedLayer &layer, WithinLayer within, const Json &config)
{
    if (m_layers.empty() || m_head || m_ended)
        return misplaced(layer);
    const Tensor *kernel = m_weights.find(layer, within, 0, "kernel");
    if (!kernel)
        return missingWeight(layer, "kernel");
    const NetworkSpec &spec = m_layers.front().spec;
    if (kernel->shape.size() != 2 || kernel->dimension(0) != spec.outputSize() || kernel->dimension(1) < 1
        || kernel->type == StoredType::other)
        return wrongShape(layer, "kernel", *kernel, "[" + std::to_string(spec.outputSize()) + ", units]");
    const Tensor *bias = m_weights.find(layer, within, 1, "bias");
    const bool usesBias = !config.contains("use_bias") || config["use_bias"] != false;
    if (usesBias && !bias)
        return missingWeight(layer, "bias");
    if (usesBias && (bias->shape != std::vector{kernel->dimension(1)} || bias->type == StoredType::other))
        return wrongShape(layer, "bias", *bias, "[" + std::to_string(kernel->dimension(1)) + "]");
    m_head = layer;
    m_tensors.push_back(inType(toTensor(layer.shown() + ".weight", toMatrix(*kernel).transpose(), false), *kernel));
    if (usesBias) {
        m_tensors.push_back(*bias);
        m_tensors.back().name = layer.shown() + ".bias";
    }
    if (spec.bidirectional && !m_layers.back().returnsSequences) {
        notes.push_back(sentence("%1 is left out: it reads the last step of one direction and the first of the other "
                                 "(return_sequences=False), and a head here reads one step.",
                                 {layer.shown()}));
        return {};
    }
    m_said.headName = layer.shown() + ".";
    m_said.spec.headOutputs = int(kernel->dimension(1));
    m_said.spec.headBias = usesBias;
    return leaveOut(layer, activationIn(config, "activation", "linear"));
}

Result<void> NetworkReader::takeActivation(const SavedLayer &layer)
{
    return leaveOut(layer, activationIn(layer.config, "activation", "linear"));
}

Result<void> NetworkReader::leaveOut(const SavedLayer &layer, const std::string &activation)
{
    if (activation == "linear" || activation == "null")
        return {};
    if (activation != "softmax" && activation != "sigmoid")
        return error("%1 has the activation %2; expected linear, sigmoid or softmax.",
                     {layer.shown(), printable(activation)});
    if (!m_head || m_ended)
        return misplaced(layer);
    m_ended = true;
    if (!m_said.headName.empty())
        notes.push_back(sentence("%1 ends in %2, which is left out: the head answers with the numbers before it.",
                                 {layer.shown(), activation}));
    return {};
}

Result<ModelInventory> NetworkReader::finish()
{
    if (m_layers.empty())
        return error("There is no recurrent layer in the file; expected GRU, LSTM or SimpleRNN.");
    NetworkSpec spec = m_layers.front().spec;
    spec.layers = int(m_layers.size());
    const std::string prefix = m_layers.front().layer.shown() + ".";
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        for (Tensor &tensor : tensorsOf(m_layers[i], int(i), prefix))
            m_tensors.push_back(std::move(tensor));
    }
    if (m_embedding && m_embedding->dimension(1) != spec.inputSize)
        return error("The embedding has %1 columns, but %2 reads %3 numbers at each step.",
                     {std::to_string(m_embedding->dimension(1)), m_layers.front().layer.shown(),
                      std::to_string(spec.inputSize)});
    const int embeddingRows = m_embedding ? int(m_embedding->dimension(0)) : 0;
    if (m_embedding)
        m_tensors.push_back(std::move(*m_embedding));
    Result<ModelInventory> inventory = takeInventory(std::move(m_tensors));
    if (!inventory)
        return inventory;
    if (inventory->modules.size() != 1)
        return error("The names of the layers cannot be told apart; expected each layer to have a name of its own.");
    if (inventory->modules.front().complete)
        inventory->modules.front().spec = spec;
    spec.headOutputs = m_said.spec.headOutputs;
    spec.headBias = m_said.spec.headBias;
    spec.embeddingRows = embeddingRows;
    m_said.spec = spec;
    m_said.notes = std::move(notes);
    inventory->said = std::move(m_said);
    return inventory;
}

/// 3 of "3.15.1"; the newest where it is not said.
int mainVersion(const std::string &version)
{
    return version.starts_with("1.") ? 1 : version.starts_with("2.") ? 2 : 3;
}

} // namespace

Result<ModelInventory> kerasNetwork(const ImportAnswer &file)
{
    const bool weightsAlone = file.config.empty();
    const Result<std::vector<SavedLayer>> layers
        = weightsAlone ? layersOfWeights(file.tensors) : savedLayers(file.config);
    if (!layers)
        return layers.error();
    NetworkReader reader(file.tensors, mainVersion(file.version));
    if (weightsAlone)
        reader.notes.push_back(
            sentence("The file holds weights alone: the activations are taken to be tanh and sigmoid, "
                     "as Keras has them unasked."));
    for (const SavedLayer &layer : *layers) {
        if (const Result<void> taken = reader.take(layer); !taken)
            return taken.error();
    }
    return reader.finish();
}

} // namespace gatescope
