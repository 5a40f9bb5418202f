// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/sums.h"

#include "core/model/layer_norm.h"
#include "core/ops/linear.h"

#include <cassert>

namespace gatescope {

namespace {

/// U h of the first `blocks` blocks
Vector stateProduct(const CellStep &step, int blocks)
{
    const Eigen::Index H = step.h.size();
    const Matrix &U = step.parameters.U;
    if (step.hMask.size() == 0)
        return U.topRows(blocks * H) * step.h.matrix();
    Vector product(blocks * H);
    for (int block = 0; block < blocks; ++block)
        product.segment(block * H, H) = U.middleRows(block * H, H) * heard(step, block).matrix(); // U_k (m_k∘h)
    return product;
}

void stateProductBackward(const CellStep &step, const Vector &d, CellStepGradient &gradient)
{
    const Eigen::Index H = step.h.size();
    const Matrix &U = step.parameters.U;
    if (step.hMask.size() == 0) {
        gradient.dU.add(0, d, step.h.matrix());
        gradient.dh += (U.topRows(d.size()).transpose() * d).array();
        return;
    }
    for (int block = 0; block < d.size() / H; ++block) {
        // U_k (m_k∘h)
        const auto dk = d.segment(block * H, H);
        gradient.dU.add(block * H, dk, heard(step, block).matrix());
        gradient.dh += step.hMask.segment(block * H, H) * (U.middleRows(block * H, H).transpose() * dk).array();
    }
}

} // namespace

Eigen::ArrayXd fromInput(const CellStep &step)
{
    const LayerParameters &parameters = step.parameters;
    if (!step.spec.layerNorm)
        return linear(parameters.W, step.x, parameters.bIn).array();
    Vector sum = layerNorm(parameters.W * step.x, parameters.normIn);
    if (step.spec.bias)
        sum += parameters.bIn;
    return sum.array();
}

Eigen::ArrayXd heard(const CellStep &step, int block)
{
    const Eigen::Index H = step.h.size();
    if (step.hMask.size() == 0)
        return step.h;
    return step.hMask.segment(block * H, H) * step.h;
}

Eigen::ArrayXd fromState(const CellStep &step, int blocks)
{
    Vector sum = stateProduct(step, blocks);
    assert(!step.spec.layerNorm || sum.size() == step.parameters.normRec.size());
    if (step.spec.layerNorm)
        sum = layerNorm(sum, step.parameters.normRec);
    if (step.spec.bias)
        sum += step.parameters.bRec.head(sum.size());
    return sum.array();
}

void fromStateBackward(const CellStep &step, const Eigen::ArrayXd &d, CellStepGradient &gradient)
{
    if (step.spec.bias)
        gradient.sum.bRec.head(d.size()) += d.matrix();
    if (!step.spec.layerNorm)
        return stateProductBackward(step, d.matrix(), gradient);
    const Vector product = stateProduct(step, int(d.size() / step.h.size()));
    const LayerNormGradient norm = layerNormBackward(product, step.parameters.normRec, d.matrix());
    gradient.sum.normRec += norm.dGain;
    stateProductBackward(step, norm.dv, gradient);
}

} // namespace gatescope
