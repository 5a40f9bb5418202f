// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/small_gru.h"
#include "core/trace/keras_semantics.h"

namespace gatescope {

/// What kind of mask it is; from this follows who can use it.
struct MaskShape {
    bool isFull = true;         ///< nothing is masked
    bool isRightPadded = true;  ///< in every sequence all that is read stands before all that is not
    std::vector<int> emptyRows; ///< sequences of which nothing is read
    int firstBroken = -1;       ///< the first sequence that is not right-padded; −1: none

    /// pack_padded_sequence can say the same with lengths.
    bool canBePacked() const { return isRightPadded && emptyRows.empty(); }
};

MaskShape shapeOf(const StepMask &mask);

/// The name of a framework, or of what computes for it, and what it makes of a mask.
struct MaskVerdict {
    const char *who;
    bool takesIt;
    Sentence says;
};

/// PyTorch, Keras, and Keras on cuDNN. How Keras chooses is read in the source of Keras 3.15 (gru.md, A3).
std::vector<MaskVerdict> verdictsOn(const StepMask &mask);

/// A batch read under a mask as Keras reads it, and whole.
struct MaskReading {
    TimeArray states; ///< [time, batch, H] after each step; a masked step keeps the one before it, zeros at first
    Matrix masked;    ///< [batch, H]: the last state under the mask
    Matrix unmasked;  ///< [batch, H]: the last state when every step is read, as a GRU of PyTorch does without packing
    std::vector<double>
        drift; ///< how far the second lies from the first, as a share of it; infinite where that is zeros
};

/// The network reads forwards only. A mask has a row for each sequence and a place for each step.
Result<MaskReading> readUnder(const SmallGru &gru, const TimeArray &x, const StepMask &mask);

} // namespace gatescope
