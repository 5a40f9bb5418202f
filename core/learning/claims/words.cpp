// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"
#include "core/learning/study/schooling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace gatescope {

namespace {

bool readsRows(const Studied &studied)
{
    return studied.spec().embeddingRows > 1 && studied.spec().layers == 1 && !studied.spec().bidirectional
        && !studied.trace->batch->embeddingRows.empty();
}

const std::vector<int> &rowsRead(const Studied &studied)
{
    return studied.trace->batch->embeddingRows.front();
}

/// A row of the embedding is what a one-hot vector times the whole table gives.
Evidence rowIsLookedUp(const Studied &studied)
{
    if (!readsRows(studied))
        return {};
    const Matrix &table = *studied.experiment.parameters.embedding;
    double apart = 0;
    for (int t = 0; t < studied.trace->length(0); ++t) {
        const Vector oneHot = Vector::Unit(table.rows(), rowsRead(studied)[std::size_t(t)]);
        apart = std::max(apart, (table.transpose() * oneHot - studied.trace->batch->x.at(t, 0)).cwiseAbs().maxCoeff());
    }
    const auto rows = table.rows(), width = table.cols();
    return {apart == 0 && table.cwiseAbs().maxCoeff() > 0,
            sentence("%1 words read: a one-hot vector of %2 numbers times the table of [%2, %3] gives the row that was "
                     "looked up, exactly (off by %4). That product takes %5 multiplications; looking up takes none.",
                     {std::to_string(studied.trace->length(0)), std::to_string(rows), std::to_string(width),
                      measuredText(apart), std::to_string(rows * width)})};
}

/// Other numbers for the words, and the rows of the table moved along: nothing changes.
Evidence numbersAreNames(const Studied &studied)
{
    if (!readsRows(studied))
        return {};
    const int rows = studied.spec().embeddingRows;
    const auto renumbered = [&](int row) { return rows - 1 - row; };
    Experiment other = studied.experiment, forgotten = studied.experiment;
    *other.parameters.embedding = studied.experiment.parameters.embedding->colwise().reverse().eval();
    auto &input = std::get<TokenInput>(other.input.source).sequences;
    for (std::vector<int> &sequence : input)
        std::ranges::transform(sequence, sequence.begin(), renumbered);
    forgotten.input = other.input;
    const auto moved = study(other), wrong = study(forgotten);
    if (!moved || !wrong)
        return {};
    const double same = outputsApart(*studied.trace, *moved->trace),
                 apart = outputsApart(*studied.trace, *wrong->trace);
    return {same == 0 && apart > 0,
            sentence("Every word gets another number, and its row moves with it: the outputs change by %1. With the "
                     "rows left where they were, by up to %2.",
                     {measuredText(same), measuredText(apart)})};
}

Evidence onlyReadRowsLearn(const Studied &studied)
{
    if (!readsRows(studied) || !studied.gradients || !studied.gradients->parameters.embedding)
        return {};
    const Matrix &gradient = *studied.gradients->parameters.embedding;
    const std::set<int> read(rowsRead(studied).begin(), rowsRead(studied).end());
    double least = 1e300, others = 0;
    for (int row = 0; row < gradient.rows(); ++row) {
        const double length = gradient.row(row).norm();
        if (read.contains(row))
            least = std::min(least, length);
        else
            others = std::max(others, length);
    }
    const auto unread = gradient.rows() - std::ssize(read);
    return {unread > 0 && least > 0 && others == 0,
            sentence("This sentence reads %1 of %2 rows. Their gradients are %3 long at least; those of the other %4 "
                     "are %5.",
                     {std::to_string(read.size()), std::to_string(gradient.rows()), measuredText(least),
                      std::to_string(unread), measuredText(others)})};
}

/// Of the sentences that come with the program: each kind stands in the places where its like stand.
struct WordKind {
    const char *name;
    std::vector<std::string_view> words;
};
const std::array<WordKind, 3> kinds{{{"animals", {"dog", "cat", "goat", "horse", "bird"}},
                                     {"places", {"hill", "wall", "tree", "house", "boat"}},
                                     {"people", {"anna", "ben", "clara", "david"}}}};

double cosine(const Matrix &table, int a, int b)
{
    return table.row(a).dot(table.row(b)) / (table.row(a).norm() * table.row(b).norm());
}

struct Likeness {
    double alike = 0, unlike = 0; ///< mean cosine of the rows of two words of one kind, and of two kinds
};

Likeness likenessOf(const Matrix &table, const std::vector<std::pair<int, int>> &rowAndKind)
{
    Likeness sum;
    double alike = 0, unlike = 0;
    for (std::size_t i = 0; i < rowAndKind.size(); ++i)
        for (std::size_t j = i + 1; j < rowAndKind.size(); ++j) {
            const bool same = rowAndKind[i].second == rowAndKind[j].second;
            (same ? sum.alike : sum.unlike) += cosine(table, rowAndKind[i].first, rowAndKind[j].first);
            ++(same ? alike : unlike);
        }
    return {sum.alike / alike, sum.unlike / unlike};
}

/// A GRU learns to name the next word of simple sentences. What kind a word is nobody tells it.
Evidence alikeComeNear(const std::stop_token &stop)
{
    const auto task = shippedTask("words", 16);
    if (!task)
        return {};
    const std::vector<std::string> names = task->inputSymbols();
    std::vector<std::pair<int, int>> rowAndKind;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        for (const std::string_view word : kinds[kind].words)
            if (const auto found = std::ranges::find(names, word); found != names.end())
                rowAndKind.emplace_back(int(found - names.begin()), int(kind));
    NetworkSpec spec;
    spec.hiddenSize = 24;
    std::vector<double> alike, unlike;
    std::vector<std::string> places;
    const Schooling schooling{.task = task, .spec = spec, .seed = 1, .updates = 300, .heldOutEvery = 1000};
    const auto look = [&](int update, const Matrix &table) {
        const Likeness now = likenessOf(table, rowAndKind);
        places.push_back(std::to_string(update));
        alike.push_back(now.alike);
        unlike.push_back(now.unlike);
    };
    const auto trainer = schooled(schooling, stop, [&](const UpdateRecord &record, const Trainer &at) {
        if (record.update == 1 || record.update % 30 == 0)
            look(record.update, *at.parameters().embedding);
    });
    if (!trainer || alike.empty())
        return {};
    return {alike.back() > unlike.back() + 0.1 && std::abs(alike.front() - unlike.front()) < 0.1,
            sentence("%1 words of %2 kinds among %3. Mean cosine of two rows of one kind: %4 at the start, %5 after %6 "
                     "updates. Of two kinds: %7 and %8.",
                     {std::to_string(rowAndKind.size()), std::to_string(kinds.size()), std::to_string(names.size()),
                      measuredText(alike.front()), measuredText(alike.back()), std::to_string(schooling.updates),
                      measuredText(unlike.front()), measuredText(unlike.back())}),
            {{sentence("one kind"), "x", alike}, {sentence("two kinds"), "", unlike, true}},
            sentence("mean cosine of two rows"),
            false,
            sentence("update"),
            places};
}

} // namespace

std::vector<Claim> wordClaims()
{
    static FoundOnce<Evidence> alike(alikeComeNear);
    return {
        {"row-is-looked-up", "A row of the table is the word's vector", rowIsLookedUp},
        {"numbers-are-names", "Which number a word has does not matter", numbersAreNames},
        {"only-read-rows-learn", "Only rows that were read learn", onlyReadRowsLearn},
        {"alike-come-near", "Words that are used alike get rows that are alike", nullptr, true,
         [](const std::stop_token &stop) { return alike.ask(stop); }},
    };
}

} // namespace gatescope
