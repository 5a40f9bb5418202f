// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/trace/moment.h"

#include <QObject>

#include <optional>

namespace gatescope {

enum class Pass { forward, backward };

/// Where everybody is looking.
struct PlayheadState {
    int sequence = 0;
    int step = 0;
    int part = 0;          ///< index into CellDescription::stepParts
    double progress = 1.0; ///< through the part: 0 it begins, 1 it is done
    int layer = 0;
    Direction direction = Direction::forward;
    int unit = 0;
    Pass pass = Pass::forward;
    double level = 1.0; ///< how near the camera is: 0 the network, 1 a cell, 2 a unit; between them while it moves
    // What follows is of the nearest picture and is not saved.
    int row = none;    ///< which of its stops (unitStops) is chosen
    int output = none; ///< which output of the head it shows instead of the unit; only in the forward pass

    static constexpr int none = -1;

    Moment moment() const { return {layer, direction, step, sequence}; }
    bool operator==(const PlayheadState &) const = default;
};

/// The same place with nothing chosen in its picture and all of it computed: where one arrives who follows something.
PlayheadState arrivingAt(PlayheadState state);
/// The level at which an output of the head is seen.
constexpr double headLevel = 2;
/// Behind the last part of a step stands the head: where one of its outputs is made.
PlayheadState atOutput(PlayheadState state, const NetworkSpec &spec, int output);

/// The same state moved into what the trace has: every index inside its range.
PlayheadState clamped(PlayheadState state, const Trace &trace);

/// The same state in another kind of cell: at the part of the same name, otherwise at the first.
PlayheadState inCell(PlayheadState state, CellKind from, CellKind to);

/// One part, or one whole step, further along the computation (in the backward pass that goes towards
/// the beginning) or back; none at the end. By step keeps the part. A layer that reads backwards, and
/// the backward pass, turn the order of the steps round; both together turn it twice. The progress
/// of the result is 1.
std::optional<PlayheadState> partOn(const PlayheadState &state, const Trace &trace);
std::optional<PlayheadState> partBack(const PlayheadState &state, const Trace &trace);
std::optional<PlayheadState> stepOn(const PlayheadState &state, const Trace &trace);
std::optional<PlayheadState> stepBack(const PlayheadState &state, const Trace &trace);
/// The same by whole steps, as the network shows them: to where this step's state (in the backward pass what goes on
/// from it) is computed, or that of the step before.
std::optional<PlayheadState> wholeStepOn(const PlayheadState &state, const Trace &trace);
std::optional<PlayheadState> wholeStepBack(const PlayheadState &state, const Trace &trace);
/// Whether the nearest picture is that of the head: an output is chosen, and the head has it.
bool showsHead(const PlayheadState &state, const NetworkSpec &spec);
/// Whether the camera shows the network, where one goes on by whole steps.
bool showsNetwork(const PlayheadState &state);
/// +1 when the computation goes on towards later steps of the input, −1 when towards earlier ones.
int stepSense(const PlayheadState &state);
/// The very first and very last place of the computation in this pass.
PlayheadState atStart(const PlayheadState &state, const Trace &trace);
PlayheadState atEnd(const PlayheadState &state, const Trace &trace);

/// Whether, at this playhead, the part (index into stepParts) of the shown step is already computed.
/// In the backward pass the order of the parts is turned round.
bool isComputed(const PlayheadState &state, int part);

PlayheadState fromView(const ExperimentView &view);
ExperimentView toView(const PlayheadState &state);

/// The one shared place where the playhead stands.
class Playhead : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const PlayheadState &state() const { return m_state; }
    void moveTo(const PlayheadState &state);

signals:
    void moved(const gatescope::PlayheadState &state);

private:
    PlayheadState m_state;
};

} // namespace gatescope
