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

    FoundNetwork found;

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
    bool m_returnsSequences = true; ///< the recurrent layer before
    bool m_ended = false;           ///< by an activation
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
    found.notes.push_back(sentence(
        "%1 makes a mask: Keras passes over the steps that it marks, here every step is read.", {layer.shown()}));
    return {};
}

Result<void> NetworkReader::takeEmbedding(const SavedLayer &layer)
{
    if (found.embedding || !found.layers.empty() || found.head)
        return misplaced(layer);
    const Tensor *rows = m_weights.find(layer, WithinLayer::itself, 0, "embeddings");
    if (!rows)
        return missingWeight(layer, "embeddings");
    if (rows->shape.size() != 2 || rows->dimension(0) < 1 || rows->type == StoredType::other)
        return wrongShape(layer, "embeddings", *rows, sentence("[rows, columns]"));
    found.embedding = *rows;
    found.embeddingName = layer.shown();
    if (layer.config.contains("mask_zero") && layer.config["mask_zero"] == true)
        return takeMasking(layer);
    return {};
}

Result<void> NetworkReader::takeRecurrent(const SavedLayer &layer)
{
    if (found.head || m_ended)
        return misplaced(layer);
    if (!m_returnsSequences)
        return error("%1 has return_sequences=False, but the recurrent layer %2 follows; expected True.",
                     {found.layers.back().name, layer.shown()});
    Result<RecurrentLayer> read = readRecurrentLayer(layer, m_weights, m_version);
    if (!read)
        return read.error();
    if (!found.layers.empty()) {
        if (const Result<void> alike = checkAlike(found.layers.front(), read->found); !alike)
            return alike;
    }
    m_returnsSequences = read->returnsSequences;
    found.layers.push_back(std::move(read->found));
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
    if (found.layers.empty() || found.head || m_ended)
        return misplaced(layer);
    const Tensor *kernel = m_weights.find(layer, within, 0, "kernel");
    if (!kernel)
        return missingWeight(layer, "kernel");
    const NetworkSpec &spec = found.layers.front().spec;
    if (kernel->shape.size() != 2 || kernel->dimension(0) != spec.outputSize() || kernel->dimension(1) < 1
        || kernel->type == StoredType::other)
        return wrongShape(layer, "kernel", *kernel, sentence("[%1, units]", {std::to_string(spec.outputSize())}));
    const Tensor *bias = m_weights.find(layer, within, 1, "bias");
    const bool usesBias = !config.contains("use_bias") || config["use_bias"] != false;
    if (usesBias && !bias)
        return missingWeight(layer, "bias");
    if (usesBias && (bias->shape != std::vector{kernel->dimension(1)} || bias->type == StoredType::other))
        return wrongShape(layer, "bias", *bias, "[" + std::to_string(kernel->dimension(1)) + "]");
    found.head = FoundHead{layer.shown(), storedAs(*kernel, {}, toMatrix(*kernel).transpose(), false), {}};
    if (usesBias)
        found.head->bias = *bias;
    if (spec.bidirectional && !m_returnsSequences) {
        found.head->isUsed = false;
        found.notes.push_back(headReadsBothEnds(layer.shown()));
        return {};
    }
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
    if (!found.head || m_ended)
        return misplaced(layer);
    m_ended = true;
    if (found.head->isUsed)
        found.notes.push_back(activationLeftOut(layer.shown(), activation));
    return {};
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
        reader.found.notes.push_back(
            sentence("The file holds weights alone: the activations are taken to be tanh and sigmoid, as Keras has "
                     "them unasked, and each recurrent layer to answer at every step (return_sequences=True)."));
    for (const SavedLayer &layer : *layers) {
        if (const Result<void> taken = reader.take(layer); !taken)
            return taken.error();
    }
    FoundNetwork &found = reader.found;
    found.resetInDoubt = weightsAlone && !found.layers.empty() && found.layers.front().spec.cell == CellKind::gru
        && !found.layers.front().spec.bias;
    if (found.resetInDoubt)
        found.notes.push_back(resetIsGuessed(found.layers.front().name));
    return inventoryOf(std::move(found));
}

} // namespace gatescope
