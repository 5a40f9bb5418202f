// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/learning/lessons/deed.h"

namespace gatescope {

/// What readDeed() reads, with the words that ask for it.
Json deedToJson(const Deed &deed, const std::string &asks);

bool isSameDeed(const std::optional<Deed> &one, const std::optional<Deed> &other);

} // namespace gatescope
