// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu/float_arena.h"
#include "core/model/batch.h"
#include "core/trace/trace.h"

namespace gatescope {

/// Rows of floats [time, batch, …] somewhere: the row of a sequence at a step is at data + t·step + n·row.
struct StepRows {
    const float *data = nullptr;
    std::ptrdiff_t step = 0;
    std::ptrdiff_t row = 0;

    const float *at(int t, int n) const { return data + t * step + n * row; }
};

/// All that a run over a batch leaves behind, in floats: what the backward pass reads and a Trace shows. Made
/// once for a shape, then used for every batch of that shape.
class Activations
{
public:
    Activations(const NetworkSpec &spec, int steps, int sequences);

    int steps() const { return m_steps; }
    int sequences() const { return m_sequences; }
    std::size_t floats() const { return m_arena.size() + m_ownX.size(); }
    /// Takes lengths, x and the initial states. With an embedding [rows, inputs], x is looked up in it where the batch
    /// says which rows.
    void setBatch(const Batch &batch, const float *embedding = nullptr);
    /// Of a single step of one sequence: begins where the last one ended, and reads x [inputs].
    void goOn(const float *x);
    /// Of the same: begins with zeros.
    void forgetStates();

    /// Which sequences are real at a step, or null: all are.
    const unsigned char *active(int t) const
    {
        return m_allActive[std::size_t(t)] ? nullptr : &m_active[std::size_t(t) * std::size_t(m_sequences)];
    }

    /// A recorded part of a layer at a step, [batch, H]; the state and an LSTM's cell are read with stateAt.
    float *part(int layer, int index, int t)
    {
        return m_layers[std::size_t(layer)].parts[std::size_t(index)] + std::ptrdiff_t(t) * slab();
    }
    /// The state after step t, or with t = steps the one before the first step that is read.
    const float *stateAt(int layer, int t) const
    {
        return m_layers[std::size_t(layer)].state + place(layer, t) * slab();
    }
    float *stateAt(int layer, int t) { return m_layers[std::size_t(layer)].state + place(layer, t) * slab(); }
    float *cellAt(int layer, int t) { return m_layers[std::size_t(layer)].cell + place(layer, t) * slab(); }
    /// The step that is read before step t; `steps` before the first.
    int before(int layer, int t) const;
    /// r∘h of a GRU that resets before the product.
    float *product(int layer, int t) { return m_layers[std::size_t(layer)].product + std::ptrdiff_t(t) * slab(); }
    /// Floats from one step of a part to the next.
    std::ptrdiff_t slab() const { return std::ptrdiff_t(m_sequences) * m_units; }

    /// What a layer reads; the states of the layer below, or x.
    StepRows inputOf(int layer) const;
    /// What the top layer puts out.
    StepRows output() const { return outputOf(m_layers.size() / std::size_t(m_directions) - 1); }
    /// Both directions' states side by side; in a network with one direction there is nothing to do.
    void joinDirections(int layer, int first, int rows);

    bool isBackward(int layer) const { return layer % m_directions == 1; }

private:
    void setX(const Batch &batch, const float *embedding);
    struct Layer {
        std::vector<float *> parts; ///< but for state and cell
        float *state = nullptr;     ///< [time + 1, batch, H]
        float *cell = nullptr;
        float *product = nullptr;
    };

    StepRows outputOf(std::size_t level) const;
    /// Forwards, the state before the first step comes first; backwards it comes last.
    std::ptrdiff_t place(int layer, int t) const { return isBackward(layer) ? t : t == m_steps ? 0 : t + 1; }

    int m_steps, m_sequences, m_units, m_inputs, m_directions;
    std::vector<Layer> m_layers;
    std::vector<float *> m_joined; ///< of each level [time, batch, 2H]
    const float *m_x = nullptr;
    FloatArena m_ownX; ///< x in floats, where a batch has it in doubles
    std::vector<unsigned char> m_active;
    std::vector<bool> m_allActive;
    FloatArena m_arena;
};

} // namespace gatescope
