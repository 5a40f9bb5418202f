// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/slice_pass.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

/// Tokens that are taken at once: of wide layers as many as fit into the first-level cache beside a block of weights,
/// of narrow ones so many that what flows back of them, four rows of H, stays there too.
int tokensAtOnce(int units)
{
    return units <= 64 ? 96 : 192;
}
constexpr int mostParts = 6;

/// The kernels of a cell that needs one call for a step.
struct CellKernels {
    void (*forward)(const CellForward &);
    void (*backward)(const CellBackward &);
};
CellKernels cellKernels(const Kernels &kernels, CellKind cell)
{
    switch (cell) {
    case CellKind::gru:
        return {kernels.gruForward, kernels.gruBackward};
    case CellKind::lstm:
        return {kernels.lstmForward, kernels.lstmBackward};
    case CellKind::rnn:
        return {kernels.rnnForward, kernels.rnnBackward};
    }
    return {};
}

bool resetsBefore(const NetworkSpec &spec)
{
    return spec.cell == CellKind::gru && spec.reset == ResetPlacement::before;
}

} // namespace

/// One layer on its way back.
struct SlicePass::Backward {
    const PackedNetwork &network;
    Activations &activations;
    const PackedUpstream &upstream;
    int layer;
    float *gradient;

    const PackedLayer &weights() const { return network.shape.layer(layer); }
    /// From one step to the next of the pass, which goes against the direction in which the layer reads.
    int towards() const { return activations.isBackward(layer) ? 1 : -1; }
    int level() const { return layer / network.shape.spec().directions(); }
};

SlicePass::SlicePass(const NetworkSpec &spec, const Kernels &kernels, int first, int rows)
    : m_spec(spec), m_first(first), m_rows(rows),
      m_chunk(std::max(1, tokensAtOnce(spec.hiddenSize) / std::max(1, rows)))
{
    const std::size_t sums = FloatArena::rounded(std::size_t(rows) * std::size_t(spec.blockRows()));
    const std::size_t state = FloatArena::rounded(std::size_t(rows) * std::size_t(spec.hiddenSize));
    const std::size_t chunk
        = FloatArena::rounded(std::size_t(m_chunk) * std::size_t(rows) * std::size_t(spec.blockRows()));
    m_dWidth = candidateFirst(spec) ? 4 * spec.hiddenSize : spec.blockRows();
    const std::size_t dSums = FloatArena::rounded(std::size_t(m_chunk) * std::size_t(rows) * std::size_t(m_dWidth));
    const std::size_t tokens = std::size_t(m_chunk) * std::size_t(rows) * std::size_t(kernels.panelColumns());
    const int reads = std::max(spec.inputSize, spec.layers > 1 ? spec.outputSize() : 0);
    const std::size_t dx = FloatArena::rounded(std::size_t(m_chunk) * std::size_t(rows) * std::size_t(reads));
    const std::size_t widest
        = FloatArena::rounded(std::size_t(std::max({spec.inputSize, spec.outputSize(), spec.hiddenSize})));
    m_arena = FloatArena(sums + chunk + dSums + 3 * state + FloatArena::rounded(tokens) + widest + dx);
    float *next = m_arena.data();
    const auto take = [&next](std::size_t size) { return std::exchange(next, next + size); };
    m_fromInput = take(chunk);
    m_fromState = take(sums);
    m_dSums = take(dSums);
    m_dRecurrent = m_dSums + (candidateFirst(spec) ? spec.hiddenSize : 0);
    m_dh = take(state);
    m_dc = take(state);
    m_dProduct = take(state);
    m_tokens = take(FloatArena::rounded(tokens));
    m_zeros = take(widest);
    m_dx = take(dx);
}

void SlicePass::forward(const PackedNetwork &network, Activations &activations)
{
    for (int level = 0; level < m_spec.layers; ++level) {
        for (int direction = 0; direction < m_spec.directions(); ++direction)
            layerForward(network, activations, level * m_spec.directions() + direction);
        activations.joinDirections(level, m_first, m_rows);
    }
}

/// W x + b_in of steps [t, t + steps).
void SlicePass::project(const PackedNetwork &network, const Activations &activations, int layer, int t, int steps)
{
    const PackedLayer &weights = network.shape.layer(layer);
    const StepRows input = activations.inputOf(layer);
    const int blocks = m_spec.blockRows();
    const bool together = input.step == m_rows * input.row; // the rows of one step follow those of the other
    for (int k = 0; k < (together ? 1 : steps); ++k)
        network.kernels.multiply({together ? steps * m_rows : m_rows, weights.W.layout.rows, blocks,
                                  input.at(t + k, m_first), input.row, network.at(weights.W),
                                  network.weights + weights.bIn, 0, m_fromInput + std::ptrdiff_t(k) * m_rows * blocks,
                                  blocks, m_turn});
}

void SlicePass::layerForward(const PackedNetwork &network, Activations &activations, int layer)
{
    const Kernels &kernels = network.kernels;
    const PackedLayer &weights = network.shape.layer(layer);
    const int H = m_spec.hiddenSize, blocks = m_spec.blockRows(), steps = activations.steps();
    const bool backwards = activations.isBackward(layer);
    const std::ptrdiff_t offset = std::ptrdiff_t(m_first) * H;
    const std::size_t plain = describe(m_spec.cell).recorded.size() - 1 - (describe(m_spec.cell).hasCellState ? 1 : 0);
    const float *bRec = network.weights + weights.bRec;

    int chunkAt = 0; // the first step whose sums are in m_fromInput
    for (int k = 0; k < steps; ++k) {
        const int t = backwards ? steps - 1 - k : k;
        const int earlier = activations.before(layer, t);
        const float *h = activations.stateAt(layer, earlier) + offset;
        // Every other step goes through the weights from their end: what a step read last is still in the cache.
        const auto recur = [&] { // U h + b_rec
            kernels.multiply({m_rows, H, weights.U[0].layout.columns, h, H, network.at(weights.U[0]), bRec, 0,
                              m_fromState, weights.U[0].layout.columns, m_turn});
        };
        if (m_turn)
            recur();
        if (k % m_chunk == 0) {
            const int count = std::min(m_chunk, steps - k);
            chunkAt = backwards ? t - count + 1 : t;
            project(network, activations, layer, chunkAt, count);
        }
        if (!m_turn)
            recur();
        m_turn = !m_turn;
        const float *fromInput = m_fromInput + std::ptrdiff_t(t - chunkAt) * m_rows * blocks;
        const unsigned char *active = activations.active(t);

        std::array<float *, mostParts> parts{};
        for (std::size_t i = 0; i < plain; ++i)
            parts[i] = activations.part(layer, int(i), t) + offset;
        std::size_t last = plain;
        if (describe(m_spec.cell).hasCellState)
            parts[last++] = activations.cellAt(layer, t) + offset;
        parts[last] = activations.stateAt(layer, t) + offset;
        const float *c = describe(m_spec.cell).hasCellState ? activations.cellAt(layer, earlier) + offset : nullptr;
        CellForward step{m_rows,       H,      active ? active + m_first : nullptr, fromInput, m_fromState, h, c,
                         parts.data(), nullptr};

        if (resetsBefore(m_spec)) {
            step.product = activations.product(layer, t) + offset;
            kernels.gruGatesForward(step);
            // u = U_n (r∘h) + b_hn
            kernels.multiply({m_rows, H, H, step.product, H, network.at(weights.U[1]), bRec + 2 * H, 0, parts[2], H});
            kernels.gruCandidateForward(step);
        } else {
            cellKernels(kernels, m_spec.cell).forward(step);
        }
    }
}

void SlicePass::head(const PackedNetwork &network, const Activations &activations, int t, int steps, float *y) const
{
    const StepRows output = activations.output();
    const int outputs = m_spec.headOutputs;
    const bool together = output.step == m_rows * output.row;
    for (int k = 0; k < (together ? 1 : steps); ++k)
        network.kernels.multiply({together ? steps * m_rows : m_rows, m_spec.outputSize(), outputs,
                                  output.at(t + k, m_first), output.row, network.at(network.shape.head()),
                                  network.weights + network.shape.headBias(), 0,
                                  y + std::ptrdiff_t(k) * m_rows * outputs, outputs});
}

void SlicePass::headBackward(const PackedNetwork &network, const Activations &activations, int t, int steps,
                             const float *dy, float *dOutput, bool add, float *gradient)
{
    const Kernels &kernels = network.kernels;
    const StepRows output = activations.output();
    const int width = m_spec.outputSize(), outputs = m_spec.headOutputs;
    const std::ptrdiff_t dyStep = std::ptrdiff_t(m_rows) * outputs;
    kernels.accumulateOuter({steps, m_rows, width, outputs, output.at(t, m_first), output.step, output.row, dy, dyStep,
                             outputs, gradient + network.shape.head().at, m_tokens});
    kernels.addColumns(steps * m_rows, outputs, dy, outputs, gradient + network.shape.headBias());
    const bool together = m_rows == activations.sequences();
    for (int k = 0; k < (together ? 1 : steps); ++k) {
        float *to = dOutput + (std::ptrdiff_t(t + k) * activations.sequences() + m_first) * width;
        kernels.multiply({together ? steps * m_rows : m_rows, outputs, width, dy + k * dyStep, outputs,
                          network.transposes->head(), add ? to : m_zeros, add ? width : 0, to, width});
    }
}

void SlicePass::backward(const PackedNetwork &network, Activations &activations, const PackedUpstream &upstream,
                         float *gradient)
{
    for (int layer = m_spec.layers * m_spec.directions() - 1; layer >= 0; --layer)
        layerBackward(network, activations, upstream, layer, gradient);
}

void SlicePass::layerBackward(const PackedNetwork &network, Activations &activations, const PackedUpstream &upstream,
                              int layer, float *gradient)
{
    const Backward pass{network, activations, upstream, layer, gradient};
    const int H = m_spec.hiddenSize, steps = activations.steps();
    const std::ptrdiff_t offset = std::ptrdiff_t(m_first) * H, count = std::ptrdiff_t(m_rows) * H;
    const auto begin = [&](float *d, const std::vector<const float *> &last) {
        if (last.empty())
            std::fill_n(d, count, 0.0f);
        else
            std::copy_n(last[std::size_t(layer)] + offset, count, d);
    };
    begin(m_dh, upstream.hN);
    begin(m_dc, upstream.cN);

    int kept = 0;
    for (int k = steps - 1; k >= 0; --k) {
        const int t = activations.isBackward(layer) ? steps - 1 - k : k;
        stepBackward(pass, t, kept);
        if (++kept == m_chunk || k == 0) {
            addWeightGradients(pass, t, kept);
            kept = 0;
        }
    }
    if (!upstream.h0.empty())
        std::copy_n(m_dh, count, upstream.h0[std::size_t(layer)] + offset);
    if (!upstream.c0.empty())
        std::copy_n(m_dc, count, upstream.c0[std::size_t(layer)] + offset);
}

/// dL/dh_t = from above and from the loss + from the later step, which m_dh holds.
void SlicePass::addUpstream(const Backward &pass, int t)
{
    const int H = m_spec.hiddenSize, directions = m_spec.directions();
    const float *above = pass.upstream.levels[std::size_t(pass.level())]
        + (std::ptrdiff_t(t) * pass.activations.sequences() + m_first) * directions * H + (pass.layer % directions) * H;
    for (int n = 0; n < m_rows; ++n) {
        float *dh = m_dh + std::ptrdiff_t(n) * H;
        for (int j = 0; j < H; ++j)
            dh[j] += above[std::ptrdiff_t(n) * directions * H + j];
    }
}

void SlicePass::stepBackward(const Backward &pass, int t, int chunkStep)
{
    const Kernels &kernels = pass.network.kernels;
    Activations &activations = pass.activations;
    const CellDescription &cell = describe(m_spec.cell);
    const int H = m_spec.hiddenSize, blocks = m_spec.blockRows();
    const std::ptrdiff_t offset = std::ptrdiff_t(m_first) * H;
    const int earlier = activations.before(pass.layer, t);
    const std::size_t plain = cell.recorded.size() - 1 - (cell.hasCellState ? 1 : 0);
    const unsigned char *active = activations.active(t);
    if (active)
        active += m_first;

    addUpstream(pass, t);
    std::array<const float *, mostParts> parts{};
    std::array<float *, mostParts> dParts{};
    const bool wanted = !pass.upstream.parts.empty();
    for (std::size_t i = 0; i < plain; ++i)
        parts[i] = activations.part(pass.layer, int(i), t) + offset;
    if (cell.hasCellState)
        parts[plain] = activations.cellAt(pass.layer, t) + offset;
    parts[cell.recorded.size() - 1] = activations.stateAt(pass.layer, t) + offset;
    for (std::size_t i = 0; wanted && i < cell.recorded.size(); ++i)
        dParts[i] = pass.upstream.parts[std::size_t(pass.layer)][i] + std::ptrdiff_t(t) * activations.slab() + offset;
    if (wanted) {
        float *dState = dParts[cell.recorded.size() - 1];
        for (int n = 0; n < m_rows; ++n)
            for (int j = 0; j < H; ++j)
                dState[std::ptrdiff_t(n) * H + j] = active && !active[n] ? 0.0f : m_dh[std::ptrdiff_t(n) * H + j];
    }

    const std::ptrdiff_t chunkAt = std::ptrdiff_t(chunkStep) * m_rows * m_dWidth;
    float *dSums = m_dSums + chunkAt;
    const CellBackward step{m_rows,
                            H,
                            active,
                            activations.stateAt(pass.layer, earlier) + offset,
                            cell.hasCellState ? activations.cellAt(pass.layer, earlier) + offset : nullptr,
                            parts.data(),
                            m_dh,
                            m_dc,
                            dSums,
                            m_dProduct,
                            wanted ? dParts.data() : nullptr};
    const PackedTransposes &transposes = *pass.network.transposes;
    if (resetsBefore(m_spec)) {
        kernels.gruBlendBackward(step);
        // dL/d(r∘h) = U_nᵀ da_n
        kernels.multiply(
            {m_rows, H, H, dSums + 2 * H, m_dWidth, transposes.U(pass.layer, 1), m_zeros, 0, m_dProduct, H});
        kernels.gruResetBackward(step);
        // dh += [U_r U_z]ᵀ [da_r da_z]
        kernels.multiply({m_rows, 2 * H, H, dSums, m_dWidth, transposes.U(pass.layer, 0), m_dh, H, m_dh, H});
    } else {
        cellKernels(kernels, m_spec.cell).backward(step);
        // dh += Uᵀ da
        kernels.multiply(
            {m_rows, blocks, H, m_dRecurrent + chunkAt, m_dWidth, transposes.U(pass.layer, 0), m_dh, H, m_dh, H});
    }
}

/// dL/dx = Wᵀ da of the steps that were kept, all at once; of two directions the backward one comes first.
void SlicePass::addInputGradients(const Backward &pass, int oldest, int steps)
{
    float *dx = pass.level() > 0 ? pass.upstream.levels[std::size_t(pass.level() - 1)] : pass.upstream.x;
    if (!dx)
        return;
    const int reads = m_spec.layerInputSize(pass.level()), blocks = m_spec.blockRows();
    pass.network.kernels.multiply({steps * m_rows, blocks, reads, m_dSums, m_dWidth,
                                   pass.network.transposes->W(pass.layer), m_zeros, 0, m_dx, reads});
    const bool second = pass.layer % m_spec.directions() + 1 < m_spec.directions();
    const std::ptrdiff_t count = std::ptrdiff_t(m_rows) * reads;
    for (int k = 0; k < steps; ++k) {
        const int t = oldest + pass.towards() * k;
        float *to = dx + (std::ptrdiff_t(t) * pass.activations.sequences() + m_first) * reads;
        const float *from = m_dx + k * count;
        for (std::ptrdiff_t i = 0; i < count; ++i)
            to[i] = second ? to[i] + from[i] : from[i];
    }
}

/// dW += Σ daᵀ x and dU += Σ daᵀ h over the steps that were kept; `newest` is the one that was kept last.
void SlicePass::addWeightGradients(const Backward &pass, int newest, int steps)
{
    const Kernels &kernels = pass.network.kernels;
    Activations &activations = pass.activations;
    const PackedLayer &weights = pass.weights();
    const int H = m_spec.hiddenSize, blocks = m_spec.blockRows();
    const std::ptrdiff_t offset = std::ptrdiff_t(m_first) * H, chunkStep = std::ptrdiff_t(m_rows) * m_dWidth;
    const int towards = pass.towards(), oldest = newest - towards * (steps - 1);
    addInputGradients(pass, oldest, steps);

    const StepRows input = activations.inputOf(pass.layer);
    kernels.accumulateOuter({steps, m_rows, weights.W.layout.rows, blocks, input.at(oldest, m_first),
                             towards * input.step, input.row, m_dSums, chunkStep, m_dWidth,
                             pass.gradient + weights.W.at, m_tokens});
    kernels.addColumns(steps * m_rows, blocks, m_dSums, m_dWidth, pass.gradient + weights.bIn);

    const float *h = activations.stateAt(pass.layer, activations.before(pass.layer, oldest)) + offset;
    const std::ptrdiff_t stateStep = towards * activations.slab();
    if (resetsBefore(m_spec)) {
        kernels.accumulateOuter({steps, m_rows, H, 2 * H, h, stateStep, H, m_dSums, chunkStep, m_dWidth,
                                 pass.gradient + weights.U[0].at, m_tokens});
        const float *product = activations.product(pass.layer, oldest) + offset;
        kernels.accumulateOuter({steps, m_rows, H, H, product, stateStep, H, m_dSums + 2 * H, chunkStep, m_dWidth,
                                 pass.gradient + weights.U[1].at, m_tokens});
        kernels.addColumns(steps * m_rows, blocks, m_dSums, m_dWidth, pass.gradient + weights.bRec);
        return;
    }
    kernels.accumulateOuter({steps, m_rows, H, blocks, h, stateStep, H, m_dRecurrent, chunkStep, m_dWidth,
                             pass.gradient + weights.U[0].at, m_tokens});
    kernels.addColumns(steps * m_rows, blocks, m_dRecurrent, m_dWidth, pass.gradient + weights.bRec);
}

} // namespace gatescope
