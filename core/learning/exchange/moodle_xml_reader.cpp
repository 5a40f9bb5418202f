// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/moodle_xml.h"

#include "core/base/unicode.h"
#include "core/learning/exchange/marked_up_text.h"
#include "core/learning/exchange/words.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace gatescope {

namespace {

constexpr int deepestNesting = 32; ///< a question's answer's text is the fifth

/// Refuses a document type and what is nested too deep, walking without recursion.
Result<void> checkTree(const pugi::xml_document &document)
{
    int depth = 0;
    pugi::xml_node node = document.first_child();
    while (node) {
        if (node.type() == pugi::node_doctype)
            return error("it declares a document type (<!DOCTYPE …>), which no quiz needs: take the line out.");
        if (depth > deepestNesting)
            return error("its elements are nested deeper than %1.", {std::to_string(deepestNesting)});
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        node = node ? node.next_sibling() : node;
    }
    return {};
}

/// Everything that is written in an element, also in pieces of CDATA.
std::string writtenIn(const pugi::xml_node &node)
{
    std::string text;
    for (const pugi::xml_node &child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    return text;
}

/// What is read of a question, and what says nothing of what is asked.
constexpr std::array<std::string_view, 29> knownElements{"name",
                                                         "questiontext",
                                                         "generalfeedback",
                                                         "defaultgrade",
                                                         "penalty",
                                                         "hidden",
                                                         "idnumber",
                                                         "single",
                                                         "shuffleanswers",
                                                         "answernumbering",
                                                         "showstandardinstruction",
                                                         "correctfeedback",
                                                         "partiallycorrectfeedback",
                                                         "incorrectfeedback",
                                                         "shownumcorrect",
                                                         "answer",
                                                         "subquestion",
                                                         "hint",
                                                         "tags",
                                                         "usecase",
                                                         "unitgradingtype",
                                                         "unitpenalty",
                                                         "showunits",
                                                         "unitsleft",
                                                         "units",
                                                         "category",
                                                         "info",
                                                         "image",
                                                         "image_base64"};

class MoodleQuestionReader
{
public:
    MoodleQuestionReader(const pugi::xml_node &node, CourseQuestion &question) : m_node(node), m_question(question) { }

    Result<void> read()
    {
        m_question.name = std::string(stripped(writtenIn(m_node.child("name").child("text"))));
        m_question.id = std::string(stripped(writtenIn(m_node.child("idnumber"))));
        m_question.text = textOf(m_node.child("questiontext"));
        m_question.feedback = textOf(m_node.child("generalfeedback"));
        for (const pugi::xml_node &hint : m_node.children("hint"))
            if (const std::string text = textOf(hint); !text.empty())
                m_question.hints.push_back(text);
        for (const pugi::xml_node &tag : m_node.child("tags").children("tag"))
            m_question.tags.emplace_back(stripped(writtenIn(tag.child("text"))));
        noteWhatIsNotRead();
        if (const auto answers = readAnswers(m_node.attribute("type").value()); !answers)
            return answers;
        return isAllUtf8() ? Result<void>() : error("it holds bytes that are not UTF-8.");
    }

private:
    Result<void> readAnswers(std::string_view type)
    {
        const bool single = std::string_view(m_node.child("single").child_value()) != "false"
            && std::string_view(m_node.child("single").child_value()) != "0";
        if (type == "multichoice")
            return readList(single ? CourseKind::choice : CourseKind::choices);
        if (type == "truefalse")
            return readTruth();
        if (type == "numerical")
            return readList(CourseKind::number);
        if (type == "shortanswer")
            return readList(CourseKind::words);
        if (type == "matching")
            return readPairs();
        if (type == "description")
            return error("it is a text without a question.");
        if (type == "essay")
            return error("it asks for an essay, which Gatescope cannot mark.");
        return error("questions of the type \"%1\" are not read.", {printable(type)});
    }

    Result<void> readList(CourseKind kind)
    {
        m_question.kind = kind;
        for (const pugi::xml_node &node : m_node.children("answer")) {
            const auto percent = finiteNumberIn(node.attribute("fraction").value());
            if (!percent)
                return error("an answer's fraction \"%1\" is no number.",
                             {printable(node.attribute("fraction").value())});
            CourseAnswer answer{textOf(node), *percent, textOf(node.child("feedback"))};
            // Old files write a number without <text>.
            if (kind == CourseKind::number && answer.text.empty())
                answer.text = stripped(writtenIn(node));
            const std::string tolerance(stripped(writtenIn(node.child("tolerance"))));
            if (kind == CourseKind::number && !tolerance.empty()) {
                const auto distance = finiteNumberIn(tolerance);
                if (!distance || *distance < 0)
                    return error("the tolerance \"%1\" is no distance.", {printable(tolerance)});
                answer.tolerance = *distance;
            }
            m_question.answers.push_back(std::move(answer));
        }
        return m_question.answers.empty() ? Result<void>(error("it has no answers.")) : Result<void>();
    }

    Result<void> readTruth()
    {
        if (const auto list = readList(CourseKind::choice); !list)
            return list;
        for (CourseAnswer &answer : m_question.answers)
            answer.text = answer.text == "true" ? "True" : answer.text == "false" ? "False" : answer.text;
        return {};
    }

    Result<void> readPairs()
    {
        m_question.kind = CourseKind::matching;
        for (const pugi::xml_node &node : m_node.children("subquestion"))
            m_question.pairs.push_back(
                {textOf(node), std::string(stripped(writtenIn(node.child("answer").child("text"))))});
        return {};
    }

    /// The plain text of <x format="…"><text>…</text><file …/></x>. HTML is what is meant where nothing is said.
    std::string textOf(const pugi::xml_node &node)
    {
        const std::string written = plainLineEnds(writtenIn(node.child("text")));
        const std::string_view format = node.attribute("format").value();
        if (format == "plain_text" || format == "markdown") {
            noteFiles(node, {});
            return std::string(stripped(written));
        }
        const UnmarkedText plain = withoutMarks(written, format == "moodle_auto_format");
        for (const std::string &picture : plain.pictures)
            notePictureLeftOut(m_question, picture);
        noteFiles(node, plain.pictures);
        if (plain.lostMarks)
            noteLeftOut(m_question, sentence("the looks of its text"));
        return plain.text;
    }

    /// Files beside a text, of which pictures in it have been named.
    void noteFiles(const pugi::xml_node &node, const std::vector<std::string> &named)
    {
        const std::set<std::string> pictures(named.begin(), named.end());
        for (const pugi::xml_node &file : node.children("file")) {
            const std::string name = file.attribute("name").value();
            if (!pictures.contains(name))
                noteLeftOut(m_question, sentence("the file %1", {printable(name)}));
        }
    }

    void noteWhatIsNotRead()
    {
        for (const char *name : {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"}) {
            // Moodle writes sentences such as "Your answer is correct." unasked; they say nothing of the question.
            const std::string text = withoutMarks(writtenIn(m_node.child(name).child("text")), false).text;
            if (!text.empty() && !text.starts_with("Your answer is") && !text.starts_with("Die Antwort ist"))
                noteLeftOut(m_question, sentence("its %1 \"%2\"", {name, printable(text)}));
        }
        for (const pugi::xml_node &unit : m_node.child("units").children("unit"))
            noteLeftOut(m_question, sentence("the unit %1", {printable(unit.child_value("unit_name"))}));
        if (m_node.child("image_base64") || *m_node.child_value("image") != '\0')
            noteLeftOut(m_question, sentence("its picture"));
        for (const pugi::xml_node &child : m_node.children())
            if (child.type() == pugi::node_element
                && std::ranges::find(knownElements, std::string_view(child.name())) == knownElements.end())
                noteLeftOut(m_question, sentence("its <%1>", {printable(child.name())}));
    }

    bool isAllUtf8() const
    {
        const auto fine = [](const CourseAnswer &a) { return isUtf8(a.text) && isUtf8(a.feedback); };
        const auto pair = [](const CoursePair &p) { return isUtf8(p.left) && isUtf8(p.right); };
        const auto text = [](const std::string &t) { return isUtf8(t); };
        return isUtf8(m_question.name + m_question.id + m_question.text + m_question.feedback)
            && std::ranges::all_of(m_question.answers, fine) && std::ranges::all_of(m_question.pairs, pair)
            && std::ranges::all_of(m_question.hints, text) && std::ranges::all_of(m_question.tags, text);
    }

    pugi::xml_node m_node;
    CourseQuestion &m_question;
};

} // namespace

Result<CourseFile> readMoodleXml(std::string_view text)
{
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_doctype);
    if (!parsed && looksLikeUtf16(text))
        return error("it is no XML, and no text in UTF-8 either: save it as UTF-8.");
    if (!parsed)
        return error("it is no XML: %1, %2 bytes from its beginning.",
                     {parsed.description(), std::to_string(parsed.offset)});
    if (const auto fine = checkTree(document); !fine)
        return fine.error();
    const pugi::xml_node quiz = document.child("quiz");
    if (!quiz)
        return error("it is no Moodle XML: its outermost element is not <quiz>.");
    CourseFile file;
    std::vector<std::string> category;
    for (const pugi::xml_node &node : quiz.children("question")) {
        if (std::string_view(node.attribute("type").value()) == "category") {
            category = categoryPath(stripped(writtenIn(node.child("category").child("text"))));
            continue;
        }
        CourseQuestion question;
        question.category = category;
        if (const auto read = MoodleQuestionReader(node, question).read())
            file.questions.push_back(std::move(question));
        else
            file.refused.push_back(error("question \"%1\": %2", {printable(question.name), read.error()}));
    }
    return file;
}

} // namespace gatescope
