// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/trace_json.h"

#include <filesystem>
#include <optional>

namespace gatescope {

/// What a command line's --input names: the numbers that layer 0 reads, as JSON {"x": [N][T][I], …}, CSV or .npy. With
/// an `embedding` [rows, I] one column of whole numbers names rows of it, which are what layer 0 reads.
Result<TraceInput> readInputFile(const std::filesystem::path &file, const NetworkSpec &spec,
                                 const std::optional<Matrix> &embedding = {});

} // namespace gatescope
