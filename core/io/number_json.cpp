// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_numbers.h"

#include "core/base/json.h"
#include "core/io/number_limits.h"
#include "core/io/number_table.h"

namespace gatescope {

namespace {

/// Levels of lists inside each other, along the first elements.
int levels(const Json &json)
{
    return json.is_array() ? 1 + (json.empty() ? 0 : levels(json.front())) : 0;
}

Result<NumberTable> readSequence(const Argument &place, const Json &json, std::int64_t &columns)
{
    const bool flat = levels(json) == 1;
    const Result<Tensor> numbers
        = readNumbers(place, json, flat ? std::vector{anySize} : std::vector{anySize, columns});
    if (!numbers)
        return numbers.error();
    NumberTable table{{}, toMatrix(*numbers)};
    columns = table.values.cols();
    return table;
}

/// Sequences may differ in length, not in the number of features.
Result<std::vector<NumberTable>> readSequences(const Argument &name, const Json &json)
{
    std::int64_t columns = anySize;
    if (levels(json) < 3) {
        Result<NumberTable> table = readSequence(name, json, columns);
        if (!table)
            return table.error();
        return std::vector{std::move(*table)};
    }
    if (json.size() > mostSequences)
        return error("%1 has %2 sequences; at most %3 are read.",
                     {name, std::to_string(json.size()), std::to_string(mostSequences)});
    std::vector<NumberTable> tables;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const Sentence place = sentence("%1[%2]", {name, std::to_string(i)});
        if (levels(json[i]) != 2)
            return error("%1 is not a list of rows.", {place});
        Result<NumberTable> table = readSequence(place, json[i], columns);
        if (!table)
            return table.error();
        tables.push_back(std::move(*table));
    }
    return tables;
}

/// Rows past a sequence's length are padding.
Result<void> cutToLengths(std::vector<NumberTable> &tables, const Json &lengths)
{
    if (!lengths.is_array() || lengths.size() != tables.size())
        return error("lengths must be a list of %1 numbers, one for each sequence.", {std::to_string(tables.size())});
    for (std::size_t i = 0; i < tables.size(); ++i) {
        Matrix &values = tables[i].values;
        const auto length = wholeNumber(lengths[i], 1, values.rows());
        if (!length)
            return error("lengths[%1] is %2, expected 1 to %3.",
                         {std::to_string(i), shownJson(lengths[i]), std::to_string(values.rows())});
        values.conservativeResize(*length, Eigen::NoChange);
    }
    return {};
}

} // namespace

Result<std::vector<NumberTable>> readNumberJson(std::string_view text)
{
    const Result<Json> json = parseJson(text, {.bytes = largestNumberFile, .depth = 8, .values = 2 * mostNumbers});
    if (!json)
        return json.error();
    if (json->is_array())
        return readSequences(sentence("The list"), *json);
    if (!json->is_object() || !json->contains("x"))
        return error("Expected a list of rows, or an object with \"x\".");
    Result<std::vector<NumberTable>> tables = readSequences("x", (*json)["x"]);
    if (tables && json->contains("lengths")) {
        const Result<void> cut = cutToLengths(*tables, (*json)["lengths"]);
        if (!cut)
            return cut.error();
    }
    return tables;
}

} // namespace gatescope
