// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/io/csv_records.h"
#include "core/tasks/bag_of_words.h"
#include "core/tasks/judged_by_accuracy.h"
#include "core/tasks/objectives.h"
#include "core/tasks/plain_text.h"
#include "core/tasks/symbol_batch.h"
#include "core/tasks/task_rows.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t mostReviewWords = 5000;
constexpr std::size_t mostWordsInSentence = 200;
constexpr std::size_t fewestSentences = 20, mostSentences = 3000;
constexpr int reviewWidth = 16;

/// A row of the file.
struct Review {
    std::vector<std::string> words;
    int label = 0;       ///< 0: negative, 1: positive
    std::string pattern; ///< sentences of one template are all learned from, or all held out
};

/// A record of sentence, label and, if there is one, template.
Result<Review> reviewOf(const CsvRecord &record)
{
    const std::string line = std::to_string(record.line);
    if (record.cells.size() < 2 || record.cells.size() > 3)
        return error("Line %1 has %2 cells, expected a sentence, \"positive\" or \"negative\", and maybe a template.",
                     {line, std::to_string(record.cells.size())});
    const std::string &label = record.cells[1];
    if (label != "positive" && label != "negative")
        return error("Line %1, column 2: expected positive or negative, got \"%2\".", {line, printable(label)});
    Review review{wordsOf(record.cells[0]), label == "positive" ? 1 : 0,
                  record.cells.size() == 3 ? record.cells[2] : line};
    std::erase(review.words, ".");
    if (review.words.empty() || review.words.size() > mostWordsInSentence)
        return error("Line %1, column 1: the sentence has %2 words, expected 1 to %3.",
                     {line, std::to_string(review.words.size()), std::to_string(mostWordsInSentence)});
    return review;
}

/// The first record names the columns.
Result<std::vector<Review>> reviewsOf(std::string_view text)
{
    CsvRecords records(text, ',');
    CsvRecord record;
    std::vector<Review> reviews;
    for (bool names = true; !records.atEnd(); names = false) {
        if (const auto read = records.read(record); !read)
            return read.error();
        if (names || record.empty())
            continue;
        if (reviews.size() == mostSentences)
            return error("There are more than %1 sentences, the most that are taken: leave some out.",
                         {std::to_string(mostSentences)});
        Result<Review> review = reviewOf(record);
        if (!review)
            return review.error();
        reviews.push_back(std::move(*review));
    }
    if (reviews.size() < fewestSentences)
        return error("There are %1 sentences below the line of names, expected at least %2.",
                     {std::to_string(reviews.size()), std::to_string(fewestSentences)});
    return reviews;
}

/// Sentences as rows of the embedding: row 0 is padding, word number k is row k + 1.
struct Sentences {
    std::vector<std::string> rows;
    LabelledSentences training, heldOut;
};

/// Holds out the last fifth of the templates, in the order in which they first stand in the file.
Sentences sentencesOf(const std::vector<Review> &reviews)
{
    std::vector<std::string> words, templates;
    for (const Review &review : reviews) {
        words.insert(words.end(), review.words.begin(), review.words.end());
        if (std::ranges::find(templates, review.pattern) == templates.end())
            templates.push_back(review.pattern);
    }
    const Vocabulary vocabulary = numbered(words, mostReviewWords, "<rare>");
    const std::ptrdiff_t heldOutTemplates = std::max<std::ptrdiff_t>(1, std::ssize(templates) / 5);
    Sentences sentences;
    sentences.rows = vocabulary.names;
    sentences.rows.insert(sentences.rows.begin(), "·");
    auto number = vocabulary.numbers.begin();
    for (const Review &review : reviews) {
        const bool held
            = std::find(templates.end() - heldOutTemplates, templates.end(), review.pattern) != templates.end();
        LabelledSentences &part = held ? sentences.heldOut : sentences.training;
        std::vector<int> &sentence = part.words.emplace_back();
        for (std::size_t i = 0; i < review.words.size(); ++i)
            sentence.push_back(1 + *number++);
        part.labels.push_back(review.label);
    }
    return sentences;
}

class Sentiment : public JudgedByAccuracy
{
public:
    explicit Sentiment(Sentences sentences) : m_sentences(std::move(sentences)) { }

    TaskShape shape() const override
    {
        const int rows = static_cast<int>(m_sentences.rows.size());
        return {.inputSize = reviewWidth, .embeddingRows = rows, .paddingRow = 0, .outputs = 2};
    }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<TrainingBatch> heldOut() const override { return {batchOf(m_sentences.heldOut)}; }
    std::vector<Baseline> baselines() const override;
    std::vector<std::string> symbols() const override { return {"negative", "positive"}; }
    std::vector<std::string> inputSymbols() const override { return m_sentences.rows; }

private:
    static TrainingBatch batchOf(LabelledSentences sentences)
    {
        Batch batch = embeddingBatch(std::move(sentences.words), reviewWidth);
        Objective objective = classesAtTheEnd(batch, sentences.labels);
        return {std::move(batch), std::move(objective)};
    }

    Sentences m_sentences;
};

TrainingBatch Sentiment::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    const LabelledSentences &training = m_sentences.training;
    LabelledSentences chosen;
    for (int n = 0; n < sequences; ++n) {
        const int i = random.below(static_cast<int>(training.words.size()));
        chosen.words.push_back(training.words[i]);
        chosen.labels.push_back(training.labels[i]);
    }
    return batchOf(std::move(chosen));
}

/// Both fitted on the training part and measured on the one held out.
std::vector<Baseline> Sentiment::baselines() const
{
    const auto positives = [](const LabelledSentences &sentences) { // with one of either kind added
        return (1.0 + static_cast<double>(std::ranges::count(sentences.labels, 1)))
            / (2.0 + static_cast<double>(sentences.labels.size()));
    };
    const double p = positives(m_sentences.training);
    Baseline majority{.name = marked("the more frequent class")};
    for (const int label : m_sentences.heldOut.labels) {
        const double share = 1.0 / static_cast<double>(m_sentences.heldOut.labels.size());
        majority.loss -= share * std::log(label == 1 ? p : 1 - p);
        majority.score += label == (p > 0.5 ? 1 : 0) ? share : 0;
    }
    return {majority, bagOfWords(m_sentences.training, m_sentences.heldOut, static_cast<int>(m_sentences.rows.size()))};
}

Result<std::unique_ptr<Task>> makeSentiment(const TaskOptions &options)
{
    const std::string path = options.file.empty() ? options.resources + "/texts/sentiment.csv" : options.file;
    const Result<std::string> text = readPlainText(path);
    if (!text)
        return text.error();
    const Result<std::vector<Review>> reviews = reviewsOf(*text);
    if (!reviews)
        return inPlace(printable(path), reviews.error());
    Sentences sentences = sentencesOf(*reviews);
    if (sentences.training.words.empty())
        return error("%1: all sentences are of one template, so none is left to learn from.", {printable(path)});
    return std::unique_ptr<Task>(std::make_unique<Sentiment>(std::move(sentences)));
}

} // namespace

TaskDescription sentimentTask()
{
    return {.name = "sentiment",
            .title = marked("Sentiment"),
            .description = marked(
                "Is a sentence positive? \"Not good but fun\" and \"good but not fun\" have the same words, so their "
                "order decides. Whole templates of sentences are held out."),
            .usualLength = 1,
            .lengthMeans = marked("sentence"),
            .fewest = 1,
            .most = 1,
            .make = makeSentiment};
}

} // namespace gatescope
