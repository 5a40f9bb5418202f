// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace gatescope {

enum class OptimizerKind { sgd, rmsprop, adam, adamw };

/// What becomes of the learning rate from update to update; names and formulas are torch.optim.lr_scheduler's.
enum class ScheduleKind {
    constant,
    step,  ///< StepLR: lr · factor^⌊u / every⌋
    cosine ///< CosineAnnealingLR: falls from lr to `lowest` in `length` updates, and stays there
};

struct Schedule {
    ScheduleKind kind = ScheduleKind::constant;
    int every = 1000;
    double factor = 0.1;
    int length = 1000;
    double lowest = 0;
    int warmUp = 0; ///< LinearLR: so many updates begin with a part of the rate, which grows to the whole

    bool operator==(const Schedule &) const = default;
};

/// How far a gradient may go; 0 leaves it as it is. The norm is taken care of first.
struct Clipping {
    double norm = 0;  ///< g ← g · min(1, norm / (‖g‖ + 1e−6)) over all parameters: clip_grad_norm_
    double value = 0; ///< each number of g stays within ± value: clip_grad_value_

    bool operator==(const Clipping &) const = default;
};

/// How weights follow their gradients; names, formulas and defaults are torch.optim's.
struct OptimizerSettings {
    OptimizerKind kind = OptimizerKind::adam;
    double learningRate = 1e-3;
    double momentum = 0;  ///< SGD: μ
    double alpha = 0.99;  ///< RMSProp: how much of the mean square stays
    double beta1 = 0.9;   ///< Adam: how much of the mean gradient stays
    double beta2 = 0.999; ///< Adam: how much of the mean square stays
    double epsilon = 1e-8;
    double weightDecay = 0; ///< λ: added to the gradient as λw; AdamW's takes lr·λ·w off the weights instead

    Schedule schedule = {};
    Clipping clipping = {};

    bool operator==(const OptimizerSettings &) const = default;
};

/// The learning rate of an update, which count from 1.
double learningRateAt(const OptimizerSettings &settings, int update);

/// What a gradient of this norm is multiplied by.
double clippingFactor(const Clipping &clipping, double norm);

/// What an optimizer remembers of one tensor, as many numbers as it has; 0 at first.
struct OptimizerMemory {
    Eigen::Ref<Eigen::ArrayXd> m; ///< SGD: the velocity; Adam: the mean gradient
    Eigen::Ref<Eigen::ArrayXd> v; ///< the mean square of the gradient
};

/// Moves one tensor's weights by their gradient times `factor`, clipped by value; `update` counts from 1.
void optimize(const OptimizerSettings &settings, int update, Eigen::Ref<Eigen::ArrayXd> w,
              const Eigen::Ref<const Eigen::ArrayXd> &gradient, OptimizerMemory memory, double factor = 1);

} // namespace gatescope
