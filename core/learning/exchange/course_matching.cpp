// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/course_matching.h"

#include "core/learning/exchange/course_reading.h"
#include "core/learning/exchange/course_writing.h"

#include <algorithm>
#include <optional>
#include <set>

namespace gatescope {

namespace {

/// The options that a text "A → B. why" begins with, in that order, and where the rest begins; none if it begins with
/// others. The longest of those that fit is meant.
std::optional<std::vector<int>> orderIn(std::string_view text, const std::vector<Sentence> &options, std::size_t &end)
{
    std::vector<int> order;
    end = 0;
    while (order.size() < options.size()) {
        if (!order.empty()) {
            if (!text.substr(end).starts_with(orderArrow))
                return std::nullopt;
            end += orderArrow.size();
        }
        int best = -1;
        for (int option = 0; option < std::ssize(options); ++option) {
            const std::string &words = options[std::size_t(option)].text;
            if (text.substr(end).starts_with(words) && std::ranges::find(order, option) == order.end()
                && (best < 0 || words.size() > options[std::size_t(best)].text.size()))
                best = option;
        }
        if (best < 0)
            return std::nullopt;
        order.push_back(best);
        end += options[std::size_t(best)].text.size();
    }
    return text.substr(end).starts_with(". ") ? std::optional(order) : std::nullopt;
}

} // namespace

bool isOrder(const CourseQuestion &course)
{
    std::set<std::string> places;
    for (const CoursePair &pair : course.pairs)
        places.insert(pair.left.empty() ? "" : pair.right);
    if (places.size() != course.pairs.size() || places.size() < 2)
        return false;
    for (std::size_t place = 1; place <= course.pairs.size(); ++place)
        if (!places.contains(std::to_string(place)))
            return false;
    return true;
}

void readOrder(const CourseQuestion &course, Question &question)
{
    question.kind = QuestionKind::order;
    std::vector<int> order(course.pairs.size());
    for (std::size_t option = 0; option < course.pairs.size(); ++option) {
        question.options.push_back({course.pairs[option].left, {}});
        order[std::stoul(course.pairs[option].right) - 1] = static_cast<int>(option);
    }
    question.answer = order;
    std::erase_if(question.solution, [&](const SolutionStep &step) {
        const std::string_view line = step.text.text;
        if (!line.starts_with(wrongOrderMark))
            return false;
        std::size_t end = 0;
        const auto wrong = orderIn(line.substr(wrongOrderMark.size()), question.options, end);
        if (wrong)
            question.misconceptions.push_back(
                {*wrong, {std::string(line.substr(wrongOrderMark.size() + end + 2)), {}}});
        return wrong.has_value();
    });
}

std::vector<Question> readMatching(const CourseQuestion &course, const Question &common)
{
    std::vector<std::string> rights;
    for (const CoursePair &pair : course.pairs)
        if (std::ranges::find(rights, pair.right) == rights.end())
            rights.push_back(pair.right);
    std::ranges::sort(rights);
    std::vector<Question> questions;
    for (const CoursePair &pair : course.pairs) {
        if (pair.left.empty())
            continue;
        Question one = common;
        one.kind = QuestionKind::choice;
        one.id += "-" + std::to_string(questions.size() + 1);
        one.text.text += (one.text.text.empty() ? "" : " — ") + pair.left;
        for (int option = 0; option < std::ssize(rights); ++option) {
            one.options.push_back({rights[std::size_t(option)], {}});
            if (rights[std::size_t(option)] == pair.right)
                one.answer = option;
            else
                addMistake(one, option, {}, course);
        }
        questions.push_back(std::move(one));
    }
    return questions;
}

} // namespace gatescope
