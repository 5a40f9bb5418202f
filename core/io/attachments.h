// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model_file.h"

namespace gatescope {

/// Tensors beside a recurrent module that can be its embedding and its linear head; null where none
/// fits, or where several fit equally well.
struct Attachments {
    const Tensor *embedding = nullptr;  ///< [rows, inputSize]
    const Tensor *headWeight = nullptr; ///< [outputs, directions·H]
    const Tensor *headBias = nullptr;   ///< [outputs]; null without bias
};

Attachments findAttachments(const ModelInventory &inventory, const RecurrentModule &module);

} // namespace gatescope
