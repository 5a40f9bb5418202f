// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/optimizer.h"

#include <cmath>

namespace gatescope {

void optimize(const OptimizerSettings &s, int update, Eigen::Ref<Eigen::ArrayXd> w,
              const Eigen::Ref<const Eigen::ArrayXd> &gradient, OptimizerMemory &memory)
{
    auto &[m, v] = memory;
    if (m.size() != w.size()) {
        m = Eigen::ArrayXd::Zero(w.size());
        v = Eigen::ArrayXd::Zero(w.size());
    }
    // g ← g + λ w
    const bool decoupled = s.kind == OptimizerKind::adamw;
    const Eigen::ArrayXd g = decoupled ? Eigen::ArrayXd(gradient) : Eigen::ArrayXd(gradient + s.weightDecay * w);

    switch (s.kind) {
    case OptimizerKind::sgd:
        // m = μ m + g; w ← w − lr·m
        m = s.momentum * m + g;
        w -= s.learningRate * m;
        break;
    case OptimizerKind::rmsprop:
        // v = α v + (1−α) g²; w ← w − lr·g / (√v + ε)
        v = s.alpha * v + (1 - s.alpha) * g.square();
        w -= s.learningRate * g / (v.sqrt() + s.epsilon);
        break;
    case OptimizerKind::adam:
    case OptimizerKind::adamw: {
        // w ← w − lr·λ·w (AdamW)
        if (decoupled)
            w -= s.learningRate * s.weightDecay * w;
        // m = β₁ m + (1−β₁) g; v = β₂ v + (1−β₂) g²
        m = s.beta1 * m + (1 - s.beta1) * g;
        v = s.beta2 * v + (1 - s.beta2) * g.square();
        // w ← w − lr · m / (1−β₁ᵗ) / (√v / √(1−β₂ᵗ) + ε)
        const double correction1 = 1 - std::pow(s.beta1, update);
        const double correction2 = std::sqrt(1 - std::pow(s.beta2, update));
        w -= s.learningRate / correction1 * m / (v.sqrt() / correction2 + s.epsilon);
        break;
    }
    }
}

} // namespace gatescope
