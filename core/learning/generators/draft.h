// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/learning/questions/question.h"
#include "core/learning/study/studied.h"

namespace gatescope {

/// What a question asks for and what it shows beside it are to be further apart than this: what one answers without
/// reckoning is to be wrong.
inline constexpr double tooNear = 0.02;

/// A generated question while it is written.
struct Draft {
    Question question;

    /// Begins one with a number for an answer; a measured number is right within 0.005, a counted one exactly.
    static Draft measured(Sentence text, double answer, Sentence hint);
    static Draft counted(Sentence text, double answer, Sentence hint);
    static Draft of(QuestionKind kind, Sentence text, Answer answer, Sentence hint);

    /// A typical wrong answer. Left out where it cannot be told from the right one or from an earlier mistake, or is no
    /// number.
    void mistake(const Answer &answer, Sentence why);
    void step(Sentence text, std::optional<StagePlace> place = {});

    /// Puts the options in a random order; the answer and the mistakes go with them.
    void shuffleOptions(Random &random);
};

/// Some moment of the run, any layer, direction, sequence and real step; the first `skipped` steps that a direction
/// reads are left out, for a state before the step that is not 0.
Moment anyMoment(const Studied &studied, Random &random, int skipped = 1);

/// One direction and one sequence of a few steps: what is asked can be read off one list.
bool isOneLane(const Studied &studied);

/// Whether the network is a GRU of sigmoid and tanh without layer normalisation and held values: its steps can be
/// computed with the four equations.
bool isPlainGru(const Studied &studied);

/// "Step 3", "Layer 1, backwards, step 3 of sequence 0": as much as is needed, to begin a sentence.
Sentence momentText(const Studied &studied, const Moment &moment);

/// "hₜ = (1−z)⊙n + z⊙hₜ₋₁" as this network has it.
std::string blendRule(UpdateMeaning update);

/// The place of a unit's part of the step.
StagePlace placeOf(const Moment &moment, std::string_view part, std::optional<int> unit = {});

/// The same place in the backward pass, of layer 0.
StagePlace backwardPlace(int step, std::string_view part, std::optional<int> unit = {});

/// {"is": name, "layer", "direction", "sequence", "step", "unit"}: how the answer can be computed anew.
Json checkOf(const char *name, const Moment &moment, int unit);

/// The spec with what a question about shapes needs, {"is": name, "spec": {…}}.
Json checkOf(const char *name, const NetworkSpec &spec);

/// "nn.GRU(4, 8, num_layers=2, batch_first=True)": the constructor, and where the batch stands.
std::string constructorText(const NetworkSpec &spec, bool batchFirst);

} // namespace gatescope
