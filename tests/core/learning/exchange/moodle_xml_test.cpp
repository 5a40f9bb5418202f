// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/exchange.h"
#include "core/learning/exchange/marked_up_text.h"
#include "core/learning/exchange/moodle_xml.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

std::string quizOf(const std::string &questions)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n" + questions + "</quiz>\n";
}

/// A question with what Moodle writes of every one.
std::string moodleQuestion(const std::string &type, const std::string &name, const std::string &rest)
{
    return "<!-- question: 7 -->\n<question type=\"" + type + "\">\n<name>\n<text>" + name
        + "</text>\n</name>\n<questiontext format=\"html\">\n<text><![CDATA[<p>How much is&nbsp;h<sub>2</sub> &lt; 1"
          "<br></p>]]></text>\n</questiontext>\n<generalfeedback format=\"html\"><text><![CDATA[<p>First.</p><p>Then "
          "1&minus;z.</p>]]></text></generalfeedback>\n<defaultgrade>1.0000000</defaultgrade>\n"
          "<penalty>0.3333333</penalty>\n<hidden>0</hidden>\n<idnumber></idnumber>\n"
        + rest + "</question>\n";
}

std::string moodleAnswer(const std::string &fraction, const std::string &text, const std::string &feedback,
                         const std::string &rest = "")
{
    return "<answer fraction=\"" + fraction + "\" format=\"html\">\n<text><![CDATA[" + text
        + "]]></text>\n<feedback format=\"html\">\n<text>" + feedback + "</text>\n</feedback>\n" + rest + "</answer>\n";
}

CourseQuestion only(const std::string &question)
{
    const auto file = readMoodleXml(quizOf(question));
    if (!file || !file->refused.empty())
        qWarning("%s", (file ? file->refused[0] : file.error()).english().c_str());
    return file && file->questions.size() == 1 ? file->questions[0] : CourseQuestion{};
}

ImportedQuestions imported(const std::string &question)
{
    return questionFormatNamed("moodle")->read(quizOf(question), {"gates", "some-lesson", Level::easy}).value();
}

bool says(const std::vector<Error> &errors, std::string_view words)
{
    return std::ranges::any_of(errors,
                               [&](const Error &one) { return one.english().find(words) != std::string::npos; });
}

const std::string hint = "<hint format=\"html\"><text>Look at z.</text></hint>\n";

} // namespace

class MoodleXmlTest : public QObject
{
    Q_OBJECT

private slots:
    void aChoiceBecomesAQuestionThatCanBeAsked()
    {
        const ImportedQuestions read
            = imported("<question type=\"category\"><category><text>$course$/top/GRU</text></category></question>"
                       + moodleQuestion(
                           "multichoice", "Keeping &amp; forgetting",
                           "<single>true</single><shuffleanswers>true</shuffleanswers>"
                           "<correctfeedback format=\"html\"><text>Your answer is correct.</text></correctfeedback>"
                               + moodleAnswer("100", "<p>all</p>", "") + moodleAnswer("0", "none", "z is 1.") + hint));
        QVERIFY(read.refused.empty() && read.notes.empty() && read.unfinished.empty());
        QCOMPARE(read.questions.size(), std::size_t(1));
        const Question &question = read.questions[0];
        QCOMPARE(question.id, std::string("keeping-forgetting"));
        QCOMPARE(question.text.english(), std::string("How much is h_2 < 1"));
        QCOMPARE(question.options[0].english(), std::string("all"));
        QCOMPARE(question.misconceptions[0].why.english(), std::string("z is 1."));
        QCOMPARE(question.hint.english(), std::string("Look at z."));
        QCOMPARE(question.solution[1].text.english(), std::string("Then 1−z."));
        QCOMPARE(question.solution[2].text.english(), std::string("So: all."));
    }

    void severalTruthNumbersAndWordsAreRead()
    {
        const CourseQuestion several
            = only(moodleQuestion("multichoice", "Q",
                                  "<single>false</single>" + moodleAnswer("50", "a", "") + moodleAnswer("50", "b", "")
                                      + moodleAnswer("-100", "c", "")));
        QVERIFY(several.kind == CourseKind::choices && several.answers[2].percent == -100);
        const CourseQuestion truth = only(
            moodleQuestion("truefalse", "Q", moodleAnswer("0", "true", "No.") + moodleAnswer("100", "false", "")));
        QVERIFY(truth.answers[0].text == "True" && truth.answers[1].percent == 100);

        const ImportedQuestions number = imported(moodleQuestion(
            "numerical", "Q",
            moodleAnswer("100", "-0.25", "", "<tolerance>0.01</tolerance>")
                + moodleAnswer("0", "0.25", "A sign is lost.", "<tolerance>0.01</tolerance>")
                + moodleAnswer("0", "*", "Count again.", "<tolerance>0</tolerance>")
                + "<units><unit><multiplier>1</multiplier><unit_name>ms</unit_name></unit></units>" + hint));
        QCOMPARE(number.questions.size(), std::size_t(1));
        QCOMPARE(std::get<double>(number.questions[0].answer), -0.25);
        QCOMPARE(number.questions[0].tolerance, 0.01);
        QVERIFY(says(number.notes, "Count again.") && says(number.notes, "the unit ms"));

        const ImportedQuestions shape = imported(moodleQuestion(
            "shortanswer", "Q",
            "<usecase>0</usecase>" + moodleAnswer("100", "(4, 7, 3)", "") + moodleAnswer("100", "4x7x3", "")
                + moodleAnswer("0", "(7, 4, 3)", "The batch is first.") + hint));
        QVERIFY((shape.questions.at(0).answer == Answer(std::vector{4, 7, 3})));
        QCOMPARE(shape.questions[0].misconceptions.size(), std::size_t(1));

        const ImportedQuestions words = imported(moodleQuestion(
            "shortanswer", "Q", moodleAnswer("100", "reset gate", "") + moodleAnswer("80", "r", "Its letter.") + hint));
        QCOMPARE(words.questions.at(0).options.size(), std::size_t(2));
        QVERIFY(says(words.notes, "that it is typed") && says(words.notes, "80 %"));
        QVERIFY(says(imported(moodleQuestion("shortanswer", "Only", moodleAnswer("100", "reset", ""))).refused,
                     "question \"Only\": it asks for words that are typed"));
    }

    void aMatchingQuestionIsAskedPairByPair()
    {
        const auto pair = [](const std::string &left, const std::string &right) {
            return "<subquestion format=\"html\"><text><![CDATA[" + left + "]]></text><answer><text>" + right
                + "</text></answer></subquestion>";
        };
        const ImportedQuestions read = imported(moodleQuestion(
            "matching", "Letters", pair("<p>r</p>", "reset") + pair("z", "update") + pair("", "output") + hint));
        QCOMPARE(read.questions.size(), std::size_t(2));
        QCOMPARE(read.questions[1].options.size(), std::size_t(3));
        QCOMPARE(answerText(read.questions[1], read.questions[1].answer), std::string("update"));
        QVERIFY(read.questions[1].text.english().ends_with("— z"));
        QVERIFY(says(read.notes, "asked as 2"));
    }

    void picturesAndWhatElseHasNoPlaceIsNamed()
    {
        std::string question = moodleQuestion("truefalse", "Seen",
                                              moodleAnswer("100", "true", "") + moodleAnswer("0", "false", "")
                                                  + "<dataset>x</dataset>" + hint);
        const std::string image = "<img src=\"@@PLUGINFILE@@/a%20cell.png\" alt=\"a cell\"><b>bold</b>";
        question.replace(question.find("<p>How"), 3, "<p>" + image);
        question.insert(question.find("</questiontext>"),
                        "<file name=\"b.png\" path=\"/\" encoding=\"base64\">iVBORw0KGgo=</file>");
        const ImportedQuestions read = imported(question);
        QCOMPARE(read.questions.size() + read.unfinished.size(), std::size_t(1));
        QVERIFY(read.questions.at(0).text.english().starts_with("[picture: a cell]bold"));
        for (const char *lost : {"the picture a cell.png", "the file b.png", "the looks of its text", "<dataset>"})
            QVERIFY2(says(read.notes, lost), lost);
    }

    void ofManyThingsWithoutAPlaceTwentyAreNamed()
    {
        std::string unknown;
        for (int i = 0; i < 1000; ++i)
            unknown += "<x" + std::to_string(i) + "/>";
        const CourseQuestion question
            = only(moodleQuestion("truefalse", "Seen", moodleAnswer("100", "true", "") + unknown));
        QCOMPARE(question.leftOut.size(), std::size_t(21));
        QCOMPARE(question.leftOut.back().english(), std::string("more"));
    }

    void controlCharactersAreWrittenAsBlanks()
    {
        CourseQuestion question
            = only(moodleQuestion("truefalse", "Q", moodleAnswer("100", "true", "") + moodleAnswer("0", "false", "")));
        question.id = "i\x01z";
        question.text = std::string("a\x1B[1mb\0c\td\ne", 12);
        const std::string written = writeMoodleXml({question});
        QVERIFY(std::ranges::none_of(written, [](unsigned char c) { return c < ' ' && c != '\t' && c != '\n'; }));
        QVERIFY(written.find("&#") == std::string::npos);
        const auto read = readMoodleXml(written);
        QVERIFY(read && read->questions.size() == 1);
        QCOMPARE(read->questions[0].text, std::string("a [1mb c\td\ne"));
        QCOMPARE(read->questions[0].id, std::string("i z"));
    }

    void whatCannotBeAskedIsNamedWithItsReason()
    {
        const ImportedQuestions read
            = imported(moodleQuestion("essay", "Write", "") + moodleQuestion("calculated", "Count", "")
                       + moodleQuestion("description", "Read", "")
                       + moodleQuestion("multichoice", "Half", moodleAnswer("50", "a", ""))
                       + moodleQuestion("numerical", "Two", moodleAnswer("100", "1", "") + moodleAnswer("100", "2", ""))
                       + moodleQuestion("multichoice", "Odd", moodleAnswer("much", "a", "")));
        QVERIFY(read.questions.empty() && read.unfinished.empty());
        QCOMPARE(read.refused.size(), std::size_t(6));
        for (const char *words :
             {"question \"Write\": it asks for an essay", "question \"Count\": questions of the type",
              "question \"Read\": it is a text", "question \"Half\": 0 of its options",
              "question \"Two\": it has 2 right numbers", "question \"Odd\": an answer's fraction"})
            QVERIFY2(says(read.refused, words), words);
    }

    void aDocumentTypeDeepNestingAndOtherFilesAreRefused()
    {
        const auto refusal = [](const std::string &text) {
            const auto file = readMoodleXml(text);
            return file ? std::string() : file.error().english();
        };
        QVERIFY(refusal("<!DOCTYPE quiz [<!ENTITY a \"b\">]><quiz/>").find("DOCTYPE") != std::string::npos);
        std::string deep;
        for (int i = 0; i < 100'000; ++i)
            deep += "<a>";
        std::string shut;
        for (int i = 0; i < 100'000; ++i)
            shut += "</a>";
        QVERIFY(refusal("<quiz>" + deep + shut + "</quiz>").find("nested deeper") != std::string::npos);
        QVERIFY(refusal("<quiz><question></quiz>").find("no XML") != std::string::npos);
        QVERIFY(refusal("<html/>").find("<quiz>") != std::string::npos);
        QVERIFY(readMoodleXml("<quiz/>").ok());
    }

    void markupAsPeopleWriteItBecomesPlainText()
    {
        const auto text = [](const char *html) { return withoutMarks(html, false).text; };
        QCOMPARE(text("a < b && c &lt; d &amp;amp; &#8722;1 &#x2212;2 &unknown; R&D"),
                 std::string("a < b && c < d &amp; −1 −2 &unknown; R&D"));
        QCOMPARE(text("<ul>\n<li>one\n line</li><li>two</li></ul>"), std::string("one line\ntwo"));
        QCOMPARE(text("x<sup>2</sup><script>alert('<b>')</script> <!-- no --><nn.GRU>"), std::string("x^2 <nn.GRU>"));
        QCOMPARE(text("<IMG SRC='x'>&#xD800;&#0; <b"), std::string("[picture: without a name]&#xD800;&#0; <b"));
        QVERIFY(withoutMarks(std::string(400'000, '<'), false).text.size() == 400'000);
        std::string begun;
        for (int i = 0; i < 100'000; ++i)
            begun += "<b ";
        QVERIFY(!withoutMarks(begun, true).lostMarks);
    }
};

QTEST_GUILESS_MAIN(MoodleXmlTest)
#include "moodle_xml_test.moc"
