// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playing/stops.h"

#include "core/model/step_part.h"
#include "ui/document/document.h"
#include "ui/document/playing/player.h"

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

BreakpointSight Stops::sight() const
{
    const Record &record = m_document.record();
    return {*record.trace, record.gradients.get(),
            [&record](int sequence, int step) { return stepLabel(record, sequence, step); }};
}

/// What is set now, looked for in the newest run there is.
const std::vector<Breakpoint> &Stops::breakpoints() const
{
    return m_document.experiment().breakpoints;
}

void Stops::go(int along)
{
    if (!m_document.record())
        return;
    m_player.pause();
    if (breakpoints().empty())
        return emit noneSet();
    const PlayheadState from = clamped(m_playhead.state(), *m_document.record().trace);
    const auto hit = nextHit(breakpoints(), sight(), from.moment(), along * stepSense(from));
    if (!hit)
        return emit noneFound();
    const Breakpoint &breakpoint = breakpoints()[hit->breakpoint];
    PlayheadState there = from;
    there.step = hit->step;
    there.part = partOf(breakpoint);
    there.progress = 1.0;
    m_playhead.moveTo(there);
    emit reached(wordsOf(breakpoint));
}

/// While playing: a part, in the network a whole step, is done; was it this one that made a breakpoint true?
void Stops::watch(const PlayheadState &state)
{
    if (!m_player.isPlaying() || state.progress < 1.0 || !m_document.record())
        return;
    const PlayheadState here = clamped(state, *m_document.record().trace);
    const auto reachedHere = std::ranges::find_if(breakpoints(), [&](const Breakpoint &breakpoint) {
        return (showsNetwork(here) || partOf(breakpoint) == here.part) && becomesTrue(breakpoint, here);
    });
    if (reachedHere == breakpoints().end())
        return;
    const QString words = wordsOf(*reachedHere);
    m_player.pause();
    emit reached(words);
}

/// At the first step of the pass: whether it is true there.
bool Stops::becomesTrue(const Breakpoint &breakpoint, const PlayheadState &here) const
{
    const auto before = stepBack(here, *m_document.record().trace);
    if (!before)
        return holds(breakpoint, sight(), here.moment());
    const auto hit = nextHit(std::span(&breakpoint, 1), sight(), before->moment(), stepSense(here));
    return hit && hit->step == here.step;
}

/// The part of a step at which what the breakpoint looks at is there.
int Stops::partOf(const Breakpoint &breakpoint) const
{
    const CellKind cell = m_document.record().spec().cell;
    if (breakpoint.looks == Breakpoint::Looks::letter || breakpoint.looks == Breakpoint::Looks::input)
        return 0;
    const int last = static_cast<int>(describe(cell).stepParts.size()) - 1; // of another cell's part: it never holds
    return stepPartThatMakes(cell, breakpoint.part).value_or(last);
}

QString Stops::wordsOf(const Breakpoint &breakpoint) const
{
    return QString::fromStdString(breakpointText(breakpoint));
}

} // namespace gatescope
