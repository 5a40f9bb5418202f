// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx/onnx_graph.h"

#include <algorithm>

namespace gatescope {

namespace {

std::vector<std::string> textsAt(const Json &json, const char *key)
{
    std::vector<std::string> texts;
    if (json.contains(key) && json[key].is_array()) {
        for (const Json &text : json[key])
            texts.push_back(text.is_string() ? text.get<std::string>() : std::string());
    }
    return texts;
}

/// "rnn.GRU" of "/rnn/GRU"
std::string asModule(std::string name)
{
    name.erase(0, name.find_first_not_of('/'));
    std::ranges::replace(name, '/', '.');
    return printable(name);
}

} // namespace

Result<OnnxGraph> OnnxGraph::read(const ImportAnswer &file)
{
    const Result<Json> told = parseJson(file.graph, {.bytes = longestConfig, .depth = 8, .values = longestConfig});
    if (!told || !told->is_object() || !told->contains("nodes") || !(*told)["nodes"].is_array())
        return answerNotUnderstood();
    OnnxGraph graph;
    for (const Tensor &tensor : file.tensors)
        graph.m_numbers[tensor.name] = &tensor;
    for (const Json &json : (*told)["nodes"]) {
        if (!json.is_object())
            return answerNotUnderstood();
        OnnxNode node{textAt(json, "op"), asModule(textAt(json, "name")), textsAt(json, "in"), textsAt(json, "out"),
                      json.contains("attributes") ? json["attributes"] : Json::object()};
        if (node.name.empty())
            node.name = asModule(node.output(0));
        if (json.contains("domain"))
            return error("%1 is of the kind %2, which is not ONNX' own and is not read.",
                         {node.name, printable(node.op)});
        const std::size_t place = graph.m_nodes.size();
        for (const std::string &output : node.outputs) {
            if (!output.empty() && !graph.m_makers.emplace(output, place).second)
                return error("%1 is made by two nodes: the file is damaged.", {printable(output)});
        }
        for (const std::string &input : node.inputs)
            graph.m_readers.emplace(input, place);
        graph.m_nodes.push_back(std::move(node));
    }
    return graph;
}

const OnnxNode *OnnxGraph::maker(const std::string &value) const
{
    const auto found = m_makers.find(value);
    return found == m_makers.end() ? nullptr : &m_nodes[found->second];
}

std::vector<const OnnxNode *> OnnxGraph::readers(const std::string &value) const
{
    std::vector<const OnnxNode *> nodes;
    const auto [begin, end] = m_readers.equal_range(value);
    for (auto reader = begin; reader != end; ++reader)
        nodes.push_back(&m_nodes[reader->second]);
    return nodes;
}

const Tensor *OnnxGraph::numbers(const std::string &value) const
{
    const auto found = m_numbers.find(value);
    return found == m_numbers.end() || found->second->type == StoredType::other ? nullptr : found->second;
}

} // namespace gatescope
