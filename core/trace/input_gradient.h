// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/moment.h"

namespace gatescope {

/// dL/d of what a layer reads at `steps` steps from this moment's on in the order of the input, as far as this
/// direction of the layer sends it back, [step, units]: of x for layer 0, otherwise of the states of the layer below,
/// both directions side by side. What both directions of a layer send back adds up to all that comes from there.
Matrix inputGradients(const Trace &trace, const GradientTrace &gradients, const Parameters &parameters,
                      const Moment &from, int steps);

} // namespace gatescope
