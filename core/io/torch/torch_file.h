// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensor.h"

#include <stop_token>
#include <string_view>
#include <vector>

namespace gatescope {

/// Whether the bytes begin as torch.save() or torch.jit.save() begins a file: a zip archive, or before PyTorch 1.6 a
/// pickle of a certain number.
bool looksLikeTorchFile(std::string_view bytes);

/// The tensors of what torch.save() wrote: a state_dict, a checkpoint that holds some, or a whole module. Each is named
/// as state_dict() would, behind the keys that lead to it: "model_state_dict.gru.weight_ih_l0". Nothing in the file is
/// executed, so that it can come from anybody. Refuses what is damaged, a tensor whose numbers lie outside its storage,
/// and tensors that together have more numbers than the file has bytes. Asked to stop, it ends before the next tensor.
Result<std::vector<Tensor>> readTorchFile(std::string_view bytes, const std::stop_token &stop = {});

} // namespace gatescope
