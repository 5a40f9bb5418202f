// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_numbers.h"

#include "core/base/json.h"

namespace gatescope {

namespace {

/// Fills a tensor from nested lists; recursion goes as deep as the shape is long.
class NumberReader
{
public:
    NumberReader(const Argument &name, Tensor &tensor) : m_name(name), m_tensor(tensor) { }

    /// `indices` lead from the whole to this list: "[0][3]".
    Result<void> read(const Json &json, std::size_t axis, const std::string &indices)
    {
        if (axis == m_tensor.shape.size())
            return readNumber(json, indices);
        if (!json.is_array())
            return error("%1 is %2, expected a list.", {place(indices), shownJson(json)});
        const auto found = static_cast<std::int64_t>(json.size());
        std::int64_t &size = m_tensor.shape[axis];
        if (found == 0)
            return error("%1 is empty.", {place(indices)});
        if (size == anySize)
            size = found;
        if (found != size)
            return error("%1 has %2 values, expected %3.",
                         {place(indices), std::to_string(found), std::to_string(size)});
        for (std::size_t i = 0; i < json.size(); ++i) {
            const Result<void> done = read(json[i], axis + 1, indices + "[" + std::to_string(i) + "]");
            if (!done)
                return done;
        }
        return {};
    }

private:
    Result<void> readNumber(const Json &json, const std::string &indices)
    {
        if (!json.is_number())
            return error("%1 is %2, expected a number.", {place(indices), shownJson(json)});
        m_tensor.values.push_back(json.get<double>());
        return {};
    }

    Argument place(const std::string &indices) const
    {
        return indices.empty() ? m_name : sentence("%1%2", {m_name, indices});
    }

    const Argument &m_name;
    Tensor &m_tensor;
};

} // namespace

Argument shownJson(const Json &json)
{
    if (json.is_array())
        return sentence("a list");
    if (json.is_object())
        return sentence("an object");
    if (json.is_string())
        return "\"" + printable(json.get_ref<const std::string &>()) + "\"";
    return json.dump();
}

std::optional<std::int64_t> wholeNumber(const Json &json, std::int64_t smallest, std::int64_t largest)
{
    const bool tooLarge = json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t(INT64_MAX);
    if (!json.is_number_integer() || tooLarge)
        return std::nullopt;
    const auto value = json.get<std::int64_t>();
    return value < smallest || value > largest ? std::nullopt : std::optional(value);
}

Result<Tensor> readNumbers(const Argument &name, const Json &json, std::vector<std::int64_t> shape)
{
    Tensor tensor{name.written(), "F64", StoredType::f64, std::move(shape), {}};
    const Result<void> done = NumberReader(name, tensor).read(json, 0, {});
    if (!done)
        return done.error();
    return tensor;
}

} // namespace gatescope
