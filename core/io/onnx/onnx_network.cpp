// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/onnx_network.h"

#include "core/io/onnx/onnx_recurrent.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

using Nodes = std::vector<const OnnxNode *>;

bool isOneOf(const OnnxNode &node, std::initializer_list<std::string_view> ops)
{
    return std::ranges::find(ops, node.op) != ops.end();
}

/// Whether the node gives on what it reads first, in another shape.
bool movesNumbers(const OnnxNode &node)
{
    return isOneOf(node, {"Transpose", "Reshape", "Squeeze", "Unsqueeze", "Identity", "Cast", "Dropout", "Flatten"});
}

/// Whether the node chooses some of what a layer answered: a step, or the states of a direction.
bool choosesNumbers(const OnnxNode &node)
{
    return isOneOf(node, {"Gather", "Slice", "Split", "Concat"});
}

Error notRead(const OnnxNode &node)
{
    return error("%1 is a node of the kind %2 where none is read; expected a Gather of an embedding, then GRU, LSTM or "
                 "RNN, then Gemm or MatMul, one after the other.",
                 {node.name, printable(node.op)});
}

/// Finds the network in a graph.
class ChainReader
{
public:
    explicit ChainReader(const OnnxGraph &graph) : m_graph(graph) { }

    Result<ModelInventory> read();

private:
    Result<const OnnxNode *> below(const OnnxNode &layer);
    Result<Nodes> inOrder();
    Nodes behind(const std::string &value) const;
    Result<void> takeLayer(const OnnxNode &node, const OnnxNode *next);
    Result<bool> statesAreGiven(const OnnxNode &node, const std::string &state) const;
    Result<void> takeSideways(const OnnxNode &node);
    Result<void> takeHead(const OnnxNode &node, bool readsBothEnds);
    Result<void> takeWhatFollows(const std::string &value);

    const OnnxGraph &m_graph;
    FoundNetwork m_found;
};

/// The recurrent node that this one reads, null for the first; an embedding on the way is taken.
Result<const OnnxNode *> ChainReader::below(const OnnxNode &layer)
{
    std::string value = layer.input(0);
    for (std::size_t i = 0; i <= m_graph.nodes().size(); ++i) {
        const OnnxNode *maker = m_graph.maker(value);
        if (!maker)
            return maker; // an input of the network
        if (isRecurrent(*maker) && value == maker->output(0))
            return maker;
        const Tensor *rows = maker->op == "Gather" ? m_graph.numbers(maker->input(0)) : nullptr;
        if (rows && rows->shape.size() == 2 && rows->dimension(0) > 0) {
            const bool isWeight = rows->name.ends_with(".weight");
            m_found.embedding = *rows;
            m_found.embeddingName = isWeight ? printable(rows->name.substr(0, rows->name.rfind('.'))) : maker->name;
            return static_cast<const OnnxNode *>(nullptr);
        }
        if (!movesNumbers(*maker))
            return notRead(*maker);
        value = maker->input(0);
    }
    return notRead(layer); // a circle
}

/// The recurrent nodes from the first to the last.
Result<Nodes> ChainReader::inOrder()
{
    std::map<const OnnxNode *, const OnnxNode *> above;
    std::size_t count = 0;
    for (const OnnxNode &node : m_graph.nodes()) {
        if (!isRecurrent(node))
            continue;
        const Result<const OnnxNode *> reads = below(node);
        if (!reads)
            return reads.error();
        if (!above.emplace(*reads, &node).second)
            return error("%1 and %2 read the same; expected recurrent layers one after the other.",
                         {above[*reads]->name, node.name});
        ++count;
    }
    Nodes layers;
    for (auto next = above.find(nullptr); next != above.end() && layers.size() < count;
         next = above.find(layers.back()))
        layers.push_back(next->second);
    return layers;
}

/// The nodes that compute something of a value, behind those that only move or choose its numbers.
Nodes ChainReader::behind(const std::string &value) const
{
    Nodes computing;
    std::set<std::string> seen{value};
    std::vector<std::string> left{value};
    while (!left.empty()) {
        const std::string next = std::move(left.back());
        left.pop_back();
        for (const OnnxNode *reader : m_graph.readers(next)) {
            if (reader->op == "Shape")
                continue;
            if (!movesNumbers(*reader) && !choosesNumbers(*reader)) {
                if (std::ranges::find(computing, reader) == computing.end())
                    computing.push_back(reader);
                continue;
            }
            for (const std::string &output : reader->outputs) {
                if (!output.empty() && seen.insert(output).second)
                    left.push_back(output);
            }
        }
    }
    return computing;
}

/// Whether a state that a layer begins with is given at each run, or else zeros, as a run here has them.
Result<bool> ChainReader::statesAreGiven(const OnnxNode &node, const std::string &state) const
{
    std::string value = state;
    for (std::size_t i = 0; i <= m_graph.nodes().size() && !value.empty(); ++i) {
        if (const Tensor *numbers = m_graph.numbers(value)) {
            if (std::ranges::all_of(numbers->values, [](double number) { return number == 0; }))
                return false;
            return error("%1 begins with states of its own that are not 0; expected zeros.", {node.name});
        }
        const OnnxNode *maker = m_graph.maker(value);
        if (!maker || !(movesNumbers(*maker) || choosesNumbers(*maker) || isOneOf(*maker, {"Expand", "Tile"})))
            break;
        value = maker->input(0);
    }
    return !value.empty();
}

/// What a layer reads and answers beside its inputs and states: lengths, the states that it begins with, its cells.
Result<void> ChainReader::takeSideways(const OnnxNode &node)
{
    if (!node.input(4).empty())
        m_found.notes.push_back(sentence(
            "%1 reads each sequence up to a length that is given to it (sequence_lens); here every step is read.",
            {node.name}));
    bool areGiven = false;
    for (const std::size_t state : {5, 6}) { // initial_h, initial_c
        const Result<bool> given = statesAreGiven(node, node.input(state));
        if (!given)
            return given.error();
        areGiven |= *given;
    }
    if (areGiven)
        m_found.notes.push_back(
            sentence("%1 begins with states that are given to it at each run; here they are 0 unless you give them.",
                     {node.name}));
    const Nodes readers = node.output(2).empty() ? Nodes() : behind(node.output(2)); // Y_c
    if (!readers.empty())
        return error("%1 reads the cell state of %2; expected nodes that read its states h.",
                     {readers.front()->name, node.name});
    return {};
}

Result<void> ChainReader::takeLayer(const OnnxNode &node, const OnnxNode *next)
{
    Result<FoundLayer> layer = readOnnxLayer(node, m_graph);
    if (!layer)
        return layer.error();
    if (!m_found.layers.empty()) {
        if (const Result<void> alike = checkAlike(m_found.layers.front(), *layer); !alike)
            return alike;
    }
    if (const Result<void> taken = takeSideways(node); !taken)
        return taken;
    m_found.layers.push_back(std::move(*layer));
    if (!next)
        return {};
    for (const OnnxNode *reader : behind(node.output(0))) {
        if (reader != next)
            return notRead(*reader);
    }
    return {};
}

Result<void> ChainReader::takeHead(const OnnxNode &node, bool readsBothEnds)
{
    const bool isGemm = node.op == "Gemm";
    const Tensor *weight = isGemm || node.op == "MatMul" ? m_graph.numbers(node.input(1)) : nullptr;
    const auto isOne = [&](const char *key) { return !node.attributes.contains(key) || node.attributes[key] == 1; };
    const auto isSet = [&](const char *key) { return node.attributes.contains(key) && node.attributes[key] == 1; };
    if (!weight || m_found.head || !isOne("alpha") || !isOne("beta") || isSet("transA"))
        return notRead(node);
    const int inputs = m_found.layers.back().spec.outputSize();
    if (weight->shape.size() != 2 || weight->dimension(isSet("transB") ? 1 : 0) != inputs
        || weight->dimension(isSet("transB") ? 0 : 1) < 1)
        return error("%1 has weights of the shape %2, but the layer before it answers with %3 numbers at each step.",
                     {node.name, weight->shapeText(), std::to_string(inputs)});
    const Matrix values = isSet("transB") ? toMatrix(*weight) : Matrix(toMatrix(*weight).transpose());
    m_found.head = FoundHead{node.name, storedAs(*weight, {}, values, false), {}, !readsBothEnds};
    if (readsBothEnds)
        m_found.notes.push_back(headReadsBothEnds(node.name));
    std::string answer = node.output(0);
    const Tensor *bias = isGemm ? m_graph.numbers(node.input(2)) : nullptr;
    if (isGemm && !bias && !node.input(2).empty())
        return notRead(node);
    const Nodes readers = m_graph.readers(answer);
    if (!bias && readers.size() == 1 && readers.front()->op == "Add") {
        bias = m_graph.numbers(readers.front()->input(readers.front()->input(0) == answer ? 1 : 0));
        answer = readers.front()->output(0);
        if (!bias)
            return notRead(*readers.front());
    }
    if (bias && bias->shape != std::vector{std::int64_t(values.rows())})
        return error("%1 has a bias of the shape %2, expected [%3].",
                     {node.name, bias->shapeText(), std::to_string(values.rows())});
    if (bias)
        m_found.head->bias = *bias;
    return takeWhatFollows(answer);
}

/// Behind the head nothing but a last activation.
Result<void> ChainReader::takeWhatFollows(const std::string &value)
{
    const Nodes readers = behind(value);
    if (readers.empty())
        return {};
    const OnnxNode &last = *readers.front();
    if (readers.size() > 1 || !isOneOf(last, {"Softmax", "LogSoftmax", "Sigmoid"}) || !behind(last.output(0)).empty())
        return notRead(readers.size() > 1 ? *readers.back() : last);
    if (m_found.head->isUsed)
        m_found.notes.push_back(activationLeftOut(last.name, last.op));
    return {};
}

Result<ModelInventory> ChainReader::read()
{
    const Result<Nodes> layers = inOrder();
    if (!layers)
        return layers.error();
    for (std::size_t i = 0; i < layers->size(); ++i) {
        const Result<void> taken = takeLayer(*(*layers)[i], i + 1 < layers->size() ? (*layers)[i + 1] : nullptr);
        if (!taken)
            return taken.error();
    }
    if (layers->empty())
        return inventoryOf(std::move(m_found));
    const OnnxNode &last = *layers->back();
    const bool isBidirectional = m_found.layers.front().spec.bidirectional;
    for (const std::size_t output : {0, 1}) { // of every step; of the last step of each direction
        for (const OnnxNode *reader : last.output(output).empty() ? Nodes() : behind(last.output(output))) {
            if (const Result<void> taken = takeHead(*reader, isBidirectional && output == 1); !taken)
                return taken.error();
        }
    }
    const NetworkSpec &spec = m_found.layers.front().spec;
    m_found.resetInDoubt = spec.cell == CellKind::gru && spec.reset == ResetPlacement::before;
    if (m_found.resetInDoubt)
        m_found.notes.push_back(resetMayBeForgotten(m_found.layers.front().name));
    return inventoryOf(std::move(m_found));
}

} // namespace

Result<ModelInventory> onnxNetwork(const ImportAnswer &file)
{
    const Result<OnnxGraph> graph = OnnxGraph::read(file);
    return graph ? ChainReader(*graph).read() : graph.error();
}

} // namespace gatescope
