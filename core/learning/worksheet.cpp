// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/worksheet.h"

#include "core/learning/answer_sentence.h"
#include "core/learning/exchange/words.h"
#include "core/learning/generators/generator.h"
#include "core/learning/mixed_options.h"

#include <algorithm>
#include <map>
#include <set>

namespace gatescope {

namespace {

constexpr int largestSheetSeed = 1'000'000; ///< as a person can type it
constexpr int triesForOthers = 20;
constexpr std::size_t longestName = 80;

/// One place of every sheet: the written question, or what makes one for each.
struct Slot {
    std::optional<Question> written;
    const Generator *generator = nullptr;
};

Slot slotOf(const std::vector<Question> &written, const Question &drawn)
{
    const bool isWritten = std::ranges::find(written, drawn.id, &Question::id) != written.end();
    const Generator *generator = isWritten ? nullptr : generatorNamed(originOf(drawn));
    return generator ? Slot{std::nullopt, generator} : Slot{drawn, nullptr};
}

Result<std::vector<Slot>> slotsOf(const std::vector<Question> &written, const WorksheetWish &wish)
{
    std::vector<Slot> slots;
    for (const std::string &id : wish.ids) {
        const auto found = std::ranges::find(written, id, &Question::id);
        const Generator *generator = generatorNamed(id);
        if (found == written.end() && !generator)
            return error("There is no question and no generator of questions \"%1\".", {printable(id)});
        slots.push_back(found != written.end() ? Slot{*found, nullptr} : Slot{std::nullopt, generator});
    }
    if (wish.ids.empty())
        for (const Question &drawn : drawQuiz(written, wish.choice))
            slots.push_back(slotOf(written, drawn));
    if (slots.empty())
        return error("There is no question of this topic, lesson and level.");
    if (slots.size() > std::size_t(mostSheetQuestions))
        return error("A sheet has at most %1 questions.", {std::to_string(mostSheetQuestions)});
    return slots;
}

/// What tells two questions of a generator apart.
std::string wordsOf(const Question &question)
{
    std::string words = question.text.english();
    for (const Sentence &option : question.options)
        words += "\n" + option.english();
    return words;
}

/// Makes questions that nobody had before, as long as the generator has any.
class OwnNumbers
{
public:
    Question next(const Generator &generator, Random &random)
    {
        std::set<std::string> &seen = m_seen[generator.name];
        Question question;
        for (int tries = 0; tries < triesForOthers; ++tries) {
            question = makeQuestion(generator, std::uint64_t(random.below(largestSheetSeed)));
            if (seen.insert(wordsOf(question)).second)
                return question;
        }
        m_repeated.insert(generator.name);
        return question;
    }
    std::vector<Error> notes() const
    {
        std::vector<Error> notes;
        for (const std::string_view name : m_repeated)
            notes.push_back(error("The questions of %1 have too few different numbers: some students get the same.",
                                  {std::string(name)}));
        return notes;
    }

private:
    std::map<std::string_view, std::set<std::string>> m_seen;
    std::set<std::string_view> m_repeated;
};

/// A neighbour's letters are of no use.
Question writtenFor(Question question, std::uint64_t seed)
{
    mixOptions(question, seed);
    return question;
}

} // namespace

Result<Worksheets> makeWorksheets(const std::vector<Question> &written, const WorksheetWish &wish,
                                  const std::function<bool(int made)> &goOn)
{
    if (wish.students.empty() || wish.students.size() > std::size_t(mostStudents))
        return error("A worksheet is for 1 to %1 students.", {std::to_string(mostStudents)});
    const auto slots = slotsOf(written, wish);
    if (!slots)
        return slots.error();
    Worksheets made;
    OwnNumbers numbers;
    for (std::size_t student = 0; student < wish.students.size(); ++student) {
        if (goOn && !goOn(static_cast<int>(student)))
            break;
        Random random(Random(wish.choice.seed).next() + student);
        Worksheet sheet{wish.students[student], {}};
        for (const Slot &slot : *slots)
            sheet.questions.push_back(slot.written ? writtenFor(*slot.written, wish.choice.seed + student)
                                                   : numbers.next(*slot.generator, random));
        made.sheets.push_back(std::move(sheet));
    }
    made.notes = numbers.notes();
    return made;
}

std::vector<std::string> numberedStudents(int count, const std::string &word)
{
    std::vector<std::string> students;
    for (int i = 1; i <= count; ++i)
        students.push_back(word + " " + std::to_string(i));
    return students;
}

Result<std::vector<std::string>> studentsIn(std::string_view text)
{
    if (looksLikeUtf16(text))
        return error("the list is in UTF-16: save it as UTF-8.");
    std::vector<std::string> students = filledLines(plainLineEnds(text));
    std::set<std::string> seen;
    for (std::string &student : students) {
        if (student.size() > longestName)
            return error("\"%1\" is longer than a name: one stands on each line.", {printable(student)});
        student = printable(student);
        if (!seen.insert(student).second)
            return error("\"%1\" stands there twice: the key could not tell them apart.", {student});
    }
    if (students.empty())
        return error("there is no name in it: one stands on each line.");
    if (students.size() > std::size_t(mostStudents))
        return error("there are %1 names, at most %2 are possible.",
                     {std::to_string(students.size()), std::to_string(mostStudents)});
    return students;
}

std::string optionLetter(int option)
{
    const std::string letter(1, static_cast<char>('A' + option % 26));
    return option < 26 ? letter : optionLetter(option / 26 - 1) + letter;
}

Sentence keySentence(const Question &question)
{
    if (const auto *option = std::get_if<int>(&question.answer))
        return {optionLetter(*option), {}};
    const auto *list = std::get_if<std::vector<int>>(&question.answer);
    if (!list || question.kind == QuestionKind::shape)
        return answerSentence(question, question.answer);
    if (list->empty())
        return sentence("none of them");
    std::string text;
    for (const int option : *list)
        text += (text.empty() ? "" : ", ") + optionLetter(option);
    return {text, {}};
}

std::string keyText(const Question &question)
{
    return keySentence(question).english();
}

} // namespace gatescope
