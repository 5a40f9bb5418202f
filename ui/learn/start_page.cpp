// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/start_page.h"

#include "core/learning/lessons/chapters.h"
#include "core/learning/study/studied.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/learner.h"
#include "ui/document/learner_choice.h"
#include "ui/learn/claim_picture.h"
#include "ui/learn/labs/lab_list.h"
#include "ui/learn/lesson_entry.h"
#include "ui/learn/start_pictures.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int compactStartBelow = 1500;
constexpr int lowWindow = 900; ///< rows stand closer in a window that is lower
constexpr int wideStart = 1700;
constexpr int rowsOfChapter = 4;      ///< name, words, lessons, and room
constexpr double widthOfName = 12.5;  ///< of a chapter beside its lessons, in heights of a letter
constexpr int columnGap = 16;         ///< between lessons
constexpr double smallestEntry = 0.8; ///< a lesson's letters where titles are long, to those of the page
constexpr int roomForWords = 900;     ///< height, on a narrow page; lower, the lessons need it
constexpr int roomForClaims = 160;    ///< height that the lessons leave; a picture in less cannot be read

int minutesOf(const std::vector<Lesson> &lessons, bool onlyEssential)
{
    int minutes = 0;
    for (const Lesson &lesson : lessons)
        minutes += !onlyEssential || lesson.essential ? lesson.minutes : 0;
    return minutes;
}

} // namespace

StartPage::StartPage(const ReadLessons &read, Learner &learner, QWidget *parent)
    : QWidget(parent), m_lessons(read.lessons), m_learner(learner), m_headline(new QLabel(this)),
      m_later(new QLabel(this)), m_refused(new QLabel(this)), m_stoppedHeading(new QLabel(this)),
      m_stopped(new QLabel(this)), m_stoppedAt(new QLabel(this)), m_dots(new LessonDots(read.lessons, learner, this)),
      m_chapters(new QGridLayout), m_picture(new StopPicture(this)), m_claims(new QWidget(this)),
      m_continue(new QPushButton(this)), m_short(new QPushButton(this)),
      m_own(new QPushButton(tr("My lessons…"), this)), m_sources(new QPushButton(tr("Sources"), this)),
      m_who(new QLabel(tr("Learning as"), this)), m_choice(new LearnerChoice(learner, this)), m_labs(new LabList(this))
{
    fillChapters();
    QStringList refused;
    for (const Error &each : read.refused)
        refused += said(each.sentence);
    m_refused->setText(refused.isEmpty() ? QString() : tr("Not read: %1").arg(refused.join(u"\n"_qs)));
    m_refused->setVisible(!refused.isEmpty());
    layOut();
    connect(m_continue, &QPushButton::clicked, this, &StartPage::goOn);
    connect(m_labs, &LabList::chosen, this, &StartPage::labChosen);
    connect(m_sources, &QPushButton::clicked, this, &StartPage::sourcesRequested);
    connect(m_own, &QPushButton::clicked, this, &StartPage::ownLessonsRequested);
    connect(m_short, &QPushButton::toggled, this, &StartPage::refresh);
    connect(&learner, &Learner::changed, this, &StartPage::refresh);
    applyLook();
}

void StartPage::fillChapters()
{
    QStringList later;
    int row = 0;
    for (const Chapter &chapter : listedChapters()) {
        QList<LessonEntry *> entries;
        for (std::size_t i = 0; i < m_lessons.size(); ++i) {
            if (m_lessons[i].number < chapter.firstLesson || m_lessons[i].number > chapter.lastLesson)
                continue;
            auto *entry = new LessonEntry(m_lessons[i], false, this);
            connect(entry, &QAbstractButton::clicked, this,
                    [this, i] { emit chosen(int(i), m_learner.cardToOpen(m_lessons[i].name)); });
            entries.append(entry);
        }
        if (entries.isEmpty()) {
            if (chapter.number > 0)
                later += translated(chapter.title);
            continue;
        }
        const QString title = translated(chapter.title);
        auto *name
            = new QLabel(chapter.number > 0 ? QStringLiteral("%1   %2").arg(chapter.number).arg(title) : title, this);
        m_chapterNames.append(name);
        auto *group = new QWidget(this);
        auto *grid = new QGridLayout(group);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(columnGap);
        grid->setVerticalSpacing(2);
        m_groups.append(group);
        for (LessonEntry *entry : entries) {
            entry->setParent(group);
            m_entries.append(entry);
        }
        auto *says = new QLabel(translated(chapter.says), this);
        says->setProperty("secondary", true);
        says->setWordWrap(true);
        m_chapterWords.append(says);
        m_chapters->setRowMinimumHeight(row + 3, 12);
        row += rowsOfChapter;
    }
    m_chapters->setColumnStretch(1, 1);
    m_later->setText(later.isEmpty() ? QString() : tr("Chapters still to be written: %1.").arg(later.join(u", "_qs)));
    m_later->setVisible(!later.isEmpty());
}

void StartPage::layOut()
{
    m_headline->setText(tr("From one loop to a working memory"));
    m_stoppedHeading->setProperty("secondary", true);
    m_stoppedAt->setProperty("secondary", true);
    m_later->setProperty("secondary", true);
    for (QLabel *label : {m_later, m_refused, m_stopped})
        label->setWordWrap(true);
    m_continue->setProperty("primary", true);
    m_continue->setObjectName(QStringLiteral("lessonContinue"));
    m_short->setCheckable(true);
    m_short->setObjectName(QStringLiteral("essentials"));
    m_short->setText(tr("◆ Only the essentials: %1 minutes").arg(minutesOf(m_lessons, true)));
    m_own->setToolTip(tr("Write lessons of your own, which stand among these"));
    m_own->hide();
    m_sources->setToolTip(tr("The papers and pages that the lessons rest on"));
    m_short->setToolTip(tr("All lessons take %1 minutes").arg(minutesOf(m_lessons, false)));

    auto *left = new QVBoxLayout;
    left->setObjectName(QStringLiteral("left"));
    left->addWidget(m_headline);
    left->addWidget(m_dots);
    left->addLayout(m_chapters);
    auto *about = new QHBoxLayout;
    about->setSpacing(16);
    about->addWidget(m_short);
    about->addWidget(m_own);
    about->addWidget(m_sources);
    about->addWidget(m_later, 1);
    left->addLayout(about);
    left->addWidget(m_refused);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setObjectName(QStringLiteral("right"));
    right->addWidget(m_stoppedHeading);
    right->addWidget(m_stopped);
    right->addWidget(m_stoppedAt);
    right->addWidget(m_picture);
    right->addWidget(m_continue, 0, Qt::AlignLeft);
    right->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setObjectName(QStringLiteral("row"));
    row->addLayout(left, 5);
    row->addLayout(right, 3);
    auto *claims = new QHBoxLayout(m_claims);
    claims->setContentsMargins(0, 16, 0, 0);
    claims->setSpacing(48);
    for (const int lesson : lessonsWithPictures(m_lessons)) {
        auto *claim = new ClaimPicture(m_lessons[std::size_t(lesson)], m_claims);
        connect(claim, &QAbstractButton::clicked, this, [this, lesson, claim] { emit chosen(lesson, claim->card()); });
        claims->addWidget(claim, 1);
    }
    auto *page = new QVBoxLayout(this);
    page->setObjectName(QStringLiteral("page"));
    page->addLayout(row);
    auto *who = new QHBoxLayout;
    who->setSpacing(12);
    m_who->setProperty("secondary", true);
    m_who->setBuddy(m_choice);
    who->addWidget(m_who);
    who->addWidget(m_choice, 1);
    auto *below = new QBoxLayout(QBoxLayout::LeftToRight);
    below->setObjectName(QStringLiteral("below"));
    below->addWidget(m_labs);
    below->addLayout(who, 1);
    setTabOrder(m_labs->lastButton(), m_choice); // as the eye goes
    page->addLayout(below);
    page->addWidget(m_claims, 1);
    page->addStretch(0);
}

void StartPage::offerOwnLessons(bool offered)
{
    m_own->setVisible(offered);
}

bool StartPage::isShort() const
{
    return m_short->isChecked();
}

int StartPage::nextLesson() const
{
    const Progress &progress = m_learner.progress();
    const auto isOpen = [&](const Lesson &lesson) {
        return !progress.lesson(lesson.name).finished && (lesson.essential || !isShort());
    };
    const auto last = std::ranges::find(m_lessons, progress.lastLesson(), &Lesson::name);
    auto found = std::find_if(last == m_lessons.end() ? m_lessons.begin() : last, m_lessons.end(), isOpen);
    if (found == m_lessons.end())
        found = std::ranges::find_if(m_lessons, isOpen);
    return found == m_lessons.end() ? 0 : int(found - m_lessons.begin());
}

int StartPage::nextCard() const
{
    if (m_lessons.empty())
        return 0;
    return m_learner.cardToOpen(m_lessons[std::size_t(nextLesson())].name);
}

void StartPage::goOn()
{
    if (!m_lessons.empty())
        emit chosen(nextLesson(), nextCard());
}

void StartPage::focusNextLesson()
{
    if (m_lessons.empty())
        return;
    window()->setAttribute(Qt::WA_KeyboardFocusChange); // as the Tab key says it: the focus is seen and has the keys
    m_entries[nextLesson()]->setFocus(Qt::TabFocusReason);
}

void StartPage::focusLab(int lab)
{
    m_labs->focusLab(lab);
}

QString StartPage::refusals() const
{
    return m_refused->text();
}

void StartPage::refresh()
{
    m_continue->setVisible(!m_lessons.empty());
    if (m_lessons.empty())
        return;
    const int next = nextLesson();
    for (int i = 0; i < m_entries.size(); ++i) {
        m_entries[i]->setState(m_learner, i == next);
        m_entries[i]->setOnPath(!isShort() || m_lessons[std::size_t(i)].essential);
    }
    m_dots->setPresent(next);
    const Lesson &lesson = m_lessons[std::size_t(next)];
    const auto result = m_learner.progress().lesson(lesson.name);
    const bool isBegun = m_learner.progress().lastLesson() == lesson.name;
    m_stoppedHeading->setText(isBegun                                         ? tr("Where you stopped")
                                  : m_learner.progress().lastLesson().empty() ? tr("Where it begins")
                                                                              : tr("What comes next"));
    m_stopped->setText(QString::fromStdString(lesson.title));
    m_stoppedAt->setText(tr("Lesson %1, card %2 of %3, %4 minutes")
                             .arg(lesson.number)
                             .arg(nextCard() + 1)
                             .arg(lesson.cards.size())
                             .arg(lesson.minutes));
    m_continue->setText(isBegun && !result.finished ? tr("Continue") : tr("Start"));
    m_picture->show(lesson, nextCard());
}

void StartPage::setLook(const Theme &theme, bool classroom)
{
    m_theme = &theme;
    m_isClassroom = classroom;
    applyLook();
}

void StartPage::applyLook()
{
    const bool compact = width() < compactStartBelow;
    const double pixels = m_isClassroom ? 20 : compact ? 14 : 18;
    m_headline->setFont(interfaceFont((compact ? 1.9 : 2.35) * pixels, QFont::DemiBold));
    for (QLabel *name : m_chapterNames)
        name->setFont(interfaceFont(1.35 * pixels, QFont::DemiBold));
    const bool isWide = width() >= wideStart && !m_isClassroom;
    for (int i = 0; i < m_chapterWords.size(); ++i) { // with room beside a chapter's name its lessons stand there
        QLabel *words = m_chapterWords[i], *name = m_chapterNames[i];
        words->setVisible(!isWide && (!compact || height() >= roomForWords));
        name->setToolTip(words->text());
        name->setWordWrap(isWide);
        name->setFixedWidth(isWide ? int(widthOfName * pixels) : QWIDGETSIZE_MAX);
        if (!isWide)
            name->setMinimumWidth(0);
        words->setFont(interfaceFont(0.9 * pixels));
        const int row = rowsOfChapter * i;
        m_chapters->addWidget(name, row, 0, isWide ? Qt::AlignTop : Qt::Alignment());
        m_chapters->addWidget(words, row + 1, 0, 1, 2);
        m_chapters->addWidget(m_groups[i], isWide ? row : row + 2, isWide ? 1 : 0, 1, isWide ? 1 : 2);
    }
    const int side = compact ? 32 : 64, edge = compact ? 24 : 40, apart = compact ? 40 : 72;
    const auto [lessons, stopped] = isWide ? std::pair(3, 1) : std::pair(2, 1); // shares of the width
    const double half = double(width() - side - edge - apart) * lessons / (lessons + stopped);
    const double room = half - (isWide ? int(widthOfName * pixels) + m_chapters->horizontalSpacing() : 0);
    const int columns = isWide && pixelsOfEntries(pixels, 3, room) > 0 ? 3 : 2;
    const double entryPixels = std::max(pixelsOfEntries(pixels, columns, room), smallestEntry * pixels);
    for (LessonEntry *entry : m_entries)
        entry->setLook(*m_theme, entryPixels, window()->height() < lowWindow ? 1.45 : 2);
    for (QWidget *group : m_groups) {
        auto *grid = static_cast<QGridLayout *>(group->layout());
        const auto mine = group->findChildren<LessonEntry *>();
        for (int i = 0; i < mine.size(); ++i)
            grid->addWidget(mine[i], i / columns, i % columns);
        for (int i = 0; i < 3; ++i)
            grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
    m_dots->setLook(*m_theme);
    m_stoppedHeading->setFont(interfaceFont(0.9 * pixels, QFont::DemiBold));
    m_stopped->setFont(interfaceFont(1.65 * pixels, QFont::DemiBold));
    for (QWidget *label :
         {static_cast<QWidget *>(m_stoppedAt), static_cast<QWidget *>(m_later), static_cast<QWidget *>(m_refused)})
        label->setFont(interfaceFont(0.9 * pixels));
    m_who->setFont(interfaceFont(0.85 * pixels));
    m_choice->setFontPixels(0.85 * pixels);
    m_labs->setFontPixels(pixels);
    const int all = width() - side - edge, who = m_who->sizeHint().width() + m_choice->sizeHint().width();
    m_labs->setRows(m_labs->widthOfOneRow() <= all ? 1 : 2);
    auto *below = findChild<QBoxLayout *>(QStringLiteral("below"));
    below->setSpacing(compact ? 24 : apart);
    below->setContentsMargins(0, compact ? 6 : 12, 0, 0);
    below->setDirection(m_labs->widthOfOneRow() + apart + who <= all ? QBoxLayout::LeftToRight
                                                                     : QBoxLayout::TopToBottom);
    m_continue->setFont(interfaceFont(pixels, QFont::DemiBold));
    m_continue->setMinimumSize(int(10 * pixels), int(2.6 * pixels));
    m_picture->setLook(*m_theme, 0.82 * pixels);
    m_picture->setFixedHeight(int(compact ? 17 * pixels : 20 * pixels));
    for (ClaimPicture *claim : m_claims->findChildren<ClaimPicture *>())
        claim->setLook(*m_theme, 0.85 * pixels);
    findChild<QVBoxLayout *>(QStringLiteral("page"))->setContentsMargins(side, compact ? 24 : 44, edge, 24);
    auto *row = findChild<QHBoxLayout *>(QStringLiteral("row"));
    row->setSpacing(apart);
    row->setStretch(0, lessons);
    row->setStretch(1, stopped);
    findChild<QVBoxLayout *>(QStringLiteral("left"))->setSpacing(compact ? 12 : 20);
    findChild<QVBoxLayout *>(QStringLiteral("right"))->setSpacing(compact ? 8 : 14);
    m_claims->setVisible(!m_isClassroom && height() >= heightWithoutClaims() + roomForClaims);
    m_chapters->setVerticalSpacing(compact ? 4 : 8);
    refresh();
    update();
}

/// The largest letters, up to the usual ones, in which no title is cut in so many columns; 0: they would be too small.
double StartPage::pixelsOfEntries(double usual, int columns, double room) const
{
    constexpr int uneven = 4; // pixels by which the grid makes one column narrower than another
    const double each = std::floor((room - (columns - 1) * columnGap) / columns) - uneven;
    for (double pixels = usual; pixels >= smallestEntry * usual; pixels -= 0.25)
        if (std::ranges::all_of(m_entries, [=](const LessonEntry *entry) { return entry->widthAt(pixels) <= each; }))
            return pixels;
    return 0;
}

int StartPage::heightWithoutClaims() const
{
    const int all = layout()->sizeHint().height();
    return m_claims->isHidden() ? all : all - m_claims->sizeHint().height() - layout()->spacing();
}

void StartPage::resizeEvent(QResizeEvent *)
{
    applyLook();
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    painter.setPen(m_theme->line);
    const int x = m_picture->x() - 24;
    painter.drawLine(x, m_stoppedHeading->y(), x, m_continue->geometry().bottom());
}

} // namespace gatescope
