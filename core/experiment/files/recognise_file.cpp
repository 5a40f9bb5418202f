// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/open_file.h"

#include "core/base/unicode.h"
#include "core/experiment/files/experiment_text.h"
#include "core/io/text_encoding.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>

namespace gatescope {

namespace {

constexpr std::size_t headSize = 64u << 10;

/// The first bytes of a regular file; nothing if there is none that can be read.
std::optional<std::string> headOf(const std::filesystem::path &path)
{
    std::error_code problem;
    if (!std::filesystem::is_regular_file(path, problem))
        return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    std::string head(headSize, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    return head;
}

/// safetensors: eight bytes of header length, then a JSON object.
bool isSafetensors(std::string_view head)
{
    constexpr std::uint64_t longestHeader = 1u << 30;
    if (head.size() < 10 || head[8] != '{')
        return false;
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i)
        length = length << 8 | static_cast<unsigned char>(head[i]);
    return length >= 2 && length <= longestHeader;
}

bool isNetworkOfOtherPrograms(std::string_view head)
{
    constexpr std::array<std::string_view, 5> beginnings{"PK\x03\x04", "\x80\x02", "\x80\x03", "\x80\x04", "\x89HDF"};
    return std::ranges::any_of(beginnings, [=](std::string_view beginning) { return head.starts_with(beginning); });
}

/// What was read of the last line may be half of it, or half of a character.
std::string_view wholeLines(std::string_view head)
{
    const std::size_t lastLine = head.rfind('\n');
    return head.size() < headSize || lastLine == std::string_view::npos ? head : head.substr(0, lastLine + 1);
}

bool isText(std::string_view head)
{
    const std::string_view lines = wholeLines(head);
    const bool cutInLine = lines.size() == headSize;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t length = utf8CharacterLength(lines.substr(at));
        if (length == 0)
            return cutInLine && lines.size() - at < 4;
        if (lines[at] == '\0')
            return false;
        at += length;
    }
    return true;
}

bool hasUtf16Mark(std::string_view head)
{
    return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

/// Tables are read in UTF-16 too, texts are not.
bool isUtf16Table(std::string_view head)
{
    const bool isCut = head.size() == headSize;
    Result<std::string> text = toUtf8(head);
    if (!text && isCut)
        text = toUtf8(head.substr(0, headSize - 2)); // it ended in half a character
    if (!text)
        return false;
    const std::size_t lastLine = text->rfind('\n');
    return readCsv(isCut && lastLine != std::string::npos ? text->substr(0, lastLine + 1) : *text).ok();
}

bool isOneOf(const std::string &extension, std::initializer_list<const char *> names)
{
    return std::ranges::find(names, extension) != names.end();
}

} // namespace

FileKind recogniseFile(const std::filesystem::path &path)
{
    const auto head = headOf(path);
    if (!head)
        return FileKind::unknown;
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });

    if (head->starts_with("\x93NUMPY") || extension == ".npz")
        return FileKind::numbers;
    if (isSafetensors(*head) || isNetworkOfOtherPrograms(*head))
        return FileKind::model;
    const std::size_t first = std::min(head->find_first_not_of(" \t\r\n\xEF\xBB\xBF"), head->size());
    const char beginning = first < head->size() ? (*head)[first] : '\0';
    if (beginning == '{' && head->find("\"gatescope-experiment\"") != std::string::npos)
        return FileKind::experiment;
    if (isExperimentText(*head))
        return FileKind::experiment;

    if (extension == ".gatescope")
        return FileKind::experiment;
    if (isOneOf(extension, {".safetensors", ".pt", ".pth", ".bin", ".ckpt", ".pkl", ".h5", ".hdf5", ".keras", ".onnx"}))
        return FileKind::model;
    if (isOneOf(extension, {".csv", ".tsv", ".json", ".npy"}) || (hasUtf16Mark(*head) && isUtf16Table(*head)))
        return FileKind::numbers;
    if (!isText(*head))
        return FileKind::unknown;
    const bool isJson = (beginning == '{' || beginning == '[') && extension != ".txt";
    const bool isNumbers = isJson || readCsv(wholeLines(*head)).ok();
    return isNumbers ? FileKind::numbers : FileKind::text;
}

} // namespace gatescope
