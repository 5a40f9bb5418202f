// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "ui/common/theme.h"
#include "ui/document/playhead.h"

#include <QList>
#include <QString>

#include <optional>

namespace gatescope {

/// A table of numbers of an experiment that can be edited: a tensor, an input or an initial state.
struct NumberSource {
    enum class Kind { tensor, input, h0, c0 };

    Kind kind = Kind::tensor;
    QString name;        ///< PyTorch's name, "x", "h0, layer 1" …
    int layerIndex = -1; ///< NetworkSpec::layerIndex; −1 for what belongs to no layer
    int sequence = 0;    ///< of an input

    bool operator==(const NumberSource &) const = default;
};

/// All of them, in the order in which they are used. Inputs of letters are typed, not edited here.
/// None while nothing is open.
QList<NumberSource> numberSources(const Experiment &experiment);

int rowsOf(const Experiment &experiment, const NumberSource &source);
int columnsOf(const Experiment &experiment, const NumberSource &source);
double numberAt(const Experiment &experiment, const NumberSource &source, int row, int column);
/// "z 2", "step 3"; "l", "h 3"
QString rowName(const Experiment &experiment, const NumberSource &source, int row);
QString columnName(const Experiment &experiment, const NumberSource &source, int column);
/// The hue that a row's positive numbers wear.
Role roleOfRow(const Experiment &experiment, const NumberSource &source, int row);
/// The experiment with one number changed, or the reason why not.
Result<Experiment> withNumber(const Experiment &experiment, const NumberSource &source, int row, int column,
                              double value);

/// The row and column that the playhead is about, if this source has them.
struct NumberPlace {
    int row, column;
};
std::optional<NumberPlace> placeOf(const Experiment &experiment, const NumberSource &source,
                                   const PlayheadState &state);

} // namespace gatescope
