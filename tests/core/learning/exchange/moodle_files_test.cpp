// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/learning/exchange/exchange.h"
#include "core/learning/exchange/same_question.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

/// A whole file, laid out as Moodle 4 exports a category of a course in German.
ImportedQuestions importedFile(const std::string &name)
{
    const auto text = readFile(GATESCOPE_SOURCE_DIR "/tests/core/learning/exchange/moodle/" + name, 1 << 20);
    auto read = recogniseQuestionFormat(text.value()).read(*text, {"gates", "three-gates", Level::easy});
    if (!read)
        qFatal("%s", read.error().english().c_str());
    return std::move(*read);
}

/// Those that can be asked, and behind them those to be completed.
std::vector<Question> everything(const ImportedQuestions &imported)
{
    std::vector<Question> questions = imported.questions;
    for (const UnfinishedQuestion &one : imported.unfinished)
        questions.push_back(one.question);
    return questions;
}

const Question &asking(const std::vector<Question> &questions, std::string_view words)
{
    const auto found = std::ranges::find_if(
        questions, [&](const Question &one) { return one.text.english().find(words) != std::string::npos; });
    if (found == questions.end())
        qFatal("No question asks for it: %s", std::string(words).c_str());
    return *found;
}

bool isSaid(const std::vector<Error> &errors, std::string_view words)
{
    return std::ranges::any_of(errors,
                               [&](const Error &one) { return one.english().find(words) != std::string::npos; });
}

std::string allOf(const std::vector<Error> &errors)
{
    std::string text;
    for (const Error &one : errors)
        text += one.english() + "\n";
    return text;
}

} // namespace

class MoodleFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void theQuestionsOfAnExportAreRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("xml") << "quiz-export.xml";
        QTest::newRow("gift") << "quiz-export.gift.txt";
    }

    void theQuestionsOfAnExportAreRead()
    {
        QFETCH(QString, file);
        const ImportedQuestions imported = importedFile(file.toStdString());
        const std::vector<Question> all = everything(imported);
        QVERIFY2(all.size() == 7, (std::to_string(all.size()) + allOf(imported.refused)).c_str());

        const Question &one = asking(all, "The update gate z of a unit is 0.98. What becomes of h_t?");
        QCOMPARE(one.id, std::string("gru-z-01"));
        QCOMPARE(one.topic, std::string("update-gate"));
        QVERIFY(one.level == Level::medium && one.kind == QuestionKind::choice);
        QCOMPARE(one.options.at(0).english(), std::string("It is kept."));
        QVERIFY(one.answer == Answer(0));
        QCOMPARE(one.misconceptions.at(0).why.english(), std::string("That is z near 0."));
        QCOMPARE(one.solution.at(0).text.english(), std::string("h′ = (1 − z)·n + z·h, and z is near 1."));

        const Question &several = asking(all, "Which of these does a GRU compute at every step?");
        QVERIFY(several.kind == QuestionKind::choices);
        QVERIFY((several.answer == Answer(std::vector{0, 1, 2}))); // a third of the points each, to five places
        QVERIFY(several.text.english().ends_with("[picture: the cell.png]"));

        const Question &number = asking(all, "How large is h′?");
        QVERIFY(number.kind == QuestionKind::numeric && number.answer == Answer(-0.25));
        QCOMPARE(number.tolerance, 0.005);
        QVERIFY(number.misconceptions.at(0).answer == Answer(0.05));

        const Question &truth = asking(all, "A GRU keeps a cell state\nbeside its hidden state.");
        QCOMPARE(truth.options.at(std::size_t(std::get<int>(truth.answer))).english(), std::string("False"));
        const Question &shape = asking(all, "Which shape has the output?");
        QVERIFY((shape.kind == QuestionKind::shape && shape.answer == Answer(std::vector{4, 7, 3})));
        QCOMPARE(answerText(asking(all, "— z"), asking(all, "— z").answer), std::string("update gate"));
        QCOMPARE(answerText(asking(all, "— r"), asking(all, "— r").answer), std::string("reset gate"));
    }

    void whatIsLeftOutIsNamedOnceAndNothingElse()
    {
        const ImportedQuestions imported = importedFile("quiz-export.xml");
        const std::string notes = allOf(imported.notes);
        QVERIFY2(isSaid(imported.notes, "the picture the cell.png"), notes.c_str());
        QVERIFY2(!isSaid(imported.notes, "the file the cell.png"), notes.c_str()); // it is that picture
        QVERIFY2(!isSaid(imported.notes, "feedback"), notes.c_str()); // what Moodle writes unasked, in two languages
    }

    void aTypeThatCannotBeAskedIsSkippedWithOneSentence()
    {
        const ImportedQuestions imported = importedFile("quiz-export.xml");
        QVERIFY2(imported.refused.size() == 3, allOf(imported.refused).c_str());
        for (const char *name : {"\"A gap to fill\"", "\"In your own words\"", "\"Words to drag\""})
            QVERIFY2(isSaid(imported.refused, name), name);
        QCOMPARE(importedFile("quiz-export.gift.txt").refused.size(), std::size_t(1));
    }

    /// One category, exported twice: what was read from one is there when the other comes.
    void theSameQuestionsOfBothFormatsAreKnown()
    {
        const std::vector<Question> there = everything(importedFile("quiz-export.xml"));
        const NewAndKnown parted = partKnown(everything(importedFile("quiz-export.gift.txt")), there);
        QCOMPARE(parted.known, 7);
        QVERIFY(parted.fresh.empty());
    }

    void whatIsAskedDecidesWhetherAQuestionIsTheSame()
    {
        const Question one = everything(importedFile("quiz-export.xml")).front();
        Question other = one;
        other.id = "another";
        other.hint = {"Another hint.", {}};
        other.text.text = " " + other.text.text + "\n";
        std::swap(other.options[0], other.options[1]);
        other.answer = 1;
        QCOMPARE(partKnown({other}, {one}).known, 1);
        QCOMPARE(partKnown({other, other}, {}).known, 1); // a file may hold it twice
        other.answer = 0;
        QCOMPARE(partKnown({other}, {one}).known, 0);
        other = one;
        other.text.text += " Really?";
        QCOMPARE(partKnown({other}, {one}).fresh.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(MoodleFilesTest)
#include "moodle_files_test.moc"
