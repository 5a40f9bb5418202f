// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/quiz/worksheet.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace gatescope;

namespace {

const std::vector<Question> &shipped()
{
    static const std::vector<Question> questions
        = readQuestionFolder(resourceFolder(), readLessonFolder(resourceFolder()).lessons).questions;
    return questions;
}

WorksheetWish someWish(int students)
{
    WorksheetWish wish;
    wish.choice.topic = "update-gate";
    wish.choice.seed = 7;
    wish.choice.count = 6;
    wish.students = numberedStudents(students);
    return wish;
}

std::vector<std::string> idsOf(const Worksheet &sheet)
{
    std::vector<std::string> ids;
    for (const Question &question : sheet.questions)
        ids.push_back(question.id);
    return ids;
}

} // namespace

class WorksheetTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStudentGetsTheSameQuestionsWithNumbersOfTheirOwn()
    {
        WorksheetWish wish = someWish(12);
        wish.ids = {"blend-by-hand", "compute-update-gate", shipped().front().id};
        const Worksheets made = makeWorksheets(shipped(), wish).value();
        QCOMPARE(made.sheets.size(), std::size_t(12));
        QVERIFY(made.notes.empty());
        std::set<std::string> texts;
        for (const Worksheet &sheet : made.sheets) {
            QCOMPARE(sheet.questions.size(), std::size_t(3));
            QCOMPARE(std::string(originOf(sheet.questions[0])), std::string("blend-by-hand"));
            QVERIFY(texts.insert(sheet.questions[0].text.english()).second);
            QVERIFY(texts.insert(sheet.questions[1].text.english()).second);
            QCOMPARE(sheet.questions[2].id, shipped().front().id);
            for (int i : {0, 1}) {
                const auto again = questionOfId(sheet.questions[std::size_t(i)].id);
                QVERIFY(again.has_value());
                QVERIFY(again->answer == sheet.questions[std::size_t(i)].answer);
                QCOMPARE(again->text.english(), sheet.questions[std::size_t(i)].text.english());
            }
        }
    }

    void aStudentMoreChangesNoOtherSheet()
    {
        const Worksheets few = makeWorksheets(shipped(), someWish(3)).value();
        const Worksheets more = makeWorksheets(shipped(), someWish(5)).value();
        for (std::size_t i = 0; i < few.sheets.size(); ++i)
            QCOMPARE(idsOf(few.sheets[i]), idsOf(more.sheets[i]));
        WorksheetWish other = someWish(3);
        other.choice.seed = 8;
        QVERIFY(idsOf(makeWorksheets(shipped(), other)->sheets[0]) != idsOf(few.sheets[0]));
    }

    /// Neighbours look at other questions, but nobody has harder ones or more of one kind.
    void whereALessonHasEnoughEverySheetHasOtherQuestionsOfTheSameKinds()
    {
        WorksheetWish wish = someWish(6);
        wish.choice.topic.clear();
        wish.choice.mayGenerate = false;
        wish.choice.count = 12;
        const Worksheets made = makeWorksheets(shipped(), wish).value();
        const std::vector<int> own = made.sheets.front().ofTheirOwn;
        QVERIFY(!own.empty());
        for (const Worksheet &sheet : made.sheets) {
            QCOMPARE(sheet.ofTheirOwn, own);
            QCOMPARE(sheet.questions.size(), made.sheets.front().questions.size());
            std::set<std::string> ids;
            for (std::size_t i = 0; i < sheet.questions.size(); ++i) {
                const Question &question = sheet.questions[i], &first = made.sheets.front().questions[i];
                QVERIFY(question.lesson == first.lesson && question.level == first.level);
                QVERIFY(question.kind == first.kind);
                QVERIFY(ids.insert(question.id).second);
                if (std::ranges::find(own, int(i)) == own.end())
                    QCOMPARE(question.id, first.id);
            }
        }
        for (const int question : own) // where nobody else's stands a neighbour has another one
            QVERIFY(made.sheets[0].questions[std::size_t(question)].id
                    != made.sheets[1].questions[std::size_t(question)].id);
        const Worksheets again = makeWorksheets(shipped(), wish).value();
        for (std::size_t i = 0; i < made.sheets.size(); ++i)
            QCOMPARE(idsOf(again.sheets[i]), idsOf(made.sheets[i]));
        WorksheetWish alone = wish;
        alone.students.resize(1);
        QCOMPARE(idsOf(makeWorksheets(shipped(), alone)->sheets[0]), idsOf(made.sheets[0]));
        wish.sameForAll = true;
        const Worksheets same = makeWorksheets(shipped(), wish).value();
        QVERIFY(same.sheets.front().ofTheirOwn.empty());
        for (const Worksheet &sheet : same.sheets)
            QCOMPARE(idsOf(sheet), idsOf(same.sheets.front()));
    }

    void aWrittenQuestionWithAGeneratorsNameStaysAsItIsWritten()
    {
        Question own = shipped().front();
        own.id = "blend-by-hand";
        WorksheetWish wish = someWish(2);
        wish.ids = {"blend-by-hand"};
        const Worksheets byName = makeWorksheets({own}, wish).value();
        wish.ids.clear();
        wish.choice = {};
        wish.choice.mayGenerate = false;
        const Worksheets drawn = makeWorksheets({own}, wish).value();
        for (const Worksheets *made : {&byName, &drawn})
            for (const Worksheet &sheet : made->sheets) {
                QCOMPARE(sheet.questions.size(), std::size_t(1));
                QCOMPARE(sheet.questions[0].text.english(), own.text.english());
            }
    }

    void tooFewNumbersForAClassAreSaid()
    {
        WorksheetWish wish = someWish(60);
        wish.ids = {"order-of-a-step", "packed-rows", "share-left"};
        const Worksheets made = makeWorksheets({}, wish).value();
        QCOMPARE(made.sheets.size(), std::size_t(60));
        QVERIFY(std::ranges::any_of(
            made.notes, [](const Error &note) { return note.english().find("order-of-a-step") != std::string::npos; }));
    }

    void whatIsNotThereIsRefusedByName()
    {
        WorksheetWish wish = someWish(1);
        wish.ids = {"no-such-question"};
        QVERIFY(makeWorksheets(shipped(), wish).error().english().find("\"no-such-question\"") != std::string::npos);
        wish = someWish(1);
        wish.choice.lessons = {"nowhere"};
        QVERIFY(!makeWorksheets(shipped(), wish));
        QVERIFY(!makeWorksheets(shipped(), someWish(0)));
        QVERIFY(!makeWorksheets(shipped(), someWish(mostStudents + 1)));
    }

    void theKeySaysLettersNumbersAndSizes()
    {
        Question question;
        question.options = {{"a", {}}, {"b", {}}, {"c", {}}};
        question.answer = 1;
        QCOMPARE(keyText(question), std::string("B"));
        question.kind = QuestionKind::order;
        question.answer = std::vector<int>{2, 0, 1};
        QCOMPARE(keyText(question), std::string("C, A, B"));
        question.kind = QuestionKind::shape;
        QCOMPARE(keyText(question), std::string("(2, 0, 1)"));
        question.kind = QuestionKind::numeric;
        question.answer = -0.5;
        QCOMPARE(keyText(question), std::string("−0.5000"));
        QCOMPARE(optionLetter(25) + optionLetter(26), std::string("ZAA"));
    }
};

QTEST_GUILESS_MAIN(WorksheetTest)
#include "worksheet_test.moc"
