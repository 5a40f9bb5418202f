// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playhead.h"

#include <vector>

namespace gatescope {

/// One frame of a tour: where the playhead stands, and for how long.
struct TourFrame {
    PlayheadState state;
    int milliseconds = 0;
};

/// How a tour moves through a part and rests after it.
struct TourPace {
    int moves = 12; ///< frames of a move, without the one that holds
    int moveMilliseconds = 30;
    int partHolds = 600;  ///< milliseconds after each part
    int stepHolds = 1400; ///< after the last part of a step
};

/// The walk along the computation, part by part, through the steps from … to (in either order); layer,
/// direction, unit and pass are those of `state`.
std::vector<TourFrame> tour(const PlayheadState &state, const Trace &trace, int from, int to,
                            const TourPace &pace = {});

/// The camera's way from the state's level to another, every frame of it, the one at rest included.
std::vector<TourFrame> cameraTour(const PlayheadState &state, int to);

} // namespace gatescope
