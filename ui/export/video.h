// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/animation.h"

#include <QSize>

namespace gatescope {

/// Frames of a video in a second; a frame of the animation that stays longer is shown in several.
inline constexpr int framesPerSecond = 30;

/// The animation as an MP4 (H.264 where the program has it), made by the program ffmpeg, which is given the frames
/// through a pipe. Sides are even: a picture of 101 × 50 has a column of paper more. Nothing is left when it is given
/// up or fails; the sentence has the program's last words.
Result<QByteArray> mp4Bytes(const Animation &animation, const QString &ffmpeg);

/// A format that holds an animation.
struct AnimationFormat {
    const char *ending;  ///< ".gif"
    const char *name;    ///< "GIF"
    const char *program; ///< that makes it; null: none is needed
    Result<QByteArray> (*bytes)(const Animation &animation, const QString &program);
};

/// Every format, the first the one that needs nothing.
const std::vector<AnimationFormat> &animationFormats();
/// The format that a file's name asks for; none for an ending that is not in the list.
const AnimationFormat *animationFormatOf(const QString &path);
/// Where the format's program is, empty if it needs none; refuses when it is not installed.
Result<QString> programFor(const AnimationFormat &format);

} // namespace gatescope
