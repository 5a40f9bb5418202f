// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <filesystem>

namespace gatescope {

inline constexpr int experimentVersion = 1;

/// The .gatescope format: JSON with a version; parameters as base64 of little-endian values with
/// dtype and shape; unknown fields are kept.
std::string writeExperiment(const Experiment &experiment);

/// Refuses a file that is not an experiment, is from a newer version, is damaged, or whose parts do
/// not fit together; nothing is half-loaded.
Result<Experiment> readExperiment(std::string_view text);
Result<Experiment> readExperimentFile(const std::filesystem::path &path);
Result<void> writeExperimentFile(const std::filesystem::path &path, const Experiment &experiment);

} // namespace gatescope
