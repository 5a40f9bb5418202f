// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "core/model/objective.h"

namespace gatescope {

/// ‖y − ŷ‖ / ‖y‖ (Frobenius) of what a network puts out with its own parameters and with others: the head's output at
/// all real steps, or the top layer's where there is no head. 0 where both are the same; infinite where only y is 0.
/// With an embedding, x is looked up anew from the batch's rows for each. Fails as Backend::run does.
Result<double> outputError(const Backend &backend, const NetworkSpec &spec, const Parameters &own,
                           const Parameters &others, const Batch &batch);

/// The loss of the same network with its own parameters and with others.
struct LossPair {
    double own = 0;
    double others = 0;
};
Result<LossPair> losses(const Backend &backend, const NetworkSpec &spec, const Parameters &own,
                        const Parameters &others, const Batch &batch, const Objective &objective);

} // namespace gatescope
