// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/io/tensor.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What the program gatescope_import says of a file that it read. It goes from process to process as safetensors, whose
/// metadata holds what is no number.
struct ImportAnswer {
    std::vector<Tensor> tensors; ///< named by their places in the file: "layers/gru/cell/vars/0"
    std::string config;          ///< Keras' own JSON about its layers; "" where the file holds weights alone
    std::string graph;           ///< JSON about the nodes of an ONNX file; "" of another file
    std::string version;         ///< of the program that wrote the file: "3.15.1"; "" where that is not said
};

/// The keys of the metadata.
inline constexpr const char *answerConfig = "config";
inline constexpr const char *answerGraph = "graph";
inline constexpr const char *answerVersion = "version";
inline constexpr const char *answerRefusal
    = "refusal"; ///< a Sentence as JSON: the text, then its arguments, each a text or a Sentence again

/// A longer config or graph does not fit into an answer.
inline constexpr std::size_t longestConfig = 400'000;

/// The answer, or why the file was refused. Believes nothing: what reads a hostile file may have been taken over by it.
Result<ImportAnswer> readImportAnswer(std::string_view bytes);

/// The answer that says why a file is not read.
std::string writeRefusal(const Error &why);

// What the config and the graph are read with.

Error answerNotUnderstood();
/// The text under a key; "" where there is none.
std::string textAt(const Json &json, const char *key);

} // namespace gatescope
