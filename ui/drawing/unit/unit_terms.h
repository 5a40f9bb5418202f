// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/scene/scene.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace gatescope {

/// A number of the parameters.
struct StoredNumber {
    ParameterPlace place;
    double value = 0;

    QString words() const; ///< "weight_hh_l0[10, 3] = −1.5444"
};
/// "weight_hh_l0[10, 3]", "bias_ih_l0[10]"
QString placeWords(const ParameterPlace &place);

/// A number of the run that a product is made of.
struct TermSource {
    QString name; ///< "h before, unit 3"
    double value = 0;
    int knownFrom = -1; ///< the part of this step (index into stepParts) that makes it; −1: an earlier step
    std::optional<PlayheadState> from; ///< where it was made
    bool held = false;                 ///< what-if holds it

    QString words() const; ///< "h before, unit 3 = 0.2210"
};

/// One row of a unit's arithmetic: a weight times what it reads, and in the backward pass what each of the two gets.
struct UnitTerm {
    enum class Kind {
        input,    ///< a column of W
        state,    ///< a column of U
        bias,     ///< has no value
        centring, ///< of layer normalisation: minus the mean, times gain by spread; has no value
        gated,    ///< a gate's value times another number of the step
        more      ///< those of a kind that found no room, together
    };
    Kind kind = Kind::input;
    Kind restOf = Kind::input; ///< of `more`: the kind
    int index = -1;            ///< among all terms of its story, inner ones first; −1: those that found no room
    int count = 1;             ///< how many products stand in it
    QString symbol;            ///< markup of drawMath
    QString letter;            ///< of the data, where x is one
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
    std::vector<StoredNumber> stored; ///< the weight; of a bias often two, which add up to it
    std::vector<TermSource> sources;  ///< what else of the run is in the product, the factor first

    /// The kind whose products this row belongs to.
    Kind groupKind() const { return kind == Kind::more ? restOf : kind; }
    /// The sign before the product: "=", or "≈" where the factors as the stage writes them give another number.
    QString equals() const;
    /// Where the value came from.
    std::optional<PlayheadState> leadsTo() const;
    bool isHeld() const { return !sources.empty() && sources.back().held; }

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

/// What stands before the row of the rest, the longest first.
QStringList moreWords(const UnitTerm &rest);

/// Not more than `room` rows, in their order: those with the largest products, and behind those of each kind one row
/// for its rest, so that what stands together is a whole W x or U h. A rest's gradients are a length: they are of
/// different numbers. On the way back those with the largest gradients. The term of index `always` is among them, and
/// the one letter that is read.
std::vector<UnitTerm> fitting(const std::vector<UnitTerm> &terms, int room, int always = -1, Pass pass = Pass::forward);

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
