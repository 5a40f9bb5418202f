// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensor.h"
#include "core/io/torch/pickle.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

/// What a pickle says of a storage, the memory that a tensor's numbers lie in.
struct TorchStorage {
    std::string key;
    std::string dtype;       ///< as safetensors calls it, "F32"; PyTorch's class where it has no name
    std::int64_t count = 0;  ///< of its numbers
    std::uint64_t ofOne = 0; ///< bytes; 0 where they are not known
};

/// None where the node is no storage as PyTorch names them.
std::optional<TorchStorage> torchStorage(const Pickle &pickle, const PickleNode &node);

/// The bytes of a storage, by the key that the pickle has for it; they stay where they are.
using TorchStorages = std::function<Result<std::string_view>(const std::string &key)>;

/// The tensors in what torch.save() pickled, in the order in which they are found, with at most `mostValues` numbers
/// in all. What is no tensor is passed over.
Result<std::vector<Tensor>> torchTensors(const Pickle &pickle, const TorchStorages &storages, std::size_t mostValues);

} // namespace gatescope
