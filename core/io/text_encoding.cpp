// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/text_encoding.h"

#include "core/base/unicode.h"

namespace gatescope {

namespace {

bool isHighSurrogate(char32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

bool isLowSurrogate(char32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

Result<std::string> fromUtf16(std::string_view bytes, bool bigEndian)
{
    if (bytes.size() % 2 != 0)
        return error("The text is UTF-16 but has an odd number of bytes: it is cut off.");
    const auto unitAt = [&](std::size_t i) {
        const char32_t first = static_cast<unsigned char>(bytes[i]);
        const char32_t second = static_cast<unsigned char>(bytes[i + 1]);
        return bigEndian ? first << 8 | second : second << 8 | first;
    };
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        char32_t codePoint = unitAt(i);
        if (isHighSurrogate(codePoint) && i + 2 < bytes.size() && isLowSurrogate(unitAt(i + 2))) {
            codePoint = 0x10000 + ((codePoint - 0xD800) << 10) + (unitAt(i + 2) - 0xDC00);
            i += 2;
        } else if (isHighSurrogate(codePoint) || isLowSurrogate(codePoint)) {
            return error("Byte %1 of the UTF-16 text is half a character.", {std::to_string(i)});
        }
        appendUtf8(text, codePoint);
    }
    return text;
}

std::string fromLatin1(std::string_view bytes)
{
    std::string text;
    for (const char byte : bytes)
        appendUtf8(text, static_cast<unsigned char>(byte));
    return text;
}

Result<std::string> decode(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE"))
        return fromUtf16(bytes.substr(2), false);
    if (bytes.starts_with("\xFE\xFF"))
        return fromUtf16(bytes.substr(2), true);
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    return isUtf8(bytes) ? std::string(bytes) : fromLatin1(bytes);
}

} // namespace

Result<std::string> toUtf8(std::string_view bytes)
{
    Result<std::string> text = decode(bytes);
    if (!text)
        return text;
    if (const std::size_t zero = text->find('\0'); zero != std::string::npos) {
        const TextPlace place = placeIn(*text, zero);
        return error("Line %1, column %2 holds a byte of 0: this is no text.",
                     {std::to_string(place.line), std::to_string(place.column)});
    }
    return text;
}

} // namespace gatescope
