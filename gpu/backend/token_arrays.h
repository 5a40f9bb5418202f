// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objective.h"
#include "gpu/backend/network_pass.h"
#include "gpu/backend/sums.h"

namespace gatescope::gpu {

/// What training has on the device beside the pass: what is wanted of each token, and what was found.
class TokenArrays
{
public:
    /// Fails when the device has not enough memory.
    static Result<std::unique_ptr<TokenArrays>> make(Device &device, const NetworkSpec &spec, const PassSize &size);

    /// Copies in the targets and, in a network with an embedding, the rows that the tokens ask for. `share` is one
    /// token's part of the loss.
    void read(const Batch &batch, const Objective &objective, double share);

    /// x from the embedding.
    void lookUp(const float *embedding, float *x);
    /// Adds dL/dx of each token to the embedding's gradient.
    void lookUpBackward(const float *dx, float *gradient);

    /// Numbers that a token's loss is taken of: the head's outputs, or the network's.
    int outputs() const { return m_fixed.outputs; }
    float *dy() const { return m_dy; }
    /// The losses of all tokens of the outputs y, and dL/dy into `dy`.
    void takeLoss(const float *y, float *dy);

    /// Adds up what takeLoss() found.
    void addUp(Sums &sums);

    /// What of this is not read from the device's memory, so that a recorded step has it as it was.
    struct Fixed {
        LossKind kind = LossKind::outputSum;
        int outputs = 0;
        float tolerance = 0;
        bool looksUp = false;
        bool operator==(const Fixed &) const = default;
    };
    const Fixed &fixed() const { return m_fixed; }

private:
    TokenArrays(Device &device, const NetworkSpec &spec, const PassSize &size)
        : m_device(device), m_spec(spec), m_size(size)
    {
    }

    Device &m_device;
    const NetworkSpec &m_spec;
    PassSize m_size;
    Fixed m_fixed;
    float *m_share = nullptr;
    int *m_watched = nullptr, *m_classes = nullptr;
    float *m_values = nullptr, *m_dy = nullptr, *m_loss = nullptr, *m_right = nullptr;
    int *m_rows = nullptr, *m_tokens = nullptr, *m_firsts = nullptr;
    Device::Floats m_memory;
};

} // namespace gatescope::gpu
