// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/deflate.h"

#include <memory>

#include <zlib.h>

namespace gatescope {

namespace {

constexpr int rawStream = -MAX_WBITS; // without zlib's own head and sum

/// zlib reads its input through pointers that are not const, and leaves it alone.
Bytef *bytesOf(std::string_view bytes)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
}

/// Of what zlib is asked here it refuses nothing for any other reason.
Error noMemory()
{
    return error("There is not enough memory to make a text of the experiment, or one of the text.");
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

Result<std::string> deflated(std::string_view bytes, std::string_view dictionary)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, rawStream, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return noMemory();
    const std::unique_ptr<z_stream, int (*)(z_stream *)> ending(&stream, deflateEnd);
    if (deflateSetDictionary(&stream, bytesOf(dictionary), static_cast<uInt>(dictionary.size())) != Z_OK)
        return noMemory();
    std::string result(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    setInput(stream, bytes);
    setOutput(stream, result);
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        return noMemory();
    result.resize(stream.total_out);
    return result;
}

Result<std::string> inflated(std::string_view bytes, std::size_t limit, std::string_view dictionary)
{
    z_stream stream{};
    if (inflateInit2(&stream, rawStream) != Z_OK)
        return noMemory();
    const std::unique_ptr<z_stream, int (*)(z_stream *)> ending(&stream, inflateEnd);
    if (inflateSetDictionary(&stream, bytesOf(dictionary), static_cast<uInt>(dictionary.size())) != Z_OK)
        return noMemory();
    std::string result(limit, '\0');
    setInput(stream, bytes);
    setOutput(stream, result);
    const bool ended = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    result.resize(stream.total_out);
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
