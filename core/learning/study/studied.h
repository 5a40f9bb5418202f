// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/trace/moment.h"

#include <memory>

namespace gatescope {

/// A network that questions are asked about, with what it did: the one on the screen, or one made for practice.
struct Studied {
    Experiment experiment;
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const GradientTrace> gradients;

    const NetworkSpec &spec() const { return experiment.spec; }
    /// The recorded value of a part.
    double at(const Moment &moment, Part part, int unit) const;
};

/// |dL/dh| of layer 0, forwards, in sequence 0: place k is k steps before the last one.
std::vector<double> gradientsBack(const Trace &trace, const GradientTrace &gradients);

/// Runs the experiment with the reference backend. Refuses one that does not pass its check.
Result<Studied> study(Experiment experiment);

/// One cell reading one step and nothing else: a network of one layer with that moment's weights, input and state
/// before, free of head and pins. What it computes is what the moment computed, until something in it is changed.
Experiment stepAlone(const Studied &studied, const Moment &moment);

/// What the reference backend makes of an experiment's first step; not a number where it cannot be run.
double made(const Experiment &experiment, Part part, int unit);

/// The experiment with a part held at a value in all units of layer 0, at every step.
Experiment holding(Experiment experiment, Part part, double value);

} // namespace gatescope
