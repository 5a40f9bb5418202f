// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensor.h"

#include <stop_token>

namespace gatescope {

/// A safetensors file: 8 bytes of header length, a JSON header, then the values.
struct SafetensorsFile {
    std::vector<Tensor> tensors;
    std::vector<std::pair<std::string, std::string>> metadata; ///< "__metadata__"
};

/// Strict: header at most 1 MiB, at most 10,000 tensors, names unique, every size and offset checked
/// with overflow in mind, tensors contiguous and filling the file. Values may be NaN; whoever uses a
/// tensor refuses that. Asked to stop, it ends before the next tensor.
Result<SafetensorsFile> readSafetensors(std::string_view bytes, const std::stop_token &stop = {});

/// The tensors in their order, each in its `type`; names must be unique, and StoredType::other cannot be written.
std::string writeSafetensors(const SafetensorsFile &file);

} // namespace gatescope
