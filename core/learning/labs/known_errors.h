// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/error_reader.h"

#include <vector>

namespace gatescope {

/// A field of the lab takes what a group of the pattern says, or without a group the value.
struct ErrorSetting {
    void (*put)(LayerArguments &arguments, double value);
    int group = 0;
    double value = 0;
};

/// One message that the reader knows.
struct KnownError {
    std::string name;
    Framework framework;
    std::string pattern; ///< ECMAScript, searched in the text with single spaces
    Sentence says;       ///< without arguments; %1 is the pattern's first group
    std::vector<ErrorSetting> settings = {};
    std::string tensor = {}; ///< that is marked; "%1" is the pattern's first group; empty: none
    std::optional<Axis> axis = {};
    int givenGroup = 0; ///< what came in its place; 0: not told
};

std::vector<KnownError> knownPytorchErrors();
std::vector<KnownError> knownPackingErrors();
std::vector<KnownError> knownLoadingErrors();
std::vector<KnownError> knownKerasErrors();

// What a setting puts.
void putInputSize(LayerArguments &arguments, double value);
void putHiddenSize(LayerArguments &arguments, double value);
void putLayers(LayerArguments &arguments, double value);
void putBidirectional(LayerArguments &arguments, double value);
void putBatch(LayerArguments &arguments, double value);
void putSteps(LayerArguments &arguments, double value);
void putDropout(LayerArguments &arguments, double value);
void putStateful(LayerArguments &arguments, double value);
void putReturnSequences(LayerArguments &arguments, double value);
void putStates(LayerArguments &arguments, double value);    ///< layers · directions
void putLastLayer(LayerArguments &arguments, double value); ///< counted from 0
void putBlockRows(LayerArguments &arguments, double value); ///< 3·H

/// In the order in which they are tried: a message that says more stands first.
const std::vector<KnownError> &knownErrors();

} // namespace gatescope
