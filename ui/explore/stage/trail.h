// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"
#include "ui/document/playhead.h"

#include <QObject>

#include <vector>

namespace gatescope {

class Camera;
class Document;

/// The way from a number to what made it: to the answer, along the stops of a unit's picture, and back exactly as one
/// came.
class Trail : public QObject
{
    Q_OBJECT
public:
    Trail(const Document &document, Playhead &playhead, Camera &camera, QObject *parent = nullptr);

    /// Looks there, and remembers where one was.
    void goTo(const PlayheadState &there);
    /// To the head's sum for what it says at this step; nothing without a head.
    void toAnswer();
    /// In the nearest picture, another stop: `by` +1 the next.
    void choose(int by);
    /// To where the chosen stop's number was made; the last stop is a stored number. From farther away to the answer.
    void follow();
    /// The number that is stored at the chosen stop; none where none is.
    std::optional<ParameterPlace> chosenNumber() const;
    void reachNumber();
    /// Where one was before following.
    void back();

signals:
    void numberReached(const gatescope::ParameterPlace &place);

private:
    void look(const PlayheadState &there);

    const Document &m_document;
    Playhead &m_playhead;
    Camera &m_camera;
    std::vector<PlayheadState> m_before; ///< the newest last
};

} // namespace gatescope
