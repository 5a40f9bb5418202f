// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/own/question_reading.h"

#include "core/learning/exchange/lettered_answer.h"
#include "core/learning/questions/answer_json.h"
#include "core/learning/questions/answer_sentence.h"
#include "core/learning/questions/marking.h"
#include "core/learning/quiz/worksheet.h"
#include "ui/common/translate.h"
#include "ui/quiz/own/question_kinds.h"

#include <algorithm>
#include <optional>

namespace gatescope {

namespace {

Sentence asTyped(const QString &text)
{
    return {text.trimmed().toStdString(), {}};
}

QString lineName(const QString &pattern, int line)
{
    return pattern.arg(QString::fromStdString(optionLetter(line)));
}

QString optionName(int option)
{
    return lineName(Words::tr("Option %1"), option);
}

/// As core compares them: an option may begin a sentence or stand in one.
QString compared(QString words)
{
    words = words.toLower();
    while (words.endsWith(u'.'))
        words.chop(1);
    return words;
}

bool isBlamed(const ReadQuestion &read, const char *field)
{
    return std::ranges::find(read.faults, field, &FieldFault::field) != read.faults.end();
}

void readOptionWords(ReadQuestion &read, const QList<FormLine> &lines)
{
    QStringList seen;
    for (int i = 0; i < lines.size(); ++i) {
        const QString words = compared(lines[i].words);
        const qsizetype same = words.isEmpty() ? -1 : seen.indexOf(words);
        if (words.isEmpty() && i + 1 < lines.size())
            read.blame("options", Words::tr("%1 is empty, and one below it is not.").arg(optionName(i)));
        else if (words.isEmpty())
            read.blame("options", Words::tr("%1 is empty, but has a reason.").arg(optionName(i)));
        else if (same >= 0)
            read.blame("options", Words::tr("%1 says the same as %2.").arg(optionName(i), optionName(int(same))));
        seen += words;
        read.question.options.push_back(asTyped(lines[i].words));
    }
    if (lines.size() < 2)
        read.blame("options", Words::tr("Write at least two options."));
}

/// Wrong options must have their reasons: of several right ones each may be judged wrongly.
void readReasons(ReadQuestion &read, const QList<FormLine> &lines, const std::vector<int> &ticked)
{
    const bool isSet = read.question.kind == QuestionKind::choices;
    QStringList without;
    for (int i = 0; i < lines.size(); ++i) {
        const Answer wrong = isSet ? Answer(withOptionJudgedOtherwise(ticked, i)) : Answer(i);
        if (wrong == read.question.answer)
            continue;
        if (!lines[i].why.isEmpty())
            read.question.misconceptions.push_back({wrong, asTyped(lines[i].why)});
        else if (!lines[i].words.isEmpty())
            without += optionName(i);
    }
    if (!without.isEmpty())
        read.blame("options",
                   (isSet ? Words::tr("Say why it is wrong to judge it otherwise: %1.")
                          : Words::tr("Say why it is wrong: %1."))
                       .arg(without.join(QStringLiteral(", "))));
}

void readTicks(ReadQuestion &read, const QList<FormLine> &lines)
{
    std::vector<int> ticked;
    for (int i = 0; i < lines.size(); ++i)
        if (lines[i].isTicked)
            ticked.push_back(i);
    const bool isSet = read.question.kind == QuestionKind::choices;
    if (!isSet && ticked.size() != 1) {
        read.question.answer = -1; // none of them, so that each keeps its reason
        read.blame("options", Words::tr("Tick the one that is right."));
        for (int i = 0; i < lines.size(); ++i)
            if (!lines[i].why.isEmpty())
                read.question.misconceptions.push_back({i, asTyped(lines[i].why)});
        return;
    }
    read.question.answer = isSet ? Answer(ticked) : Answer(ticked.front());
    readReasons(read, lines, ticked);
}

/// How it is written stands under the field of the answer.
QString noAnswer(const QString &typed)
{
    return Words::tr("\"%1\" is no answer here.").arg(QString::fromStdString(printable(typed.toStdString())));
}

void readRightAnswer(ReadQuestion &read, const QString &typed)
{
    const auto answer = answerIn(typed.toStdString(), read.question.kind);
    if (answer)
        read.question.answer = *answer;
    if (typed.trimmed().isEmpty())
        read.blame("answer", Words::tr("Write the right answer."));
    else if (!answer || !canAnswer(read.question, *answer))
        read.blame("answer", noAnswer(typed.trimmed()));
    read.isWhole = read.isWhole && (answer.ok() || typed.trimmed().isEmpty());
}

void readTolerance(ReadQuestion &read, const QString &typed)
{
    if (read.question.kind != QuestionKind::numeric || typed.isEmpty())
        return;
    const auto distance = oneNumberIn(typed.toStdString());
    read.isWhole = read.isWhole && distance;
    if (distance && *distance >= 0)
        read.question.tolerance = *distance;
    else
        read.blame("tolerance",
                   Words::tr("\"%1\" is no distance: a number that is not below zero.")
                       .arg(QString::fromStdString(printable(typed.toStdString()))));
}

void readMistake(ReadQuestion &read, const FormLine &line, int number)
{
    const auto say = [&](const QString &words) {
        read.blame("misconceptions", Words::tr("%1: %2").arg(lineName(Words::tr("Mistake %1"), number), words));
    };
    const auto wrong = answerIn(line.words.toStdString(), read.question.kind);
    if (line.words.isEmpty())
        say(Words::tr("the wrong answer is missing."));
    else if (!wrong || !canAnswer(read.question, *wrong))
        say(noAnswer(line.words) + u' ' + howToAnswer(read.question.kind));
    else if (!isBlamed(read, "answer") && !isBlamed(read, "options")
             && mark(read.question, *wrong).verdict != MarkingVerdict::wrong)
        say(Words::tr("it would be marked right."));
    if (line.why.isEmpty())
        say(Words::tr("say why it is wrong."));
    read.isWhole = read.isWhole && wrong;
    if (wrong)
        read.question.misconceptions.push_back({*wrong, asTyped(line.why)});
}

void readMistakes(ReadQuestion &read, const QList<FormLine> &lines)
{
    for (int i = 0; i < lines.size(); ++i)
        readMistake(read, lines[i], i);
    if (lines.isEmpty())
        read.blame("misconceptions",
                   Words::tr("Name at least one wrong answer that people give, and why it is wrong."));
}

} // namespace

void ReadQuestion::blame(const std::string &field, const QString &words)
{
    const auto said = std::ranges::find(faults, field, &FieldFault::field);
    if (said == faults.end())
        faults.push_back({field, words});
    else
        said->words += u' ' + words;
}

void readWritten(ReadQuestion &read, const WrittenQuestion &written)
{
    Question &question = read.question;
    question.kind = written.kind;
    question.text = asTyped(written.text);
    question.hint = asTyped(written.hint);
    if (question.text.text.empty())
        read.blame("text", Words::tr("Write what is asked."));
    if (isTicked(question.kind) || question.kind == QuestionKind::order)
        readOptionWords(read, written.options);
    if (isTicked(question.kind)) {
        readTicks(read, written.options);
    } else {
        readRightAnswer(read, written.answer);
        readTolerance(read, written.tolerance.trimmed());
        readMistakes(read, written.mistakes);
    }
    if (question.hint.text.empty())
        read.blame("hint", Words::tr("Write a hint."));
}

void checkTheRest(ReadQuestion &read)
{
    const Question &question = read.question;
    const bool hasAnswer
        = !isBlamed(read, "answer") && canAnswer(question, question.answer); // of options that are there
    if (question.solution.empty())
        read.blame("solution", Words::tr("Write how one gets to the answer; the last line says the answer."));
    else if (hasAnswer && !endsInAnswer(question))
        read.blame("solution",
                   Words::tr("Its last line does not say the answer, %1.")
                       .arg(said(answerSentence(question, question.answer))));
    if (question.topic.empty())
        read.blame("topic", Words::tr("Choose what it is about."));
    if (question.lesson.empty())
        read.blame("lesson", Words::tr("Choose the lesson that explains it."));
}

} // namespace gatescope
