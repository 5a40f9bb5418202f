// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/claims/evidence.h"
#include "core/learning/lessons/lesson.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <set>

class QLabel;
class QPushButton;
class QScrollArea;

namespace gatescope {

class CardText;
class CommitmentPanel;
class DeedPanel;
class WholeLines;
class WordsLabel;

/// What a card has to show besides its own words.
struct CardShown {
    const Lesson &lesson;
    int index = 0;
    const Question *question = nullptr; ///< its commitment
    bool isLastOfAll = false;           ///< no lesson follows
    int endsChapter = 0;                ///< the chapter whose last lesson it is; 0: none
};

/// A card: where one is in the lesson, headline, text, the guess, the rest of the text, what was measured, the deed;
/// and the way on.
class CardPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CardPanel(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    void show(const CardShown &shown);
    /// The rest of the text, and that networks are learning for what will be measured.
    void awaitMeasured(const LessonCard &card);
    /// What waited for the guess: the rest of the text, and what was measured for the card's claims.
    void reveal(const LessonCard &card, const std::vector<Evidence> &measured);
    /// The cards on which everything asked was done.
    void setDone(const std::set<int> &done);
    void setJudgement(const DeedJudgement &judgement);
    /// Whether the list of lessons is a button of the card: where no list stands beside it.
    void offerList(bool offered);
    /// Whether the network can be opened in Explore.
    void offerExplore(bool offered);
    /// Whether there is something to be played.
    void offerPlay(bool offered);
    /// Brings the right answer into view, once it is out.
    void showAnswer();
    /// Shows more of a card that is longer than the panel; false at its end.
    bool scrollOn();
    /// A quiet sentence over the buttons; an empty one goes away.
    void setNotice(const QString &notice);
    QString notice() const;
    /// Whether nothing more is asked here: the button that goes on is the one that is filled.
    void setReady(bool ready);

    CommitmentPanel &commitment() { return *m_commitment; }
    /// All that the card says, for screen readers.
    QString inWords() const;

signals:
    void onRequested();
    void backRequested();
    void startRequested();
    void exploreRequested();
    /// On the last card of a chapter: to be asked about it.
    void quizRequested();
    void playRequested();
    void termPointed(const QString &symbol);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Ticks;
    void layOut();
    void tellAfter(const QString &after);
    void setMeasured(const std::vector<Evidence> &measured);
    void tellMeasured(const QString &told);
    void nameBack();
    void settle();
    void describeIt();

    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    QScrollArea *m_scroll;
    WholeLines *m_lines = nullptr; ///< at its edges
    QLabel *m_counter, *m_title;
    WordsLabel *m_evidence, *m_notice;
    Ticks *m_ticks;
    CardText *m_text, *m_after;
    CommitmentPanel *m_commitment;
    DeedPanel *m_deed;
    QPushButton *m_list, *m_back, *m_play, *m_explore, *m_quiz, *m_on;
};

} // namespace gatescope
