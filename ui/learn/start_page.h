// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"
#include "ui/common/theme.h"
#include "ui/learn/chart_drawing.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace gatescope {

class Learner;
class LearnerChoice;
class ClaimPicture;
class LabList;
class LessonDots;
class LessonEntry;
class StopPicture;

/// Where lessons begin: the course as a line of dots, the chapters with their lessons, and where one stopped.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    /// What was refused is said under the lessons.
    StartPage(const ReadLessons &read, Learner &learner, QWidget *parent = nullptr);
    /// Whether lessons of one's own can be written here.
    void offerOwnLessons(bool offered);

    void setLook(const Theme &theme, bool classroom);

    /// Where `goOn` goes: the card where one stopped, or the first of the lesson that comes next.
    int nextLesson() const;
    int nextCard() const;
    void goOn();
    /// Gives the keys to the lesson that comes next, from which the arrows lead to all others.
    void focusNextLesson();
    /// Gives the keys to a lab's button.
    void focusLab(int lab);
    /// Whether only the essentials are on the path.
    bool isShort() const;

    QString refusals() const;

signals:
    void chosen(int lesson, int card);
    void labChosen(int lab);
    void ownLessonsRequested();
    void sourcesRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void fillChapters();
    void applyLook();
    double pixelsOfEntries(double usual, int columns, double room) const;
    int heightWithoutClaims() const;
    void refresh();

    const std::vector<Lesson> &m_lessons;
    Learner &m_learner;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false;
    QLabel *m_headline, *m_later, *m_refused, *m_stoppedHeading, *m_stopped, *m_stoppedAt;
    LessonDots *m_dots;
    QGridLayout *m_chapters;
    QList<LessonEntry *> m_entries;
    QList<QLabel *> m_chapterNames, m_chapterWords;
    QList<QWidget *> m_groups;
    StopPicture *m_picture;
    QWidget *m_claims;
    QPushButton *m_continue, *m_short, *m_own, *m_sources;
    QLabel *m_who;
    LearnerChoice *m_choice;
    LabList *m_labs;
};

} // namespace gatescope
