// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_numbers.h"

#include "core/base/json.h"
#include "core/base/marked.h"

namespace gatescope {

namespace {

/// Fills a tensor from nested lists; recursion goes as deep as the shape is long.
class NumberReader
{
public:
    explicit NumberReader(Tensor &tensor) : m_tensor(tensor) { }

    Result<void> read(const Json &json, std::size_t axis, const std::string &place)
    {
        if (axis == m_tensor.shape.size())
            return readNumber(json, place);
        if (!json.is_array())
            return error("%1 is %2, expected a list.", {place, shownJson(json)});
        const auto found = static_cast<std::int64_t>(json.size());
        std::int64_t &size = m_tensor.shape[axis];
        if (found == 0)
            return error("%1 is empty.", {place});
        if (size == anySize)
            size = found;
        if (found != size)
            return error("%1 has %2 values, expected %3.", {place, std::to_string(found), std::to_string(size)});
        for (std::size_t i = 0; i < json.size(); ++i) {
            const Result<void> done = read(json[i], axis + 1, place + "[" + std::to_string(i) + "]");
            if (!done)
                return done;
        }
        return {};
    }

private:
    Result<void> readNumber(const Json &json, const std::string &place)
    {
        if (!json.is_number())
            return error("%1 is %2, expected a number.", {place, shownJson(json)});
        m_tensor.values.push_back(json.get<double>());
        return {};
    }

    Tensor &m_tensor;
};

} // namespace

std::string shownJson(const Json &json)
{
    if (json.is_array())
        return asArgument(marked("a list"));
    if (json.is_object())
        return asArgument(marked("an object"));
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

Result<Tensor> readNumbers(const std::string &name, const Json &json, std::vector<std::int64_t> shape)
{
    Tensor tensor{name, "F64", StoredType::f64, std::move(shape), {}};
    const Result<void> done = NumberReader(tensor).read(json, 0, name);
    if (!done)
        return done.error();
    return tensor;
}

} // namespace gatescope
