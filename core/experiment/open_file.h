// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/io/model_file.h"

#include <filesystem>

namespace gatescope {

/// What one can do with a file that a person opens, drops, or names on the command line.
enum class FileKind { experiment, model, numbers, text, unknown };

/// By content first, then by name.
FileKind recogniseFile(const std::filesystem::path &path);

/// The experiment that a model file makes: its network with an input that fits it.
Experiment experimentOf(const ImportedModel &model, const std::string &title);

/// Any file that holds a network: an experiment, or a model with `options`.
Result<Experiment> openNetwork(const std::filesystem::path &path, const ImportOptions &options = {});

/// The experiment with its input replaced by a file's numbers or text. Refuses numbers whose columns
/// are not the network's inputs, and letters that are not in its alphabet.
Result<Experiment> withInputFrom(const Experiment &experiment, const std::filesystem::path &path);

} // namespace gatescope
