// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/program_files.h"
#include "core/learning/lessons/lesson.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

class QScrollArea;
class QStackedWidget;

namespace gatescope {

class LabsPage;
class Learner;
struct LessonShelf;
class LessonView;
class SourcesPage;
class StartPage;

/// The place where one learns: the list of lessons, and a lesson. Lessons are read when the place is first looked at, a
/// teacher's own again when the list is shown and their files say something else; from a broken file nothing is shown
/// but why, and the others are there.
class LearnPlace : public QWidget
{
    Q_OBJECT
public:
    /// The learner outlives it. `resources` has the folders lessons, questions and experiments; `own` those of a
    /// teacher's own, empty: there are none.
    explicit LearnPlace(Learner &learner, const std::filesystem::path &resources = resourceFolder(),
                        const std::filesystem::path &own = {}, QWidget *parent = nullptr);
    ~LearnPlace() override;

    void setTheme(const Theme &theme);
    void setClassroom(bool classroom);
    void setReducedMotion(bool reduced);

    /// What the keys do; on the list of lessons going on begins where one stopped.
    void goOn();
    /// Shows the rest of a card that is longer than the window, then goes on.
    void readOn();
    /// Follows another unit on the stage; on the list the keys come to the lesson that is next.
    void moveUnit(int by);
    void goBack();
    void showStart();
    void openLesson(int lesson, int card = 0);
    /// A place that was kept; false when there is no such lesson.
    bool openLesson(const LessonPlace &place);
    /// The lesson and the card that are shown; none on the list of lessons.
    std::optional<LessonPlace> lessonPlace() const;
    void openLab(int lab);
    void openSources();
    /// The window in which a teacher writes lessons.
    void openOwnLessons();
    /// Where it asks for the network that is open in Explore, which a lesson of a teacher's own can be about.
    void setOpenNetwork(std::function<Experiment()> open) { m_openNetwork = std::move(open); }
    /// Questions of a teacher's own were written meanwhile: the window of lessons offers them.
    void followOwnQuestions();
    /// By the key of the option, from 1: of what a card or a lab asks.
    void chooseOption(int number);
    bool isInLesson() const;
    bool isInLab() const;
    bool isInSources() const;

    /// Null before the place was looked at.
    LessonView *lesson() { return m_view; }
    StartPage *start() { return m_start; }
    LabsPage *labs() { return m_labs; }
    SourcesPage *sources() { return m_sources; }
    const std::vector<Lesson> &lessons() const;

    QString title() const;
    QStringList words() const;

    QSize minimumSizeHint() const override { return {940, 600}; }

signals:
    void titleChanged();
    /// The network of a card, to be played with freely.
    void exploreRequested(const gatescope::Experiment &experiment);
    /// To be asked about a chapter, by its number.
    void quizRequested(int chapter);
    /// A teacher who writes a lesson wants to write a question that a card asks.
    void ownQuestionRequested();
    /// Lessons of a teacher's own were written, deleted or imported, which brings questions along.
    void ownLessonsChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void load();
    void makePages();
    /// Reads again where a teacher has written since; only while no lesson is open.
    void readAgain();
    void finishLesson();
    void applyLook();

    Learner &m_learner;
    std::filesystem::path m_resources;
    std::filesystem::path m_own;
    std::function<Experiment()> m_openNetwork;
    std::shared_ptr<const LessonShelf> m_shelf;
    std::string m_written; ///< in the files of one's own, as they were read
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false, m_isReduced = false;
    QStackedWidget *m_pages;
    QScrollArea *m_startScroll = nullptr; ///< with the start page, which grows with a teacher's lessons
    StartPage *m_start = nullptr;
    LessonView *m_view = nullptr;
    LabsPage *m_labs = nullptr;
    SourcesPage *m_sources = nullptr; ///< made when it is first looked at
};

} // namespace gatescope
