// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/place_options.h"

#include <algorithm>

namespace gatescope {

namespace {

Result<int> partNamed(const CellDescription &cell, const std::string &name)
{
    const auto found = std::ranges::find(cell.stepParts, name, &StepPart::name);
    if (found != cell.stepParts.end())
        return int(found - cell.stepParts.begin());
    std::string names;
    for (const StepPart &part : cell.stepParts)
        names += (names.empty() ? "" : ", ") + std::string(part.name);
    return error("--part: a step of this %1 has no part %2; its parts are: %3.",
                 {std::string(cell.pytorchName), name, names});
}

} // namespace

Result<void> checkIndex(const std::string &option, int value, int count)
{
    if (value >= 0 && value < count)
        return {};
    return error("%1 %2 is outside 0 … %3.", {option, std::to_string(value), std::to_string(count - 1)});
}

void PlaceOptions::addTo(CLI::App &command)
{
    command.add_option("--sequence", m_sequence, "Which sequence of the input, from 0");
    command.add_option("--step", m_step, "The time step, from 0");
    command.add_option("--part", m_part, "The part of the step: inputs, reset, update, candidate or blend in a GRU");
    command.add_option("--progress", m_progress, "How far through the part, 0 … 1")->check(CLI::Range(0.0, 1.0));
    command.add_option("--pass", m_pass, "forward or backward")->check(CLI::IsMember({"forward", "backward"}));
    command.add_option("--layer", m_layer, "The layer, from 0");
    command.add_option("--direction", m_direction, "forward or backward, in a bidirectional network")
        ->check(CLI::IsMember({"forward", "backward"}));
    command.add_option("--unit", m_unit, "The followed unit, from 0");
    command.add_option("--output", m_output, "In place of the unit, an output of the head, from 0");
    command.add_option("--row", m_row, "Of the unit's picture, the chosen row, from 0");
    command.add_option("--level", m_level, "How near the stage is: 0 the network, 1 a cell, 2 a unit, or between two")
        ->check(CLI::Range(0.0, 2.0));
}

Result<PlayheadState> PlaceOptions::placeIn(const Experiment &experiment, const Trace &trace) const
{
    const NetworkSpec &spec = trace.spec;
    PlayheadState state = clamped(fromView(experiment.view), trace);
    state.progress = m_progress.value_or(1.0);
    state.level = m_level.value_or(state.level);
    if (!m_pass.empty())
        state.pass = m_pass == "backward" ? Pass::backward : Pass::forward;
    if (!m_direction.empty())
        state.direction = m_direction == "backward" ? Direction::backward : Direction::forward;
    if (state.direction == Direction::backward && !spec.bidirectional)
        return error("--direction backward: this network reads in one direction, forward.");

    state.sequence = m_sequence.value_or(state.sequence);
    state.layer = m_layer.value_or(state.layer);
    state.unit = m_unit.value_or(state.unit);
    if (const auto good = checkIndex("--sequence", state.sequence, trace.batch->sequences()); !good)
        return good.error();
    state.step = m_step.value_or(std::min(state.step, trace.length(state.sequence) - 1));
    if (const auto good = checkIndex("--step", state.step, trace.length(state.sequence)); !good)
        return good.error();
    if (const auto good = checkIndex("--layer", state.layer, spec.layers); !good)
        return good.error();
    if (const auto good = checkIndex("--unit", state.unit, spec.hiddenSize); !good)
        return good.error();
    if (!m_part.empty()) {
        const Result<int> part = partNamed(describe(spec.cell), m_part);
        if (!part)
            return part.error();
        state.part = *part;
    }
    if (m_output) {
        if (const auto good = checkIndex("--output", *m_output, spec.headOutputs); !good)
            return good.error();
        state = atOutput(state, spec, *m_output);
    }
    state.row = m_row.value_or(state.row);
    return state;
}

} // namespace gatescope
