// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace gatescope {

class CardPanel;
class FigureView;
class Learner;
class Measuring;
class Outline;
class PlayedStage;
class TryStrip;
struct PlayheadState;

/// A lesson: the list of lessons, the card, and the stage that plays what the card is about, with the strip under it
/// where there is something to move; a figure stands in the place of the stage where a card has one. The stage has a
/// network of its own: nothing that is open in Explore changes.
class LessonView : public QWidget
{
    Q_OBJECT
public:
    /// Lessons, questions and learner outlive it.
    LessonView(const std::vector<Lesson> &lessons, const std::vector<Question> &questions, Learner &learner,
               QWidget *parent = nullptr);

    void setLook(const Theme &theme, bool classroom);
    void setReducedMotion(bool reduced);
    /// No window is around it in which its network could be opened.
    void standAlone();

    /// Shows a card; both are places in their lists.
    void open(int lesson, int card);
    int lesson() const { return m_lesson; }
    int card() const { return m_card; }
    const LessonCard &shownCard() const;

    /// To the next card, or, from the last, out of the lesson. Where something is asked and not done it is said once;
    /// going on again shows the answer, or leaves the deed undone.
    void goOn();
    /// Shows the rest of a card that is longer than the panel, then goes on.
    void readOn();
    void goBack();
    void chooseOption(int number);
    void playAgain();
    /// The stage's step, and the unit that it follows, by one.
    void moveStep(int by);
    void moveUnit(int by);
    void tryInExplore();

    PlayedStage &stage() { return *m_stage; }
    FigureView &figure() { return *m_figure; }
    CardPanel &panel() { return *m_panel; }
    TryStrip &strip() { return *m_strip; }
    const std::optional<DeedJudgement> &judgement() const { return m_judgement; }
    /// Whether networks are learning for what the card will show.
    bool isMeasuring() const;

signals:
    void moved();
    /// The last card was left by going on.
    void finished();
    void startRequested();
    void lessonChosen(int lesson);
    void quizRequested(int chapter);
    /// The network as the card shows it, to be played with freely.
    void exploreRequested(const gatescope::Experiment &experiment);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectParts();
    void applyLook();
    const Question *commitment() const;
    int endedChapter() const;
    void reveal();
    void showFigure();
    void showMeasured(const std::vector<Evidence> &evidence);
    bool isAsked() const;
    bool isDeedOpen() const;
    void move(const QString &control, double value);
    void judgeNow();
    void noticeDone();
    void point(int step);
    void lookAt(const PlayheadState &place);
    void takeFocus();

    const std::vector<Lesson> &m_lessons;
    const std::vector<Question> &m_questions;
    Learner &m_learner;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false;
    int m_lesson = 0, m_card = 0;
    bool m_wasDone = false;       ///< at an earlier visit: what the card asked is answered, and a deed not waited for
    bool m_wasAsked = false;      ///< somebody went on while something was open
    std::optional<int> m_pointed; ///< the step that a search has come to
    std::optional<DeedJudgement> m_judgement;
    Measuring *m_measuring;
    CardPanel *m_panel;
    PlayedStage *m_stage;
    FigureView *m_figure;
    TryStrip *m_strip;
    Outline *m_outline; ///< made last: the Tab key comes to what a card asks before it
};

} // namespace gatescope
