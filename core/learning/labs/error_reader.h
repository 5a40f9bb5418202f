// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/layer_shapes.h"

#include <string_view>

namespace gatescope {

/// The axis that an error message is about.
struct MarkedAxis {
    std::string tensor;       ///< as shapesOf names it
    std::optional<Axis> axis; ///< none: how many axes it has
    std::string given;        ///< what came in place of what is drawn: "3"; empty where nothing can be said

    bool operator==(const MarkedAxis &) const = default;
};

/// What an error message of PyTorch or Keras means.
struct ErrorReading {
    std::string name;     ///< of the row of the table of messages: "hidden size"
    Sentence says;        ///< which axis is meant, and how to mend it
    LayerArguments shown; ///< a layer with the sizes that the message tells
    std::optional<MarkedAxis> mark;
};

/// Reads what was pasted: a message alone or the end of a traceback, broken into lines or not. What the message does
/// not tell is taken from the present arguments. None: the table does not know it.
std::optional<ErrorReading> readErrorMessage(std::string_view pasted, const LayerArguments &present);

/// What is said of a message that the table does not know.
Sentence unknownMessage();

} // namespace gatescope
