// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/next_token.h"
#include "core/tasks/objectives.h"
#include "core/tasks/task_rows.h"

#include <cmath>
#include <numbers>

namespace gatescope {

namespace {

constexpr std::string_view sumLetters = "0123456789+=;";
constexpr int sumsInASequence = 4;      ///< of the longest kind; shorter ones leave room for more
constexpr int measuredSequences = 4096; ///< that tell how well one can guess at all
constexpr double nearlyAll = 0.03;      ///< bits per character above what chance leaves

int numberOf(char letter)
{
    return int(sumLetters.find(letter));
}

/// How many of the numbers 0 … 10^digits − 1 are written with these digits at their front.
double numbersThatBeginWith(std::string_view front, int digits)
{
    if (front == "0")
        return 1;
    double count = 0;
    for (int more = 0; int(front.size()) + more <= digits; ++more)
        count += std::pow(10.0, more);
    return count;
}

/// Sums written one after the other, "32+7=39;", from a seed, read letter by letter: the answers are certain for
/// whoever adds, the numbers before them are drawn.
class SumsTask : public Task
{
public:
    explicit SumsTask(int digits);

    TaskShape shape() const override
    {
        return {.inputSize = int(sumLetters.size()), .outputs = int(sumLetters.size()), .forecasts = true};
    }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<Baseline> baselines() const override { return m_baselines; }
    ScoreMeaning scoreMeaning() const override { return {marked("bits per character"), true}; }
    double score(double loss, double) const override { return loss / std::numbers::ln2; }
    bool isSolved(double loss, double) const override { return score(loss, 0) < m_chance + nearlyAll; }
    std::string solvedRule() const override
    {
        return marked("bits per character less than 0.03 above those of one who adds without a mistake");
    }
    std::vector<std::string> symbols() const override;

private:
    ReadAndAsked drawn(int sequences, std::uint64_t seed) const;
    double chanceOf(const ReadAndAsked &measured) const;

    int m_digits;
    int m_steps;     ///< of a sequence
    double m_chance; ///< bits per character that are left to one who adds without a mistake
    std::vector<Baseline> m_baselines;
};

SumsTask::SumsTask(int digits) : m_digits(digits), m_steps(sumsInASequence * (3 * digits + 4))
{
    const ReadAndAsked measured = drawn(measuredSequences, 1);
    std::vector<int> text;
    for (const std::vector<int> &row : drawn(measuredSequences, 2).asked)
        text.insert(text.end(), row.begin(), row.end());
    m_chance = chanceOf(measured);
    m_baselines = tokenBaselines(Bigrams(text, int(sumLetters.size())), measured);
    for (Baseline &baseline : m_baselines)
        baseline.score = score(baseline.loss, 0);
}

/// Each begins with the ";" before its first sum and is cut in the midst of its last one.
ReadAndAsked SumsTask::drawn(int sequences, std::uint64_t seed) const
{
    Random random(seed);
    const int numbers = int(std::pow(10, m_digits) + 0.5);
    ReadAndAsked both;
    for (int n = 0; n < sequences; ++n) {
        std::string text = ";";
        while (int(text.size()) <= m_steps) {
            const int first = random.below(numbers), second = random.below(numbers);
            text += std::to_string(first) + '+' + std::to_string(second) + '=' + std::to_string(first + second) + ';';
        }
        std::vector<int> row;
        for (const char letter : text)
            row.push_back(numberOf(letter));
        both.read.emplace_back(row.begin(), row.begin() + m_steps);
        both.asked.emplace_back(row.begin() + 1, row.begin() + 1 + m_steps);
    }
    return both;
}

/// A digit of a summand is as likely as the numbers that go on with it; everything behind a "=" is certain.
double SumsTask::chanceOf(const ReadAndAsked &measured) const
{
    double bits = 0, count = 0;
    for (const std::vector<int> &row : measured.asked) {
        std::string front;
        bool isAnswer = false;
        for (const int asked : row) {
            const char letter = sumLetters[std::size_t(asked)];
            ++count;
            if (!isAnswer) {
                const double before = front.empty() ? std::pow(10.0, m_digits) : numbersThatBeginWith(front, m_digits);
                const bool isDigit = letter >= '0' && letter <= '9';
                bits += std::log2(before / (isDigit ? numbersThatBeginWith(front + letter, m_digits) : 1));
                front = isDigit ? front + letter : std::string();
            }
            isAnswer = letter == '=' || (isAnswer && letter != ';');
        }
    }
    return bits / count;
}

TrainingBatch SumsTask::batch(int sequences, std::uint64_t seed, int update) const
{
    ReadAndAsked both = drawn(sequences, batchSeed(seed, update));
    return {oneHotBatch(both.read, int(sumLetters.size())), classesAtEveryStep(std::move(both.asked))};
}

std::vector<std::string> SumsTask::symbols() const
{
    std::vector<std::string> names;
    for (const char letter : sumLetters)
        names.emplace_back(1, letter);
    return names;
}

} // namespace

TaskDescription sumsTask()
{
    return {.name = "sums",
            .title = marked("Sums written out"),
            .description
            = marked("The network reads sums letter by letter, \"32+7=39;\", and says which letter comes next. The "
                     "numbers are drawn, so that they cannot be foreseen; what follows the \"=\" can, by one who "
                     "remembers both and carries. More digits ask for many more units and updates."),
            .usualLength = 1,
            .lengthMeans = marked("digits"),
            .fewest = 1,
            .most = 6,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<SumsTask>(options.length));
            }};
}

} // namespace gatescope
