// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/pin.h"
#include "ui/document/given.h"
#include "ui/document/playhead.h"

#include <QObject>

#include <optional>
#include <variant>
#include <vector>

namespace gatescope {

class Document;
struct Change;

/// What if: holds the value at which the playhead stands, and lets it go; each an undoable edit of the document.
class WhatIf : public QObject
{
    Q_OBJECT
public:
    WhatIf(Document &document, const Playhead &playhead, QObject *parent = nullptr);

    /// The part that is made where somebody stands, if it can be held; "inputs" makes none.
    std::optional<Part> partAt(const PlayheadState &place) const;
    /// What holds it; none while the network makes it.
    std::optional<Pin> pinAt(const PlayheadState &place) const;
    /// What the sequence reads or begins with otherwise than in the run that a what-if is compared with.
    std::vector<GivenPlace> changedGiven(int sequence) const;
    /// The one of them that the place is about: the one last dragged, one of its step and unit, or the first.
    std::optional<GivenPlace> changedAt(const PlayheadState &place) const;
    /// What it was there.
    double valueBefore(const GivenPlace &place) const;
    /// Its value now, held or made.
    std::optional<double> valueAt(const PlayheadState &place) const;

    /// Holds it at a value, moved into what the part can take, at the place's step; where it is held already, at all
    /// steps of that pin. What cannot be held is refused with a sentence.
    void hold(const PlayheadState &place, double value);
    /// From step to step, of the playhead's value.
    void holdFrom(int firstStep, int lastStep, double value);
    /// Moves the playhead's value.
    void nudge(double by);
    void holdHere(double value);
    /// A drag begins at a value, at a stored number, or at one that is given; then it is so many pixels up from there.
    /// The moves are drafts of the document, the newest first; where the drag ends is one edit.
    void beginDrag(const gatescope::PlayheadState &place);
    void beginNumberDrag(const gatescope::ParameterPlace &place);
    void beginGivenDrag(const gatescope::GivenPlace &place);
    void dragBy(double up);
    void endDrag();
    /// What holds the playhead's value; where nothing does, what is given there is again as it was.
    void letGo();
    /// Nothing is held, and all that is given is as it was.
    void letAllGo();
    /// A weight or a bias as it is stored now; none where the network has no such number.
    std::optional<double> numberAt(const ParameterPlace &place) const;
    /// One stored number. Changes of one in a row are one edit, until a drag begins.
    void setParameter(const ParameterPlace &place, double value);
    void nudgeParameter(const ParameterPlace &place, double by);
    /// A number that is read, or of the state that a sequence begins with; edits as setParameter's.
    void setGiven(const GivenPlace &place, double value);

signals:
    void refused(const gatescope::Error &error);

private:
    /// Edits that are still to be made.
    Result<Change> holding(const PlayheadState &place, double value) const;
    Change storing(const ParameterPlace &place, double value) const;
    Change giving(const GivenPlace &place, double value) const;
    void edit(const Change &change);
    void edit(const QString &name, Result<Experiment> next, const QString &mergeKey);

    Document &m_document;
    const Playhead &m_playhead;
    std::variant<PlayheadState, ParameterPlace, GivenPlace> m_dragged; ///< what a drag moves
    int m_drag = 0;                    ///< how many there were: each is an edit of its own
    std::optional<double> m_dragStart; ///< the value at which the drag began
};

} // namespace gatescope
