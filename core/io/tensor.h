// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/base/matrix.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// How a file stores a number. Only the first four hold parameters; the rest are recognised so that
/// their tensors can be listed as unused.
enum class StoredType { f64, f32, f16, bf16, other };

/// "F64", "F32", "F16", "BF16", and the type of such a name; StoredType::other has no name of its own.
std::string_view dtypeName(StoredType type);
std::optional<StoredType> storedTypeNamed(std::string_view dtype);

/// A tensor of somebody's file, its values widened to double (exact for all four types).
struct Tensor {
    std::string name;
    std::string dtype; ///< as the file spells it: "F32"
    StoredType type = StoredType::f64;
    std::vector<std::int64_t> shape;
    std::vector<double> values; ///< row by row; empty for StoredType::other

    std::int64_t dimension(int axis) const { return shape[axis]; }
    std::string shapeText() const; ///< "[24, 27]"
};

/// How many values a shape has; nothing if that is more than 2^63 − 1, or a dimension is negative.
std::optional<std::int64_t> valueCount(const std::vector<std::int64_t> &shape);

/// "[1, 2]": where the value at this place of a row-by-row array stands.
std::string indexText(const std::vector<std::int64_t> &shape, std::size_t position);
/// "weight_hh_l0[3, 1]": the first value that is NaN or infinite.
std::optional<std::string> firstNotFinite(const Tensor &tensor);

/// Values of a tensor of two dimensions (one dimension: a column).
Matrix toMatrix(const Tensor &tensor);
/// An F64 tensor [rows, columns]; a vector is [rows].
Tensor toTensor(std::string name, const Matrix &values, bool isVector);

/// {"dtype": "F64", "shape": […], "data": base64 of little-endian values}
Json tensorToJson(const Tensor &tensor);
/// The sentence names `name`. Refuses sizes that do not fit the shape and values that are not finite.
Result<Tensor> tensorFromJson(const std::string &name, const Json &json);

/// Widens little-endian bytes; their number must be a multiple of the type's size.
std::vector<double> decodeValues(StoredType type, std::string_view bytes);
/// Rounds to the type (to nearest, ties to even) and writes little-endian bytes.
std::string encodeValues(StoredType type, const std::vector<double> &values);
int bytesPerValue(StoredType type);

} // namespace gatescope
