// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gatescope {

struct Sentence;

/// What is put in a place of a sentence: a text that is the same in every language, as a number or somebody's name, or
/// another sentence, which is translated with the rest.
class Argument
{
public:
    Argument(const char *written) : m_written(written) { }
    Argument(std::string written) : m_written(std::move(written)) { }
    Argument(Sentence sentence);

    /// Null where it is a text as written.
    const Sentence *sentence() const { return m_sentence.get(); }
    const std::string &written() const { return m_written; }

    std::string english() const;

private:
    std::string m_written;
    std::shared_ptr<const Sentence> m_sentence;
};

/// One sentence for a person: an English text with %1, %2, … and what to put in their places.
/// The engine knows no Qt, so it cannot translate; the window looks `text` up and fills in the
/// arguments. Write it as `sentence("Expected %1 values, got %2.", {a, b})`: translation tools find
/// the literal by the function's name. Whatever is in English is an argument as a sentence of its own, never as a text.
struct Sentence {
    std::string text;
    std::vector<Argument> arguments;

    /// The text in English with the arguments in their places.
    std::string english() const;
};

inline Sentence sentence(const char *text, std::vector<Argument> arguments = {})
{
    return {text, std::move(arguments)};
}

/// A word of a table, marked there, as a sentence or an argument of one.
inline Sentence worded(std::string_view marked)
{
    return {std::string(marked), {}};
}

/// Each of them in its language, with `between` between them: "z → n → h".
Sentence joined(const std::vector<Argument> &pieces, const std::string &between);

/// Somebody else's text made fit to stand in a sentence of one line: control characters and bytes
/// that are not UTF-8 become "?", and what is longer than 80 characters is cut with "…".
std::string printable(std::string_view text);

} // namespace gatescope
