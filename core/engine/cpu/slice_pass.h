// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu/activations.h"
#include "core/engine/cpu/packed_parameters.h"

namespace gatescope {

/// The network that a pass computes: its weights, where they stand, and for the backward pass their transposes.
struct PackedNetwork {
    const Kernels &kernels;
    const PackedShape &shape;
    const float *weights = nullptr;
    const PackedTransposes *transposes = nullptr;

    const float *at(const PackedBlock &block) const { return weights + block.at; }
};

/// What flows back through a network. Arrays are [time, batch, …] of the whole batch; a pass works on its
/// sequences alone.
struct PackedUpstream {
    std::vector<float *> levels;   ///< dL/d of each level's output [time, batch, directions·H], the top one given
    std::vector<const float *> hN; ///< of each layer [batch, H]; empty: 0
    std::vector<const float *> cN;
    float *x = nullptr;                      ///< dL/dx, or null: not wanted
    std::vector<float *> h0, c0;             ///< dL/dh0 of each layer [batch, H]; empty: not wanted
    std::vector<std::vector<float *>> parts; ///< of each layer dL/d of every recorded part [time, batch, H]; empty
};

/// Takes some sequences of a batch, which nobody else takes, through a network. Its scratch memory is its own;
/// a pass allocates nothing.
class SlicePass
{
public:
    /// Of sequences [first, first + rows).
    SlicePass(const NetworkSpec &spec, const Kernels &kernels, int first, int rows);

    int first() const { return m_first; }
    int rows() const { return m_rows; }

    void forward(const PackedNetwork &network, Activations &activations);
    /// Steps that the head takes at once, at most.
    int chunk() const { return m_chunk; }
    /// y = the head of the output of steps [t, t + steps); `y` is [steps, rows, outputs].
    void head(const PackedNetwork &network, const Activations &activations, int t, int steps, float *y) const;
    /// Adds what dL/dy of these steps gives to the head's gradient, and writes dL/d of their outputs, or with
    /// `add` adds it to what is there.
    void headBackward(const PackedNetwork &network, const Activations &activations, int t, int steps, const float *dy,
                      float *dOutput, bool add, float *gradient);
    /// Adds to `gradient`, which is laid out like the weights.
    void backward(const PackedNetwork &network, Activations &activations, const PackedUpstream &upstream,
                  float *gradient);

private:
    struct Backward;
    void project(const PackedNetwork &network, const Activations &activations, int layer, int t, int steps);
    void layerForward(const PackedNetwork &network, Activations &activations, int layer);
    void layerBackward(const PackedNetwork &network, Activations &activations, const PackedUpstream &upstream,
                       int layer, float *gradient);
    void addUpstream(const Backward &pass, int t);
    void stepBackward(const Backward &pass, int t, int chunkStep);
    void addInputGradients(const Backward &pass, int oldest, int steps);
    void addWeightGradients(const Backward &pass, int newest, int steps);

    NetworkSpec m_spec;
    int m_first, m_rows;
    bool m_turn = false; ///< whether the next step reads the weights from their end
    int m_chunk;         ///< steps whose sums are kept for one product with what they read
    FloatArena m_arena;
    float *m_fromInput;              ///< [chunk, rows, blocks·H]
    float *m_fromState;              ///< [rows, blocks·H]
    int m_dWidth;                    ///< of a row of m_dSums: blocks·H, or 4·H
    float *m_dSums;                  ///< [chunk, rows, m_dWidth], as CellBackward has it
    float *m_dRecurrent;             ///< where dL/d(U h + b_rec) begins in it
    float *m_dh, *m_dc, *m_dProduct; ///< [rows, H]
    float *m_dx;                     ///< [chunk, rows, layer input]
    float *m_tokens;                 ///< for OuterProduct
    float *m_zeros;                  ///< as many as the widest row that is begun with them
};

} // namespace gatescope
