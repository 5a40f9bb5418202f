// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_layer.h"

#include "core/model/layer_norm.h"

namespace gatescope {

const LayerParameters &layerOf(const Scene &scene)
{
    return scene.record.experiment->parameters
        .layers[scene.spec().layerIndex(scene.playhead.layer, scene.playhead.direction)];
}

bool readsThroughReset(const Scene &scene, int block)
{
    return scene.spec().cell == CellKind::gru && describe(CellKind::gru).blocks[block].part == Part::candidate;
}

Vector stateMask(const Scene &scene, int block)
{
    const int H = scene.spec().hiddenSize;
    const std::vector<Matrix> &masks = scene.trace().batch->dropout.recurrent;
    if (masks.empty())
        return Vector::Ones(H);
    const Moment moment = scene.moment();
    const Matrix &mask = masks[scene.spec().layerIndex(moment.layer, moment.direction)];
    return mask.row(moment.sequence).segment(block * H, H).transpose();
}

Normalising normalising(const Vector &sums, const Vector &gain, int row)
{
    // γ (v − mean(v)) / s, where any row but one at the mean tells 1/s: the farthest does so best.
    const Vector centred = sums.array() - sums.mean();
    Eigen::Index farthest = 0;
    if (centred.cwiseAbs().maxCoeff(&farthest) == 0)
        return {};
    const double factor = gain[row] * layerNorm(sums, Vector::Ones(sums.size()))[farthest] / centred[farthest];
    return {factor, -factor * sums.mean()};
}

Vector inputSums(const Scene &scene)
{
    return layerOf(scene).W * layerInput(scene.trace(), scene.moment());
}

Vector stateSums(const Scene &scene)
{
    const int H = scene.spec().hiddenSize;
    const Vector h = stateBefore(scene.trace(), scene.moment());
    Vector sums(scene.spec().blockRows());
    for (int block = 0; block * H < sums.size(); ++block)
        sums.segment(block * H, H)
            = layerOf(scene).U.middleRows(block * H, H) * stateMask(scene, block).cwiseProduct(h);
    return sums;
}

} // namespace gatescope
