// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/breakpoints/breakpoint.h"

#include "core/experiment/breakpoints/breakpoint_phrases.h"
#include "core/experiment/breakpoints/breakpoint_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

using Kind = BreakpointWord::Kind;
using Looks = Breakpoint::Looks;
using Reduction = Breakpoint::Reduction;
using Comparison = Breakpoint::Comparison;

/// Walks along the words of a condition. A reading function notes the first thing that is not as expected.
class BreakpointReader
{
public:
    BreakpointReader(std::vector<BreakpointWord> words, CellKind cell) : m_words(std::move(words)), m_cell(cell) { }

    Result<Breakpoint> read();

private:
    const BreakpointWord &word(std::size_t ahead = 0) const
    {
        return m_words[std::min(m_at + ahead, m_words.size() - 1)];
    }
    bool accept(std::string_view expected);
    template<typename Phrases>
    auto acceptPhrase(const Phrases &table) -> std::optional<decltype(table[0].meaning)>;
    void skipArticle();
    void expect(bool there, const Sentence &expected);
    int index();

    bool asksForLetter() const;
    void readLetter();
    void readNumber();
    void readVector();
    std::optional<Part> part();
    void readUnit();

    std::vector<BreakpointWord> m_words;
    CellKind m_cell;
    std::size_t m_at = 0;
    Breakpoint m_read;
    std::optional<Error> m_refusal;
};

bool BreakpointReader::accept(std::string_view expected)
{
    if (!word().is(expected))
        return false;
    ++m_at;
    return true;
}

template<typename Phrases>
auto BreakpointReader::acceptPhrase(const Phrases &table) -> std::optional<decltype(table[0].meaning)>
{
    for (const auto &phrase : table) {
        if (!word().is(phrase.first) || (!phrase.second.empty() && !word(1).is(phrase.second)))
            continue;
        m_at += phrase.second.empty() ? 1 : 2;
        return phrase.meaning;
    }
    return std::nullopt;
}

void BreakpointReader::skipArticle()
{
    while (accept("the") || accept("of")) { }
}

void BreakpointReader::expect(bool there, const Sentence &expected)
{
    if (there || m_refusal)
        return;
    const std::string place = std::to_string(word().character);
    if (word().kind == Kind::end)
        m_refusal = error("The condition ends before character %1, expected %2 there.", {place, expected});
    else
        m_refusal = error("At character %1 stands “%2”, expected %3.", {place, printable(word().text), expected});
}

int BreakpointReader::index()
{
    constexpr double most = std::numeric_limits<int>::max();
    const double number = word().number;
    const bool isWhole = word().kind == Kind::number && number >= 0 && number <= most && number == std::floor(number);
    expect(isWhole, sentence("a whole number from 0 on"));
    if (m_refusal)
        return 0;
    ++m_at;
    return static_cast<int>(number);
}

Result<Breakpoint> BreakpointReader::read()
{
    skipArticle();
    if (asksForLetter())
        readLetter();
    else
        readNumber();
    expect(word().kind == Kind::end, sentence("nothing more"));
    if (m_refusal)
        return *m_refusal;
    return m_read;
}

bool BreakpointReader::asksForLetter() const
{
    if (word().is("letter") || word().is("token"))
        return true;
    return word().is("x")
        && (word(1).is("=") || word(1).is("==") || word(1).is("!=")
            || (word(1).is("is") && word(2).kind != Kind::number && !word(2).is("above") && !word(2).is("under")
                && !word(2).is("over") && !word(2).is("below")));
}

void BreakpointReader::readLetter()
{
    ++m_at;
    m_read.looks = Looks::letter;
    m_read.isNot = accept("!=");
    if (!m_read.isNot && !accept("=") && !accept("==")) {
        expect(accept("is"), sentence("“is” or “=”"));
        m_read.isNot = accept("not");
    }
    const bool isArticle = word().is("a") || word().is("an") || word().is("the");
    if (isArticle && word(1).kind != Kind::end) // "letter is a" is the letter a
        ++m_at;
    if (const auto named = acceptPhrase(phrases::letters)) {
        m_read.letter = *named;
        return;
    }
    const bool isOneLetter = word().kind == Kind::sign || (word().kind == Kind::word && word().text.size() == 1);
    expect(isOneLetter || word().kind == Kind::number || (word().kind == Kind::quoted && !word().text.empty()),
           sentence("a letter, as e or \"e\", or space, tab or new line"));
    m_read.letter = word().text;
    ++m_at;
}

void BreakpointReader::readNumber()
{
    if (accept("|")) {
        readVector();
        m_read.reduction = Reduction::length;
        expect(accept("|"), sentence("“|” after the vector"));
    } else if (const auto reduction = acceptPhrase(phrases::reductions)) {
        readVector();
        m_read.reduction = *reduction;
    } else if (word().is("unit")) {
        readUnit();
        readVector();
    } else {
        readVector();
        const bool isGradient = m_read.looks == Looks::gradients;
        if (word().is("[") || word().is("unit") || word(1).is("unit") || word(1).is("feature") || !isGradient)
            readUnit();
        else
            m_read.reduction = Reduction::length;
    }
    while (std::ranges::any_of(phrases::fillers, [&](std::string_view filler) { return accept(filler); })) { }
    const auto comparison = acceptPhrase(phrases::comparisons);
    expect(comparison.has_value(), sentence("a comparison: >, >=, <, <=, above, under, at least or at most"));
    m_read.comparison = comparison.value_or(Comparison::above);
    expect(word().kind == Kind::number && std::isfinite(word().number),
           sentence("a number with a point, as 0.9 or 1e-4"));
    m_read.bound = word().number;
    ++m_at;
}

void BreakpointReader::readVector()
{
    skipArticle();
    const bool isGradient = accept("gradient");
    if (isGradient)
        skipArticle();
    if (word().is("x") || (word().is("input") && !word(1).is("gate"))) {
        ++m_at;
        m_read.looks = Looks::input;
        expect(!isGradient, sentence("a part of a step"));
        return;
    }
    if (const auto found = part())
        m_read.part = *found;
    else
        expect(isGradient, sentence("z, r, n, h or another part of a step, “gradient”, “letter” or x"));
    if (isGradient)
        m_read.looks = Looks::gradients;
}

/// A part by its letter, with d before it for its gradient, or by its name.
std::optional<Part> BreakpointReader::part()
{
    const bool hasTwo
        = word().kind == Kind::word && word().text.size() == 2 && (word().text[0] == 'd' || word().text[0] == 'D');
    for (const Part candidate : phrases::everyPart) {
        const std::string symbol(describe(candidate).symbol);
        if (word().is(symbol) || (hasTwo && word().is("d" + symbol))) {
            m_read.looks = hasTwo ? Looks::gradients : Looks::values;
            ++m_at;
            return candidate;
        }
    }
    // Two cells have a candidate: the one at hand is meant.
    std::vector<Part> order = describe(m_cell).recorded;
    order.insert(order.end(), phrases::everyPart.begin(), phrases::everyPart.end());
    for (const Part candidate : order) {
        const std::string_view label = describe(candidate).label;
        const std::size_t space = std::min(label.find(' '), label.size());
        const std::array<phrases::Phrase<Part>, 1> name{
            {{label.substr(0, space), label.substr(std::min(space + 1, label.size())), candidate}}};
        if (const auto found = acceptPhrase(name))
            return found;
    }
    return acceptPhrase(phrases::parts);
}

/// "[3]", "of unit 3", "unit 3".
void BreakpointReader::readUnit()
{
    m_read.reduction = Reduction::unit;
    if (accept("[")) {
        m_read.unit = index();
        expect(accept("]"), sentence("“]” after the unit"));
        return;
    }
    while (accept("of") || accept("in") || accept("at")) { }
    expect(accept("unit") || accept("feature"),
           sentence("a unit, as in z[3] or z of unit 3; for all units say max z, min z or mean z"));
    m_read.unit = index();
}

} // namespace

Result<Breakpoint> parseBreakpoint(std::string_view text, CellKind cell)
{
    auto words = breakpointWords(text);
    if (!words)
        return words.error();
    return BreakpointReader(std::move(*words), cell).read();
}

} // namespace gatescope
