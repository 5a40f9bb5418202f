// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/layer_norm.h"
#include "ui/drawing/unit/unit_layer.h"
#include "ui/drawing/unit/unit_terms.h"

namespace gatescope {

RowGradients rowGradients(const Scene &scene, int block)
{
    const NetworkSpec &spec = scene.spec();
    const int H = spec.hiddenSize;
    // dL/da of all rows, or of this block's where no other matters
    Vector byIn = Vector::Zero(spec.blockRows());
    Vector byRec = byIn;
    const int blocks = static_cast<int>(describe(spec.cell).blocks.size());
    for (int other = spec.layerNorm ? 0 : block; other < (spec.layerNorm ? blocks : block + 1); ++other) {
        const Vector da = preactivationGradient(scene.trace(), scene.gradients(), scene.moment(), other);
        byIn.segment(other * H, H) = da;
        byRec.segment(other * H, H) = da;
        if (readsThroughReset(scene, other) && spec.reset == ResetPlacement::after) {
            // a = W x + b_in + r∘(U h + b_hn)
            const Moment moment = scene.moment();
            const Vector r
                = scene.trace().at(moment.layer, moment.direction)[Part::reset].at(moment.step, moment.sequence);
            byRec.segment(other * H, H) = r.cwiseProduct(da);
        }
    }
    const int row = block * H + scene.playhead.unit;
    RowGradients gradients{byIn[row], byRec[row], byIn[row], byRec[row]};
    if (spec.layerNorm) {
        gradients.byInput = layerNormBackward(inputSums(scene), layerOf(scene).normIn, byIn).dv[row];
        gradients.byState = layerNormBackward(stateSums(scene), layerOf(scene).normRec, byRec).dv[row];
    }
    return gradients;
}

} // namespace gatescope
