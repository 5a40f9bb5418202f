// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensor.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <type_traits>

namespace gatescope {

namespace {

/// A floating-point format of 16 bits: a sign, an exponent, a mantissa.
struct SmallFormat {
    int mantissaBits;
    int smallestExponent; ///< of a normal number; subnormal ones have the same spacing
    std::uint16_t infinity;
};
constexpr SmallFormat half{10, -14, 0x7C00};
constexpr SmallFormat brain{7, -126, 0x7F80};
constexpr std::uint16_t signBit = 0x8000;

double decodeSmall(std::uint16_t bits, const SmallFormat &format)
{
    const int magnitude = bits & 0x7FFF;
    const int mantissa = magnitude & ((1 << format.mantissaBits) - 1);
    const int field = magnitude >> format.mantissaBits;
    double value;
    if (magnitude > format.infinity)
        value = std::numeric_limits<double>::quiet_NaN();
    else if (magnitude == format.infinity)
        value = std::numeric_limits<double>::infinity();
    else if (field == 0) // subnormal: no hidden 1
        value = std::ldexp(mantissa, format.smallestExponent - format.mantissaBits);
    else
        value = std::ldexp(mantissa + (1 << format.mantissaBits),
                           field - 1 + format.smallestExponent - format.mantissaBits);
    return (bits & signBit) != 0 ? -value : value;
}

std::uint16_t encodeSmall(double value, const SmallFormat &format)
{
    const std::uint16_t sign = std::signbit(value) ? signBit : 0;
    if (std::isnan(value))
        return static_cast<std::uint16_t>(sign | format.infinity | (1 << (format.mantissaBits - 1)));
    if (std::isinf(value))
        return sign | format.infinity;
    if (value == 0)
        return sign;
    const int exponent = std::max(std::ilogb(value), format.smallestExponent);
    if (exponent > 127)
        return sign | format.infinity;
    // Counted in the spacing of the format at this exponent, the value is rounded to an integer
    // (to nearest, ties to even) whose hidden 1 adds itself to the exponent's field; so does a carry.
    const auto spacings = static_cast<int>(std::nearbyint(std::ldexp(std::abs(value), format.mantissaBits - exponent)));
    const int magnitude = ((exponent - format.smallestExponent) << format.mantissaBits) + spacings;
    return static_cast<std::uint16_t>(sign | std::min<int>(magnitude, format.infinity));
}

template<typename Bits>
Bits load(const char *bytes)
{
    Bits bits = 0;
    for (std::size_t i = 0; i < sizeof(Bits); ++i)
        bits = static_cast<Bits>(bits | Bits{static_cast<unsigned char>(bytes[i])} << (8 * i));
    return bits;
}

template<typename Bits>
void store(std::string &bytes, Bits bits)
{
    for (std::size_t i = 0; i < sizeof(Bits); ++i)
        bytes += static_cast<char>(bits >> (8 * i));
}

} // namespace

std::vector<double> decodeValues(StoredType type, std::string_view bytes)
{
    const auto size = static_cast<std::size_t>(bytesPerValue(type));
    assert(bytes.size() % size == 0);
    std::vector<double> values(bytes.size() / size);
    const auto fill = [&](auto decode) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = decode(bytes.data() + size * i);
    };
    if (type == StoredType::f64)
        fill([](const char *at) { return std::bit_cast<double>(load<std::uint64_t>(at)); });
    else if (type == StoredType::f32)
        fill([](const char *at) { return double{std::bit_cast<float>(load<std::uint32_t>(at))}; });
    else if (type == StoredType::f16)
        fill([](const char *at) { return decodeSmall(load<std::uint16_t>(at), half); });
    else
        fill([](const char *at) { return decodeSmall(load<std::uint16_t>(at), brain); });
    return values;
}

std::string encodeValues(StoredType type, const std::vector<double> &values)
{
    std::string bytes;
    bytes.reserve(values.size() * static_cast<std::size_t>(bytesPerValue(type)));
    for (const double value : values) {
        if (type == StoredType::f64)
            store(bytes, std::bit_cast<std::uint64_t>(value));
        else if (type == StoredType::f32)
            store(bytes, std::bit_cast<std::uint32_t>(static_cast<float>(value)));
        else
            store(bytes, encodeSmall(value, type == StoredType::f16 ? half : brain));
    }
    return bytes;
}

} // namespace gatescope
