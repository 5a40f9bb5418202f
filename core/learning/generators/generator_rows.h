// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/generators/generator.h"

namespace gatescope {

// The rows of the table of generators, each family in the file of its name.
std::vector<Generator> stepQuestions();
std::vector<Generator> resetQuestions();
std::vector<Generator> memoryQuestions();
std::vector<Generator> gradientQuestions();
std::vector<Generator> layerQuestions();
std::vector<Generator> reachQuestions();
std::vector<Generator> sizeQuestions();
std::vector<Generator> conventionQuestions();
std::vector<Generator> statedQuestions();

} // namespace gatescope
