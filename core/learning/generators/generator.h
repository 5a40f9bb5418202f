// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/learning/questions/question.h"
#include "core/learning/study/studied.h"

namespace gatescope {

/// Makes questions about a network, with other numbers each time. What it states as right comes from the network's run
/// or from the spec, and so do the numbers of typical mistakes, which are those of a network changed as the mistake has
/// it.
struct Generator {
    std::string_view name;  ///< "blend-by-hand"
    std::string_view title; ///< what it practises, for the ladder: "Predict the next value"
    std::string_view topic;
    std::string_view lesson;
    Level level;
    /// A small network to ask about, when none is on the screen.
    Experiment (*practice)(Random &random);
    /// Whether the question needs the network's numbers. It carries the network then, and where its worked solution
    /// plays on it.
    bool aboutNumbers;
    /// A question without id, topic, lesson, level and experiment; none where this network gives none with these
    /// choices, as a gate that is neither open nor shut gives none about its opening.
    std::optional<Question> (*make)(const Studied &studied, Random &random);
};

/// Every generator, from the first lesson's to the last's.
const std::vector<Generator> &generators();
const Generator *generatorNamed(std::string_view name);

/// The question of a seed, about a network made from it. The same seed gives the same question.
Question makeQuestion(const Generator &generator, std::uint64_t seed);

/// A question about this network; none if it gives none: another cell, too few steps, nothing held in doubt.
std::optional<Question> askAbout(const Studied &studied, const Generator &generator, std::uint64_t seed);

/// The question of an id "blend-by-hand:812"; none if it is no generator's.
std::optional<Question> questionOfId(std::string_view id);

} // namespace gatescope
