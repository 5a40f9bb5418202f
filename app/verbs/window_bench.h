// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QSize>

#include <string>
#include <vector>

namespace gatescope {

/// How long each frame took: what follows from a move, painting included.
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

/// A part of the tour, by what one does in it.
struct TourPhase {
    std::string name;
    std::vector<double> milliseconds; ///< of its frames, as they came
};

/// What the tour of a window took.
struct WindowBench {
    std::vector<TourPhase> phases;
    double startToFirstFrame = 0; ///< milliseconds from the start of the process

    FrameTimes frames() const; ///< of all phases
};

/// Takes a window of this size, drawn into memory, through the tour: some steps part by part, from the network to a
/// unit and back, the backward pass, and a value that is dragged while the network is computed anew.
WindowBench benchWindow(const Experiment &experiment, const QSize &size);

} // namespace gatescope
