// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/input_gradient.h"

#include "core/model/layer_norm.h"

namespace gatescope {

namespace {

/// dL/d of all that the squashing functions of a layer read [blocks·H].
Vector sumGradient(const Trace &trace, const GradientTrace &gradients, const Moment &moment)
{
    const int H = trace.spec.hiddenSize;
    Vector da(trace.spec.blockRows());
    for (int block = 0; block * H < da.size(); ++block)
        da.segment(block * H, H) = preactivationGradient(trace, gradients, moment, block);
    return da;
}

} // namespace

Matrix inputGradients(const Trace &trace, const GradientTrace &gradients, const Parameters &parameters,
                      const Moment &from, int steps)
{
    const int index = trace.spec.layerIndex(from.layer, from.direction);
    const LayerParameters &layer = parameters.layers[index];
    const DropoutMasks &dropout = trace.batch->dropout;
    Matrix da(steps, layer.W.rows());
    Moment moment = from;
    for (int i = 0; i < steps; ++i, ++moment.step) {
        Vector d = sumGradient(trace, gradients, moment);
        if (trace.spec.layerNorm) // a = γ∘norm(W x) + …
            d = layerNormBackward(layer.W * layerInput(trace, moment), layer.normIn, d).dv;
        da.row(i) = d.transpose();
    }
    // a = W x + …, of what dropout leaves of x
    Matrix dx = da * layer.W;
    for (int i = 0; i < steps; ++i) {
        if (!dropout.input.empty())
            dx.row(i).array() *= dropout.input[index].row(from.sequence).array();
        if (from.layer > 0 && !dropout.betweenLayers.empty())
            dx.row(i).array()
                *= dropout.betweenLayers[from.layer - 1].at(from.step + i, from.sequence).transpose().array();
    }
    return dx;
}

} // namespace gatescope
