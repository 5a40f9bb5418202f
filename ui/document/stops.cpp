// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/stops.h"

#include "ui/document/document.h"
#include "ui/document/player.h"

#include <algorithm>

namespace gatescope {

Stops::Stops(Document &document, Playhead &playhead, Player &player, QObject *parent)
    : QObject(parent), m_document(document), m_playhead(playhead), m_player(player)
{
    connect(&playhead, &Playhead::moved, this, &Stops::watch);
}

void Stops::toNext()
{
    go(1);
}

void Stops::toPrevious()
{
    go(-1);
}

void Stops::go(int along)
{
    if (!m_document.record())
        return;
    m_player.pause();
    if (m_document.experiment().breakpoints.empty())
        return emit noneSet();
    const auto hit = hitFrom(m_playhead.state(), along);
    if (!hit)
        return emit noneFound();
    PlayheadState there = m_playhead.state();
    there.step = hit->step;
    there.part = partOf(m_document.record().experiment->breakpoints[hit->breakpoint]);
    there.progress = 1.0;
    m_playhead.moveTo(there);
    emit reached(wordsOf(*hit));
}

/// While playing: a part is done; was it this one that made a breakpoint true?
void Stops::watch(const PlayheadState &state)
{
    if (!m_player.isPlaying() || state.progress < 1.0 || !m_document.record()
        || m_document.record().experiment->breakpoints.empty())
        return;
    const auto before = stepBack(state, *m_document.record().trace);
    if (!before)
        return;
    const auto hit = hitFrom(*before, 1);
    if (!hit || hit->step != state.step
        || partOf(m_document.record().experiment->breakpoints[hit->breakpoint]) != state.part)
        return;
    m_player.pause();
    emit reached(wordsOf(*hit));
}

/// The next place along the computation (+1) or against it (−1).
std::optional<BreakpointHit> Stops::hitFrom(const PlayheadState &from, int along) const
{
    const Record &record = m_document.record();
    const BreakpointSight sight{*record.trace, record.gradients.get(), [&record](int sequence, int step) {
                                    return stepLabel(record, sequence, step);
                                }};
    return nextHit(record.experiment->breakpoints, sight, clamped(from, *record.trace).moment(),
                   along * stepSense(from));
}

/// The part of a step at which what the breakpoint looks at is there.
int Stops::partOf(const Breakpoint &breakpoint) const
{
    const std::vector<StepPart> &parts = describe(m_document.record().spec().cell).stepParts;
    if (breakpoint.looks == Breakpoint::Looks::letter || breakpoint.looks == Breakpoint::Looks::input)
        return 0;
    const auto found = std::ranges::find(parts, std::optional(breakpoint.part), &StepPart::completes);
    return static_cast<int>(found == parts.end() ? parts.size() - 1 : found - parts.begin());
}

QString Stops::wordsOf(const BreakpointHit &hit) const
{
    return QString::fromStdString(breakpointText(m_document.record().experiment->breakpoints[hit.breakpoint]));
}

} // namespace gatescope
