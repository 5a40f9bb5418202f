// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/deflate.h"

#include <zlib.h>

namespace gatescope {

namespace {

constexpr int rawStream = -MAX_WBITS; // without zlib's own head and sum

/// zlib reads its input through pointers that are not const, and leaves it alone.
Bytef *bytesOf(std::string_view bytes)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
}

void setInput(z_stream &stream, std::string_view bytes)
{
    stream.next_in = bytesOf(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
}

void setOutput(z_stream &stream, std::string &room)
{
    stream.next_out = bytesOf(room);
    stream.avail_out = static_cast<uInt>(room.size());
}

} // namespace

std::string deflated(std::string_view bytes, std::string_view dictionary)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, rawStream, 9, Z_DEFAULT_STRATEGY);
    deflateSetDictionary(&stream, bytesOf(dictionary), static_cast<uInt>(dictionary.size()));
    std::string result(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    setInput(stream, bytes);
    setOutput(stream, result);
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

Result<std::string> inflated(std::string_view bytes, std::size_t limit, std::string_view dictionary)
{
    z_stream stream{};
    inflateInit2(&stream, rawStream);
    inflateSetDictionary(&stream, bytesOf(dictionary), static_cast<uInt>(dictionary.size()));
    std::string result(limit, '\0');
    setInput(stream, bytes);
    setOutput(stream, result);
    const bool ended = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    result.resize(stream.total_out);
    inflateEnd(&stream);
    if (!ended)
        return error("What was made shorter cannot be made long again: it is damaged, or longer than %1 bytes.",
                     {std::to_string(limit)});
    return result;
}

std::uint32_t checksum(std::string_view bytes)
{
    return static_cast<std::uint32_t>(crc32(0, bytesOf(bytes), static_cast<uInt>(bytes.size())));
}

} // namespace gatescope
