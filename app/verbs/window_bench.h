// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QSize>

#include <string>
#include <vector>

namespace gatescope {

/// How long frames took.
class FrameTimes
{
public:
    explicit FrameTimes(std::vector<double> milliseconds);

    std::size_t count() const { return m_sorted.size(); }
    /// Nearest rank; 0 without frames.
    double percentile(double share) const;

private:
    std::vector<double> m_sorted;
};

/// One frame, all that follows from a move, painting included.
struct FrameTime {
    double milliseconds = 0;
    double working = 0; ///< those of them in which the window's thread had a processor
};

/// A part of the tour, by what one does in it.
struct TourPhase {
    std::string name;
    std::vector<FrameTime> frames; ///< as they came

    FrameTimes times(double FrameTime::*kind) const;
};

/// What the tour of a window took.
struct WindowBench {
    std::vector<TourPhase> phases;
    double startToFirstFrame = 0; ///< milliseconds from the start of the process

    TourPhase whole() const; ///< all phases as one
};

/// Takes a window of this size, drawn into memory, through the tour: some steps part by part, from the network to a
/// unit and back, the backward pass, where there are more steps than the timeline shows those by the wheel, and a value
/// that is dragged while the network is computed anew.
WindowBench benchWindow(const Experiment &experiment, const QSize &size);

} // namespace gatescope
