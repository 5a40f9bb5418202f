// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/base/goes_on.h"
#include "core/base/json.h"
#include "core/io/json_numbers.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace gatescope {

namespace {

constexpr std::size_t lengthBytes = 8;
constexpr std::size_t largestHeader = 1u << 20;
constexpr std::size_t mostTensors = 10'000;
constexpr std::size_t mostDimensions = 64;

/// Every dtype that the format knows, so that foreign tensors can be measured and listed.
struct DtypeSize {
    std::string_view name;
    int bits;
};
constexpr std::array dtypeSizes{
    DtypeSize{"F64", 64},    DtypeSize{"F32", 32},        DtypeSize{"F16", 16},        DtypeSize{"BF16", 16},
    DtypeSize{"I64", 64},    DtypeSize{"I32", 32},        DtypeSize{"I16", 16},        DtypeSize{"I8", 8},
    DtypeSize{"U64", 64},    DtypeSize{"U32", 32},        DtypeSize{"U16", 16},        DtypeSize{"U8", 8},
    DtypeSize{"BOOL", 8},    DtypeSize{"C64", 64},        DtypeSize{"F8_E4M3", 8},     DtypeSize{"F8_E5M2", 8},
    DtypeSize{"F8_E8M0", 8}, DtypeSize{"F8_E4M3FNUZ", 8}, DtypeSize{"F8_E5M2FNUZ", 8}, DtypeSize{"F6_E2M3", 6},
    DtypeSize{"F6_E3M2", 6}, DtypeSize{"F4", 4},
};

/// A tensor as the header announces it, its place in the data not yet held against the others.
struct Announced {
    Tensor tensor;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

std::uint64_t readLength(std::string_view bytes)
{
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        length |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return length;
}

/// Bytes of a shape's values, or nothing if they cannot be counted or do not fill whole bytes.
std::optional<std::uint64_t> byteCount(const std::vector<std::int64_t> &shape, int bits)
{
    const std::optional<std::int64_t> count = valueCount(shape);
    std::uint64_t total = 0;
    if (!count || __builtin_mul_overflow(std::uint64_t(*count), std::uint64_t(bits), &total) || total % 8 != 0)
        return std::nullopt;
    return total / 8;
}

Result<std::vector<std::int64_t>> readWholeNumbers(const std::string &place, const Json &entry, const char *key)
{
    if (!entry.contains(key) || !entry[key].is_array())
        return error("%1: \"%2\" must be a list of whole numbers.", {place, key});
    std::vector<std::int64_t> numbers;
    for (const Json &element : entry[key]) {
        const auto number = wholeNumber(element, 0, std::numeric_limits<std::int64_t>::max());
        if (!number)
            return error("%1: \"%2\" holds %3, expected whole numbers from 0.", {place, key, shownJson(element)});
        numbers.push_back(*number);
    }
    return numbers;
}

Result<Announced> readEntry(const std::string &name, const Json &entry)
{
    const std::string place = printable(name);
    if (!entry.is_object())
        return error("%1 is %2, expected {\"dtype\", \"shape\", \"data_offsets\"}.", {place, shownJson(entry)});
    if (!entry.contains("dtype") || !entry["dtype"].is_string())
        return error("%1: \"dtype\" must be a text.", {place});
    const std::string dtype = entry["dtype"];
    const auto size = std::ranges::find(dtypeSizes, dtype, &DtypeSize::name);
    if (size == dtypeSizes.end())
        return error("%1: the dtype %2 is not known.", {place, printable(dtype)});

    const auto shape = readWholeNumbers(place, entry, "shape");
    if (!shape)
        return shape.error();
    const auto offsets = readWholeNumbers(place, entry, "data_offsets");
    if (!offsets)
        return offsets.error();
    if (shape->size() > mostDimensions)
        return error("%1 has %2 dimensions; at most %3 are read.",
                     {place, std::to_string(shape->size()), std::to_string(mostDimensions)});
    if (offsets->size() != 2 || (*offsets)[1] < (*offsets)[0])
        return error("%1: \"data_offsets\" must be a begin and an end that is not before it.", {place});

    Announced announced{{name, dtype, storedTypeNamed(dtype).value_or(StoredType::other), *shape, {}},
                        std::uint64_t((*offsets)[0]),
                        std::uint64_t((*offsets)[1])};
    const std::uint64_t given = announced.end - announced.begin;
    if (byteCount(*shape, size->bits) != given)
        return error("%1: the shape %2 in %3 does not fit the %4 bytes that \"data_offsets\" gives it.",
                     {place, announced.tensor.shapeText(), dtype, std::to_string(given)});
    return announced;
}

Result<std::vector<std::pair<std::string, std::string>>> readMetadata(const Json &json)
{
    if (!json.is_object())
        return error("__metadata__ is %1, expected an object.", {shownJson(json)});
    std::vector<std::pair<std::string, std::string>> metadata;
    for (const auto &[key, value] : json.items()) {
        if (!value.is_string())
            return error("__metadata__: \"%1\" is %2, expected a text.", {printable(key), shownJson(value)});
        metadata.emplace_back(key, value);
    }
    return metadata;
}

/// The tensors must lie side by side from the data's first byte to its last.
Result<void> checkPlaces(const std::vector<Announced> &announced, std::uint64_t dataSize)
{
    std::vector<std::size_t> order(announced.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(announced[i].begin, announced[i].end); });
    std::uint64_t reached = 0;
    for (const std::size_t i : order) {
        const Announced &next = announced[i];
        const std::string place = printable(next.tensor.name);
        if (next.begin < reached)
            return error("%1 begins at byte %2 of the data and overlaps the tensor that reaches to byte %3.",
                         {place, std::to_string(next.begin), std::to_string(reached)});
        if (next.begin > reached)
            return error("%1 begins at byte %2 of the data, but nothing fills it from byte %3 on.",
                         {place, std::to_string(next.begin), std::to_string(reached)});
        if (next.end > dataSize)
            return error("%1 ends at byte %2 of the data, but the file holds only %3.",
                         {place, std::to_string(next.end), std::to_string(dataSize)});
        reached = next.end;
    }
    if (reached != dataSize)
        return error("The data has %1 bytes, but the tensors fill only %2 of them.",
                     {std::to_string(dataSize), std::to_string(reached)});
    return {};
}

Result<std::string_view> findHeader(std::string_view bytes)
{
    if (bytes.size() < lengthBytes)
        return error("The file has %1 bytes; a safetensors file begins with 8 that give its header's length.",
                     {std::to_string(bytes.size())});
    const std::uint64_t length = readLength(bytes);
    const std::string_view rest = bytes.substr(lengthBytes);
    if (length > rest.size())
        return error("The first 8 bytes announce a header of %1 bytes, but only %2 follow: this is no safetensors "
                     "file, or it is cut off.",
                     {std::to_string(length), std::to_string(rest.size())});
    if (length > largestHeader)
        return error("The header has %1 bytes; at most %2 are read.",
                     {std::to_string(length), std::to_string(largestHeader)});
    return rest.substr(0, length);
}

} // namespace

Result<SafetensorsFile> readSafetensors(std::string_view bytes, const std::stop_token &stop)
{
    const Result<std::string_view> header = findHeader(bytes);
    if (!header)
        return header.error();
    const Result<Json> json = parseJson(*header, {.bytes = largestHeader, .depth = 4, .values = largestHeader});
    if (!json)
        return inPlace(sentence("The header"), json.error());
    if (!json->is_object() || header->front() != '{')
        return error("The header must be a JSON object that begins with its first byte.");
    if (json->size() > mostTensors + 1)
        return error("The header announces %1 tensors; at most %2 are read.",
                     {std::to_string(json->size()), std::to_string(mostTensors)});

    SafetensorsFile file;
    std::vector<Announced> announced;
    for (const auto &[name, entry] : json->items()) {
        if (name == "__metadata__") {
            auto metadata = readMetadata(entry);
            if (!metadata)
                return metadata.error();
            file.metadata = std::move(*metadata);
            continue;
        }
        Result<Announced> read = readEntry(name, entry);
        if (!read)
            return read.error();
        announced.push_back(std::move(*read));
    }

    const std::string_view data = bytes.substr(lengthBytes + header->size());
    const Result<void> placed = checkPlaces(announced, data.size());
    if (!placed)
        return placed.error();
    for (Announced &next : announced) {
        if (const auto on = goesOn(stop); !on)
            return on.error();
        if (next.tensor.type != StoredType::other)
            next.tensor.values = decodeValues(next.tensor.type, data.substr(next.begin, next.end - next.begin));
        file.tensors.push_back(std::move(next.tensor));
    }
    return file;
}

std::string writeSafetensors(const SafetensorsFile &file)
{
    Json header = Json::object();
    for (const auto &[key, value] : file.metadata)
        header["__metadata__"][key] = value;
    std::string data;
    for (const Tensor &tensor : file.tensors) {
        assert(valueCount(tensor.shape) == static_cast<std::int64_t>(tensor.values.size()));
        const std::size_t begin = data.size();
        data += encodeValues(tensor.type, tensor.values);
        header[tensor.name]
            = {{"dtype", dtypeName(tensor.type)}, {"shape", tensor.shape}, {"data_offsets", {begin, data.size()}}};
    }

    std::string text = writeJson(header);
    text.resize((text.size() + 7) / 8 * 8, ' '); // so that the values are aligned when the file is mapped
    std::string bytes;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        bytes += static_cast<char>(std::uint64_t{text.size()} >> (8 * i));
    return bytes + text + data;
}

} // namespace gatescope
