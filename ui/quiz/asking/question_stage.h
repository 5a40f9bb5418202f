// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/marking.h"
#include "ui/quiz/asking/quiz_look.h"

#include <QWidget>

#include <optional>

namespace gatescope {

class LaneView;
class PlayedStage;
struct PlayheadState;
struct Record;

/// The network that a question is about: first an excerpt in which what is asked cannot be seen, then the stage on
/// which the worked solution plays; and where one points at a part, a step or a unit, with a click, the arrows or a
/// digit. Steps are shown on the timeline, all else in the cell or the unit.
class QuestionStage : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionStage(QWidget *parent = nullptr);

    void setLook(const QuizLook &look);
    void setReducedMotion(bool reduced);

    /// Shows the question as it is asked. Hidden where nothing of it plays on a network, and where seeing the network
    /// would tell the answer.
    /// Of a network that ran already its run is shown; one without is computed.
    void ask(const Question &question, const Record &network);
    /// Whether there is a network at all, also one that is still hidden.
    bool hasNetwork() const { return m_hasNetwork; }
    /// It is answered: the network comes into view, and where a blend was asked for, the knob of a wrong answer.
    void reveal(const Question &question, const Marking &marking);
    /// A sentence of the worked solution plays here; the whole network can be seen from now on.
    void play(const StagePlace &place);

    /// What is pointed at; none at first.
    const std::optional<PointAnswer> &pointed() const { return m_pointed; }
    /// Points at another one, so many further on; the first move begins at the first one.
    void movePointed(int by);
    void pointAt(int index);
    PlayedStage &stage() { return *m_stage; }

    QSize minimumSizeHint() const override { return {400, 220}; }

signals:
    void pointedChanged();
    void submitted(); ///< Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool open(const Record &network);
    void takePointed(const PlayheadState &place);
    void show(const StagePlace &place);
    double levelOf(const StagePlace &place) const;
    int choices() const;

    PlayedStage *m_stage;
    LaneView *m_lanes;
    QuizLook m_look;
    bool m_hasNetwork = false;
    bool m_usesLanes = false;
    bool m_isPointing = false;
    PointAnswer m_kind; ///< the right one, of which only the kind is looked at
    StagePlace m_place; ///< where the picture stands while one points
    std::optional<PointAnswer> m_pointed;
    StagePlace m_made;             ///< where the answer is made
    std::optional<double> m_guess; ///< a wrong answer to what a blend gives
};

} // namespace gatescope
