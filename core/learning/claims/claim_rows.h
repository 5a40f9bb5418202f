// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/claims/evidence.h"

#include <mutex>
#include <optional>

namespace gatescope {

/// What takes seconds to find out, for all who ask; what was stopped is begun anew the next time.
template<typename Finding>
class FoundOnce
{
public:
    explicit FoundOnce(Finding (*find)(const std::stop_token &stop)) : m_find(find) { }

    /// An empty finding where it was stopped.
    Finding ask(const std::stop_token &stop)
    {
        const std::lock_guard lock(m_mutex); // who asks meanwhile gets the same
        if (!m_found) {
            Finding found = m_find(stop);
            if (stop.stop_requested())
                return {};
            m_found = std::move(found);
        }
        return *m_found;
    }

private:
    Finding (*m_find)(const std::stop_token &stop);
    std::mutex m_mutex;
    std::optional<Finding> m_found;
};

/// The rows of the table of claims: of the lessons about memory, of those about using the layer, of those about why
/// it learns, and of those about frameworks.
std::vector<Claim> memoryClaims();
Claim gradientClaim(); ///< among those about memory
std::vector<Claim> layerClaims();
std::vector<Claim> reachClaims(); ///< how far a gradient reaches
std::vector<Claim> untrainedReachClaims();
std::vector<Claim> clippingClaims();
std::vector<Claim> capacityClaims(); ///< where memory ends
std::vector<Claim> raceClaims();
std::vector<Claim> countingClaims(); ///< what the cells have and can hold
std::vector<Claim> sizeClaims();
std::vector<Claim> dropoutClaims();
std::vector<Claim> conventionClaims(); ///< two readings of z, two sides of the reset
std::vector<Claim> kerasClaims();
std::vector<Claim> statesClaims();     ///< a sequence cut into pieces
std::vector<Claim> mergingClaims();    ///< six matrices, two, one
std::vector<Claim> activationClaims(); ///< what squashes, and layer normalisation
std::vector<Claim> wordClaims();
std::vector<Claim> letterClaims();
std::vector<Claim> forecastClaims();
std::vector<Claim> smallerClaims(); ///< eight bits and fewer weights
std::vector<Claim> attentionClaims();

} // namespace gatescope
