// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/check/agreement.h"

#include <array>
#include <string_view>

namespace gatescope::trial {

/// How near a backend has to be. Rounding of factors alone leaves a few shapes further away, where a gradient nearly
/// cancels: up to one in twenty may be up to three times as far. In float32 none may.
struct Demand {
    std::string_view precision;
    double values, gradients;
    bool roundsFactors;

    /// Whether it is near enough, or so many times as far.
    bool isMet(const Agreement &found, double times) const
    {
        return found.values <= times * values && found.gradients <= times * gradients
            && found.update <= times * gradients;
    }
};
inline constexpr std::array demands{Demand{"float32", 2e-6, 2e-5, false}, Demand{"tf32", 3e-3, 3e-3, true},
                                    Demand{"bf16", 2e-2, 2e-2, true}};

} // namespace gatescope::trial
