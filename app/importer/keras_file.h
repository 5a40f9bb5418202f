// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importer/stored_model.h"

namespace gatescope {

/// What a .keras file holds: a zip archive with config.json and model.weights.h5.
Result<StoredModel> readKerasArchive(std::string bytes);

} // namespace gatescope
