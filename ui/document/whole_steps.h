// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playhead.h"

#include <vector>

namespace gatescope {

/// Moves by whole steps, as the network makes them, each with its way back: one that began at a part inside a step
/// leads there again when it is taken back.
class WholeSteps
{
public:
    std::optional<PlayheadState> on(const PlayheadState &from, const Trace &trace) const;
    std::optional<PlayheadState> back(const PlayheadState &from, const Trace &trace) const;
    /// To be told of every one, on or back.
    void made(bool on, const PlayheadState &from, const PlayheadState &to, const Trace &trace);

private:
    struct Move {
        bool on;
        PlayheadState from, to;
    };
    /// The newest move, if it went the other way and ended here.
    const Move *takenBack(const PlayheadState &here, bool on) const;

    std::vector<Move> m_moves; ///< whose way back wholeStepOn and wholeStepBack do not know
};

} // namespace gatescope
