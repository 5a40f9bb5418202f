// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/stage/spotlight.h"

#include "ui/document/document.h"
#include "ui/drawing/cell/cell_terms.h"
#include "ui/explore/stage/stage_panel.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace gatescope {

namespace {

constexpr double shade = 0.7;    ///< how much of the paper lies over what is dimmed
constexpr int aroundWords = 6;   ///< so much of the surroundings stays light
constexpr int aroundValues = 10; ///< of a column's cells: with the ring that says that it is the part's
constexpr int softEdge = 12;     ///< over which light fades: what it touches is not cut

/// Whether the part has made the new state, of which the answer comes.
bool saysAnswer(const PlayheadState &at, const Term &made)
{
    return made.symbol == u"h_new" && at.pass == Pass::forward && at.progress >= 1;
}

/// Whether an area belongs to where the playhead stands, as near as one looks.
bool isInFocus(const HitArea &area, const PlayheadState &at, const Term &made)
{
    const PlayheadState &there = area.leadsTo;
    const bool isCell = !showsNetwork(at) && at.level <= 1.5;
    if (showsNetwork(at) && there.output != PlayheadState::none)
        return there.step == at.step && saysAnswer(at, made);
    if (isCell && area.term && area.term.symbol == u"y")
        return saysAnswer(at, made);
    if (there.level != at.level)
        return false; // a crumb of the way here, or the head
    if (showsNetwork(at))
        return there.step == at.step && there.layer == at.layer && there.direction == at.direction;
    if (at.level > 1.5)
        return there.row == at.row;
    if (area.term && area.term.symbol == made.symbol)
        return true; // backwards the part before has brought its gradient here
    return there.part == at.part && there.step == at.step && there.layer == at.layer && there.direction == at.direction;
}

/// Takes the veil away from there, and less and less of it around.
void lift(QPainter &veil, const QRegion &clear)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const QRect &rect : clear)
        path.addRect(rect);
    path = path.simplified();
    veil.setBrush(Qt::NoBrush);
    for (int reach = softEdge; reach > 0; reach -= 2)
        veil.strokePath(path, QPen(QColor(0, 0, 0, 56), 2.0 * reach, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    veil.fillPath(path, Qt::black);
}

} // namespace

Spotlight::Spotlight(QWidget &place, std::vector<LitStage> stages, const Playhead &playhead)
    : QWidget(&place), m_place(place), m_stages(std::move(stages)), m_playhead(playhead),
      m_theme(&gatescope::theme(ThemeName::light))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    place.installEventFilter(this);
    for (const LitStage &lit : m_stages)
        lit.stage.installEventFilter(this);
}

void Spotlight::setTheme(const Theme &theme)
{
    m_theme = &theme;
    update();
}

void Spotlight::setOn(bool on)
{
    m_pointed = nullptr;
    setGeometry(m_place.rect());
    setVisible(on);
    if (on)
        raise();
}

const HitArea *Spotlight::pointedArea() const
{
    return m_pointed ? areaAt(m_pointed->hitAreas(), m_pointer) : nullptr;
}

QRegion Spotlight::lightOn(const LitStage &lit) const
{
    const HitArea *pointed = pointedArea();
    const PlayheadState &at = m_playhead.state();
    const Record &record = lit.document.record();
    const Term made = record ? termOfPart(record.spec(), clamped(at, *record.trace)) : Term{};
    const QPoint corner = lit.stage.mapTo(&m_place, QPoint());
    const QRect whole(corner, lit.stage.size());
    if (!pointed && !showsNetwork(at) && at.level > 1.5 && at.row == PlayheadState::none)
        return whole; // a unit's picture is of one part: its words stand beside its values, and are light with them
    QRegion light;
    for (const HitArea &area : lit.stage.hitAreas()) {
        const bool isLight
            = pointed ? &area == pointed || (area.term && area.term == pointed->term) : isInFocus(area, at, made);
        const int around = area.term && area.term.unit >= 0 ? aroundValues : aroundWords;
        if (isLight)
            light += area.where.toAlignedRect().translated(corner).adjusted(-around, -around, around, around);
    }
    return light & whole;
}

QRegion Spotlight::toComeOn(const LitStage &lit) const
{
    const PlayheadState &at = m_playhead.state();
    if (showsNetwork(at) || at.level > 1.5)
        return {};
    const QPoint corner = lit.stage.mapTo(&m_place, QPoint());
    QRegion done, toCome;
    for (const HitArea &area : lit.stage.hitAreas()) {
        const PlayheadState &there = area.leadsTo;
        const bool isHere = there.level == at.level && there.step == at.step && there.layer == at.layer
            && there.direction == at.direction;
        (isHere && !isComputed(at, there.part) ? toCome : done) += area.where.toAlignedRect().translated(corner);
    }
    return (toCome - done) & QRect(corner, lit.stage.size());
}

QRegion Spotlight::toCome() const
{
    return onStages(&Spotlight::toComeOn);
}

QRegion Spotlight::onStages(QRegion (Spotlight::*region)(const LitStage &) const) const
{
    QRegion all;
    for (const LitStage &lit : m_stages) {
        if (isUnder(lit))
            all += (this->*region)(lit);
    }
    return all;
}

bool Spotlight::isUnder(const LitStage &lit) const
{
    return lit.stage.isVisibleTo(&m_place);
}

QRegion Spotlight::light() const
{
    return onStages(&Spotlight::lightOn);
}

void Spotlight::paintEvent(QPaintEvent *)
{
    const QRegion light = this->light();
    if (light.isEmpty())
        return;
    QRegion stages;
    for (const LitStage &lit : m_stages) {
        if (isUnder(lit))
            stages += QRect(lit.stage.mapTo(&m_place, QPoint()), lit.stage.size());
    }
    QPixmap veil(size() * devicePixelRatioF());
    veil.setDevicePixelRatio(devicePixelRatioF());
    veil.fill(Qt::transparent);
    QPainter shading(&veil);
    shading.setRenderHint(QPainter::Antialiasing);
    QColor paper = m_theme->paper;
    paper.setAlphaF(float(shade));
    shading.setClipRegion(stages);
    shading.fillRect(rect(), paper);
    shading.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    for (const QRegion &clear : {light, toCome()})
        lift(shading, clear);
    shading.end();
    QPainter(this).drawPixmap(0, 0, veil);
}

bool Spotlight::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_place) {
        if (event->type() == QEvent::Resize)
            setGeometry(m_place.rect());
        return false;
    }
    if (!isOn())
        return false;
    if (event->type() == QEvent::MouseMove) {
        m_pointed = static_cast<StagePanel *>(watched);
        m_pointer = static_cast<const QMouseEvent *>(event)->position();
        update();
    } else if (event->type() == QEvent::Leave) {
        m_pointed = nullptr;
        update();
    }
    return false;
}

} // namespace gatescope
