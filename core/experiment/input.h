// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/number_table.h"
#include "core/model/batch.h"
#include "core/model/parameters.h"

#include <string>
#include <variant>
#include <vector>

namespace gatescope {

/// Texts read letter by letter, each letter one-hot over the alphabet.
struct CharacterInput {
    std::vector<std::string> alphabet; ///< one UTF-8 character each
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
    std::vector<std::string> features;  ///< names of the columns; may be empty
    std::vector<Matrix> sequences;      ///< each [length, inputSize]

    bool operator==(const NumberInput &) const = default;
};

/// What the user gives the network to read, before it becomes a Batch.
struct Input {
    std::variant<CharacterInput, TokenInput, NumberInput> source;
    std::vector<Matrix> h0; ///< as Batch::h0; empty: zeros
    std::vector<Matrix> c0;

    int sequences() const;
    int length(int sequence) const;
    bool operator==(const Input &) const = default;
};

/// The batch that the network reads: one-hot letters, rows of the embedding, or the numbers. Refuses
/// an empty text, a letter that is not in the alphabet (naming it and its place), a row that the
/// embedding does not have, and what check(spec, batch) refuses.
Result<Batch> toBatch(const Input &input, const NetworkSpec &spec, const Parameters &parameters);

/// What stands over a step on the timeline: the letter (␣ for a space), the row number, or the
/// values in short.
std::string stepLabel(const Input &input, int sequence, int step);

/// The characters of a UTF-8 text; a sentence with the place if it is not UTF-8.
Result<std::vector<std::string>> charactersOf(std::string_view text);

/// Sequences read from a number file; the features are the columns' names.
NumberInput toNumberInput(const std::vector<NumberTable> &tables);

} // namespace gatescope
