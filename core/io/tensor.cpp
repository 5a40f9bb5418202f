// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensor.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

struct TypeRow {
    StoredType type;
    std::string_view name;
    int bytes;
};
constexpr std::array typeTable{TypeRow{StoredType::f64, "F64", 8}, TypeRow{StoredType::f32, "F32", 4},
                               TypeRow{StoredType::f16, "F16", 2}, TypeRow{StoredType::bf16, "BF16", 2}};

const TypeRow &rowOf(StoredType type)
{
    const auto found = std::ranges::find(typeTable, type, &TypeRow::type);
    assert(found != typeTable.end());
    return *found;
}

} // namespace

std::string_view dtypeName(StoredType type)
{
    return rowOf(type).name;
}

std::optional<StoredType> storedTypeNamed(std::string_view dtype)
{
    const auto found = std::ranges::find(typeTable, dtype, &TypeRow::name);
    return found == typeTable.end() ? std::nullopt : std::optional(found->type);
}

int bytesPerValue(StoredType type)
{
    return rowOf(type).bytes;
}

std::string Tensor::shapeText() const
{
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

std::optional<std::int64_t> valueCount(const std::vector<std::int64_t> &shape)
{
    std::int64_t count = 1;
    for (const std::int64_t size : shape) {
        if (size < 0 || __builtin_mul_overflow(count, size, &count))
            return std::nullopt;
    }
    return count;
}

Matrix toMatrix(const Tensor &tensor)
{
    assert(tensor.shape.size() == 1 || tensor.shape.size() == 2);
    assert(valueCount(tensor.shape) == static_cast<std::int64_t>(tensor.values.size()));
    const Eigen::Index columns = tensor.shape.size() == 2 ? tensor.dimension(1) : 1;
    return Eigen::Map<const Matrix>(tensor.values.data(), tensor.dimension(0), columns);
}

Tensor toTensor(std::string name, const Matrix &values, bool isVector)
{
    assert(!isVector || values.cols() == 1);
    Tensor tensor{std::move(name), "F64", StoredType::f64, {values.rows()}, {}};
    if (!isVector)
        tensor.shape.push_back(values.cols());
    tensor.values.assign(values.data(), values.data() + values.size());
    return tensor;
}

std::optional<std::string> firstNotFinite(const Tensor &tensor)
{
    const auto found = std::ranges::find_if_not(tensor.values, [](double value) { return std::isfinite(value); });
    if (found == tensor.values.end())
        return std::nullopt;
    return tensor.name + indexText(tensor.shape, static_cast<std::size_t>(found - tensor.values.begin()));
}

std::string indexText(const std::vector<std::int64_t> &shape, std::size_t position)
{
    std::string text;
    for (std::size_t axis = shape.size(); axis-- > 0;) {
        const auto size = static_cast<std::size_t>(shape[axis]);
        text = std::to_string(position % size) + (text.empty() ? "" : ", ") + text;
        position /= size;
    }
    return "[" + text + "]";
}

} // namespace gatescope
