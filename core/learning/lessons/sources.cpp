// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/sources.h"

#include "core/base/file.h"
#include "core/base/marked.h"
#include "core/experiment/files/json_reader.h"
#include "core/learning/questions/json_line.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr std::size_t largestSourceFile = 1u << 20;
constexpr int earliestYear = 1900, latestYear = 2100;

std::string namesOf(const std::vector<SourceWord> &words)
{
    std::string names;
    for (const SourceWord &word : words)
        names += (names.empty() ? "" : ", ") + std::string(word.name);
    return names;
}

std::string oneOf(const std::vector<SourceWord> &words, const JsonReader &json)
{
    const std::string name = json.text();
    if (std::ranges::find(words, name, &SourceWord::name) == words.end())
        json.refuse(sentence("one of %1", {namesOf(words)}));
    return name;
}

Result<Source> readSource(const Json &json, const std::string &place)
{
    std::optional<Error> refusal;
    const JsonReader row(json, place, refusal);
    Source source;
    source.id = row["id"].text();
    source.kind = oneOf(sourceKinds(), row["kind"]);
    source.mark = oneOf(sourceMarks(), row["mark"]);
    source.who = row["who"].text();
    source.year = row.has("year") ? row["year"].whole(earliestYear, latestYear) : 0;
    source.title = row["title"].text();
    source.where = row["where"].text();
    source.says = {row["says"].text(), {}};
    if (refusal)
        return *refusal;
    return source;
}

} // namespace

const std::vector<SourceWord> &sourceKinds()
{
    static const std::vector<SourceWord> table{
        {"paper", marked("Papers")},
        {"page", marked("Documentation")},
        {"code", marked("Programs")},
        {"thread", marked("Threads")},
    };
    return table;
}

const std::vector<SourceWord> &sourceMarks()
{
    static const std::vector<SourceWord> table{
        {"measured", marked("measured here: what the lessons say of it comes out of this program's own engine")},
        {"checked", marked("checked: compared with what stands there")},
        {"named", marked("named as where it comes from; none of its figures is quoted")},
    };
    return table;
}

ReadSources readSources(std::string_view text, const std::string &file)
{
    ReadSources read;
    const auto json = parseJson(text);
    if (!json || !json->is_array()) {
        read.refused.push_back(json ? error("%1: line 1: a file of sources is a JSON list, [ … ].", {file})
                                    : inPlace(file, json.error()));
        return read;
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < json->size(); ++i) {
        const std::string place = "[" + std::to_string(i) + "]";
        auto source = readSource((*json)[i], place);
        if (source && !ids.insert(source->id).second)
            source = error("%1.id: a row before it has \"%2\" too.", {place, printable(source->id)});
        if (source)
            read.sources.push_back(std::move(*source));
        else
            read.refused.push_back(
                error("%1: line %2: %3",
                      {file, std::to_string(lineOfField(text, source.error()).value_or(1)), source.error()}));
    }
    return read;
}

ReadSources readSourceFile(const std::filesystem::path &resources)
{
    const std::filesystem::path path = resources / "sources" / "sources.json";
    const auto text = readFile(path, largestSourceFile);
    if (text)
        return readSources(*text, path.filename().string());
    return {{}, {text.error()}};
}

std::vector<const Lesson *> lessonsOn(const Source &source, const std::vector<Lesson> &lessons)
{
    std::vector<const Lesson *> found;
    for (const Lesson &lesson : lessons)
        if (std::ranges::find(lesson.sources, source.id) != lesson.sources.end())
            found.push_back(&lesson);
    return found;
}

} // namespace gatescope
