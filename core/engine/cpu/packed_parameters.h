// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu/float_arena.h"
#include "core/engine/cpu/packed_matrix.h"
#include "core/model/parameters.h"

#include <optional>

namespace gatescope {

/// A packed matrix somewhere in an arena.
struct PackedBlock {
    PackedLayout layout;
    std::size_t at = 0;
};

/// Whether W's and b_in's blocks stand in the order n, r, z: of a GRU that resets after the product. Beside dL/du the
/// derivatives n, r, z, u are then one row, whose first three are W x's and whose last three U h's.
bool candidateFirst(const NetworkSpec &spec);

/// Where one layer's parameters stand in one direction. Matrices are transposed, [reads, blocks·H], for the
/// kernels multiply from the left. A GRU that resets before the product keeps U_r, U_z and U_n apart.
struct PackedLayer {
    PackedBlock W;                 ///< [layer input, blocks·H]
    std::vector<PackedBlock> U;    ///< [H, blocks·H]; or [H, 2H] and [H, H]
    std::size_t bIn = 0, bRec = 0; ///< [blocks·H]; 0 throughout in a network without biases
};

/// Where all the parameters of a network stand in one array of floats: weights, gradients and an optimizer's
/// memory share it, so that an optimizer sees nothing but a row of numbers.
class PackedShape
{
public:
    PackedShape(const NetworkSpec &spec, const Kernels &kernels);

    const NetworkSpec &spec() const { return m_spec; }
    const PackedLayer &layer(int index) const { return m_layers[std::size_t(index)]; }
    const PackedBlock &head() const { return m_head; } ///< [directions·H, outputs]
    std::size_t headBias() const { return m_headBias; }
    std::size_t embedding() const { return m_embedding; } ///< [rows, inputSize], not packed
    /// Floats that an optimizer moves; biases that the network does not have lie behind them.
    std::size_t trained() const { return m_trained; }
    std::size_t size() const { return m_size; }

    /// An update gate that overwrites becomes one that keeps, because σ(−a) = 1 − σ(a): its weights and gradients
    /// change their signs; mean squares do not.
    enum class Signs { ofGates, none };
    /// Writes parameters in floats.
    void pack(const Parameters &parameters, float *to, Signs signs = Signs::ofGates) const;
    /// The other way round, for parameters, gradients and an optimizer's memory.
    Parameters unpack(const float *from, Signs signs = Signs::ofGates) const;

private:
    template<typename SomeParameters, typename Visit>
    void forEachNumber(SomeParameters &parameters, Signs signs, Visit visit) const;

    NetworkSpec m_spec;
    std::vector<PackedLayer> m_layers;
    PackedBlock m_head;
    std::size_t m_headBias = 0;
    std::size_t m_embedding = 0;
    std::size_t m_trained = 0;
    std::size_t m_size = 0;
};

/// The transposes of the weights, which the backward pass multiplies with.
class PackedTransposes
{
public:
    /// `inputs`: also those of layer 0's W, which only dL/dx needs.
    PackedTransposes(const PackedShape &shape, const Kernels &kernels, bool inputs);

    /// Takes them from these weights.
    void refresh(const PackedShape &shape, const float *weights);

    const float *W(int layer) const { return m_arena.data() + m_layers[std::size_t(layer)].W.at; }
    const float *U(int layer, int part) const
    {
        return m_arena.data() + m_layers[std::size_t(layer)].U[std::size_t(part)].at;
    }
    const float *head() const { return m_arena.data() + m_head.at; }

private:
    struct Layer {
        PackedBlock W;
        std::vector<PackedBlock> U;
    };
    std::vector<Layer> m_layers;
    PackedBlock m_head;
    bool m_inputs;
    FloatArena m_arena;
};

} // namespace gatescope
