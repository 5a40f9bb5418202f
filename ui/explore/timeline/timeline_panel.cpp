// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline/timeline_panel.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/playhead.h"
#include "ui/drawing/timeline/timeline_layout.h"
#include "ui/explore/dialogs/stretches_dialog.h"
#include "ui/explore/dialogs/units_dialog.h"
#include "ui/explore/timeline/memory_question.h"
#include "ui/explore/timeline/remembering.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_choices.h"
#include "ui/explore/timeline/timeline_overview_bar.h"
#include "ui/explore/timeline/unit_order_chooser.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

void bringUp(QWidget &window)
{
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

TimelinePanel::TimelinePanel(Document &document, Playhead &playhead, Pointing &pointing, Remembering &remembering,
                             QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_remembering(remembering),
      m_choices(new TimelineChoices(document, playhead, this)),
      m_memory(new MemoryQuestion(document, playhead, remembering, this)), m_answer(new QLabel(this)),
      m_canvas(new TimelineCanvas(document, playhead, pointing, this)),
      m_overview(new TimelineOverviewBar(document, playhead, m_canvas->stepView(), this)),
      m_units(new UnitsDialog(document, playhead, this)), m_stretches(new StretchesDialog(document, playhead, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_choices);
    column->addWidget(m_answer);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_overview);
    m_choices->addQuestion(*m_memory);
    m_choices->addChooser(*new UnitOrderChooser(document, playhead, m_canvas->stepView(), m_choices));
    m_answer->setWordWrap(true);
    m_answer->setAutoFillBackground(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_canvas->showMemory(remembering);
    connect(m_canvas, &TimelineCanvas::grabbed, this, &TimelinePanel::grabbed);
    connect(&remembering, &Remembering::changed, this, &TimelinePanel::tell);
    connect(&playhead, &Playhead::moved, this, &TimelinePanel::tell);
    connect(&document, &Document::recordChanged, this, &TimelinePanel::tell);
    connect(&document, &Document::recordChanged, this, &TimelinePanel::fit);
    setSettings({});
}

void TimelinePanel::setSettings(const ViewSettings &settings)
{
    m_choices->setSettings(settings);
    m_memory->setSettings(settings);
    m_canvas->setSettings(settings);
    m_overview->setSettings(settings);
    m_units->setSettings(settings);
    m_stretches->setSettings(settings);
    m_settings = settings;
    fit();
    const int margin = int(settings.px(settings.compact ? 16 : 24));
    m_answer->setContentsMargins(margin, 2, margin, 2);
    const double pixels = settings.px(settings.classroom ? 20 : settings.compact ? 13 : 15);
    m_answer->setFont(interfaceFont(pixels, QFont::DemiBold));
    setTextColour(*m_answer, settings.theme->ink);
    QPalette palette = m_answer->palette();
    palette.setColor(QPalette::Window, settings.theme->paper);
    m_answer->setPalette(palette);
    tell();
}

/// In a small window as high as the names beside all lanes need, in either pass.
void TimelinePanel::fit()
{
    if (auto scene = currentScene(m_document, m_playhead, m_settings)) {
        scene->playhead.pass = Pass::forward;
        m_lanes = int(laneParts(*scene).size()) + (scene->ghost ? 1 : 0);
    }
    const int height = m_settings.compact ? std::max(140, 76 + 16 * m_lanes) : 224;
    m_canvas->setFixedHeight(qRound(m_settings.px(height)));
}

void TimelinePanel::showUnits()
{
    if (!m_document.record())
        return; // there is nothing to look through
    if (!m_units->isVisible()) {
        auto wanted = m_units->asked();
        wanted[0].step = m_playhead.state().step;
        m_units->ask(wanted);
    }
    bringUp(*m_units);
}

void TimelinePanel::showStretches()
{
    if (!m_document.record())
        return;
    const bool wasThere = m_stretches->isVisible();
    bringUp(*m_stretches);
    if (!wasThere)
        m_stretches->ask(m_playhead.state().step);
}

QString TimelinePanel::answer() const
{
    return m_answer->isHidden() ? QString() : m_answer->text();
}

void TimelinePanel::tell()
{
    // It belongs to a lane of the forward pass.
    const bool isBackward = m_playhead.state().pass == Pass::backward;
    const Finding *finding = isBackward ? nullptr : m_remembering.finding();
    const Error *refusal = isBackward ? nullptr : m_remembering.refusal();
    if (!isBackward && m_remembering.isOn() && !finding && !refusal)
        return; // the last answer stays until the new one is there
    const QString words = finding ? said(finding->sentence) : refusal ? said(refusal->sentence) : QString();
    m_answer->setVisible(!words.isEmpty());
    if (words.isEmpty() || m_answer->text() == words)
        return;
    m_answer->setText(words);
    m_answer->setAccessibleName(m_answer->text());
}

} // namespace gatescope
