// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/layer_backward.h"

#include "core/model/layer_norm.h"
#include "core/ops/linear.h"

#include <utility>

namespace gatescope {

namespace {

LayerParameters zerosLike(const LayerParameters &parameters)
{
    LayerParameters zeros;
    zeros.W.setZero(parameters.W.rows(), parameters.W.cols());
    zeros.U.setZero(parameters.U.rows(), parameters.U.cols());
    zeros.bIn.setZero(parameters.bIn.size());
    zeros.bRec.setZero(parameters.bRec.size());
    zeros.normIn.setZero(parameters.normIn.size());
    zeros.normRec.setZero(parameters.normRec.size());
    return zeros;
}

/// Back through the sums a_t = W x_t + b_in of one sequence, da [step, blocks·H]; with layer normalisation
/// a_t = γ∘norm(W x_t) + b_in.
void inputBackward(const LayerRun &run, Matrix da, int n, LayerParameters &gradient, TimeArray &dInput)
{
    const auto x = sequenceOf(run.input, n, run.lengths[n]);
    const Matrix &W = run.parameters.W;
    const auto dx = sequenceOf(dInput, n, run.lengths[n]);
    if (!run.spec.layerNorm)
        return linearBackward(W, x, da, gradient.W, gradient.bIn, dx);

    if (run.spec.bias)
        gradient.bIn += da.colwise().sum().transpose();
    for (Eigen::Index t = 0; t < da.rows(); ++t) {
        const Vector Wx = W * x.row(t).transpose();
        const LayerNormGradient norm = layerNormBackward(Wx, run.parameters.normIn, da.row(t).transpose());
        gradient.normIn += norm.dGain;
        da.row(t) = norm.dv.transpose();
    }
    Vector noBias;
    linearBackward(W, x, da, gradient.W, noBias, dx);
}

/// Back through one sequence. Returns dL/da of every real step, [step, blocks·H] in the order of the input.
Result<Matrix> sequenceBackward(const LayerRun &run, const LayerTrace &made, const LayerUpstream &upstream, int n,
                                LayerGradient &gradient)
{
    const CellOperation &operation = operationOf(run.spec.cell);
    const bool hasCellState = describe(run.spec.cell).hasCellState;
    const Eigen::Index H = run.spec.hiddenSize;
    const Eigen::Index half = run.direction == Direction::forward ? 0 : H;
    Matrix da = Matrix::Zero(run.lengths[n], run.parameters.W.rows());
    OuterSum dU(gradient.parameters.U);

    // What arrives at the state after the step: first from h_n, then from the step that read it.
    Eigen::ArrayXd dh = upstream.hN.row(n).transpose().array();
    Eigen::ArrayXd dc;
    if (hasCellState)
        dc = upstream.cN.row(n).transpose().array();

    for (int k = run.lengths[n] - 1; k >= 0; --k) {
        const int t = run.position(k, n);
        const StepParts d(gradient.parts, t, n);
        // dL/dh_t = from above and from the loss + from the later step
        d[Part::state] = valuesAt(upstream.output, t, n).segment(half, H) + dh;
        if (hasCellState)
            d[Part::cell] = dc;
        CellStepGradient stepGradient{{da.row(t).data(), da.cols()}, gradient.parameters, dU, dh, dc};
        operation.backward(run.cellStep(k, n, made), ConstStepParts(made, t, n), d, stepGradient);
        if (const auto part = firstNotFinite(run.spec, d))
            return error("%1: the gradient of %2 (%3) is not finite. Use smaller weights, or a shorter sequence.",
                         {placeText(run, t, n), worded(describe(*part).label), std::string(describe(*part).symbol)});
    }

    gradient.h0.row(n) = dh.matrix().transpose();
    if (hasCellState)
        gradient.c0.row(n) = dc.matrix().transpose();
    return da;
}

} // namespace

Result<LayerGradient> runBackward(const LayerRun &run, const LayerTrace &made, const LayerUpstream &upstream,
                                  TimeArray &dInput)
{
    const int sequences = run.input.batch();
    LayerGradient gradient{zeroLayerTrace(run.spec, run.input.steps(), sequences), zerosLike(run.parameters), run.h0,
                           run.c0};
    for (int n = 0; n < sequences; ++n) {
        auto da = sequenceBackward(run, made, upstream, n, gradient);
        if (!da)
            return da.error();
        inputBackward(run, std::move(*da), n, gradient.parameters, dInput);
    }
    return gradient;
}

} // namespace gatescope
