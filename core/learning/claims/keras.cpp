// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"
#include "core/model/conversion.h"
#include "core/model/initialisation.h"
#include "core/model/squash.h"
#include "core/trace/keras_semantics.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Whether the network is one layer that Keras has by default.
bool isKerasGru(const Studied &studied)
{
    const NetworkSpec &spec = studied.spec();
    return spec.cell == CellKind::gru && spec.layers == 1 && !spec.bidirectional && spec.bias && !spec.layerNorm
        && spec.reset == ResetPlacement::after && spec.update == UpdateMeaning::keeps;
}

KerasLayer inKeras(const Studied &studied)
{
    return toKeras(studied.experiment.parameters.layers.front(), studied.spec().reset);
}

std::string sizeText(const Matrix &matrix)
{
    return "[" + std::to_string(matrix.rows()) + ", " + std::to_string(matrix.cols()) + "]";
}

/// One step as Keras' GRUCell writes it with reset_after=True; columns z, r, h.
Vector kerasStep(const KerasLayer &keras, const Vector &x, const Vector &h)
{
    const Eigen::Index H = h.size();
    // matrix_x = x·kernel + bias[0], matrix_inner = h·recurrent_kernel + bias[1]
    const Eigen::ArrayXd fromX = (x.transpose() * keras.kernel + keras.bias.row(0)).transpose().array();
    const Eigen::ArrayXd inner = (h.transpose() * keras.recurrentKernel + keras.bias.row(1)).transpose().array();
    const Eigen::ArrayXd z = squashed(GateActivation::sigmoid, fromX.head(H) + inner.head(H));
    const Eigen::ArrayXd r = squashed(GateActivation::sigmoid, fromX.segment(H, H) + inner.segment(H, H));
    // hh = tanh(x_h + r * recurrent_h), h = z * h_tm1 + (1 - z) * hh
    const Eigen::ArrayXd hh = squashed(StateActivation::tanh, fromX.tail(H) + r * inner.tail(H));
    return (z * h.array() + (1 - z) * hh).matrix();
}

Evidence kerasComesOver(const Studied &studied)
{
    if (!isKerasGru(studied))
        return {};
    const KerasLayer keras = inKeras(studied);
    const Batch one = alone(*studied.trace->batch, 0);
    const auto own = runOf(studied.experiment, one);
    Vector h = Vector::Zero(studied.spec().hiddenSize);
    double apart = 0, largest = 0;
    for (int t = 0; t < one.steps(); ++t) {
        h = kerasStep(keras, one.x.at(t, 0), h);
        apart = std::max(apart, (h - own->output.at(t, 0)).cwiseAbs().maxCoeff());
        largest = std::max(largest, h.cwiseAbs().maxCoeff());
    }
    const auto back = fromKeras(keras, studied.spec().reset);
    const bool same = back.ok() && *back == studied.experiment.parameters.layers.front();
    return {
        same && largest > 0 && apart < 1e-14,
        sentence("%1 steps by Keras' formula from the converted numbers, and by PyTorch's: the states differ by %2 at "
                 "most. Converted back, every weight is what it was.",
                 {std::to_string(one.steps()), measuredText(apart)})};
}

Evidence kerasShapes(const Studied &studied)
{
    if (!isKerasGru(studied))
        return {};
    const KerasLayer keras = inKeras(studied);
    const LayerParameters &layer = studied.experiment.parameters.layers.front();
    const int H = studied.spec().hiddenSize, I = studied.spec().inputSize;
    return {keras.kernel.rows() == I && keras.kernel.cols() == 3 * H && keras.bias.rows() == 2,
            sentence("weight_ih %1 becomes the kernel %2, weight_hh %3 the recurrent kernel %4, and "
                     "the two biases one of %5.",
                     {sizeText(layer.W), sizeText(keras.kernel), sizeText(layer.U), sizeText(keras.recurrentKernel),
                      sizeText(keras.bias)})};
}

/// The recurrent biases of so many rows, counted from the first, are added to the input's.
Experiment foldedRows(Experiment experiment, int rows)
{
    LayerParameters &layer = experiment.parameters.layers.front();
    layer.bIn.head(rows) += layer.bRec.head(rows);
    layer.bRec.head(rows).setZero();
    return experiment;
}

Evidence oneBiasIsLess(const Studied &studied)
{
    if (!isKerasGru(studied))
        return {};
    const int H = studied.spec().hiddenSize;
    const Batch one = alone(*studied.trace->batch, 0);
    const auto own = runOf(studied.experiment, one);
    const double gates = outputsApart(*own, *runOf(foldedRows(studied.experiment, 2 * H), one)),
                 all = outputsApart(*own, *runOf(foldedRows(studied.experiment, 3 * H), one));
    return {
        gates < 1e-14 && all > 1e-3 && !withFoldedBiases(studied.spec(), studied.experiment.parameters),
        sentence("The two biases added into one: in the rows of r and z that moves the outputs by %1, in those of the "
                 "candidate too by %2.",
                 {measuredText(gates), measuredText(all)})};
}

std::vector<double> fromTheSmallest(const Matrix &matrix)
{
    std::vector<double> values(matrix.data(), matrix.data() + matrix.size());
    std::ranges::sort(values);
    return values;
}

/// The first numbers that Keras draws for a network of this size, beside PyTorch's.
Evidence kerasStart(const Studied &studied)
{
    if (!isKerasGru(studied))
        return {};
    const NetworkSpec &spec = studied.spec();
    const int I = spec.inputSize, H = spec.hiddenSize;
    const LayerParameters keras = initialParameters(spec, Initialiser::keras, 1).layers.front(),
                          torch = initialParameters(spec, Initialiser::pytorch, 1).layers.front();
    // Its columns are the rows of Keras' recurrent kernel, which is U transposed.
    const auto fromOrthogonal
        = [&](const Matrix &U) { return (U.transpose() * U - Matrix::Identity(H, H)).cwiseAbs().maxCoeff(); };
    const double limit = std::sqrt(6.0 / (I + 3 * H)), largest = keras.W.cwiseAbs().maxCoeff();
    const double biases = std::max(keras.bIn.cwiseAbs().maxCoeff(), keras.bRec.cwiseAbs().maxCoeff());
    return {
        largest <= limit && largest > 0.8 * limit && fromOrthogonal(keras.U) < 1e-12 && fromOrthogonal(torch.U) > 0.01
            && biases == 0,
        sentence(
            "Drawn for this size: the kernel's largest number is %1, Glorot's limit √(6 / (%2 + %3)) is %4. The rows "
            "of the recurrent kernel miss being orthogonal by %5, those that PyTorch draws by %6. Keras' "
            "largest bias is %7, PyTorch's %8.",
            {measuredText(largest), std::to_string(I), std::to_string(3 * H), measuredText(limit),
             measuredText(fromOrthogonal(keras.U)), measuredText(fromOrthogonal(torch.U)), measuredText(biases),
             measuredText(torch.bIn.cwiseAbs().maxCoeff())}),
        {{sentence("Keras"), "x", fromTheSmallest(keras.W)}, {sentence("PyTorch"), "", fromTheSmallest(torch.W), true}},
        sentence("the first numbers of W, from the smallest to the largest"),
        false,
        sentence("place")};
}

Evidence kerasAnswersLast(const Studied &studied)
{
    if (!isKerasGru(studied))
        return {};
    const Trace &trace = *studied.trace;
    const Matrix last = kerasOutput(trace);
    double apart = 0;
    for (int n = 0; n < trace.batch->sequences(); ++n)
        apart = std::max(apart,
                         (last.row(n).transpose() - trace.output.at(trace.length(n) - 1, n)).cwiseAbs().maxCoeff());
    return {apart == 0 && last.cwiseAbs().maxCoeff() > 0,
            sentence("%1 sequences of %2 steps: return_sequences=True answers [%1, %2, %3], False answers %4, the last "
                     "state of each, %5 apart.",
                     {std::to_string(trace.batch->sequences()), std::to_string(trace.batch->steps()),
                      std::to_string(studied.spec().hiddenSize), sizeText(last), measuredText(apart)})};
}

/// Of a layer that reads from the end the first answer knows the last step alone, the last answer all of them.
Evidence backwardsAnswersBackwards(const Studied &studied)
{
    if (!isKerasGru(studied))
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const int last = one.steps() - 1;
    const auto before = runOf(studied.experiment, goingBackwards(one)),
               after = runOf(studied.experiment, goingBackwards(nudged(one, 0)));
    const auto moved = [&](int answer) {
        return (after->output.at(answer, 0) - before->output.at(answer, 0)).cwiseAbs().maxCoeff();
    };
    return {
        moved(0) == 0 && moved(last) > 0,
        sentence("Change step 0 of the input and let the layer go backwards: answer 0 moves by %1, answer %2 by %3.",
                 {measuredText(moved(0)), std::to_string(last), measuredText(moved(last))})};
}

} // namespace

std::vector<Claim> kerasClaims()
{
    return {
        {"keras-comes-over", marked("Converted to Keras' layout a GRU does the same"), kerasComesOver},
        {"keras-shapes", marked("Kernels are transposed, and two biases are one of two rows"), kerasShapes},
        {"one-bias-is-less", marked("In the candidate two biases are two things"), oneBiasIsLess},
        {"keras-start", marked("Keras draws other first numbers than PyTorch"), kerasStart, true},
        {"keras-answers-last", marked("Unless asked Keras answers with the last state alone"), kerasAnswersLast},
        {"backwards-answers-backwards", marked("go_backwards answers in the order of reading"),
         backwardsAnswersBackwards},
    };
}

} // namespace gatescope
