// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatescope {

/// Numbers as they lie in the file.
struct StoredWeights {
    std::string name;  ///< their place or name: "layers/gru/cell/vars/0"
    std::string dtype; ///< "F32", "F64", "F16" or "BF16"
    std::vector<std::int64_t> shape;
    std::string bytes; ///< little-endian
};

/// What a file holds, to be put into an ImportAnswer.
struct StoredModel {
    std::vector<StoredWeights> weights;
    std::string config;  ///< what Keras says of its layers; "" without that
    std::string graph;   ///< the nodes of an ONNX file; "" for other files
    std::string version; ///< of the program that wrote it; "" where that is not said
};

} // namespace gatescope
