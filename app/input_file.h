// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/trace_json.h"

#include <filesystem>

namespace gatescope {

/// What a command line's --input names: the numbers that layer 0 reads, as JSON {"x": [N][T][I], …}, CSV or .npy.
Result<TraceInput> readInputFile(const std::filesystem::path &file, const NetworkSpec &spec);

} // namespace gatescope
