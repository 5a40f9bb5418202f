// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/marked.h"
#include "core/base/unicode.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <set>

namespace gatescope {

namespace {

/// Walks over a text and tells where the parser has come to: the SAX events do not say it.
struct TellingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    const char *place;
    std::size_t *offset;

    reference operator*() const { return *place; }
    TellingIterator &operator++()
    {
        ++place;
        ++*offset;
        return *this;
    }
    TellingIterator operator++(int)
    {
        const TellingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const TellingIterator &other) const { return place == other.place; }
};

/// An array or object whose end has not been read yet. Objects are gathered here and not in a Json,
/// whose insertion looks through all keys there are.
struct OpenContainer {
    bool isObject;
    Json::array_t elements;
    std::vector<std::pair<std::string, Json>> members;
    std::set<std::string> keys;
};

/// What nlohmann's parser says, as far as it holds words.
constexpr std::array parserWords{marked("end of input"),
                                 marked("string literal"),
                                 marked("number literal"),
                                 marked("true literal"),
                                 marked("false literal"),
                                 marked("null literal"),
                                 marked("'[', '{', or a literal"),
                                 marked("invalid literal"),
                                 marked("invalid string: missing closing quote"),
                                 marked("invalid string: forbidden character after backslash"),
                                 marked("invalid string: ill-formed UTF-8 byte"),
                                 marked("invalid number; expected digit after '-'"),
                                 marked("invalid number; expected digit after '.'"),
                                 marked("invalid number; expected '+', '-', or digit after exponent"),
                                 marked("invalid number; expected digit after exponent sign")};

Argument ofParser(std::string_view words)
{
    if (std::ranges::find(parserWords, words) != parserWords.end())
        return worded(words);
    return printable(words);
}

/// Builds the document from the parser's events and stops at the first that is refused. The events
/// and their names are nlohmann's SAX interface.
class Builder
{
public:
    Builder(std::string_view text, const JsonLimits &limits) : m_text(text), m_limits(limits) { }

    std::size_t offset = 0; ///< bytes read so far
    Json document;
    std::optional<Error> refusal;

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(Json::number_integer_t value) { return add(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
    bool number_float(Json::number_float_t value, const std::string &) { return add(value); }
    bool string(std::string &value) { return add(std::move(value)); }
    bool binary(Json::binary_t &) { return false; }

    bool start_object(std::size_t) { return open(true); }
    bool start_array(std::size_t) { return open(false); }
    bool key(std::string &value)
    {
        OpenContainer &object = m_open.back();
        if (!object.keys.insert(value).second)
            return refuse(offset - 1, sentence("the key \"%1\" stands twice in one object", {printable(value)}));
        object.members.emplace_back(std::move(value), Json());
        return true;
    }
    bool end_object()
    {
        // Room for all at once: growing would copy the members, because their keys are const.
        Json::object_t object;
        auto &members = static_cast<Json::object_t::Container &>(object);
        members.reserve(m_open.back().members.size());
        for (auto &[name, value] : m_open.back().members)
            members.emplace_back(std::move(name), std::move(value));
        return close(Json(std::move(object)));
    }
    bool end_array() { return close(Json(std::move(m_open.back().elements))); }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &exception)
    {
        const std::size_t at = position == 0 ? 0 : position - 1;
        const std::string_view word = wordAt(at);
        if (!isNotFinite(word))
            return refuse(at, essence(exception.what()));
        const std::string where = path().empty() ? std::string() : " (" + path() + ")";
        return refuse(static_cast<std::size_t>(word.data() - m_text.data()),
                      sentence("%1 is no number in JSON%2; expected a finite number", {std::string(word), where}));
    }

private:
    bool add(Json value)
    {
        if (++m_values > m_limits.values)
            return refuse(offset - 1, sentence("more than %1 values", {std::to_string(m_limits.values)}));
        if (m_open.empty())
            document = std::move(value);
        else if (m_open.back().isObject)
            m_open.back().members.back().second = std::move(value);
        else
            m_open.back().elements.push_back(std::move(value));
        return true;
    }

    bool open(bool isObject)
    {
        if (m_open.size() == static_cast<std::size_t>(m_limits.depth))
            return refuse(offset - 1, sentence("nested more than %1 deep", {std::to_string(m_limits.depth)}));
        m_open.push_back({isObject, {}, {}, {}});
        return true;
    }

    bool close(Json value)
    {
        m_open.pop_back();
        return add(std::move(value));
    }

    bool refuse(std::size_t at, const Sentence &why)
    {
        const TextPlace place = placeIn(m_text, at);
        refusal = error("Line %1, column %2: %3.", {std::to_string(place.line), std::to_string(place.column), why});
        return false;
    }

    /// The run of letters, signs and digits around a place: a literal, spelt as it may be.
    std::string_view wordAt(std::size_t at) const
    {
        const auto belongs = [this](std::size_t i) {
            return i < m_text.size()
                && (std::isalnum(static_cast<unsigned char>(m_text[i])) || m_text[i] == '-' || m_text[i] == '+');
        };
        std::size_t begin = std::min(at, m_text.size());
        std::size_t end = begin;
        while (begin > 0 && belongs(begin - 1))
            --begin;
        while (belongs(end))
            ++end;
        return m_text.substr(begin, end - begin);
    }

    /// As Python and JavaScript write them: NaN, Infinity, -inf.
    static bool isNotFinite(std::string_view word)
    {
        if (word.starts_with('-') || word.starts_with('+'))
            word.remove_prefix(1);
        std::string small(word.substr(0, 9));
        std::ranges::transform(small, small.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        return small == "nan" || small == "inf" || small == "infinity";
    }

    /// "x[0][3][1]": the value that is being read.
    std::string path() const
    {
        std::string path;
        for (const OpenContainer &container : m_open) {
            if (!container.isObject)
                path += "[" + std::to_string(container.elements.size()) + "]";
            else if (!container.members.empty())
                path += (path.empty() ? "" : ".") + container.members.back().first;
        }
        return printable(path);
    }

    /// "unexpected ','; expected a value" from nlohmann's "[json.exception.parse_error.101] parse
    /// error at line 1, column 2: syntax error while parsing value - unexpected ','; …".
    static Sentence essence(std::string_view what)
    {
        for (const std::string_view lead : {"] ", ": ", " - "}) {
            if (const std::size_t found = what.find(lead); found != std::string_view::npos)
                what.remove_prefix(found + lead.size());
        }
        what = what.substr(0, what.find("; last read: "));
        if (!what.starts_with("unexpected "))
            return {"%1", {ofParser(what)}};
        what.remove_prefix(std::string_view("unexpected ").size());
        constexpr std::string_view between = "; expected ";
        const std::size_t found = what.find(between);
        if (found == std::string_view::npos)
            return sentence("unexpected %1", {ofParser(what)});
        return sentence("unexpected %1; expected %2",
                        {ofParser(what.substr(0, found)), ofParser(what.substr(found + between.size()))});
    }

    std::string_view m_text;
    JsonLimits m_limits;
    std::size_t m_values = 0;
    std::vector<OpenContainer> m_open;
};

[[maybe_unused]] bool allFinite(const Json &json)
{
    if (json.is_number_float())
        return std::isfinite(json.get<double>());
    return !json.is_structured() || std::all_of(json.begin(), json.end(), allFinite);
}

} // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.bytes)
        return error("The JSON text has %1 bytes; at most %2 are read here.",
                     {std::to_string(text.size()), std::to_string(limits.bytes)});
    Builder builder(text, limits);
    const TellingIterator begin{text.data(), &builder.offset};
    const TellingIterator end{text.data() + text.size(), &builder.offset};
    if (!Json::sax_parse(begin, end, &builder))
        return *builder.refusal;
    return std::move(builder.document);
}

std::string writeJson(const Json &json, int indent)
{
    assert(allFinite(json));
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace gatescope
