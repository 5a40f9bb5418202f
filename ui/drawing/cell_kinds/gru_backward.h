// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell_kinds/gru_stage.h"

namespace gatescope {

/// The units that the backward picture of a GRU is put together from.

/// How far the backward pass has come within its parts. The blend: ribbons are walked, then its
/// gradients stand. The candidate: tanh, the sum, the product, and the way home, one after the other.
struct GruReturn {
    const CellCanvas &canvas;

    double splitWalked() const { return stretch(canvas.computed(GruPart::blend), 0, 0.5); }
    double splitUnits() const { return stretch(canvas.computed(GruPart::blend), 0.5, 1); }
    double term(int place) const
    {
        return stretch(canvas.computed(GruPart::candidate), 0.2 * place, 0.2 * place + 0.2);
    }
};

/// The ribbons by which gradients go from the blend to the gates and the candidate and home to the old state.
void drawGruRibbons(CellCanvas &canvas, const GruGradients &gradients);

/// The symbols over the columns, and what they mean in words.
void drawGruBackwardLabels(CellCanvas &canvas, const GruGradients &gradients);

} // namespace gatescope
