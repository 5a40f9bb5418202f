// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/explore_place.h"

#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/document/playing/pointing.h"
#include "ui/document/playing/predictions.h"
#include "ui/document/playing/stops.h"
#include "ui/document/what_if.h"
#include "ui/drawing/cell/cell_terms.h"
#include "ui/explore/bars/prediction_bar.h"
#include "ui/explore/bars/what_if_bar.h"
#include "ui/explore/beside/second_network.h"
#include "ui/explore/beside/stage_pair.h"
#include "ui/explore/builder/builder_panel.h"
#include "ui/explore/builder/numbers_form.h"
#include "ui/explore/dialogs/itemised_dialog.h"
#include "ui/explore/dialogs/report_dialog.h"
#include "ui/explore/dialogs/stops_dialog.h"
#include "ui/explore/dialogs/unit_name_dialog.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/explore/timeline/influences.h"
#include "ui/explore/timeline/memory_question.h"
#include "ui/explore/timeline/remembering.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_panel.h"

#include <QCoreApplication>
#include <QMenu>

namespace gatescope {

// What one asks in the place: what if, prediction, breakpoints, a second network, the windows beside the stage.

void ExplorePlace::connectTools()
{
    const auto refuse = [this](const Error &error) { setMessage(said(error.sentence)); };
    connect(m_predictions, &Predictions::turned, this, [this](bool on) {
        m_settings.predicting = on;
        if (on) {
            m_report->hide();
            m_itemised->hide();
            m_influences->setOn(false);
            m_remembering->follow(std::nullopt);
        }
        applySettings();
    });
    connect(m_predictions, &Predictions::changed, this, &ExplorePlace::dismissOpeningCard);
    connect(m_predictions, &Predictions::changed, this, [this] {
        if (m_predictions->isRevealed() && m_predictionBar->focusWidget() && m_predictionBar->focusWidget()->hasFocus())
            stage().setFocus(Qt::OtherFocusReason); // Space goes on
    });
    connect(m_whatIfBar, &WhatIfBar::leftFocused, this, [this] { stage().setFocus(Qt::OtherFocusReason); });
    connect(m_whatIf, &WhatIf::refused, this, refuse);
    connect(&stage(), &StagePanel::dragBegan, m_whatIf, &WhatIf::beginDrag);
    connect(&stage(), &StagePanel::numberDragBegan, m_whatIf, &WhatIf::beginNumberDrag);
    connect(&stage(), &StagePanel::givenDragBegan, m_whatIf, &WhatIf::beginGivenDrag);
    connect(&stage(), &StagePanel::dragged, m_whatIf, &WhatIf::dragBy);
    connect(&stage(), &StagePanel::dragEnded, m_whatIf, &WhatIf::endDrag);
    connect(&stage().trail(), &Trail::numberReached, this, &ExplorePlace::showNumber);
    connect(m_second, &SecondNetwork::failed, this, refuse);
    connect(m_influences, &Influences::refused, this, refuse);
    m_timeline->canvas().showInfluences(*m_influences);
    connect(m_report, &ReportDialog::reached, this, [this](const Finding &finding) {
        if (finding.kind == FindingKind::forgotten)
            m_remembering->follow(static_cast<int>(finding.numbers.front().value)); // the step that it read
    });
    connect(m_stops, &Stops::reached, this, [this](const QString &words) { sayHere(tr("Here %1.").arg(words)); });
    connect(m_stops, &Stops::noneFound, this, [this] { sayHere(tr("No breakpoint becomes true from here on.")); });
    connect(&m_playhead, &Playhead::moved, this, [this](const PlayheadState &state) {
        if (m_saidAt && (state.step != m_saidAt->step || state.part != m_saidAt->part || state.pass != m_saidAt->pass))
            sayHere({}); // it was about another place
    });
    connect(m_stops, &Stops::noneSet, this, &ExplorePlace::showStops);
}

/// A message about where the playhead stands; it goes when the playhead does.
void ExplorePlace::sayHere(const QString &message)
{
    m_saidAt = message.isEmpty() ? std::nullopt : std::optional(m_playhead.state());
    setMessage(message);
}

void ExplorePlace::showReport()
{
    if (hidesWhatIsToCome())
        return;
    m_report->show();
    m_report->raise();
}

void ExplorePlace::showNumber(const ParameterPlace &place)
{
    setBuilderOpen(true);
    m_builder->showNumbers();
    m_builder->numbers().showPlace(place);
}

/// Says so, too.
bool ExplorePlace::hidesWhatIsToCome()
{
    if (m_settings.predicting)
        setMessage(tr("While predicting, what is to come stays hidden: Q ends it."));
    return m_settings.predicting;
}

void ExplorePlace::showItemised()
{
    if (hidesWhatIsToCome())
        return;
    m_itemised->show();
    m_itemised->raise();
}

void ExplorePlace::turnInfluences()
{
    if (!m_influences->isOn() && hidesWhatIsToCome())
        return;
    m_influences->setOn(!m_influences->isOn());
}

void ExplorePlace::turnMemory()
{
    if (!m_remembering->isOn() && hidesWhatIsToCome())
        return;
    m_timeline->memory().turn();
}

void ExplorePlace::showStops()
{
    m_stopsDialog->show();
    m_stopsDialog->raise();
    m_stopsDialog->activateWindow();
}

/// Says so, too.
bool ExplorePlace::followsNoUnit()
{
    const Record &record = m_document.record();
    if (!record)
        return true;
    const PlayheadState &at = m_playhead.state();
    const bool seesHead = at.level > 1.5 && showsHead(at, record.spec());
    if (seesHead)
        setMessage(tr("This is an output of the head; names and places at the top are for units."));
    return seesHead;
}

void ExplorePlace::showUnitName()
{
    if (!followsNoUnit())
        m_unitName->ask();
}

void ExplorePlace::turnUnitKept()
{
    if (followsNoUnit())
        return;
    const PlayheadState at = clamped(m_playhead.state(), *m_document.record().trace);
    const UnitNote *note = noteOn(m_document.experiment().units, at.layer, at.direction, at.unit);
    const bool isKept = note && note->isKept;
    const auto next = withUnitKept(m_document.experiment(), at.layer, at.direction, at.unit, !isKept);
    const QString name = isKept ? tr("Let a unit go from the top") : tr("Keep a unit at the top");
    const auto done = next ? m_document.edit(name, *next) : Result<void>(next.error());
    if (!done)
        return setMessage(said(done.error().sentence));
    setNotice((isKept ? tr("Unit %1 stands among the others again.")
                      : tr("Unit %1 stays at the top of the timeline's lanes; Shift+F2 lets it go."))
                  .arg(at.unit));
}

void ExplorePlace::turnLit()
{
    if (m_pointing->held())
        m_pointing->hold({});
    else if (const Record &record = m_document.record())
        m_pointing->hold(termOfPart(record.spec(), clamped(m_playhead.state(), *record.trace)));
}

/// What a key has lit goes on with the playhead.
void ExplorePlace::followHeld()
{
    const Record &record = m_document.record();
    if (m_pointing->held() && record)
        m_pointing->hold(termOfPart(record.spec(), clamped(m_playhead.state(), *record.trace)));
}

void ExplorePlace::turnBeside()
{
    if (m_second->isOpen())
        return m_second->close();
    QMenu menu(this);
    for (const Otherness &otherness : othernesses()) {
        if (!otherness.spec(m_document.experiment().spec))
            continue;
        menu.addAction(QCoreApplication::translate("gatescope", otherness.label), this, [this, &otherness] {
            if (const auto opened = m_second->open(otherness); !opened)
                setMessage(said(opened.error().sentence));
        });
    }
    menu.addAction(tr("another file…"), this, &ExplorePlace::openBesideRequested);
    menu.exec(m_stages->mapToGlobal(m_stages->rect().center()));
}

} // namespace gatescope
