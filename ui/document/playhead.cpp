// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playhead.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

int partSense(const PlayheadState &state)
{
    return state.pass == Pass::forward ? 1 : -1;
}

int lastPart(const Trace &trace)
{
    return static_cast<int>(describe(trace.spec.cell).stepParts.size()) - 1;
}

/// Where a walk with this sense begins in 0 … last.
int beginOf(int sense, int last)
{
    return sense > 0 ? 0 : last;
}

/// `along` is +1 to go on, −1 to go back.
std::optional<PlayheadState> movedByStep(const PlayheadState &from, const Trace &trace, int along)
{
    PlayheadState state = clamped(from, trace);
    state.step += along * stepSense(state);
    if (state.step < 0 || state.step >= trace.length(state.sequence))
        return std::nullopt;
    state.progress = 1.0;
    return state;
}

std::optional<PlayheadState> movedByPart(const PlayheadState &from, const Trace &trace, int along)
{
    PlayheadState state = clamped(from, trace);
    const int sense = along * partSense(state);
    const int last = lastPart(trace);
    state.row = PlayheadState::none; // another part has rows of its own
    state.progress = 1.0;
    if (showsHead(state, trace.spec)) { // it stands behind the last part
        state.output = PlayheadState::none;
        state.part = last;
        if (sense < 0)
            return state;
    }
    state.output = PlayheadState::none;
    state.part += sense;
    if (state.part >= 0 && state.part <= last)
        return state;
    state.part = beginOf(sense, last);
    return movedByStep(state, trace, along);
}

} // namespace

PlayheadState arrivingAt(PlayheadState state)
{
    state.progress = 1.0;
    state.row = state.output = PlayheadState::none;
    return state;
}

PlayheadState atOutput(PlayheadState state, const NetworkSpec &spec, int output)
{
    state = arrivingAt(state);
    state.pass = Pass::forward;
    state.layer = spec.layers - 1;
    state.direction = Direction::forward;
    state.part = static_cast<int>(describe(spec.cell).stepParts.size()) - 1;
    state.output = output;
    return state;
}

PlayheadState clamped(PlayheadState state, const Trace &trace)
{
    state.sequence = std::clamp(state.sequence, 0, trace.batch->sequences() - 1);
    state.step = std::clamp(state.step, 0, trace.length(state.sequence) - 1);
    state.part = std::clamp(state.part, 0, lastPart(trace));
    state.progress = state.progress >= 0.0 ? std::min(state.progress, 1.0) : 0.0; // NaN too
    state.level = state.level >= 0.0 ? std::min(state.level, 2.0) : 0.0;          // NaN too
    state.layer = std::clamp(state.layer, 0, trace.spec.layers - 1);
    if (!trace.spec.bidirectional)
        state.direction = Direction::forward;
    state.unit = std::clamp(state.unit, 0, trace.spec.hiddenSize - 1);
    state.row = std::max(state.row, PlayheadState::none);
    if (!showsHead(state, trace.spec))
        state.output = PlayheadState::none;
    return state;
}

int stepSense(const PlayheadState &state)
{
    return (state.direction == Direction::forward) == (state.pass == Pass::forward) ? 1 : -1;
}

PlayheadState inCell(PlayheadState state, CellKind from, CellKind to)
{
    if (from == to)
        return state;
    const std::vector<StepPart> &before = describe(from).stepParts;
    const std::vector<StepPart> &after = describe(to).stepParts;
    const auto part = std::size_t(state.part);
    const auto named
        = part < before.size() ? std::ranges::find(after, before[part].name, &StepPart::name) : after.end();
    state.part = named == after.end() ? 0 : int(named - after.begin());
    return state;
}

std::optional<PlayheadState> partOn(const PlayheadState &state, const Trace &trace)
{
    return movedByPart(state, trace, 1);
}

std::optional<PlayheadState> partBack(const PlayheadState &state, const Trace &trace)
{
    return movedByPart(state, trace, -1);
}

std::optional<PlayheadState> stepOn(const PlayheadState &state, const Trace &trace)
{
    return movedByStep(state, trace, 1);
}

std::optional<PlayheadState> stepBack(const PlayheadState &state, const Trace &trace)
{
    return movedByStep(state, trace, -1);
}

std::optional<PlayheadState> wholeStepOn(const PlayheadState &state, const Trace &trace)
{
    PlayheadState done = clamped(state, trace);
    const int last = beginOf(-partSense(done), lastPart(trace));
    const bool isDone = done.part == last;
    done.part = last;
    done.progress = 1.0;
    return isDone ? movedByStep(done, trace, 1) : std::optional(done);
}

std::optional<PlayheadState> wholeStepBack(const PlayheadState &state, const Trace &trace)
{
    auto before = movedByStep(state, trace, -1);
    if (before)
        before->part = beginOf(-partSense(*before), lastPart(trace));
    return before;
}

bool showsHead(const PlayheadState &state, const NetworkSpec &spec)
{
    return state.pass == Pass::forward && state.output >= 0 && state.output < spec.headOutputs;
}

bool showsNetwork(const PlayheadState &state)
{
    return state.level < 0.5;
}

PlayheadState atStart(const PlayheadState &from, const Trace &trace)
{
    PlayheadState state = clamped(from, trace);
    state.step = beginOf(stepSense(state), trace.length(state.sequence) - 1);
    state.part = beginOf(partSense(state), lastPart(trace));
    state.progress = 1.0;
    return state;
}

PlayheadState atEnd(const PlayheadState &from, const Trace &trace)
{
    PlayheadState state = clamped(from, trace);
    state.step = beginOf(-stepSense(state), trace.length(state.sequence) - 1);
    state.part = beginOf(-partSense(state), lastPart(trace));
    state.progress = 1.0;
    return state;
}

bool isComputed(const PlayheadState &state, int part)
{
    return state.pass == Pass::forward ? part <= state.part : part >= state.part;
}

PlayheadState fromView(const ExperimentView &view)
{
    return {.sequence = view.sequence,
            .step = view.step,
            .part = view.part,
            .progress = 1.0,
            .layer = view.layer,
            .direction = view.direction,
            .unit = view.unit,
            .pass = view.backwardPass ? Pass::backward : Pass::forward,
            .level = static_cast<double>(view.level)};
}

ExperimentView toView(const PlayheadState &state)
{
    return {.sequence = state.sequence,
            .step = state.step,
            .part = state.part,
            .layer = state.layer,
            .direction = state.direction,
            .unit = state.unit,
            .backwardPass = state.pass == Pass::backward,
            .level = static_cast<int>(std::lround(state.level))};
}

void Playhead::moveTo(const PlayheadState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit moved(m_state);
}

} // namespace gatescope
