// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/own/question_form.h"

#include "core/learning/exchange/course_reading.h"
#include "core/learning/exchange/lettered_answer.h"
#include "core/learning/exchange/words.h"
#include "core/learning/questions/marking.h"
#include "core/learning/questions/topics.h"
#include "ui/common/translate.h"
#include "ui/quiz/own/lines_grid.h"
#include "ui/quiz/own/question_kinds.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace gatescope {

namespace {

/// What a person wrote is nobody's to translate.
QString asWritten(const Sentence &sentence)
{
    return QString::fromStdString(sentence.english());
}

constexpr int mostOptions = 26;
constexpr int mostMistakes = 12;

QString shown(const Question &question, const Answer &answer)
{
    return QString::fromStdString(letteredAnswer(question, answer));
}

/// Where a lesson's stage shows what is pointed at.
StagePlace placeOfPoint(const PointAnswer &point)
{
    StagePlace place;
    place.step = point.step.value_or(0);
    place.part = point.part;
    place.unit = point.unit;
    return place;
}

} // namespace

QuestionForm::QuestionForm(const std::vector<Lesson> &lessons, QWidget *parent)
    : QWidget(parent), m_layout(new QFormLayout(this)), m_fields(*m_layout), m_text(paragraphField(3)),
      m_solution(paragraphField(4)), m_kind(new QComboBox), m_topic(new QComboBox), m_lesson(new QComboBox),
      m_level(new QComboBox),
      m_options(new LinesGrid(tr("right"), tr("what it says"), tr("why it is wrong"), tr("Option %1"), mostOptions)),
      m_mistakes(new LinesGrid({}, tr("a wrong answer that people give"), tr("why it is wrong"), tr("Mistake %1"),
                               mostMistakes)),
      m_answer(new QLineEdit), m_tolerance(new QLineEdit), m_hint(new QLineEdit), m_source(new QLineEdit),
      m_id(new QLineEdit), m_how(new QLabel)
{
    for (const WritableKind &one : writableKinds())
        m_kind->addItem(translated(one.label), int(one.kind));
    for (const Topic &topic : topics())
        m_topic->addItem(translated(topic.title), written(topic.name));
    for (const Lesson &lesson : lessons)
        m_lesson->addItem(QStringLiteral("%1  %2").arg(lesson.number).arg(QString::fromStdString(lesson.title)),
                          written(lesson.name));
    for (const Level level : {Level::easy, Level::medium, Level::hard})
        m_level->addItem(translated(nameOf(level)), int(level));
    for (QComboBox *box : {m_kind, m_topic, m_lesson, m_level}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(24);
        connect(box, &QComboBox::activated, this, &QuestionForm::edited);
    }
    m_topic->setPlaceholderText(tr("choose one"));
    m_lesson->setPlaceholderText(tr("choose one"));
    m_layout->setContentsMargins(16, 16, 16, 16);
    m_layout->setVerticalSpacing(6);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields.add("text", tr("&Question"), m_text);
    m_fields.add("kind", tr("&Kind"), m_kind);
    m_fields.add("options", tr("&Options"), m_options);
    m_fields.add("answer", tr("&Right answer"), m_answer);
    m_fields.addWords(m_how);
    m_fields.add("tolerance", tr("&Plus or minus"), m_tolerance);
    m_fields.add("misconceptions", tr("&Mistakes"), m_mistakes);
    m_fields.add("hint", tr("&Hint"), m_hint);
    m_fields.add("solution", tr("Sol&ution"), m_solution);
    m_fields.add("topic", tr("&Topic"), m_topic);
    m_fields.add("lesson", tr("L&esson"), m_lesson);
    m_fields.add("level", tr("How h&ard"), m_level);
    m_fields.add("source", tr("From which &book"), m_source);
    m_fields.add("id", tr("Name in the &file"), m_id);
    m_solution->setPlaceholderText(tr("A line for each step; the last one says the answer."));
    m_id->setPlaceholderText(tr("made of the question when left empty"));
    m_tolerance->setPlaceholderText(tr("0: exactly this number"));
    m_source->setPlaceholderText(tr("may stay empty"));
    for (QPlainTextEdit *field : {m_text, m_solution})
        connect(field, &QPlainTextEdit::textChanged, this, &QuestionForm::edited);
    for (QLineEdit *field : {m_answer, m_tolerance, m_hint, m_source, m_id})
        connect(field, &QLineEdit::textEdited, this, &QuestionForm::edited);
    for (LinesGrid *grid : {m_options, m_mistakes})
        connect(grid, &LinesGrid::edited, this, &QuestionForm::edited);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &QuestionForm::followKind);
    m_mistakes->setTicks(LinesGrid::Ticks::none);
    followKind();
}

QuestionKind QuestionForm::kind() const
{
    return QuestionKind(m_kind->currentData().toInt());
}

void QuestionForm::followKind()
{
    const QuestionKind kind = this->kind();
    const bool hasTicks = isTicked(kind);
    m_fields.setVisible("options", hasTicks || kind == QuestionKind::order);
    m_fields.setVisible("answer", !hasTicks);
    m_fields.setVisible("tolerance", kind == QuestionKind::numeric);
    m_fields.setVisible("misconceptions", !hasTicks);
    m_options->setTicks(kind == QuestionKind::choice        ? LinesGrid::Ticks::one
                            : kind == QuestionKind::choices ? LinesGrid::Ticks::many
                                                            : LinesGrid::Ticks::none);
    m_options->setHasReasons(hasTicks);
    m_how->setText(howToAnswer(kind));
    m_how->setVisible(!hasTicks);
}

void QuestionForm::setQuestion(const Question &question)
{
    const QSignalBlocker quiet(this);
    m_base = question;
    showFaults({});
    m_text->setPlainText(asWritten(question.text));
    m_kind->setCurrentIndex(m_kind->findData(int(question.kind)));
    m_topic->setCurrentIndex(m_topic->findData(written(question.topic)));
    m_lesson->setCurrentIndex(m_lesson->findData(written(question.lesson)));
    m_level->setCurrentIndex(m_level->findData(int(question.level)));
    m_hint->setText(asWritten(question.hint));
    m_source->setText(QString::fromStdString(question.source));
    m_id->setText(QString::fromStdString(question.id));
    QStringList steps;
    for (const SolutionStep &step : question.solution)
        steps += asWritten(step.text).replace(u'\n', u' ');
    m_solution->setPlainText(steps.join(u'\n'));
    QList<FormLine> options, mistakes;
    const auto *list = std::get_if<std::vector<int>>(&question.answer);
    for (int i = 0; i < std::ssize(question.options); ++i) {
        const bool isSet = question.kind == QuestionKind::choices && list;
        const Answer taken = isSet ? Answer(withOptionJudgedOtherwise(*list, i)) : Answer(i);
        const auto why = std::ranges::find(question.misconceptions, taken, &Misconception::answer);
        const bool isRight = isSet ? std::ranges::find(*list, i) != list->end() : Answer(i) == question.answer;
        options.append({isRight, asWritten(question.options[std::size_t(i)]),
                        why == question.misconceptions.end() ? QString() : asWritten(why->why)});
    }
    if (!isTicked(question.kind))
        for (const Misconception &one : question.misconceptions)
            mistakes.append({false, shown(question, one.answer), asWritten(one.why)});
    m_options->setLines(options);
    m_mistakes->setLines(mistakes);
    const bool isNew = question.text.text.empty();
    m_answer->setText(isTicked(question.kind) || isNew ? QString() : shown(question, question.answer));
    m_tolerance->setText(question.tolerance > 0 ? QString::fromStdString(shortestText(question.tolerance)) : QString());
    followKind();
}

/// In the order in which they stood, new ones behind them.
void QuestionForm::sortMistakes(Question &question) const
{
    std::ranges::stable_sort(question.misconceptions, {}, [this](const Misconception &one) {
        return std::ranges::find(m_base.misconceptions, one.answer, &Misconception::answer)
            - m_base.misconceptions.begin();
    });
}

/// A step keeps its place on the stage where its words, or the number of steps, are as they were.
void QuestionForm::readSolution(Question &question) const
{
    const std::vector<std::string> lines = filledLines(m_solution->toPlainText().toStdString());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        SolutionStep step{{lines[i], {}}, {}};
        if (lines.size() == m_base.solution.size())
            step.place = m_base.solution[i].place;
        else
            for (const SolutionStep &old : m_base.solution)
                if (old.text.english() == lines[i])
                    step.place = old.place;
        question.solution.push_back(std::move(step));
    }
    const auto *point = std::get_if<PointAnswer>(&question.answer);
    const bool isPlaced
        = std::ranges::any_of(question.solution, [](const SolutionStep &step) { return step.place.has_value(); });
    if (point && !question.solution.empty() && (!isPlaced || question.answer != m_base.answer))
        question.solution.back().place = placeOfPoint(*point);
}

ReadQuestion QuestionForm::read() const
{
    ReadQuestion read;
    Question &question = read.question;
    question.experiment = m_base.experiment;
    question.topic = m_topic->currentData().toString().toStdString();
    question.lesson = m_lesson->currentData().toString().toStdString();
    question.level = Level(m_level->currentData().toInt());
    question.source = m_source->text().trimmed().toStdString();
    readWritten(read,
                {kind(), m_text->toPlainText(), m_answer->text(), m_tolerance->text(), m_hint->text(),
                 m_options->lines(), m_mistakes->lines()});
    const QString id = m_id->text().trimmed();
    question.id = id.isEmpty() ? idFromName(question.text.text) : id.toStdString();
    sortMistakes(question);
    readSolution(question);
    if (question.answer == m_base.answer && question.kind == m_base.kind)
        question.check = m_base.check; // of another answer it would compute what is no longer right
    checkTheRest(read);
    return read;
}

QString QuestionForm::state() const
{
    QStringList all{m_text->toPlainText(), m_solution->toPlainText(), m_answer->text(), m_tolerance->text(),
                    m_hint->text(),        m_source->text(),          m_id->text()};
    for (QComboBox *box : {m_kind, m_topic, m_lesson, m_level})
        all += QString::number(box->currentIndex());
    for (LinesGrid *grid : {m_options, m_mistakes})
        for (const FormLine &line : grid->lines())
            all += (line.isTicked ? u"+"_qs : u"-"_qs) + line.words + u'\x1f' + line.why;
    return all.join(u'\x1e');
}

/// "misconceptions[1].why: …" is of the mistakes, which of options stand beside each.
std::string QuestionForm::fieldOf(const Error &problem) const
{
    const std::string sentence = problem.english();
    std::string name = sentence.substr(0, sentence.find_first_of(" :[.,"));
    if (name == "misconceptions" && isTicked(kind()))
        name = "options";
    if (name == "answer" && isTicked(kind()))
        name = "options";
    if (name == "places" || name == "experiment")
        name = kind() == QuestionKind::point ? "answer" : "solution";
    return m_fields.has(name) ? name : "text";
}

void QuestionForm::showFaults(const std::vector<FieldFault> &faults)
{
    std::vector<std::pair<std::string, QString>> problems;
    for (const FieldFault &fault : faults)
        problems.emplace_back(fault.field, fault.words);
    m_fields.showProblems(problems);
    m_problem = inWords(faults);
}

QString QuestionForm::inWords(const std::vector<FieldFault> &faults) const
{
    QStringList sentences;
    for (const FieldFault &fault : faults)
        sentences += tr("%1: %2").arg(m_fields.nameOf(fault.field), fault.words);
    return sentences.join(u' ');
}

void QuestionForm::goToFault()
{
    m_fields.goToProblem();
}

void QuestionForm::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace gatescope
