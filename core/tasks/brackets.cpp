// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/judged_by_accuracy.h"
#include "core/tasks/objectives.h"
#include "core/tasks/symbol_batch.h"
#include "core/tasks/task_rows.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr int opening = 0; ///< "(" or a
constexpr int closing = 1; ///< ")" or b
constexpr int symbolsRead = 2;

/// Which of opening, closing and the end may come next.
using MayFollow = std::array<bool, 3>;

/// A word of a language, and after each of its symbols what the language allows next.
struct Word {
    std::vector<int> symbols;
    std::vector<MayFollow> next;
};

/// A word with brackets in pairs (Dyck-1), of an even number of symbols from half the most to the most. Where both
/// brackets are possible it opens with probability 0.4, so that the depth comes back to 0 now and then.
Word balancedWord(int mostSymbols, Random &random)
{
    const int mostPairs = mostSymbols / 2;
    const int fewestPairs = (mostPairs + 1) / 2;
    const int length = 2 * (fewestPairs + random.below(mostPairs - fewestPairs + 1));
    Word word;
    for (int depth = 0; static_cast<int>(word.symbols.size()) < length;) {
        const int left = length - static_cast<int>(word.symbols.size());
        const bool opens = depth == 0 || (depth < left && random.uniform() < 0.4);
        word.symbols.push_back(opens ? opening : closing);
        depth += opens ? 1 : -1;
        word.next.push_back({true, depth > 0, depth == 0});
    }
    return word;
}

/// aⁿbⁿ with n uniform in 1 … most/2: after the first b everything that follows is known.
Word countedWord(int mostSymbols, Random &random)
{
    const int n = 1 + random.below(mostSymbols / 2);
    Word word;
    for (int a = 0; a < n; ++a) {
        word.symbols.push_back(opening);
        word.next.push_back({true, true, false});
    }
    for (int b = 1; b <= n; ++b) {
        word.symbols.push_back(closing);
        word.next.push_back({false, b < n, b == n});
    }
    return word;
}

using WordOf = Word (*)(int mostSymbols, Random &random);

/// Words drawn at random. After each symbol the network says of each symbol and of the end whether it may come next.
class NextInLanguage : public JudgedByAccuracy
{
public:
    NextInLanguage(WordOf wordOf, std::vector<std::string> symbols, int mostSymbols)
        : JudgedByAccuracy(99), m_wordOf(wordOf), m_symbols(std::move(symbols)), m_mostSymbols(mostSymbols)
    {
    }

    TaskShape shape() const override { return {.inputSize = symbolsRead, .outputs = 3, .forecasts = true}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<Baseline> baselines() const override;
    std::string solvedRule() const override { return marked("accuracy above 0.99"); }
    ScoreMeaning scoreMeaning() const override { return {marked("share of steps with all three right"), false}; }
    std::vector<std::string> symbols() const override { return m_symbols; }
    std::vector<std::string> inputSymbols() const override { return {m_symbols[opening], m_symbols[closing]}; }

private:
    WordOf m_wordOf;
    std::vector<std::string> m_symbols;
    int m_mostSymbols;
};

TrainingBatch NextInLanguage::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    std::vector<Word> words;
    SymbolRows rows;
    for (int n = 0; n < sequences; ++n) {
        words.push_back(m_wordOf(m_mostSymbols, random));
        rows.push_back(words.back().symbols);
    }
    Batch batch = oneHotBatch(rows, symbolsRead);
    TimeArray values(batch.steps(), sequences, 3);
    for (int n = 0; n < sequences; ++n)
        for (int t = 0; t < batch.lengths[n]; ++t)
            for (int symbol = 0; symbol < 3; ++symbol)
                values.set(t, n, symbol, words[n].next[t][symbol]);
    return {std::move(batch), binaryAtEveryStep(std::move(values))};
}

/// What can be said by who saw the last symbol alone, counted over many words: v = P(may follow | last symbol).
std::vector<Baseline> NextInLanguage::baselines() const
{
    constexpr int wordsCounted = 20000;
    Random random(1);
    std::array<double, symbolsRead> seen{};
    std::array<std::array<double, 8>, symbolsRead> seenWith{}; // [last symbol][which three may follow, as bits]
    for (int i = 0; i < wordsCounted; ++i) {
        const Word word = m_wordOf(m_mostSymbols, random);
        for (std::size_t t = 0; t < word.symbols.size(); ++t) {
            const auto &[open, close, end] = word.next[t];
            seen[word.symbols[t]] += 1;
            seenWith[word.symbols[t]][4 * open + 2 * close + end] += 1;
        }
    }
    Baseline last{.name = marked("the last symbol alone")};
    const double steps = seen[opening] + seen[closing];
    for (int symbol = 0; symbol < symbolsRead; ++symbol) {
        last.score += std::ranges::max(seenWith[symbol]) / steps;
        for (const int bit : {1, 2, 4}) {
            double v = 0;
            for (int three = 0; three < 8; ++three)
                v += (three & bit) != 0 ? seenWith[symbol][three] / seen[symbol] : 0;
            const double entropy = v > 0 && v < 1 ? -v * std::log(v) - (1 - v) * std::log(1 - v) : 0;
            last.loss += seen[symbol] / steps * entropy / 3;
        }
    }
    return {last};
}

} // namespace

TaskDescription bracketsTask()
{
    return {.name = "brackets",
            .title = marked("Brackets"),
            .description
            = marked("Words of opening and closing brackets in pairs. After each one the network says what may come "
                     "next: closing only while one is open, the end only when none is. It has to count."),
            .usualLength = 20,
            .lengthMeans = marked("brackets at most"),
            .fewest = 2,
            .most = 2000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<NextInLanguage>(
                    balancedWord, std::vector<std::string>{"(", ")", "end"}, options.length));
            }};
}

TaskDescription anbnTask()
{
    return {.name = "anbn",
            .title = marked("As many b as a"),
            .description = marked(
                "Words of some a and then as many b. After each letter the network says what may come next; while "
                "it reads b it has to count down, and a longer word than it trained on shows how far it can count."),
            .usualLength = 16,
            .lengthMeans = marked("letters at most"),
            .fewest = 2,
            .most = 2000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<NextInLanguage>(
                    countedWord, std::vector<std::string>{"a", "b", "end"}, options.length));
            }};
}

} // namespace gatescope
