// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base64.h"
#include "core/base/json.h"
#include "core/io/json_numbers.h"
#include "core/io/tensor.h"

#include <limits>

namespace gatescope {

namespace {

Result<std::vector<std::int64_t>> readShape(const std::string &name, const Json &json)
{
    constexpr std::size_t mostDimensions = 64;
    if (!json.contains("shape") || !json["shape"].is_array() || json["shape"].size() > mostDimensions)
        return error("%1: \"shape\" must be a list of at most %2 sizes.", {name, std::to_string(mostDimensions)});
    std::vector<std::int64_t> shape;
    for (const Json &size : json["shape"]) {
        const auto dimension = wholeNumber(size, 0, std::numeric_limits<std::int64_t>::max());
        if (!dimension)
            return error("%1: \"shape\" holds %2, which is no size.", {name, shownJson(size)});
        shape.push_back(*dimension);
    }
    return shape;
}

} // namespace

Json tensorToJson(const Tensor &tensor)
{
    Json json;
    json["dtype"] = dtypeName(tensor.type);
    json["shape"] = tensor.shape;
    json["data"] = toBase64(encodeValues(tensor.type, tensor.values));
    return json;
}

Result<Tensor> tensorFromJson(const std::string &name, const Json &json)
{
    if (!json.is_object())
        return error("%1: expected {\"dtype\", \"shape\", \"data\"}, found %2.", {name, shownJson(json)});
    const std::string dtype = json.contains("dtype") && json["dtype"].is_string() ? json["dtype"] : Json("");
    const std::optional<StoredType> type = storedTypeNamed(dtype);
    if (!type)
        return error("%1: \"dtype\" must be F64, F32, F16 or BF16.", {name});
    Result<std::vector<std::int64_t>> shape = readShape(name, json);
    if (!shape)
        return shape.error();
    if (!json.contains("data") || !json["data"].is_string())
        return error("%1: \"data\" must be a base64 text.", {name});
    const Result<std::string> bytes = fromBase64(json["data"].get_ref<const std::string &>());
    if (!bytes)
        return inPlace(name, bytes.error());

    Tensor tensor{name, dtype, *type, std::move(*shape), {}};
    const std::optional<std::int64_t> count = valueCount(tensor.shape);
    const auto size = static_cast<std::size_t>(bytesPerValue(*type));
    if (!count || static_cast<std::size_t>(*count) > bytes->size() / size
        || static_cast<std::size_t>(*count) * size != bytes->size())
        return error("%1: the shape %2 in %3 does not fit the %4 bytes of \"data\".",
                     {name, tensor.shapeText(), dtype, std::to_string(bytes->size())});
    tensor.values = decodeValues(*type, *bytes);
    if (const auto place = firstNotFinite(tensor))
        return error("%1 is not a finite number.", {*place});
    return tensor;
}

} // namespace gatescope
