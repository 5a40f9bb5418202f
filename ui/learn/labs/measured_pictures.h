// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/small_gru.h"
#include "ui/learn/labs/padding_drawing.h"
#include "ui/learn/labs/stateful_drawing.h"

#include <optional>

namespace gatescope {

/// Numbers that each step of a lab's sequence has.
inline constexpr int labInputs = 2;

/// The network that the lab of padding measures with, where it is no card's own.
SmallGru labGru(bool bias, bool bidirectional, std::uint64_t seed);

/// A batch padded to so many steps, packed, and how far off h_n is by the number of zeros. None where a run fails.
std::optional<PaddingPicture> paddingPicture(const SmallGru &gru, const Batch &batch, PaddingSide side, int steps,
                                             bool enforceSorted);

/// Two batches of labInputs numbers a step, one read behind the other. None where a run fails.
std::optional<StatefulPicture> statefulPicture(const SmallGru &gru, StatefulWay way, bool isDetached,
                                               std::uint64_t seed);

} // namespace gatescope
