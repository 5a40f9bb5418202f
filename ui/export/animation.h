// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

#include <functional>
#include <vector>

namespace gatescope {

/// Pictures that follow one another. All have one size; the same frames give the same bytes.
struct Animation {
    std::vector<int> milliseconds;            ///< how long each frame stays; GIF counts in 10 ms
    std::function<QImage(std::size_t)> frame; ///< asked for any frame, and more than once
    /// Called before each frame is drawn with the share that is done, 0 … 1; false gives up. May be empty.
    std::function<bool(double)> goesOn;

    bool isWanted(double done) const { return !goesOn || goesOn(done); }
};

/// What comes back when an animation was given up.
Error givenUp();

/// What comes back where memory does not suffice for a frame.
Error outOfMemory();

/// One frame; refused where memory does not suffice for it.
Result<QImage> frameOf(const Animation &animation, std::size_t frame);

/// An endless GIF with one table of colours for all frames.
Result<QByteArray> gifBytes(const Animation &animation);

} // namespace gatescope
