// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz/worksheet.h"

#include "core/learning/generators/generator.h"
#include "core/learning/questions/answer_sentence.h"
#include "core/learning/questions/mixed_options.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace gatescope {

namespace {

constexpr int largestSheetSeed = 1'000'000; ///< as a person can type it
constexpr int triesForOthers = 20;

/// Written questions of one lesson, level and kind: so many stand on a sheet, everybody's are the next ones of them.
struct Pool {
    std::vector<Question> questions;
    std::size_t share = 0; ///< how many of them stand on a sheet

    bool isLargeEnough() const { return questions.size() > share; }
};

/// One place of every sheet: the written question, or what makes one for each.
struct Slot {
    std::optional<Question> written;
    const Generator *generator = nullptr;
    std::size_t pool = 0, place = 0; ///< of a written one
};

struct Plan {
    std::vector<Slot> slots;
    std::vector<Pool> pools; ///< none: everybody gets the same written ones
};

Slot slotOf(const std::vector<Question> &written, const Question &drawn)
{
    const bool isWritten = std::ranges::find(written, drawn.id, &Question::id) != written.end();
    const Generator *generator = isWritten ? nullptr : generatorNamed(originOf(drawn));
    return generator ? Slot{std::nullopt, generator} : Slot{drawn, nullptr};
}

bool areOfOnePool(const Question &one, const Question &other)
{
    return one.lesson == other.lesson && one.level == other.level && one.kind == other.kind;
}

/// Those that were drawn come first, the others behind them in an order that the seed gives.
void makePools(Plan &plan, const std::vector<Question> &written, const QuizChoice &choice)
{
    for (Slot &slot : plan.slots) {
        if (!slot.written)
            continue;
        const auto pool = std::ranges::find_if(
            plan.pools, [&](const Pool &one) { return areOfOnePool(one.questions.front(), *slot.written); });
        slot.pool = std::size_t(pool - plan.pools.begin());
        if (pool == plan.pools.end())
            plan.pools.emplace_back();
        slot.place = plan.pools[slot.pool].share++;
        plan.pools[slot.pool].questions.push_back(*slot.written);
    }
    Random random(choice.seed + 1);
    for (Pool &pool : plan.pools) {
        std::vector<Question> others;
        for (const Question &question : written)
            if (areOfOnePool(question, pool.questions.front()) && isWanted(choice, question)
                && std::ranges::find(pool.questions, question.id, &Question::id) == pool.questions.end())
                others.push_back(question);
        for (int i = static_cast<int>(others.size()) - 1; i > 0; --i)
            std::swap(others[std::size_t(i)], others[std::size_t(random.below(i + 1))]);
        std::ranges::move(others, std::back_inserter(pool.questions));
    }
}

Result<Plan> planOf(const std::vector<Question> &written, const WorksheetWish &wish)
{
    Plan plan;
    std::vector<Slot> &slots = plan.slots;
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
    if (wish.ids.empty() && !wish.sameForAll)
        makePools(plan, written, wish.choice);
    return plan;
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

/// The sheet of who stands at this place in the list.
Worksheet sheetOf(const Plan &plan, const WorksheetWish &wish, std::size_t student, OwnNumbers &numbers)
{
    Random random(Random(wish.choice.seed).next() + student);
    Worksheet sheet{wish.students[student], {}};
    for (const Slot &slot : plan.slots) {
        if (!slot.written) {
            sheet.questions.push_back(numbers.next(*slot.generator, random));
            continue;
        }
        const Pool *pool = plan.pools.empty() ? nullptr : &plan.pools[slot.pool];
        const bool hasOwn = pool && pool->isLargeEnough();
        if (hasOwn)
            sheet.ofTheirOwn.push_back(static_cast<int>(sheet.questions.size()));
        const Question &question
            = hasOwn ? pool->questions[(student * pool->share + slot.place) % pool->questions.size()] : *slot.written;
        sheet.questions.push_back(writtenFor(question, wish.choice.seed + student));
    }
    return sheet;
}

} // namespace

Result<Worksheets> makeWorksheets(const std::vector<Question> &written, const WorksheetWish &wish,
                                  const std::function<bool(int made)> &goOn)
{
    if (wish.students.empty() || wish.students.size() > std::size_t(mostStudents))
        return error("A worksheet is for 1 to %1 students.", {std::to_string(mostStudents)});
    const auto plan = planOf(written, wish);
    if (!plan)
        return plan.error();
    Worksheets made;
    OwnNumbers numbers;
    for (std::size_t student = 0; student < wish.students.size(); ++student) {
        if (goOn && !goOn(static_cast<int>(student)))
            break;
        made.sheets.push_back(sheetOf(*plan, wish, student, numbers));
    }
    made.notes = numbers.notes();
    return made;
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
