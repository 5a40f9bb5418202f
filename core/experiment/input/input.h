// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/input/letters.h"
#include "core/io/number_table.h"
#include "core/model/batch.h"
#include "core/model/parameters.h"

#include <string>
#include <variant>
#include <vector>

namespace gatescope {

/// Texts read letter by letter: each letter one-hot over the alphabet, or, in a network with an
/// embedding, the embedding's row of the letter's place in the alphabet.
struct CharacterInput {
    std::vector<std::string> alphabet; ///< one UTF-8 character each, no two the same
    std::vector<std::string> texts;    ///< UTF-8

    bool operator==(const CharacterInput &) const = default;
};

/// Sequences of row numbers of the embedding.
struct TokenInput {
    std::vector<std::vector<int>> sequences;

    bool operator==(const TokenInput &) const = default;
};

/// Sequences of numbers, of any lengths.
struct NumberInput {
    std::vector<std::string> features; ///< names of the columns; may be empty
    std::vector<Matrix> sequences;     ///< each [length, inputSize]

    bool operator==(const NumberInput &other) const;
};

/// What the user gives the network to read, before it becomes a Batch.
struct Input {
    std::variant<CharacterInput, TokenInput, NumberInput> source;
    std::vector<Matrix> h0; ///< as Batch::h0; empty: zeros
    std::vector<Matrix> c0;

    int sequences() const;
    int length(int sequence) const;
    /// Steps of the longest sequence.
    int longest() const;
    bool operator==(const Input &other) const;
};

/// The batch that the network reads: one-hot letters, rows of the embedding, or the numbers. Refuses
/// an empty text, a letter that is not in the alphabet (naming it and its place), a row that the
/// embedding does not have, an input so long that a run's record would not fit in memory, and what
/// check(spec, batch) refuses. `spec` must have passed its own check.
Result<Batch> toBatch(const Input &input, const NetworkSpec &spec, const Parameters &parameters);

/// At how many steps two inputs read something else; the steps of both where their kinds or lengths differ.
int stepsThatDiffer(const Input &one, const Input &other);

/// What stands over a step on the timeline: the letter (␣ for a space, ⏎ for a new line, ⇥ for a tab),
/// the row number, or the values in short ("0.5, -1", at most three).
std::string stepLabel(const Input &input, int sequence, int step);

/// Sequences read from a number file; the features are the columns' names.
NumberInput toNumberInput(const std::vector<NumberTable> &tables);

} // namespace gatescope
