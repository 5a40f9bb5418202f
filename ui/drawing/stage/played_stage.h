// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"
#include "ui/document/document.h"
#include "ui/document/playing/player.h"
#include "ui/drawing/stage/stage_drawing.h"

#include <QWidget>

#include <optional>

namespace gatescope {

/// Where a place of a lesson or of a worked solution is: at the part of its name in a cell's picture, without one after
/// the whole step in the network's.
PlayheadState stateAt(const StagePlace &place, const NetworkSpec &spec);

/// A stage that shows a network of its own, apart from what is open elsewhere: a lesson's, or a question's. It goes
/// where it is told and plays the part there, and says with a click what was pointed at.
class PlayedStage : public QWidget
{
    Q_OBJECT
public:
    explicit PlayedStage(QWidget *parent = nullptr);
    ~PlayedStage() override;

    void setLook(const Theme &theme, bool classroom);
    /// Parts appear done at once.
    void setReducedMotion(bool reduced) { m_player.setReducedMotion(reduced); }

    /// Shows another network, or stays with the one it has when that is the same. What was changed in it is taken back.
    /// Refused, with nothing changed, where the experiment does not fit together; and where its run fails.
    Result<void> open(const Experiment &experiment);
    /// The same with a run that is there already, as that of a large network: it is not computed again.
    void open(const Record &record);
    /// Goes to the place, or to the nearest that there is, and plays the part there; `level` is how near, where it is
    /// not the place's own.
    void goTo(const StagePlace &place, std::optional<double> level = {});
    /// Plays all that leads to the place: in the network from the end where its pass begins, in a cell from the first
    /// part of its step. It is so quick that long ways take no longer than some seconds.
    void playUpTo(const StagePlace &place, std::optional<double> level = {});
    /// The same as goTo, where it was worked out already.
    void play(const PlayheadState &there);
    /// Stands before the part of the place, which is still to be computed.
    void standBefore(const StagePlace &place, double level);
    /// Whether what is not computed yet at the playhead is hidden.
    void setPredicting(bool predicting);
    /// What somebody thinks the followed unit's state becomes, shown where it is blended; nothing: nobody was asked.
    void setGuess(std::optional<double> guess);
    /// So many steps on and units down, as far as there are any; what was on its way is done.
    void moveBy(int steps, int units);
    /// Lights a term, with what it is made of and what is made of it; nothing: all is as usual.
    void light(const Term &term);

    Document &document() { return m_document; }
    Playhead &playhead() { return m_playhead; }
    Player &player() { return m_player; }
    /// What is where in the picture as it was last painted.
    const HitAreas &hitAreas() const { return m_areas; }

    QSize minimumSizeHint() const override { return {400, 280}; }

signals:
    /// A click on something that stands for this place. The stage has gone there.
    void pointedAt(const gatescope::PlayheadState &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    std::optional<Scene> scene() const;
    void follow();

    Document m_document;
    Playhead m_playhead;
    Player m_player{m_document, m_playhead};
    std::optional<Experiment> m_opened; ///< as it was given
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    bool m_isClassroom = false;
    bool m_isPredicting = false;
    std::optional<double> m_guess;
    Term m_lit;
    HitAreas m_areas;
    StageCache m_cache;
};

} // namespace gatescope
