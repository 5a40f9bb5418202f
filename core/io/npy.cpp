// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy_header.h"
#include "core/io/number_limits.h"
#include "core/io/number_table.h"
#include "core/io/tensor.h"

#include <algorithm>

namespace gatescope {

namespace {

/// "<f8" taken apart: least significant byte first, f, 8.
struct NumberType {
    bool bigEndian;
    char kind; ///< f, i or u
    std::size_t bytes;
};

Result<NumberType> readType(const std::string &descr)
{
    if (descr.ends_with('O'))
        return error("The array holds Python objects, which only Python can read; save array.astype('float64').");
    const std::string_view order = "<>|=";
    const std::string_view kinds = "f2 f4 f8 i1 i2 i4 i8 u1 u2 u4 u8";
    const bool known = descr.size() == 3 && order.find(descr[0]) != std::string_view::npos
        && kinds.find(descr.substr(1)) != std::string_view::npos && descr[2] != ' ' && descr[1] != ' ';
    if (!known)
        return error("The dtype %1 is not read here; save array.astype('float64').", {printable(descr)});
    return NumberType{descr[0] == '>', descr[1], static_cast<std::size_t>(descr[2] - '0')};
}

double decodeInteger(const char *bytes, const NumberType &type)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < type.bytes; ++i)
        bits |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    if (type.kind == 'u')
        return static_cast<double>(bits);
    const auto unused = static_cast<int>(64 - 8 * type.bytes); // shifted out and back, the sign fills them
    return static_cast<double>(static_cast<std::int64_t>(bits << unused) >> unused);
}

std::vector<double> decode(std::string bytes, const NumberType &type)
{
    if (type.bigEndian) {
        for (auto at = bytes.begin(); at != bytes.end(); at += static_cast<std::ptrdiff_t>(type.bytes))
            std::reverse(at, at + static_cast<std::ptrdiff_t>(type.bytes));
    }
    if (type.kind == 'f')
        return decodeValues(type.bytes == 8       ? StoredType::f64
                                : type.bytes == 4 ? StoredType::f32
                                                  : StoredType::f16,
                            bytes);
    std::vector<double> values(bytes.size() / type.bytes);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = decodeInteger(bytes.data() + type.bytes * i, type);
    return values;
}

/// The same array with its last index running fastest.
std::vector<double> rowByRow(const std::vector<double> &columnByColumn, const std::vector<std::int64_t> &shape)
{
    std::vector<double> values(columnByColumn.size());
    for (std::size_t position = 0; position < values.size(); ++position) {
        std::size_t rest = position;
        std::size_t target = 0;
        for (std::size_t axis = 0; axis < shape.size(); ++axis) {
            const auto size = static_cast<std::size_t>(shape[axis]);
            std::size_t stride = 1;
            for (std::size_t later = axis + 1; later < shape.size(); ++later)
                stride *= static_cast<std::size_t>(shape[later]);
            target += rest % size * stride;
            rest /= size;
        }
        values[target] = columnByColumn[position];
    }
    return values;
}

Result<void> checkShape(const Tensor &array)
{
    if (array.shape.empty() || array.shape.size() > 3)
        return error("The array has %1 dimensions; expected 1 to 3.", {std::to_string(array.shape.size())});
    const std::optional<std::int64_t> count = valueCount(array.shape);
    if (!count || static_cast<std::size_t>(*count) > mostNumbers)
        return error("The array has the shape %1, which is more than %2 numbers.",
                     {array.shapeText(), std::to_string(mostNumbers)});
    if (*count == 0)
        return error("The array has the shape %1, which holds no number.", {array.shapeText()});
    if (array.shape.size() == 3 && static_cast<std::size_t>(array.dimension(0)) > mostSequences)
        return error("The array has the shape %1, which is more than %2 sequences.",
                     {array.shapeText(), std::to_string(mostSequences)});
    return {};
}

std::vector<NumberTable> toTables(const Tensor &array)
{
    const std::size_t axes = array.shape.size();
    const std::int64_t sequences = axes == 3 ? array.dimension(0) : 1;
    const std::int64_t rows = array.dimension(axes == 3 ? 1 : 0);
    const std::int64_t columns = axes == 1 ? 1 : array.shape.back();
    std::vector<NumberTable> tables;
    for (std::int64_t i = 0; i < sequences; ++i)
        tables.push_back({{}, Eigen::Map<const Matrix>(array.values.data() + i * rows * columns, rows, columns)});
    return tables;
}

} // namespace

Result<std::vector<NumberTable>> readNpy(std::string_view bytes)
{
    const Result<NpyHeader> header = readNpyHeader(bytes);
    if (!header)
        return header.error();
    const Result<NumberType> type = readType(header->descr);
    if (!type)
        return type.error();
    Tensor array{"", "F64", StoredType::f64, header->shape, {}};
    const Result<void> shape = checkShape(array);
    if (!shape)
        return shape.error();
    const std::string_view data = bytes.substr(header->dataBegin);
    const std::size_t expected = static_cast<std::size_t>(*valueCount(array.shape)) * type->bytes;
    if (data.size() != expected)
        return error("From byte %1 there are %2 bytes of values; the shape %3 in %4 needs %5.",
                     {std::to_string(header->dataBegin), std::to_string(data.size()), array.shapeText(), header->descr,
                      std::to_string(expected)});
    array.values = decode(std::string(data), *type);
    if (header->fortranOrder)
        array.values = rowByRow(array.values, array.shape);
    if (const auto place = firstNotFinite(array))
        return error("The array%1 is not a finite number.", {*place});
    return toTables(array);
}

} // namespace gatescope
