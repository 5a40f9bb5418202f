// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What stands in front of the values of a .npy file.
struct NpyHeader {
    std::string descr; ///< "<f8"
    bool fortranOrder = false;
    std::vector<std::int64_t> shape;
    std::size_t dataBegin = 0; ///< byte of the first value
};

/// Reads NumPy's format, versions 1 to 3: a magic text, a version, a length, and a Python dictionary
/// with exactly the keys descr, fortran_order and shape.
Result<NpyHeader> readNpyHeader(std::string_view bytes);

} // namespace gatescope
