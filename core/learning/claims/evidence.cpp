// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/claims/evidence.h"

#include "core/learning/claims/claim_rows.h"

#include <algorithm>

namespace gatescope {

const std::vector<Claim> &claims()
{
    static const std::vector<Claim> table = [] {
        std::vector<Claim> rows = memoryClaims();
        for (const auto family :
             {layerClaims, reachClaims, untrainedReachClaims, clippingClaims, capacityClaims, raceClaims,
              countingClaims, sizeClaims, dropoutClaims, conventionClaims, kerasClaims, statesClaims, mergingClaims,
              activationClaims, wordClaims, letterClaims, forecastClaims, smallerClaims, attentionClaims})
            std::ranges::move(family(), std::back_inserter(rows));
        return rows;
    }();
    return table;
}

const Claim *claimNamed(std::string_view name)
{
    const auto found = std::ranges::find(claims(), name, &Claim::name);
    return found == claims().end() ? nullptr : &*found;
}

} // namespace gatescope
