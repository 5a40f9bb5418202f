// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/files/open_file.h"

#include <CLI/App.hpp>

#include <optional>
#include <string>

namespace gatescope {

/// A note on a file, with the option that decides what it leaves in doubt.
std::string withOption(const Sentence &note);

/// The options by which a command line says how a model file is to be read.
class ModelOptions
{
public:
    /// Adds --reset, --update, --nonlinearity and --layer-prefix.
    void addTo(CLI::App &command);

    /// The network in the file. An experiment says itself what convention it uses: options that
    /// contradict it are refused. What of the file is left out is appended to `notes`, or else said on standard error.
    Result<Experiment> open(const std::filesystem::path &file, std::vector<Sentence> *notes = nullptr) const;

    ImportOptions importOptions() const;
    /// Whether none of them was given.
    bool saysNothing() const;

private:
    Result<void> agreesWith(const NetworkSpec &spec) const;

    std::optional<std::string> m_layerPrefix;
    std::string m_reset;
    std::string m_update;
    std::string m_nonlinearity;
};

} // namespace gatescope
