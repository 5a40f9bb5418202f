// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/class/class_view.h"

#include "ui/classroom/class_phones.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"
#include "ui/quiz/asking/answer_keys.h"
#include "ui/quiz/asking/asked_text.h"
#include "ui/quiz/asking/key_line.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/asking/question_stage.h"
#include "ui/quiz/asking/solution_panel.h"
#include "ui/quiz/class/class_result.h"
#include "ui/quiz/class/class_words.h"
#include "ui/quiz/class/hands_row.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace gatescope {

namespace {

constexpr double smallest = 26;                ///< pixels of the smallest text at 1920 × 1080
constexpr double scaleOfParts = smallest / 15; ///< so that what has 15 on a desk has that
constexpr int mostInAColumn = 5;               ///< answers

QLabel *wrapped(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    return label;
}

/// Shift and a digit, whatever sign that is on this keyboard; none: it is none.
std::optional<int> digitWithShift(const QKeyEvent &event)
{
    constexpr quint32 codeOfOne = 10; // of X11 and Wayland, the row over the letters; behind 9 stands 0
    if (!(event.modifiers() & Qt::ShiftModifier))
        return std::nullopt;
    if (event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9)
        return event.key() - Qt::Key_0;
    const quint32 code = event.nativeScanCode();
    if (code >= codeOfOne && code < codeOfOne + 10)
        return int(code - codeOfOne + 1) % 10;
    return std::nullopt;
}

/// The keys that count now.
QList<KeyWords> keyCapsOf(const ClassRound &round)
{
    const KeyWords on{ClassView::tr("Space"), ClassView::tr("on")}, leave{ClassView::tr("Esc"), ClassView::tr("leave")},
        screen{QStringLiteral("F11"), ClassView::tr("full screen")};
    if (round.isOver())
        return {screen, leave};
    QList<KeyWords> keys{on};
    if (!round.areAnswersHidden())
        keys << KeyWords{ClassView::tr("digit"), ClassView::tr("a hand more")}
             << KeyWords{ClassView::tr("Shift + digit"), ClassView::tr("one fewer")};
    if (round.hasHint())
        keys += {QStringLiteral("H"), ClassView::tr("hint")};
    return keys << KeyWords{QStringLiteral("P"), ClassView::tr("phones")} << screen << leave;
}

} // namespace

ClassView::ClassView(ClassRound &round, const QuestionShelf &shelf, const ClassPhones &phones, QWidget *parent)
    : QWidget(parent), m_round(round), m_shelf(shelf), m_phones(phones), m_topic(new QLabel(this)),
      m_number(new QLabel(this)), m_clock(new QLabel(this)), m_given(wrapped(this, "classGiven")),
      m_asks(wrapped(this, "classAsks")), m_how(wrapped(this, "classHow")), m_under(wrapped(this, "classUnder")),
      m_keyLine(new KeyLine(keyCapsOf(round), this)), m_handsBox(new QWidget(this)),
      m_handsGrid(new QGridLayout(m_handsBox)), m_result(new ClassResult(round, this)),
      m_solution(new SolutionPanel(this)), m_stage(new QuestionStage(this)), m_saying(new QTimer(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("A class's question"));
    m_clock->setObjectName(QStringLiteral("classClock"));
    m_topic->setProperty("secondary", true);
    m_number->setProperty("secondary", true);
    m_how->setProperty("secondary", true);
    m_handsGrid->setContentsMargins(0, 0, 0, 0);
    auto *head = new QHBoxLayout;
    head->addWidget(m_topic);
    head->addStretch(1);
    head->addWidget(m_number);
    head->addSpacing(32);
    head->addWidget(m_clock);
    auto *lower = new QVBoxLayout;
    lower->setObjectName(QStringLiteral("classLower"));
    lower->addWidget(m_solution);
    lower->addWidget(m_stage, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_given);
    column->addWidget(m_asks);
    column->addWidget(m_how);
    column->addWidget(m_handsBox);
    column->addWidget(m_under);
    column->addWidget(m_result, 1);
    column->addLayout(lower, 1);
    column->addStretch(0); // takes the room while nothing stands there
    column->addWidget(m_keyLine);
    m_solution->hide();
    m_result->hide();
    connect(&round, &ClassRound::asked, this, &ClassView::ask);
    connect(&round, &ClassRound::changed, this, &ClassView::follow);
    connect(&round, &ClassRound::ticked, this, &ClassView::sayTime);
    m_saying->setSingleShot(true);
    m_saying->setInterval(100);
    connect(m_saying, &QTimer::timeout, this, &ClassView::sayNumber);
    connect(&round, &ClassRound::phoneAnswered, m_saying, qOverload<>(&QTimer::start));
    connect(&phones, &ClassPhones::rosterChanged, this, &ClassView::sayNumber);
    connect(&phones, &ClassPhones::openChanged, this, &ClassView::sayNumber);
}

void ClassView::setLook(const QuizLook &look)
{
    m_look = look;
    fit();
}

void ClassView::setReducedMotion(bool reduced)
{
    m_stage->setReducedMotion(reduced);
}

void ClassView::fit()
{
    const double ofRoom = std::min(width() / 1920.0, height() / 1080.0);
    const auto px = [&](double pixels) { return std::max(14.0, pixels * ofRoom); };
    m_large = {m_look.theme, scaleOfParts * ofRoom, true};
    for (QLabel *label : {m_topic, m_number, m_how})
        label->setFont(interfaceFont(px(32)));
    m_keyLine->setLook(*m_look.theme, px(smallest));
    m_clock->setFont(numberFont(px(48), QFont::Medium));
    m_given->setFont(interfaceFont(px(34)));
    m_under->setFont(interfaceFont(px(32)));
    m_result->setLook(px(smallest));
    for (HandsRow *row : m_rows)
        row->setLook(m_large);
    m_solution->setLook(m_large);
    m_stage->setLook(m_large);
    m_handsGrid->setSpacing(m_large.scaled(6));
    layout()->setContentsMargins(int(px(96)), int(px(48)), int(px(96)), int(px(36)));
    layout()->setSpacing(int(px(18)));
    findChild<QVBoxLayout *>(QStringLiteral("classLower"))->setSpacing(int(px(16)));
    follow();
}

void ClassView::resizeEvent(QResizeEvent *)
{
    fit();
}

void ClassView::ask()
{
    qDeleteAll(m_rows);
    m_rows.clear();
    m_keys.clear();
    m_shownTold = 0;
    m_isStageOpen = false;
    m_stage->hide(); // the room is for the answers
    m_solution->hide();
    if (!m_round.isOver()) {
        m_solution->setSolution(m_round.question().solution);
        std::vector<Sentence> answers;
        for (const ClassAnswer &answer : m_round.answers())
            answers.push_back(answer.text);
        m_keys = keysOf(answers);
        for (int i = 0; i < int(m_round.answers().size()); ++i) {
            auto *row = new HandsRow(m_keys[std::size_t(i)], said(m_round.answers()[std::size_t(i)].text), m_handsBox);
            connect(row, &HandsRow::handsTyped, &m_round, [this, i](int hands) { m_round.setHands(i, hands); });
            connect(row, &HandsRow::raised, &m_round, [this, i](int by) { m_round.raiseHand(i, by); });
            m_rows.append(row);
        }
        placeRows();
    }
    fit();
    if (isVisible())
        setFocus(Qt::OtherFocusReason);
}

/// One below the other; more than a screen has room for in two columns, down the one and then down the other.
void ClassView::placeRows()
{
    const int columns = m_rows.size() > mostInAColumn ? 2 : 1;
    const int high = (int(m_rows.size()) + columns - 1) / columns;
    for (int i = 0; i < m_rows.size(); ++i)
        m_handsGrid->addWidget(m_rows[i], i % high, i / high);
    m_handsGrid->setColumnStretch(0, 1);
    m_handsGrid->setColumnStretch(1, columns - 1);
}

void ClassView::sayTime()
{
    const auto left = m_round.secondsLeft();
    const int seconds = left.value_or(m_round.seconds());
    m_clock->setAccessibleName(left ? tr("Time left") : tr("Time since the question was asked"));
    const QString time = QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    m_clock->setText(left == 0 ? tr("time is up  %1").arg(time) : time);
}

void ClassView::setClassSize(int size)
{
    m_classSize = size;
    follow();
}

void ClassView::sayNumber()
{
    m_number->setText(m_round.isOver() ? QString() : classNumberLine(m_round, m_phones, m_classSize));
}

/// What stands under the answers: the hint, or what is wrong with the commonest mistake.
QString ClassView::underneath() const
{
    if (m_round.isOver())
        return {};
    if (m_round.phase() == ClassRound::Phase::revealed) {
        const auto mistake = m_round.commonestMistake();
        if (!mistake)
            return otherNumbersLine(m_round);
        const ClassAnswer &answer = m_round.answers()[std::size_t(*mistake)];
        const QString others = otherNumbersLine(m_round);
        return QStringLiteral("<b>%1</b>&nbsp; %2")
                   .arg(colouredWords(withCode(said(answer.text)), *m_look.theme),
                        colouredWords(withCode(said(answer.why)), *m_look.theme))
            + (others.isEmpty() ? QString() : QStringLiteral("<br>") + others);
    }
    if (m_round.phase() == ClassRound::Phase::asking && m_round.isHintShown())
        return colouredWords(withCode(tr("Hint: %1").arg(said(m_round.question().hint))), *m_look.theme);
    return {};
}

/// Once for each question, when its solution begins.
void ClassView::openStage()
{
    if (m_isStageOpen)
        return;
    m_isStageOpen = true;
    m_stage->ask(m_round.question(), m_screen ? m_screen : m_shelf.networkOf(m_round.question()));
    m_stage->hide();
}

void ClassView::follow()
{
    const bool isOver = m_round.isOver();
    const bool isTelling = m_round.phase() == ClassRound::Phase::telling;
    if (isTelling)
        openStage();
    const AskedText text = isOver ? AskedText{{}, classOverLine(m_round), {}} : askedText(m_round.question());
    m_topic->setText(isOver ? QString() : classTopicLine(m_round));
    sayNumber();
    const qsizetype letters = text.asks.size();
    const bool isPlaying = isTelling && m_stage->hasNetwork(); // then the stage needs the room
    const double asking = letters < 60 && !isPlaying ? 64 : letters < 110 && !isPlaying ? 52 : 42;
    m_asks->setFont(
        interfaceFont(std::max(14.0, asking * std::min(width() / 1920.0, height() / 1080.0)), QFont::DemiBold));
    m_given->setText(colouredWords(withCode(text.given), *m_look.theme));
    m_asks->setText(colouredWords(withCode(text.asks), *m_look.theme));
    const bool isTyped = !isOver && m_round.question().options.empty(); // here its answers are offered, not typed
    const bool isHidden = m_round.areAnswersHidden();
    const QString how = isHidden ? tr("Think of an answer first. Then Space shows the answers.")
        : isTyped                ? QString()
                                 : text.how;
    m_how->setText(how.toHtmlEscaped());
    m_given->setVisible(!text.given.isEmpty() && !isPlaying);
    m_how->setVisible(!how.isEmpty() && m_round.phase() == ClassRound::Phase::asking);
    m_clock->setVisible(!isOver);
    m_result->setOver(isOver && m_round.count() > 0);
    m_keyLine->setKeys(keyCapsOf(m_round));
    sayTime();
    const QString under = underneath();
    m_under->setText(under);
    m_under->setVisible(!under.isEmpty());
    const bool isRevealed = m_round.phase() != ClassRound::Phase::asking;
    const std::vector<int> counts = isRevealed ? m_round.votes() : m_round.hands();
    const int all = std::max(1, m_round.allVotes());
    for (int i = 0; i < m_rows.size(); ++i) {
        const bool isRight = m_round.answers()[std::size_t(i)].isRight;
        const int hands = counts[std::size_t(i)];
        m_rows[i]->setHands(hands);
        if (isRevealed)
            m_rows[i]->reveal(isRight, double(hands) / all);
        const bool hasRoom = !isTelling || (isRight && !m_stage->hasNetwork()); // the explanation needs it
        m_rows[i]->setVisible(!isHidden && hasRoom);
    }
    m_solution->setVisible(isTelling);
    m_solution->setOnlyTheRowThatPlays(m_stage->hasNetwork());
    m_solution->setTold(m_round.told());
    if (isTelling && m_round.told() != m_shownTold) {
        const auto &solution = m_round.question().solution;
        for (int row = m_round.told() - 1; row >= 0; --row)
            if (const auto &place = solution[std::size_t(row)].place) {
                m_stage->play(*place);
                break;
            }
    }
    if (!isTelling)
        m_stage->hide();
    m_shownTold = m_round.told();
    setAccessibleDescription(isOver ? m_asks->text() : said(m_round.question().text));
    update();
}

void ClassView::keyPressEvent(QKeyEvent *event)
{
    const std::optional<int> fewer = digitWithShift(*event);
    const bool isDigit = event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9;
    if (!fewer && !isDigit)
        return QWidget::keyPressEvent(event);
    if (const auto row = answerOfKey(m_keys, fewer.value_or(event->key() - Qt::Key_0)))
        m_round.raiseHand(*row, fewer ? -1 : 1);
}

void ClassView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_look.theme->paper);
}

} // namespace gatescope
