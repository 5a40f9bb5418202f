// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace gatescope {

enum class OptimizerKind { sgd, rmsprop, adam, adamw };

/// How weights follow their gradients; names, formulas and defaults are torch.optim's.
struct OptimizerSettings {
    OptimizerKind kind = OptimizerKind::adam;
    double learningRate = 1e-3;
    double momentum = 0;      ///< SGD: μ
    double alpha = 0.99;      ///< RMSProp: how much of the mean square stays
    double beta1 = 0.9;       ///< Adam: how much of the mean gradient stays
    double beta2 = 0.999;     ///< Adam: how much of the mean square stays
    double epsilon = 1e-8;
    double weightDecay = 0;   ///< λ: added to the gradient as λw; AdamW's takes lr·λ·w off the weights instead

    bool operator==(const OptimizerSettings &) const = default;
};

/// What an optimizer remembers of one tensor; empty at first.
struct OptimizerMemory {
    Eigen::ArrayXd m; ///< SGD: the velocity; Adam: the mean gradient
    Eigen::ArrayXd v; ///< the mean square of the gradient
};

/// Moves one tensor's weights by their gradient; `update` counts from 1.
void optimize(const OptimizerSettings &settings, int update, Eigen::Ref<Eigen::ArrayXd> w,
              const Eigen::Ref<const Eigen::ArrayXd> &gradient, OptimizerMemory &memory);

} // namespace gatescope
