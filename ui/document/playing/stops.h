// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/breakpoints/breakpoint_search.h"
#include "ui/document/playhead.h"

#include <QObject>

namespace gatescope {

class Document;
class Player;

/// Stops a playing walk where a breakpoint of the experiment becomes true, at the part that makes it so; and goes to
/// the next such place at once, in either direction.
class Stops : public QObject
{
    Q_OBJECT
public:
    Stops(Document &document, Playhead &playhead, Player &player, QObject *parent = nullptr);

public slots:
    void toNext();
    void toPrevious();

signals:
    /// The playhead stands where this breakpoint, as a person would type it, has become true.
    void reached(const QString &breakpoint);
    /// There is no such place in that direction.
    void noneFound();
    void noneSet();

private:
    BreakpointSight sight() const;
    const std::vector<Breakpoint> &breakpoints() const;
    bool becomesTrue(const Breakpoint &breakpoint, const PlayheadState &here) const;
    int partOf(const Breakpoint &breakpoint) const;
    void go(int along);
    void watch(const PlayheadState &state);
    QString wordsOf(const Breakpoint &breakpoint) const;

    Document &m_document;
    Playhead &m_playhead;
    Player &m_player;
};

} // namespace gatescope
