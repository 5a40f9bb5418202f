// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/course_reading.h"

#include "core/learning/exchange/course_matching.h"
#include "core/learning/exchange/words.h"
#include "core/learning/questions/marking.h"
#include "core/learning/questions/topics.h"
#include "core/learning/questions/typed_number.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace gatescope {

namespace {

constexpr double wholePercent = 99.9;
constexpr std::size_t mostAnswers = 100; ///< or pairs; what a question becomes grows with their square
constexpr std::size_t longestId = 40;    ///< bytes, of an id that is made of a name

bool isRight(const CourseAnswer &answer)
{
    return answer.percent > wholePercent;
}

/// The value behind "level:" among the tags; empty: none.
std::string tagged(const CourseQuestion &course, std::string_view key)
{
    for (const std::string &tag : course.tags)
        if (tag.starts_with(key))
            return std::string(stripped(std::string_view(tag).substr(key.size())));
    return {};
}

/// The topic that a tag, a category or its title names.
std::string topicOf(const CourseQuestion &course, const ImportDefaults &defaults)
{
    if (const std::string tag = tagged(course, "topic:"); topicNamed(tag))
        return tag;
    for (auto category = course.category.rbegin(); category != course.category.rend(); ++category)
        for (const Topic &topic : topics())
            if (*category == topic.name || *category == topic.title)
                return std::string(topic.name);
    return defaults.topic;
}

void noteParts(const CourseQuestion &course, std::vector<Argument> &leftOut)
{
    for (const CourseAnswer &answer : course.answers)
        if (answer.percent > 0 && !isRight(answer))
            leftOut.push_back(sentence("the %1 % that \"%2\" earns, which counts as wrong",
                                       {shortestText(answer.percent), printable(answer.text)}));
}

Result<void> readChoice(const CourseQuestion &course, Question &question, std::vector<Argument> &leftOut)
{
    if (const auto right = std::ranges::count_if(course.answers, isRight); right != 1)
        return error("%1 of its options are wholly right, expected 1.", {std::to_string(right)});
    question.kind = QuestionKind::choice;
    noteParts(course, leftOut);
    for (int option = 0; option < std::ssize(course.answers); ++option) {
        const CourseAnswer &answer = course.answers[std::size_t(option)];
        question.options.push_back({answer.text, {}});
        if (!isRight(answer))
            addMistake(question, option, answer.feedback, course);
        else {
            question.answer = option;
            if (!answer.feedback.empty())
                question.solution.push_back({{answer.feedback, {}}, std::nullopt});
        }
    }
    return {};
}

Result<void> readChoices(const CourseQuestion &course, Question &question)
{
    question.kind = QuestionKind::choices;
    std::vector<int> right;
    for (int option = 0; option < std::ssize(course.answers); ++option) {
        question.options.push_back({course.answers[std::size_t(option)].text, {}});
        if (course.answers[std::size_t(option)].percent > 0)
            right.push_back(option);
    }
    question.answer = right;
    for (int option = 0; option < std::ssize(course.answers); ++option)
        addMistake(question, withOptionJudgedOtherwise(right, option), course.answers[std::size_t(option)].feedback,
                   course);
    return {};
}

Result<void> readNumber(const CourseQuestion &course, Question &question, std::vector<Argument> &leftOut)
{
    const auto right = std::ranges::find_if(course.answers, isRight);
    if (right == course.answers.end() || std::ranges::count_if(course.answers, isRight) != 1)
        return error("it has %1 right numbers, expected 1.",
                     {std::to_string(std::ranges::count_if(course.answers, isRight))});
    const auto number = finiteNumberIn(right->text);
    if (!number)
        return error("its right answer \"%1\" is no number.", {printable(right->text)});
    question.kind = QuestionKind::numeric;
    question.answer = *number;
    question.tolerance = right->tolerance;
    noteParts(course, leftOut);
    for (const CourseAnswer &answer : course.answers) {
        if (isRight(answer)) {
            if (!answer.feedback.empty())
                question.solution.push_back({{answer.feedback, {}}, std::nullopt});
        } else if (const auto wrong = finiteNumberIn(answer.text)) {
            addMistake(question, *wrong, answer.feedback, course);
            if (answer.tolerance != right->tolerance)
                leftOut.push_back(sentence("the tolerance of %1 around %2",
                                           {shortestText(answer.tolerance), printable(answer.text)}));
        } else
            leftOut.push_back(
                sentence("the reply to \"%1\": %2", {printable(answer.text), printable(answer.feedback)}));
    }
    return {};
}

/// Words that are sizes are a shape, one number is one, and others are chosen from where wrong ones stand beside.
Result<void> readWords(CourseQuestion course, Question &question, std::vector<Argument> &leftOut)
{
    std::erase_if(course.answers, [&](const CourseAnswer &answer) {
        const bool other = answer.text.find('*') != std::string::npos;
        if (other)
            leftOut.push_back(answer.feedback.empty()
                                  ? sentence("the answer \"%1\", which stands for many", {printable(answer.text)})
                                  : sentence("the answer \"%1\", which stands for many: %2",
                                             {printable(answer.text), printable(answer.feedback)}));
        return other;
    });
    const auto right = std::ranges::find_if(course.answers, isRight);
    if (right == course.answers.end())
        return error("none of its answers is wholly right and stands for itself.");
    const auto sizes = sizesMeant(right->text);
    const auto same = [&](const CourseAnswer &answer) { return !isRight(answer) || sizesMeant(answer.text) == sizes; };
    const bool allSame = std::ranges::all_of(course.answers, same);
    if (sizes && allSame && (sizes->size() > 1 || tagged(course, "kind:") == "shape")) {
        question.kind = QuestionKind::shape;
        question.answer = *sizes;
        noteParts(course, leftOut);
        for (const CourseAnswer &answer : course.answers)
            if (const auto wrong = sizesMeant(answer.text); wrong && !isRight(answer))
                addMistake(question, *wrong, answer.feedback, course);
            else if (!wrong)
                leftOut.push_back(sentence("the wrong answer \"%1\", which is no shape", {printable(answer.text)}));
        return {};
    }
    if (finiteNumberIn(right->text) && std::ranges::count_if(course.answers, isRight) == 1)
        return readNumber(course, question, leftOut);
    if (std::ranges::all_of(course.answers, isRight))
        return error("it asks for words that are typed, \"%1\", and names no wrong ones to choose from.",
                     {printable(right->text)});
    const CourseAnswer first = *right;
    for (const CourseAnswer &answer : course.answers)
        if (isRight(answer) && answer.text != first.text)
            leftOut.push_back(sentence("\"%1\", which is right as well", {printable(answer.text)}));
    std::erase_if(course.answers, [&](const CourseAnswer &a) { return isRight(a) && a.text != first.text; });
    leftOut.push_back(sentence("that it is typed: it is chosen from the answers that it names"));
    return readChoice(course, question, leftOut);
}

/// A worked solution ends in the answer.
void endInAnswer(Question &question)
{
    const auto *list = std::get_if<std::vector<int>>(&question.answer);
    if ((!list || !list->empty()) && !endsInAnswer(question))
        question.solution.push_back({{"So: " + answerText(question, question.answer) + ".", {}}, std::nullopt});
}

Result<void> readKind(const CourseQuestion &course, Question &question, std::vector<Argument> &leftOut)
{
    switch (course.kind) {
    case CourseKind::choice:
        return readChoice(course, question, leftOut);
    case CourseKind::choices:
        return readChoices(course, question);
    case CourseKind::number:
        return readNumber(course, question, leftOut);
    case CourseKind::words:
        return readWords(course, question, leftOut);
    case CourseKind::matching:
        readOrder(course, question);
        break;
    }
    return {};
}

/// At most so many bytes of it, of whole characters.
std::string_view beginOf(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
        --most;
    return text.substr(0, most);
}

} // namespace

void addMistake(Question &question, const Answer &answer, const std::string &reply, const CourseQuestion &course)
{
    const std::string why = reply.empty() ? replacedAll(course.feedback, "\n", " ") : reply;
    if (!why.empty())
        question.misconceptions.push_back({answer, {why, {}}});
}

Result<std::vector<Question>> fromCourseQuestion(const CourseQuestion &course, const ImportDefaults &defaults,
                                                 std::vector<Argument> &leftOut)
{
    if (std::max(course.answers.size(), course.pairs.size()) > mostAnswers)
        return error("it has more than %1 answers.", {std::to_string(mostAnswers)});
    Question question;
    // "generator:seed" would say that the generator makes it anew.
    question.id = course.id.empty() ? idFromName(course.name) : replacedAll(course.id, ":", "-");
    question.topic = topicOf(course, defaults);
    const std::string lesson = tagged(course, "lesson:");
    question.lesson = lesson.empty() ? defaults.lesson : lesson;
    question.level = levelNamed(tagged(course, "level:")).value_or(defaults.level);
    question.source = tagged(course, "source:");
    question.text = {course.text, {}};
    std::string hints;
    for (const std::string &hint : course.hints)
        hints += (hints.empty() || hint.empty() ? "" : " ") + hint;
    question.hint = {hints, {}};
    for (std::string &line : filledLines(course.feedback))
        question.solution.push_back({{std::move(line), {}}, std::nullopt});
    leftOut = course.leftOut;
    for (const std::string &tag : course.tags)
        if (std::ranges::none_of(
                std::initializer_list<std::string_view>{"topic:", "lesson:", "level:", "kind:", "source:"},
                [&](std::string_view key) { return tag.starts_with(key); }))
            leftOut.push_back(sentence("the tag \"%1\"", {printable(tag)}));

    std::vector<Question> questions{question};
    if (course.kind == CourseKind::matching && !isOrder(course)) {
        questions = readMatching(course, question);
        if (questions.empty())
            return error("it matches nothing with anything.");
        leftOut.push_back(sentence("that it is one question: it is asked as %1", {std::to_string(questions.size())}));
    } else if (const auto read = readKind(course, questions.front(), leftOut); !read)
        return read.error();
    for (Question &one : questions)
        endInAnswer(one);
    return questions;
}

std::string idFromName(std::string_view name)
{
    std::string id;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte) || c == '_' || c == '.')
            id += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    id = std::string(beginOf(id, longestId));
    while (id.ends_with('-') || id.ends_with('.'))
        id.pop_back();
    return id.empty() ? "question" : id;
}

std::string freeId(const std::string &id, std::map<std::string, int> &taken)
{
    int &count = taken[id];
    if (count++ == 0)
        return id;
    std::string free = id + "-" + std::to_string(count);
    while (taken.contains(free))
        free = id + "-" + std::to_string(++count);
    taken[free] = 1;
    return free;
}

} // namespace gatescope
