// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/gift.h"

#include "core/learning/exchange/gift_comment.h"
#include "core/learning/exchange/words.h"

namespace gatescope {

namespace {

std::string escapedForGift(std::string_view text)
{
    std::string escaped;
    for (const char c : stripped(text)) {
        if (c == '\n') {
            escaped += "\\n";
            continue;
        }
        if (std::string_view("\\~=#{}:").find(c) != std::string_view::npos)
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

/// An answer or a reply; "[html]" at its beginning would be read as its format, "%5%" as its points.
std::string giftPart(std::string_view text)
{
    return (stripped(text).starts_with('[') ? "[plain]" : "") + escapedForGift(text);
}

std::string giftReply(const std::string &feedback)
{
    return feedback.empty() ? "" : "#" + giftPart(feedback);
}

std::string giftPercent(double percent)
{
    return "%" + gradeText(percent) + "%";
}

/// Without an arrow, which would make a question of one that matches.
std::string withoutArrow(const std::string &text)
{
    return replacedAll(text, "->", "→");
}

std::string giftAnswers(const CourseQuestion &question)
{
    std::string text = question.kind == CourseKind::number ? "#\n" : "\n";
    for (const CourseAnswer &answer : question.answers) {
        switch (question.kind) {
        case CourseKind::choice:
            text += "\t" + (answer.percent > 0 ? "=" : "~" + giftPercent(answer.percent)) + giftPart(answer.text);
            break;
        case CourseKind::choices:
            text += "\t~" + giftPercent(answer.percent) + giftPart(answer.text);
            break;
        case CourseKind::number:
            text += "\t=" + giftPercent(answer.percent) + answer.text + ":" + shortestText(answer.tolerance);
            break;
        default:
            text += "\t=" + giftPercent(answer.percent) + withoutArrow(giftPart(answer.text));
        }
        text += question.kind == CourseKind::words ? withoutArrow(giftReply(answer.feedback))
                                                   : giftReply(answer.feedback);
        text += "\n";
    }
    for (const CoursePair &pair : question.pairs)
        text += "\t=" + withoutArrow(giftPart(pair.left)) + " -> " + withoutArrow(escapedForGift(pair.right)) + "\n";
    if (!question.feedback.empty()) {
        const std::string feedback = "\t####" + giftPart(question.feedback) + "\n";
        text += question.kind == CourseKind::words ? withoutArrow(feedback) : feedback;
    }
    return text;
}

} // namespace

std::string writeGift(const std::vector<CourseQuestion> &questions)
{
    std::string text;
    std::string category;
    for (const CourseQuestion &question : questions) {
        if (categoryText(question.category) != category) {
            category = categoryText(question.category);
            text += "$CATEGORY: " + category + "\n\n";
        }
        writeGiftComments(question, text);
        text += "::" + escapedForGift(question.name) + "::[plain]" + escapedForGift(question.text) + "{"
            + giftAnswers(question) + "}\n\n";
    }
    return text;
}

} // namespace gatescope
