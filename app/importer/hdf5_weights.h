// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importer/stored_model.h"

namespace gatescope {

/// All datasets of floating-point numbers but those of an optimizer. Refuses whatever leads out of the file (external
/// and soft links, external storage, virtual datasets) or is larger than it: what is not stored in one piece, packed,
/// or together with the rest has more bytes than the file. Other numbers, counters and seeds, are passed over; the
/// attributes model_config and keras_version are the config and the version.
Result<StoredModel> readHdf5(std::string bytes);

} // namespace gatescope
