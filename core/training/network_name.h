// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/race.h"

#include <string_view>

namespace gatescope {

/// What a network of a race is called when nobody gives it a name: "GRU of 2 layers bias +3". What is as usual is not
/// said.
std::string usualName(const RaceEntry &entry);

/// A name of a network in words that are translated: one that is offered for a race or is usualName(), also where its
/// size stands behind it, as in a sweep ("GRU of 8"), or its race before it ("A: GRU of 2 layers"). A name that
/// somebody gave stays what it is.
Sentence nameInWords(std::string_view name);

} // namespace gatescope
