// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/studied.h"

#include <string_view>

namespace gatescope {

/// Something that a lesson says and the engine can show on the lesson's own network.
struct Claim {
    std::string_view name;
    std::string_view says;
    bool (*holds)(const Studied &studied);
};

const std::vector<Claim> &claims();
const Claim *claimNamed(std::string_view name);

} // namespace gatescope
