// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/example_input.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gatescope {

namespace {

/// Waves whose period grows with the feature, each sequence a quarter turn ahead of the last, from the third on a bit
/// more: none but the first begins with zeros, so that a short one is not taken for padding.
double wave(int sequence, int step, int feature)
{
    const double period = 6.0 + 2.0 * (feature % 8);
    const double turn = step / period + sequence / 4.0 + (sequence > 1 ? 0.1 : 0);
    return std::round(100 * std::sin(2 * std::numbers::pi * turn)) / 100;
}

/// A 1 now and then, 0 otherwise.
double pulse(int sequence, int step, int feature)
{
    const int period = 5 + feature % 4;
    return (step + 4 * sequence) % period == 1 ? 1 : 0;
}

Matrix exampleSequence(int sequence, int length, int features)
{
    Matrix values(length, features);
    for (int step = 0; step < length; ++step)
        for (int feature = 0; feature < features; ++feature)
            values(step, feature) = feature % 2 == 0 ? wave(sequence, step, feature) : pulse(sequence, step, feature);
    return values;
}

bool reads(const NetworkSpec &spec, const CharacterInput &input)
{
    const int letters = spec.embeddingRows > 0 ? spec.embeddingRows : spec.inputSize;
    return static_cast<int>(input.alphabet.size()) == letters;
}

bool reads(const NetworkSpec &spec, const TokenInput &input)
{
    return std::ranges::all_of(input.sequences, [&](const std::vector<int> &rows) {
        return std::ranges::all_of(rows, [&](int row) { return row < spec.embeddingRows; });
    });
}

bool reads(const NetworkSpec &spec, const NumberInput &input)
{
    return std::ranges::all_of(input.sequences, [&](const Matrix &values) { return values.cols() == spec.inputSize; });
}

bool fits(const std::vector<Matrix> &states, const NetworkSpec &spec, int sequences)
{
    return static_cast<int>(states.size()) == spec.layers * spec.directions()
        && std::ranges::all_of(states, [&](const Matrix &state) {
               return state.rows() == sequences && state.cols() == spec.hiddenSize;
           });
}

} // namespace

Input exampleInput(const NetworkSpec &spec, const std::vector<int> &lengths)
{
    TokenInput tokens;
    NumberInput numbers;
    for (int n = 0; n < static_cast<int>(lengths.size()); ++n) {
        const int length = lengths[n];
        if (spec.embeddingRows == 0) {
            numbers.sequences.push_back(exampleSequence(n, length, spec.inputSize));
            continue;
        }
        std::vector<int> rows;
        for (int step = 0; step < length; ++step)
            rows.push_back((n + step) % spec.embeddingRows);
        tokens.sequences.push_back(std::move(rows));
    }
    Input input;
    if (spec.embeddingRows > 0)
        input.source = std::move(tokens);
    else
        input.source = std::move(numbers);
    return input;
}

Input fittingInput(const NetworkSpec &spec, const Input &previous)
{
    Input input = previous;
    std::vector<int> lengths;
    for (int n = 0; n < previous.sequences(); ++n)
        lengths.push_back(previous.length(n));
    const bool empty = lengths.empty() || std::ranges::count(lengths, 0) > 0;
    if (empty)
        input.source = exampleInput(spec, {exampleLength}).source;
    else if (!std::visit([&](const auto &source) { return reads(spec, source); }, previous.source))
        input.source = exampleInput(spec, lengths).source;
    return withFittingStates(spec, std::move(input));
}

Input withFittingStates(const NetworkSpec &spec, Input input)
{
    if (!fits(input.h0, spec, input.sequences()))
        input.h0.clear();
    if (!describe(spec.cell).hasCellState || !fits(input.c0, spec, input.sequences()))
        input.c0.clear();
    return input;
}

} // namespace gatescope
