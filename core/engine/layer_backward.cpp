// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/layer_backward.h"

#include "core/ops/linear.h"

namespace gatescope {

namespace {

LayerParameters zerosLike(const LayerParameters &parameters)
{
    return {Matrix::Zero(parameters.W.rows(), parameters.W.cols()),
            Matrix::Zero(parameters.U.rows(), parameters.U.cols()), Vector::Zero(parameters.bIn.size()),
            Vector::Zero(parameters.bRec.size())};
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
        CellStepGradient stepGradient{{da.row(t).data(), da.cols()}, gradient.parameters, dh, dc};
        operation.backward(run.cellStep(k, n, made), ConstStepParts(made, t, n), d, stepGradient);
        if (const auto part = firstNotFinite(run.spec, d))
            return error(
                "%1: the gradient of %2 (%3) is not finite. Use smaller weights, or a shorter sequence.",
                {placeText(run, t, n), std::string(describe(*part).label), std::string(describe(*part).symbol)});
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
        const auto da = sequenceBackward(run, made, upstream, n, gradient);
        if (!da)
            return da.error();
        // a_t = W x_t + b_in
        linearBackward(run.parameters.W, sequenceOf(run.input, n, run.lengths[n]), *da, gradient.parameters.W,
                       gradient.parameters.bIn, sequenceOf(dInput, n, run.lengths[n]));
    }
    return gradient;
}

} // namespace gatescope
