// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/error_reader.h"

#include <vector>

namespace gatescope {

/// A field of the lab takes what a place of the pattern says, or without a place the value.
struct ErrorSetting {
    void (*put)(LayerArguments &arguments, double value);
    int place = 0; ///< counted from 1
    double value = 0;
};

/// One message that the reader knows.
struct KnownError {
    std::string name;
    Framework framework;
    std::string pattern; ///< see placesIn(); searched in the text with single spaces
    Sentence says;       ///< without arguments; %1 is the pattern's first place
    std::vector<ErrorSetting> settings = {};
    std::string tensor = {}; ///< that is marked; empty: none
    std::optional<Axis> axis = {};
    int givenPlace = 0; ///< what came in its place; 0: not told
};

std::vector<KnownError> knownPytorchErrors();
std::vector<KnownError> knownPackingErrors();
std::vector<KnownError> knownLoadingErrors();
std::vector<KnownError> knownKerasErrors();

/// In the order in which they are tried: a message that says more stands first.
const std::vector<KnownError> &knownErrors();

} // namespace gatescope
