// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "core/trace/moment.h"

#include <stop_token>

namespace gatescope {

/// What is under a tenth of what it was is forgotten.
inline constexpr double forgottenShare = 0.1;

/// A gate that would have saved at least half of what was lost at a step, had it been open in all units.
struct LettingGate {
    Part gate = Part::update;
    double value = 0; ///< in the unit that lost most, at the step of the loss
    double usual = 0; ///< its mean in that unit over all other steps
    double saves = 0; ///< the share of the difference before the step that an open gate would leave after it
};

/// The step at which most is lost of what was read.
struct MemoryLoss {
    int step = 0;
    double before = 0; ///< what is left before the step, a share as Forgetting::left
    double after = 0;
    int unit = 0; ///< the one that loses most
    /// The one that differs most from its usual value leads. None where no gate would have helped: in an RNN.
    std::vector<LettingGate> gates;
};

/// What becomes of what was read at one step: how far the state of a layer is from what it would be had something else
/// been read there. Not a slope but two runs, so that what is held firmly, where slopes vanish, counts as held.
struct Forgetting {
    Moment read; ///< the step that is asked about, and the layer, direction and sequence in which it is followed
    /// [step] The root mean square of the difference over all alternatives, as a share of the largest; of an LSTM in c.
    /// 0 at steps that the direction reads before.
    Vector left;
    /// That largest difference as a share of the largest state from there on.
    double largest = 0;
    std::optional<MemoryLoss> loss; ///< none where the difference never becomes smaller
    /// The first step from which on, to the end, under a tenth is left in the state and in what the head says.
    std::optional<int> gone;

    double leftAtEnd() const { return left[read.direction == Direction::forward ? left.size() - 1 : 0]; }
};

/// Follows what was read at `read` against each of the alternatives [alternative, inputSize], what else might have
/// stood there. Refuses a step that is not there, the last one that is read, and what makes no difference at all;
/// begins no further run once it is asked to stop. The trace must be the backend's own, the parameters those of its
/// spec.
Result<Forgetting> forgettingOf(const Backend &backend, const Parameters &parameters, const Trace &trace,
                                const Moment &read, const Matrix &alternatives, const std::stop_token &stop = {});

} // namespace gatescope
