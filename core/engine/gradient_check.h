// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluation.h"

#include <stop_token>

namespace gatescope {

/// One derivative taken twice: by the chain rule, and by moving the number by ±epsilon and running
/// again (central difference).
struct NudgeCheck {
    double chain = 0;
    double nudged = 0;

    /// |chain − nudged| relative to max(|chain|, |nudged|, floor).
    double relativeError(double floor) const;
};

/// What one parameter is moved by.
inline constexpr double usualNudge = 1e-5;

/// The derivative of the loss by one parameter, both ways. Refused when there is no such place; begins no further run
/// once it is asked to stop.
Result<NudgeCheck> checkParameter(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                                  std::shared_ptr<const Batch> batch, const Objective &objective,
                                  const ParameterPlace &place, double epsilon = usualNudge,
                                  const std::stop_token &stop = {});

/// What checking every number found.
struct GradientCheckReport {
    double worstRelativeError = 0; ///< relative to max(|element|, 1e-4 of the largest gradient)
    std::string worstPlace;        ///< "weight_hh_l0[3, 1]", "x[t=2, n=0, 1]", "h0[0][1, 2]"
    NudgeCheck worst;
    int checked = 0;

    bool passed(double tolerance = 1e-6) const { return worstRelativeError <= tolerance; }
};

/// How far checkGradients moves a number: less in a network that bends sharply, at the kinks of relu and hard sigmoids,
/// and with layer normalisation where all that it normalises is nearly equal, as U h is at a state of 0.
double nudgeFor(const NetworkSpec &spec);

/// Checks the gradient by every parameter, every real input value, h0 and c0. A network has small
/// gradients too, for which one central difference is not exact enough: here the one at epsilon and
/// the one at 2·epsilon are extrapolated to an epsilon of 0 (Richardson). The embedding's padding row is left out: its
/// gradient is 0 by decree.
Result<GradientCheckReport> checkGradients(const Backend &backend, const NetworkSpec &spec,
                                           const Parameters &parameters, std::shared_ptr<const Batch> batch,
                                           const Objective &objective, std::optional<double> epsilon = {});

} // namespace gatescope
