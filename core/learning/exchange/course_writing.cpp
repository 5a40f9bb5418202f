// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/course_writing.h"

#include "core/learning/exchange/words.h"
#include "core/learning/questions/marking.h"
#include "core/learning/questions/topics.h"

#include <algorithm>

namespace gatescope {

namespace {

std::string onOneLine(const Sentence &sentence)
{
    return std::string(stripped(replacedAll(plainLineEnds(sentence.english()), "\n", " ")));
}

std::string reasonOf(const Question &question, const Answer &wrong)
{
    const auto found = std::ranges::find(question.misconceptions, wrong, &Misconception::answer);
    return found == question.misconceptions.end() ? "" : onOneLine(found->why);
}

void writeChoice(const Question &question, CourseQuestion &course)
{
    course.kind = CourseKind::choice;
    for (int option = 0; option < std::ssize(question.options); ++option)
        course.answers.push_back({onOneLine(question.options[std::size_t(option)]),
                                  Answer(option) == question.answer ? 100.0 : 0.0, reasonOf(question, option)});
}

/// A right option earns its share, a wrong one takes all of it back.
void writeChoices(const Question &question, CourseQuestion &course)
{
    course.kind = CourseKind::choices;
    const auto &right = std::get<std::vector<int>>(question.answer);
    for (int option = 0; option < std::ssize(question.options); ++option)
        course.answers.push_back({onOneLine(question.options[std::size_t(option)]),
                                  std::ranges::find(right, option) != right.end() ? 100.0 / double(right.size()) : -100,
                                  reasonOf(question, withOptionJudgedOtherwise(right, option))});
}

void writeNumber(const Question &question, CourseQuestion &course)
{
    course.kind = CourseKind::number;
    course.answers.push_back({shortestText(std::get<double>(question.answer)), 100, "", question.tolerance});
    for (const Misconception &one : question.misconceptions)
        course.answers.push_back(
            {shortestText(std::get<double>(one.answer)), 0, onOneLine(one.why), question.tolerance});
}

std::vector<std::string> spellings(const std::vector<int> &sizes)
{
    const std::string round = shapeText(sizes);
    const std::string inside = round.substr(1, round.size() - 2);
    return {round, "[" + inside + "]", inside, replacedAll(round, " ", ""), replacedAll(inside, " ", "")};
}

void writeShape(const Question &question, CourseQuestion &course)
{
    course.kind = CourseKind::words;
    for (const std::string &spelling : spellings(std::get<std::vector<int>>(question.answer)))
        if (std::ranges::find(course.answers, spelling, &CourseAnswer::text) == course.answers.end())
            course.answers.push_back({spelling, 100, ""});
    for (const Misconception &one : question.misconceptions)
        course.answers.push_back({shapeText(std::get<std::vector<int>>(one.answer)), 0, onOneLine(one.why)});
}

/// The options stay in the order in which they are shown; each is matched with its place.
void writeOrder(const Question &question, CourseQuestion &course)
{
    course.kind = CourseKind::matching;
    const auto &order = std::get<std::vector<int>>(question.answer);
    for (int option = 0; option < std::ssize(question.options); ++option)
        course.pairs.push_back({onOneLine(question.options[std::size_t(option)]),
                                std::to_string(std::ranges::find(order, option) - order.begin() + 1)});
    for (const Misconception &one : question.misconceptions) {
        course.feedback += wrongOrderMark;
        const auto &wrong = std::get<std::vector<int>>(one.answer);
        for (std::size_t i = 0; i < wrong.size(); ++i)
            course.feedback.append(i == 0 ? "" : orderArrow).append(onOneLine(question.options[std::size_t(wrong[i])]));
        course.feedback += ". " + onOneLine(one.why) + "\n";
    }
}

} // namespace

Result<CourseQuestion> toCourseQuestion(const Question &question)
{
    CourseQuestion course;
    course.name = question.id;
    course.id = question.id;
    const Topic *topic = topicNamed(question.topic);
    course.category = {"Gatescope", topic ? std::string(topic->title) : question.topic};
    course.text = std::string(stripped(plainLineEnds(question.text.english())));
    switch (question.kind) {
    case QuestionKind::choice:
        writeChoice(question, course);
        break;
    case QuestionKind::choices:
        writeChoices(question, course);
        break;
    case QuestionKind::numeric:
        writeNumber(question, course);
        break;
    case QuestionKind::shape:
        writeShape(question, course);
        break;
    case QuestionKind::order:
        writeOrder(question, course);
        break;
    case QuestionKind::point:
        return error("question \"%1\" is left out: it is answered by pointing at Gatescope's picture of the network.",
                     {printable(question.id)});
    }
    for (const SolutionStep &step : question.solution)
        course.feedback += onOneLine(step.text) + "\n";
    course.feedback = stripped(course.feedback);
    course.hints = {onOneLine(question.hint)};
    course.tags = {"topic:" + question.topic, "lesson:" + question.lesson,
                   "level:" + std::string(nameOf(question.level)), "kind:" + std::string(nameOf(question.kind))};
    if (!question.source.empty())
        course.tags.push_back("source:" + question.source);
    return course;
}

std::optional<Error> lossOf(const Question &question, std::string_view format)
{
    std::vector<Argument> lost;
    if (!question.experiment.is_null())
        lost.push_back(sentence("the network that it is about"));
    if (std::ranges::any_of(question.solution, [](const SolutionStep &step) { return step.place.has_value(); }))
        lost.push_back(sentence("where its solution plays on the stage"));
    if (!question.check.is_null())
        lost.push_back(sentence("how its answer is worked out anew"));
    if (lost.empty())
        return std::nullopt;
    return error("question \"%1\": %2 cannot hold %3.", {printable(question.id), std::string(format), listed(lost)});
}

} // namespace gatescope
