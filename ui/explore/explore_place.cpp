// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/explore_place.h"

#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/playing/hover_pause.h"
#include "ui/document/playing/player.h"
#include "ui/document/playing/pointing.h"
#include "ui/document/playing/predictions.h"
#include "ui/document/playing/stops.h"
#include "ui/document/what_if.h"
#include "ui/explore/bars/computing_note.h"
#include "ui/explore/bars/message_bar.h"
#include "ui/explore/bars/opening_card.h"
#include "ui/explore/bars/prediction_bar.h"
#include "ui/explore/bars/transport_panel.h"
#include "ui/explore/bars/what_if_bar.h"
#include "ui/explore/beside/second_network.h"
#include "ui/explore/beside/stage_pair.h"
#include "ui/explore/builder/builder_panel.h"
#include "ui/explore/dialogs/itemised_dialog.h"
#include "ui/explore/dialogs/report_dialog.h"
#include "ui/explore/dialogs/stops_dialog.h"
#include "ui/explore/dialogs/unit_name_dialog.h"
#include "ui/explore/inspector/inspector_panel.h"
#include "ui/explore/presenter/presenter_board.h"
#include "ui/explore/stage/spotlight.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/explore/timeline/influences.h"
#include "ui/explore/timeline/remembering.h"
#include "ui/explore/timeline/timeline_choices.h"
#include "ui/explore/timeline/timeline_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

constexpr QSize compactBelow(1500, 900); ///< a smaller place is laid out compactly
constexpr QSizeF board(1844, 1028);      ///< the place in a window of 1920 × 1080
constexpr int roomForBoth = 1500;        ///< narrower, the builder takes the inspector's room

constexpr int leastForTheRest = 660; ///< what stage, transport and timeline need beside the inspector

int inspectorWidth(int placeWidth, const ViewSettings &settings)
{
    if (settings.classroom)
        return std::clamp(placeWidth - leastForTheRest, 300, int(settings.px(settings.compact ? 420 : 480)));
    return int(settings.px(settings.compact ? 300 : placeWidth < 1700 ? 340 : 376));
}

/// In a much larger window everything grows, by quarters, so that not every pixel lays all out anew.
double scaleIn(const QSizeF &place)
{
    const double larger = std::min(place.width() / board.width(), place.height() / board.height());
    return std::max(1.0, std::floor(larger * 4) / 4);
}

} // namespace

ExplorePlace::ExplorePlace(Document &document, Playhead &playhead, Player &player, ClassPhones *phones, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_player(player), m_pointing(new Pointing(this)),
      m_predictions(new Predictions(document, playhead, player, this)), m_whatIf(new WhatIf(document, playhead, this)),
      m_stops(new Stops(document, playhead, player, this)), m_influences(new Influences(document, playhead, this)),
      m_remembering(new Remembering(document, playhead, this)), m_second(new SecondNetwork(document, this)),
      m_board(new PresenterBoard(document, playhead, this)),
      m_stages(new StagePair(document, playhead, player, *m_pointing, *m_second, this)),
      m_spotlight(new Spotlight(*m_stages, {{m_stages->first(), document}, {m_stages->beside(), m_second->document()}},
                                playhead)),
      m_whatIfBar(new WhatIfBar(document, playhead, *m_whatIf, this)),
      m_predictionBar(new PredictionBar(*m_predictions, phones, this)), m_message(new MessageBar(this)),
      m_transport(new TransportPanel(document, playhead, player, this)),
      m_timeline(new TimelinePanel(document, playhead, *m_pointing, *m_remembering, this)),
      m_inspector(new InspectorPanel(document, playhead, *m_pointing, this)),
      m_builder(new BuilderPanel(document, playhead, this)), m_card(new OpeningCard(this)),
      m_computing(new ComputingNote(document, *m_stages)), m_report(new ReportDialog(document, playhead, this)),
      m_itemised(new ItemisedDialog(document, playhead, this)),
      m_stopsDialog(new StopsDialog(document, *m_stops, this)), m_unitName(new UnitNameDialog(document, playhead, this))
{
    layOut();
    connectParts();
    connectTools();
    m_board->hide();
    m_builder->hide();
    m_card->hide();
    applySettings();
}

void ExplorePlace::layOut()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_board);
    column->addWidget(m_stages, 1);
    column->addWidget(m_whatIfBar);
    column->addWidget(m_predictionBar);
    column->addWidget(m_message);
    column->addWidget(m_transport);
    column->addWidget(m_timeline);
    auto *row = new QHBoxLayout(this);
    row->setSizeConstraint(QLayout::SetNoConstraint); // what it needs depends on its size: see compact
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    row->addWidget(m_builder);
    row->addWidget(m_inspector);
}

void ExplorePlace::connectParts()
{
    new HoverPause(m_player, *m_pointing, this);
    connect(&m_playhead, &Playhead::moved, this, &ExplorePlace::followHeld);
    connect(m_timeline, &TimelinePanel::grabbed, &m_player, &Player::pause);
    connect(&m_playhead, &Playhead::moved, this, &ExplorePlace::dismissOpeningCard);
    connect(&m_document, &Document::experimentChanged, this, &ExplorePlace::dismissOpeningCard); // it speaks of another
    connect(&m_document, &Document::computationFailed, this,
            [this](const Error &error) { setMessage(said(error.sentence)); });
    connect(&m_document, &Document::recordChanged, this,
            [this] { m_message->setMessage(std::exchange(m_notice, {}), std::exchange(m_noticeWay, {})); });
    connect(m_builder, &BuilderPanel::closed, this, [this] { setBuilderOpen(false); });
    connect(m_builder, &BuilderPanel::refused, this, &ExplorePlace::setMessage);
    connect(m_builder, &BuilderPanel::demoChosen, this, &ExplorePlace::demoChosen);
    connect(m_builder, &BuilderPanel::told, this, &ExplorePlace::setNotice);
    connect(m_card, &OpeningCard::classChosen, this, &ExplorePlace::startClass);
    connect(m_card, &OpeningCard::learnChosen, this, &ExplorePlace::learnRequested);
    connect(m_card, &OpeningCard::openChosen, this, &ExplorePlace::openRequested);
}

StagePanel &ExplorePlace::stage()
{
    return m_stages->first();
}

void ExplorePlace::setTheme(const Theme &theme)
{
    m_settings.theme = &theme;
    applySettings();
}

void ExplorePlace::setClassroom(bool classroom)
{
    m_settings.classroom = classroom;
    applySettings();
}

void ExplorePlace::setMessage(const QString &message)
{
    m_message->setMessage(message);
}

void ExplorePlace::setNotice(const QString &notice)
{
    offer(notice, {});
}

void ExplorePlace::offer(const QString &notice, const MessageWay &way)
{
    m_message->setMessage(notice, way);
    const bool waits = !m_document.isRecordCurrent();
    m_notice = waits ? notice : QString();
    m_noticeWay = waits ? way : MessageWay();
}

void ExplorePlace::applySettings()
{
    setStyleSheet(m_settings.scale > 1 ? widgetStyleSheet(*m_settings.theme, m_settings.scale) : QString());
    m_board->setSettings(m_settings);
    m_spotlight->setTheme(*m_settings.theme);
    m_stages->setSettings(m_settings);
    m_whatIfBar->setSettings(m_settings);
    m_report->setSettings(m_settings);
    m_itemised->setSettings(m_settings);
    m_stopsDialog->setSettings(m_settings);
    m_unitName->setSettings(m_settings);
    m_predictionBar->setSettings(m_settings);
    m_message->setSettings(m_settings);
    m_transport->setSettings(m_settings);
    m_timeline->setSettings(m_settings);
    m_inspector->setSettings(m_settings);
    m_builder->setSettings(m_settings);
    m_card->setSettings(m_settings);
    m_computing->setSettings(m_settings);
    fitSide();
    placeCard();
}

void ExplorePlace::fitSide()
{
    const bool both = width() >= roomForBoth;
    m_inspector->setFixedWidth(inspectorWidth(width(), m_settings));
    m_inspector->setVisible(!m_isPresenting && (both || !isBuilderOpen()));
    const int least = int(m_settings.px(m_settings.compact ? 340 : 400));
    m_builder->setFixedWidth(std::max(inspectorWidth(width(), m_settings), least));
}

void ExplorePlace::resizeEvent(QResizeEvent *)
{
    const bool compact = width() < compactBelow.width() || height() < compactBelow.height();
    const double scale = scaleIn(size());
    if (compact != m_settings.compact || scale != m_settings.scale) {
        m_settings.compact = compact;
        m_settings.scale = scale;
        applySettings();
    }
    fitSide();
    placeCard();
}

void ExplorePlace::keyPressEvent(QKeyEvent *event)
{
    const bool leaves = event->key() == Qt::Key_Escape
        || ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_timeline->isAncestorOf(focusWidget())
            && !m_timeline->choices().isTextRefused());
    if (event->key() == Qt::Key_Escape && dismissOpeningCard())
        return;
    if (leaves)
        return stage().setFocus(Qt::OtherFocusReason); // out of a field, which has taken what was typed
    QWidget::keyPressEvent(event);
}

bool ExplorePlace::isBuilderOpen() const
{
    return !m_builder->isHidden();
}

void ExplorePlace::setBuilderOpen(bool open)
{
    if (open == isBuilderOpen())
        return;
    m_builder->setVisible(open);
    fitSide();
    if (open)
        m_builder->setFocus(Qt::OtherFocusReason);
    emit builderOpenChanged(open);
}

void ExplorePlace::setPresenting(bool presenting)
{
    if (presenting == m_isPresenting)
        return;
    if (presenting) {
        dismissOpeningCard(); // its ways on are not a class's
        m_hadBuilder = isBuilderOpen();
        setBuilderOpen(false);
    }
    m_isPresenting = presenting;
    m_transport->setVisible(!presenting);
    m_timeline->setVisible(!presenting);
    m_board->setVisible(presenting);
    if (!presenting)
        setBuilderOpen(m_hadBuilder);
    applySettings();
}

void ExplorePlace::showOpeningCard()
{
    m_card->show();
    m_card->raise();
    stage().setFocus(Qt::OtherFocusReason); // whose keys, Escape among them, pass here
    placeCard();
}

bool ExplorePlace::dismissOpeningCard()
{
    if (m_card->isHidden())
        return false;
    m_card->hide();
    return true;
}

void ExplorePlace::placeCard()
{
    if (m_card->isHidden())
        return;
    layout()->activate();
    m_card->setMaximumWidth(std::max(200, m_stages->width() - 48));
    m_card->adjustSize();
    const QRect stage = m_stages->geometry();
    m_card->move(stage.center().x() - m_card->width() / 2,
                 stage.bottom() - m_card->height() - stage.height() / 9); // above the input
}

void ExplorePlace::startClass()
{
    dismissOpeningCard();
    emit classroomRequested();
    m_player.toStart();
}

} // namespace gatescope
