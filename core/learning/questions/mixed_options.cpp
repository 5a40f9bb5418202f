// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/questions/mixed_options.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace gatescope {

namespace {

/// The new place of each option.
std::vector<int> drawnPlaces(std::size_t count, Random &random)
{
    std::vector<int> places(count);
    std::iota(places.begin(), places.end(), 0);
    for (int i = static_cast<int>(count) - 1; i > 0; --i)
        std::swap(places[std::size_t(i)], places[std::size_t(random.below(i + 1))]);
    return places;
}

void move(Answer &answer, const std::vector<int> &places, QuestionKind kind)
{
    if (auto *index = std::get_if<int>(&answer))
        *index = places[std::size_t(*index)];
    if (auto *list = std::get_if<std::vector<int>>(&answer)) {
        for (int &index : *list)
            index = places[std::size_t(index)];
        if (kind == QuestionKind::choices)
            std::ranges::sort(*list);
    }
}

/// FNV-1a over the id, begun at the seed.
std::uint64_t seedOf(const std::string &id, std::uint64_t seed)
{
    for (const char letter : id)
        seed = (seed ^ static_cast<unsigned char>(letter)) * 1'099'511'628'211u;
    return seed;
}

} // namespace

void mixOptions(Question &question, Random &random)
{
    const bool isOrder = question.kind == QuestionKind::order;
    if (question.options.size() < 2
        || (!isOrder && question.kind != QuestionKind::choice && question.kind != QuestionKind::choices))
        return;
    std::vector<int> places;
    Answer answer;
    do {
        places = drawnPlaces(question.options.size(), random);
        move(answer = question.answer, places, question.kind);
    } while (isOrder && std::ranges::is_sorted(std::get<std::vector<int>>(answer)));
    std::vector<Sentence> moved(question.options.size());
    for (std::size_t i = 0; i < moved.size(); ++i)
        moved[std::size_t(places[i])] = std::move(question.options[i]);
    question.options = std::move(moved);
    question.answer = std::move(answer);
    for (Misconception &one : question.misconceptions)
        move(one.answer, places, question.kind);
}

void mixOptions(Question &question, std::uint64_t seed)
{
    Random random(seedOf(question.id, seed));
    mixOptions(question, random);
}

} // namespace gatescope
