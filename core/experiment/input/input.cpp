// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/input/input.h"

#include "core/base/marked.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <numeric>

namespace gatescope {

namespace {

/// Numbers that the record of one run may hold: 1 GiB of doubles. A backend takes more; but an open
/// experiment has its gradients too, and the next record comes while the last is still shown.
constexpr double largestRecord = 1 << 27;

using Rows = std::vector<std::vector<int>>; // [sequence][step], rows of a table

bool allSame(const std::vector<Matrix> &one, const std::vector<Matrix> &other)
{
    return std::ranges::equal(one, other, same<Matrix>);
}

const std::vector<std::string> &sequencesOf(const CharacterInput &input)
{
    return input.texts;
}
const std::vector<std::vector<int>> &sequencesOf(const TokenInput &input)
{
    return input.sequences;
}
const std::vector<Matrix> &sequencesOf(const NumberInput &input)
{
    return input.sequences;
}

int lengthOf(const std::string &text)
{
    return characterCount(text);
}
int lengthOf(const std::vector<int> &rows)
{
    return static_cast<int>(rows.size());
}
int lengthOf(const Matrix &numbers)
{
    return static_cast<int>(numbers.rows());
}

// How many steps of two sequences of one length read something else.
int stepsThatDiffer(const std::string &one, const std::string &other)
{
    const auto mine = charactersOf(one), theirs = charactersOf(other);
    if (!mine || !theirs)
        return one == other ? 0 : lengthOf(one);
    return std::inner_product(mine->begin(), mine->end(), theirs->begin(), 0, std::plus<>(), std::not_equal_to<>());
}
int stepsThatDiffer(const std::vector<int> &one, const std::vector<int> &other)
{
    return std::inner_product(one.begin(), one.end(), other.begin(), 0, std::plus<>(), std::not_equal_to<>());
}
int stepsThatDiffer(const Matrix &one, const Matrix &other)
{
    return one.cols() == other.cols() ? int((one.array() != other.array()).rowwise().any().count()) : lengthOf(one);
}

Result<void> checkRows(const Rows &rows, int available)
{
    for (std::size_t n = 0; n < rows.size(); ++n)
        for (std::size_t t = 0; t < rows[n].size(); ++t)
            if (rows[n][t] < 0 || rows[n][t] >= available)
                return error(
                    "Sequence %1, step %2: token %3 is not a row of the embedding, which has rows 0 to %4.",
                    {std::to_string(n), std::to_string(t), std::to_string(rows[n][t]), std::to_string(available - 1)});
    return {};
}

Result<void> checkColumns(const NumberInput &input)
{
    for (std::size_t n = 1; n < input.sequences.size(); ++n)
        if (input.sequences[n].cols() != input.sequences[0].cols())
            return error("Sequence %1 has %2 numbers at each step, sequence 0 has %3; all need the same.",
                         {std::to_string(n), std::to_string(input.sequences[n].cols()),
                          std::to_string(input.sequences[0].cols())});
    const auto columns = static_cast<std::size_t>(input.sequences[0].cols());
    if (!input.features.empty() && input.features.size() != columns)
        return error("The input names %1 features, but has %2 numbers at each step.",
                     {std::to_string(input.features.size()), std::to_string(columns)});
    return {};
}

/// Every sequence has steps, and there are not more than a run's record can hold.
Result<void> checkLengths(const Input &input, const NetworkSpec &spec)
{
    if (input.sequences() == 0)
        return error("The input has no sequence; a network needs at least one to read.");
    for (int n = 0; n < input.sequences(); ++n)
        if (input.length(n) == 0)
            return error("Sequence %1 is empty; a network needs at least one step to read.", {std::to_string(n)});

    const double record = recordNumbers(spec, input.sequences(), input.longest());
    if (record > largestRecord)
        return error(
            "The input is too long for this network: %1 sequences of up to %2 steps would fill a record of %3 million "
            "numbers, and %4 million fit; shorten it or split it.",
            {std::to_string(input.sequences()), std::to_string(input.longest()),
             std::to_string(std::llround(record / 1e6)), std::to_string(std::llround(largestRecord / 1e6))});
    return {};
}

/// The batch of an input, with x [time, batch, units] made of one row for every step of every sequence.
template<typename RowOf>
Batch filled(const Input &input, int units, RowOf rowOf)
{
    Batch batch;
    batch.x = TimeArray(input.longest(), input.sequences(), units);
    batch.h0 = input.h0;
    batch.c0 = input.c0;
    for (int n = 0; n < batch.sequences(); ++n) {
        batch.lengths.push_back(input.length(n));
        for (int t = 0; t < batch.lengths.back(); ++t)
            batch.x.step(t).row(n) = rowOf(n, t);
    }
    return batch;
}

/// Letters, each as a vector with one 1.
Batch oneHot(const Input &input, const Rows &rows, int units)
{
    return filled(input, units, [&](int n, int t) { return Eigen::RowVectorXd::Unit(units, rows[n][t]); });
}

Result<Batch> embedded(const Input &input, const Rows &rows, const NetworkSpec &spec, const Parameters &parameters)
{
    const bool fits = parameters.embedding && parameters.embedding->rows() == spec.embeddingRows
        && parameters.embedding->cols() == spec.inputSize;
    if (!fits)
        return error("The network's embedding should be [%1, %2], but its parameters hold none of that shape.",
                     {std::to_string(spec.embeddingRows), std::to_string(spec.inputSize)});
    const Matrix &table = *parameters.embedding;
    Batch batch = filled(input, spec.inputSize, [&](int n, int t) { return table.row(rows[n][t]); });
    batch.embeddingRows = rows;
    return batch;
}

Result<Batch> read(const Input &input, const CharacterInput &given, const NetworkSpec &spec,
                   const Parameters &parameters)
{
    const bool hasEmbedding = spec.embeddingRows > 0;
    const int letters = hasEmbedding ? spec.embeddingRows : spec.inputSize;
    if (static_cast<int>(given.alphabet.size()) != letters)
        return error(
            hasEmbedding
                ? marked("The alphabet has %1 letters, but the embedding has %2 rows; each letter needs its own.")
                : marked("The alphabet has %1 letters, but the network reads %2 inputs; each letter needs its own."),
            {std::to_string(given.alphabet.size()), std::to_string(letters)});
    const auto rows = letterRows(given.alphabet, given.texts);
    if (!rows)
        return rows.error();
    return hasEmbedding ? embedded(input, *rows, spec, parameters) : oneHot(input, *rows, spec.inputSize);
}

Result<Batch> read(const Input &input, const TokenInput &given, const NetworkSpec &spec, const Parameters &parameters)
{
    if (spec.embeddingRows == 0)
        return error("The input is token numbers, but the network has no embedding that would make vectors of them.");
    if (const auto known = checkRows(given.sequences, spec.embeddingRows); !known)
        return known.error();
    return embedded(input, given.sequences, spec, parameters);
}

Result<Batch> read(const Input &input, const NumberInput &given, const NetworkSpec &spec, const Parameters &)
{
    if (const auto even = checkColumns(given); !even)
        return even.error();
    const auto columns = static_cast<int>(given.sequences[0].cols());
    if (columns != spec.inputSize)
        return check(spec, fullLengthBatch(TimeArray(1, 1, columns))).error();
    return filled(input, columns, [&](int n, int t) { return given.sequences[n].row(t); });
}

std::string shortNumber(double value)
{
    char text[32];
    const bool plain = std::abs(value) >= 1000 && std::abs(value) < 1e6;
    const auto end = plain ? std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 0)
                           : std::to_chars(text, text + sizeof text, value, std::chars_format::general, 3);
    return {text, end.ptr};
}

std::string label(const CharacterInput &input, int sequence, int step)
{
    return visibleLetter(characterAt(input.texts[sequence], step));
}

std::string label(const TokenInput &input, int sequence, int step)
{
    return std::to_string(input.sequences[sequence][step]);
}

std::string label(const NumberInput &input, int sequence, int step)
{
    constexpr Eigen::Index shownValues = 3;
    const auto values = input.sequences[sequence].row(step);
    std::string list;
    for (Eigen::Index i = 0; i < std::min(values.size(), shownValues); ++i)
        list += (i == 0 ? "" : ", ") + shortNumber(values[i]);
    return values.size() > shownValues ? list + ", …" : list;
}

} // namespace

bool NumberInput::operator==(const NumberInput &other) const
{
    return features == other.features && allSame(sequences, other.sequences);
}

bool Input::operator==(const Input &other) const
{
    return source == other.source && allSame(h0, other.h0) && allSame(c0, other.c0);
}

int Input::sequences() const
{
    return std::visit([](const auto &given) { return static_cast<int>(sequencesOf(given).size()); }, source);
}

int Input::length(int sequence) const
{
    return std::visit([=](const auto &given) { return lengthOf(sequencesOf(given)[sequence]); }, source);
}

int Input::longest() const
{
    int steps = 0;
    for (int n = 0; n < sequences(); ++n)
        steps = std::max(steps, length(n));
    return steps;
}

Result<Batch> toBatch(const Input &input, const NetworkSpec &spec, const Parameters &parameters)
{
    if (const auto fits = checkLengths(input, spec); !fits)
        return fits.error();
    auto batch = std::visit([&](const auto &given) { return read(input, given, spec, parameters); }, input.source);
    if (!batch)
        return batch;
    if (const auto fits = check(spec, *batch); !fits)
        return fits.error();
    return batch;
}

int stepsThatDiffer(const Input &one, const Input &other)
{
    const auto lengths = [](const Input &input) {
        std::vector<int> all;
        for (int n = 0; n < input.sequences(); ++n)
            all.push_back(input.length(n));
        return all;
    };
    const std::vector<int> own = lengths(one), theirs = lengths(other);
    if (own != theirs || one.source.index() != other.source.index())
        return std::accumulate(own.begin(), own.end(), 0) + std::accumulate(theirs.begin(), theirs.end(), 0);
    return std::visit(
        [&](const auto &source) {
            const auto &mine = sequencesOf(source);
            const auto &others = sequencesOf(std::get<std::decay_t<decltype(source)>>(other.source));
            int differ = 0;
            for (std::size_t n = 0; n < mine.size(); ++n)
                differ += stepsThatDiffer(mine[n], others[n]);
            return differ;
        },
        one.source);
}

std::string stepLabel(const Input &input, int sequence, int step)
{
    return std::visit([=](const auto &given) { return label(given, sequence, step); }, input.source);
}

NumberInput toNumberInput(const std::vector<NumberTable> &tables)
{
    NumberInput input;
    if (!tables.empty())
        input.features = tables.front().columns;
    for (const NumberTable &table : tables)
        input.sequences.push_back(table.values);
    return input;
}

} // namespace gatescope
