// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// Indices into an RNN's stepParts.
namespace RnnPart {
inline constexpr int inputs = 0, state = 1;
}

/// The vectors of one RNN cell at one step, [H] each, in the letters of its equations.
struct RnnMoment {
    Vector hBefore;
    Vector u;          ///< U h + b_hh
    Vector w;          ///< W x + b_ih
    Vector a;          ///< u + w
    Vector h;          ///< tanh(a)
    double states = 1; ///< on which h is drawn
    double scale = 1;  ///< on which u, w and a are drawn
};
RnnMoment rnnMoment(const Scene &scene);

/// The gradients of the loss by the same vectors.
struct RnnGradients {
    Vector h;
    Vector a;        ///< also by u and w
    Vector passedOn; ///< Uᵀ dL/da, to the old state
    Vector fromNext; ///< what of dL/dh comes from the next step; the rest comes from above
};
RnnGradients rnnGradients(const Scene &scene);

} // namespace gatescope
