// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/backend/pass_arrays.h"

namespace gatescope::gpu {

/// Takes batches of one size through a network on a device, forwards and back. W x of all steps is one product, and so
/// are the gradients of W and U. Between them, the plain path: U h of each step is a product, followed by one work on
/// the step's units; backwards likewise. Or all steps are one request, where the device has a plan for it.
class NetworkPass
{
public:
    /// Fails when the device has not enough memory. Device and shape must outlive the pass.
    enum class Way { asPlanned, plain };
    static Result<std::unique_ptr<NetworkPass>> make(Device &device, const FlatShape &shape, const PassSize &size,
                                                     Way way = Way::asPlanned);

    /// All steps are one request, by this plan of the device's.
    static Result<std::unique_ptr<NetworkPass>> make(Device &device, const FlatShape &shape, const PassSize &size,
                                                     const RecurrencePlan &plan);

    const PassSize &size() const { return m_size; }
    const PassArrays &arrays() const { return m_arrays; }
    bool isPlain() const { return !m_plan.has_value(); }
    /// How the steps are taken, and why not otherwise.
    const Sentence &way() const { return m_way; }

    /// Copies in what the network reads: x, lengths, initial states, masks. The batch has this pass' size.
    void read(const Batch &batch);
    void forward(const float *weights);
    /// y = the head of the output.
    void head(const float *weights);

    /// From dL/dy to the head's gradient, which is added to, and to dL/d of the output, which is written or, with
    /// `add`, added to.
    void headBackward(const float *weights, const float *dy, bool add, float *gradient);
    /// From dL/d of the top level's output to all gradients; those of the parameters are added to.
    void backward(const float *weights, float *gradient);

    /// Where a layer's state after its last step stands, [sequences, H]; c of an LSTM.
    const float *finalState(int layer) const { return m_arrays.layers[std::size_t(layer)].states + lastSlot(layer); }
    const float *finalCell(int layer) const { return m_arrays.layers[std::size_t(layer)].cells + lastSlot(layer); }
    /// A layer's states after each step, [steps, sequences, H]; past a length the last one is kept.
    const float *states(int layer) const { return m_arrays.layers[std::size_t(layer)].states + firstStepSlot(layer); }
    const float *cells(int layer) const { return m_arrays.layers[std::size_t(layer)].cells + firstStepSlot(layer); }

private:
    /// One layer in one direction while a pass goes through it.
    struct Layer {
        int index, level;
        bool backwards;
        const LayerArrays &arrays;
        const float *W, *U, *bIn, *bRec;
    };

    NetworkPass(Device &device, const FlatShape &shape, const PassSize &size)
        : m_device(device), m_shape(shape), m_size(size)
    {
    }

    Layer layerAt(int index, const float *weights) const;
    const NetworkSpec &spec() const { return m_shape.spec(); }
    std::size_t slab() const { return std::size_t(m_size.sequences) * std::size_t(spec().hiddenSize); }
    std::size_t lastSlot(int layer) const;
    std::size_t firstStepSlot(int layer) const;
    std::size_t stateAfter(const Layer &layer, int t) const
    {
        return std::size_t(layer.backwards ? t : t + 1) * slab();
    }
    std::size_t stateBefore(const Layer &layer, int t) const
    {
        return std::size_t(layer.backwards ? t + 1 : t) * slab();
    }
    StepPlace placeOf(int t) const { return {m_size.sequences, spec().hiddenSize, t, m_arrays.lengths}; }
    CellOptions options() const { return {spec().gateActivation, spec().stateActivation, spec().update}; }
    const float *inputOf(int level) const;
    /// What input dropout leaves of it for this layer and direction.
    const float *leftFor(const Layer &layer);
    /// The columns of one direction in rows of all tokens.
    template<typename Number>
    StepRow<Number> columnsOf(const Layer &layer, Number *tokens, int t) const
    {
        const int width = spec().outputSize();
        return {tokens + std::ptrdiff_t(t) * m_size.sequences * width + (layer.backwards ? spec().hiddenSize : 0),
                width};
    }

    RecurrentCell recurrentCell() const;
    Result<RecurrencePlan> planned() const;
    Result<void> follow(const RecurrencePlan &plan);
    Recurrence recurrenceOf(const Layer &layer) const;
    void layerForward(const Layer &layer);
    void stepForward(const Layer &layer, int t);
    /// U h of the first blocks, into fromState.
    void recur(const Layer &layer, int t, int blocks);

    void layerBackward(const Layer &layer, float *gradient);
    void stepBackward(const Layer &layer, int t);
    void gruStepBackward(const Layer &layer, int t);
    /// dh += Uᵀ d of the first blocks; d is [sequences, blocks·H].
    void recurBackward(const Layer &layer, const float *d, int blocks);
    void addWeightGradients(const Layer &layer, float *gradient);
    void addRecurrentGradients(const Layer &layer, float *gradient);
    void addInputGradient(const Layer &layer);
    void addColumnSums(const float *rows, int columns, float *sums);
    float *dRecurrent() const { return m_arrays.dFromState ? m_arrays.dFromState : m_arrays.fromInput; }

    Device &m_device;
    const FlatShape &m_shape;
    PassSize m_size;
    PassArrays m_arrays;
    std::optional<RecurrencePlan> m_plan; ///< none: the plain path
    Device::Floats m_exchange;            ///< of the plan
    Sentence m_way;
};

} // namespace gatescope::gpu
