// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/bars/message_bar.h"
#include "ui/explore/controls/view_settings.h"

#include <QWidget>

namespace gatescope {

class BuilderPanel;
class ClassPhones;
class ComputingNote;
class Influences;
class InspectorPanel;
class ItemisedDialog;
class OpeningCard;
class Player;
class PredictionBar;
class PresenterBoard;
class Pointing;
class Predictions;
class Remembering;
class ReportDialog;
class SecondNetwork;
class Spotlight;
class StagePair;
class StagePanel;
class Stops;
class StopsDialog;
class TimelinePanel;
class TransportPanel;
class UnitNameDialog;
class WhatIf;
class WhatIfBar;

/// The place where a network is looked at: stage over transport over timeline, the inspector on the
/// right, the builder as a drawer beside it.
class ExplorePlace : public QWidget
{
    Q_OBJECT
public:
    /// `phones`: from which a class predicts; null: it has none.
    ExplorePlace(Document &document, Playhead &playhead, Player &player, ClassPhones *phones = nullptr,
                 QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setClassroom(bool classroom);
    const ViewSettings &settings() const { return m_settings; }

    /// A sentence over the transport; an empty one goes away.
    void setMessage(const QString &message);
    /// The same about what just happened to the experiment: it stays when the new record comes.
    void setNotice(const QString &notice);
    /// And with something to be done about it, on a button.
    void offer(const QString &notice, const MessageWay &way);

    bool isBuilderOpen() const;
    void setBuilderOpen(bool open);

    /// While a class looks on there are the board and the stage, without the panels around them.
    void setPresenting(bool presenting);
    PresenterBoard &board() { return *m_board; }
    Spotlight &spotlight() { return *m_spotlight; }

    /// The card over the opening demo. It goes away with the first step.
    void showOpeningCard();
    /// False when there was none.
    bool dismissOpeningCard();

    StagePanel &stage();
    TimelinePanel &timeline() { return *m_timeline; }
    InspectorPanel &inspector() { return *m_inspector; }
    BuilderPanel &builder() { return *m_builder; }
    Pointing &pointing() { return *m_pointing; }
    /// Lights what the playhead's part makes of its unit, with what it is made of, until it is turned off.
    void turnLit();
    Predictions &predictions() { return *m_predictions; }
    WhatIf &whatIf() { return *m_whatIf; }
    Stops &stops() { return *m_stops; }
    SecondNetwork &second() { return *m_second; }

    /// What stands out in the open network, in a window of its own.
    void showReport();
    /// One stored number in the builder's table, ready to be edited.
    void showNumber(const ParameterPlace &place);
    /// Which step's loss sent how much to which step, in a window of its own.
    void showItemised();
    /// How much each step's input moves the output that one looks at, or no more.
    void turnInfluences();
    Influences &influences() { return *m_influences; }
    /// When what was read first is forgotten and which gate did it, or no more.
    void turnMemory();
    Remembering &remembering() { return *m_remembering; }
    /// The breakpoints, in a window of their own.
    void showStops();
    /// Asks what the followed unit is to be called.
    void showUnitName();
    /// Keeps the followed unit at the top of the timeline's lanes, or no more.
    void turnUnitKept();
    /// Asks which network to look at beside the open one; closes the one that is there.
    void turnBeside();

    /// Fits a window of 1024 × 768.
    QSize minimumSizeHint() const override { return {940, 600}; }

signals:
    void classroomRequested();
    void openRequested();
    void learnRequested();
    /// A file is to be looked at beside the open network.
    void openBesideRequested();
    /// A demo of the builder, to be shown in place of what is open.
    void demoChosen(const gatescope::Experiment &demo);
    void builderOpenChanged(bool open);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void connectParts();
    void connectTools();
    void sayHere(const QString &message);
    bool hidesWhatIsToCome();
    bool followsNoUnit();
    void followHeld();
    void applySettings();
    void fitSide();
    void placeCard();
    void startClass();

    Document &m_document;
    Playhead &m_playhead;
    Player &m_player;
    Pointing *m_pointing;
    Predictions *m_predictions;
    WhatIf *m_whatIf;
    Stops *m_stops;
    Influences *m_influences;
    Remembering *m_remembering;
    SecondNetwork *m_second;
    ViewSettings m_settings;
    std::optional<PlayheadState> m_saidAt; ///< where a message belongs that goes with the playhead
    QString m_notice;                      ///< waits for the record that it is about
    MessageWay m_noticeWay;
    bool m_isPresenting = false;
    bool m_hadBuilder = false; ///< before a class looked on
    PresenterBoard *m_board;
    StagePair *m_stages;
    Spotlight *m_spotlight;
    WhatIfBar *m_whatIfBar;
    PredictionBar *m_predictionBar;
    MessageBar *m_message;
    TransportPanel *m_transport;
    TimelinePanel *m_timeline;
    InspectorPanel *m_inspector;
    BuilderPanel *m_builder;
    OpeningCard *m_card;
    ComputingNote *m_computing;
    ReportDialog *m_report;
    ItemisedDialog *m_itemised;
    StopsDialog *m_stopsDialog;
    UnitNameDialog *m_unitName;
};

} // namespace gatescope
