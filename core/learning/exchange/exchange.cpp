// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/exchange.h"

#include "core/learning/exchange/course_writing.h"
#include "core/learning/exchange/gift.h"
#include "core/learning/exchange/moodle_xml.h"
#include "core/learning/exchange/question_csv.h"
#include "core/learning/exchange/words.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr int triesPerVariant = 20;

template<std::string (*Write)(const std::vector<CourseQuestion> &)>
ExportedQuestions writeForCourse(const std::vector<Question> &questions, std::string_view title)
{
    ExportedQuestions exported;
    std::vector<CourseQuestion> courseQuestions;
    for (const Question &question : questions) {
        auto course = toCourseQuestion(question);
        if (!course) {
            exported.notes.push_back(course.error());
            continue;
        }
        courseQuestions.push_back(std::move(*course));
        if (const auto loss = lossOf(question, title))
            exported.notes.push_back(*loss);
    }
    exported.count = static_cast<int>(courseQuestions.size());
    exported.text = Write(courseQuestions);
    return exported;
}

ExportedQuestions exportGift(const std::vector<Question> &questions)
{
    ExportedQuestions exported = writeForCourse<writeGift>(questions, "GIFT");
    if (exported.count > 0)
        exported.notes.push_back(error("GIFT knows no hints: they stand in comments, which Moodle does not show."));
    return exported;
}

ExportedQuestions exportMoodle(const std::vector<Question> &questions)
{
    return writeForCourse<writeMoodleXml>(questions, "Moodle XML");
}

ExportedQuestions exportCsv(const std::vector<Question> &questions)
{
    ExportedQuestions exported;
    std::vector<Question> written;
    for (const Question &question : questions) {
        if (question.options.size() > mostLetteredOptions) {
            exported.notes.push_back(error("question \"%1\" is left out: it has more options than there are letters.",
                                           {printable(question.id)}));
            continue;
        }
        if (const auto loss = lossOf(question, "CSV"))
            exported.notes.push_back(*loss);
        written.push_back(question);
    }
    exported.count = static_cast<int>(written.size());
    exported.text = writeQuestionCsv(written);
    return exported;
}

/// Sorts a question by whether it can be asked as it is; ids become different.
void take(ImportedQuestions &imported, Question question, std::map<std::string, int> &taken)
{
    const std::string id = freeId(question.id, taken);
    if (id != question.id)
        imported.notes.push_back(error("question \"%1\": another one has this id; it is called \"%2\".",
                                       {printable(question.id), printable(id)}));
    question.id = id;
    if (const auto fine = check(question))
        imported.questions.push_back(std::move(question));
    else
        imported.unfinished.push_back(
            {question, error("question \"%1\" is to be completed: %2", {printable(id), fine.error()})});
}

template<Result<CourseFile> (*Read)(std::string_view)>
Result<ImportedQuestions> importCourse(std::string_view text, const ImportDefaults &defaults)
{
    auto file = Read(text);
    if (!file)
        return file.error();
    ImportedQuestions imported;
    imported.refused = std::move(file->refused);
    std::map<std::string, int> taken;
    for (const CourseQuestion &course : file->questions) {
        std::vector<Argument> leftOut;
        auto questions = fromCourseQuestion(course, defaults, leftOut);
        if (!questions) {
            imported.refused.push_back(error("question \"%1\": %2", {printable(course.name), questions.error()}));
            continue;
        }
        if (!leftOut.empty())
            imported.notes.push_back(
                error("question \"%1\" is read without %2.", {printable(course.name), listed(leftOut)}));
        for (Question &question : *questions)
            take(imported, std::move(question), taken);
    }
    return imported;
}

Result<ImportedQuestions> importCsv(std::string_view text, const ImportDefaults &defaults)
{
    auto rows = readQuestionCsv(text, defaults);
    if (!rows)
        return rows.error();
    ImportedQuestions imported;
    imported.refused = std::move(rows->refused);
    imported.notes = std::move(rows->notes);
    std::map<std::string, int> taken;
    for (Question &question : rows->questions)
        take(imported, std::move(question), taken);
    return imported;
}

} // namespace

const std::vector<QuestionFormat> &questionFormats()
{
    static const std::vector<QuestionFormat> table{
        {"gift", "GIFT", "txt", exportGift, importCourse<readGift>},
        {"moodle", "Moodle XML", "xml", exportMoodle, importCourse<readMoodleXml>},
        {"csv", "CSV", "csv", exportCsv, importCsv},
    };
    return table;
}

const QuestionFormat *questionFormatNamed(std::string_view name)
{
    const auto found = std::ranges::find(questionFormats(), name, &QuestionFormat::name);
    return found == questionFormats().end() ? nullptr : &*found;
}

const QuestionFormat &recogniseQuestionFormat(std::string_view text)
{
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) // UTF-16, which XML may be in
        return *questionFormatNamed("moodle");
    const std::string begin = plainLineEnds(text.substr(0, 4096));
    if (stripped(begin).starts_with('<'))
        return *questionFormatNamed("moodle");
    const std::string header = begin.substr(0, begin.find('\n'));
    const auto names = [&](const char *column) { return header.find(column) != std::string::npos; };
    const bool isTable
        = names("kind") && names("text") && names("answer") && header.find_first_of(",;\t") != std::string::npos;
    return *questionFormatNamed(isTable && header.find_first_of("{}") == std::string::npos ? "csv" : "gift");
}

std::vector<Question> variantsOf(const Generator &generator, std::uint64_t seed, int count)
{
    std::vector<Question> variants;
    std::set<std::pair<std::string, std::string>> seen;
    for (int tries = 0; std::ssize(variants) < count && tries < count * triesPerVariant; ++tries) {
        Question question = makeQuestion(generator, seed + std::uint64_t(tries));
        std::string options;
        for (const Sentence &option : question.options)
            options += option.english() + "\n";
        if (seen.emplace(question.text.english(), options).second)
            variants.push_back(std::move(question));
    }
    return variants;
}

} // namespace gatescope
