// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/next_token.h"
#include "core/tasks/objectives.h"
#include "core/tasks/plain_text.h"
#include "core/tasks/task_rows.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::size_t mostWords = 2000;  ///< where there are more, the rarest share one
constexpr std::size_t fewestTokens = 50; ///< that a text must have
constexpr int embeddingWidth = 16;
constexpr int heldOutTogether = 32; ///< side by side

/// Words and the stops between them as rows of an embedding: row 0 is padding, word number k is row k + 1.
struct Corpus {
    std::vector<std::string> rows;
    std::vector<int> training, heldOut; ///< both begin and end with a stop
    int stop = 0;                       ///< its row
};

/// Holds out the last tenth, from the next stop on.
Corpus corpusOf(std::vector<std::string> words)
{
    words.insert(words.begin(), ".");
    Vocabulary vocabulary = numbered(words, mostWords, "<rare>");
    Corpus corpus;
    corpus.rows = std::move(vocabulary.names);
    corpus.rows.insert(corpus.rows.begin(), "·");
    for (int &number : vocabulary.numbers)
        ++number;
    const std::vector<int> &tokens = vocabulary.numbers;
    corpus.stop = tokens.front();
    // Where no stop lies in the last tenth, the text is cut in a sentence.
    auto split
        = std::find(tokens.end() - static_cast<std::ptrdiff_t>(tokens.size() / 10) - 1, tokens.end() - 1, corpus.stop);
    if (tokens.end() - split < 3)
        split = tokens.end() - static_cast<std::ptrdiff_t>(tokens.size() / 10) - 1;
    corpus.training.assign(tokens.begin(), split + 1);
    corpus.heldOut.assign(split, tokens.end());
    return corpus;
}

/// One window for each sentence, from the stop before it to its last word; what is longer is cut.
std::vector<TokenWindow> sentencesOf(const std::vector<int> &tokens, int stop, int most)
{
    std::vector<TokenWindow> sentences;
    for (int i = 0; i + 1 < static_cast<int>(tokens.size()); ++i) {
        if (tokens[i] == stop || i == 0)
            sentences.push_back({i, 0});
        sentences.back().length = std::min(sentences.back().length + 1, most);
    }
    return sentences;
}

/// Next word. A sequence is a sentence that begins with the stop before it; with a carried state it is a window of
/// the whole text. Classes of the head are rows of the embedding.
class WordsTask : public Task
{
public:
    WordsTask(Corpus corpus, int length, bool carryState);

    TaskShape shape() const override
    {
        const int rows = static_cast<int>(m_corpus.rows.size());
        return {
            .inputSize = embeddingWidth, .embeddingRows = rows, .paddingRow = 0, .outputs = rows, .forecasts = true};
    }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<TrainingBatch> heldOut() const override;
    std::vector<Baseline> baselines() const override { return m_baselines; }
    ScoreMeaning scoreMeaning() const override { return {marked("perplexity"), true}; }
    double score(double loss, double) const override { return std::exp(std::min(loss, 700.0)); }
    bool isSolved(double loss, double) const override { return loss < m_baselines.back().loss; }
    std::string solvedRule() const override { return marked("perplexity below the bigram baseline"); }
    std::vector<std::string> symbols() const override { return m_corpus.rows; }

private:
    static TrainingBatch batchOf(const std::vector<int> &tokens, const std::vector<TokenWindow> &windows,
                                 bool continues);
    std::vector<TokenWindow> heldOutWindows() const;

    Corpus m_corpus;
    std::vector<TokenWindow> m_sentences; ///< of the training part
    int m_length;
    bool m_carryState;
    std::vector<Baseline> m_baselines;
};

WordsTask::WordsTask(Corpus corpus, int length, bool carryState)
    : m_corpus(std::move(corpus)), m_sentences(sentencesOf(m_corpus.training, m_corpus.stop, length)), m_length(length),
      m_carryState(carryState)
{
    const Bigrams bigrams(m_corpus.training, static_cast<int>(m_corpus.rows.size()));
    m_baselines = tokenBaselines(bigrams, readAndAsked(m_corpus.heldOut, heldOutWindows()));
    for (Baseline &baseline : m_baselines)
        baseline.score = score(baseline.loss, 0);
}

TrainingBatch WordsTask::batchOf(const std::vector<int> &tokens, const std::vector<TokenWindow> &windows,
                                 bool continues)
{
    ReadAndAsked both = readAndAsked(tokens, windows);
    return {embeddingBatch(std::move(both.read), embeddingWidth), classesAtEveryStep(std::move(both.asked)), continues};
}

TrainingBatch WordsTask::batch(int sequences, std::uint64_t seed, int update) const
{
    if (m_carryState) {
        const auto count = static_cast<int>(m_corpus.training.size());
        const TokenWindows chosen = streamWindows(count, std::min(m_length, count - 1), sequences, seed, update);
        return batchOf(m_corpus.training, chosen.windows, chosen.continues);
    }
    Random random(batchSeed(seed, update));
    std::vector<TokenWindow> chosen;
    for (int n = 0; n < sequences; ++n)
        chosen.push_back(m_sentences[random.below(static_cast<int>(m_sentences.size()))]);
    return batchOf(m_corpus.training, chosen, false);
}

std::vector<TokenWindow> WordsTask::heldOutWindows() const
{
    return m_carryState ? allWindows(static_cast<int>(m_corpus.heldOut.size()), m_length)
                        : sentencesOf(m_corpus.heldOut, m_corpus.stop, m_length);
}

std::vector<TrainingBatch> WordsTask::heldOut() const
{
    const std::vector<TokenWindow> windows = heldOutWindows();
    const std::size_t together = m_carryState ? 1 : heldOutTogether;
    std::vector<TrainingBatch> batches;
    for (std::size_t first = 0; first < windows.size(); first += together) {
        const std::size_t end = std::min(first + together, windows.size());
        batches.push_back(
            batchOf(m_corpus.heldOut, {windows.begin() + first, windows.begin() + end}, m_carryState && first > 0));
    }
    return batches;
}

Result<std::unique_ptr<Task>> makeWords(const TaskOptions &options)
{
    const std::string path = options.file.empty() ? options.resources + "/texts/sentences.txt" : options.file;
    const Result<std::string> text = readPlainText(path);
    if (!text)
        return text.error();
    std::vector<std::string> words = wordsOf(*text);
    if (words.size() < fewestTokens)
        return error("%1 has %2 words and stops; the task needs a text of at least %3.",
                     {printable(path), std::to_string(words.size()), std::to_string(fewestTokens)});
    return std::unique_ptr<Task>(
        std::make_unique<WordsTask>(corpusOf(std::move(words)), options.length, options.carryState));
}

} // namespace

TaskDescription wordsTask()
{
    return {.name = "words",
            .title = marked("Next word"),
            .description
            = marked("The network reads simple sentences word by word and says which comes next. Verbs agree with "
                     "nouns that stand far before them, which pairs of words cannot know. The last tenth is held out."),
            .usualLength = 16,
            .lengthMeans = marked("words at most"),
            .fewest = 2,
            .most = 500,
            .make = makeWords};
}

} // namespace gatescope
