// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/io/foreign/import_answer.h"

#include <map>

namespace gatescope {

/// A node of an ONNX file: what it computes, of what.
struct OnnxNode {
    std::string op;   ///< "GRU"
    std::string name; ///< "rnn.GRU", of "/rnn/GRU"; fit to be shown
    std::vector<std::string> inputs;
    std::vector<std::string> outputs;
    Json attributes; ///< {"hidden_size": 3, "direction": "bidirectional"}

    /// The name of an input or output; "" where there is none.
    std::string input(std::size_t i) const { return i < inputs.size() ? inputs[i] : std::string(); }
    std::string output(std::size_t i) const { return i < outputs.size() ? outputs[i] : std::string(); }
};

/// The nodes and the numbers of an ONNX file. The program that reads such files tells them as
/// {"nodes": [{"op", "name", "domain"?, "in", "out", "attributes"?}]}.
class OnnxGraph
{
public:
    /// The file must outlive it. Refuses what is not told like this, an output of two nodes, and operators that are not
    /// ONNX' own.
    static Result<OnnxGraph> read(const ImportAnswer &file);

    const std::vector<OnnxNode> &nodes() const { return m_nodes; }
    /// The node that makes a value; null for what no node makes.
    const OnnxNode *maker(const std::string &value) const;
    std::vector<const OnnxNode *> readers(const std::string &value) const;
    /// An initialiser or a constant of floating-point numbers; null for another value.
    const Tensor *numbers(const std::string &value) const;

private:
    std::vector<OnnxNode> m_nodes;
    std::map<std::string, std::size_t> m_makers;
    std::multimap<std::string, std::size_t> m_readers;
    std::map<std::string, const Tensor *> m_numbers;
};

} // namespace gatescope
