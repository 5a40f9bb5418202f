// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensor.h"
#include "core/model/parameters.h"

#include <optional>

namespace gatescope {

/// A recurrent module found among a file's tensors.
struct RecurrentModule {
    std::string prefix;    ///< "encoder.gru." or ""
    NetworkSpec spec;      ///< read off the shapes
    std::string dtype;     ///< as stored: "F32"
    Result<void> complete; ///< or which tensor is missing or has the wrong shape

    RecurrentModule() : complete(Result<void>()) { }
};

/// What a file of layers says of its network beyond the tensors.
struct SaidNetwork {
    NetworkSpec spec;            ///< the whole network with its conventions and activations
    std::string embeddingName;   ///< "embedding." or ""
    std::string headName;        ///< "dense." or ""
    std::vector<Sentence> notes; ///< what of the file is left out or taken for granted
    bool resetInDoubt = false;   ///< whether its reset may be one that another program forgot to say
};

/// What a model file holds.
struct ModelInventory {
    std::vector<Tensor> tensors;
    std::vector<RecurrentModule> modules;
    std::optional<SaidNetwork> said = {}; ///< of the one module there is; nothing in a file of tensors alone
};

/// Finds the recurrent modules by PyTorch's tensor names, under any prefix. Refuses a name that stands
/// twice; an incomplete module is listed with its reason.
Result<ModelInventory> takeInventory(std::vector<Tensor> tensors);

} // namespace gatescope
