// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// How much of a network is computed when the playhead stands where it does, 0 … 1. Layers that read in one
/// direction are walked step by step, each step from the bottom up; a layer over one that reads in both directions
/// waits for all of it. Both directions of a layer go the same number of steps. In the backward pass it is gradients
/// that are computed, the other way round.
class NetworkProgress
{
public:
    explicit NetworkProgress(const Scene &scene);

    /// Of a state, or in the backward pass of the gradient by it.
    double state(int layer, Direction direction, int step) const;
    /// Of what the head says at a step.
    double answer(int step) const;

private:
    /// Steps that this pass walks before this one.
    int stepsBefore(Direction direction, int step) const;
    double inFocusedLayer(Direction direction, int step) const;

    const NetworkSpec &m_spec;
    PlayheadState m_at;
    int m_length;
    bool m_backward;
    double m_here; ///< of the playhead's own state
};

} // namespace gatescope
