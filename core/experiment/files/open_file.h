// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/known_networks.h"
#include "core/io/model_file.h"

#include <filesystem>
#include <variant>

namespace gatescope {

/// What one can do with a file that a person opens, drops, or names on the command line.
enum class FileKind { experiment, model, numbers, text, unknown };

/// By content first, then by name. A file that is no file, or that no reader here knows, is unknown;
/// formats of other programs that are not read are models too, whose reader says so.
FileKind recogniseFile(const std::filesystem::path &path);

/// The experiment that a model file makes: its network with an input that fits it.
Experiment experimentOf(const ImportedModel &model, const std::string &title);

/// What a file that holds a network says, read once: an experiment, or all that a model file has, of which one module
/// is to be chosen and made a network.
struct NetworkFile {
    std::filesystem::path path;
    std::variant<Experiment, ModelInventory> holds;

    bool isExperiment() const { return std::holds_alternative<Experiment>(holds); }
    /// What a model file holds; null of an experiment.
    const ModelInventory *model() const { return std::get_if<ModelInventory>(&holds); }
};

/// Reads any file that holds a network: an experiment, also as text that begins from a network that is known, or a
/// model. It may take as long as the file is large. Asked to stop, it ends within a moment with goesOn()'s error.
Result<NetworkFile> readNetworkFile(const std::filesystem::path &path, const KnownNetworks &known = {},
                                    const std::stop_token &stop = {});

/// The network in a file that was read, of a model with `options`. What of a model is left out or taken for granted is
/// appended to `notes`, without what the options decide.
Result<Experiment> networkIn(const NetworkFile &file, const ImportOptions &options = {},
                             std::vector<Sentence> *notes = nullptr);

/// Both at once.
Result<Experiment> openNetwork(const std::filesystem::path &path, const ImportOptions &options = {},
                               const KnownNetworks &known = {}, std::vector<Sentence> *notes = nullptr);

/// The experiment with its input replaced by a file's numbers or text. Refuses numbers whose columns
/// are not the network's inputs, and letters that are not in its alphabet. One column of whole numbers
/// gives a network with an embedding its rows. Each line of a text that is not empty is a sequence;
/// only if the new line itself is in the alphabet the whole text is one, without the last new line.
Result<Experiment> withInputFrom(const Experiment &experiment, const std::filesystem::path &path);

} // namespace gatescope
