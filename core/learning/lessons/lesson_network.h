// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/files/json_reader.h"

#include <filesystem>

namespace gatescope {

inline constexpr int largestLessonSeed = 1'000'000;

/// The network of a lesson or of one of its cards, as its file has it. One of
///     {"demo": name}
///     {"spec", "seed", "lengths", "update_bias"?}     a fresh one with an example to read
///     {"spec", "seed", "task", "length"?, "text"?, "update_bias"?}   a fresh one, of the sizes that the task asks for,
///                                                      with the first sequence that the task shows and what it asks;
///                                                      "text" names a file of resources/texts
/// and for lessons of one's own {"file": name}, a file beside the lesson's. Any of them may have "input" in place of
/// its own sequences, [step][feature], or [step] for rows of an embedding; "h0"; and be changed by
///     "weights": {"bias_ih_l0": [row…], "weight_hh_l0": [[column…]…]}   by PyTorch's names
///     "recurrent_scale"    what all U are multiplied by
///     "recurrent_dropout": {"share", "dropped": {"n": [unit…], …}}   what Keras' recurrent_dropout makes of the U of
///     layer
///                          0: units that a block does not hear, and the others made larger by 1/(1 − share)
///     "pruned"             the share of the weights that are put to 0, the smallest
///     "quantised": true    each weight as eight bits and a scale give it again
///     "pins"               what is held, see core/io/pins_json.h
/// `folder`: where a lesson of one's own lies; null: the lesson is the program's.
Result<Experiment> networkFromJson(const JsonReader &json, const std::filesystem::path &resources,
                                   const std::filesystem::path *folder);

} // namespace gatescope
