// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// Indices into a GRU's stepParts.
namespace GruPart {
inline constexpr int inputs = 0, reset = 1, update = 2, candidate = 3, blend = 4;
}

/// The vectors of one GRU cell at one step, [H] each, in the letters of its equations.
struct GruMoment {
    Vector hBefore, r, z;
    Vector u; ///< reset after: U_n h + b_hn; reset before: U_n p + b_hn
    Vector p; ///< reset after: r∘u; reset before: r∘h
    Vector w; ///< W_n x + b_in
    Vector n, h;
    Vector kept;       ///< how much of the old state stays: z, or 1 − z where the update overwrites
    double states = 1; ///< on which h and n are drawn
    double scale = 1;  ///< on which u, p and w are drawn
};
GruMoment gruMoment(const Scene &scene);

/// The gradients of the loss by the same vectors.
struct GruGradients {
    Vector h; ///< arrives at the new state
    Vector z, r, n;
    Vector a; ///< by what tanh reads: also by w and, reset after, by p (reset before: by u)
    Vector u, p;
    Vector direct, viaCandidate, viaUpdate, viaReset; ///< the ways back to the old state
    Vector passedOn;                                  ///< their sum
    Vector fromLater;                                 ///< the part of h that the step after this one sent back
    double fromAbove = 0; ///< length of the rest, which comes from the head or the layer above at this step
};
GruGradients gruGradients(const Scene &scene);

} // namespace gatescope
