// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/gift.h"

#include "core/base/unicode.h"
#include "core/learning/exchange/gift_comment.h"
#include "core/learning/exchange/marked_up_text.h"
#include "core/learning/exchange/words.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::string_view escapable = ":#={}~n\\";
constexpr std::size_t firstVeil = 14; ///< behind the tab and the line ends, which are blanks

/// Each escaped sign becomes one that stands in no text, so that what is left of them means something.
std::string veiled(std::string_view text)
{
    std::string hidden;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t sign
            = text[i] == '\\' && i + 1 < text.size() ? escapable.find(text[i + 1]) : std::string_view::npos;
        if (sign != std::string_view::npos) {
            hidden += static_cast<char>(firstVeil + sign);
            ++i;
        } else if (static_cast<unsigned char>(text[i]) < ' ' && text[i] != '\n')
            hidden += ' ';
        else
            hidden += text[i];
    }
    return hidden;
}

std::string unveiled(std::string_view text)
{
    std::string shown;
    for (const char c : stripped(text)) {
        const auto sign = static_cast<std::size_t>(static_cast<unsigned char>(c)) - firstVeil;
        shown += sign < escapable.size() ? (escapable[sign] == 'n' ? '\n' : escapable[sign]) : c;
    }
    return std::string(stripped(shown));
}

class GiftQuestionReader
{
public:
    GiftQuestionReader(std::string text, CourseQuestion &question) : m_text(std::move(text)), m_question(question) { }

    Result<void> read()
    {
        readName();
        const std::size_t begin = m_text.find('{');
        const std::size_t end = m_text.find('}');
        if (begin == std::string::npos && end == std::string::npos)
            return error("it is a text without a question: there is no { … }.");
        if (begin == std::string::npos || end == std::string::npos || end < begin)
            return error("one of { and } is missing.");
        std::string answers(stripped(std::string_view(m_text).substr(begin + 1, end - begin - 1)));
        const bool atEnd = end + 1 == m_text.size();
        m_question.text = readText(m_text.substr(0, begin) + (atEnd ? "" : "_____" + m_text.substr(end + 1)), true);
        if (const std::size_t general = answers.rfind("####"); general != std::string::npos) {
            m_question.feedback = readText(answers.substr(general + 4));
            answers = stripped(std::string_view(answers).substr(0, general));
        }
        if (m_question.name.empty())
            m_question.name = m_question.text.substr(0, m_question.text.find('\n'));
        return readAnswers(answers);
    }

private:
    void readName()
    {
        if (!m_text.starts_with("::"))
            return;
        const std::size_t end = m_text.find("::", 2);
        if (end == std::string::npos)
            return;
        m_question.name = unveiled(std::string_view(m_text).substr(2, end - 2));
        m_text = stripped(std::string_view(m_text).substr(end + 2));
    }

    /// A text with its format before it, "[html]"; that of the question is also the one of its parts.
    std::string readText(std::string_view text, bool ofQuestion = false)
    {
        text = stripped(text);
        std::string format = m_format;
        for (const char *name : {"html", "moodle", "plain", "markdown"})
            if (const std::string mark = "[" + std::string(name) + "]"; text.starts_with(mark)) {
                format = name;
                text.remove_prefix(mark.size());
                break;
            }
        if (ofQuestion)
            m_format = format;
        if (format == "plain" || format == "markdown")
            return unveiled(text);
        const UnmarkedText plain = withoutMarks(unveiled(text), format == "moodle");
        for (const std::string &picture : plain.pictures)
            notePictureLeftOut(m_question, picture);
        if (plain.lostMarks)
            noteLeftOut(m_question, sentence("the looks of its text"));
        return plain.text;
    }

    Result<void> readAnswers(const std::string &answers)
    {
        if (answers.empty())
            return error("it asks for an essay, which Gatescope cannot mark.");
        if (answers.front() == '#')
            return readNumbers(answers.substr(1));
        if (answers.find('~') != std::string::npos)
            return readOptions(answers);
        if (answers.find('=') != std::string::npos && answers.find("->") != std::string::npos)
            return readPairs(answers);
        const std::string verdict(stripped(answers.substr(0, answers.find('#'))));
        for (const auto &[name, value] : {std::pair("T", true), {"TRUE", true}, {"F", false}, {"FALSE", false}})
            if (verdict == name)
                return readTruth(value, answers);
        m_question.kind = CourseKind::words;
        for (const std::string &part : parts(answers, "="))
            m_question.answers.push_back(readAnswer(part, 100));
        return {};
    }

    /// What begins with one of the signs, the sign with it where there are several.
    static std::vector<std::string> parts(std::string_view text, std::string_view signs)
    {
        std::vector<std::string> found;
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = std::min(text.find_first_of(signs, begin + 1), text.size());
            std::string_view part = stripped(text.substr(begin, end - begin));
            if (signs.size() == 1 && part.starts_with(signs))
                part = stripped(part.substr(1));
            if (!part.empty())
                found.emplace_back(part);
            begin = end;
        }
        return found;
    }

    /// "%50%text#reply"
    CourseAnswer readAnswer(std::string_view part, double percent)
    {
        CourseAnswer answer;
        answer.percent = percent;
        if (part.starts_with('%'))
            if (const std::size_t end = part.find('%', 1); end != std::string_view::npos)
                if (const auto points = finiteNumberIn(part.substr(1, end - 1))) {
                    answer.percent = *points;
                    part.remove_prefix(end + 1);
                }
        const std::size_t reply = part.find('#');
        answer.text = readText(part.substr(0, reply));
        if (reply != std::string_view::npos)
            answer.feedback = readText(part.substr(reply + 1));
        return answer;
    }

    Result<void> readOptions(const std::string &answers)
    {
        m_question.kind = answers.find('=') == std::string::npos ? CourseKind::choices : CourseKind::choice;
        for (const std::string &part : parts(answers, "~=")) {
            const bool right = part.front() == '=';
            if (!right && part.front() != '~')
                return error("\"%1\" stands before the first answer.", {printable(unveiled(part))});
            const std::string_view rest = stripped(std::string_view(part).substr(1));
            // The points of "=" are all of them, whatever stands behind it.
            m_question.answers.push_back(right ? readAnswer("%100%" + std::string(rest), 100) : readAnswer(rest, 0));
        }
        return {};
    }

    Result<void> readNumbers(std::string_view answers)
    {
        m_question.kind = CourseKind::number;
        const std::size_t other = answers.find('~');
        for (const std::string &part : parts(answers.substr(0, other), "=")) {
            CourseAnswer answer = readAnswer(part, 100);
            const std::string number = answer.text;
            if (const std::size_t dots = number.find(".."); dots != std::string::npos) {
                const auto least = finiteNumberIn(std::string_view(number).substr(0, dots));
                const auto most = finiteNumberIn(std::string_view(number).substr(dots + 2));
                if (!least || !most || *most < *least)
                    return error("\"%1\" is no range of numbers.", {printable(number)});
                answer.text = shortestText((*least + *most) / 2);
                answer.tolerance = (*most - *least) / 2;
            } else if (const std::size_t colon = number.find(':'); colon != std::string::npos) {
                const auto tolerance = finiteNumberIn(std::string_view(number).substr(colon + 1));
                if (!tolerance || *tolerance < 0)
                    return error("\"%1\" has no number as its tolerance.", {printable(number)});
                answer.text = stripped(std::string_view(number).substr(0, colon));
                answer.tolerance = *tolerance;
            }
            m_question.answers.push_back(std::move(answer));
        }
        if (other != std::string_view::npos) {
            CourseAnswer answer = readAnswer(answers.substr(other + 1), 0);
            answer.text = "*";
            m_question.answers.push_back(std::move(answer));
        }
        return {};
    }

    Result<void> readPairs(const std::string &answers)
    {
        m_question.kind = CourseKind::matching;
        for (const std::string &part : parts(answers, "=")) {
            const std::size_t arrow = part.find("->");
            if (arrow == std::string::npos)
                return error("\"%1\" is matched with nothing: there is no -> in it.", {printable(unveiled(part))});
            m_question.pairs.push_back({readText(std::string_view(part).substr(0, arrow)),
                                        unveiled(std::string_view(part).substr(arrow + 2))});
        }
        return {};
    }

    /// "F#reply to a wrong answer#reply to the right one"
    Result<void> readTruth(bool value, const std::string &answers)
    {
        const std::size_t wrong = answers.find('#');
        const std::size_t right = wrong == std::string::npos ? wrong : answers.find('#', wrong + 1);
        const auto reply = [&](std::size_t mark, std::size_t end) {
            return mark == std::string::npos ? "" : readText(answers.substr(mark + 1, end - mark - 1));
        };
        const std::string toWrong = reply(wrong, right);
        const std::string toRight = reply(right, answers.size());
        m_question.kind = CourseKind::choice;
        for (const bool option : {true, false}) {
            m_question.answers.push_back(
                {option ? "True" : "False", option == value ? 100.0 : 0.0, option == value ? toRight : toWrong});
        }
        return {};
    }

    std::string m_text;
    CourseQuestion &m_question;
    std::string m_format = "moodle";
};

} // namespace

Result<CourseFile> readGift(std::string_view bytes)
{
    if (!isUtf8(bytes) || looksLikeUtf16(bytes))
        return error("the file holds bytes that are no text in UTF-8: save it as UTF-8.");
    const std::string text = plainLineEnds(bytes) + "\n\n";
    CourseFile file;
    std::vector<std::string> category;
    CourseQuestion question;
    std::string lines;
    int first = 0;
    int number = 0;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
        const std::size_t end = text.find('\n', begin);
        const std::string_view line = stripped(std::string_view(text).substr(begin, end - begin));
        begin = end + 1;
        if (line.starts_with("//"))
            readGiftComment(line, question);
        else if (lines.empty() && line.starts_with("$CATEGORY:"))
            category = categoryPath(stripped(line.substr(10)));
        else if (!line.empty()) {
            first = lines.empty() ? number + 1 : first;
            lines.append(lines.empty() ? "" : "\n").append(line);
        } else if (!lines.empty()) {
            question.category = category;
            if (const auto read = GiftQuestionReader(veiled(lines), question).read())
                file.questions.push_back(std::move(question));
            else
                file.refused.push_back(error(
                    "line %1, question \"%2\": %3",
                    {std::to_string(first), printable(question.name.empty() ? lines : question.name), read.error()}));
            question = {};
            lines.clear();
        }
    }
    return file;
}

} // namespace gatescope
