// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/tasks/judged_by_accuracy.h"
#include "core/tasks/objectives.h"
#include "core/tasks/symbol_batch.h"
#include "core/tasks/task_rows.h"

#include <string_view>

namespace gatescope {

namespace {

constexpr std::string_view vowels = "aeiou";
constexpr std::string_view consonants = "bcdfghjklmnpqrstvwxyz";
constexpr int letters = static_cast<int>(vowels.size() + consonants.size());

bool isVowel(int letter)
{
    return vowels.find(static_cast<char>('a' + letter)) != std::string_view::npos;
}

/// Letters are independent and each is a vowel with probability ½, so one neighbour says nothing of the other.
/// The class of a letter is 2·[the one before is a vowel] + [the next is one]; beyond the ends there is none.
class VowelNextDoor : public JudgedByAccuracy
{
public:
    explicit VowelNextDoor(int length) : m_length(length) { }

    TaskShape shape() const override { return {.inputSize = letters, .outputs = 4}; }
    TrainingBatch batch(int sequences, std::uint64_t seed, int update) const override;
    std::vector<Baseline> baselines() const override;
    std::vector<std::string> symbols() const override { return {"neither", "right", "left", "both"}; }
    std::vector<std::string> inputSymbols() const override;

private:
    int m_length;
};

TrainingBatch VowelNextDoor::batch(int sequences, std::uint64_t seed, int update) const
{
    Random random(batchSeed(seed, update));
    SymbolRows rows(sequences);
    SymbolRows classes(sequences);
    for (int n = 0; n < sequences; ++n) {
        for (int t = 0; t < m_length; ++t) {
            const std::string_view kind = random.below(2) == 0 ? vowels : consonants;
            rows[n].push_back(kind[random.below(static_cast<int>(kind.size()))] - 'a');
        }
        for (int t = 0; t < m_length; ++t) {
            const bool left = t > 0 && isVowel(rows[n][t - 1]);
            const bool right = t + 1 < m_length && isVowel(rows[n][t + 1]);
            classes[n].push_back(2 * left + right);
        }
    }
    return {oneHotBatch(rows, letters), classesAtEveryStep(std::move(classes))};
}

std::vector<Baseline> VowelNextDoor::baselines() const
{
    const double T = m_length;
    // Without memory T − 1 left and T − 1 right neighbours are guessed; at the two ends only one has to be.
    // One direction knows one neighbour everywhere, and guesses the other at T − 1 steps.
    return {{marked("no neighbour"), 2 * (T - 1) / T * std::log(2), (T + 2) / (4 * T)},
            {marked("one direction"), (T - 1) / T * std::log(2), (T + 1) / (2 * T)}};
}

std::vector<std::string> VowelNextDoor::inputSymbols() const
{
    std::vector<std::string> alphabet;
    for (char letter = 'a'; letter <= 'z'; ++letter)
        alphabet.emplace_back(1, letter);
    return alphabet;
}

} // namespace

TaskDescription vowelNextDoorTask()
{
    return {.name = "vowel-next-door",
            .title = marked("Vowel next door"),
            .description
            = marked("For each letter the network says whether the one before and the one after are vowels. A "
                     "network that reads in one direction has to guess one of them: it stays near one half."),
            .usualLength = 12,
            .lengthMeans = marked("letters"),
            .fewest = 2,
            .most = 5000,
            .make = [](const TaskOptions &options) -> Result<std::unique_ptr<Task>> {
                return std::unique_ptr<Task>(std::make_unique<VowelNextDoor>(options.length));
            }};
}

} // namespace gatescope
