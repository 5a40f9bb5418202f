// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatescope {

/// A dataset as it lies in the file.
struct StoredWeights {
    std::string name;  ///< its place: "layers/gru/cell/vars/0"
    std::string dtype; ///< "F32", "F64" or "F16"
    std::vector<std::int64_t> shape;
    std::string bytes; ///< little-endian
};

/// What Keras keeps in an HDF5 file.
struct Hdf5Weights {
    std::vector<StoredWeights> weights;
    std::string config;  ///< the attribute model_config; "" without one
    std::string version; ///< the attribute keras_version; "" without one
};

/// All datasets of floating-point numbers but those of an optimizer. Refuses whatever leads out of the file (external
/// and soft links, external storage, virtual datasets) or is larger than it: what is not stored in one piece, packed,
/// or together with the rest has more bytes than the file. Other numbers, counters and seeds, are passed over.
Result<Hdf5Weights> readHdf5(std::string bytes);

} // namespace gatescope
