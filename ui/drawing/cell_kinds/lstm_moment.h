// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// Indices into an LSTM's stepParts.
namespace LstmPart {
inline constexpr int inputs = 0, forget = 1, input = 2, candidate = 3, cell = 4, output = 5, state = 6;
}

/// The vectors of one LSTM cell at one step, [H] each, in the letters of its equations.
struct LstmMoment {
    Vector cBefore, hBefore, i, f, g, o;
    Vector kept;       ///< f∘c before
    Vector written;    ///< i∘g
    Vector c;          ///< kept + written
    Vector squashed;   ///< tanh(c)
    Vector h;          ///< o∘tanh(c)
    double states = 1; ///< on which h and g are drawn
    double scale = 1;  ///< on which c, kept and written are drawn
};
LstmMoment lstmMoment(const Scene &scene);

/// The gradients of the loss by the same vectors.
struct LstmGradients {
    Vector h, c; ///< all that arrives at the new states
    Vector o, squashed;
    Vector fromNext; ///< what reaches c from the next step, along its conveyor and through that step's gates
    Vector i, f, g;
    Vector conveyor;                                     ///< f∘dL/dc: straight back to the old cell state
    Vector viaForget, viaInput, viaCandidate, viaOutput; ///< the ways back to the old state h
    Vector passedOn;                                     ///< their sum
};
LstmGradients lstmGradients(const Scene &scene);

} // namespace gatescope
