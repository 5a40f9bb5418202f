// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/next_token.h"

#include "core/base/marked.h"
#include "core/base/random.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace gatescope {

TokenWindows scatteredWindows(int count, int length, int sequences, std::uint64_t seed, int update)
{
    assert(count > length);
    Random random(batchSeed(seed, update));
    TokenWindows result;
    for (int n = 0; n < sequences; ++n)
        result.windows.push_back({random.below(count - length), length});
    return result;
}

TokenWindows streamWindows(int count, int length, int sequences, std::uint64_t seed, int update)
{
    assert(count > length && update >= 1);
    const int perStream = count / sequences;
    if (perStream < 2 * length + 1) // too short for two windows: nothing to go on from
        return scatteredWindows(count, length, sequences, seed, update);
    const int updatesPerPass = std::max(1, (perStream - 1) / length);
    const int pass = (update - 1) / updatesPerPass;
    const int place = (update - 1) % updatesPerPass;
    const int spare = std::max(0, perStream - 1 - updatesPerPass * length);
    const int shift = Random(batchSeed(seed, pass)).below(spare + 1);
    TokenWindows result{.windows = {}, .continues = place > 0};
    for (int n = 0; n < sequences; ++n)
        result.windows.push_back({std::min(n * perStream + shift + place * length, count - 1 - length), length});
    return result;
}

std::vector<TokenWindow> allWindows(int count, int length)
{
    std::vector<TokenWindow> windows;
    for (int first = 0; first + 1 < count; first += length)
        windows.push_back({first, std::min(length, count - 1 - first)});
    return windows;
}

ReadAndAsked readAndAsked(const std::vector<int> &tokens, const std::vector<TokenWindow> &windows)
{
    ReadAndAsked result;
    for (const auto &[first, length] : windows) {
        const auto begin = tokens.begin() + first;
        result.read.emplace_back(begin, begin + length);
        result.asked.emplace_back(begin + 1, begin + 1 + length);
    }
    return result;
}

std::vector<Baseline> tokenBaselines(const Bigrams &bigrams, const ReadAndAsked &measured)
{
    double unigram = 0;
    double bigram = 0;
    double count = 0;
    for (std::size_t n = 0; n < measured.read.size(); ++n) {
        for (std::size_t t = 0; t < measured.read[n].size(); ++t) {
            unigram -= std::log(bigrams.probability(measured.asked[n][t]));
            bigram -= std::log(bigrams.probability(measured.read[n][t], measured.asked[n][t]));
            ++count;
        }
    }
    return {{marked("unigram"), unigram / count, 0}, {marked("bigram"), bigram / count, 0}};
}

} // namespace gatescope
