// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend_module.h"

#include <filesystem>
#include <vector>

namespace gatescope {

/// The file of a backend by the name "cuda" is gatescope_cuda.so: beside the program, or in the folder ../lib/gatescope
/// seen from there. Both places, in this order.
std::vector<std::filesystem::path> modulePlaces(std::string_view name);

/// The backend of the first of these files that exists; otherwise a sentence: there is no such file, it cannot be
/// loaded, it is no backend, it was made for another program, or this computer lacks what it needs. A file that was
/// loaded stays so until the program ends, because what it made may be anywhere.
Result<std::unique_ptr<Backend>> loadBackend(const std::vector<std::filesystem::path> &places,
                                             const BackendOptions &options = {});

} // namespace gatescope
