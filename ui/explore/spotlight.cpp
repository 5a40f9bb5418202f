// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/spotlight.h"

#include "ui/document/document.h"
#include "ui/drawing/cell_terms.h"
#include "ui/explore/stage_panel.h"

#include <QMouseEvent>
#include <QPainter>

namespace gatescope {

namespace {

constexpr double shade = 0.72; ///< how much of the paper lies over what is dimmed
constexpr int around = 6;      ///< so much of the surroundings stays light

/// Whether an area belongs to where the playhead stands, as near as one looks.
bool isInFocus(const HitArea &area, const PlayheadState &at, const Term &made)
{
    const PlayheadState &there = area.leadsTo;
    if (there.level != at.level)
        return false; // a crumb of the way here, or the head
    if (showsNetwork(at))
        return there.step == at.step && there.layer == at.layer && there.direction == at.direction;
    if (at.level > 1.5)
        return at.row == PlayheadState::none || there.row == at.row; // a unit's picture is of one part
    if (area.term && area.term.symbol == made.symbol)
        return true; // backwards the part before has brought its gradient here
    return there.part == at.part && there.step == at.step && there.layer == at.layer && there.direction == at.direction;
}

} // namespace

Spotlight::Spotlight(StagePanel &stage, const Document &document, const Playhead &playhead)
    : QWidget(&stage), m_stage(stage), m_document(document), m_playhead(playhead),
      m_theme(&gatescope::theme(ThemeName::light))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    stage.installEventFilter(this);
}

void Spotlight::setTheme(const Theme &theme)
{
    m_theme = &theme;
    update();
}

void Spotlight::setOn(bool on)
{
    m_pointer.reset();
    setGeometry(m_stage.rect());
    setVisible(on);
}

QRegion Spotlight::light() const
{
    const HitAreas &areas = m_stage.hitAreas();
    const HitArea *pointed = m_pointer ? areaAt(areas, *m_pointer) : nullptr;
    const PlayheadState &at = m_playhead.state();
    const Record &record = m_document.record();
    const Term made = record ? termOfPart(record.spec(), clamped(at, *record.trace)) : Term{};
    QRegion light;
    for (const HitArea &area : areas) {
        const bool isLight
            = pointed ? &area == pointed || (area.term && area.term == pointed->term) : isInFocus(area, at, made);
        if (isLight)
            light += area.where.toAlignedRect().adjusted(-around, -around, around, around);
    }
    return light;
}

void Spotlight::paintEvent(QPaintEvent *)
{
    const QRegion light = this->light();
    if (light.isEmpty())
        return;
    QPainter painter(this);
    painter.setClipRegion(QRegion(rect()) - light);
    QColor paper = m_theme->paper;
    paper.setAlphaF(float(shade));
    painter.fillRect(rect(), paper);
}

bool Spotlight::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_stage && event->type() == QEvent::Resize)
        setGeometry(m_stage.rect());
    if (watched != &m_stage || !isOn())
        return false;
    if (event->type() == QEvent::MouseMove) {
        m_pointer = static_cast<const QMouseEvent *>(event)->position();
        update();
    } else if (event->type() == QEvent::Leave) {
        m_pointer.reset();
        update();
    }
    return false;
}

} // namespace gatescope
