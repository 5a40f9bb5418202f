// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/tasks/next_token.h"
#include "core/tasks/objectives.h"
#include "core/tasks/plain_text.h"
#include "core/tasks/task_rows.h"

#include <algorithm>
#include <numbers>

namespace gatescope {

namespace {

constexpr std::size_t mostLetters = 120; ///< of the alphabet; where there are more, the rarest share one
constexpr int fewestWindows = 4;         ///< that a text must be long enough for
constexpr int heldOutSequences = 32;     ///< side by side
constexpr int mostHeldOut = 50'000;      ///< letters that are measured on again and again; a book has ten times as many

/// Next letter of a text. Its last tenth is held out; of a long one, the beginning of that is measured on.
class TextTask : public Task
{
public:
    TextTask(Vocabulary letters, int length, bool carryState);

    TaskShape shape() const override
    {
        const int letters = static_cast<int>(m_alphabet.size());
        return {.inputSize = letters, .outputs = letters, .forecasts = true};
    }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<TrainingBatch> heldOut() const override;
    std::vector<Baseline> baselines() const override { return m_baselines; }
    ScoreMeaning scoreMeaning() const override { return {marked("bits per character"), true}; }
    double score(double loss, double) const override { return loss / std::numbers::ln2; }
    bool isSolved(double loss, double) const override { return loss < m_baselines.back().loss; }
    std::string solvedRule() const override { return marked("bits per character below the bigram baseline"); }
    std::vector<std::string> symbols() const override { return m_alphabet; }

private:
    TrainingBatch batchOf(const std::vector<int> &text, const std::vector<TokenWindow> &windows, bool continues) const;

    std::vector<std::string> m_alphabet;
    std::vector<int> m_training, m_heldOut;
    int m_length;
    bool m_carryState;
    std::vector<Baseline> m_baselines;
};

TextTask::TextTask(Vocabulary letters, int length, bool carryState)
    : m_alphabet(std::move(letters.names)), m_length(length), m_carryState(carryState)
{
    const auto split = letters.numbers.end() - static_cast<std::ptrdiff_t>(letters.numbers.size() / 10);
    m_training.assign(letters.numbers.begin(), split);
    m_heldOut.assign(split, split + std::min<std::ptrdiff_t>(mostHeldOut, letters.numbers.end() - split));
    const auto windows = allWindows(static_cast<int>(m_heldOut.size()), m_length);
    m_baselines
        = tokenBaselines(Bigrams(m_training, static_cast<int>(m_alphabet.size())), readAndAsked(m_heldOut, windows));
    for (Baseline &baseline : m_baselines)
        baseline.score = score(baseline.loss, 0);
}

TrainingBatch TextTask::batchOf(const std::vector<int> &text, const std::vector<TokenWindow> &windows,
                                bool continues) const
{
    ReadAndAsked both = readAndAsked(text, windows);
    return {oneHotBatch(both.read, static_cast<int>(m_alphabet.size())), classesAtEveryStep(std::move(both.asked)),
            continues};
}

TrainingBatch TextTask::batch(int sequences, std::uint64_t seed, int update) const
{
    const auto choose = m_carryState ? streamWindows : scatteredWindows;
    const TokenWindows chosen = choose(static_cast<int>(m_training.size()), m_length, sequences, seed, update);
    return batchOf(m_training, chosen.windows, chosen.continues);
}

std::vector<TrainingBatch> TextTask::heldOut() const
{
    const std::vector<TokenWindow> windows = allWindows(static_cast<int>(m_heldOut.size()), m_length);
    const std::size_t together = m_carryState ? 1 : heldOutSequences;
    std::vector<TrainingBatch> batches;
    for (std::size_t first = 0; first < windows.size(); first += together) {
        const std::size_t end = std::min(first + together, windows.size());
        batches.push_back(
            batchOf(m_heldOut, {windows.begin() + first, windows.begin() + end}, m_carryState && first > 0));
    }
    return batches;
}

Result<std::unique_ptr<Task>> makeText(const TaskOptions &options)
{
    const std::string path = options.file.empty() ? options.resources + "/texts/alice.txt" : options.file;
    const Result<std::string> text = readPlainText(path);
    if (!text)
        return text.error();
    Vocabulary letters = numbered(lettersOf(*text), mostLetters, "�");
    if (letters.names.size() == 1)
        return error("%1 holds no other character than \"%2\": there is no next one to guess.",
                     {printable(path), printable(letters.names[0])});
    const std::size_t fewest = 20 + fewestWindows * (static_cast<std::size_t>(options.length) + 1);
    if (letters.numbers.size() < fewest)
        return error("%1 has %2 characters; windows of %3 need a text of at least %4.",
                     {printable(path), std::to_string(letters.numbers.size()), std::to_string(options.length),
                      std::to_string(fewest)});
    return std::unique_ptr<Task>(std::make_unique<TextTask>(std::move(letters), options.length, options.carryState));
}

} // namespace

TaskDescription textTask()
{
    return {.name = "text",
            .title = marked("Next letter"),
            .description = marked(
                "The network reads a text letter by letter and says which comes next. It comes with two chapters of "
                "Alice's Adventures in Wonderland; any text of one's own will do. The last tenth is held out."),
            .usualLength = 50,
            .lengthMeans = marked("letters"),
            .fewest = 2,
            .most = 2000,
            .make = makeText};
}

} // namespace gatescope
