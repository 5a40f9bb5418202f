// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace gatescope {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<int, 256> makeDigits()
{
    std::array<int, 256> digits{};
    digits.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        digits[static_cast<unsigned char>(alphabet[i])] = static_cast<int>(i);
    return digits;
}

constexpr std::array<int, 256> digits = makeDigits();

std::uint32_t byteAt(std::string_view bytes, std::size_t i)
{
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
}

} // namespace

std::string toBase64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t triple = byteAt(bytes, i) << 16 | byteAt(bytes, i + 1) << 8 | byteAt(bytes, i + 2);
        text += alphabet[triple >> 18];
        text += alphabet[(triple >> 12) & 63];
        text += i + 1 < bytes.size() ? alphabet[(triple >> 6) & 63] : '=';
        text += i + 2 < bytes.size() ? alphabet[triple & 63] : '=';
    }
    return text;
}

Result<std::string> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return error("Base64 comes in groups of 4 characters; here are %1.", {std::to_string(text.size())});
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;

    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    const std::size_t end = text.size() - padding;
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < end; ++i) {
        const int digit = digits[static_cast<unsigned char>(text[i])];
        if (digit < 0)
            return error("The character at place %1 is not base64.", {std::to_string(i)});
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        if (i % 4 != 0)
            bytes += static_cast<char>(bits >> (6 - 2 * (i % 4)));
    }
    // With padding, the last digit has bits left over that belong to no byte.
    const std::uint32_t leftOver = padding == 0 ? 0 : bits & ((1u << (2 * padding)) - 1);
    if (leftOver != 0)
        return error("The base64 text does not end on a whole byte (place %1).", {std::to_string(end - 1)});
    return bytes;
}

std::string toBase64Url(std::string_view bytes)
{
    std::string text = toBase64(bytes);
    while (text.ends_with('='))
        text.pop_back();
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    return text;
}

Result<std::string> fromBase64Url(std::string_view text)
{
    if (const std::size_t place = text.find_first_of("+/="); place != std::string_view::npos)
        return error("The character at place %1 is not base64url.", {std::to_string(place)});
    std::string padded(text);
    std::ranges::replace(padded, '-', '+');
    std::ranges::replace(padded, '_', '/');
    padded.append((4 - padded.size() % 4) % 4, '=');
    return fromBase64(padded);
}

} // namespace gatescope
