// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/outer_sum.h"
#include "core/ops/views.h"
#include "core/trace/trace.h"

namespace gatescope {

/// The recorded parts of one step of one sequence, [H] each, seen in place in a LayerTrace.
class StepParts
{
public:
    StepParts(LayerTrace &layer, int step, int sequence) : m_layer(layer), m_step(step), m_sequence(sequence) { }

    ArrayView operator[](Part part) const { return valuesAt(m_layer.parts.at(part), m_step, m_sequence); }

private:
    LayerTrace &m_layer;
    int m_step;
    int m_sequence;
};

/// The same, for reading.
class ConstStepParts
{
public:
    ConstStepParts(const LayerTrace &layer, int step, int sequence) : m_layer(layer), m_step(step), m_sequence(sequence)
    {
    }

    ConstArrayView operator[](Part part) const { return valuesAt(m_layer[part], m_step, m_sequence); }

private:
    const LayerTrace &m_layer;
    int m_step;
    int m_sequence;
};

/// A value that a pin holds at one step of one sequence.
struct HeldValue {
    Part part;
    int unit;
    double value;
};

/// What a cell reads at one step of one sequence.
struct CellStep {
    const NetworkSpec &spec;
    const LayerParameters &parameters;
    ConstVectorView x; ///< [layer input]
    ConstArrayView h;  ///< the state before the step [H]
    ConstArrayView c;  ///< LSTM: the cell state before the step [H]; empty for other cells
    /// What multiplies h where the rows of U read it, block by block [blocks·H]; empty without recurrent dropout.
    ConstArrayView hMask;
    std::vector<HeldValue> held = {}; ///< what is not computed but given
};

/// What a step's derivative leaves behind beside the gradients of its parts. The letter d before a
/// name is dL/d of it.
struct CellStepGradient {
    ArrayView da;         ///< by fromInput() of every block [blocks·H]; W, x, b_in and its gains follow from it
    LayerParameters &sum; ///< the gradients by b_rec and the gains of U h are added here
    OuterSum &dU;         ///< the gradient by U is added here
    Eigen::ArrayXd &dh;   ///< by h before the step, as far as it flows through this step [H]
    Eigen::ArrayXd &dc;   ///< LSTM: by c before the step, as far as it flows through this step [H]
};

/// One cell kind at work, for one step of one sequence. A new kind of cell is one unit with these two
/// functions and one row in the table.
struct CellOperation {
    CellKind kind;
    /// Computes every recorded part, but what is held.
    void (*forward)(const CellStep &step, const StepParts &made);
    /// Takes the total dL/dh' from d[Part::state], and what reaches c' past h' from d[Part::cell];
    /// completes the gradients of all parts, of held ones too, behind which nothing flows further back.
    void (*backward)(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient);
};

const CellOperation &operationOf(CellKind kind);

} // namespace gatescope
