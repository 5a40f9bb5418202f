// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/breakpoints/breakpoint.h"

#include <array>

namespace gatescope::phrases {

// What words mean in a breakpoint, for reading and for writing.

/// A phrase of one or two words, and what it means. The first phrase of a meaning is the one that is written.
template<typename Meaning>
struct Phrase {
    std::string_view first;
    std::string_view second; ///< empty: one word
    Meaning meaning;
};

using enum Breakpoint::Reduction;
using enum Breakpoint::Comparison;

// Several short phrases in a line.
// clang-format off
inline constexpr std::array<Phrase<Breakpoint::Reduction>, 12> reductions{{
    {"max", "", largest}, {"largest", "", largest}, {"highest", "", largest}, {"maximum", "", largest},
    {"min", "", smallest}, {"smallest", "", smallest}, {"lowest", "", smallest}, {"minimum", "", smallest},
    {"mean", "", mean}, {"average", "", mean}, {"length", "", length}, {"norm", "", length}}};

inline constexpr std::array<Phrase<Breakpoint::Comparison>, 19> comparisons{{
    {">", "", above}, {">=", "", atLeast}, {"<", "", under}, {"<=", "", atMost}, {"≥", "", atLeast},
    {"≤", "", atMost}, {"above", "", above}, {"over", "", above}, {"exceeds", "", above}, {"greater", "than", above},
    {"more", "than", above}, {"larger", "than", above}, {"under", "", under}, {"below", "", under},
    {"less", "than", under}, {"smaller", "than", under}, {"lower", "than", under}, {"at", "least", atLeast},
    {"at", "most", atMost}}};

inline constexpr std::array<Phrase<std::string_view>, 9> letters{{
    {"space", "", " "}, {"new", "line", "\n"}, {"tab", "", "\t"}, {"blank", "", " "}, {"newline", "", "\n"},
    {"line", "break", "\n"}, {"␣", "", " "}, {"⏎", "", "\n"}, {"⇥", "", "\t"}}};

/// Words for parts beside those of core/model/cell.h.
inline constexpr std::array<Phrase<Part>, 7> parts{{
    {"reset", "", Part::reset}, {"update", "", Part::update}, {"forget", "", Part::forgetGate},
    {"cell", "", Part::cell}, {"hidden", "state", Part::state}, {"past", "", Part::recurrentCandidate},
    {"new", "state", Part::state}}};
// clang-format on

inline constexpr std::array<std::string_view, 7> fillers{"is", "are", "falls", "rises", "gets", "goes", "becomes"};

inline constexpr std::array<Part, 10> everyPart{
    Part::reset,      Part::update,        Part::recurrentCandidate, Part::candidate, Part::inputGate,
    Part::forgetGate, Part::cellCandidate, Part::outputGate,         Part::cell,      Part::state};

} // namespace gatescope::phrases
