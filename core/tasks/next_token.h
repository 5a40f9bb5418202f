// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/bigrams.h"
#include "core/tasks/symbol_batch.h"
#include "core/tasks/task.h"

namespace gatescope {

/// A part of a list of tokens that is read: tokens first … first+length−1. At each the next one is asked.
struct TokenWindow {
    int first = 0;
    int length = 0;
};

/// The windows of one update.
struct TokenWindows {
    std::vector<TokenWindow> windows;
    bool continues = false; ///< each goes on where the same one of the update before ended
};

/// Windows from anywhere in `count` tokens.
TokenWindows scatteredWindows(int count, int length, int sequences, std::uint64_t seed, int update);

/// The tokens as so many streams side by side, read on from update to update; when they are through, they begin again
/// a few tokens further on. The seed chooses where. Where there are too
/// few tokens for streams of two windows, these come from anywhere and go on from nothing.
TokenWindows streamWindows(int count, int length, int sequences, std::uint64_t seed, int update);

/// All of `count` tokens one window after the other, the last one maybe shorter.
std::vector<TokenWindow> allWindows(int count, int length);

/// What is read, and what is asked at each step: [sequence][step].
struct ReadAndAsked {
    SymbolRows read, asked;
};
ReadAndAsked readAndAsked(const std::vector<int> &tokens, const std::vector<TokenWindow> &windows);

/// The mean loss of "unigram" and "bigram" on what these windows ask. Scores are left at 0.
std::vector<Baseline> tokenBaselines(const Bigrams &bigrams, const ReadAndAsked &measured);

} // namespace gatescope
