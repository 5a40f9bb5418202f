// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

namespace gatescope {

/// The head of a network that has one, for each sequence's real steps: fills in trace.headOutput from trace.output, and
/// trace.attention where the head reads by attention. Fails at the first number that is not finite.
Result<void> runHead(const Parameters &parameters, Trace &trace);

/// Its derivative from dL/d of the head's output: adds to gradients.output, fills in gradients.attention and the
/// gradients of head and attention. The parameters' gradients must have their shapes.
void headBackward(const Parameters &parameters, const Trace &trace, const TimeArray &dHeadOutput,
                  GradientTrace &gradients);

} // namespace gatescope
