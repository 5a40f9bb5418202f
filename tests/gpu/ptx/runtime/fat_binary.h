// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace gatescope::ptx {

/// The text of PTX in what nvcc adds to an object (--no-compress), from what __cudaRegisterFatBinary() is handed.
/// Nothing where there is none, or it is compressed.
std::optional<std::string> textInFatBinary(const void *wrapper);

} // namespace gatescope::ptx
