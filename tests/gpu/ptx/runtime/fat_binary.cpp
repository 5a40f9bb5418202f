// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/ptx/runtime/fat_binary.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace gatescope::ptx {

namespace {

// As fatbinary_section.h says, and as the bytes of an object show.
struct Wrapper {
    std::uint32_t magic, version;
    const std::byte *data;
    const void *more;
};
struct Header {
    std::uint32_t magic;
    std::uint16_t version, headerBytes;
    std::uint64_t bytes; ///< after the header
};
struct Entry {
    std::uint16_t kind, version;
    std::uint32_t headerBytes;
    std::uint64_t bytes; ///< after the header of the entry
    std::uint32_t compressedBytes;
};
constexpr std::uint32_t magicOfWrapper = 0x466243b1, magicOfHeader = 0xba55ed50;
constexpr std::uint16_t isText = 1;

template<typename Struct>
Struct at(const std::byte *place)
{
    Struct read;
    std::memcpy(&read, place, sizeof(Struct));
    return read;
}

} // namespace

std::optional<std::string> textInFatBinary(const void *wrapper)
{
    const auto outside = at<Wrapper>(static_cast<const std::byte *>(wrapper));
    if (outside.magic != magicOfWrapper)
        return {};
    const auto header = at<Header>(outside.data);
    if (header.magic != magicOfHeader)
        return {};
    const std::byte *end = outside.data + header.headerBytes + header.bytes;
    for (const std::byte *place = outside.data + header.headerBytes; place < end;) {
        const auto entry = at<Entry>(place);
        const std::byte *content = place + entry.headerBytes;
        if (entry.kind == isText && entry.compressedBytes == 0) {
            const std::string text(reinterpret_cast<const char *>(content), entry.bytes);
            return text.substr(0, text.find('\0'));
        }
        place = content + entry.bytes;
    }
    return {};
}

} // namespace gatescope::ptx
