// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/npy_header.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace gatescope {

namespace {

constexpr std::string_view magic = "\x93NUMPY";

/// Reads the few forms of Python's literals that a header can hold.
class DictionaryReader
{
public:
    explicit DictionaryReader(std::string_view text) : m_text(text) { }

    Result<NpyHeader> read()
    {
        NpyHeader header;
        std::set<std::string> keys;
        if (!skip('{'))
            return unexpected("{");
        while (!skip('}')) {
            std::string key;
            if (!readText(key) || !skip(':'))
                return unexpected(sentence("a key"));
            if (!keys.insert(key).second)
                return error("The header has the key '%1' twice.", {printable(key)});
            const Result<void> value = readValue(key, header);
            if (!value)
                return value.error();
            if (!skip(',') && peek() != '}')
                return unexpected("}");
        }
        if (peek() != '\0')
            return unexpected(sentence("nothing more"));
        if (keys != std::set<std::string>{"descr", "fortran_order", "shape"})
            return error("The header must have the keys 'descr', 'fortran_order' and 'shape'.");
        return header;
    }

private:
    Result<void> readValue(const std::string &key, NpyHeader &header)
    {
        if (key == "descr" && peek() == '[')
            return error(
                "The file holds records with named fields (descr is a list); save one plain array of numbers.");
        if (key == "descr" && readText(header.descr))
            return {};
        if (key == "shape")
            return readShape(header.shape);
        if (key == "fortran_order" && readWord("True")) {
            header.fortranOrder = true;
            return {};
        }
        if (key == "fortran_order" && readWord("False"))
            return {};
        return unexpected(sentence("the value of 'descr', 'fortran_order' or 'shape'"));
    }

    Result<void> readShape(std::vector<std::int64_t> &shape)
    {
        if (!skip('('))
            return unexpected("(");
        while (!skip(')')) {
            std::int64_t size = 0;
            peek();
            const char *begin = m_text.data() + m_next;
            const auto [end, failure] = std::from_chars(begin, m_text.data() + m_text.size(), size);
            if (failure != std::errc() || size < 0)
                return unexpected(sentence("a size"));
            shape.push_back(size);
            m_next += static_cast<std::size_t>(end - begin);
            if (!skip(',') && peek() != ')')
                return unexpected(")");
        }
        return {};
    }

    bool readText(std::string &text)
    {
        const char quote = peek();
        if (quote != '\'' && quote != '"')
            return false;
        const std::size_t end = m_text.find(quote, m_next + 1);
        if (end == std::string_view::npos)
            return false;
        text = m_text.substr(m_next + 1, end - m_next - 1);
        m_next = end + 1;
        return true;
    }

    bool readWord(std::string_view word)
    {
        peek();
        const bool found = m_text.substr(m_next).starts_with(word);
        m_next += found ? word.size() : 0;
        return found;
    }

    bool skip(char character)
    {
        const bool found = peek() == character;
        m_next += found ? 1 : 0;
        return found;
    }

    /// The next character that is no space; 0 at the end.
    char peek()
    {
        m_next = std::min(m_text.find_first_not_of(" \n", m_next), m_text.size());
        return m_next < m_text.size() ? m_text[m_next] : '\0';
    }

    Error unexpected(const Argument &expected) const
    {
        return error("Character %1 of the header: expected %2.", {std::to_string(m_next), expected});
    }

    std::string_view m_text;
    std::size_t m_next = 0;
};

} // namespace

Result<NpyHeader> readNpyHeader(std::string_view bytes)
{
    const auto byteAt = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(bytes[i])}; };
    if (!bytes.starts_with(magic) || bytes.size() < 12)
        return error("This is no .npy file: it does not begin with \\x93NUMPY, a version and a length.");
    const std::size_t version = byteAt(6);
    if (version < 1 || version > 3)
        return error("Byte 6: version %1 of the .npy format is not known; 1 to 3 are.", {std::to_string(version)});

    const std::size_t begin = version == 1 ? 10 : 12;
    const std::size_t length
        = version == 1 ? byteAt(8) | byteAt(9) << 8 : byteAt(8) | byteAt(9) << 8 | byteAt(10) << 16 | byteAt(11) << 24;
    if (length > bytes.size() - begin)
        return error("Byte 8 announces a header of %1 bytes, but only %2 follow.",
                     {std::to_string(length), std::to_string(bytes.size() - begin)});
    Result<NpyHeader> header = DictionaryReader(bytes.substr(begin, length)).read();
    if (header)
        header->dataBegin = begin + length;
    return header;
}

} // namespace gatescope
