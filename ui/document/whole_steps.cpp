// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/whole_steps.h"

namespace gatescope {

namespace {

/// Whatever has become of the move there, and wherever the camera is.
bool isSamePlace(PlayheadState a, const PlayheadState &b)
{
    a.progress = b.progress;
    a.level = b.level;
    return a == b;
}

/// The other place's part of its step.
PlayheadState atPartOf(PlayheadState state, const PlayheadState &other, const Trace &trace)
{
    state.step = other.step;
    state.part = other.part;
    state.progress = 1.0;
    return clamped(state, trace);
}

} // namespace

const WholeSteps::Move *WholeSteps::takenBack(const PlayheadState &here, bool on) const
{
    const bool returns = !m_moves.empty() && m_moves.back().on != on && isSamePlace(m_moves.back().to, here);
    return returns ? &m_moves.back() : nullptr;
}

std::optional<PlayheadState> WholeSteps::on(const PlayheadState &from, const Trace &trace) const
{
    const Move *before = takenBack(from, true);
    return before ? atPartOf(from, before->from, trace) : wholeStepOn(from, trace);
}

std::optional<PlayheadState> WholeSteps::back(const PlayheadState &from, const Trace &trace) const
{
    const Move *before = takenBack(from, false);
    return before ? atPartOf(from, before->from, trace) : wholeStepBack(from, trace);
}

void WholeSteps::made(bool on, const PlayheadState &from, const PlayheadState &to, const Trace &trace)
{
    if (takenBack(from, on))
        return m_moves.pop_back();
    const auto way = on ? wholeStepBack(to, trace) : wholeStepOn(to, trace);
    if (!way || !isSamePlace(*way, from) || takenBack(to, !on)) // that move before it shall not be taken for this one
        m_moves.push_back({on, from, to});
}

} // namespace gatescope
