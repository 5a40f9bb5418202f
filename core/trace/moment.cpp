// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/moment.h"

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

/// The part of dL/dh that goes back through one block's U.
Vector throughBlock(const Trace &trace, const GradientTrace &gradients, const Parameters &parameters, const Moment &moment,
                    int block)
{
    const NetworkSpec &spec = trace.spec;
    const int H = spec.hiddenSize;
    const Matrix &U = parameters.layers[spec.layerIndex(moment.layer, moment.direction)].U;
    const auto Uk = U.middleRows(block * H, H);
    const Vector da = preactivationGradient(trace, gradients, moment, block);
    if (!readsThroughReset(spec, blockOf(trace, block)))
        return Uk.transpose() * da;

    const Vector r = layerOf(trace, moment)[Part::reset].at(moment.step, moment.sequence);
    if (spec.reset == ResetPlacement::after)
        return Uk.transpose() * r.cwiseProduct(da); // a = W x + b_in + r∘(U h + b_hn)
    return r.cwiseProduct(Uk.transpose() * da);     // a = W x + b_in + U (r∘h) + b_hn
}

} // namespace

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
    if (moment.layer == 0)
        return trace.batch->x.at(moment.step, moment.sequence);

    const int H = trace.spec.hiddenSize;
    Vector below(trace.spec.outputSize());
    below.head(H) = trace.at(moment.layer - 1, Direction::forward)[Part::state].at(moment.step, moment.sequence);
    if (trace.spec.bidirectional)
        below.tail(H) = trace.at(moment.layer - 1, Direction::backward)[Part::state].at(moment.step, moment.sequence);
    return below;
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

    Vector read = stateBefore(trace, moment);
    if (readsThroughReset(spec, blockOf(trace, block)) && spec.reset == ResetPlacement::before)
        read = layerOf(trace, moment)[Part::reset].at(moment.step, moment.sequence).cwiseProduct(read);

    BlockSums sums;
    sums.Wx = layer.W.middleRows(block * H, H) * layerInput(trace, moment);
    sums.Uh = layer.U.middleRows(block * H, H) * read;
    sums.bIn = spec.bias ? Vector(layer.bIn.segment(block * H, H)) : Vector::Zero(H);
    sums.bRec = spec.bias ? Vector(layer.bRec.segment(block * H, H)) : Vector::Zero(H);
    return sums;
}

Vector preactivationGradient(const Trace &trace, const GradientTrace &gradients, const Moment &moment, int block)
{
    const auto [letter, part, activation] = blockOf(trace, block);
    const Eigen::ArrayXd y = layerOf(trace, moment)[part].at(moment.step, moment.sequence).array();
    const Eigen::ArrayXd dy = layerOf(trace, gradients, moment)[part].at(moment.step, moment.sequence).array();
    if (activation == Activation::sigmoid)
        return dy * y * (1 - y); // y = σ(a)
    return dy * (1 - y.square()); // y = tanh(a)
}

std::vector<GradientPath> waysBack(const Trace &trace, const GradientTrace &gradients, const Parameters &parameters,
                                   const Moment &moment, Part part)
{
    const CellDescription &cell = describe(trace.spec.cell);
    const Vector gradientHere = layerOf(trace, gradients, moment)[part].at(moment.step, moment.sequence);
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
