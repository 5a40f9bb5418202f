// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/inventory.h"

namespace gatescope {

/// A recurrent layer that another program describes, in PyTorch's layout.
struct FoundLayer {
    std::string name;                        ///< "gru_1"; fit to be shown
    NetworkSpec spec;                        ///< of this layer alone
    std::vector<LayerParameters> parameters; ///< of the forward direction, then of the backward one
    std::string dtype;                       ///< as stored: "F32"
    StoredType type = StoredType::f32;
};

/// The linear layer behind the recurrent ones.
struct FoundHead {
    std::string name;
    Tensor weight; ///< [outputs, directions·H]
    std::optional<Tensor> bias;
    bool isUsed = true; ///< or else only listed among what is not used
};

/// A network put together from what another program describes.
struct FoundNetwork {
    std::string embeddingName;
    std::optional<Tensor> embedding; ///< [rows, columns]
    std::vector<FoundLayer> layers;
    std::optional<FoundHead> head;
    std::vector<Sentence> notes;
    bool resetInDoubt = false; ///< as SaidNetwork has it
};

/// Whether both can be layers of one network here, whose layers are all alike.
Result<void> checkAlike(const FoundLayer &first, const FoundLayer &other);

/// The network's tensors by PyTorch's names behind the names of the layers, and what the file says of it. Refuses one
/// without recurrent layers, and an embedding that does not fit.
Result<ModelInventory> inventoryOf(FoundNetwork network);

// What is said of what is left out.
Sentence activationLeftOut(const std::string &name, const std::string &activation);
Sentence headReadsBothEnds(const std::string &name);

// What is said of a GRU whose reset is in doubt.
Sentence resetMayBeForgotten(const std::string &name);
Sentence resetIsGuessed(const std::string &name);
/// Whether a note is one of these, to which whoever has an option for the reset adds how it is called.
bool isAboutReset(const Sentence &note);

/// The tensor under another name.
Tensor named(std::string name, Tensor tensor);
/// The values as a tensor that is stored as another one is.
Tensor storedAs(const Tensor &stored, std::string name, const Matrix &values, bool isVector);

} // namespace gatescope
