// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importer/hdf5_weights.h"

namespace gatescope {

/// What a .keras, .h5 or .weights.h5 file holds: an HDF5 file, or a zip archive with config.json and model.weights.h5.
Result<Hdf5Weights> readKerasContainer(const std::string &path);

} // namespace gatescope
