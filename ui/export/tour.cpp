// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/tour.h"

#include "ui/document/playing/camera.h"
#include "ui/document/playing/player.h"

#include <algorithm>

namespace gatescope {

std::vector<TourFrame> tour(const PlayheadState &state, const Trace &trace, int from, int to, const TourPace &pace)
{
    const auto [first, last] = std::minmax(from, to);
    PlayheadState start = atStart(state, trace);
    start.step = stepSense(state) > 0 ? first : last;

    std::vector<TourFrame> frames;
    const auto inside = [&](const PlayheadState &at) {
        return at.step >= first && at.step <= last && at.layer == state.layer && at.direction == state.direction;
    };
    for (std::optional<PlayheadState> at = start; at && inside(*at); at = partOn(*at, trace)) {
        for (int move = 0; move < pace.moves; ++move) {
            PlayheadState moving = *at;
            moving.progress = eased(double(move) / pace.moves);
            frames.push_back({moving, pace.moveMilliseconds});
        }
        const auto next = partOn(*at, trace);
        const bool stepEnds = !next || next->step != at->step;
        PlayheadState done = *at;
        done.progress = 1.0;
        frames.push_back({done, stepEnds ? pace.stepHolds : pace.partHolds});
    }
    return frames;
}

std::vector<TourFrame> cameraTour(const PlayheadState &state, int to)
{
    const double duration = Camera::moveMilliseconds(to - state.level);
    std::vector<TourFrame> frames;
    for (double age = Camera::frameMilliseconds; age < duration; age += Camera::frameMilliseconds) {
        PlayheadState moving = state;
        moving.level += (to - state.level) * eased(age / duration);
        frames.push_back({moving, Camera::frameMilliseconds});
    }
    PlayheadState there = state;
    there.level = to;
    frames.push_back({there, Camera::frameMilliseconds});
    return frames;
}

} // namespace gatescope
