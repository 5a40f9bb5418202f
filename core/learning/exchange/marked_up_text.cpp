// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/marked_up_text.h"

#include "core/base/unicode.h"
#include "core/learning/exchange/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace gatescope {

namespace {

enum class TagRole { line, silent, below, above, picture, unread, marks };

struct KnownTag {
    std::string_view name;
    TagRole role;
};

constexpr std::array knownTags{
    KnownTag{"p", TagRole::line},       KnownTag{"br", TagRole::line},       KnownTag{"div", TagRole::line},
    KnownTag{"li", TagRole::line},      KnownTag{"ul", TagRole::line},       KnownTag{"ol", TagRole::line},
    KnownTag{"span", TagRole::silent},  KnownTag{"sub", TagRole::below},     KnownTag{"sup", TagRole::above},
    KnownTag{"img", TagRole::picture},  KnownTag{"script", TagRole::unread}, KnownTag{"style", TagRole::unread},
    KnownTag{"b", TagRole::marks},      KnownTag{"strong", TagRole::marks},  KnownTag{"i", TagRole::marks},
    KnownTag{"em", TagRole::marks},     KnownTag{"u", TagRole::marks},       KnownTag{"s", TagRole::marks},
    KnownTag{"a", TagRole::marks},      KnownTag{"code", TagRole::marks},    KnownTag{"pre", TagRole::line},
    KnownTag{"tt", TagRole::marks},     KnownTag{"font", TagRole::marks},    KnownTag{"small", TagRole::marks},
    KnownTag{"big", TagRole::marks},    KnownTag{"table", TagRole::marks},   KnownTag{"tbody", TagRole::marks},
    KnownTag{"thead", TagRole::marks},  KnownTag{"tr", TagRole::line},       KnownTag{"td", TagRole::marks},
    KnownTag{"th", TagRole::marks},     KnownTag{"h1", TagRole::line},       KnownTag{"h2", TagRole::line},
    KnownTag{"h3", TagRole::line},      KnownTag{"h4", TagRole::line},       KnownTag{"h5", TagRole::line},
    KnownTag{"h6", TagRole::line},      KnownTag{"hr", TagRole::line},       KnownTag{"blockquote", TagRole::line},
    KnownTag{"audio", TagRole::marks},  KnownTag{"video", TagRole::marks},   KnownTag{"source", TagRole::marks},
    KnownTag{"iframe", TagRole::marks}, KnownTag{"object", TagRole::marks},  KnownTag{"label", TagRole::silent},
};

struct Entity {
    std::string_view name;
    std::string_view text;
};

constexpr std::array entities{
    Entity{"amp", "&"},    Entity{"lt", "<"},     Entity{"gt", ">"},      Entity{"quot", "\""},  Entity{"apos", "'"},
    Entity{"nbsp", " "},   Entity{"minus", "−"},  Entity{"times", "×"},   Entity{"middot", "·"}, Entity{"sdot", "⋅"},
    Entity{"le", "≤"},     Entity{"ge", "≥"},     Entity{"ne", "≠"},      Entity{"asymp", "≈"},  Entity{"plusmn", "±"},
    Entity{"rarr", "→"},   Entity{"larr", "←"},   Entity{"hellip", "…"},  Entity{"ndash", "–"},  Entity{"mdash", "—"},
    Entity{"lsquo", "‘"},  Entity{"rsquo", "’"},  Entity{"ldquo", "“"},   Entity{"rdquo", "”"},  Entity{"sum", "∑"},
    Entity{"radic", "√"},  Entity{"infin", "∞"},  Entity{"part", "∂"},    Entity{"alpha", "α"},  Entity{"beta", "β"},
    Entity{"gamma", "γ"},  Entity{"delta", "δ"},  Entity{"epsilon", "ε"}, Entity{"theta", "θ"},  Entity{"lambda", "λ"},
    Entity{"mu", "μ"},     Entity{"pi", "π"},     Entity{"sigma", "σ"},   Entity{"tau", "τ"},    Entity{"phi", "φ"},
    Entity{"omega", "ω"},  Entity{"Delta", "Δ"},  Entity{"Sigma", "Σ"},   Entity{"Omega", "Ω"},  Entity{"oplus", "⊕"},
    Entity{"otimes", "⊗"}, Entity{"auml", "ä"},   Entity{"ouml", "ö"},    Entity{"uuml", "ü"},   Entity{"Auml", "Ä"},
    Entity{"Ouml", "Ö"},   Entity{"Uuml", "Ü"},   Entity{"szlig", "ß"},   Entity{"eacute", "é"}, Entity{"egrave", "è"},
    Entity{"agrave", "à"}, Entity{"ccedil", "ç"}, Entity{"ntilde", "ñ"},  Entity{"ocirc", "ô"},  Entity{"deg", "°"},
    Entity{"sup2", "²"},   Entity{"sup3", "³"},   Entity{"frac12", "½"},  Entity{"frac14", "¼"}, Entity{"euro", "€"},
};

constexpr std::size_t longestEntity = 12;

/// "a%20cell.png" is a cell.png.
std::string withoutPercents(std::string_view address)
{
    std::string text;
    for (std::size_t i = 0; i < address.size(); ++i) {
        unsigned code = 0;
        const char *begin = address.data() + i + 1;
        const bool isCode = address[i] == '%' && i + 2 < address.size()
            && std::from_chars(begin, begin + 2, code, 16).ptr == begin + 2;
        text += isCode ? static_cast<char>(code) : address[i];
        i += isCode ? 2 : 0;
    }
    return isUtf8(text) && text.find_first_of(std::string_view("\0\n\r", 3)) == std::string::npos
        ? text
        : std::string(address);
}

class MarkReader
{
public:
    MarkReader(std::string_view html, bool keepLines) : m_html(html), m_keepLines(keepLines) { }

    UnmarkedText read()
    {
        while (m_at < m_html.size()) {
            const char c = m_html[m_at];
            if ((c == '<' && readTag()) || (c == '&' && readEntity()))
                continue;
            ++m_at;
            if (m_unread.empty())
                add(c == '\n' && !m_keepLines ? ' ' : c);
        }
        std::string text;
        for (const std::string &line : filledLines(m_read.text))
            text += (text.empty() ? "" : "\n") + line;
        m_read.text = text;
        return m_read;
    }

private:
    void add(char c)
    {
        if (m_keepLines || c != ' ' || (!m_read.text.empty() && m_read.text.back() != ' '))
            m_read.text += c;
    }

    bool readTag()
    {
        if (m_html.substr(m_at).starts_with("<!--")) {
            const std::size_t end = m_html.find("-->", m_at);
            m_at = end == std::string_view::npos ? m_html.size() : end + 3;
            return true;
        }
        std::size_t from = m_at + 1;
        const bool closes = m_html.substr(from).starts_with('/');
        from += closes ? 1 : 0;
        const auto letter = [](unsigned char c) { return std::isalnum(c) != 0; };
        std::string name(m_html.begin() + std::ptrdiff_t(from),
                         std::find_if_not(m_html.begin() + std::ptrdiff_t(from), m_html.end(), letter));
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
        const auto known = std::ranges::find(knownTags, name, &KnownTag::name);
        if (known == knownTags.end() || m_noMoreTags)
            return false;
        const std::size_t end = m_html.find('>', from);
        m_noMoreTags = end == std::string_view::npos; // looked for once, not at every "<"
        if (m_noMoreTags)
            return false;
        const std::string_view inside = m_html.substr(from, end - from);
        m_at = end + 1;
        if (known->role == TagRole::unread)
            m_unread = closes ? "" : name;
        m_read.lostMarks = m_read.lostMarks || known->role == TagRole::marks || known->role == TagRole::unread;
        if (!m_unread.empty())
            return true;
        if (known->role == TagRole::line)
            m_read.text += '\n';
        else if (!closes && (known->role == TagRole::below || known->role == TagRole::above))
            m_read.text += known->role == TagRole::below ? '_' : '^';
        else if (known->role == TagRole::picture)
            addPicture(inside);
        else if (known->name == "td" || known->name == "th")
            add(' ');
        return true;
    }

    /// Its words for who does not see it, otherwise the end of its address.
    void addPicture(std::string_view tag)
    {
        const std::string source = attribute(tag, "src");
        const std::string file = withoutPercents(source.substr(source.rfind('/') + 1));
        const std::string words = attribute(tag, "alt");
        m_read.pictures.push_back(source.starts_with("data:") ? std::string() : file);
        const std::string name = m_read.pictures.back().empty() ? "without a name" : m_read.pictures.back();
        m_read.text += "[picture: " + (words.empty() ? name : words) + "]";
    }

    static std::string attribute(std::string_view tag, std::string_view name)
    {
        for (const char quote : {'"', '\''}) {
            const std::string begin = " " + std::string(name) + "=" + quote;
            const std::size_t at = tag.find(begin);
            if (at == std::string_view::npos)
                continue;
            const std::string_view rest = tag.substr(at + begin.size());
            return std::string(rest.substr(0, std::min(rest.find(quote), rest.size())));
        }
        return {};
    }

    bool readEntity()
    {
        const std::string_view rest = m_html.substr(m_at + 1, longestEntity);
        const std::size_t end = rest.find(';');
        if (end == std::string_view::npos)
            return false;
        const std::string_view name = rest.substr(0, end);
        std::string text;
        if (const auto found = std::ranges::find(entities, name, &Entity::name); found != entities.end())
            text = found->text;
        else if (!name.starts_with('#') || !appendNumbered(text, name.substr(1)))
            return false;
        m_at += end + 2;
        if (m_unread.empty())
            m_read.text += text;
        return true;
    }

    /// "8722" or "x2212"
    static bool appendNumbered(std::string &text, std::string_view digits)
    {
        const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
        digits.remove_prefix(hexadecimal ? 1 : 0);
        unsigned code = 0;
        const auto [end, problem]
            = std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
        if (problem != std::errc() || end != digits.data() + digits.size() || code < 32 || code > 0x10FFFF
            || (code >= 0xD800 && code < 0xE000))
            return false;
        appendUtf8(text, char32_t(code));
        return true;
    }

    std::string_view m_html;
    bool m_keepLines;
    std::size_t m_at = 0;
    bool m_noMoreTags = false;
    std::string m_unread; ///< inside of a script or a style
    UnmarkedText m_read;
};

} // namespace

UnmarkedText withoutMarks(std::string_view html, bool keepLines)
{
    return MarkReader(html, keepLines).read();
}

} // namespace gatescope
