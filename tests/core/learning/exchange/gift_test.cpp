// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/gift.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

CourseFile fileOf(std::string_view text)
{
    const auto file = readGift(text);
    if (!file)
        qFatal("%s", file.error().english().c_str());
    return *file;
}

CourseQuestion only(std::string_view text)
{
    const CourseFile file = fileOf(text);
    for (const Error &refused : file.refused)
        qWarning("%s", refused.english().c_str());
    return file.questions.size() == 1 ? file.questions[0] : CourseQuestion{};
}

std::string refusalOf(std::string_view text)
{
    const CourseFile file = fileOf(text);
    return file.refused.size() == 1 && file.questions.empty() ? file.refused[0].english() : "";
}

} // namespace

class GiftTest : public QObject
{
    Q_OBJECT

private slots:
    void aChoiceHasItsRightAnswerItsRepliesAndItsCategory()
    {
        const CourseQuestion question = only("$CATEGORY: $course$/top/Week 3/r//z\n\n"
                                             "// question: 12  name: Reset\n"
                                             "::The reset\\: r::[html]<p>What does <i>r</i> scale?</p>{\n"
                                             "\t=the past#Yes.\n"
                                             "\t~the input#[plain]W_n x is <not> scaled.\n"
                                             "\t~%-25%nothing\n"
                                             "\t####r\\=0 forgets.\n}\n");
        QVERIFY(question.kind == CourseKind::choice);
        QCOMPARE(question.name, std::string("The reset: r"));
        QCOMPARE(question.text, std::string("What does r scale?"));
        QVERIFY((question.category == std::vector<std::string>{"Week 3", "r/z"}));
        QCOMPARE(question.answers.size(), std::size_t(3));
        QCOMPARE(question.answers[0].percent, 100.0);
        QCOMPARE(question.answers[1].feedback, std::string("W_n x is <not> scaled."));
        QCOMPARE(question.answers[2].percent, -25.0);
        QCOMPARE(question.feedback, std::string("r=0 forgets."));
        QCOMPARE(question.leftOut.size(), std::size_t(1));
        QCOMPARE(question.leftOut.front().english(), std::string("the looks of its text"));
    }

    void severalRightAnswersShareThePoints()
    {
        const CourseQuestion question = only("Gates?{~%50%r ~%50%z ~%-100%c}");
        QVERIFY(question.kind == CourseKind::choices);
        QCOMPARE(question.answers[1].percent, 50.0);
        QCOMPARE(question.name, std::string("Gates?"));
    }

    void aNumberHasAToleranceARangeOrNeither()
    {
        for (const auto &[text, number, tolerance] :
             {std::tuple("A?{#0.5:0.25}", "0.5", 0.25), {"A?{#-1..2}", "0.5", 1.5}, {"A?{#=3}", "3", 0.0}}) {
            const CourseQuestion question = only(text);
            QVERIFY(question.kind == CourseKind::number);
            QCOMPARE(question.answers.at(0).text, std::string(number));
            QCOMPARE(question.answers.at(0).tolerance, tolerance);
        }
        const CourseQuestion several = only("A?{#\n=1822:0#Right.\n=%50%1822:2#Near.\n~#Far.\n####Grant.}");
        QCOMPARE(several.answers.size(), std::size_t(3));
        QCOMPARE(several.answers[1].percent, 50.0);
        QCOMPARE(several.answers[1].feedback, std::string("Near."));
        QCOMPARE(several.answers[2].text, std::string("*"));
        QCOMPARE(several.feedback, std::string("Grant."));
    }

    void truthHasTheReplyToAWrongAnswerFirst()
    {
        const CourseQuestion question = only("z keeps.{FALSE#Not so.#Quite.####See (1−z).}");
        QCOMPARE(question.answers.size(), std::size_t(2));
        QCOMPARE(question.answers[0].text, std::string("True"));
        QCOMPARE(question.answers[0].feedback, std::string("Not so."));
        QCOMPARE(question.answers[1].percent, 100.0);
        QCOMPARE(question.answers[1].feedback, std::string("Quite."));
        QCOMPARE(only("Yes.{T##Quite.}").answers[0].feedback, std::string("Quite."));
    }

    void wordsPairsAndAGapInASentenceAreRead()
    {
        const CourseQuestion words = only("The gate that resets is {=r =%50%reset gate} by name.");
        QVERIFY(words.kind == CourseKind::words);
        QCOMPARE(words.text, std::string("The gate that resets is _____ by name."));
        QCOMPARE(words.answers[1].percent, 50.0);
        const CourseQuestion pairs = only("Match.{\n=r -> reset\n=z -> up\\=date\n= -> other\n}");
        QVERIFY(pairs.kind == CourseKind::matching);
        QCOMPARE(pairs.pairs[1].right, std::string("up=date"));
        QVERIFY(pairs.pairs[2].left.empty());
    }

    void idsTagsAndHintsStandInComments()
    {
        const CourseQuestion question = only("// [id:q-7] [tag:level:easy] [tag:a\\]b]\n// hint: Think.\nA?{=b ~c}");
        QCOMPARE(question.id, std::string("q-7"));
        QVERIFY((question.tags == std::vector<std::string>{"level:easy", "a]b"}));
        QVERIFY(question.hints == std::vector<std::string>{"Think."});
    }

    void aTagStaysInItsCommentWhateverItHolds()
    {
        CourseQuestion question = only("A?{=b ~c}");
        question.id = "q\\";
        question.tags = {"source:one\ntwo\r{three}", "C:\\books\\", "a\\]b", "last"};
        question.hints = {"first\rsecond"};
        const CourseQuestion read = only(writeGift({question}));
        QCOMPARE(read.id, question.id);
        QVERIFY((read.tags == std::vector<std::string>{"source:one two {three}", "C:\\books\\", "a\\]b", "last"}));
        QVERIFY(read.hints == std::vector<std::string>{"first second"});
        QCOMPARE(read.text, std::string("A?"));
    }

    void marksInAHintAreWordsOfIt()
    {
        CourseQuestion question = only("A?{=b ~c}");
        question.id = "q";
        question.hints = {"Look at x[id:3] and [tag:level:hard]."};
        const CourseQuestion read = only(writeGift({question}));
        QCOMPARE(read.id, std::string("q"));
        QVERIFY(read.tags.empty());
        QVERIFY(read.hints == question.hints);
    }

    void aBackslashThatEscapesNothingIsOne()
    {
        QCOMPARE(only("[plain]\\(h_t \\cdot z\\) or \\\\n?{T}").text, std::string("\\(h_t \\cdot z\\) or \\n?"));
        QCOMPARE(only("[markdown]one\\ntwo{T}").text, std::string("one\ntwo"));
    }

    void whatIsNoQuestionIsNamedAndTheOthersAreRead()
    {
        QCOMPARE(refusalOf("\n\n::Essay::Write.{}"),
                 std::string("line 3, question \"Essay\": it asks for an essay, which Gatescope cannot mark."));
        QVERIFY(refusalOf("Only words.").find("without a question") != std::string::npos);
        QVERIFY(refusalOf("Broken {=a ~b").find("is missing") != std::string::npos);
        QVERIFY(refusalOf("A?{#1:x}").find("tolerance") != std::string::npos);
        const CourseFile file = fileOf("Broken {=a\n\nGood?{T}\n\n} {\n\nGood too?{F}");
        QCOMPARE(file.questions.size(), std::size_t(2));
        QCOMPARE(file.refused.size(), std::size_t(2));
        QVERIFY(!readGift("A?{=\xC3 ~b}").ok());
    }
};

QTEST_GUILESS_MAIN(GiftTest)
#include "gift_test.moc"
