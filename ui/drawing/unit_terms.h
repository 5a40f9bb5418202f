// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene.h"
#include "ui/drawing/value_cells.h"

#include <optional>

namespace gatescope {

/// One row of a unit's arithmetic: a weight times what it reads, and in the backward pass what each of the two gets.
struct UnitTerm {
    enum class Kind {
        input,    ///< a column of W
        state,    ///< a column of U
        bias,     ///< has no value
        centring, ///< of layer normalisation: minus the mean, times gain by spread; has no value
        gated,    ///< a gate's value times another number of the step
        more      ///< those that found no room, together
    };
    Kind kind = Kind::input;
    int count = 1;  ///< how many products stand in it
    QString symbol; ///< markup of drawMath
    QString letter; ///< of the data, where x is one
    double weight = 0;
    std::optional<double> value; ///< none: the weight counts as it is
    double product = 0;
    QString weightName; ///< "weight_hh_l0[10, 3]"
    QString valueName;  ///< "h before, unit 3"
    Role weightRole = Role::state;
    Role valueRole = Role::state;
    bool weightIsGate = false; ///< 0 … 1, drawn as a tank
    double weightScale = 3;    ///< on which a signed weight's strength is drawn
    double valueScale = 1;
    int knownFrom = -1; ///< the part of this step (index into stepParts) that makes the value; −1: an earlier step
    Term weightTerm;
    Term valueTerm;
    std::optional<PlayheadState> leadsTo; ///< where the value came from

    double weightGradient = 0; ///< dL/dW of this step
    double valueGradient = 0;  ///< what is sent back to the value
};

/// The products that meet before a unit's squashing function.
struct UnitSum {
    std::vector<UnitTerm> inner; ///< a sum of their own, which a row of `terms` multiplies; often none
    std::vector<UnitTerm> terms; ///< they add up to `total`
    double innerTotal = 0;
    double total = 0;
};

/// The sum of the playhead's unit in one block of the cell: W x, U h and biases; with layer normalisation each product
/// is multiplied by gain and spread, and a row takes the mean away. With `gradients` in the record, the gradients of
/// each row too.
UnitSum unitSum(const Scene &scene, int block);

/// Not more than `room` rows, in their order: those with the largest products, and one row for the rest, whose
/// gradients are a length: they are of different numbers.
std::vector<UnitTerm> fitting(const std::vector<UnitTerm> &terms, int room);

/// Index into stepParts of the part that completes an array; −1 where none does.
int partThatMakes(CellKind cell, Part part);

/// The derivatives of the loss by the four numbers that a unit's row of a block brings to its sum at this step.
struct RowGradients {
    double byInput = 0; ///< W x, before a normalisation
    double byState = 0; ///< U h, before a normalisation
    double byInBias = 0;
    double byRecBias = 0;
};
RowGradients rowGradients(const Scene &scene, int block);

} // namespace gatescope
