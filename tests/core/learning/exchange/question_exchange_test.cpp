// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/exchange/course_reading.h"
#include "core/learning/exchange/exchange.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/questions/question_json.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const std::vector<Question> &written()
{
    static const std::vector<Question> questions
        = readQuestionFolder(GATESCOPE_SOURCE_DIR "/resources",
                             readLessonFolder(GATESCOPE_SOURCE_DIR "/resources").lessons)
              .questions;
    return questions;
}

/// What every format has a place for. The reasons stand beside the options, so their order is that of the options.
Json heldOf(const Question &question)
{
    Json json = toJson(question);
    for (const char *lost : {"places", "experiment", "check"})
        json.erase(lost);
    std::string id = json["id"];
    std::ranges::replace(id, ':', '-');
    json["id"] = id;
    std::vector<std::string> reasons;
    for (const Json &one : json["misconceptions"])
        reasons.push_back(writeJson(one));
    std::ranges::sort(reasons);
    json["misconceptions"] = reasons;
    return json;
}

bool isPoint(const Question &question)
{
    return question.kind == QuestionKind::point;
}

/// Everything that is written, and variants of everything that is generated.
std::vector<Question> all()
{
    std::vector<Question> questions = written();
    for (const Generator &generator : generators())
        std::ranges::copy(variantsOf(generator, 5, 3), std::back_inserter(questions));
    return questions;
}

ImportedQuestions importOf(const char *format, std::string_view text)
{
    auto imported = questionFormatNamed(format)->read(text, {"gates", "some-lesson", Level::easy});
    if (!imported)
        qFatal("%s", imported.error().english().c_str());
    return *imported;
}

const Question *named(const ImportedQuestions &imported, std::string_view id)
{
    const auto found = std::ranges::find(imported.questions, id, &Question::id);
    return found == imported.questions.end() ? nullptr : &*found;
}

/// A question whose every text is full of what formats give a meaning.
Question thorny()
{
    const std::string signs = R"(a~b=c#d{e}f:g\h\n "q", 'r'; <b>&lt;</b> ]]> -> %50% x₂ ü $$ //)";
    Question question;
    question.id = "thorny";
    question.topic = "gates";
    question.lesson = "l";
    question.source = "a [b] c";
    question.text = {"// " + signs + "\nsecond line", {}};
    question.options = {{"%50%" + signs, {}}, {"[html]" + signs, {}}, {"=" + signs, {}}, {"[0, 1]", {}}};
    question.answer = 1;
    question.hint = {signs, {}};
    question.solution = {{{"[plain]" + signs, {}}, {}}, {{"So: [html]" + signs + ".", {}}, {}}};
    question.misconceptions = {{0, {"#" + signs, {}}}, {2, {signs, {}}}, {3, {"[moodle] " + signs, {}}}};
    return question;
}

} // namespace

class QuestionExchangeTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsExportedComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("format");
        for (const QuestionFormat &format : questionFormats())
            QTest::newRow(std::string(format.name).c_str()) << QString::fromStdString(std::string(format.name));
    }

    void whatIsExportedComesBackAsItWas()
    {
        QFETCH(QString, format);
        std::vector<Question> questions = all();
        QVERIFY(questions.size() > 150);
        const ExportedQuestions exported = questionFormatNamed(format.toStdString())->write(questions);
        if (format != "csv")
            std::erase_if(questions, isPoint);
        QCOMPARE(std::size_t(exported.count), questions.size());
        const ImportedQuestions imported = importOf(format.toUtf8(), exported.text);
        for (const auto *list : {&imported.refused, &imported.notes})
            for (const Error &one : *list)
                QFAIL(one.english().c_str());
        for (const UnfinishedQuestion &one : imported.unfinished)
            QFAIL(one.missing.english().c_str());
        QCOMPARE(imported.questions.size(), questions.size());
        for (std::size_t i = 0; i < questions.size(); ++i)
            QCOMPARE(writeJson(heldOf(imported.questions[i]), 1), writeJson(heldOf(questions[i]), 1));
    }

    void signsThatMeanSomethingInAFormatComeBackAsSigns_data() { whatIsExportedComesBackAsItWas_data(); }
    void signsThatMeanSomethingInAFormatComeBackAsSigns()
    {
        QFETCH(QString, format);
        const Question question = thorny();
        const auto fine = check(question);
        QVERIFY2(fine.ok(), fine ? "" : fine.error().english().c_str());
        std::string text = questionFormatNamed(format.toStdString())->write({question}).text;
        Json expected = heldOf(question);
        if (format == "gift") // a comment's brackets
            expected["source"] = "a (b] c";
        for (const bool windows : {false, true}) {
            if (windows) { // as an editor there saves it
                for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
                    if (at == 0 || text[at - 1] != '\r')
                        text.insert(at, "\r");
                text.insert(0, "\xEF\xBB\xBF");
            }
            const ImportedQuestions imported = importOf(format.toUtf8(), text);
            QCOMPARE(imported.questions.size(), std::size_t(1));
            QCOMPARE(writeJson(heldOf(imported.questions[0]), 1), writeJson(expected, 1));
        }
    }

    void eachFormatIsRecognisedByWhatItWrites()
    {
        for (const QuestionFormat &format : questionFormats())
            QCOMPARE(recogniseQuestionFormat(format.write(written()).text).name, format.name);
    }

    /// One sentence for each question of which something is lost, and none for the others.
    void whatAFormatCannotHoldIsSaidOncePerQuestion()
    {
        const std::vector<Question> questions = all();
        for (const QuestionFormat &format : questionFormats()) {
            const ExportedQuestions exported = format.write(questions);
            for (const Question &question : questions) {
                const bool course = format.name != "csv";
                const bool loses = (course && isPoint(question)) || !question.experiment.is_null()
                    || !question.check.is_null()
                    || std::ranges::any_of(question.solution, [](const auto &step) { return step.place.has_value(); });
                const auto about
                    = [&](const Error &one) { return one.english().starts_with("question \"" + question.id + "\""); };
                QCOMPARE(std::ranges::count_if(exported.notes, about), loses ? 1 : 0);
            }
        }
    }

    void variantsDifferAndTheirSeedsMakeThemAgain()
    {
        for (const Generator &generator : generators()) {
            const std::vector<Question> variants = variantsOf(generator, 40, 4);
            QVERIFY2(!variants.empty() && variants.size() <= 4, std::string(generator.name).c_str());
            for (std::size_t i = 0; i < variants.size(); ++i) {
                QVERIFY(toJson(*questionOfId(variants[i].id)) == toJson(variants[i]));
                for (std::size_t before = 0; before < i; ++before)
                    QVERIFY(variants[before].text.english() != variants[i].text.english()
                            || toJson(variants[before])["options"] != toJson(variants[i])["options"]);
            }
        }
        QCOMPARE(variantsOf(*generatorNamed("blend-by-hand"), 40, 30).size(), std::size_t(30));
    }

    void aTableOfAGermanSpreadsheetIsRead()
    {
        const ImportedQuestions imported
            = importOf("csv",
                       "\xEF\xBB\xBF"
                       "kind;text;answer;tolerance;hint;solution;wrong 1;why 1;remark\r\n"
                       "numeric;\"Half; in decimals?\";0,5;0,01;Divide.;\"1 by 2.\r\nSo: 0.5.\";2;Upside down.;x\r\n"
                       ";;;;;;;;\r\n"
                       "numeric;Another?;many;;;;;;\r\n");
        QCOMPARE(imported.questions.size(), std::size_t(1));
        const Question &half = imported.questions[0];
        QCOMPARE(half.id, std::string("half-in-decimals"));
        QCOMPARE(std::get<double>(half.answer), 0.5);
        QCOMPARE(half.tolerance, 0.01);
        QCOMPARE(half.text.english(), std::string("Half; in decimals?"));
        QCOMPARE(half.solution.size(), std::size_t(2));
        QCOMPARE(imported.refused.size(), std::size_t(1));
        QVERIFY(imported.refused[0].english().starts_with("line 5, ")
                && imported.refused[0].english().find("\"many\"") != std::string::npos);
        QVERIFY(imported.notes.size() == 1 && imported.notes[0].english().find("\"remark\"") != std::string::npos);
    }

    /// Else the letter of the answer would name another option.
    void aTableWithAGapAmongTheOptionsIsRefused()
    {
        const ImportedQuestions imported = importOf("csv",
                                                    "kind,text,option A,option B,option C,option D,answer\n"
                                                    "choice,Which?,a,,c,d,C\n"
                                                    "choice,Which other?,a,b,c,,C\n");
        QCOMPARE(imported.refused.size(), std::size_t(1));
        QCOMPARE(imported.refused[0].english(),
                 std::string("line 2, question \"\": option B is empty and option C is not."));
        QCOMPARE(imported.unfinished.size(), std::size_t(1));
        QCOMPARE(imported.unfinished[0].question.options.size(), std::size_t(3));
    }

    void aTextInUtf16IsToBeSavedAsUtf8()
    {
        std::string wide;
        for (const char c : std::string_view("A?{=b ~c}\n"))
            (wide += c) += '\0';
        for (const std::string &text : {"\xFF\xFE" + wide, wide}) {
            for (const QuestionFormat &format : questionFormats()) {
                const auto read = format.read(text, {});
                QVERIFY(!read && read.error().english().find("UTF-8") != std::string::npos);
            }
            const auto read = recogniseQuestionFormat(text).read(text, {});
            QVERIFY(!read && read.error().english().ends_with("save it as UTF-8."));
        }
    }

    void xmlInUtf16IsRead()
    {
        std::string wide = "\xFF\xFE";
        for (const char c : std::string_view("<?xml version=\"1.0\" encoding=\"UTF-16\"?><quiz></quiz>"))
            (wide += c) += '\0';
        QVERIFY(recogniseQuestionFormat(wide).read(wide, {}).ok());
    }

    /// In one pass: a file may have 64 MiB.
    void aLargeFileWithTheLineEndsOfWindowsIsRead()
    {
        std::string text;
        for (int line = 0; line < 2'000'000; ++line)
            text += "\r\n";
        const ImportedQuestions imported = importOf("gift", text + "A?{\r\n=b\r\n~c\r\n}\r\n" + text);
        QCOMPARE(imported.unfinished.size(), std::size_t(1));
        const Question &question = imported.unfinished[0].question;
        QCOMPARE(question.text.english(), std::string("A?"));
        QCOMPARE(question.options.at(1).english(), std::string("c"));
    }

    /// What a course need not have is missing still, and the question waits for it.
    void aQuestionWithoutHintAndReasonsIsToBeCompleted()
    {
        const ImportedQuestions imported = importOf("gift", "::Gates::How many gates has a GRU?{=2 ~3 ~4}\n");
        QVERIFY(imported.questions.empty());
        QCOMPARE(imported.unfinished.size(), std::size_t(1));
        const UnfinishedQuestion &one = imported.unfinished[0];
        QVERIFY2(one.missing.english().find("hint") != std::string::npos, one.missing.english().c_str());
        Question completed = one.question;
        completed.hint = {"Count r and z.", {}};
        const auto reasons = check(completed);
        QVERIFY(!reasons && reasons.error().english().find("has no reason") != std::string::npos);
        completed.misconceptions = {{1, {"That is one too many.", {}}}, {2, {"Those are an LSTM's.", {}}}};
        QVERIFY(check(completed).ok());
        QCOMPARE(completed.topic, std::string("gates"));
        QVERIFY(completed.level == Level::easy);
    }

    void aQuestionOfMoreThanAHundredAnswersOrPairsIsRefused()
    {
        std::string options;
        std::string pairs;
        for (int i = 0; i < 101; ++i) {
            options += "~a" + std::to_string(i) + " ";
            pairs += "=l" + std::to_string(i) + " -> r" + std::to_string(i) + "\n";
        }
        const ImportedQuestions imported
            = importOf("gift", "::A::A?{=b " + options + "####Why.}\n\n::B::B?{" + pairs + "}\n");
        QVERIFY(imported.questions.empty() && imported.unfinished.empty());
        QCOMPARE(imported.refused.size(), std::size_t(2));
        QCOMPARE(imported.refused[1].english(), std::string("question \"B\": it has more than 100 answers."));
    }

    void aLongNameIsCutAtAWholeCharacterForItsId()
    {
        const std::string name = std::string(38, 'a') + "hₜ is meant";
        const std::string expected = std::string(38, 'a') + "h";
        QCOMPARE(idFromName(name), expected);
        QCOMPARE(idFromName("hₜ of z"), std::string("hₜ-of-z"));
        QCOMPARE(importOf("csv", "kind,text,answer\nnumeric," + name + ",1\n").unfinished.at(0).question.id, expected);
        QCOMPARE(importOf("gift", "::" + name + "::A?{#1}\n").unfinished.at(0).question.id, expected);
    }

    void questionsOfOneNameGetIdsOfTheirOwn()
    {
        const std::string question = "::Same::Is it?{=yes#r ~no#w####Yes.}\n\n";
        const ImportedQuestions imported = importOf("gift", "// hint: h\n" + question + "// hint: h\n" + question);
        QVERIFY(named(imported, "same") && named(imported, "same-2"));
        QCOMPARE(imported.notes.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(QuestionExchangeTest)
#include "question_exchange_test.moc"
