// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/moment.h"

#include "core/model/layer_norm.h"
#include "core/model/squash.h"

#include <cassert>

namespace gatescope {

namespace {

const LayerTrace &layerOf(const Trace &trace, const Moment &moment)
{
    return trace.at(moment.layer, moment.direction);
}

const LayerTrace &layerOf(const Trace &trace, const GradientTrace &gradients, const Moment &moment)
{
    return gradients.at(trace.spec, moment.layer, moment.direction);
}

const Block &blockOf(const Trace &trace, int block)
{
    return describe(trace.spec.cell).blocks[block];
}

/// Row `sequence` of h0 or c0, zeros where the batch gives none.
Vector initialState(const std::vector<Matrix> &initial, const NetworkSpec &spec, const Moment &moment)
{
    if (initial.empty())
        return Vector::Zero(spec.hiddenSize);
    return initial[spec.layerIndex(moment.layer, moment.direction)].row(moment.sequence).transpose();
}

/// A gradient by a part's values as far as it goes on to what made them: 0 where they are held [H].
Vector passedOn(const Trace &trace, const Moment &moment, Part part, Vector gradient)
{
    for (const Pin &pin : trace.batch->pins)
        if (pin.part == part && holdsAt(pin, moment.layer, moment.direction, moment.step, moment.sequence))
            gradient[pin.unit] = 0;
    return gradient;
}

bool readsThroughReset(const NetworkSpec &spec, const Block &block)
{
    return spec.cell == CellKind::gru && block.part == Part::candidate;
}

/// What a GRU's state is multiplied by on its way to the next step.
Vector keptShare(const Trace &trace, const Moment &moment)
{
    const Vector z = layerOf(trace, moment)[Part::update].at(moment.step, moment.sequence);
    // keeps: h' = (1−z)∘n + z∘h; overwrites: h' = (1−z)∘h + z∘n
    return trace.spec.update == UpdateMeaning::keeps ? z : Vector(1 - z.array());
}

/// What multiplies the state where the rows of one block read it: 1, or the mask of recurrent dropout [H].
Eigen::ArrayXd stateMask(const Trace &trace, const Moment &moment, int block)
{
    const int H = trace.spec.hiddenSize;
    const std::vector<Matrix> &masks = trace.batch->dropout.recurrent;
    if (masks.empty())
        return Eigen::ArrayXd::Ones(H);
    const Matrix &mask = masks[trace.spec.layerIndex(moment.layer, moment.direction)];
    return mask.row(moment.sequence).segment(block * H, H).transpose().array();
}

/// U_k (m_k∘h), of a block whose rows read the state itself.
Vector blockProduct(const Trace &trace, const Parameters &parameters, const Moment &moment, int block)
{
    const NetworkSpec &spec = trace.spec;
    const int H = spec.hiddenSize;
    const Matrix &U = parameters.layers[spec.layerIndex(moment.layer, moment.direction)].U;
    return U.middleRows(block * H, H) * (stateMask(trace, moment, block) * stateBefore(trace, moment).array()).matrix();
}

/// The products of all blocks, as layer normalisation takes them.
Vector stateProduct(const Trace &trace, const Parameters &parameters, const Moment &moment)
{
    const int H = trace.spec.hiddenSize;
    Vector all(trace.spec.blockRows());
    for (int block = 0; block * H < all.size(); ++block)
        all.segment(block * H, H) = blockProduct(trace, parameters, moment, block);
    return all;
}

/// m_k∘(U_kᵀ d): dL/dh from dL/d of U_k (m_k∘h).
Vector throughProduct(const Trace &trace, const Parameters &parameters, const Moment &moment, int block,
                      const Vector &d)
{
    const int H = trace.spec.hiddenSize;
    const Matrix &U = parameters.layers[trace.spec.layerIndex(moment.layer, moment.direction)].U;
    return (stateMask(trace, moment, block) * (U.middleRows(block * H, H).transpose() * d).array()).matrix();
}

/// The same for one block under layer normalisation, where each number moves those of the other blocks too.
Vector throughNorm(const Trace &trace, const Parameters &parameters, const Moment &moment, int block, const Vector &d)
{
    const int H = trace.spec.hiddenSize;
    const Vector &gain = parameters.layers[trace.spec.layerIndex(moment.layer, moment.direction)].normRec;
    Vector dNorm = Vector::Zero(trace.spec.blockRows());
    dNorm.segment(block * H, H) = d;
    const Vector dProduct = layerNormBackward(stateProduct(trace, parameters, moment), gain, dNorm).dv;
    Vector dh = Vector::Zero(H);
    for (int other = 0; other * H < dProduct.size(); ++other)
        dh += throughProduct(trace, parameters, moment, other, dProduct.segment(other * H, H));
    return dh;
}

/// The part of dL/dh that goes back through one block of U h.
Vector throughBlock(const Trace &trace, const GradientTrace &gradients, const Parameters &parameters,
                    const Moment &moment, int block)
{
    const NetworkSpec &spec = trace.spec;
    Vector d = preactivationGradient(trace, gradients, moment, block);
    if (readsThroughReset(spec, blockOf(trace, block))) {
        const Vector r = layerOf(trace, moment)[Part::reset].at(moment.step, moment.sequence);
        if (spec.reset == ResetPlacement::before) // a = W x + b_in + U (r∘h) + b_hn
            return r.cwiseProduct(throughProduct(trace, parameters, moment, block, d));
        d = r.cwiseProduct(d); // a = W x + b_in + r∘(U h + b_hn)
    }
    return spec.layerNorm ? throughNorm(trace, parameters, moment, block, d)
                          : throughProduct(trace, parameters, moment, block, d);
}

} // namespace

std::optional<double> heldAt(const Trace &trace, const Moment &moment, Part part, int unit)
{
    for (const Pin &pin : trace.batch->pins)
        if (pin.part == part && pin.unit == unit
            && holdsAt(pin, moment.layer, moment.direction, moment.step, moment.sequence))
            return pin.value;
    return std::nullopt;
}

std::optional<int> previousStep(const Trace &trace, const Moment &moment)
{
    const int previous = moment.direction == Direction::forward ? moment.step - 1 : moment.step + 1;
    return previous >= 0 && previous < trace.length(moment.sequence) ? std::optional(previous) : std::nullopt;
}

std::optional<int> nextStep(const Trace &trace, const Moment &moment)
{
    const int next = moment.direction == Direction::forward ? moment.step + 1 : moment.step - 1;
    return next >= 0 && next < trace.length(moment.sequence) ? std::optional(next) : std::nullopt;
}

Vector layerInput(const Trace &trace, const Moment &moment)
{
    const DropoutMasks &dropout = trace.batch->dropout;
    Vector input;
    if (moment.layer == 0) {
        input = trace.batch->x.at(moment.step, moment.sequence);
    } else {
        const int H = trace.spec.hiddenSize;
        input.resize(trace.spec.outputSize());
        input.head(H) = trace.at(moment.layer - 1, Direction::forward)[Part::state].at(moment.step, moment.sequence);
        if (trace.spec.bidirectional)
            input.tail(H)
                = trace.at(moment.layer - 1, Direction::backward)[Part::state].at(moment.step, moment.sequence);
        if (!dropout.betweenLayers.empty())
            input = input.cwiseProduct(dropout.betweenLayers[moment.layer - 1].at(moment.step, moment.sequence));
    }
    if (!dropout.input.empty()) {
        const Matrix &mask = dropout.input[trace.spec.layerIndex(moment.layer, moment.direction)];
        input = input.cwiseProduct(mask.row(moment.sequence).transpose());
    }
    return input;
}

Vector stateBefore(const Trace &trace, const Moment &moment, Part part)
{
    assert(part == Part::state || part == Part::cell);
    if (const auto previous = previousStep(trace, moment))
        return layerOf(trace, moment)[part].at(*previous, moment.sequence);
    return initialState(part == Part::cell ? trace.batch->c0 : trace.batch->h0, trace.spec, moment);
}

BlockSums blockSums(const Trace &trace, const Parameters &parameters, const Moment &moment, int block)
{
    const NetworkSpec &spec = trace.spec;
    const int H = spec.hiddenSize;
    const auto &layer = parameters.layers[spec.layerIndex(moment.layer, moment.direction)];

    BlockSums sums;
    if (spec.layerNorm) {
        const Vector Wx = layer.W * layerInput(trace, moment);
        sums.Wx = layerNorm(Wx, layer.normIn).segment(block * H, H);
        sums.Uh = layerNorm(stateProduct(trace, parameters, moment), layer.normRec).segment(block * H, H);
    } else {
        sums.Wx = layer.W.middleRows(block * H, H) * layerInput(trace, moment);
        sums.Uh = blockProduct(trace, parameters, moment, block);
    }
    if (readsThroughReset(spec, blockOf(trace, block)) && spec.reset == ResetPlacement::before) {
        const Vector r = layerOf(trace, moment)[Part::reset].at(moment.step, moment.sequence);
        const Vector h = (stateMask(trace, moment, block) * stateBefore(trace, moment).array()).matrix();
        sums.Uh = layer.U.middleRows(block * H, H) * r.cwiseProduct(h);
    }
    sums.bIn = spec.bias ? Vector(layer.bIn.segment(block * H, H)) : Vector::Zero(H);
    sums.bRec = spec.bias ? Vector(layer.bRec.segment(block * H, H)) : Vector::Zero(H);
    return sums;
}

Vector preactivationGradient(const Trace &trace, const GradientTrace &gradients, const Moment &moment, int block)
{
    const auto [letter, part, activation] = blockOf(trace, block);
    const Eigen::ArrayXd y = layerOf(trace, moment)[part].at(moment.step, moment.sequence).array();
    const Vector dHeld = layerOf(trace, gradients, moment)[part].at(moment.step, moment.sequence);
    const Eigen::ArrayXd dy = passedOn(trace, moment, part, dHeld).array();
    if (activation == Activation::sigmoid)
        return dy * slope(trace.spec.gateActivation, y); // y = σ(a)
    return dy * slope(trace.spec.stateActivation, y);    // y = tanh(a)
}

std::vector<GradientPath> waysBack(const Trace &trace, const GradientTrace &gradients, const Parameters &parameters,
                                   const Moment &moment, Part part)
{
    const CellDescription &cell = describe(trace.spec.cell);
    const Vector dHeld = layerOf(trace, gradients, moment)[part].at(moment.step, moment.sequence);
    const Vector gradientHere = passedOn(trace, moment, part, dHeld);
    std::vector<GradientPath> ways;
    if (part == Part::cell) {
        // c' = f∘c + i∘g
        const Vector f = layerOf(trace, moment)[Part::forgetGate].at(moment.step, moment.sequence);
        ways.push_back({"conveyor", std::nullopt, f.cwiseProduct(gradientHere)});
        return ways;
    }

    assert(part == Part::state);
    if (cell.kind == CellKind::gru)
        ways.push_back({"conveyor", std::nullopt, keptShare(trace, moment).cwiseProduct(gradientHere)});
    for (int block = static_cast<int>(cell.blocks.size()) - 1; block >= 0; --block) {
        const Part through = blockOf(trace, block).part;
        ways.push_back({describe(through).label, through, throughBlock(trace, gradients, parameters, moment, block)});
    }
    return ways;
}

Vector stateGradientBefore(const Trace &trace, const GradientTrace &gradients, const Moment &moment, Part part)
{
    assert(part == Part::state || part == Part::cell);
    if (const auto previous = previousStep(trace, moment))
        return layerOf(trace, gradients, moment)[part].at(*previous, moment.sequence);
    return initialState(part == Part::cell ? gradients.c0 : gradients.h0, trace.spec, moment);
}

Vector headProbabilities(const Trace &trace, int step, int sequence)
{
    assert(!trace.headOutput.empty());
    const Vector logits = trace.headOutput.at(step, sequence);
    const Vector powers = (logits.array() - logits.maxCoeff()).exp();
    return powers / powers.sum();
}

} // namespace gatescope
