// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/quiz_start.h"

#include "core/learning/questions/topics.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/learner.h"
#include "ui/document/learner_choice.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/round/topic_board.h"

#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

constexpr int largestSeed = 999'999;
constexpr int mostQuestions = 50;

/// What an entry of the list stands for.
enum Entry { topicName = Qt::UserRole, chapterNumber, theScreen, ownQuestions };

} // namespace

QuizStart::QuizStart(const QuestionShelf &shelf, Learner &learner, QWidget *parent)
    : QWidget(parent), m_shelf(shelf), m_progressOf(learner),
      m_title(new QLabel(tr("What do you want to be asked?"), this)), m_lead(new QLabel(this)),
      m_message(new QLabel(this)), m_refused(new QLabel(this)), m_standing(new QLabel(this)), m_line(new QWidget(this)),
      m_gap(new QSpacerItem(0, 0)), m_board(new TopicBoard(this)), m_about(new QComboBox), m_mode(new QComboBox),
      m_level(new QComboBox), m_clock(new QComboBox), m_count(new QSpinBox), m_seed(new QSpinBox),
      m_learner(new LearnerChoice(learner)), m_start(new QPushButton(tr("Start"))),
      m_class(new QPushButton(tr("Ask a class"))), m_goOn(new QPushButton(tr("Go on with the class"))),
      m_progress(new QPushButton(tr("Progress by topic"))), m_worksheet(new QPushButton(tr("Worksheet…"))),
      m_own(new QPushButton(tr("My questions…"))), m_names(new QPushButton), m_phones(new QPushButton)
{
    setAccessibleName(tr("Begin a quiz"));
    dressWords();
    fillAbout();
    fillModes();
    fillChoices();
    layOut();
    m_own->setVisible(!m_shelf.ownFolder().empty());
    setClassSize(0);
    setPhones({});
    setClassLeft(ClassLeft::nothing);
    connectParts();
    sayWhatIsRefused();
    sayHowFar();
}

void QuizStart::dressWords()
{
    m_lead->setText(tr("Questions with numbers from networks that really ran, and written ones."));
    m_lead->setProperty("secondary", true);
    m_lead->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("quizMessage"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_refused->setObjectName(QStringLiteral("refusedQuestions"));
    m_refused->setProperty("secondary", true);
    m_refused->setWordWrap(true);
    m_refused->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_standing->setObjectName(QStringLiteral("standing"));
    m_standing->setProperty("secondary", true);
    m_standing->setWordWrap(true);
    m_learner->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // its words stand in one line
    m_start->setProperty("primary", true);
    m_start->setToolTip(tr("Start (Enter)"));
    m_class->setToolTip(tr("Large, with a clock and a count of raised hands"));
    m_worksheet->setToolTip(tr("Sheets to print, for each student with other numbers, and the key"));
    m_own->setToolTip(tr("Write questions of your own, import and export them"));
    m_names->setToolTip(tr("Who is in the class: for worksheets, and to see how many hands are counted"));
    m_phones->setToolTip(tr("A class answers from its phones: they join by a QR code or an address (P)"));
}

void QuizStart::fillChoices()
{
    m_level->addItem(tr("a ladder, from where you stand"));
    for (const Level level : {Level::easy, Level::medium, Level::hard})
        m_level->addItem(translated(nameOf(level)), int(level));
    m_clock->setObjectName(QStringLiteral("classTime"));
    m_clock->addItem(tr("as long as it takes"), 0);
    for (const int seconds : {20, 30, 45, 60, 90})
        m_clock->addItem(tr("%1 seconds").arg(seconds), seconds);
    for (const int minutes : {2, 3, 5})
        m_clock->addItem(tr("%1 minutes").arg(minutes), 60 * minutes);
    m_clock->setToolTip(
        tr("Then the clock counts down and stops at 0:00; hands are counted until the answer is shown"));
    m_count->setRange(1, mostQuestions);
    m_count->setValue(10);
    m_seed->setRange(0, largestSeed);
    newSeed();
    m_seed->setToolTip(tr("The same number gives the same questions, also on another computer; a ladder follows what "
                          "its learner answered as well"));
}

/// What is asked at the left; at the right for whom, alone or a class, with what each can begin.
void QuizStart::layOut()
{
    auto *what = new QVBoxLayout;
    addRow(*what, tr("About"), m_about);
    addRow(*what, tr("Mode"), m_mode);
    addRow(*what, tr("How hard"), m_level);
    addRow(*what, tr("How many"), m_count);
    addRow(*what, tr("Seed"), m_seed);
    what->addWidget(m_message);
    what->addStretch(1);
    auto *who = new QVBoxLayout;
    who->setObjectName(QStringLiteral("who"));
    addHeading(*who, tr("Alone"));
    who->addWidget(m_standing);
    addRow(*who, tr("As"), m_learner);
    addButtons(*who, {m_start, m_progress});
    who->addItem(m_gap);
    addHeading(*who, tr("With a class"));
    addRow(*who, tr("A class has"), m_clock, m_names);
    addButtons(*who, {m_class, m_goOn, m_phones, m_worksheet, m_own});
    who->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setObjectName(QStringLiteral("columns"));
    columns->addLayout(what);
    columns->addWidget(m_line);
    columns->addLayout(who);
    columns->addStretch(1);
    auto *page = new QVBoxLayout(this);
    page->addWidget(m_title);
    page->addWidget(m_lead);
    page->addLayout(columns);
    page->addWidget(m_board);
    page->addStretch(1);
    page->addWidget(m_refused);

    QWidget *last = m_about;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_mode, m_level, m_count, m_seed, m_learner, m_start, m_progress, m_clock,
                                          m_names, m_class, m_goOn, m_phones, m_worksheet, m_own, m_board})
        setTabOrder(std::exchange(last, next), next);
}

void QuizStart::addHeading(QVBoxLayout &column, const QString &words)
{
    auto *heading = new QLabel(words, this);
    column.addWidget(heading);
    m_headings.append(heading);
}

void QuizStart::addButtons(QVBoxLayout &column, const QList<QPushButton *> &buttons)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    for (QPushButton *button : buttons)
        row->addWidget(button);
    row->addStretch(1);
    column.addLayout(row);
}

void QuizStart::connectParts()
{
    connect(m_about, &QComboBox::activated, this, [this] { m_isAboutChosen = true; });
    connect(m_about, &QComboBox::currentIndexChanged, this,
            [this] { m_board->setChosen(m_about->currentData(topicName).toString()); });
    connect(m_board, &TopicBoard::chosen, this, [this](const QString &topic) {
        m_about->setCurrentIndex(m_about->findData(topic, topicName));
        m_isAboutChosen = true;
    });
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] { setMessage({}); });
    connect(&m_progressOf, &Learner::changed, this, &QuizStart::sayHowFar);
    connect(m_start, &QPushButton::clicked, this, &QuizStart::startRequested);
    connect(m_class, &QPushButton::clicked, this, &QuizStart::classRequested);
    connect(m_goOn, &QPushButton::clicked, this, &QuizStart::goOnRequested);
    connect(m_names, &QPushButton::clicked, this, &QuizStart::classListRequested);
    connect(m_phones, &QPushButton::clicked, this, &QuizStart::phonesRequested);
    connect(m_progress, &QPushButton::clicked, this, &QuizStart::progressRequested);
    connect(m_worksheet, &QPushButton::clicked, this, &QuizStart::worksheetRequested);
    connect(m_own, &QPushButton::clicked, this, &QuizStart::ownQuestionsRequested);
}

void QuizStart::fillModes()
{
    m_mode->setObjectName(QStringLiteral("quizMode"));
    m_mode->addItem(tr("quiz: with hints, from easy to hard"), int(QuizMode::ladder));
    m_mode->addItem(tr("recall: what you were asked before"), int(QuizMode::recall));
    m_mode->addItem(tr("challenge: hard, no hints, one mistake"), int(QuizMode::challenge));
    m_mode->setItemData(
        1, tr("What you, or most of a class, missed comes first, and the options once an answer is thought of"),
        Qt::ToolTipRole);
    m_mode->setItemData(2, tr("How many are right in a row? The longest run is kept; of a class most hands count"),
                        Qt::ToolTipRole);
    m_mode->setToolTip(tr("How you are asked, and how a class is"));
}

QLabel *QuizStart::addRow(QVBoxLayout &column, const QString &words, QWidget *field, QWidget *beside)
{
    auto *label = new QLabel(words, this);
    label->setBuddy(field);
    label->setFixedWidth(110);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(words);
    auto *row = new QHBoxLayout;
    const bool grows = field->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding;
    row->addWidget(label);
    row->addWidget(field, grows);
    if (beside)
        row->addWidget(beside);
    row->addStretch(!grows);
    column.addLayout(row);
    m_words.append(label);
    return label;
}

void QuizStart::fillAbout()
{
    m_about->addItem(tr("everything"));
    for (const Chapter &chapter : chapters()) {
        if (m_shelf.lessonsOf(chapter).empty())
            continue;
        m_about->addItem(tr("chapter %1: %2").arg(chapter.number).arg(translated(chapter.title)));
        m_about->setItemData(m_about->count() - 1, chapter.number, chapterNumber);
    }
    m_about->addItem(tr("the network on the screen"));
    m_about->setItemData(m_about->count() - 1, true, theScreen);
    if (!m_shelf.ownAskable().empty()) {
        m_about->addItem(tr("my own questions"));
        m_about->setItemData(m_about->count() - 1, true, ownQuestions);
    }
    m_about->insertSeparator(m_about->count());
    for (const Topic &topic : topics()) {
        m_about->addItem(translated(topic.title));
        m_about->setItemData(m_about->count() - 1, written(topic.name), topicName);
    }
    m_about->setMaxVisibleItems(20);
}

void QuizStart::sayHowFar()
{
    const Progress &progress = m_progressOf.progress();
    int right = 0;
    for (const Topic &topic : topics())
        right += progress.topic(topic.name).right;
    const int now = int(progress.due().size());
    m_standing->setText(
        progress.answered() == 0
            ? tr("Nothing was answered yet: the ladder begins with what is easy.")
            : tr("Answers so far: %1, right: %2, to come again now: %3.").arg(progress.answered()).arg(right).arg(now));
    m_board->showProgress(progress);
}

/// What could not be read is said quietly: all the others are there.
void QuizStart::sayWhatIsRefused()
{
    QStringList lines;
    for (const Error &refused : m_shelf.refused())
        lines += said(refused.sentence);
    m_refused->setVisible(!lines.isEmpty());
    if (lines.isEmpty())
        return;
    m_refused->setText(tr("Questions and lessons that could not be read: %1; the others are here. %2")
                           .arg(lines.size())
                           .arg(lines.first()));
    m_refused->setToolTip(lines.join(u'\n'));
    m_refused->setAccessibleName(m_refused->text());
}

/// Who comes from a lesson is asked about its chapter, unless something else was chosen.
void QuizStart::showEvent(QShowEvent *)
{
    if (m_isAboutChosen)
        return;
    for (const Chapter &chapter : chapters()) {
        const std::vector<std::string> lessons = m_shelf.lessonsOf(chapter);
        if (std::ranges::find(lessons, m_progressOf.progress().lastLesson()) != lessons.end())
            m_about->setCurrentIndex(m_about->findData(chapter.number, chapterNumber));
    }
}

void QuizStart::chooseChapter(int number)
{
    if (const int row = m_about->findData(number, chapterNumber); row >= 0) {
        m_about->setCurrentIndex(row);
        m_isAboutChosen = true;
    }
}

void QuizStart::followShelf()
{
    const QString chosen = m_about->currentText(), screen = m_screen;
    m_about->clear();
    fillAbout();
    setScreen(screen);
    m_about->setCurrentIndex(std::max(0, m_about->findText(chosen)));
    sayWhatIsRefused();
}

void QuizStart::setScreen(const QString &network)
{
    m_screen = network;
    const int row = m_about->findData(true, theScreen);
    m_about->setItemText(
        row, network.isEmpty() ? tr("the network on the screen") : tr("the network on the screen: %1").arg(network));
}

void QuizStart::setClassLeft(ClassLeft left)
{
    m_goOn->setVisible(left != ClassLeft::nothing);
    m_goOn->setText(left == ClassLeft::result ? tr("Result of the class") : tr("Go on with the class"));
    m_goOn->setToolTip(left == ClassLeft::result ? tr("How the last quiz of the class went, question by question")
                                                 : tr("Back to its question, with the hands that were counted"));
}

void QuizStart::setClassSize(int names)
{
    m_names->setText(names > 0 ? tr("Names: %1…").arg(names) : tr("Names…"));
    m_names->setAccessibleName(tr("Names of the class"));
}

void QuizStart::setPhones(std::optional<int> phones)
{
    m_phones->setText(phones ? tr("Phones: %1…").arg(*phones) : tr("Phones…"));
    m_phones->setAccessibleName(tr("Phones of the class"));
}

void QuizStart::setMessage(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

QuizWish QuizStart::wish() const
{
    QuizWish wish;
    wish.choice.topic = m_about->currentData(topicName).toString().toStdString();
    wish.aboutTheScreen = m_about->currentData(theScreen).toBool();
    wish.onlyOwn = m_about->currentData(ownQuestions).toBool();
    wish.choice.mayGenerate = !wish.onlyOwn;
    for (const Chapter &chapter : chapters())
        if (m_about->currentData(chapterNumber).toInt() == chapter.number)
            wish.choice.lessons = m_shelf.lessonsOf(chapter);
    if (const QVariant level = m_level->currentData(); level.isValid())
        wish.choice.level = Level(level.toInt());
    wish.mode = QuizMode(m_mode->currentData().toInt());
    wish.choice.seed = std::uint64_t(m_seed->value());
    wish.choice.count = m_count->value();
    return wish;
}

int QuizStart::classSeconds() const
{
    return m_clock->currentData().toInt();
}

void QuizStart::newSeed()
{
    m_seed->setValue(int(QRandomGenerator::global()->bounded(largestSeed)));
}

void QuizStart::setLook(const QuizLook &look)
{
    m_look = look;
    m_title->setFont(interfaceFont(look.text(38), QFont::DemiBold));
    m_lead->setFont(interfaceFont(look.text(18)));
    m_message->setFont(interfaceFont(look.text(17), QFont::DemiBold));
    m_refused->setFont(interfaceFont(look.text(13)));
    m_standing->setFont(interfaceFont(look.text(17)));
    for (QLabel *heading : m_headings)
        heading->setFont(interfaceFont(look.text(24), QFont::DemiBold));
    for (QLabel *words : m_words) {
        words->setFont(interfaceFont(look.text(17)));
        words->setFixedWidth(look.scaled(150));
    }
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_about, m_mode, m_level, m_clock, m_count, m_seed, m_learner, m_start,
                                          m_class, m_goOn, m_progress, m_worksheet, m_own, m_names, m_phones}) {
        field->setFont(interfaceFont(look.text(16)));
        for (QWidget *inside : field->findChildren<QWidget *>()) // they do not follow under a style sheet
            inside->setFont(interfaceFont(look.text(16)));
    }
    m_about->setFixedWidth(look.scaled(480));
    m_mode->setFixedWidth(look.scaled(480));
    m_level->setFixedWidth(look.scaled(480));
    m_clock->setFixedWidth(look.scaled(480));
    m_count->setFixedWidth(std::max(112, look.scaled(140)));
    m_seed->setFixedWidth(std::max(112, look.scaled(140)));
    layout()->setContentsMargins(look.scaled(64), look.scaled(64), look.scaled(64), look.scaled(32));
    layout()->setSpacing(look.scaled(24));
    for (QVBoxLayout *column : findChildren<QVBoxLayout *>())
        if (column != layout())
            column->setSpacing(look.scaled(18));
    findChild<QHBoxLayout *>(QStringLiteral("columns"))->setSpacing(look.scaled(56));
    m_line->setFixedWidth(1);
    m_board->setLook(look);
    m_gap->changeSize(0, look.scaled(28));
    layout()->invalidate();
    makeRoom();
    update();
}

/// In a low window the topics are left to the list of what is asked about.
void QuizStart::makeRoom()
{
    m_board->hide();
    const QMargins margins = layout()->contentsMargins();
    const int needed = m_board->heightAt(width() - margins.left() - margins.right()) + layout()->spacing();
    m_board->setVisible(height() >= layout()->sizeHint().height() + needed);
}

void QuizStart::resizeEvent(QResizeEvent *)
{
    makeRoom();
}

void QuizStart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme->paper);
    painter.fillRect(m_line->geometry(), m_look.theme->line);
}

} // namespace gatescope
