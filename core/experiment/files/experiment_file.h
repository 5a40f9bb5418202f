// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/experiment/experiment.h"
#include "core/experiment/known_networks.h"

#include <filesystem>

namespace gatescope {

inline constexpr int experimentVersion = 1;
/// Longer files are neither written nor read.
inline constexpr std::size_t experimentSizeLimit = std::size_t(256) << 20;

/// The .gatescope format: JSON with a version; parameters as base64 of little-endian values with
/// dtype and shape; unknown top-level fields are kept. The experiment must pass its check.
///
/// Parameters read back bit for bit: they are F64, except that a tensor of 65,536 numbers and more
/// whose numbers are all floats, as those of other programs' networks and of fresh ones here are, is
/// F32. So 2 × 1,024 units take 50 to 70 MB. Only if such a network was computed in double they take
/// twice that: nothing is rounded to save room.
std::string writeExperiment(const Experiment &experiment);

/// The same before it becomes a text.
Json experimentToJson(const Experiment &experiment);

/// Refuses a file that is not an experiment, is from a newer version, is damaged, or whose parts do
/// not fit together; nothing is half-loaded.
Result<Experiment> readExperiment(std::string_view text);
Result<Experiment> experimentFromJson(const Json &json);
/// A file may also hold an experiment as one line of text (experiment_text.h).
Result<Experiment> readExperimentFile(const std::filesystem::path &path, const KnownNetworks &known = {});
/// Refuses an experiment that could not be opened again: one that does not pass its check or is too
/// large.
Result<void> writeExperimentFile(const std::filesystem::path &path, const Experiment &experiment);

} // namespace gatescope
