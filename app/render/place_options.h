// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playhead.h"

#include <CLI/App.hpp>

#include <optional>
#include <string>

namespace gatescope {

/// The options that say where the playhead stands; what is left out is as the experiment was saved.
class PlaceOptions
{
public:
    void addTo(CLI::App &command);

    /// The place in a trace of the experiment; the sentence names an option outside its range, and the range.
    Result<PlayheadState> placeIn(const Experiment &experiment, const Trace &trace) const;

private:
    std::optional<int> m_sequence, m_step, m_layer, m_unit, m_output, m_row;
    std::optional<double> m_progress, m_level;
    std::string m_part, m_pass, m_direction;
};

/// 0 … count−1, or the sentence that says so.
Result<void> checkIndex(const std::string &option, int value, int count);

} // namespace gatescope
