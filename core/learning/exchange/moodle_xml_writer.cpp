// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/moodle_xml.h"

#include "core/learning/exchange/words.h"

#include <pugixml.hpp>

#include <algorithm>
#include <sstream>

namespace gatescope {

namespace {

/// What XML 1.0 can hold: of the signs below the blank only the tab and line ends.
std::string forXml(std::string text)
{
    const auto isForbidden = [](unsigned char c) { return c < ' ' && c != '\t' && c != '\n' && c != '\r'; };
    std::ranges::replace_if(text, isForbidden, ' ');
    return text;
}

/// <name><text>…</text></name>
pugi::xml_node appendText(pugi::xml_node parent, const char *name, const std::string &text, bool withFormat = true)
{
    pugi::xml_node node = parent.append_child(name);
    if (withFormat)
        node.append_attribute("format") = "plain_text";
    node.append_child("text").text().set(forXml(text).c_str());
    return node;
}

void appendValue(pugi::xml_node parent, const char *name, const char *value)
{
    parent.append_child(name).text().set(value);
}

const char *moodleType(CourseKind kind)
{
    switch (kind) {
    case CourseKind::choice:
    case CourseKind::choices:
        return "multichoice";
    case CourseKind::number:
        return "numerical";
    case CourseKind::words:
        return "shortanswer";
    case CourseKind::matching:
        return "matching";
    }
    return "";
}

void appendAnswers(pugi::xml_node node, const CourseQuestion &question)
{
    for (const CourseAnswer &answer : question.answers) {
        pugi::xml_node one = appendText(node, "answer", answer.text);
        one.prepend_attribute("fraction") = gradeText(answer.percent).c_str();
        appendText(one, "feedback", answer.feedback);
        if (question.kind == CourseKind::number)
            appendValue(one, "tolerance", shortestText(answer.tolerance).c_str());
    }
    for (const CoursePair &pair : question.pairs) {
        pugi::xml_node one = appendText(node, "subquestion", pair.left);
        appendText(one, "answer", pair.right, false);
    }
}

void appendQuestion(pugi::xml_node quiz, const CourseQuestion &question)
{
    pugi::xml_node node = quiz.append_child("question");
    node.append_attribute("type") = moodleType(question.kind);
    appendText(node, "name", question.name, false);
    appendText(node, "questiontext", question.text);
    appendText(node, "generalfeedback", question.feedback);
    appendValue(node, "defaultgrade", "1");
    appendValue(node, "penalty", "0.3333333");
    appendValue(node, "hidden", "0");
    appendValue(node, "idnumber", forXml(question.id).c_str());
    if (question.kind == CourseKind::choice || question.kind == CourseKind::choices) {
        appendValue(node, "single", question.kind == CourseKind::choice ? "true" : "false");
        appendValue(node, "answernumbering", "ABCD");
    }
    if (question.kind == CourseKind::words)
        appendValue(node, "usecase", "0");
    else if (question.kind != CourseKind::number)
        appendValue(node, "shuffleanswers", "true");
    appendAnswers(node, question);
    for (const std::string &hint : question.hints)
        appendText(node, "hint", hint);
    pugi::xml_node tags = node.append_child("tags");
    for (const std::string &tag : question.tags)
        appendText(tags, "tag", tag, false);
}

} // namespace

std::string writeMoodleXml(const std::vector<CourseQuestion> &questions)
{
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    pugi::xml_node quiz = document.append_child("quiz");
    std::string category;
    for (const CourseQuestion &question : questions) {
        const std::string path = categoryText(question.category);
        if (path != category) {
            pugi::xml_node node = quiz.append_child("question");
            node.append_attribute("type") = "category";
            appendText(node, "category", path, false);
            category = path;
        }
        appendQuestion(quiz, question);
    }
    std::ostringstream text;
    document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
    return text.str();
}

} // namespace gatescope
