// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/files/json_reader.h"
#include "core/learning/labs/layer_shapes.h"
#include "core/learning/labs/product_plan.h"
#include "core/learning/labs/stateful_batches.h"

namespace gatescope {

/// What a lab can draw of a network, for what the stage cannot show.
enum class FigureKind {
    shapes,   ///< every tensor of the layer with its axes
    padded,   ///< the batch filled up to its longest sequence
    packed,   ///< the same beside its real steps alone
    masked,   ///< the batch filled up in front, and the steps that a mask leaves out
    matrices, ///< the gates' matrices as far as they are merged
    states    ///< two small batches and the states between them: a lab's, not the network's
};

/// A picture that a card shows in place of the stage, of the card's own network.
struct Figure {
    FigureKind kind = FigureKind::shapes;
    Framework framework = Framework::pytorch; ///< of shapes and matrices
    bool batchFirst = false;                  ///< of shapes, as all up to resetAfter
    bool returnSequences = false;
    bool returnState = false;
    bool resetAfter = true;
    std::string marked;                        ///< the tensor that is ringed; empty: none
    ProductWay way = ProductWay::separate;     ///< of matrices
    StatefulWay handed = StatefulWay::carried; ///< of states
    bool waits = false; ///< until the card's question is answered: before that the stage is shown, or another figure

    bool operator==(const Figure &) const = default;
};

/// The layer whose shapes are drawn: its sizes are the network's, and of the batch that it reads.
LayerArguments argumentsOf(const Figure &figure, const Experiment &shown);

/// Refuses what cannot be drawn of this network, and a mark at a tensor that it does not have.
Result<void> check(const Figure &figure, const Experiment &shown);

/// {"draws": "shapes" | "padded" | "packed" | "masked" | "matrices" | "states", "framework"?: "pytorch" | "keras",
/// "batch_first"?, "return_sequences"?, "return_state"?, "reset_after"?, "marks"?, "way"?: "separate" | "stacked" |
/// "all-steps", "handed"?: "carried" | "reordered" | "reset" | "left-over", "waits"?}.
Figure readFigure(const JsonReader &json);

} // namespace gatescope
