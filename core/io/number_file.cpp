// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/io/number_limits.h"
#include "core/io/number_table.h"

#include <algorithm>
#include <cctype>

namespace gatescope {

namespace {

std::string lowerCaseExtension(const std::filesystem::path &path)
{
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

bool looksLikeJson(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

bool looksLikeNpy(std::string_view bytes, const std::string &extension)
{
    return bytes.starts_with("\x93NUMPY") || extension == ".npy";
}

} // namespace

bool isCsv(std::string_view bytes, const std::filesystem::path &path)
{
    const std::string extension = lowerCaseExtension(path);
    return !looksLikeNpy(bytes, extension) && !bytes.starts_with("PK\x03\x04") && extension != ".json"
        && !looksLikeJson(bytes);
}

Result<std::vector<NumberTable>> readNumbers(std::string_view bytes, const std::filesystem::path &path)
{
    if (looksLikeNpy(bytes, lowerCaseExtension(path)))
        return readNpy(bytes);
    if (bytes.starts_with("PK\x03\x04"))
        return error("This is a zip archive (.npz?); save one array with numpy.save as .npy.");
    if (!isCsv(bytes, path))
        return readNumberJson(bytes);
    Result<NumberTable> table = readCsv(bytes);
    if (!table)
        return table.error();
    return std::vector{std::move(*table)};
}

Result<std::vector<NumberTable>> readNumberFile(const std::filesystem::path &path)
{
    const Result<std::string> bytes = readFile(path, largestNumberFile);
    if (!bytes)
        return bytes.error();
    Result<std::vector<NumberTable>> tables = readNumbers(*bytes, path);
    if (!tables)
        return inPlace(printable(path.string()), tables.error());
    return tables;
}

} // namespace gatescope
